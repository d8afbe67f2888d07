using Motif.Catalog;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>
/// Keeps the vectors in step with the catalogue: drains the outbox, builds the space of a newly chosen model beside the current
/// one and switches when it is complete, compares the two sides from time to time, writes snapshots. Any number of servers may
/// run one; each entry is worked on by one of them. One loop an instance.
/// </summary>
public sealed class VectorSync(
    SpaceEmbeddings embeddings,
    IVectorStore store,
    IPatternStore patterns,
    VectorIndexes indexes,
    PatternVectors vectors,
    VectorOptions options,
    TimeProvider time
)
{
    private readonly OutboxDrain _drain = new(store, patterns, embeddings, options, time);
    private readonly VectorReconciliation _reconciliation = new(store, time);
    private readonly Random _jitter = new(
        HashCode.Combine(Environment.ProcessId, time.GetTimestamp())
    );
    private EmbeddingSpace? _chosen;
    private long? _reconciledAt;
    private VectorDrift? _drift;
    private string? _failure;
    private string? _remark;

    /// <summary>Works until it is told to stop; a failing backend is waited for.</summary>
    public async Task RunAsync(IProgress<VectorNotice> notices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notices);
        for (var failures = 0; ; )
        {
            var pause = TimeSpan.FromMilliseconds(options.PollMilliseconds);
            try
            {
                var done = await PassAsync(notices, cancellationToken);
                if (failures > 0)
                    notices.Report(new VectorNotice(false, "The vectors are kept in step again"));
                (failures, _failure) = (0, null);
                if (done > 0)
                    continue;
            }
            catch (Exception exception)
                when (exception is BackendException or IOException or UnauthorizedAccessException)
            {
                if (failures++ == 0)
                    notices.Report(
                        new VectorNotice(true, "The vectors cannot be kept in step", exception)
                    );
                _failure = exception.Message;
                pause = Pause(failures);
                // What failed may have come back empty, or with another model: begin as after a start.
                (_chosen, _reconciledAt) = (null, null);
            }
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Works until nothing is pending; what fails is thrown. For commands and tests.</summary>
    public async Task<VectorStatus> CompleteAsync(
        IProgress<VectorNotice> notices,
        CancellationToken cancellationToken
    )
    {
        while (await PassAsync(notices, cancellationToken) > 0) { }
        return await StatusAsync(cancellationToken);
    }

    /// <summary>
    /// How many patterns wait for their vector by the chosen model; null when its space is searched and nothing waits. What is
    /// new to the database is enqueued first.
    /// </summary>
    public async Task<long?> BacklogAsync(CancellationToken cancellationToken)
    {
        var space = await ChosenAsync(cancellationToken);
        var waiting = await store.StatusAsync(space, cancellationToken);
        var isSearched = await vectors.CurrentAsync(cancellationToken) == space;
        return isSearched && waiting.Pending == 0 ? null : waiting.Pending;
    }

    /// <summary>Compares database and index now; what differs is enqueued.</summary>
    public async Task<VectorDrift> ReconcileAsync(CancellationToken cancellationToken)
    {
        var space = await ChosenAsync(cancellationToken);
        _drift = await _reconciliation.RunAsync(space, indexes.Remote(space), cancellationToken);
        _reconciledAt = time.GetTimestamp();
        return _drift;
    }

    /// <summary>Asks the model and the index whether they answer; writes nothing.</summary>
    /// <exception cref="BackendException">One of them does not.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var space = await embeddings.ProbeAsync(cancellationToken);
        if (indexes.Remote(space) is { } remote)
            await remote.CountAsync(cancellationToken);
    }

    /// <summary>Writes a snapshot of the current index where that pays; to be called once more at the end.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (await vectors.CurrentAsync(cancellationToken) is { } space)
            await indexes.SaveAsync(space, cancellationToken);
    }

    public async Task<VectorStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var spaces = await store.SpacesAsync(cancellationToken);
        var current = spaces.FirstOrDefault(s => s.State is SpaceState.Current)?.Space;
        var building = spaces.LastOrDefault(s => s.State is SpaceState.Building)?.Space;
        var shown = current ?? building;
        var waiting = shown is null
            ? new OutboxStatus(0, null, 0, null)
            : await store.StatusAsync(shown, cancellationToken);
        var lag = waiting.OldestAt is { } oldest ? (time.GetUtcNow() - oldest).TotalSeconds : 0;
        return new VectorStatus(
            indexes.Kind,
            current?.Name,
            building?.Name,
            building is null ? null : await ShareAsync(building, cancellationToken),
            shown is null ? 0 : await store.CountAsync(shown, cancellationToken),
            waiting.Pending,
            Math.Max(0, lag),
            waiting.DeadLetters,
            shown is null ? null : indexes.Remote(shown)?.Circuit,
            embeddings.Circuit,
            _drift,
            _remark ?? (current is null ? null : indexes.Remark(current)) ?? waiting.LastError,
            embeddings.LastFailure,
            vectors.LastFailure ?? _failure
        );
    }

    /// <summary>One batch of every space; returns how much was done.</summary>
    private async Task<int> PassAsync(
        IProgress<VectorNotice> notices,
        CancellationToken cancellationToken
    )
    {
        var chosen = await ChosenAsync(cancellationToken);
        var spaces = await store.SpacesAsync(cancellationToken);
        indexes.KeepOnly([.. spaces.Select(s => s.Space), chosen]);
        var done = 0;
        foreach (var (space, _, _) in spaces.Where(s => embeddings.Serves(s.Space)))
            done += await _drain.DrainAsync(space, indexes.Remote(space), cancellationToken);
        if (spaces.FirstOrDefault(s => s.Space == chosen) is { State: SpaceState.Building })
            done += await SwitchAsync(chosen, spaces, notices, cancellationToken);
        if (done == 0)
            await TendAsync(notices, cancellationToken);
        return done;
    }

    /// <summary>The space of the chosen model, opened in the database and in the index.</summary>
    private async Task<EmbeddingSpace> ChosenAsync(CancellationToken cancellationToken)
    {
        if (_chosen is not null)
            return _chosen;
        var space = await embeddings.ProbeAsync(cancellationToken);
        if (indexes.Remote(space) is { } remote)
            await remote.PrepareAsync(cancellationToken);
        await store.OpenAsync(space, Moment.Now(time), cancellationToken);
        return _chosen = space;
    }

    /// <summary>
    /// Switches to a space that is complete: nothing is pending and nothing differs. Patterns that the model refuses for good
    /// do not hold it up; they are counted as dead letters.
    /// </summary>
    private async Task<int> SwitchAsync(
        EmbeddingSpace chosen,
        IReadOnlyList<StoredSpace> spaces,
        IProgress<VectorNotice> notices,
        CancellationToken cancellationToken
    )
    {
        if ((await store.StatusAsync(chosen, cancellationToken)).Pending > 0)
            return 0;
        var remote = indexes.Remote(chosen);
        var drift = await _reconciliation.RunAsync(chosen, remote, cancellationToken);
        if (drift.Total > 0)
            return drift.Total;
        if (remote is not null)
            await remote.PublishAsync(cancellationToken);
        var old = spaces.Select(s => s.Space).Where(s => s != chosen).ToList();
        var gone = old.ConvertAll(s => indexes.Remote(s));
        if (!await store.SwitchAsync(chosen, cancellationToken))
            return 0;
        vectors.Forget();
        foreach (var index in gone.Where(index => index is not null))
            await index!.DropAsync(cancellationToken);
        notices.Report(new VectorNotice(false, $"Matches are searched in {chosen} now"));
        return 1;
    }

    /// <summary>What is done when nothing is pending.</summary>
    private async Task TendAsync(
        IProgress<VectorNotice> notices,
        CancellationToken cancellationToken
    )
    {
        await vectors.AskAgainAsync(cancellationToken);
        var interval = TimeSpan.FromMinutes(options.ReconcileMinutes);
        if (_reconciledAt is { } at && time.GetElapsedTime(at) < interval)
            return;
        var drift = await ReconcileAsync(cancellationToken);
        if (drift.Total > 0)
            notices.Report(
                new VectorNotice(
                    true,
                    $"Vectors had drifted and are being mended: {drift.InDatabase} in the database, {drift.Missing} missing and {drift.Surplus} too many in the index"
                )
            );
        await RememberAsync(notices, cancellationToken);
    }

    /// <summary>Opens the index before the first match wants it, and saves it.</summary>
    private async Task RememberAsync(
        IProgress<VectorNotice> notices,
        CancellationToken cancellationToken
    )
    {
        if (await vectors.CurrentAsync(cancellationToken) is not { } space)
            return;
        await indexes.CurrentAsync(space, cancellationToken);
        if (_remark is null && indexes.Remark(space) is { } remark)
            notices.Report(new VectorNotice(true, _remark = remark));
        await SaveAsync(cancellationToken);
    }

    private async Task<double> ShareAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        var waiting = await store.StatusAsync(space, cancellationToken);
        var made = await store.CountAsync(space, cancellationToken);
        var all = made + waiting.Pending;
        return all == 0 ? 1 : Math.Round((double)made / all, 4);
    }

    /// <summary>Twice as long with every failure, by a random share less.</summary>
    private TimeSpan Pause(int failures) =>
        TimeSpan.FromSeconds(
            Math.Min(options.LongestPauseSeconds, 0.25 * Math.Pow(2, Math.Min(failures, 20)))
        ) * (0.5 + (0.5 * _jitter.NextDouble()));
}
