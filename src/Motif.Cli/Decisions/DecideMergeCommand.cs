using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Decisions;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide merge</c>: one of two patterns that mean the same.</summary>
internal static class DecideMergeCommand
{
    public static Command Build()
    {
        var one = new Argument<string>("id")
        {
            Description = "The pattern that goes: its id, or the first digits",
        };
        var other = new Argument<string>("into")
        {
            Description = "The one that stays with its words, and gets its examples and evidence",
        };
        var json = CommonOptions.Json();
        var command = new Command("merge", "Merge a pattern into another that means the same")
        {
            one,
            other,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var goes = await PatternArgument.FindAsync(
                    engine,
                    parsed.GetRequiredValue(one),
                    cancellationToken
                );
                var stays = await PatternArgument.FindAsync(
                    engine,
                    parsed.GetRequiredValue(other),
                    cancellationToken
                );
                var merged = Answer.Expect(
                    await engine
                        .Get<PatternMerge>()
                        .MergeAsync(
                            goes.PatternId,
                            new MergePattern(stays.PatternId),
                            null,
                            Engine.Operator,
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(merged);
                else
                    Print.Line(
                        FormattableString.Invariant(
                            $"{goes.Name} is part of {merged.Name} now: {merged.Evidence.Trials} trials, confidence {merged.Confidence:0.00}"
                        )
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif decide merge 4f1c 90ab");
    }
}
