using System.Globalization;
using Motif.Catalog;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>
/// The in-process index of a space: read from a snapshot where a sound one is there, otherwise from the database, and from then
/// on told of every vector that any server writes. Thread-safe.
/// </summary>
internal sealed class LocalVectors(
    IVectorStore store,
    EmbeddingSpace space,
    VectorOptions options,
    TimeProvider time
) : IDisposable
{
    private const int PageRows = 5_000;

    /// <summary>Clocks of writers may differ, and transactions end out of order, by this much.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(5);

    /// <summary>A write that was answered longer ago than this is in the index.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<Guid, DateTimeOffset> _unsettled = [];
    private readonly VectorSpace _vectorSpace = new(space.Dimensions);
    private IvfIndex? _index;
    private DateTimeOffset _settled = DateTimeOffset.MinValue;
    private DateTimeOffset _saved = DateTimeOffset.MinValue;
    private long _lastRead;

    /// <summary>What was unusual about the start, for people; null when nothing was.</summary>
    public string? Remark { get; private set; }

    /// <summary>The index with everything that was written a moment ago.</summary>
    public async Task<IVectorIndex> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_index is not null && time.GetElapsedTime(Interlocked.Read(ref _lastRead)) < Interval)
            return _index;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var index = _index ?? Open();
            await CatchUpAsync(index, cancellationToken);
            _index = index;
            Interlocked.Exchange(ref _lastRead, time.GetTimestamp());
            return index;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Writes a snapshot when there is a folder for it and enough has changed; returns the file.</summary>
    public async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        if (options.SnapshotFolder is not { } folder || _index is null)
            return null;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_index.Count < options.SnapshotRows || _settled <= _saved)
                return null;
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, FileName(_settled));
            _index.Save(path);
            foreach (var (other, _) in Snapshots(folder).Where(s => s.Path != path))
                File.Delete(other);
            _saved = _settled;
            return path;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private IvfIndex Open()
    {
        if (options.SnapshotFolder is not { } folder || !Directory.Exists(folder))
            return new IvfIndex(_vectorSpace);
        foreach (var (path, settled) in Snapshots(folder).OrderByDescending(s => s.Settled))
        {
            var opened = IvfSnapshot.Open(path, _vectorSpace);
            if (opened.Index is not null)
            {
                _settled = _saved = settled;
                return opened.Index;
            }
            Remark =
                $"the snapshot was not used, the index is rebuilt from the database: {opened.Reason}";
        }
        return new IvfIndex(_vectorSpace);
    }

    /// <summary>Reads what was written since; what lies in the last seconds is read again next time.</summary>
    private async Task CatchUpAsync(IvfIndex index, CancellationToken cancellationToken)
    {
        var started = Moment.Now(time);
        var newest = _settled;
        VectorPosition? place =
            _settled == DateTimeOffset.MinValue ? null : new(_settled, Guid.Empty);
        var changed = new List<PatternVector>();
        IReadOnlyList<PatternVector> page;
        do
        {
            page = await store.ChangesAsync(space, place, PageRows, cancellationToken);
            changed.AddRange(page.Where(IsNew));
            if (page.Count > 0)
                place = new VectorPosition(page[^1].At, page[^1].PatternId);
        } while (page.Count == PageRows);
        Apply(index, changed);
        foreach (var vector in changed)
        {
            _unsettled[vector.PatternId] = vector.At;
            newest = vector.At > newest ? vector.At : newest;
        }
        Settle(newest, started - Unsettled);
    }

    private bool IsNew(PatternVector vector) =>
        !_unsettled.TryGetValue(vector.PatternId, out var at) || at != vector.At;

    private static void Apply(IvfIndex index, List<PatternVector> changed)
    {
        var present = changed.Where(v => v.Vector is not null).ToList();
        if (present.Count > 0)
            index.Upsert(present.ConvertAll(v => new VectorRecord(v.PatternId, v.Vector)));
        var gone = changed.Where(v => v.Vector is null).ToList();
        if (gone.Count > 0)
            index.Delete(gone.ConvertAll(v => (VectorKey)v.PatternId));
    }

    private void Settle(DateTimeOffset newest, DateTimeOffset before)
    {
        var settled = newest < before ? newest : before;
        if (settled <= _settled)
            return;
        _settled = settled;
        foreach (var (id, at) in _unsettled.ToArray())
        {
            if (at < settled)
                _unsettled.Remove(id);
        }
    }

    /// <summary>The name says which space it is of and up to when it is complete, in microseconds since 1970.</summary>
    private string FileName(DateTimeOffset settled) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{space.Digest}-{(settled - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.ivf"
        );

    private IEnumerable<(string Path, DateTimeOffset Settled)> Snapshots(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, space.Digest + "-*.ivf"))
        {
            var settled = Path.GetFileNameWithoutExtension(path)[(space.Digest.Length + 1)..];
            if (long.TryParse(settled, CultureInfo.InvariantCulture, out var microseconds))
                yield return (
                    path,
                    DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
                );
        }
    }
}
