using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Content.Evaluation;

namespace Motif.Cli.Content;

/// <summary><c>motif content evaluate</c>: what a policy would have got from another one's log.</summary>
internal static class ContentEvaluateCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON lines: probability, target_probability, reward, and predicted with target_predicted where there is a model; - for standard input",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "evaluate",
            "Estimate a policy from the log of another; exit code 1 when the log cannot tell"
        )
        {
            file,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var reader = new StreamReader(InputFile.Open(parsed.GetRequiredValue(file)));
                var choices = new List<LoggedChoice>();
                while (await reader.ReadLineAsync(cancellationToken) is { } line)
                    if (line.AsSpan().Trim().Length > 0)
                        choices.Add(Read(line));
                var estimate = OffPolicyEstimator.Estimate(choices);
                if (parsed.GetValue(json))
                    Print.Json(estimate);
                else
                    Show(estimate);
                return estimate.Refusal is null ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples("motif content evaluate log.jsonl --json");
    }

    /// <summary>A line that is no such row has no probability: it is counted among the refused.</summary>
    private static LoggedChoice Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LoggedChoice>(line, MotifJson.Options)
                ?? new LoggedChoice(null, null, null);
        }
        catch (JsonException)
        {
            return new LoggedChoice(null, null, null);
        }
    }

    private static void Show(OffPolicyEstimate estimate)
    {
        foreach (var (reason, count) in estimate.Refused)
            Print.Remark(
                string.Create(CultureInfo.InvariantCulture, $"{count} rows refused: {reason}")
            );
        if (estimate.Refusal is { } refusal)
        {
            Print.Remark(refusal);
            return;
        }
        var table = new TextTable(
            new("Estimator"),
            new("Value", IsNumber: true),
            new("Low", IsNumber: true),
            new("High", IsNumber: true)
        );
        Add(table, "IPS", estimate.Ips);
        Add(table, "SNIPS", estimate.Snips);
        Add(table, "DR", estimate.Dr);
        Print.Table(table);
    }

    private static void Add(TextTable table, string name, Estimate? estimate)
    {
        if (estimate is not null)
            table.Add(name, Text(estimate.Value), Text(estimate.Low), Text(estimate.High));
    }

    private static string Text(double value) =>
        value.ToString("0.#####", CultureInfo.InvariantCulture);
}
