using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Discovery.Advice;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover recommend</c>: ways to write about a concept, or items like others.</summary>
internal static class DiscoverRecommendCommand
{
    private static readonly Argument<string?> Concept = new("concept")
    {
        Description = "What it shall be about",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Likes = new("--like")
    {
        Description = "Ids of items that the recommended ones shall be like",
    };

    private static readonly Option<string[]> Dislikes = new("--dislike")
    {
        Description = "Ids of items that they shall not be like",
    };

    private static readonly Option<string?> Strategy = CommonOptions.Named<ExampleStrategy>(
        "--strategy",
        "How several examples count; average when not given"
    );

    private static readonly Option<int> Limit = CommonOptions.Limit(
        10,
        RecommendRequest.MostListed
    );

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "recommend",
            "Recommend ways to write about a concept, or items like others"
        )
        {
            Concept,
            Likes,
            Dislikes,
            Strategy,
            Limit,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif discover recommend \"container gardening\"",
            "motif discover recommend --like video-17 --dislike video-4 --strategy best --json"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var answer = Answer.Expect(
            await engine
                .Get<Recommender>()
                .RecommendAsync(
                    new RecommendRequest
                    {
                        Concept = parsed.GetValue(Concept),
                        Likes = Named(parsed.GetValue(Likes)),
                        Dislikes = Named(parsed.GetValue(Dislikes)),
                        Strategy =
                            CommonOptions.Value<ExampleStrategy>(parsed.GetValue(Strategy))
                            ?? ExampleStrategy.Average,
                        Limit = parsed.GetValue(Limit),
                    },
                    cancellationToken
                )
        );
        if (parsed.GetValue(Json))
            Print.Json(answer);
        else
            Show(answer);
        return ExitCode.Ok;
    }

    private static List<Example> Named(string[]? ids) =>
        [.. (ids ?? []).Select(id => new Example(id))];

    internal static void Show(Recommendation answer)
    {
        foreach (var suggestion in answer.Suggestions)
            Print.Line(
                $"{Print.Score(suggestion.ExpectedMultiplier)}× (at least {Print.Score(suggestion.LowerBound)}): {suggestion.Text} – {suggestion.Feature} in {suggestion.Scope}",
                2
            );
        foreach (var item in answer.Items)
            Print.Line($"{Print.Score(item.Score)} {item.ItemId} {item.Text}", 2);
        if (answer.Reason is not null)
            Print.Line(answer.Reason);
    }
}
