using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Posts;

namespace Motif.Cli.Content;

/// <summary><c>motif content feedback</c>: the numbers of a post.</summary>
internal static class ContentFeedbackCommand
{
    public static Command Build()
    {
        var post = PostArgument.Build();
        var impressions = new Option<double?>("--impressions")
        {
            Description = "How many saw it in all so far",
        };
        var successes = new Option<double?>("--successes")
        {
            Description = "How many of them did what they should in all so far",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description =
                "When the numbers were read, with an offset such as Z or +02:00; otherwise now",
        };
        var estimated = new Option<bool>("--estimated")
        {
            Description = "They are a guess: kept, and not learned from",
        };
        var final = new Option<bool>("--final")
        {
            Description = "No more will come: the post need not ripen",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "feedback",
            "Tell a post's cumulative numbers, in any order and as often as you like"
        )
        {
            post,
            impressions,
            successes,
            asOf,
            estimated,
            final,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var postId = PostArgument.Parse(parsed.GetRequiredValue(post));
                if (parsed.GetValue(impressions) is null && parsed.GetValue(successes) is null)
                    throw new UsageException("give --impressions or --successes");
                var at = PostArgument.Time("--as-of", parsed.GetValue(asOf));
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var snapshot = new MetricSnapshot(
                    at ?? engine.Get<TimeProvider>().GetUtcNow(),
                    parsed.GetValue(impressions),
                    parsed.GetValue(successes),
                    parsed.GetValue(estimated),
                    parsed.GetValue(final)
                );
                var receipt = Answer.Expect(
                    await engine
                        .Get<PostChanges>()
                        .MeasureAsync(postId, [snapshot], cancellationToken)
                );
                if (receipt.Refused is [var refused, ..])
                    throw new UsageException(refused.Reason);
                if (parsed.GetValue(json))
                    Print.Json(receipt);
                else
                    Show(receipt.Metrics);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content feedback 0192f3c1-5b7e-7c3a-9a53-0a4f1c2d3e4f --impressions 1500 --successes 70"
        );
    }

    private static void Show(MetricState state) =>
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Number(state.Successes)} successes of {Number(state.Impressions)} impressions{(state.Decreased ? ", a number fell" : "")}"
            )
        );

    private static string Number(double? value) =>
        value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–";
}
