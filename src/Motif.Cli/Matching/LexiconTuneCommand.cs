using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Matching;
using Motif.Matching.Tuning;

namespace Motif.Cli.Matching;

/// <summary><c>motif lexicon tune</c>: the offline vectors, tuned on this catalogue and kept in its database.</summary>
internal static class LexiconTuneCommand
{
    public static Command Build()
    {
        var reset = new Option<bool>("--reset")
        {
            Description = "Rank with the vectors as they came, until the next tuning",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "tune",
            "Tune the offline vectors on the catalogue; a running server does this by itself"
        )
        {
            reset,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var tuning = engine.Get<CatalogueTuning>();
                if (parsed.GetValue(reset))
                {
                    await tuning.ResetAsync(cancellationToken);
                    return ExitCode.Ok;
                }
                var report = await tuning.TuneAsync(cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif lexicon tune", "motif lexicon tune --reset");
    }

    private static void Show(TuningReport report)
    {
        var verdict = report.Promoted ? "tuned" : "left as they came";
        Print.Line($"vectors {verdict}: {report.Reason}");
        if (report.Before is { } before && report.After is { } after)
            Print.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Pairs} pairs trained on, {report.HeldOut} held out; mean reciprocal rank of those {before:0.000} before, {after:0.000} after"
                )
            );
    }
}
