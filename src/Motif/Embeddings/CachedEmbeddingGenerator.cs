using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Motif.Storage;

namespace Motif.Embeddings;

/// <summary>
/// Remembers the vectors of texts, the last ones in memory and all of them in the database, and asks once for a text that
/// several callers want at the same time. An empty text is never sent: its vector has no components. Thread-safe.
/// <para>
/// Whoever gives up waiting does not end the request, for others may wait for it too; its result is kept for the next call.
/// </para>
/// </summary>
public sealed class CachedEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner,
    IEmbeddingCache cache,
    TimeProvider time,
    int capacity = CachedEmbeddingGenerator.DefaultCapacity
) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public const int DefaultCapacity = 10_000;

    /// <summary>Vectors kept in the database; 1,536 dimensions make 600 MB of it.</summary>
    public const int MostStored = 100_000;

    /// <summary>The database is trimmed after so many new texts.</summary>
    private const int TrimInterval = 5_000;

    private readonly RecentVectors _recent = new(capacity);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<float[]>> _flights = new(
        StringComparer.Ordinal
    );
    private readonly CancellationTokenSource _stopping = new();
    private long _hits;
    private long _misses;
    private long _storeFailures;
    private int _stored;
    private int _disposed;

    /// <summary>Texts answered without the model so far, those of empty text not counted.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Texts that the model was asked for.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>Batches that the database did not take; their texts will be asked for once more after a restart.</summary>
    public long StoreFailures => Interlocked.Read(ref _storeFailures);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        var (space, model) = Space(options);
        var texts = values.Select(Normalized).ToList();
        var keys = texts.ConvertAll(text => text.Length == 0 ? "" : Key(space, text));
        var waits = Take(keys, texts, options);
        var result = new GeneratedEmbeddings<Embedding<float>>(keys.Count);
        foreach (var key in keys)
        {
            var vector =
                key.Length == 0 ? []
                : waits.Known.TryGetValue(key, out var known) ? known
                : await waits.Coming[key].WaitAsync(cancellationToken);
            result.Add(new Embedding<float>(vector) { ModelId = model });
        }
        return result;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _stopping.Cancel();
            _stopping.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>What is in memory, and the requests that will bring the rest: those under way and one of our own.</summary>
    private (Dictionary<string, float[]> Known, Dictionary<string, Task<float[]>> Coming) Take(
        List<string> keys,
        List<string> texts,
        EmbeddingGenerationOptions? options
    )
    {
        var known = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var coming = new Dictionary<string, Task<float[]>>(StringComparer.Ordinal);
        var ours = new Dictionary<string, Flight>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            if (key.Length == 0 || known.ContainsKey(key) || coming.ContainsKey(key))
                continue;
            if (_recent.Find(key) is { } vector)
            {
                known.Add(key, vector);
                continue;
            }
            var mine = NewWait();
            var flight = _flights.GetOrAdd(key, mine);
            coming.Add(key, flight.Task);
            if (ReferenceEquals(flight, mine))
                ours.Add(key, new Flight(texts[i], mine));
        }
        Interlocked.Add(ref _hits, known.Count + coming.Count - ours.Count);
        if (ours.Count > 0)
            _ = FetchAsync(ours, options);
        return (known, coming);
    }

    /// <summary>Brings our flights home, from the database or the model; every one of them ends, well or not.</summary>
    private async Task FetchAsync(
        Dictionary<string, Flight> flights,
        EmbeddingGenerationOptions? options
    )
    {
        try
        {
            var stored = await cache.FindAsync(flights.Keys, _stopping.Token);
            foreach (var (key, vector) in stored)
                Land(flights, key, vector);
            Interlocked.Add(ref _hits, stored.Count);
            if (flights.Count > 0)
                await EmbedAsync(flights, options);
        }
        catch (Exception exception)
        {
            foreach (var (key, flight) in flights)
            {
                _flights.TryRemove(key, out _);
                flight.Wait.TrySetException(exception);
                // Nobody may be waiting any more.
                _ = flight.Wait.Task.Exception;
            }
        }
    }

    private async Task EmbedAsync(
        Dictionary<string, Flight> flights,
        EmbeddingGenerationOptions? options
    )
    {
        var wanted = flights.ToArray();
        Interlocked.Add(ref _misses, wanted.Length);
        var answer = await InnerGenerator.GenerateAsync(
            wanted.Select(w => w.Value.Text),
            options,
            _stopping.Token
        );
        var vectors = wanted
            .Zip(answer, (w, embedding) => KeyValuePair.Create(w.Key, embedding.Vector.ToArray()))
            .ToDictionary(StringComparer.Ordinal);
        // Those who wait come before a database that may be busy.
        foreach (var (key, vector) in vectors)
            Land(flights, key, vector);
        await StoreAsync(vectors);
    }

    private async Task StoreAsync(Dictionary<string, float[]> vectors)
    {
        try
        {
            await cache.StoreAsync(vectors, time.GetUtcNow(), _stopping.Token);
            if (Interlocked.Add(ref _stored, vectors.Count) < TrimInterval)
                return;
            Interlocked.Exchange(ref _stored, 0);
            await cache.TrimAsync(MostStored, _stopping.Token);
        }
        catch (BackendException)
        {
            Interlocked.Increment(ref _storeFailures);
        }
    }

    private void Land(Dictionary<string, Flight> flights, string key, float[] vector)
    {
        if (!flights.Remove(key, out var flight))
            return;
        _recent.Add(key, vector);
        _flights.TryRemove(key, out _);
        flight.Wait.TrySetResult(vector);
    }

    private (string Space, string? Model) Space(EmbeddingGenerationOptions? options)
    {
        var metadata =
            InnerGenerator.GetService(typeof(EmbeddingGeneratorMetadata))
            as EmbeddingGeneratorMetadata;
        var model = options?.ModelId ?? metadata?.DefaultModelId;
        var dimensions =
            options?.Dimensions
            ?? (model == metadata?.DefaultModelId ? metadata?.DefaultModelDimensions : null);
        return ($"{metadata?.ProviderName}\n{model}\n{dimensions}", model);
    }

    /// <summary>SHA-256 of space and text, lower-case hex.</summary>
    private static string Key(string space, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{space}\n{text}")));

    private static string Normalized(string text) => text.ReplaceLineEndings("\n").Trim();

    private static TaskCompletionSource<float[]> NewWait() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Flight(string Text, TaskCompletionSource<float[]> Wait);
}
