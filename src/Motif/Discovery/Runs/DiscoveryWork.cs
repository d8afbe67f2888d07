using Microsoft.Extensions.AI;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Numerics;

namespace Motif.Discovery.Runs;

/// <summary>What the steps of a run made.</summary>
internal sealed record DiscoveryResult(DiscoveredState State, RunReport Report);

/// <summary>The steps of one run over one corpus: vectors, neighbourhoods, scores, findings. Nothing is written but vectors.</summary>
internal sealed class DiscoveryWork(
    Corpus corpus,
    ItemVectors embeddings,
    IDiscoveryStore store,
    MiningParts parts,
    TitleSkeleton? skeleton,
    DiscoveryRun run,
    int threads,
    Action<RunProgress> tell,
    TimeProvider time,
    IChatClient? chat
)
{
    private const string AgeMatched =
        "views are compared at the age of 30 days, by the items' own views at that age or by the usual course of views";

    private const string NoStructure =
        "no stable structure: two samples of the items fall into different neighbourhoods, so that nothing is published";

    public async Task<DiscoveryResult> RunAsync(CancellationToken cancellationToken)
    {
        tell(new(RunStep.Reading));
        var items = await corpus.ReadAsync(
            withVectors: true,
            count => tell(new(RunStep.Reading, count)),
            cancellationToken
        );
        var space = await corpus.EmbedAsync(
            items,
            keep: !run.Request.TestMode,
            (done, total) => tell(new(RunStep.Embedding, done, total)),
            cancellationToken
        );
        tell(new(RunStep.Clustering));
        var topics = await new TopicSeeds(
            store,
            embeddings,
            run.Request.SimilarityThreshold
        ).MakeAsync(items, space, cancellationToken);
        var vectors = Matrix(items);
        var past = await LastHierarchy.ReadAsync(store, run, space, items, cancellationToken);
        var built = new HierarchyBuilder(run.Request.Hierarchy, threads).Build(
            vectors,
            new HierarchyInput(past.Standing, past.IsWarm, past.IsNew, topics.Seeds, past.Moved),
            cancellationToken
        );
        var hierarchy = new ClusterSheet(
            built,
            items,
            vectors,
            // Names go on from what their words said, not from how a language model put it.
            [
                .. past.Clusters.Select(c =>
                    c.ExtractedName is { } name ? c with { Name = name } : c
                ),
            ],
            past.Members,
            [.. past.Moved.Keys],
            topics.Names
        ).Make();
        var reviewed = await ReviewAsync(items, hierarchy, past.Clusters, cancellationToken);
        hierarchy = reviewed.Hierarchy;
        tell(new(RunStep.Mining));
        var mined = await MineAsync(
            items,
            space,
            built,
            hierarchy,
            [.. topics.Remarks, .. reviewed.Remark is { } remark ? new[] { remark } : []],
            cancellationToken
        );
        if (run.Request.TestMode)
            return mined;
        tell(new(RunStep.Drawing));
        var map = await new MapDrawing(
            store,
            unchecked((ulong)run.Request.Hierarchy.Seed),
            threads
        ).DrawAsync(
            items,
            vectors,
            built,
            hierarchy,
            OutcomeScores.Of(items, run.AsOf),
            cancellationToken
        );
        return mined with { State = mined.State with { Map = map } };
    }

    /// <summary>A test asks no model: it writes nothing that could be named.</summary>
    private async Task<ReviewedHierarchy> ReviewAsync(
        List<Item> items,
        NamedHierarchy hierarchy,
        IReadOnlyList<Cluster> before,
        CancellationToken cancellationToken
    )
    {
        var asked = run.Request.TestMode ? null : chat;
        if (asked is not null)
            tell(new(RunStep.Naming));
        var wanted = hierarchy
            .Clusters.SelectMany(c => c.Medoids)
            .ToHashSet(StringComparer.Ordinal);
        var titles = items
            .Where(i => wanted.Contains(i.ItemId))
            .ToDictionary(i => i.ItemId, i => i.Text, StringComparer.Ordinal);
        return await new ModelNames(
            asked,
            id => titles.GetValueOrDefault(id, ""),
            time
        ).ReviewAsync(
            hierarchy,
            before,
            (done, total) => tell(new(RunStep.Naming, done, total)),
            cancellationToken
        );
    }

    /// <summary>A row of zeros for an item without a vector of the space.</summary>
    private static FloatMatrix Matrix(List<Item> items)
    {
        var dimensions = items.Select(i => i.Vector?.Length ?? 0).DefaultIfEmpty().Max();
        var matrix = new FloatMatrix(items.Count, Math.Max(1, dimensions));
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Vector is { } vector && vector.Length == dimensions)
                vector.CopyTo(matrix.Row(i));
            // The matrix has it now; a million of them would stand twice in memory.
            items[i] = items[i] with
            {
                Vector = null,
            };
        }
        return matrix;
    }

    private async Task<DiscoveryResult> MineAsync(
        List<Item> items,
        string space,
        BuiltHierarchy built,
        NamedHierarchy hierarchy,
        IReadOnlyList<string> remarks,
        CancellationToken cancellationToken
    )
    {
        var scores = OutcomeScores.Of(items, run.AsOf);
        var isStable = built.Stability is null or >= StabilityCheck.Least;
        var mined = isStable
            ? await ReportAsync(items, scores, built, hierarchy, cancellationToken)
            : null;
        return new DiscoveryResult(
            new DiscoveredState(
                HierarchyFrame.Of(space, built.Places, built.Unrefined),
                hierarchy.Clusters,
                hierarchy.Members,
                mined?.Findings ?? []
            ),
            new RunReport(
                items.Count,
                items.Count - hierarchy.Members.Count,
                built
                    .CopyOf.Where((leader, i) => leader != i && built.Members[i] is not null)
                    .Count(),
                scores.Reasons.ToDictionary(
                    r => WireName.Of(r.Key),
                    r => r.Value,
                    StringComparer.Ordinal
                ),
                Levels(hierarchy),
                built.Stability,
                isStable,
                hierarchy.Events,
                mined?.Numbers,
                mined?.Rows ?? 0,
                mined?.Channels ?? 0,
                mined?.Folded ?? 0,
                PatternsWritten: 0,
                [
                    .. built.Remarks,
                    .. remarks,
                    .. isStable ? [] : new[] { NoStructure },
                    .. scores.IsAgeMatched ? new[] { AgeMatched } : [],
                    .. mined?.Remarks ?? [],
                ]
            )
        );
    }

    /// <summary>By parts that others can take; a test, which writes nothing, is done here alone.</summary>
    private async Task<MiningReport> ReportAsync(
        List<Item> items,
        OutcomeScores scores,
        BuiltHierarchy built,
        NamedHierarchy hierarchy,
        CancellationToken cancellationToken
    )
    {
        var byLevel = hierarchy.Clusters.ToLookup(c => c.Level);
        var scopes = new ScopeNames(
            [.. byLevel[ClusterLevel.Macro]],
            [.. byLevel[ClusterLevel.Meso]]
        );
        (int, int)?[] places =
        [
            .. built.Members.Select(p =>
                p is { } place ? ((int, int)?)(place.Macro, place.Meso) : null
            ),
        ];
        var miner = new CorpusMiner(
            items,
            scores.Scores,
            places,
            scopes.Of,
            skeleton,
            unchecked((ulong)run.Request.Hierarchy.Seed),
            threads,
            run.Request.WordLists
        )
        {
            HitRatio = run.Request.PerformanceThreshold,
        };
        return run.Request.TestMode
            ? miner.Mine(cancellationToken)
            : await parts.CompleteAsync(
                run,
                MiningPlan.Of(run, items, places),
                miner,
                count => tell(new(RunStep.Mining, count.Done, count.Total)),
                cancellationToken
            );
    }

    private static List<LevelReport> Levels(NamedHierarchy hierarchy) =>
        [
            .. hierarchy
                .Clusters.GroupBy(c => c.Level)
                .Select(g =>
                {
                    int[] sizes = [.. g.Select(c => c.Size).Order()];
                    return new LevelReport(
                        g.Key,
                        sizes.Length,
                        (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2.0
                    );
                }),
        ];
}
