using Microsoft.Extensions.AI;
using Motif.Storage;

namespace Motif.Matching;

/// <summary>
/// The vectors of a remote embedding model beside the index. The endpoint may fail at any time: then requests are answered by
/// the offline vectors, marked as degraded.
/// </summary>
/// <param name="matchWait">How long a request waits for its vector.</param>
public sealed class EndpointEmbeddings(
    IEmbeddingGenerator<string, Embedding<float>> generator,
    TimeSpan matchWait,
    TimeProvider time
)
{
    /// <summary>Texts sent in one call.</summary>
    public const int BatchSize = 64;

    /// <summary>Provider and model: vectors of differently named spaces are never compared.</summary>
    public string Space { get; } = Name(generator);

    /// <summary>The vector of a request; null where the endpoint did not answer in time.</summary>
    public async Task<ReadOnlyMemory<float>?> EmbedAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(matchWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            var answer = await generator.GenerateAsync([text], cancellationToken: either.Token);
            return answer.Count == 1 && answer[0].Vector.Length > 0 ? answer[0].Vector : null;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            return null;
        }
    }

    /// <summary>
    /// Embeds documents and gives the vectors to the index, batch by batch.
    /// </summary>
    /// <returns>How many were embedded; fewer than given when the endpoint stopped answering.</returns>
    public async Task<int> EmbedAsync(
        MatchIndex index,
        IReadOnlyList<MatchDocument> documents,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(index);
        var done = 0;
        foreach (var batch in documents.Chunk(BatchSize))
        {
            try
            {
                var answer = await generator.GenerateAsync(
                    batch.Select(Text),
                    cancellationToken: cancellationToken
                );
                var vectors = batch.Zip(
                    answer,
                    (document, embedding) => KeyValuePair.Create(document.Id, embedding.Vector)
                );
                index.SetEndpointVectors(Space, [.. vectors]);
                done += batch.Length;
            }
            catch (Exception exception) when (IsFailure(exception, cancellationToken))
            {
                return done;
            }
        }
        return done;
    }

    private static string Text(MatchDocument document) =>
        string.Join(
            '\n',
            (string[])[document.Name, document.Intent, document.Description, .. document.Steps]
        );

    private static string Name(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var metadata =
            generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        return $"{metadata?.ProviderName ?? "endpoint"}/{metadata?.DefaultModelId ?? "default"}";
    }

    /// <summary>What a remote service can do wrong; a caller who gave up is not among it.</summary>
    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && exception
            is HttpRequestException
                or OperationCanceledException
                or TimeoutException
                or IOException
                or System.Text.Json.JsonException
                or BackendException;
}
