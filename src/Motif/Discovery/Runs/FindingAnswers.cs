using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;

namespace Motif.Discovery.Runs;

/// <summary>A question about a trait.</summary>
/// <param name="Feature">Such as <c>phrase:how to</c>; without a family it is a phrase.</param>
/// <param name="ClusterId">A macro or meso; the whole corpus when null.</param>
[WireRequest]
public sealed record WhyNotQuestion(string Feature, Guid? ClusterId = null);

/// <summary>
/// Answers about the traits of the last run, of those too that it tested and did not find. The corpus it compares in is made of the
/// items as they stand and kept until the next run. Thread-safe.
/// </summary>
public sealed class FindingAnswers(
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

    public async Task<CatalogueAnswer<WhyNotAnswer>> WhyNotAsync(
        WhyNotQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (string.IsNullOrWhiteSpace(question.Feature) || question.Feature.Length > MostFeature)
            return CatalogueProblem.Invalid("feature", $"has 1 to {MostFeature} characters");
        if (Feature.Parse(question.Feature) is not { } feature)
            return CatalogueProblem.Invalid(
                "feature",
                $"'{question.Feature}' is of no known family; write FAMILY:VALUE, such as phrase:how to, with {string.Join(", ", Enum.GetValues<FeatureFamily>().Select(f => WireName.Of(f)))}"
            );
        if (feature.Family is FeatureFamily.Phrase)
            feature = new Feature(feature.Family, string.Join(' ', TitleWords.Of(feature.Value)));
        if (await CorpusAsync(cancellationToken) is not var (_, corpus, scopes))
            return new CatalogueProblem(
                CatalogueRefusal.Incomplete,
                "no run has finished yet; start one with motif discover run or POST /api/v1/discovery/runs"
            );
        if (scopes.Find(question.ClusterId) is not var (layer, scope))
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no macro or meso has the id {question.ClusterId}"
            );
        if (!corpus.HasLayer(layer))
            (layer, scope) = (Layer.All, 0);
        var clusterId = scopes.Of(layer, scope).ClusterId;
        var found = await store.ListFindingsAsync(cancellationToken);
        return new WhyNot(corpus, scopes.Of).Answer(
            feature,
            layer,
            scope,
            [.. found.Where(f => f.ClusterId == clusterId)]
        );
    }

    private async Task<(Guid, CorpusMiner, ScopeNames)?> CorpusAsync(
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
            Environment.ProcessorCount
        );
        return (run.RunId, corpus, scopes);
    }
}
