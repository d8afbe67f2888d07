using Motif.Catalog;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Runs;

/// <summary>A question about a trait.</summary>
/// <param name="Feature">Such as <c>phrase:how to</c>; without a family it is a phrase.</param>
/// <param name="ClusterId">A macro or meso; the whole corpus when null.</param>
[WireRequest]
public sealed record WhyNotQuestion(string Feature, Guid? ClusterId = null);

/// <summary>Answers about the traits of the last run, of those too that it tested and did not find. Thread-safe.</summary>
public sealed class FindingAnswers(AskedCorpus corpus, IDiscoveryStore store)
{
    public async Task<CatalogueAnswer<WhyNotAnswer>> WhyNotAsync(
        WhyNotQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        var answer = await corpus.FindAsync(
            question.Feature,
            question.ClusterId,
            cancellationToken
        );
        if (answer.Value is not { } asked)
            return answer.Problem!;
        var found = await store.ListFindingsAsync(cancellationToken);
        return new WhyNot(asked.Corpus, asked.Scopes.Of).Answer(
            asked.Feature,
            asked.Layer,
            asked.Scope,
            [.. found.Where(f => f.ClusterId == asked.Name.ClusterId)]
        );
    }
}
