using Microsoft.Extensions.AI;
using Motif.Embeddings;
using Motif.Storage;

namespace Motif.Decisions.Understanding;

/// <summary>
/// Vectors of messages by the sentence model, less its mean and of length 1. A model that hangs or fails holds no message up:
/// it then has no vector, and for a while the model is not asked again. Thread-safe.
/// </summary>
/// <param name="generator">Null where there is no model: no message has a vector.</param>
/// <param name="wait">How long a message waits for its vector.</param>
public sealed class MessageVectors(
    IEmbeddingGenerator<string, Embedding<float>>? generator,
    TimeSpan wait,
    TimeProvider time
)
{
    private const int Batch = 256;

    /// <summary>What each text of many adds to the wait.</summary>
    private static readonly TimeSpan WaitOfEach = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a model is left alone that did not answer in time.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private const long Never = long.MinValue;

    private long _hungAt = Never;

    private readonly ReadOnlyMemory<float> _mean =
        (generator?.GetService(typeof(EmbeddingMean)) as EmbeddingMean)?.Values
        ?? ReadOnlyMemory<float>.Empty;

    /// <summary>The model, which a log of lessons must have been learned with to be read again; null without one.</summary>
    public string? Model =>
        generator is null
            ? null
            : (
                generator.GetService(typeof(EmbeddingGeneratorMetadata))
                as EmbeddingGeneratorMetadata
            )?.DefaultModelId
                ?? "default";

    /// <summary>Null where there is no model, where it did not answer in time, and for a text without a word.</summary>
    public async Task<float[]?> OfAsync(string text, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(text) ? null
        : await TryAllAsync([text], cancellationToken) is [var vector] ? vector
        : null;

    /// <summary>The vectors of many texts in their order; null where the model failed or did not answer in time.</summary>
    public async Task<IReadOnlyList<float[]?>?> TryAllAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (generator is null)
            return [.. texts.Select(_ => (float[]?)null)];
        if (
            Interlocked.Read(ref _hungAt) is var hung and not Never
            && time.GetElapsedTime(hung) < Rest
        )
            return null;
        using var deadline = new CancellationTokenSource(
            wait == Timeout.InfiniteTimeSpan ? wait : wait + ((texts.Count - 1) * WaitOfEach),
            time
        );
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            // A generator that never looks at its token must not hold the message either.
            var vectors = await OfAllAsync(texts, either.Token).WaitAsync(either.Token);
            Interlocked.Exchange(ref _hungAt, Never);
            return vectors;
        }
        catch (BackendException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _hungAt, time.GetTimestamp());
            return null;
        }
    }

    /// <summary>The vectors of many texts in their order, however long that takes.</summary>
    /// <exception cref="BackendException">The model did not answer.</exception>
    public async Task<IReadOnlyList<float[]?>> OfAllAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new List<float[]?>(texts.Count);
        if (generator is null)
            return [.. texts.Select(_ => (float[]?)null)];
        foreach (var part in texts.Chunk(Batch))
        {
            var made = await generator.GenerateAsync(part, cancellationToken: cancellationToken);
            foreach (var embedding in made)
                vectors.Add(Centred(embedding.Vector.Span));
        }
        return vectors;
    }

    /// <summary>Null for the zero vector, which a text without a token has.</summary>
    private float[]? Centred(ReadOnlySpan<float> vector)
    {
        var isZero = true;
        foreach (var value in vector)
            isZero &= value == 0;
        if (isZero)
            return null;
        var centred = vector.ToArray();
        if (_mean.Length == centred.Length)
            FixedSum.AddScaled(centred, -1, _mean.Span);
        var length = MathF.Sqrt(FixedSum.Dot(centred, centred));
        if (length < 1e-9f)
            return null;
        for (var i = 0; i < centred.Length; i++)
            centred[i] /= length;
        return centred;
    }
}
