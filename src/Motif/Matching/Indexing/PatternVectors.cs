using System.Diagnostics.Metrics;
using System.Globalization;
using Motif.Matching.Requests;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>
/// The meaning of a request by the chosen model: embeds it, asks the index of the current space, and says which patterns are
/// near. Whatever of it is out of order, the offline vectors answer instead. Thread-safe.
/// </summary>
public sealed class PatternVectors
{
    /// <summary>Fewer cosines have no median worth the name.</summary>
    private const int FewestSampled = 3;

    /// <summary>Neighbours asked for. A pattern beyond them that shares no words is as good as not near.</summary>
    internal const int Neighbours = 300;

    /// <summary>Where fewer than one in so many pass the filters, the index is told which.</summary>
    private const int Selective = 5;

    /// <summary>How long the current space is taken to be the same.</summary>
    private static readonly TimeSpan SpaceAge = TimeSpan.FromSeconds(1);

    /// <summary>How long a match waits for the index.</summary>
    private static readonly TimeSpan SearchWait = TimeSpan.FromSeconds(2);

    private readonly SpaceEmbeddings _embeddings;
    private readonly IVectorStore _store;
    private readonly VectorIndexes _indexes;
    private readonly TimeProvider _time;
    private readonly Histogram<double>? _searches;
    private EmbeddingSpace? _current;
    private long _readAt;

    public PatternVectors(
        SpaceEmbeddings embeddings,
        IVectorStore store,
        VectorIndexes indexes,
        TimeProvider time,
        IMeterFactory? meters = null
    )
    {
        ArgumentNullException.ThrowIfNull(indexes);
        (_embeddings, _store, _indexes, _time) = (embeddings, store, indexes, time);
        _searches = meters
            ?.Create("Motif")
            .CreateHistogram(
                indexes.Kind is "qdrant"
                    ? "qdrant.search.duration"
                    : "motif.vector.search.duration",
                "s",
                "How long searches of the vector index took, failed ones among them.",
                advice: new InstrumentAdvice<double>
                {
                    HistogramBucketBoundaries =
                    [
                        0.0005,
                        0.001,
                        0.0025,
                        0.005,
                        0.01,
                        0.025,
                        0.05,
                        0.1,
                        0.25,
                        0.5,
                        1,
                    ],
                }
            );
    }

    /// <summary>The space of the matches answered last; null where the offline vectors answer.</summary>
    public EmbeddingSpace? LastSpace => _current;

    /// <summary>Why the last search of the index failed; null when it did not.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>The space that matches are searched in; null while none is complete.</summary>
    public async Task<EmbeddingSpace?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_readAt != 0 && _time.GetElapsedTime(Interlocked.Read(ref _readAt)) < SpaceAge)
            return _current;
        var spaces = await _store.SpacesAsync(cancellationToken);
        _current = spaces.FirstOrDefault(s => s.State is SpaceState.Current)?.Space;
        Interlocked.Exchange(ref _readAt, Math.Max(1, _time.GetTimestamp()));
        return _current;
    }

    /// <summary>The current space may have changed.</summary>
    internal void Forget() => Interlocked.Exchange(ref _readAt, 0);

    /// <summary>The patterns near to a request; null where no index could say.</summary>
    /// <exception cref="BackendException">The database is out of order.</exception>
    internal async Task<VectorSignal?> SearchAsync(
        string text,
        MatchFilters filters,
        VectorScope scope,
        CancellationToken cancellationToken
    )
    {
        if (
            scope.Passing == 0
            || await CurrentAsync(cancellationToken) is not { } space
            || !_embeddings.Serves(space)
            || await _embeddings.EmbedRequestAsync(text, space, cancellationToken) is not { } vector
        )
            return null;
        var index = await _indexes.CurrentAsync(space, cancellationToken);
        return await AskAsync(
            async stop =>
            {
                var query = Query(index, vector, filters, scope);
                var hits = await index.SearchAsync(query, stop);
                var compared = await index.ScoreAsync(vector, scope.Compared, stop);
                return Signal(space, hits, compared, scope);
            },
            cancellationToken
        );
    }

    /// <summary>Vectors of texts in the current space; null where there is none, or no model that answers in time.</summary>
    /// <exception cref="BackendException">The database is out of order.</exception>
    internal async Task<IReadOnlyList<float[]>?> EmbedAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    ) =>
        await CurrentAsync(cancellationToken) is { } space && _embeddings.Serves(space)
            ? await _embeddings.EmbedInTimeAsync(texts, space, cancellationToken)
            : null;

    /// <summary>
    /// Where model or index failed the match before, both are asked once more, so that what is well again is known to be
    /// before the next match.
    /// </summary>
    internal async Task AskAgainAsync(CancellationToken cancellationToken)
    {
        if (
            (_embeddings.LastFailure ?? LastFailure) is null
            || await CurrentAsync(cancellationToken) is not { } space
            || !_embeddings.Serves(space)
            || await _embeddings.EmbedAnewAsync(space, cancellationToken) is not { } vector
            || LastFailure is null
        )
            return;
        var index = await _indexes.CurrentAsync(space, cancellationToken);
        await AskAsync(
            async stop =>
            {
                await index.SearchAsync(new VectorQuery(vector) { Limit = 1 }, stop);
                return new VectorSignal(
                    space,
                    new Dictionary<string, float>(StringComparer.Ordinal)
                );
            },
            cancellationToken
        );
    }

    /// <summary>The near ones and those that share words; of a sample of all that pass, only the median.</summary>
    private static VectorSignal Signal(
        EmbeddingSpace space,
        IReadOnlyList<VectorHit> hits,
        IReadOnlyList<float> compared,
        VectorScope scope
    )
    {
        var scores = new Dictionary<string, float>(
            hits.Count + compared.Count,
            StringComparer.Ordinal
        );
        foreach (var hit in hits)
            scores[hit.Key.Value.ToString()] = hit.Score;
        for (var i = scope.Sampled; i < compared.Count; i++)
        {
            if (!float.IsNaN(compared[i]))
                scores[scope.Compared[i].Value.ToString()] = compared[i];
        }
        float[] sample = [.. compared.Take(scope.Sampled).Where(cosine => !float.IsNaN(cosine))];
        Array.Sort(sample);
        return new VectorSignal(
            space,
            scores,
            sample.Length < FewestSampled ? null : sample[sample.Length / 2]
        );
    }

    private async Task<VectorSignal?> AskAsync(
        Func<CancellationToken, Task<VectorSignal>> ask,
        CancellationToken cancellationToken
    )
    {
        var started = _time.GetTimestamp();
        using var deadline = new CancellationTokenSource(SearchWait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            var signal = await ask(either.Token);
            LastFailure = null;
            return signal;
        }
        catch (BackendException exception)
        {
            LastFailure = exception.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LastFailure = string.Create(
                CultureInfo.InvariantCulture,
                $"{_indexes.Kind} did not answer within {SearchWait.TotalSeconds} s"
            );
        }
        finally
        {
            _searches?.Record(_time.GetElapsedTime(started).TotalSeconds);
        }
        return null;
    }

    /// <summary>
    /// An index with payloads filters by itself. Another one is told the keys where few pass, and asked for so many more where
    /// most do that enough of them will.
    /// </summary>
    private static VectorQuery Query(
        IVectorIndex index,
        float[] vector,
        MatchFilters filters,
        VectorScope scope
    )
    {
        var query = new VectorQuery(vector) { Limit = Neighbours };
        // No payload says the language: then the index is told which patterns pass, or asked for more.
        if (
            index.Capabilities.HasFlag(VectorIndexCapabilities.Payloads)
            && filters.Languages.Count == 0
        )
            return query with { Payload = Payload(filters) };
        if (scope.Passing * Selective < scope.Live && scope.Keys() is { } keys)
            return query with { Filter = keys };
        var wanted = (long)Neighbours * scope.Live / scope.Passing;
        return query with { Limit = (int)Math.Min(wanted, VectorQuery.MaxLimit) };
    }

    private static PayloadFilter Payload(MatchFilters filters) =>
        new()
        {
            Kinds = filters.Kinds,
            PatternTypes = filters.PatternTypes,
            Statuses = filters.Statuses.Count > 0 ? filters.Statuses : ["active"],
            Tags = [.. filters.Tags.Select(tag => tag.ToLowerInvariant())],
            MinQualityScore = filters.MinQualityScore,
            MinSuccessRate = filters.MinSuccessRate,
        };
}
