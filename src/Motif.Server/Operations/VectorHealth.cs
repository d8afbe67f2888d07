using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Storage;

namespace Motif.Server.Operations;

/// <summary>
/// The vectors as parts of the server's health. None of them is required: while one is out of order, matches are answered by
/// the offline vectors and nothing that is written is lost.
/// </summary>
internal static class VectorHealth
{
    /// <summary>A change is usually in the index within a second; a minute means that something is in the way.</summary>
    private const double MostLagSeconds = 60;

    /// <summary>Null when the database does not tell.</summary>
    public static async Task<VectorStatus?> ReadAsync(
        VectorSync sync,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await sync.StatusAsync(cancellationToken);
        }
        catch (BackendException exception)
        {
            loggers
                .CreateLogger("Motif.Health")
                .LogWarning(exception, "The state of the vectors cannot be read");
            return null;
        }
    }

    /// <summary>A model that is switched off is as it should be; without one, the lexicon answers.</summary>
    public static HealthCheck Check(SentenceModelStatus model) =>
        new(
            "sentence_model",
            !model.IsProblem,
            model.IsProblem
                ? $"{WireName.Of(model.State)}, the lexicon answers: {model.Reason}"
                : null,
            Required: false
        );

    public static IEnumerable<HealthCheck> Checks(VectorStatus status)
    {
        var vectors =
            status.IndexFailure
            ?? (status.IndexCircuit is "open" ? $"{status.Index} is left alone for a while" : null)
            ?? (status.Space is null ? "the first vectors are being made" : null);
        var embedding =
            status.EmbeddingFailure
            ?? (
                status.EmbeddingCircuit is "open" ? "the endpoint is left alone for a while" : null
            );
        var sync =
            status.LagSeconds > MostLagSeconds
                ? FormattableString.Invariant(
                    $"{status.Pending} changes wait, the oldest for {status.LagSeconds:0} s"
                )
            : status.DeadLetters > 0 ? $"{status.DeadLetters} patterns were refused for good"
            : null;
        yield return new HealthCheck("vector_index", vectors is null, vectors, Required: false);
        yield return new HealthCheck("vector_sync", sync is null, sync, Required: false);
        yield return new HealthCheck(
            "embedding_endpoint",
            embedding is null,
            embedding,
            Required: false
        );
    }
}
