using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;

namespace Motif.Discovery.Runs;

/// <summary>A trait that somebody asks about, in the corpus and the scope that he means.</summary>
/// <param name="Scope">The number of the scope in its layer.</param>
internal sealed record AskedTrait(
    CorpusMiner Corpus,
    ScopeNames Scopes,
    Feature Feature,
    Layer Layer,
    int Scope
)
{
    public ScopeName Name => Scopes.Of(Layer, Scope);
}

/// <summary>
/// The corpus of the last run, ready to be asked: the items as they stand in the neighbourhoods of that run. Kept until the next
/// one. Thread-safe.
/// </summary>
public sealed class AskedCorpus(
    IItemStore items,
    IDiscoveryStore store,
    ItemVectors vectors,
    TitleSkeleton? skeleton = null
) : IDisposable
{
    private const int MostFeature = 300;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private (Guid RunId, CorpusMiner Corpus, ScopeNames Scopes)? _kept;

    public void Dispose() => _gate.Dispose();

    /// <param name="feature">Such as <c>phrase:how to</c>; without a family it is a phrase.</param>
    /// <param name="clusterId">A macro or meso; the whole corpus when null.</param>
    internal async Task<CatalogueAnswer<AskedTrait>> FindAsync(
        string feature,
        Guid? clusterId,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(feature) || feature.Length > MostFeature)
            return CatalogueProblem.Invalid("feature", $"has 1 to {MostFeature} characters");
        if (Feature.Parse(feature) is not { } asked)
            return CatalogueProblem.Invalid(
                "feature",
                $"'{feature}' is of no known family; write FAMILY:VALUE, such as phrase:how to, with {string.Join(", ", Enum.GetValues<FeatureFamily>().Select(f => WireName.Of(f)))}"
            );
        if (asked.Family is FeatureFamily.Phrase)
            asked = new Feature(asked.Family, string.Join(' ', TitleWords.Of(asked.Value)));
        if (asked.Family is FeatureFamily.Compound && Compound.PartsOf(asked) is null)
            return CatalogueProblem.Invalid(
                "feature",
                $"'{feature}' is no compound; write two or three traits with ' & ' between them, such as compound:mark:question & phrase:how to"
            );
        if (await CurrentAsync(cancellationToken) is not var (_, corpus, scopes))
            return new CatalogueProblem(
                CatalogueRefusal.Incomplete,
                "no run has finished yet; start one with motif discover run or POST /api/v1/discovery/runs"
            );
        if (scopes.Find(clusterId) is not var (layer, scope))
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no macro or meso has the id {clusterId}"
            );
        return corpus.HasLayer(layer)
            ? new AskedTrait(corpus, scopes, asked, layer, scope)
            : new AskedTrait(corpus, scopes, asked, Layer.All, 0);
    }

    private async Task<(Guid, CorpusMiner, ScopeNames)?> CurrentAsync(
        CancellationToken cancellationToken
    )
    {
        var runs = await store.ListRunsAsync(50, cancellationToken);
        var run = runs.FirstOrDefault(r => r.State is RunState.Finished && !r.Request.TestMode);
        if (run is null)
            return null;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_kept?.RunId != run.RunId)
                _kept = await LoadAsync(run, cancellationToken);
            return _kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<(Guid, CorpusMiner, ScopeNames)> LoadAsync(
        DiscoveryRun run,
        CancellationToken cancellationToken
    )
    {
        var all = await new Corpus(items, vectors).ReadAsync(
            withVectors: false,
            _ => { },
            cancellationToken
        );
        var clusters = await store.ListClustersAsync(withCentroids: false, cancellationToken);
        var scopes = new ScopeNames(
            [.. clusters.Where(c => c.Level is ClusterLevel.Macro)],
            [.. clusters.Where(c => c.Level is ClusterLevel.Meso)]
        );
        var numbers = clusters
            .Where(c => c.Level is not ClusterLevel.Micro)
            .GroupBy(c => c.Level)
            .SelectMany(g => g.Select((c, i) => (c.ClusterId, i)))
            .ToDictionary(c => c.ClusterId, c => c.i);
        var members = (
            await store.ListMembersAsync(null, null, int.MaxValue, cancellationToken)
        ).ToDictionary(m => m.ItemId, StringComparer.Ordinal);
        var corpus = new CorpusMiner(
            all,
            OutcomeScores.Of(all, run.AsOf).Scores,
            [
                .. all.Select(i =>
                    members.TryGetValue(i.ItemId, out var m)
                        ? ((int, int)?)(numbers[m.MacroId], numbers[m.MesoId])
                        : null
                ),
            ],
            scopes.Of,
            skeleton,
            unchecked((ulong)run.Request.Hierarchy.Seed),
            Environment.ProcessorCount,
            run.Request.WordLists
        );
        return (run.RunId, corpus, scopes);
    }
}
