using System.Text.Json;
using Motif.Catalog;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;

namespace Motif.Discovery.Runs;

/// <summary>The user's own selection of items: ids, such as those inside a lasso, or a filter, or both.</summary>
[WireRequest]
public sealed record SelectionQuestion
{
    public const int MostIds = 1_000_000;

    public IReadOnlyList<string>? ItemIds { get; init; }

    /// <summary>A neighbourhood of any level.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>Only items with these attributes, and <c>channel</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Filters { get; init; }

    /// <summary>Published at this time or later.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? Since { get; init; }

    /// <summary>Published before this time.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? Before { get; init; }

    internal CatalogueProblem? Problem()
    {
        if (
            ItemIds is null
            && ClusterId is null
            && Filters is not { Count: > 0 }
            && Since is null
            && Before is null
        )
            return CatalogueProblem.Invalid(
                "item_ids",
                "or cluster_id, filters, since, before: something has to select"
            );
        return ItemIds?.Count > MostIds
            ? CatalogueProblem.Invalid("item_ids", $"are at most {MostIds}")
            : null;
    }
}

/// <summary>What goes with performance inside a selection that somebody made after he had seen the items.</summary>
/// <param name="IsExploratory">Always: a selection made by eye is made of what one saw; nothing of this is stored.</param>
/// <param name="Items">Selected.</param>
/// <param name="Numbers">What the tests of this request came to; the correction is over these alone.</param>
public sealed record SelectionAnswer(
    bool IsExploratory,
    int Items,
    int EvidenceRows,
    int Channels,
    IReadOnlyList<Finding> Findings,
    MiningNumbers Numbers,
    IReadOnlyList<string> Remarks
);

/// <summary>
/// Findings for a selection, by the same tests as those of a run, corrected over this request. Scores are those against the channel's
/// usual over the whole corpus: a selection does not change what is usual. Thread-safe.
/// </summary>
public sealed class SelectionFindings(
    IItemStore items,
    IDiscoveryStore store,
    TimeProvider time,
    TitleSkeleton? skeleton = null
)
{
    public const string Exploratory = "exploratory";
    private const int PageSize = 2000;
    private const string ScopeName = "selection";

    public async Task<CatalogueAnswer<SelectionAnswer>> AskAsync(
        SelectionQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem() is { } problem)
            return problem;
        var inside = await InsideAsync(question, cancellationToken);
        if (inside is { Count: 0 } && question.ItemIds is null)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no cluster has the id {question.ClusterId}, or it has no items"
            );
        var all = await ReadAsync(cancellationToken);
        var scores = OutcomeScores.Of(all, Moment.Now(time)).Scores;
        int[] places =
        [
            .. Enumerable
                .Range(0, all.Count)
                .Where(i =>
                    (inside is null || inside.Contains(all[i].ItemId)) && Selects(question, all[i])
                ),
        ];
        var lists = (await store.ListRunsAsync(50, cancellationToken))
            .FirstOrDefault(r => r.State is RunState.Finished && !r.Request.TestMode)
            ?.Request.WordLists;
        return await Task.Run(
            () =>
                Mine(
                    [.. places.Select(i => all[i])],
                    [.. places.Select(i => scores[i])],
                    skeleton,
                    cancellationToken,
                    lists
                ),
            cancellationToken
        );
    }

    internal static SelectionAnswer Mine(
        IReadOnlyList<Item> selected,
        IReadOnlyList<OutcomeScore?> scores,
        TitleSkeleton? skeleton,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? wordLists = null
    )
    {
        // A name of its own keeps its ids from those of the corpus' findings.
        var selection = PatternId.Of(
            $"selection\n{string.Join('\n', selected.Select(i => i.ItemId))}"
        );
        var report = new CorpusMiner(
            selected,
            scores,
            new (int, int)?[selected.Count],
            (_, _) => new ScopeName(selection, ScopeName),
            skeleton,
            seed: 1,
            Environment.ProcessorCount,
            wordLists
        ).Mine(cancellationToken);
        return new SelectionAnswer(
            true,
            selected.Count,
            report.Rows,
            report.Channels,
            [.. report.Findings.Select(f => f with { ClusterId = null, Evidence = Exploratory })],
            report.Numbers,
            report.Remarks
        );
    }

    /// <summary>The ids that are inside; null where everything is.</summary>
    private async Task<HashSet<string>?> InsideAsync(
        SelectionQuestion question,
        CancellationToken cancellationToken
    )
    {
        HashSet<string>? inside = question.ItemIds is null
            ? null
            : new(question.ItemIds, StringComparer.Ordinal);
        if (question.ClusterId is not { } cluster)
            return inside;
        var members = await store.ListMembersAsync(cluster, null, int.MaxValue, cancellationToken);
        var own = members.Select(m => m.ItemId).ToHashSet(StringComparer.Ordinal);
        if (inside is null)
            return own;
        inside.IntersectWith(own);
        return inside;
    }

    private async Task<List<Item>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<Item>();
        while (true)
        {
            var page = await items.ListAsync(
                all.Count == 0 ? null : all[^1].ItemId,
                PageSize,
                withVectors: false,
                cancellationToken
            );
            all.AddRange(page);
            if (page.Count < PageSize)
                return all;
        }
    }

    private static bool Selects(SelectionQuestion question, Item item) =>
        (question.Since is null || item.PublishedAt >= question.Since)
        && (question.Before is null || item.PublishedAt < question.Before)
        && ItemFilter.Passes(item, question.Filters);
}
