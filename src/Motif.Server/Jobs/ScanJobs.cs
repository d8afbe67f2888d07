using System.Collections.Concurrent;
using Motif.Code;
using Motif.Code.Scanning;
using Motif.Server.Operations;
using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>
/// The scans that were started through this server: bounded in number, cancelled at shutdown. Their results stand in the
/// catalogue; what is kept here is only how they run.
/// </summary>
internal sealed class ScanJobs(
    CodeScanner scanner,
    ServerMetrics metrics,
    MotifServerOptions options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<ScanJobs> log
) : IHostedService
{
    /// <summary>Ended scans that are still told about from here.</summary>
    private const int MaxEnded = 100;

    private readonly ConcurrentDictionary<Guid, ScanJob> _jobs = new();
    private readonly Lock _start = new();

    public IEnumerable<CodeScan> Scans => _jobs.Values.Select(j => j.Scan);

    public ScanJob? Find(Guid scanId) => _jobs.GetValueOrDefault(scanId);

    /// <summary>Starts a scan of a real path; or names the one that must end first.</summary>
    public (ScanJob? Started, CodeScan? Busy) Start(string path, StartScan wanted)
    {
        var request = new ScanRequest
        {
            ScanId = Guid.CreateVersion7(time.GetUtcNow()),
            Root = path,
            Repository = wanted.Repository ?? FolderName(path),
            WithoutTests = wanted.WithoutTests ?? false,
        };
        lock (_start)
        {
            var running = Scans.Where(s => s.State is ScanState.Running).ToList();
            var busy = running.Find(s => s.Repository == request.Repository);
            if (busy is null && running.Count >= options.MaxScans)
                busy = running[0];
            if (busy is not null)
                return (null, busy);
            Forget();
            var job = new ScanJob(Begun(request));
            _jobs[job.Scan.ScanId] = job;
            job.Work = Task.Run(() => RunAsync(job, request));
            return (job, null);
        }
    }

    /// <summary>Cancels a scan and waits for its end; false when it had ended before.</summary>
    public static async Task<bool> CancelAsync(ScanJob job, CancellationToken cancellationToken)
    {
        if (!job.IsRunning)
            return false;
        job.Cancel();
        await job.Work.WaitAsync(cancellationToken);
        return job.Scan.State is ScanState.Cancelled;
    }

    /// <summary>Readers of events hold their connections: scans must end before the server waits for those.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(CancelAll);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_jobs.Values.Select(j => j.Work)).WaitAsync(cancellationToken);

    private void CancelAll()
    {
        foreach (var job in _jobs.Values)
            job.Cancel();
    }

    private void Forget()
    {
        var ended = _jobs.Values.Where(j => !j.IsRunning).OrderByDescending(j => j.Scan.StartedAt);
        foreach (var job in ended.Skip(MaxEnded - 1))
        {
            _jobs.TryRemove(job.Scan.ScanId, out _);
            job.Dispose();
        }
    }

    private async Task RunAsync(ScanJob job, ScanRequest request)
    {
        var begun = job.Scan;
        job.Tell(begun, null);
        var progress = new SteadyProgress(time, p => job.Tell(begun, p));
        try
        {
            var ended = await scanner.ScanAsync(request, progress, job.Cancellation);
            End(job, ended);
        }
        catch (OperationCanceledException) when (job.Cancellation.IsCancellationRequested)
        {
            End(job, Ended(begun, ScanState.Cancelled, null));
        }
        catch (Exception exception)
        {
            // The last line of defence: a scan that fails must never stay running.
            log.LogError(
                exception,
                "Scan {ScanId} of {Repository} failed",
                begun.ScanId,
                begun.Repository
            );
            End(job, Ended(begun, ScanState.Failed, exception));
        }
    }

    private void End(ScanJob job, CodeScan scan)
    {
        metrics.Scanned(scan);
        job.Tell(scan, null);
    }

    /// <summary>A scan of which nothing is known yet but what was asked.</summary>
    private CodeScan Begun(ScanRequest request) =>
        new(
            request.ScanId!.Value,
            request.Repository!,
            request.Root,
            ScanState.Running,
            time.GetUtcNow(),
            FinishedAt: null,
            Files: 0,
            FilesFailed: 0,
            Lines: 0,
            Units: 0,
            Occurrences: 0,
            Patterns: 0,
            Added: 0,
            Changed: 0,
            Retired: 0,
            Writes: 0,
            Errors: []
        );

    private CodeScan Ended(CodeScan begun, ScanState state, Exception? exception) =>
        begun with
        {
            State = state,
            FinishedAt = time.GetUtcNow(),
            Errors = exception is null ? [] : [new ScanError(begun.Root, null, Reason(exception))],
        };

    private static string FolderName(string path) =>
        Path.GetFileName(path) is { Length: > 0 } name ? name : "root";

    /// <summary>What may be told; the log has the rest.</summary>
    private static string Reason(Exception exception) =>
        exception is BackendException backend
            ? backend.Summary
            : "the scan failed; the log has the reason";
}
