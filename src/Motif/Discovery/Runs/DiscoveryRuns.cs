using Motif.Catalog;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Storage;

namespace Motif.Discovery.Runs;

/// <summary>
/// Runs of discovery, one at a time in a database. A run survives its worker: whoever finds it silent takes it over and does it
/// again from the items, whose vectors are kept as they are made; the same items and seed give the same result. Thread-safe.
/// </summary>
public sealed class DiscoveryRuns(
    IItemStore items,
    IDiscoveryStore store,
    Catalogue catalogue,
    ItemVectors vectors,
    TimeProvider time,
    TitleSkeleton? skeleton = null
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A worker that was not heard of for so long is taken to be dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Threads a run computes on; the result does not depend on them.</summary>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Enters a run; refused while another is under way, whose id the answer names.</summary>
    public async Task<CatalogueAnswer<DiscoveryRun>> StartAsync(
        StartRun request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Hierarchy.Mistake() is { } mistake)
            return CatalogueProblem.Invalid($"hierarchy.{mistake.Field}", mistake.Mistake);
        if (request.SimilarityThreshold is not (>= 0 and <= 1))
            return CatalogueProblem.Invalid("similarity_threshold", "must be 0 to 1");
        var now = Moment.Now(time);
        var run = new DiscoveryRun(
            Guid.CreateVersion7(now),
            RunState.Running,
            request,
            now,
            now,
            null,
            1,
            new RunProgress(RunStep.Reading),
            null,
            null
        );
        return await store.StartAsync(run, cancellationToken) is { } busy
            ? new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"run {busy.RunId} is under way since {busy.StartedAt:O}; wait for it, or cancel it",
                ExistingId: busy.RunId
            )
            : run;
    }

    /// <summary>Takes over the run of a worker that is silent; null where there is none.</summary>
    public Task<DiscoveryRun?> TakeOverAsync(CancellationToken cancellationToken)
    {
        var now = Moment.Now(time);
        return store.TakeOverAsync(now - Silence, now, cancellationToken);
    }

    /// <summary>Does the work of a run that was started or taken over here, to its end.</summary>
    /// <param name="told">How far it is.</param>
    /// <param name="leaves">
    /// Whether a cancelled token leaves the run to the next worker, as a server that stops does; otherwise it ends the run.
    /// </param>
    /// <returns>The run as it ended; a failure is its state and its error, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<DiscoveryRun> WorkAsync(
        DiscoveryRun run,
        IProgress<RunProgress>? told,
        CancellationToken cancellationToken,
        bool leaves = false
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        using var lost = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            lost.Token
        );
        var progress = run.Progress ?? new RunProgress(RunStep.Reading);
        DiscoveryRun? ended = null;
        await Heartbeat.DuringAsync(
            Pause,
            time,
            async () =>
            {
                var isOurs = await store.BeatAsync(
                    run.RunId,
                    run.Attempt,
                    progress,
                    Moment.Now(time),
                    CancellationToken.None
                );
                if (!isOurs)
                    await lost.CancelAsync();
                return isOurs;
            },
            async () =>
                ended = await WorkOnceAsync(
                    run,
                    step =>
                    {
                        progress = step;
                        told?.Report(step);
                    },
                    leaves,
                    either.Token
                )
        );
        cancellationToken.ThrowIfCancellationRequested();
        return ended!;
    }

    private async Task<DiscoveryRun> WorkOnceAsync(
        DiscoveryRun run,
        Action<RunProgress> tell,
        bool leaves,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var work = new DiscoveryWork(
                new Corpus(items, vectors),
                vectors,
                store,
                skeleton,
                run,
                Threads,
                tell
            );
            // Off the caller's thread: most of it is computing.
            var result = await Task.Run(() => work.RunAsync(cancellationToken), cancellationToken);
            tell(new(RunStep.Writing));
            cancellationToken.ThrowIfCancellationRequested();
            return await FinishAsync(run, result, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (leaves)
                return run;
            await store.EndAsync(
                Ended(run, RunState.Cancelled, null, null),
                null,
                CancellationToken.None
            );
        }
        catch (BackendException exception)
        {
            await store.EndAsync(
                Ended(run, RunState.Failed, null, exception.Message),
                null,
                CancellationToken.None
            );
        }
        // Another worker may have it by now: what stands in the database is how it ended.
        return await store.FindRunAsync(run.RunId, CancellationToken.None) ?? run;
    }

    private async Task<DiscoveryRun> FinishAsync(
        DiscoveryRun run,
        DiscoveryResult result,
        CancellationToken cancellationToken
    )
    {
        var report = result.Report;
        if (!run.Request.TestMode)
            report = report with
            {
                PatternsWritten = await new SemanticPatterns(catalogue).WriteAsync(
                    result.State.Findings,
                    cancellationToken
                ),
            };
        var ended = Ended(run, RunState.Finished, report, null);
        return await store.EndAsync(
            ended,
            run.Request.TestMode ? null : result.State,
            cancellationToken
        )
            ? ended
            : await store.FindRunAsync(run.RunId, cancellationToken) ?? ended;
    }

    private DiscoveryRun Ended(
        DiscoveryRun run,
        RunState state,
        RunReport? report,
        string? error
    ) =>
        run with
        {
            State = state,
            FinishedAt = Moment.Now(time),
            Progress = null,
            Report = report,
            Error = error,
        };
}
