using System.Runtime.CompilerServices;
using Motif.Code;
using Motif.Code.Scanning;

namespace Motif.Server.Jobs;

/// <summary>What a scan under way tells.</summary>
/// <param name="EventId">1, 2, 3 … inside a scan; a reader that was cut off goes on after the last one it saw.</param>
/// <param name="Scan">How the scan stands; complete once its state is not running.</param>
/// <param name="Progress">How far it is; null at its end.</param>
public sealed record ScanEvent(long EventId, CodeScan Scan, ScanProgress? Progress);

/// <summary>A scan that was started here, with what it told so far. Thread-safe.</summary>
internal sealed class ScanJob : IDisposable
{
    /// <summary>Older events are forgotten: each tells all that those before it told.</summary>
    private const int MaxEvents = 200;

    /// <summary>Proxies cut connections on which nothing is said; the last event is said again before they do.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<ScanEvent> _events = [];
    private readonly CancellationTokenSource _cancel = new();
    private CodeScan _scan;
    private long _lastId;
    private TaskCompletionSource _next = NewSignal();

    public ScanJob(CodeScan scan) => _scan = scan;

    public CodeScan Scan
    {
        get
        {
            lock (_lock)
                return _scan;
        }
    }

    public bool IsRunning => Scan.State is ScanState.Running;

    /// <summary>Ends with the scan and never fails.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    public CancellationToken Cancellation => _cancel.Token;

    public void Cancel() => _cancel.Cancel();

    public void Dispose() => _cancel.Dispose();

    /// <summary>Tells how the scan stands now.</summary>
    public void Tell(CodeScan scan, ScanProgress? progress)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            // A thread of a cancelled scan may speak up after its end.
            if (_events.Count > 0 && _scan.State is not ScanState.Running)
                return;
            _scan = scan;
            _events.Add(new ScanEvent(++_lastId, scan, progress));
            if (_events.Count > MaxEvents)
                _events.RemoveAt(0);
            (told, _next) = (_next, NewSignal());
        }
        told.SetResult();
    }

    /// <summary>The events after <paramref name="lastSeen"/>, those to come included, until the scan has ended.</summary>
    public async IAsyncEnumerable<ScanEvent> EventsAsync(
        long lastSeen,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var isQuiet = false;
        while (true)
        {
            List<ScanEvent> fresh;
            Task next;
            bool isOver;
            lock (_lock)
            {
                fresh = isQuiet ? _events[^1..] : _events.FindAll(e => e.EventId > lastSeen);
                next = _next.Task;
                isOver = _scan.State is not ScanState.Running;
            }
            foreach (var told in fresh)
            {
                lastSeen = told.EventId;
                yield return told;
            }
            if (isOver)
                yield break;
            var first = await Task.WhenAny(next, Task.Delay(Quiet, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            isQuiet = first != next;
        }
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
