using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Sending;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What is approved, held, stopped and sent, on every database.</summary>
public abstract class DecisionSendingConformance(TestBackend backend)
    : DecisionSendingSuite(backend)
{
    [ConformanceFact]
    public async Task An_automatic_answer_waits_out_its_hold_and_is_sent_once()
    {
        var held = await HeldAsync();
        held.DueAt.ShouldBe(Clock.Now.AddSeconds(20));
        (await Dispatch.RunAsync(Forever)).ShouldBe(0);
        Clock.Now += TimeSpan.FromSeconds(20);
        (await Dispatch.RunAsync(Forever)).ShouldBe(1);
        (await Dispatch.RunAsync(Forever)).ShouldBe(0);
        Receiver.Deliveries.ShouldHaveSingleItem().Text.ShouldBe("Your bay is on the left.");
        var sent = (await Store.FindAsync(held.ExecutionId, Forever))!;
        (sent.State, sent.Outcome).ShouldBe((ExecutionState.Sent, null));
        var entries = await Store.AuditAsync(
            new AuditQuery { Actor = DecisionEngine.Machine },
            Forever
        );
        var entry = entries[^1];
        entry.Event.Event.ShouldBe("sent_automatically");
        foreach (var named in (string[])["pattern version", "confidence", "threshold"])
            entry.Event.Detail!.ShouldContain(named);
        Good(await Replies.FindAsync(held.PatternId!.Value, Forever)).Evidence.Trials.ShouldBe(40);
        (await Store.ConversationAsync("c1", Forever))!.Answers.ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task An_answer_that_is_cancelled_in_its_hold_is_not_sent_and_counts_against_the_pattern()
    {
        var held = await HeldAsync();
        Good(await Queue.CancelAsync(held.ExecutionId, Ada, Forever))
            .State.ShouldBe(ExecutionState.Cancelled);
        await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
        var evidence = Good(await Replies.FindAsync(held.PatternId!.Value, Forever)).Evidence;
        (evidence.Overrides, evidence.Overridden[^1]).ShouldBe((1, true));
    }

    [ConformanceFact]
    public async Task A_clock_that_is_set_back_during_the_hold_makes_no_answer_late_or_twice()
    {
        await HeldAsync();
        Clock.Passed = TimeSpan.FromSeconds(10);
        Clock.Now += TimeSpan.FromSeconds(10);
        await Dispatch.RunAsync(Forever);
        Clock.Now -= TimeSpan.FromHours(1);
        await Dispatch.RunAsync(Forever);
        Receiver.Deliveries.ShouldBeEmpty();
        Clock.Passed += TimeSpan.FromSeconds(11);
        Clock.Now += TimeSpan.FromSeconds(11);
        await Dispatch.RunAsync(Forever);
        Receiver.Deliveries.ShouldHaveSingleItem();
        Clock.Passed += TimeSpan.FromHours(2);
        Clock.Now += TimeSpan.FromHours(2);
        await Dispatch.RunAsync(Forever);
        Receiver.Deliveries.ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task What_was_sent_cannot_be_cancelled()
    {
        var held = await HeldAsync();
        await LaterAsync(20);
        var late = (await Queue.CancelAsync(held.ExecutionId, Ada, Forever)).Problem!;
        (late.Refusal, late.Detail).ShouldBe((CatalogueRefusal.NotAllowed, "already_sent"));
    }

    [ConformanceFact]
    public async Task What_the_kill_switch_stopped_stays_stopped()
    {
        var held = await HeldAsync();
        await SetAsync(Live with { KillSwitch = true });
        await LaterAsync(20);
        await SetAsync(Live);
        await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
        (await Store.FindAsync(held.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.Cancelled
        );
    }

    [ConformanceFact]
    public async Task Switched_off_or_into_shadow_during_the_hold_nothing_is_sent()
    {
        await HeldAsync();
        await SetAsync(new DecisionOverrides { Enabled = true, ShadowMode = true });
        await LaterAsync(20);
        Receiver.Deliveries.ShouldBeEmpty();
        await HeldAsync("m2", "c2");
        await SetAsync(new DecisionOverrides { Enabled = false, ShadowMode = false });
        await LaterAsync(20);
        Receiver.Deliveries.ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_person_who_writes_during_the_hold_withdraws_the_answer()
    {
        var held = await HeldAsync();
        var told = Message("I am on it", "op") with { Author = MessageAuthor.Operator };
        Good(await Deciding.ProcessAsync(told, Forever)).Reason.ShouldBe("operator_message");
        await LaterAsync(20);
        Receiver.Deliveries.ShouldBeEmpty();
        (await Store.FindAsync(held.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.Cancelled
        );
        for (var i = 0; i < 3; i++)
        {
            Clock.Now += TimeSpan.FromMinutes(2);
            (await DecideAsync(Message("please bay and number what about it", $"again {i}")))
                .Reasons[0]
                .ShouldBe("operator_active");
        }
    }

    [ConformanceFact]
    public async Task Whoever_asks_for_a_person_is_told_once_that_one_comes()
    {
        await AutomaticAsync();
        await SetAsync(Live with { HandOverText = "One of us will answer you, {{name|hello}}." });
        string[] wishes =
        [
            "Let me speak to a person",
            "agent!!",
            "please bay and number what about it 3",
        ];
        for (var i = 0; i < wishes.Length; i++)
        {
            var said = Message(wishes[i], $"p{i}") with
            {
                Variables = new Dictionary<string, string> { ["name"] = "Jo" },
            };
            (await DecideAsync(said)).State.ShouldNotBe(ExecutionState.Held);
            Clock.Now += TimeSpan.FromSeconds(40);
        }
        await LaterAsync(60);
        await LaterAsync(60);
        var told = Receiver.Deliveries.ShouldHaveSingleItem();
        told.Text.ShouldBe("One of us will answer you, Jo.");
        told.InReplyTo.ShouldBe("p0");
        var conversation = (await Store.ConversationAsync("c1", Forever))!;
        (conversation.IsHuman, conversation.Answers.Count).ShouldBe((true, 0));
        conversation.WaitingSince.ShouldNotBeNull();
        (
            await Store.LessonsOfAsync(
                Motif.Decisions.Understanding.DecisionModel.Custom,
                5,
                Forever
            )
        ).ShouldBeEmpty();

        Good(await Timed.GetRequiredService<ConversationDesk>().CloseAsync("c1", Ada, Forever));
        Clock.Now += TimeSpan.FromDays(1);
        var later = await DecideAsync(Message("please bay and number what about it 3", "p9"));
        later.State.ShouldBe(
            ExecutionState.Held,
            string.Join("; ", later.Reasons.Concat(later.Blockers))
        );
        await DecideAsync(Message("menschen bitte", "p10", "c2"));
        await LaterAsync(1);
        Receiver.Deliveries.Count(d => d.ConversationId == "c2").ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Nobody_is_told_of_a_person_in_shadow_or_once_a_person_has_answered()
    {
        await SetAsync(
            Live with
            {
                ShadowMode = true,
                HandOverText = "One of us will answer you.",
            }
        );
        await DecideAsync(Message("Let me speak to a person", "p1", "c1"));
        await SetAsync(Live with { HandOverText = "One of us will answer you." });
        await DecideAsync(Message("Let me speak to a person", "p2", "c2"));
        Clock.Now += TimeSpan.FromSeconds(1);
        await ReplyAsync("Here I am, what is it?", "p2", conversation: "c2");
        await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
        (
            await Config.ConfigureAsync(Live with { HandOverText = "{{oh" }, null, Admin, Forever)
        ).Problem!.Fields!.Keys.ShouldBe(["hand_over_text"]);
    }

    [ConformanceFact]
    public async Task A_customer_who_writes_again_during_the_hold_is_decided_anew()
    {
        var held = await HeldAsync();
        Clock.Now += TimeSpan.FromSeconds(5);
        var next = await DecideAsync(Message("please bay and parking what about it", "m2"));
        (await Store.FindAsync(held.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.Cancelled
        );
        next.ExecutionId.ShouldNotBe(held.ExecutionId);
        await LaterAsync(60);
        Receiver.Deliveries.Count.ShouldBeLessThanOrEqualTo(1);
        Receiver.Deliveries.ShouldNotContain(d => d.InReplyTo == "m1");
    }

    [ConformanceFact]
    public async Task Two_people_who_approve_one_reply_make_one_send()
    {
        var pending = await PendingAsync();
        var answers = await Task.WhenAll(
            Queue.ApproveAsync(
                pending.ExecutionId,
                new ApproveReply(pending.Version),
                Ada,
                Forever
            ),
            Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(pending.Version), Bob, Forever)
        );
        answers.Count(a => a.Value is not null).ShouldBe(1);
        answers
            .Single(a => a.Problem is not null)
            .Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        await LaterAsync(0);
        await LaterAsync(120);
        Receiver.Deliveries.ShouldHaveSingleItem();
        var sent = (await Store.FindAsync(pending.ExecutionId, Forever))!;
        (sent.State, sent.Outcome).ShouldBe((ExecutionState.Sent, "right"));
        Good(await Replies.FindAsync(pending.PatternId!.Value, Forever))
            .Evidence.Trials.ShouldBe(41);
    }

    [ConformanceFact]
    public async Task What_waits_is_overtaken_by_the_customer_and_runs_out()
    {
        var pending = await PendingAsync();
        await DecideAsync(Message("please open and hours what about it", "m2"));
        var late = (
            await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever)
        ).Problem!;
        late.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        late.Detail.ShouldContain("superseded");

        var other = await PendingAsync("m3", "c3");
        Clock.Now += TimeSpan.FromHours(4);
        (
            await Queue.ApproveAsync(other.ExecutionId, new ApproveReply(), Ada, Forever)
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.Expired);
        await LaterAsync(0);
        (await Store.FindAsync(other.ExecutionId, Forever))!.State.ShouldBe(ExecutionState.Expired);
        Receiver.Deliveries.ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_reply_with_an_empty_place_is_never_sent()
    {
        var pending = await PendingAsync(template: "Your bay is {{bay}}.");
        (
            await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever)
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.Incomplete);
        foreach (var text in (string[])["", "   ", "Your bay is {{bay}}."])
            (
                await Queue.ModifyAsync(pending.ExecutionId, new ModifyReply(text), Ada, Forever)
            ).Problem!.Fields!.Keys.ShouldBe(["text"]);
        Good(
            await Queue.ModifyAsync(
                pending.ExecutionId,
                new ModifyReply("Your bay is number 12."),
                Ada,
                Forever
            )
        );
        await LaterAsync(0);
        Receiver.Deliveries.ShouldHaveSingleItem().Text.ShouldBe("Your bay is number 12.");
    }

    [ConformanceFact]
    public async Task A_rejection_needs_a_reason_and_counts_against_the_pattern()
    {
        var pending = await PendingAsync();
        (
            await Queue.RejectAsync(pending.ExecutionId, new RejectReply(" "), Ada, Forever)
        ).Problem!.Fields!.Keys.ShouldBe(["reason"]);
        Good(
            await Queue.RejectAsync(pending.ExecutionId, new RejectReply("outdated"), Ada, Forever)
        )
            .Outcome.ShouldBe("rejected");
        await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
        Good(await Replies.FindAsync(pending.PatternId!.Value, Forever))
            .Evidence.Failures.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Money_needs_two_people()
    {
        var pending = await PendingAsync(risk: RiskClass.R3);
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever))
            .State.ShouldBe(ExecutionState.Pending);
        (
            await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever)
        ).Problem!.Detail.ShouldContain("second person");
        await LaterAsync(1);
        Receiver.Deliveries.ShouldBeEmpty();
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Bob, Forever))
            .State.ShouldBe(ExecutionState.Sending);
        await LaterAsync(1);
        Receiver.Deliveries.ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task Whoever_dies_after_the_send_is_followed_under_the_same_id()
    {
        await HeldAsync();
        Clock.Now += TimeSpan.FromSeconds(20);
        // The bytes left, and the process was gone before it could write that down.
        Receiver.Answer = _ => throw new InvalidOperationException("killed");
        using var dying = new CancellationTokenSource();
        Receiver.Dying = dying;
        await Should.ThrowAsync<InvalidOperationException>(() => Dispatch.RunAsync(dying.Token));
        Receiver.Answer = _ => new SendAnswer(SendResult.Sent);
        var restarted = Keep(OpenTimed()).GetRequiredService<ReplyDispatch>();
        (await restarted.RunAsync(Forever)).ShouldBe(0, "the claim of the dead one still holds");
        Clock.Now += TimeSpan.FromSeconds(61);
        (await restarted.RunAsync(Forever)).ShouldBe(1);
        Clock.Now += TimeSpan.FromHours(1);
        (await restarted.RunAsync(Forever)).ShouldBe(0);
        Receiver.Deliveries.Count.ShouldBe(2);
        Receiver.Deliveries.Select(d => d.DeliveryId).Distinct().ShouldHaveSingleItem();
        (await Store.ConversationAsync("c1", Forever))!.Answers.ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task An_outcome_that_stays_unknown_is_a_task_for_a_person()
    {
        var held = await HeldAsync();
        Receiver.Answer = _ => new SendAnswer(SendResult.Unknown, "no answer in time");
        for (var i = 0; i < 12; i++)
            await LaterAsync(300);
        Receiver.Deliveries.Count.ShouldBe(ReplyDispatch.MostAttempts);
        Receiver.Deliveries.Select(d => d.DeliveryId).Distinct().ShouldHaveSingleItem();
        (await Store.FindAsync(held.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.DeliveryUnknown
        );
        Receiver.Answer = _ => new SendAnswer(SendResult.Sent);
        await LaterAsync(3600);
        Receiver.Deliveries.Count.ShouldBe(ReplyDispatch.MostAttempts);
    }

    [ConformanceFact]
    public async Task A_refused_send_can_be_approved_again_and_moves_no_confidence()
    {
        var pending = await PendingAsync();
        Receiver.Answer = _ => new SendAnswer(SendResult.Refused, "HTTP 400");
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever));
        await LaterAsync(0);
        (await Store.FindAsync(pending.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.Failed
        );
        Good(await Replies.FindAsync(pending.PatternId!.Value, Forever))
            .Evidence.Trials.ShouldBe(40);
        Receiver.Answer = _ => new SendAnswer(SendResult.Sent);
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever));
        await LaterAsync(0);
        Good(await Replies.FindAsync(pending.PatternId!.Value, Forever))
            .Evidence.Trials.ShouldBe(41);
    }

    [ConformanceFact]
    public async Task A_receiver_that_asks_for_time_gets_it()
    {
        await HeldAsync();
        Receiver.Answer = _ => new SendAnswer(
            SendResult.NotNow,
            "HTTP 429",
            TimeSpan.FromMinutes(10)
        );
        await LaterAsync(20);
        Receiver.Answer = _ => new SendAnswer(SendResult.Sent);
        await LaterAsync(590);
        Receiver.Deliveries.Count.ShouldBe(1);
        await LaterAsync(11);
        Receiver.Deliveries.Count.ShouldBe(2);
    }
}
