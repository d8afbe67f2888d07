using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Decisions;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide whatif</c>: what other thresholds would have done with the messages of the log.</summary>
internal static class DecideWhatIfCommand
{
    public static Command Build()
    {
        var target = new Option<double?>("--target")
        {
            Description =
                "The share of automatic answers that must be right, above 0.5 and below 1; each class's own when not given",
        };
        var threshold = new Option<double?>("--threshold")
        {
            Description = "Or the confidence from which on is answered, 0 to 1",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "whatif",
            "Say what other thresholds would have done with the messages of the log; changes nothing"
        )
        {
            target,
            threshold,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var question = new WhatIfQuestion
                {
                    Target = parsed.GetValue(target),
                    Threshold = parsed.GetValue(threshold),
                };
                if (question is { Target: not null, Threshold: not null })
                    throw new UsageException("--target and --threshold exclude each other");
                if (question.Target is <= 0.5 or >= 1)
                    throw new UsageException("--target must be above 0.5 and below 1");
                if (question.Threshold is < 0 or > 1)
                    throw new UsageException("--threshold must be 0 to 1");
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var classes = await engine.Get<WhatIf>().AskAsync(question, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(new { Items = classes });
                else
                    Show(classes);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif decide whatif --target 0.98");
    }

    private static void Show(IReadOnlyList<WhatIfClass> classes)
    {
        if (classes.Count == 0)
        {
            Print.Line("no message was matched to a pattern yet");
            return;
        }
        var table = new TextTable(
            new("Risk"),
            new("Claim"),
            new("Messages", IsNumber: true),
            new("Labels", IsNumber: true),
            new("From", IsNumber: true),
            new("Would send", IsNumber: true),
            new("Wrong", IsNumber: true),
            new("At most", IsNumber: true)
        );
        foreach (var one in classes)
            table.Add(
                WireName.Of(one.Risk),
                one.Claim,
                one.Messages.ToString(CultureInfo.InvariantCulture),
                one.Labels.ToString(CultureInfo.InvariantCulture),
                Text(one.Threshold),
                Text(one.WouldSend),
                Text(one.ExpectedWrong),
                Text(one.WrongAtMost)
            );
        Print.Table(table);
    }

    private static string Text(double? share) =>
        share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
