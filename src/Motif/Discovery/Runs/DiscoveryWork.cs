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
    TitleSkeleton? skeleton,
    DiscoveryRun run,
    int threads,
    Action<RunProgress> tell
)
{
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
            past.Clusters,
            past.Members,
            [.. past.Moved.Keys],
            topics.Names
        ).Make();
        tell(new(RunStep.Mining));
        var mined = Mine(items, space, built, hierarchy, topics.Remarks, cancellationToken);
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

    private DiscoveryResult Mine(
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
            ? Miner(items, scores, built, hierarchy).Mine(cancellationToken)
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
                    .. mined?.Remarks ?? [],
                ]
            )
        );
    }

    private CorpusMiner Miner(
        List<Item> items,
        OutcomeScores scores,
        BuiltHierarchy built,
        NamedHierarchy hierarchy
    )
    {
        var byLevel = hierarchy.Clusters.ToLookup(c => c.Level);
        var scopes = new ScopeNames(
            [.. byLevel[ClusterLevel.Macro]],
            [.. byLevel[ClusterLevel.Meso]]
        );
        return new CorpusMiner(
            items,
            scores.Scores,
            [
                .. built.Members.Select(p =>
                    p is { } place ? ((int, int)?)(place.Macro, place.Meso) : null
                ),
            ],
            scopes.Of,
            skeleton,
            unchecked((ulong)run.Request.Hierarchy.Seed),
            threads
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

/// <summary>The names of scopes by their numbers.</summary>
internal sealed class ScopeNames(IReadOnlyList<Cluster> macros, IReadOnlyList<Cluster> mesos)
{
    private const string Everything = "everything";

    public ScopeName Of(Layer layer, int scope) =>
        layer switch
        {
            Layer.All => new ScopeName(null, Everything),
            Layer.Macro => new ScopeName(macros[scope].ClusterId, macros[scope].Name),
            _ => new ScopeName(mesos[scope].ClusterId, mesos[scope].Name),
        };

    /// <summary>The number of a cluster as a scope; null for a micro or an unknown one.</summary>
    public (Layer Layer, int Scope)? Find(Guid? clusterId)
    {
        if (clusterId is null)
            return (Layer.All, 0);
        for (var i = 0; i < macros.Count; i++)
        {
            if (macros[i].ClusterId == clusterId)
                return (Layer.Macro, i);
        }
        for (var i = 0; i < mesos.Count; i++)
        {
            if (mesos[i].ClusterId == clusterId)
                return (Layer.Meso, i);
        }
        return null;
    }
}
