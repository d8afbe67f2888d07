using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Tests.Conformance;
using Motif.Backends.Tests.Discovery;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Postgres;

/// <summary>Workers in processes of their own share one run; whatever happens to one of them, the run comes to what it would alone.</summary>
[NeedsPostgres]
[Trait("Category", "Slow")]
public sealed class SharedRunTests() : DiscoverySuite(new PostgresBackend())
{
    private const double FiveMinutes = 300;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);
    private static readonly StartRun Request = new()
    {
        Hierarchy = new HierarchySettings
        {
            MacroClusters = 4,
            MesoClusters = 8,
            MicroClusters = 32,
        },
    };

    [ConformanceFact]
    public async Task The_part_of_a_killed_worker_is_taken_up_by_another()
    {
        var alone = await AloneAsync();
        var (server, parts) = Worker(Soon);
        using var other = Start(WorkingServer.Parts, Soon);
        var (working, lease) = await SharedAsync(server, parts, other);

        other.Kill();
        await other.WaitForExitAsync();
        Open();

        var ended = await working;
        await ShouldBeAsAloneAsync(ended, alone);
        var log = await LogAsync(ended);
        log.First(a => a.Fence == lease.Fence).Outcome.ShouldBe(PartOutcome.Expired);
    }

    [ConformanceFact]
    public async Task A_worker_that_slept_beyond_its_lease_wakes_and_its_commit_is_refused()
    {
        var alone = await AloneAsync();
        var (server, parts) = Worker(Soon);
        var (done, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        parts.BeforeResults = () =>
        {
            done.TrySetResult();
            return goOn.Task;
        };
        using var other = Start(WorkingServer.Parts, Soon);
        var (working, lease) = await SharedAsync(server, parts, other);

        await SignalAsync(other, "STOP");
        Open();
        await done.Task;
        await SignalAsync(other, "CONT");
        await other.StandardInput.WriteLineAsync();

        (await NextAsync(other)).ShouldBe($"committed {lease.Part} {lease.Fence} False");
        goOn.SetResult();
        var ended = await working;
        await ShouldBeAsAloneAsync(ended, alone);
        (await LogAsync(ended))
            .First(a => a.Fence == lease.Fence)
            .Outcome.ShouldBe(PartOutcome.Refused);
        other.Kill();
    }

    [ConformanceFact]
    public async Task A_run_whose_own_worker_is_killed_in_a_part_is_finished_by_another()
    {
        var alone = await AloneAsync();
        var run = (await Runs.StartAsync(Request, Forever)).Value!;
        using var first = Start(WorkingServer.Whole, TimeSpan.FromSeconds(1));
        // The corpus as a whole, and a first macro.
        (await NextAsync(first)).ShouldStartWith("leased -1 ");
        await first.StandardInput.WriteLineAsync();
        (await NextAsync(first)).ShouldEndWith("True");
        (await NextAsync(first)).ShouldStartWith("leased ");
        first.Kill();
        await first.WaitForExitAsync();
        var (server, _) = Worker(Soon);
        var runs = server.GetRequiredService<DiscoveryRuns>();

        DiscoveryRun? taken = null;
        while (taken is null)
            taken = await runs.TakeOverAsync(Forever);
        var ended = await runs.WorkAsync(taken, null, Forever);

        ended.RunId.ShouldBe(run.RunId);
        await ShouldBeAsAloneAsync(ended, alone);
        // What the dead one had done was not done again.
        (await LogAsync(ended))
            .Count(a => a.Part == -1)
            .ShouldBe(1);
    }

    [ConformanceFact]
    public async Task A_worker_whose_clock_is_five_minutes_off_takes_nobodys_part_and_loses_none()
    {
        var alone = await AloneAsync();
        var (server, parts) = Worker(Late);
        using var other = Start(WorkingServer.Parts, Late, FiveMinutes);
        var (working, lease) = await SharedAsync(server, parts, other);

        Open();
        await other.StandardInput.WriteLineAsync();

        var ended = await working;
        await ShouldBeAsAloneAsync(ended, alone);
        var log = await LogAsync(ended);
        log.ShouldAllBe(a => a.Outcome == PartOutcome.Committed);
        log.First(a => a.Fence == lease.Fence).Worker.ShouldEndWith(Number(other.Id));
        other.Kill();
    }

    [ConformanceFact]
    public async Task A_database_that_answers_ten_seconds_late_costs_time_and_nothing_else()
    {
        var alone = await AloneAsync();
        await using var road = new SlowRoad(new Uri(Setting));
        var (server, parts) = Worker(Late);
        using var other = WorkingServer.Start(road.Url, WorkingServer.Parts, Late);
        var (working, _) = await SharedAsync(server, parts, other);

        road.Hold(TimeSpan.FromSeconds(10));
        await other.StandardInput.WriteLineAsync();
        Open();

        var ended = await working;
        await ShouldBeAsAloneAsync(ended, alone);
        (await LogAsync(ended)).ShouldAllBe(a => a.Outcome == PartOutcome.Committed);
        other.Kill();
    }

    private readonly TaskCompletionSource _gate = new();

    private void Open() => _gate.TrySetResult();

    private (ServiceProvider Server, WatchedParts Parts) Worker(TimeSpan silence)
    {
        var (server, parts) = WorkingServer.Open(Setting, silence);
        return (Keep(server), parts);
    }

    private Process Start(string what, TimeSpan silence, double secondsOff = 0) =>
        WorkingServer.Start(Setting, what, silence, secondsOff);

    /// <summary>A run here, of which the other worker has the first part, and that waits at the gate for the rest.</summary>
    private async Task<(Task<DiscoveryRun> Working, PartLease Lease)> SharedAsync(
        ServiceProvider server,
        WatchedParts parts,
        Process other
    )
    {
        parts.BeforeLease = () => _gate.Task;
        var runs = server.GetRequiredService<DiscoveryRuns>();
        var run = (await runs.StartAsync(Request, Forever)).Value!;
        var working = runs.WorkAsync(run, null, Forever);
        var leased = (await NextAsync(other)).Split(' ');
        leased[0].ShouldBe("leased");
        return (
            working,
            new PartLease(
                int.Parse(leased[1], CultureInfo.InvariantCulture),
                int.Parse(leased[2], CultureInfo.InvariantCulture)
            )
        );
    }

    private static async Task<string> NextAsync(Process worker)
    {
        while (true)
        {
            var line = (await worker.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
            if (line != "working")
                return line;
        }
    }

    /// <summary>What one worker alone comes to, in a database of its own; then the same items here.</summary>
    private async Task<string> AloneAsync()
    {
        var other = await CreateAnotherAsync();
        try
        {
            await using var server = TestBackend.Open(other);
            await ImportAsync(Lines(), server);
            var run = await RunAsync(Request, server);
            run.State.ShouldBe(RunState.Finished, run.Error);
            await ImportAsync(Lines());
            return await CameToAsync(run, server);
        }
        finally
        {
            await DropAnotherAsync(other);
        }
    }

    private async Task ShouldBeAsAloneAsync(DiscoveryRun ended, string alone)
    {
        ended.State.ShouldBe(RunState.Finished, ended.Error);
        (await CameToAsync(ended, Server)).ShouldBe(alone);
        var log = await LogAsync(ended);
        var parts = log.Select(a => a.Part).Distinct().ToList();
        parts.Count.ShouldBe(5);
        foreach (var part in parts)
            log.Count(a => a.Part == part && a.Outcome is PartOutcome.Committed).ShouldBe(1);
    }

    private static async Task<string> CameToAsync(DiscoveryRun run, ServiceProvider server) =>
        JsonSerializer.Serialize(
            new
            {
                run.Report!.Numbers,
                Findings = await server
                    .GetRequiredService<IDiscoveryStore>()
                    .ListFindingsAsync(Forever),
            },
            MotifJson.Options
        );

    private Task<IReadOnlyList<PartAttempt>> LogAsync(DiscoveryRun run) =>
        Server.GetRequiredService<IMiningPartStore>().ListAttemptsAsync(run.RunId, Forever);

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task SignalAsync(Process worker, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Number(worker.Id)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }
}
