using Motif.Catalog;
using Motif.Discovery.Runs;

namespace Motif.Discovery.Trends;

/// <summary>Says whether traits still do what they did, in the corpus of the last run. Thread-safe.</summary>
public sealed class EffectsOverTime(AskedCorpus corpus, IDiscoveryStore store)
{
    public async Task<CatalogueAnswer<EffectOverTime>> AskAsync(
        EffectQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem() is { } problem)
            return problem;
        var answer = await corpus.FindAsync(
            question.Feature,
            question.ClusterId,
            cancellationToken
        );
        return answer.Value is not { } asked
            ? answer.Problem!
            : new EffectCalendar(asked.Corpus, question).Of(
                asked.Feature,
                asked.Layer,
                asked.Scope,
                asked.Name
            );
    }

    /// <summary>Of a finding of the last run.</summary>
    public async Task<CatalogueAnswer<EffectOverTime>> OfFindingAsync(
        Guid findingId,
        TrendPeriod period,
        string zone,
        CancellationToken cancellationToken
    ) =>
        await store.FindFindingAsync(findingId, cancellationToken) is { } finding
            ? await AskAsync(
                new EffectQuestion(finding.Feature, finding.ClusterId, period, zone),
                cancellationToken
            )
            : new CatalogueProblem(CatalogueRefusal.NotFound, $"no finding has the id {findingId}");
}
