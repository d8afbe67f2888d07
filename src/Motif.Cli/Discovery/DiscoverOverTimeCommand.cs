using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Trends;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover over-time</c>: whether a trait still does what it did.</summary>
internal static class DiscoverOverTimeCommand
{
    public static Command Build()
    {
        var trait = new Argument<string>("trait")
        {
            Description =
                "FAMILY:VALUE, such as phrase:how to or mark:question; a phrase without a family",
        };
        var cluster = new Option<Guid?>("--cluster")
        {
            Description = "The id of a macro or meso; everything when not given",
        };
        var period = CommonOptions.Named<TrendPeriod>("--period", "month when not given");
        var zone = new Option<string>("--zone")
        {
            Description = "The time zone whose calendar counts, such as Europe/Berlin",
            DefaultValueFactory = _ => "UTC",
        };
        var json = CommonOptions.Json();
        var command = new Command("over-time", "Say whether a trait still does what it did")
        {
            trait,
            cluster,
            period,
            zone,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var answer = Answer.Expect(
                    await engine
                        .Get<EffectsOverTime>()
                        .AskAsync(
                            new EffectQuestion(
                                parsed.GetRequiredValue(trait),
                                parsed.GetValue(cluster),
                                CommonOptions.Value<TrendPeriod>(parsed.GetValue(period))
                                    ?? TrendPeriod.Month,
                                parsed.GetValue(zone)!
                            ),
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(answer);
                else
                    Show(answer);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover over-time \"how to\" --period quarter",
            "motif discover over-time mark:question --zone Europe/Berlin --json"
        );
    }

    private static void Show(EffectOverTime answer)
    {
        Print.Line(
            $"{answer.Feature} in {answer.Scope}: {Print.Score(answer.Multiplier)}× over all; {Course(answer)}"
        );
        var table = new TextTable(
            new(WireName.Of(answer.Period)),
            new("Items", IsNumber: true),
            new("Channels", IsNumber: true, DropAt: 1),
            new("Times", IsNumber: true),
            new("95 %", DropAt: 2)
        );
        foreach (var period in answer.Periods)
            table.Add(
                period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    + (period.IsPartial ? "+" : ""),
                period.Items.ToString(CultureInfo.InvariantCulture),
                period.Channels.ToString(CultureInfo.InvariantCulture),
                Print.Score(period.Multiplier),
                period.Ci95 is { } ci ? $"{Print.Score(ci.Low)} – {Print.Score(ci.High)}" : "–"
            );
        Print.Table(table);
    }

    private static string Course(EffectOverTime answer) =>
        answer.Direction is { } direction
            ? $"{WireName.Of(direction)}, {Print.Score(answer.MultiplierAYear)}× a year ({Print.Score(answer.MultiplierAYearCi95?.Low)} – {Print.Score(answer.MultiplierAYearCi95?.High)})"
            : $"too few periods to tell a direction, {answer.NeededPeriods} are needed";
}
