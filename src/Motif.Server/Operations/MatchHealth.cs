using Motif.Embeddings;
using Motif.Matching;
using Motif.Storage;
using Motif.Text;

namespace Motif.Server.Operations;

/// <summary>Whether matching can be answered: its vectors are there, in step with the catalogue, and texts can be embedded.</summary>
internal sealed class MatchHealth(
    CatalogueIndex index,
    Lexicon lexicon,
    TextAnalyzer analyzer,
    JobHealth jobs,
    ILogger<MatchHealth> log
)
{
    /// <summary>The job that loads the index.</summary>
    public const string IndexJob = "index";

    /// <summary>Words that every lexicon knows some of.</summary>
    private const string Probe = "retry a failed request to the database";

    /// <param name="patience">How long the catalogue may take to answer.</param>
    public async Task<IReadOnlyList<HealthCheck>> CheckAsync(
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        if (!index.IsLoaded)
        {
            var reason = jobs.FailureOf(IndexJob) is { } cause
                ? $"the index could not be built from the catalogue: {cause}"
                : "the index is being built from the catalogue";
            return [new("vectors", false, reason), new("sync", false, reason), Embedding()];
        }
        var failure = await SyncFailureAsync(patience, cancellationToken);
        return
        [
            new HealthCheck("vectors", true, index.Remark),
            new HealthCheck("sync", failure is null, failure),
            Embedding(),
        ];
    }

    private async Task<string?> SyncFailureAsync(
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            await index.SynchronizeAsync(timeout.Token);
            return null;
        }
        catch (BackendException exception)
        {
            log.LogWarning(exception, "The index cannot follow the catalogue");
            return $"the index cannot follow the catalogue: {exception.System} does not answer";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"the index did not catch up within {patience.TotalSeconds} s";
        }
    }

    /// <summary>The vector of a sentence has a length; an empty or damaged lexicon gives none.</summary>
    private HealthCheck Embedding() =>
        lexicon.Embed(Probe, analyzer).Any(x => x != 0)
            ? new("embedding", true, null)
            : new("embedding", false, "the lexicon knows no word of a plain sentence");
}
