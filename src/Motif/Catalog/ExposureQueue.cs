using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>
/// Appends exposures behind the back of those who read: bounded, in batches, tried again until the ledger takes them, and
/// flushed at shutdown. Thread-safe.
/// </summary>
public sealed class ExposureQueue : IAsyncDisposable, IDisposable
{
    /// <summary>Exposures that may wait; what comes beyond is refused, never silently dropped.</summary>
    public const int Capacity = 65_536;

    /// <summary>Exposures appended in one transaction.</summary>
    public const int BatchSize = 500;

    /// <summary>
    /// How long the first exposure of a batch waits for others: a transaction for each match would cost the database, and with
    /// it the next match, more than the match itself.
    /// </summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(10);

    private readonly Channel<Use> _waiting = Channel.CreateBounded<Use>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    private readonly IUsageStore _uses;
    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly Counter<long> _appended;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _failures;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _closing = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Task _worker;
    private long _taken;
    private long _settled;

    /// <summary>What the worker holds; others may read it once the worker has ended.</summary>
    private readonly List<Use> _batch = new(BatchSize);

    public ExposureQueue(IUsageStore uses, TimeProvider time, IMeterFactory? meters = null)
    {
        (_uses, _time) = (uses, time);
        _meter = meters?.Create("Motif") ?? new Meter("Motif");
        _meter.CreateObservableGauge(
            "motif.exposures.waiting",
            () => _waiting.Reader.Count,
            "{exposure}",
            "Exposures that wait to be appended to the ledger."
        );
        _appended = _meter.CreateCounter<long>(
            "motif.exposures.appended",
            "{exposure}",
            "Exposures appended to the ledger."
        );
        _refused = _meter.CreateCounter<long>(
            "motif.exposures.refused",
            "{exposure}",
            "Exposures refused because the queue was full, or whose pattern had been purged."
        );
        _failures = _meter.CreateCounter<long>(
            "motif.exposures.retries",
            "{batch}",
            "Batches of exposures that the store did not take at once."
        );
        _worker = Task.Run(AppendAllAsync);
    }

    /// <summary>Exposures taken so far.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>How many of those are in the ledger, or were refused by it; in the order in which they were taken.</summary>
    public long Settled => Interlocked.Read(ref _settled);

    /// <summary>Takes an exposure to be appended; false when the queue is full or closed: the caller must say so.</summary>
    public bool TryAdd(Use exposure)
    {
        ArgumentNullException.ThrowIfNull(exposure);
        if (exposure.Action is not UseAction.Exposed)
            throw new ArgumentException("only exposures may be appended later", nameof(exposure));
        // Counted first: whoever sees it written must not find it settled while it waits.
        Interlocked.Increment(ref _taken);
        if (_waiting.Writer.TryWrite(exposure))
            return true;
        Interlocked.Decrement(ref _taken);
        _refused.Add(1);
        return false;
    }

    /// <summary>
    /// Takes no more and appends what waits. Cancelling gives up; the number that was lost is returned, so that it can be
    /// said.
    /// </summary>
    public async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        _closing.TrySetResult();
        await using var registration = cancellationToken.Register(_stop.Cancel);
        await _worker;
        return _waiting.Reader.Count + _batch.Count;
    }

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        await CloseAsync(grace.Token);
        _stop.Dispose();
        _meter.Dispose();
    }

    /// <summary>The same for those who dispose of a provider without waiting; it blocks until what waits is appended.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task AppendAllAsync()
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(_stop.Token))
            {
                await GatherAsync();
                while (_batch.Count < BatchSize && _waiting.Reader.TryRead(out var exposure))
                    _batch.Add(exposure);
                var size = _batch.Count;
                await AppendAsync(_batch);
                _batch.Clear();
                Interlocked.Add(ref _settled, size);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The deadline of the shutdown passed; CloseAsync says how many were left.
        }
    }

    /// <summary>Ends early when nothing more will come.</summary>
    private async Task GatherAsync()
    {
        if (_waiting.Reader.Count >= BatchSize || _closing.Task.IsCompleted)
            return;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        await Task.WhenAny(Task.Delay(Gathering, _time, ended.Token), _closing.Task);
        await ended.CancelAsync();
    }

    private async Task AppendAsync(List<Use> batch)
    {
        for (var delay = FirstRetry; batch.Count > 0; delay = Longer(delay))
        {
            try
            {
                var (stored, unknown) = await _uses.AppendAsync(batch, _stop.Token);
                _appended.Add(stored.Count(s => s.IsNew));
                if (unknown.Count == 0)
                    return;
                _refused.Add(batch.RemoveAll(u => unknown.Contains(u.PatternId)));
            }
            catch (UnstorableException)
            {
                // One exposure that no store takes must not keep all others from the ledger.
                if (batch.Count == 1)
                    _refused.Add(1);
                else
                    foreach (var exposure in batch)
                        await AppendAsync([exposure]);
                return;
            }
            catch (BackendException)
            {
                _failures.Add(1);
                await Task.Delay(delay, _time, _stop.Token);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan delay) => delay * 2 < LastRetry ? delay * 2 : LastRetry;
}
