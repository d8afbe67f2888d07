using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Advice;

namespace Motif.Cli.Discovery;

/// <summary>Where an item belongs and what to expect of it.</summary>
internal sealed record MatchAndForecast(ItemMatch Match, OutcomeForecast Forecast);

/// <summary><c>motif discover match</c>: where a title belongs, and what its traits let expect.</summary>
internal static class DiscoverMatchCommand
{
    public static Command Build()
    {
        var text = new Argument<string?>("text")
        {
            Description = "A title",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var item = new Option<string?>("--item")
        {
            Description = "Instead of a text: the id of an item",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "match",
            "Say where a title belongs and what its traits let expect"
        )
        {
            text,
            item,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var question = new ItemQuestion
                {
                    Text = parsed.GetValue(text),
                    ItemId = parsed.GetValue(item),
                };
                var matcher = engine.Get<ItemMatcher>();
                var answer = new MatchAndForecast(
                    Answer.Expect(await matcher.MatchAsync(question, cancellationToken)),
                    Answer.Expect(await matcher.PredictAsync(question, cancellationToken))
                );
                if (parsed.GetValue(json))
                    Print.Json(answer);
                else
                    Show(answer);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover match \"How to build a greenhouse\"",
            "motif discover match --item video-17 --json"
        );
    }

    private static void Show(MatchAndForecast answer)
    {
        var match = answer.Match;
        Print.Line(
            match.Reason
                ?? $"{match.Macro!.Name} › {match.Meso!.Name} › {match.Micro!.Name} (strength {Print.Score(match.Strength)})"
        );
        foreach (var finding in match.Findings)
            Print.Line(
                $"- {finding.Feature} in {finding.Scope}: {Print.Score(finding.Multiplier)}× alone, {Print.Score(finding.JointMultiplier)}× beside the others",
                2
            );
        var forecast = answer.Forecast;
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"expected {Print.Score(forecast.Multiplier)}× ({Print.Score(forecast.Ci95.Low)} – {Print.Score(forecast.Ci95.High)}); later items kept {Print.Score(forecast.CalibrationSlope)} of such sums, which explain {Print.Score(forecast.OutOfSampleR2)} of the differences between single ones"
            )
        );
    }
}
