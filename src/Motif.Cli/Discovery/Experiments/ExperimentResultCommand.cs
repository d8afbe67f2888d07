using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment result</c>: how it stands.</summary>
internal static class ExperimentResultCommand
{
    public static Command Build()
    {
        var id = ExperimentCommand.Id();
        var json = CommonOptions.Json();
        var command = new Command("result", "Read how an experiment stands, as often as you like")
        {
            id,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var result = Answer.Expect(
                    await engine
                        .Get<ExperimentDesk>()
                        .ResultAsync(parsed.GetRequiredValue(id), cancellationToken)
                );
                if (parsed.GetValue(json))
                    Print.Json(result);
                else
                    Show(result);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif experiment result 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e");
    }

    private static void Show(ExperimentResult result)
    {
        if (result.RatioCheck is not { } check)
        {
            Print.Line("nothing has come in yet");
            return;
        }
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", check.Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Arm} {a.Units:N0} (expected {a.Expected:N0})")))}: {WireName.Of(check.State)}, p {check.P:0.0000}, sequential {check.SequentialP:0.0000}"
            )
        );
        foreach (var cause in check.Causes)
            Print.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"- {cause.Attribute}={cause.Value}: {string.Join(" : ", cause.Arms.Select(a => a.Units.ToString("N0", CultureInfo.InvariantCulture)))} (χ² {cause.ChiSquared:0.0}, p without it {cause.PWithout:0.000})"
                ),
                2
            );
        Table("Metric", result.Decisions);
        if (result.Guardrails.Count > 0)
            Table("Guardrail", result.Guardrails);
        foreach (var remark in result.Remarks)
            Print.Line(remark);
    }

    private static void Table(string title, IReadOnlyList<MetricComparison> comparisons)
    {
        var table = new TextTable(
            new(title, Wraps: true),
            new("Arm", Wraps: true),
            new("Lift", IsNumber: true),
            new("Difference", IsNumber: true, DropAt: 2),
            new("Interval", DropAt: 3),
            new("p", IsNumber: true, DropAt: 1),
            new("Verdict")
        );
        foreach (var one in comparisons)
            table.Add(
                one.Metric,
                one.Arm,
                one.Lift is { } lift
                    ? lift.ToString("+0.0%;-0.0%", CultureInfo.InvariantCulture)
                    : "–",
                Figure(one.Difference),
                one.Interval is { } interval
                    ? $"{Figure(interval.Low)} – {Figure(interval.High)}"
                    : "–",
                one.AdjustedP.ToString("0.0000", CultureInfo.InvariantCulture),
                WireName.Of(one.Verdict)
            );
        Print.Table(table);
    }

    private static string Figure(double? value) =>
        value is { } number ? number.ToString("G3", CultureInfo.InvariantCulture) : "–";
}
