using System.Globalization;
using Microsoft.Extensions.AI;
using Motif.Catalog;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Storage;

namespace Motif.Discovery.Runs;

/// <summary>
/// Runs of discovery, one at a time in a database. A run survives its worker: whoever finds it silent takes it over and does it
/// again from the items, whose vectors are kept as they are made; the same items and seed give the same result. The mining of a run
/// falls into parts, which other workers on the same database help with. Thread-safe.
/// </summary>
public sealed class DiscoveryRuns(
    IItemStore items,
    IDiscoveryStore store,
    IMiningPartStore parts,
    Catalogue catalogue,
    ItemVectors vectors,
    TimeProvider time,
    TitleSkeleton? skeleton = null,
    IChatClient? chat = null
)
{
    private const int BeatsOfSilence = 15;

    /// <summary>The plan that this worker could not follow: its items or its program are others.</summary>
    private string? _foreignPlan;

    /// <summary>A worker that was not heard of for so long is taken to be dead; its run, or its part of one, is anybody's.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What this worker is called in the log of a run's parts.</summary>
    public string Worker { get; set; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}/{Environment.ProcessId}"
        );

    /// <summary>Threads a run computes on; the result does not depend on them.</summary>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Bytes that a run may hold; what the machine or its container gives to the program.</summary>
    public long AvailableMemory { get; set; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>
    /// Enters a run; refused while another is under way, whose id the answer names, and where there is too little memory for it.
    /// </summary>
    public Task<CatalogueAnswer<DiscoveryRun>> StartAsync(
        StartRun request,
        CancellationToken cancellationToken
    ) => StartAsync(request, Guid.CreateVersion7(Moment.Now(time)), cancellationToken);

    /// <summary>Enters a run under an id of its own; refused, too, where a run of the id exists.</summary>
    internal async Task<CatalogueAnswer<DiscoveryRun>> StartAsync(
        StartRun request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Hierarchy.Mistake() is { } mistake)
            return CatalogueProblem.Invalid($"hierarchy.{mistake.Field}", mistake.Mistake);
        if (request.SimilarityThreshold is not (>= 0 and <= 1))
            return CatalogueProblem.Invalid("similarity_threshold", "must be 0 to 1");
        if (
            request.PerformanceThreshold
            is not (>= StartRun.LeastThreshold and <= StartRun.MostThreshold)
        )
            return CatalogueProblem.Invalid(
                "performance_threshold",
                $"must be {StartRun.LeastThreshold} to {StartRun.MostThreshold}"
            );
        if (ListMistake(request) is { } listMistake)
            return CatalogueProblem.Invalid("word_lists", listMistake);
        var counts = await items.CountAsync(cancellationToken);
        if (MemoryNeed.Shortage(counts, AvailableMemory) is { } shortage)
            return new CatalogueProblem(CatalogueRefusal.NotAllowed, shortage);
        var now = Moment.Now(time);
        var run = new DiscoveryRun(
            id,
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

    private static string? ListMistake(StartRun request)
    {
        const int MostLists = 50;
        const int MostWords = 5000;
        const int LongestName = 60;
        var lists =
            request.WordLists
            ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (lists.Count > MostLists)
            return $"are at most {MostLists}";
        foreach (var (name, words) in lists)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
                return $"have names of 1 to {LongestName} characters";
            if (words is not { Count: <= MostWords } || words.Any(string.IsNullOrWhiteSpace))
                return $"'{name}' is a list of at most {MostWords} words, none of them blank";
            if (words.Any(w => w.Trim() == "*"))
                return $"'{name}' has a * that no letter stands before: it would stand for every word";
        }
        return null;
    }

    /// <summary>Takes over the run of a worker that is silent; null where there is none.</summary>
    public Task<DiscoveryRun?> TakeOverAsync(CancellationToken cancellationToken) =>
        store.TakeOverAsync(Silence, Moment.Now(time), cancellationToken);

    /// <summary>Does parts of the run that goes on elsewhere, until none is free; false where there was none to do.</summary>
    public async Task<bool> HelpAsync(CancellationToken cancellationToken)
    {
        if (
            await parts.FindOpenAsync(Moment.Now(time), cancellationToken) is not var (run, plan)
            || plan.Fingerprint == _foreignPlan
        )
            return false;
        var all = await new Corpus(items, vectors).ReadAsync(
            withVectors: false,
            _ => { },
            cancellationToken
        );
        if (
            plan.PlacesOf(all.Count) is not { } places
            || MiningPlan.Of(run, all, places).Fingerprint != plan.Fingerprint
        )
        {
            _foreignPlan = plan.Fingerprint;
            return false;
        }
        var miner = new CorpusMiner(
            all,
            OutcomeScores.Of(all, run.AsOf).Scores,
            places,
            // Names are given by the worker of the run.
            (_, _) => new ScopeName(null, ""),
            skeleton,
            unchecked((ulong)run.Request.Hierarchy.Seed),
            Threads,
            run.Request.WordLists
        );
        await Parts().WorkAsync(run.RunId, plan.Fingerprint, miner, _ => { }, cancellationToken);
        return true;
    }

    /// <summary>Does the work of a run that was started or taken over here, to its end.</summary>
    /// <param name="told">How far it is: at every step, and with every sign of life.</param>
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
        var clock = new RunClock(time);
        DiscoveryRun? ended = null;
        await Heartbeat.DuringAsync(
            Silence / BeatsOfSilence,
            time,
            async () =>
            {
                var progress = clock.Now();
                told?.Report(progress);
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
                        clock.Tell(step);
                        told?.Report(clock.Now());
                    },
                    leaves,
                    either.Token
                )
        );
        cancellationToken.ThrowIfCancellationRequested();
        return ended!;
    }

    private MiningParts Parts() => new(parts, time, Worker, Silence);

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
                Parts(),
                skeleton,
                run,
                Threads,
                tell,
                time,
                chat
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
        var isKept = await store.EndAsync(
            ended,
            run.Request.TestMode ? null : result.State,
            cancellationToken
        );
        if (!isKept)
            return await store.FindRunAsync(run.RunId, cancellationToken) ?? ended;
        await store.RefreshViewsAsync(CancellationToken.None);
        return ended;
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
