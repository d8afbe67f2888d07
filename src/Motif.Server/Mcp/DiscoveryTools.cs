using Motif.Catalog;
using Motif.Discovery.Advice;
using Motif.Discovery.Mining;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>Where an item belongs and what matters there, short enough for an agent.</summary>
/// <param name="Findings">Those that matter most.</param>
/// <param name="MoreFindings">How many were left out.</param>
public sealed record ItemMatchSummary(
    string? Macro,
    string? Meso,
    string? Micro,
    double? Similarity,
    double? Strength,
    IReadOnlyList<FindingSummary> Findings,
    int MoreFindings,
    string? Reason
);

/// <summary>A finding whose trait an item has.</summary>
/// <param name="Multiplier">What to expect of the trait alone; 1 is no effect.</param>
public sealed record FindingSummary(
    Guid FindingId,
    string Feature,
    string Scope,
    double Multiplier,
    Interval95 Ci95
);

/// <summary>A way to write, with the first items that speak for it.</summary>
public sealed record SuggestionSummary(
    string Text,
    double ExpectedMultiplier,
    double LowerBound,
    Guid FindingId,
    string Scope,
    IReadOnlyList<string> Evidence
);

/// <summary>What is recommended, short enough for an agent.</summary>
/// <param name="More">How many more were found than an answer has room for.</param>
public sealed record RecommendationSummary(
    IReadOnlyList<SuggestionSummary> Suggestions,
    IReadOnlyList<RecommendedItem> Items,
    int More,
    string? Reason
);

/// <summary>The tools of the MCP server about items and what goes with their performance.</summary>
internal sealed class DiscoveryTools(ItemMatcher matcher, Recommender recommender)
{
    private const int MostFindings = 10;
    private const int MostRecommended = 10;
    private const int MostEvidence = 2;
    private const int LongestName = 80;
    private const int LongestId = 40;

    private static readonly ToolArgument[] MatchArguments =
    [
        new("item_id", "An item of the corpus; nothing else is then needed."),
        new("text", "The title or first line of a new item."),
        new("published_at", "When it is to be published."),
        new("attributes", "Texts, numbers and booleans by name, such as duration_seconds."),
    ];

    private static readonly ToolArgument[] RecommendArguments =
    [
        new("concept", "What it shall be about: ways to write of it that did better."),
        new(
            "likes",
            "Examples, each with item_id or text: items of the corpus that are near to them."
        ),
        new("dislikes", "Examples to keep away from."),
        new("strategy", "average goes by the mean of the examples, best by the nearest of them."),
        new("filters", "Only items with these attributes, and channel."),
        new("limit", "At most so many of each, 1 to 100; answers have room for ten.")
        {
            Default = 5,
        },
    ];

    public IReadOnlyList<MotifTool> All =>
        [
            MotifTool.Of<ItemQuestion, ItemMatchSummary>(
                "match_item",
                "Where does an item belong in the corpus, and which of its traits go with better or worse performance there? By item_id, or by text. multiplier is against the channel's usual, with its 95 % interval; all of it is association.",
                ApiScope.Reader,
                MatchAsync,
                MatchArguments
            ),
            MotifTool.Of<RecommendRequest, RecommendationSummary>(
                "recommend",
                "Ways to write about a concept that did better where it belongs, ranked by the lower bound of what to expect; or, with likes, items of the corpus that are near to them.",
                ApiScope.Reader,
                RecommendAsync,
                RecommendArguments
            ),
        ];

    private async Task<CatalogueAnswer<ItemMatchSummary>> MatchAsync(
        ItemQuestion question,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var answer = await matcher.MatchAsync(question, cancellationToken);
        if (answer.Value is not { } match)
            return answer.Problem!;
        return new ItemMatchSummary(
            Name(match.Macro?.Name),
            Name(match.Meso?.Name),
            Name(match.Micro?.Name),
            match.Similarity,
            match.Strength,
            [
                .. match
                    .Findings.Take(MostFindings)
                    .Select(f => new FindingSummary(
                        f.FindingId,
                        ShortText.Of(f.Feature, LongestName) ?? "",
                        ShortText.Of(f.Scope, LongestName) ?? "",
                        f.Multiplier,
                        f.Ci95
                    )),
            ],
            Math.Max(0, match.Findings.Count - MostFindings),
            match.Reason
        );
    }

    private async Task<CatalogueAnswer<RecommendationSummary>> RecommendAsync(
        RecommendRequest request,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var answer = await recommender.RecommendAsync(request, cancellationToken);
        if (answer.Value is not { } found)
            return answer.Problem!;
        var suggestions = found.Suggestions.Take(MostRecommended).ToList();
        var items = found.Items.Take(MostRecommended - (suggestions.Count / 2)).ToList();
        return new RecommendationSummary(
            [
                .. suggestions.Select(s => new SuggestionSummary(
                    ShortText.Of(s.Text, LongestName) ?? "",
                    s.ExpectedMultiplier,
                    s.LowerBound,
                    s.FindingId,
                    ShortText.Of(s.Scope, LongestName / 2) ?? "",
                    [.. s.Evidence.Where(id => id.Length <= LongestId).Take(MostEvidence)]
                )),
            ],
            [.. items.Select(i => i with { Text = ShortText.Of(i.Text, LongestName) ?? "" })],
            found.Suggestions.Count + found.Items.Count - suggestions.Count - items.Count,
            found.Reason
        );
    }

    private static string? Name(string? name) => ShortText.Of(name, LongestName);
}
