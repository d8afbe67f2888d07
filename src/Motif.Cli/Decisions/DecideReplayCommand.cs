using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Decisions.Replay;
using Motif.Decisions.Understanding;
using Motif.Onnx;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide replay</c>: what a log would have come to, had it been lived with the matcher.</summary>
internal static class DecideReplayCommand
{
    private const double DefaultTarget = 0.98;

    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON lines, plain or gzip, in the order of time: text (or msg, a list), act, and where known id, hist, audit, detect; - for standard input",
        };
        var target = new Option<double>("--target")
        {
            Description =
                "The share of automatic answers that must be right, above 0.5 and below 1; 0.98 when not given",
            DefaultValueFactory = _ => DefaultTarget,
        };
        var feedback = new Option<string>("--feedback")
        {
            Description =
                "full: every answer is seen, as in shadow; partial: only what people answer, what is audited, and errors that come to light",
            DefaultValueFactory = _ => WireName.Of(ReplayFeedback.Full),
        };
        feedback.AcceptOnlyFromAmong([
            .. Enum.GetValues<ReplayFeedback>().Select(f => WireName.Of(f)),
        ]);
        var json = CommonOptions.Json();
        var command = new Command(
            "replay",
            "Play a log of decisions through the matcher and say how much it would have answered, and how well"
        )
        {
            file,
            target,
            feedback,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var options = new ReplayOptions(
                    Checked(parsed.GetValue(target)),
                    WireName.Parse<ReplayFeedback>(parsed.GetRequiredValue(feedback))!.Value
                );
                await using var source = InputFile.Open(parsed.GetRequiredValue(file));
                var rows = await ReplayRow.ReadAsync(source, cancellationToken);
                var report = DecisionReplay.Run(
                    rows,
                    await VectorsAsync(rows, cancellationToken),
                    options,
                    progress: null,
                    cancellationToken
                );
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif decide replay log.jsonl",
            "motif decide replay log.jsonl.gz --target 0.95 --feedback partial --json"
        );
    }

    private static double Checked(double target) =>
        target is > 0.5 and < 1
            ? target
            : throw new UsageException("--target must be above 0.5 and below 1");

    /// <summary>Null where the sentence model is switched off or not there.</summary>
    private static async Task<IReadOnlyList<float[]?>?> VectorsAsync(
        IReadOnlyList<ReplayRow> rows,
        CancellationToken cancellationToken
    )
    {
        using var model = SentenceModel.Choose(
            Environment.GetEnvironmentVariable(SentenceModel.Variable)
        );
        if (model.Generator is null)
        {
            if (model.Status.IsProblem)
                Print.Remark($"without the sentence model: {model.Status.Reason}");
            return null;
        }
        Print.Remark(
            string.Create(
                CultureInfo.InvariantCulture,
                $"reading {rows.Count} messages with the sentence model …"
            )
        );
        return await new MessageVectors(
            model.Generator,
            Timeout.InfiniteTimeSpan,
            TimeProvider.System
        ).OfAllAsync([.. rows.Select(r => r.Text)], cancellationToken);
    }

    private static void Show(ReplayReport report)
    {
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Rows} messages, {report.Labels} answers, {WireName.Of(report.Feedback)} feedback, target {report.Target:0.###}, {(report.HasVectors ? "with" : "without")} the sentence model"
            )
        );
        var table = new TextTable(new("Measure"), new("Value", IsNumber: true));
        table.Add("answered automatically", Text(report.AutomationRate));
        table.Add("precision of those", Text(report.Precision));
        table.Add("verdict", WireName.Of(report.Verdict));
        table.Add("least precision of 500 in a row", Text(report.WorstOf500));
        table.Add("least precision of a pattern", Text(report.WorstPattern));
        table.Add("free text answered automatically", Text(report.CustomAutomated));
        table.Add("first candidate right", Text(report.Top1));
        table.Add("one of three right", Text(report.Top3));
        table.Add("calibration error", Text(report.Ece));
        table.Add("messages before the first automatic answer", Text(report.FirstAutomatic));
        table.Add("messages until half is automatic", Text(report.MessagesToHalf));
        Print.Table(table);
    }

    private static string Text(double? share) =>
        share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
