using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Conformance;

/// <summary>One run a day on every <see cref="IDiscoveryStore"/>, however many servers there are and whatever happens to them.</summary>
public abstract class DailyRunsConformance(TestBackend backend) : DiscoverySuite(backend)
{
    private static readonly TimeOnly At = new(3, 30);
    private static readonly DateTimeOffset Due = new(2026, 5, 4, 3, 30, 0, TimeSpan.Zero);
    private readonly AdjustableClock _clock = new(Due);

    [ConformanceFact]
    public async Task Of_servers_that_start_at_the_same_second_one_starts_the_run()
    {
        await ImportAsync(Lines());
        DailyRuns[] servers = [.. Enumerable.Range(0, 6).Select(_ => Open())];

        var started = await Task.WhenAll(servers.Select(s => s.StartDueAsync(At, Forever)));

        var run = started.OfType<DiscoveryRun>().ShouldHaveSingleItem();
        run.RunId.ShouldBe(DailyRuns.IdOf(Due));
        await Runs.WorkAsync(run, null, Forever);
        // It ended, and its hour is still the last.
        (await Task.WhenAll(servers.Select(s => s.StartDueAsync(At, Forever)))).ShouldAllBe(r =>
            r == null
        );
        (await Store.ListRunsAsync(10, Forever)).ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task A_server_that_comes_back_makes_up_for_the_last_hour_it_missed_and_for_that_alone()
    {
        await ImportAsync(Lines());
        _clock.Now = Due.AddDays(3).AddHours(5);

        var missed = (await Open().StartDueAsync(At, Forever)).ShouldNotBeNull();
        await Runs.WorkAsync(missed, null, Forever);
        var again = await Open().StartDueAsync(At, Forever);
        _clock.Now = Due.AddDays(4).AddSeconds(-1);
        var early = await Open().StartDueAsync(At, Forever);
        _clock.Now = Due.AddDays(4);
        var next = await Open().StartDueAsync(At, Forever);

        missed.RunId.ShouldBe(DailyRuns.IdOf(Due.AddDays(3)));
        (again, early).ShouldBe((null, null));
        next.ShouldNotBeNull().RunId.ShouldBe(DailyRuns.IdOf(Due.AddDays(4)));
    }

    [ConformanceFact]
    public async Task A_run_that_goes_on_is_waited_for_and_without_items_there_is_none()
    {
        var server = Open();
        (await server.StartDueAsync(At, Forever)).ShouldBeNull();
        await ImportAsync(Lines());
        var own = (await Runs.StartAsync(new StartRun(), Forever)).Value!;

        var during = await server.StartDueAsync(At, Forever);
        await Runs.WorkAsync(own, null, Forever);
        var after = await server.StartDueAsync(At, Forever);

        during.ShouldBeNull();
        after.ShouldNotBeNull();
    }

    /// <summary>Another server, at the time of the test's clock.</summary>
    private DailyRuns Open()
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(Setting);
        services.AddSingleton<TimeProvider>(_clock);
        return Keep(services.BuildServiceProvider()).GetRequiredService<DailyRuns>();
    }
}
