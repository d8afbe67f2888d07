using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions;
using Motif.Decisions.Records;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Replies whose time is over, and conversations that nobody looks after, on every database.</summary>
public abstract class DecisionStalenessConformance(TestBackend backend)
    : DecisionSendingSuite(backend)
{
    [ConformanceFact]
    public async Task A_reply_whose_time_is_over_is_not_automatic_from_that_second_on()
    {
        var bay = await AutomaticAsync();
        await PutAsync(bay.Reply with { ValidUntil = Clock.Now.AddMinutes(10) });
        Clock.Now += TimeSpan.FromSeconds(599);
        (await DecideAsync(Asked("m1"))).State.ShouldBe(ExecutionState.Held);
        Clock.Now += TimeSpan.FromSeconds(1);
        var late = await DecideAsync(Asked("m2"));
        late.State.ShouldBe(ExecutionState.Pending);
        late.Blockers.ShouldContain("valid_until has passed");
    }

    [ConformanceFact]
    public async Task A_reply_whose_source_was_withdrawn_is_not_automatic()
    {
        var bay = await AutomaticAsync();
        await PutAsync(bay.Reply with { SourceWithdrawn = true });
        var decided = await DecideAsync(Asked("m1"));
        decided.State.ShouldBe(ExecutionState.Pending);
        decided.Blockers.ShouldContain("what the answer came from was withdrawn");
    }

    [ConformanceFact]
    public async Task What_is_out_of_date_is_listed_by_how_much_it_is_used_and_how_old_it_is()
    {
        var (often, seldom) = (await BayAsync(), await HoursAsync());
        var fresh = await PatternAsync("Fresh", "All is well.", ["is all well"]);
        await ProveAsync(often, 90);
        await ProveAsync(seldom, 3);
        foreach (var pattern in (DecisionPattern[])[seldom, often])
            Good(
                await Replies.ChangeAsync(
                    pattern.PatternId,
                    new DecisionPatternPatch
                    {
                        Reply = pattern.Reply with { ReviewAfter = Clock.Now.AddDays(30) },
                    },
                    null,
                    Ada,
                    Forever
                )
            );
        var stale = Timed.GetRequiredService<StaleReplies>();
        (await stale.ListAsync(Forever)).ShouldBeEmpty();
        Clock.Now += TimeSpan.FromDays(30);
        var listed = await stale.ListAsync(Forever);
        listed.Select(p => p.Name).ShouldBe(["Bay", "Hours"]);
        listed.ShouldAllBe(p => p.StaleBecause.Contains("review_after"));
        listed.ShouldNotContain(p => p.PatternId == fresh.PatternId);
    }

    [ConformanceFact]
    public async Task A_conversation_whose_answer_never_arrived_for_sure_is_a_persons()
    {
        await AutomaticAsync();
        await DecideAsync(Asked("m1"));
        Receiver.Answer = _ => new Motif.Decisions.Sending.SendAnswer(
            Motif.Decisions.Sending.SendResult.Unknown,
            "no answer in time"
        );
        for (var i = 0; i < 12; i++)
            await LaterAsync(300);
        var conversation = (await Store.ConversationAsync("m1", Forever))!;
        (conversation.IsHuman, conversation.HandedOverAt is not null).ShouldBe((true, true));
        Clock.Now += TimeSpan.FromDays(1);
        (await DecideAsync(Asked("m2") with { ConversationId = "m1" })).Reasons.ShouldBe([
            "conversation_is_human",
        ]);
    }

    [ConformanceFact]
    public async Task What_nobody_approves_raises_an_alarm_once_before_it_runs_out()
    {
        var pending = await PendingAsync();
        var alarms = Timed.GetRequiredService<ApprovalAlarms>();
        Clock.Now += TimeSpan.FromMinutes(209);
        (await alarms.RaiseAsync(Forever)).ShouldBe(0);
        Clock.Now += TimeSpan.FromMinutes(1);
        (await alarms.RaiseAsync(Forever)).ShouldBe(1);
        (await alarms.RaiseAsync(Forever)).ShouldBe(0);
        var alarmed = (await Queue.PendingAsync(10, Forever)).ShouldHaveSingleItem();
        (alarmed.State, alarmed.AlarmedAt, alarmed.DueAt).ShouldBe(
            (ExecutionState.Pending, Clock.Now, pending.DueAt)
        );
        (await Store.AuditAsync(new AuditQuery(), Forever))
            .Count(e => e.Event.Event == "running_out")
            .ShouldBe(1);
        Good(
            await Queue.ApproveAsync(
                pending.ExecutionId,
                new ApproveReply(pending.Version),
                Ada,
                Forever
            )
        );
    }

    [ConformanceFact]
    public async Task An_automatic_answer_ends_the_wait_for_the_first_and_says_that_it_is_one()
    {
        await AutomaticAsync();
        var held = await DecideAsync(Asked("m1"));
        var desk = Timed.GetRequiredService<ConversationDesk>();
        Clock.Now += TimeSpan.FromSeconds(15);
        // What is only held answers nobody yet.
        (await desk.WaitingAsync("m1", Forever))
            .ShouldNotBeNull()
            .IsFirst.ShouldBeTrue();
        await LaterAsync(10);
        (await desk.WaitingAsync("m1", Forever)).ShouldBeNull();
        Receiver.Deliveries.ShouldHaveSingleItem().IsAutomatic.ShouldBeTrue();
        (await Store.FindAsync(held.ExecutionId, Forever))!.Approvers.ShouldBeEmpty();
        Clock.Now += TimeSpan.FromMinutes(30);
        await DecideAsync(Message("and where do I leave the key of it", "m2", "m1"));
        (await desk.WaitingAsync("m1", Forever)).ShouldNotBeNull().IsFirst.ShouldBeFalse();
    }

    private static InboundMessage Asked(string id) =>
        Message("please bay and number what about it 3", Undrawn(id), id);

    private async Task PutAsync(ReplyBody reply) =>
        Good(
            await Replies.ChangeAsync(
                Bay!.PatternId,
                new DecisionPatternPatch { Reply = reply },
                null,
                Admin,
                Forever
            )
        );
}
