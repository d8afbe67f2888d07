using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IMiningPartStore"/> gives a part to one worker at a time, and keeps one result of it.</summary>
public abstract class MiningPartConformance(TestBackend backend) : DiscoverySuite(backend)
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Over = TimeSpan.FromSeconds(-1);
    private static readonly byte[] Mine = [1];
    private static readonly byte[] Theirs = [2];
    private static readonly MiningPlan Plan = new("fingerprint", [7]);

    private IMiningPartStore Parts => Server.GetRequiredService<IMiningPartStore>();

    [ConformanceFact]
    public async Task A_late_commit_is_refused_by_its_number_and_the_newest_is_kept_once()
    {
        var run = await PlannedAsync(-1, 0);
        var first = (await LeaseAsync(run, "one", Over))!.Value;
        var second = (await LeaseAsync(run, "two", Long))!.Value;

        second.Part.ShouldBe(first.Part);
        second.Fence.ShouldBeGreaterThan(first.Fence);
        (await Parts.RenewAsync(run, first, Long, Now, Forever)).ShouldBeFalse();
        (await Parts.CommitAsync(run, first, Mine, Now, Forever)).ShouldBeFalse();
        (await Parts.CommitAsync(run, second, Theirs, Now, Forever)).ShouldBeTrue();
        (await Parts.CommitAsync(run, second, Mine, Now, Forever)).ShouldBeFalse();
        (await Parts.ResultsAsync(run, Forever)).ShouldHaveSingleItem().ShouldBe(Theirs);
        (await Parts.CountAsync(run, Forever)).ShouldBe(new PartCount(1, 2));
        var log = await Parts.ListAttemptsAsync(run, Forever);
        log.Select(a => (a.Worker, a.Part)).ShouldBe([("one", -1), ("two", -1)]);
        log[0].Outcome.ShouldBe(PartOutcome.Refused);
    }

    [ConformanceFact]
    public async Task A_lease_that_ran_out_is_prolonged_while_nobody_took_the_part()
    {
        var run = await PlannedAsync(0);
        var lease = (await LeaseAsync(run, "one", Over))!.Value;

        (await Parts.FindOpenAsync(Now, Forever)).ShouldNotBeNull();
        (await Parts.RenewAsync(run, lease, Long, Now, Forever)).ShouldBeTrue();
        (await Parts.FindOpenAsync(Now, Forever)).ShouldBeNull();
        (await LeaseAsync(run, "two", Long)).ShouldBeNull();
        (await Parts.CommitAsync(run, lease, Mine, Now, Forever)).ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task Workers_that_ask_at_once_get_different_parts_and_each_part_once()
    {
        int[] numbers = [.. Enumerable.Range(-1, 12)];
        var run = await PlannedAsync(numbers);

        var leases = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => LeaseAsync(run, $"worker {i}", Long))
        );

        leases.OfType<PartLease>().Select(l => l.Part).Order().ShouldBe(numbers);
        leases.OfType<PartLease>().Select(l => l.Fence).ShouldBeUnique();
    }

    [ConformanceFact]
    public async Task Under_the_same_plan_what_was_done_stays_done_and_under_another_it_is_forgotten()
    {
        var run = await PlannedAsync(0, 1);
        var lease = (await LeaseAsync(run, "one", Long))!.Value;
        await Parts.CommitAsync(run, lease, Mine, Now, Forever);
        var going = (await LeaseAsync(run, "one", Long))!.Value;

        var late = (await Store.FindRunAsync(run, Forever))!.StartedAt.AddMinutes(5);
        var taken = (await Store.TakeOverAsync(TimeSpan.Zero, late, Forever))!;
        (await Parts.PlanAsync(taken, Plan, [0, 1], Forever)).ShouldBeTrue();
        (await Parts.CountAsync(run, Forever)).ShouldBe(new PartCount(1, 2));
        var other = Plan with { Fingerprint = "other" };
        (await Parts.PlanAsync(taken with { Attempt = 1 }, other, [0], Forever)).ShouldBeFalse();
        (await Parts.PlanAsync(taken, other, [0], Forever)).ShouldBeTrue();

        (await Parts.CountAsync(run, Forever)).ShouldBe(new PartCount(0, 1));
        (await Parts.CommitAsync(run, going, Mine, Now, Forever)).ShouldBeFalse();
        (await LeaseAsync(run, "one", Long)).ShouldBeNull();
        var (_, plan) = (await Parts.FindOpenAsync(Now, Forever))!.Value;
        plan.Fingerprint.ShouldBe("other");
        plan.Places.ShouldBe(Plan.Places);
        var again = (await Parts.LeaseAsync(run, "other", "two", Long, Now, Forever))!.Value;
        again.Fence.ShouldBeGreaterThan(going.Fence);
    }

    [ConformanceFact]
    public async Task A_run_that_ended_takes_no_result_and_keeps_the_log()
    {
        var run = await PlannedAsync(0);
        var lease = (await LeaseAsync(run, "one", Long))!.Value;
        (await Store.CancelAsync(run, Now, Forever)).ShouldBeTrue();

        (await Parts.RenewAsync(run, lease, Long, Now, Forever)).ShouldBeFalse();
        (await Parts.CommitAsync(run, lease, Mine, Now, Forever)).ShouldBeFalse();
        (await LeaseAsync(run, "two", Long)).ShouldBeNull();
        (await Parts.ListAttemptsAsync(run, Forever))
            .ShouldHaveSingleItem()
            .Outcome.ShouldBe(PartOutcome.Refused);
    }

    private static DateTimeOffset Now => Sample.Start;

    private async Task<Guid> PlannedAsync(params int[] numbers)
    {
        var run = (await Runs.StartAsync(new StartRun(), Forever)).Value!;
        (await Parts.PlanAsync(run, Plan, numbers, Forever)).ShouldBeTrue();
        return run.RunId;
    }

    private Task<PartLease?> LeaseAsync(Guid run, string worker, TimeSpan lease) =>
        Parts.LeaseAsync(run, Plan.Fingerprint, worker, lease, Now, Forever);
}
