using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover why-not</c>: why a trait is a finding or is none.</summary>
internal static class DiscoverWhyNotCommand
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
        var json = CommonOptions.Json();
        var command = new Command("why-not", "Say why a trait is a finding or is none, in numbers")
        {
            trait,
            cluster,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var answer = Answer.Expect(
                    await engine
                        .Get<FindingAnswers>()
                        .WhyNotAsync(
                            new WhyNotQuestion(
                                parsed.GetRequiredValue(trait),
                                parsed.GetValue(cluster)
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
            "motif discover why-not \"how to\"",
            "motif discover why-not mark:question --json"
        );
    }

    internal static void Show(WhyNotAnswer answer)
    {
        Print.Line(
            answer.IsFinding
                ? $"{answer.Feature} in {answer.Scope} is a confirmed finding"
                : $"{answer.Feature} in {answer.Scope} is no confirmed finding"
        );
        foreach (var reason in answer.Reasons)
            Print.Line($"- {reason}", hanging: 2);
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"inside channel and time {Print.Score(answer.WithinMultiplier)}×, all thrown together {Print.Score(answer.PooledMultiplier)}×; {answer.Carriers} items, {answer.Channels} channels; the smallest effect to be seen is {Print.Score(answer.SmallestDetectableMultiplier)}×"
            )
        );
    }
}
