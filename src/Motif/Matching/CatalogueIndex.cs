using System.Collections.Concurrent;
using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Storage;

namespace Motif.Matching;

/// <summary>
/// Keeps a <see cref="MatchIndex"/> in step with the catalogue and its outcomes, whoever writes to them: before a match it
/// asks the stores for what changed since, which is a short query each when nothing did. Thread-safe.
/// </summary>
/// <param name="feedback">What patterns learned from outcomes; null where nothing is learned.</param>
/// <param name="snapshots">Where the index is kept for a quick start; null where it is not.</param>
/// <param name="learnedIn">The namespace whose outcomes count (<see cref="LearningNamespace"/>); null for those of all.</param>
public sealed class CatalogueIndex(
    IPatternStore patterns,
    MatchIndex index,
    TimeProvider time,
    IFeedbackStore? feedback = null,
    CatalogueSnapshots? snapshots = null,
    string? learnedIn = null
) : IDisposable
{
    /// <summary>Most of the time nothing changed, which the last change alone tells.</summary>
    private const int FirstPage = 1;

    private const int SecondPage = 20;

    /// <summary>Patterns of an index from a file that are looked up, to see whether it is of this database.</summary>
    private const int LookedUp = 64;

    /// <summary>Patterns whose intents are read in one query.</summary>
    private const int IntentBatch = 2000;

    /// <summary>Changes are asked for once in so long.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// A write that was answered longer ago than this is in the index. Between the two a match goes by what was read last, and
    /// the next reading begins behind its back: under load nobody waits for it.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(45);

    /// <summary>Clocks of writers may differ, and transactions end out of order, by this much.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Guid, (int Version, DateTimeOffset UpdatedAt)> _known =
        new();
    private readonly Dictionary<Guid, DateTimeOffset> _learned = [];
    private DateTimeOffset _settled = DateTimeOffset.MinValue;
    private DateTimeOffset _learnedSettled;
    private long _lastRead;
    private int _expired;
    private bool _loaded;
    private bool _restored;
    private int _unsaved;
    private Task _refit = Task.CompletedTask;

    public MatchIndex Index => index;

    /// <summary>Whether everything was read once; until then the first match pays for it.</summary>
    public bool IsLoaded => _loaded;

    /// <summary>What was unusual when it was loaded, for people; null when nothing was.</summary>
    public string? Remark => snapshots?.Remark;

    /// <summary>Patterns that changed since the index was saved last.</summary>
    public int Unsaved => Volatile.Read(ref _unsaved);

    /// <summary>Leaves the index in a file for the next start, where that pays; false where nothing was written.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        if (snapshots is not { IsWanted: true } || !_loaded || Unsaved == 0)
            return false;
        await _gate.WaitAsync(cancellationToken);
        IndexedCatalogue catalogue;
        int unsaved;
        try
        {
            catalogue = new IndexedCatalogue(_settled, _learnedSettled, _known.ToArray());
            unsaved = Unsaved;
        }
        finally
        {
            _gate.Release();
        }
        // What the index takes in meanwhile is in the file and read once more at the start.
        if (!await Task.Run(() => snapshots.Save(catalogue), cancellationToken))
            return false;
        Interlocked.Add(ref _unsaved, -unsaved);
        return true;
    }

    /// <summary>Reads what changed; the first call reads the index that was left, or everything, and fits it.</summary>
    /// <param name="atOnce">Also where it was read a moment ago.</param>
    public async Task SynchronizeAsync(CancellationToken cancellationToken, bool atOnce = false)
    {
        var asked = time.GetTimestamp();
        if (!atOnce && IsFresh(asked, Patience))
        {
            if (!IsFresh(asked, Interval))
                ReadAhead();
            return;
        }
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited for another's reading needs none of his own, unless that one began too early.
            if (atOnce || !IsFresh(asked, Interval))
                await ReadAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Makes the next match read what changed, however short ago that was done: somebody here has just written.</summary>
    public void Expire() => Interlocked.Exchange(ref _expired, 1);

    /// <summary>Takes a pattern out that the store no longer has.</summary>
    public void Forget(Guid patternId)
    {
        _known.TryRemove(patternId, out _);
        index.Remove(patternId.ToString());
    }

    /// <summary>Patterns as the index sees them, with what they learned.</summary>
    /// <param name="found">With their own record (<see cref="WithOwnRecordAsync"/>).</param>
    internal async Task<IReadOnlyList<MatchDocument>> DocumentsAsync(
        IReadOnlyList<Pattern> found,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var documents = new List<MatchDocument>(found.Count);
        foreach (var batch in found.Chunk(IntentBatch))
        {
            var learned = feedback is null
                ? null
                : await feedback.PastIntentsAsync(
                    [.. batch.Select(pattern => pattern.PatternId)],
                    learnedIn,
                    cancellationToken
                );
            documents.AddRange(
                batch.Select(pattern =>
                    PatternText.Document(
                        pattern,
                        learned?.GetValueOrDefault(pattern.PatternId) ?? [],
                        now
                    )
                )
            );
        }
        return documents;
    }

    /// <summary>The patterns with the successes and failures of the namespace, in order; as they are where the index has none.</summary>
    internal async Task<IReadOnlyList<Pattern>> WithOwnRecordAsync(
        IReadOnlyList<Pattern> found,
        CancellationToken cancellationToken
    )
    {
        if (feedback is null || learnedIn is null)
            return found;
        var own = new List<Pattern>(found.Count);
        foreach (var batch in found.Chunk(IntentBatch))
        {
            var records = await feedback.RecordsAsync(
                [.. batch.Select(pattern => pattern.PatternId)],
                learnedIn,
                cancellationToken
            );
            own.AddRange(
                batch.Select(pattern =>
                    pattern with
                    {
                        Success = Posterior(records.GetValueOrDefault(pattern.PatternId)),
                    }
                )
            );
        }
        return own;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static SuccessPosterior Posterior(NamespaceRecord record) =>
        new(checked((int)record.Successes), checked((int)record.Failures))
        {
            WeighedSuccesses = (double)record.WeighedSuccesses / OutcomeWeight.Unit,
            WeighedFailures = (double)record.WeighedFailures / OutcomeWeight.Unit,
        };

    /// <summary>Whether the last reading began less than <paramref name="age"/> before a match was asked for, or after it.</summary>
    private bool IsFresh(long asked, TimeSpan age) =>
        _loaded
        && Volatile.Read(ref _expired) == 0
        && time.GetElapsedTime(Interlocked.Read(ref _lastRead), asked) < age;

    private void ReadAhead()
    {
        if (!_gate.Wait(0, CancellationToken.None))
            return;
        var stopped = _stop.Token;
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await ReadAsync(stopped);
                }
                catch (Exception exception)
                    when (exception is BackendException or OperationCanceledException)
                {
                    // A match that comes too late for the last reading waits for its own and hears of the failure.
                }
                finally
                {
                    _gate.Release();
                }
            },
            CancellationToken.None
        );
    }

    /// <summary>Takes in what changed; by the holder of the gate.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        // Before the read: what is written during it makes the next one read again.
        Interlocked.Exchange(ref _expired, 0);
        var began = time.GetTimestamp();
        var started = time.GetUtcNow();
        if (!_loaded)
            await RestoreAsync(cancellationToken);
        var changed = await ReadChangesAsync(started, cancellationToken);
        changed.AddRange(await ReadLearnedAsync(changed, started, cancellationToken));
        var found = await WithOwnRecordAsync(changed, cancellationToken);
        index.Upsert(await DocumentsAsync(found, cancellationToken));
        foreach (var pattern in changed)
            _known[pattern.PatternId] = (pattern.Version, pattern.UpdatedAt);
        Interlocked.Add(ref _unsaved, changed.Count);
        if (!_loaded && !_restored)
            index.Refit();
        else if (index.IsStale && _refit.IsCompleted)
            _refit = Task.Run(index.Refit, CancellationToken.None);
        _loaded = true;
        Interlocked.Exchange(ref _lastRead, began);
    }

    /// <summary>
    /// Begins with the index that was left. Patterns that were purged since leave no change behind, but fewer patterns than the
    /// index has; then, and where the file is of another database, everything is read.
    /// </summary>
    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (_restored || snapshots is null)
            return;
        if (await Task.Run(snapshots.Restore, cancellationToken) is not { } catalogue)
            return;
        (_settled, _learnedSettled) = (catalogue.Settled, catalogue.LearnedSettled);
        foreach (var (id, known) in catalogue.Known)
            _known[id] = known;
        _restored = await IsOfThisCatalogueAsync(cancellationToken);
        if (_restored)
        {
            _settled = catalogue.Settled;
            return;
        }
        foreach (var id in _known.Keys)
            Forget(id);
        (_settled, _learnedSettled) = (DateTimeOffset.MinValue, default);
    }

    private async Task<bool> IsOfThisCatalogueAsync(CancellationToken cancellationToken)
    {
        var ids = _known.Keys.Order().ToList();
        var step = Math.Max(1, ids.Count / LookedUp);
        var some = ids.Where((_, i) => i % step == 0).Take(LookedUp).ToList();
        var found = await patterns.FindManyAsync(some, cancellationToken);
        var changed = await ReadChangesAsync(time.GetUtcNow(), cancellationToken);
        var added = changed.Count(pattern => !_known.ContainsKey(pattern.PatternId));
        var counts = await patterns.CountAsync(cancellationToken);
        return found.Count == some.Count && counts.Patterns >= _known.Count + added;
    }

    /// <summary>Last changed first, down to what was settled before; in the order of ids, so that ties never depend on time.</summary>
    private async Task<List<Pattern>> ReadChangesAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<Pattern>();
        var newest = _settled;
        var query = new PatternQuery
        {
            Limit = _loaded || _restored ? FirstPage : PatternQuery.MaxLimit,
        };
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
            query = query with
            {
                Cursor = page.NextCursor,
                Limit = query.Limit == FirstPage ? SecondPage : PatternQuery.MaxLimit,
            };
        }
        _settled = newest < now - Unsettled ? newest : now - Unsettled;
        return [.. changed.OrderBy(pattern => pattern.PatternId)];
    }

    /// <summary>Patterns with outcomes that the index has not seen, beside those that changed anyway.</summary>
    private async Task<IReadOnlyList<Pattern>> ReadLearnedAsync(
        List<Pattern> changed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (feedback is null)
            return [];
        var since = _learnedSettled;
        var recent =
            _loaded || _restored ? await feedback.LearnedSinceAsync(since, cancellationToken) : [];
        _learnedSettled = now - Unsettled;
        var unseen = new List<Guid>();
        foreach (var (id, at) in recent)
        {
            if (_learned.TryGetValue(id, out var seen) && seen == at)
                continue;
            _learned[id] = at;
            unseen.Add(id);
        }
        foreach (var (id, at) in _learned)
        {
            if (at < since)
                _learned.Remove(id);
        }
        var rest = unseen.Except(changed.Select(pattern => pattern.PatternId)).ToList();
        if (rest.Count == 0)
            return [];
        var found = await patterns.FindManyAsync(rest, cancellationToken);
        return [.. found.OrderBy(pattern => pattern.PatternId)];
    }

    private bool IsKnown(Pattern pattern) =>
        _known.TryGetValue(pattern.PatternId, out var known)
        && known == (pattern.Version, pattern.UpdatedAt);
}
