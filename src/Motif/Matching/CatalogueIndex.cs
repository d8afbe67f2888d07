using System.Collections.Concurrent;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Matching;

/// <summary>
/// Keeps a <see cref="MatchIndex"/> in step with the catalogue, whoever writes to it: before a match it asks the store for
/// what changed since, which is one short query when nothing did. Thread-safe.
/// </summary>
public sealed class CatalogueIndex(IPatternStore patterns, MatchIndex index, TimeProvider time)
    : IDisposable
{
    private const int FirstPage = 20;

    /// <summary>A write that was answered longer ago than this is in the index.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>Clocks of writers may differ, and transactions end out of order, by this much.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<Guid, (int Version, DateTimeOffset UpdatedAt)> _known =
        new();
    private DateTimeOffset _settled = DateTimeOffset.MinValue;
    private long _lastRead;
    private bool _loaded;
    private Task _refit = Task.CompletedTask;

    public MatchIndex Index => index;

    /// <summary>Reads what changed; the first call reads everything and fits the index.</summary>
    public async Task SynchronizeAsync(CancellationToken cancellationToken)
    {
        if (_loaded && time.GetElapsedTime(Interlocked.Read(ref _lastRead)) < Interval)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var started = time.GetUtcNow();
            var changed = await ReadChangesAsync(started, cancellationToken);
            index.Upsert([.. changed.Select(pattern => PatternText.Document(pattern, started))]);
            foreach (var pattern in changed)
                _known[pattern.PatternId] = (pattern.Version, pattern.UpdatedAt);
            if (!_loaded)
                index.Refit();
            else if (index.IsStale && _refit.IsCompleted)
                _refit = Task.Run(index.Refit, CancellationToken.None);
            _loaded = true;
            Interlocked.Exchange(ref _lastRead, time.GetTimestamp());
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a pattern out that the store no longer has.</summary>
    public void Forget(Guid patternId)
    {
        _known.TryRemove(patternId, out _);
        index.Remove(patternId.ToString());
    }

    /// <summary>Every pattern of the catalogue as the index sees it, by id; what tuning trains on.</summary>
    public async Task<IReadOnlyList<MatchDocument>> ReadAllAsync(
        CancellationToken cancellationToken
    )
    {
        var documents = new List<MatchDocument>();
        var query = new PatternQuery { Limit = PatternQuery.MaxLimit };
        do
        {
            var page = await patterns.ListAsync(query, cancellationToken);
            documents.AddRange(
                page.Items.Select(pattern => PatternText.Document(pattern, time.GetUtcNow()))
            );
            query = query with { Cursor = page.NextCursor };
        } while (query.Cursor is not null);
        return [.. documents.OrderBy(document => document.Id, StringComparer.Ordinal)];
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Last changed first, down to what was settled before; in the order of ids, so that ties never depend on time.</summary>
    private async Task<List<Pattern>> ReadChangesAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<Pattern>();
        var newest = _settled;
        var query = new PatternQuery { Limit = _loaded ? FirstPage : PatternQuery.MaxLimit };
        var goOn = true;
        while (goOn)
        {
            var page = await patterns.ListAsync(query, cancellationToken);
            foreach (var pattern in page.Items)
            {
                newest = pattern.UpdatedAt > newest ? pattern.UpdatedAt : newest;
                goOn &= pattern.UpdatedAt > _settled;
                if (pattern.UpdatedAt > _settled && !IsKnown(pattern))
                    changed.Add(pattern);
            }
            goOn &= page.NextCursor is not null;
            query = query with { Cursor = page.NextCursor, Limit = PatternQuery.MaxLimit };
        }
        _settled = newest < now - Unsettled ? newest : now - Unsettled;
        return [.. changed.OrderBy(pattern => pattern.PatternId)];
    }

    private bool IsKnown(Pattern pattern) =>
        _known.TryGetValue(pattern.PatternId, out var known)
        && known == (pattern.Version, pattern.UpdatedAt);
}
