using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What people's replies teach, on every database.</summary>
public abstract class DecisionLearningConformance(TestBackend backend) : DecisionSuite(backend)
{
    [ConformanceFact]
    public async Task While_decisions_are_off_nothing_is_learned_unless_that_was_asked_for()
    {
        await BayAsync();
        (await ReplyAsync("Your bay is on the left.", text: "which bay please")).Reason.ShouldBe(
            "disabled"
        );
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(3);
        (await Store.ConversationAsync("c1", Forever)).ShouldBeNull();
        await SetAsync(new DecisionOverrides { LearnWhileDisabled = true });
        (await ReplyAsync("Your bay is on the left.", text: "which bay please")).Reason.ShouldBe(
            "learned"
        );
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(4);
    }

    [ConformanceFact]
    public async Task A_reply_like_the_pattern_counts_for_it_once()
    {
        await EnableAsync();
        var bay = await BayAsync();
        await DecideAsync(Message("which bay is it"));
        var learned = await ReplyAsync("your bay is on the LEFT");
        (learned.Reason, learned.PatternId, learned.Agrees).ShouldBe(
            ("learned", bay.PatternId, true)
        );
        (await ReplyAsync("your bay is on the LEFT")).Reason.ShouldBe("known");

        var evidence = Good(await Replies.FindAsync(bay.PatternId, Forever)).Evidence;
        (evidence.Trials, evidence.Successes, evidence.Overrides).ShouldBe((1, 1, 0));
        var change = (
            await Store.EvolutionAsync(bay.PatternId, 10, Forever)
        ).ShouldHaveSingleItem();
        change.Old.ShouldBe(.5);
        change.New.ShouldBe(2 / 3.0, 1e-12);
        (change.Reason, change.Actor).ShouldBe(("right", "ada"));
        var decision = (
            await Store.ListAsync(new ExecutionQuery(), Forever)
        ).ShouldHaveSingleItem();
        (decision.Outcome, decision.Agrees).ShouldBe(("right", true));
    }

    [ConformanceFact]
    public async Task A_match_without_an_outcome_changes_nothing()
    {
        await EnableAsync();
        var bay = await BayAsync();
        await DecideAsync(Message("which bay is it"));
        var evidence = Good(await Replies.FindAsync(bay.PatternId, Forever)).Evidence;
        (evidence.Trials, evidence.Confidence).ShouldBe((0, .5));
        (await Store.EvolutionAsync(bay.PatternId, 10, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Another_answer_counts_against_the_pattern_that_was_decided()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(), await HoursAsync());
        await DecideAsync(Message("which bay is it when you open"));
        var decided = (await Store.ListAsync(new ExecutionQuery(), Forever))[0].PatternId;
        var other = decided == bay.PatternId ? hours : bay;
        (await ReplyAsync(other.Reply.Template)).Agrees.ShouldBe(false);
        var evidence = Good(await Replies.FindAsync(decided!.Value, Forever)).Evidence;
        (evidence.Trials, evidence.Failures).ShouldBe((1, 1));
        evidence.Confidence.ShouldBeLessThan(.5);
    }

    [ConformanceFact]
    public async Task What_a_message_is_about_comes_before_how_well_a_pattern_did()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(), await HoursAsync());
        foreach (var (pattern, right, wrong) in new[] { (bay, 27, 11), (hours, 89, 9) })
            await Store.ChangeAsync(
                new DecisionScope { Patterns = [pattern.PatternId] },
                ledger =>
                {
                    ledger.Put(
                        ledger.Evidence(pattern.PatternId) with
                        {
                            Right = right,
                            Wrong = wrong,
                            Trials = right + wrong,
                        }
                    );
                    return true;
                },
                Forever
            );
        Good(await Replies.FindAsync(bay.PatternId, Forever)).Confidence.ShouldBe(.7, .001);
        Good(await Replies.FindAsync(hours.PatternId, Forever)).Confidence.ShouldBe(.9, .001);
        var decided = Good(
            await Deciding.TestAsync(Message("which bay do I have when you are open"), Forever)
        );
        decided.Candidates.Count.ShouldBe(2);
        decided.PatternId.ShouldBe(bay.PatternId);
    }

    [ConformanceFact]
    public async Task Three_replies_that_say_the_same_propose_a_draft_with_places()
    {
        await EnableAsync();
        await BayAsync();
        string[] replies =
        [
            "Your locker is number 17 and it opens with the code that we sent to jo@example.org today",
            "Your locker is number 4 and it opens with the code that we sent to al@example.com today",
            "Your locker is number 230 and it opens with the code that we sent to bo@example.net today",
        ];
        LearnedReply? last = null;
        for (var i = 0; i < replies.Length; i++)
        {
            await DecideAsync(Message($"how do I get into the locker {i}", $"m{i}", $"c{i}"));
            last = await ReplyAsync(replies[i], $"m{i}", conversation: $"c{i}");
            last.PatternId.ShouldBeNull();
        }
        var proposed = Good(await Replies.FindAsync(last!.CandidateId!.Value, Forever));
        proposed.Status.ShouldBe(PatternStatus.Draft);
        proposed.Reply.AutoExecutable.ShouldBeFalse();
        proposed.Reply.Template.ShouldBe(
            "Your locker is number {{value_1}} and it opens with the code that we sent to {{value_2}} today"
        );
        (await Store.LessonsOfAsync(proposed.PatternId.ToString("D"), 10, Forever)).Count.ShouldBe(
            3
        );
        var decision = Good(
            await Deciding.TestAsync(Message("how do I get into the locker", "x", "cx"), Forever)
        );
        decision.PatternId.ShouldBe(proposed.PatternId);
        (decision.Action, decision.Reasons[0]).ShouldBe((DecisionAction.Log, "inactive_pattern"));
    }

    [ConformanceFact]
    public async Task Notes_bots_and_system_messages_teach_nothing()
    {
        await EnableAsync();
        await BayAsync();
        foreach (var kind in (ReplyKind[])[ReplyKind.Note, ReplyKind.Bot, ReplyKind.System])
            (
                await ReplyAsync("Your bay is on the left.", text: "which bay", kind: kind)
            ).Reason.ShouldBe("not_a_reply");
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(3);
    }

    [ConformanceFact]
    public async Task Two_answers_to_the_same_words_are_a_conflict_and_teach_nothing()
    {
        await EnableAsync();
        await BayAsync();
        await HoursAsync();
        var lessons = (await Store.PositionAsync(Forever)).Lessons;
        (
            await ReplyAsync("We are open from 8 to 20 on weekdays.", text: "which BAY is mine?? ")
        ).Reason.ShouldBe("conflict");
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(lessons);
        (await Store.AuditAsync(new AuditQuery { Actor = "ada" }, Forever))
            .Select(a => a.Event.Event)
            .ShouldBe(["conflict"]);
    }

    [ConformanceFact]
    public async Task A_lesson_that_is_taken_back_is_as_if_it_had_never_been_learned()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(), await HoursAsync());
        await LiveAsync(400, bay, hours);
        var probe = Message("please bay or open what about it", "probe", "probe");
        var before = Good(await Deciding.TestAsync(probe, Forever));
        var learned = await ReplyAsync(
            "Your bay is on the left.",
            text: "please open or bay what about it"
        );
        Good(await Deciding.TestAsync(probe, Forever)).Position.ShouldBe(before.Position + 1);
        Good(await Humans.ForgetAsync(learned.LessonId!.Value, Ada, Forever));
        var after = Good(await Deciding.TestAsync(probe, Forever));
        after.Position.ShouldBe(before.Position);
        BitConverter
            .DoubleToInt64Bits(after.Confidence)
            .ShouldBe(BitConverter.DoubleToInt64Bits(before.Confidence));
        after.Candidates.ShouldBe(before.Candidates);
        after.Signals.ShouldBe(before.Signals);
        (await Humans.ForgetAsync(learned.LessonId.Value, Ada, Forever)).Problem.ShouldNotBeNull();
    }

    [ConformanceFact]
    public async Task Another_server_follows_what_this_one_learned()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(), await HoursAsync());
        var other = Keep(OpenTimed()).GetRequiredService<DecisionEngine>();
        var probe = Message("please bay and number what about it", "probe", "probe");
        Good(await other.TestAsync(probe, Forever)).Confidence.ShouldBe(0);
        await LiveAsync(500, bay, hours);
        var (here, there) = (
            Good(await Deciding.TestAsync(probe, Forever)),
            Good(await other.TestAsync(probe, Forever))
        );
        here.Confidence.ShouldBeGreaterThan(.5);
        BitConverter
            .DoubleToInt64Bits(there.Confidence)
            .ShouldBe(BitConverter.DoubleToInt64Bits(here.Confidence));
    }

    [ConformanceFact]
    public async Task Personal_data_is_taken_out_before_anything_is_kept()
    {
        await EnableAsync();
        await BayAsync();
        const string Secret =
            "my card 4111 1111 1111 1111, mail jo.doe@example.org, call +49 170 1234567";
        var decision = await DecideAsync(
            Message($"which bay is mine, {Secret}, order 6033391 at 1748503543012")
        );
        var learned = await ReplyAsync(
            "Thank you Jo, I wrote to jo.doe@example.org about card 4111-1111-1111-1111."
        );
        var lesson = (await Store.FindLessonAsync(learned.LessonId!.Value, Forever))!;
        foreach (var kept in (string[])[decision.Text, lesson.Text, lesson.Reply!])
        {
            kept.ShouldNotContain("4111");
            kept.ShouldNotContain("jo.doe");
            kept.ShouldNotContain("1234567");
        }
        decision.Text.ShouldContain("6033391");
        decision.Text.ShouldContain("1748503543012");
    }

    [ConformanceFact]
    public async Task An_audited_decision_stands_for_those_that_were_not()
    {
        await EnableAsync();
        var bay = await BayAsync();
        var planned = Good(await Deciding.TestAsync(Message("which bay then"), Forever));
        await Store.ChangeAsync(
            new DecisionScope("c1"),
            ledger =>
            {
                ledger.Put(
                    new DecisionExecution
                    {
                        ExecutionId = planned.ExecutionId,
                        MessageId = "m1",
                        ConversationId = "c1",
                        Channel = "chat",
                        SentAt = Clock.Now,
                        At = Clock.Now,
                        Text = "which bay then",
                        Action = DecisionAction.Suggest,
                        State = ExecutionState.Pending,
                        Reasons = ["audited"],
                        PatternId = bay.PatternId,
                        Reply = "Your bay is on the left.",
                    }
                );
                return true;
            },
            Forever
        );
        var learned = await ReplyAsync("Your bay is on the left.");
        (await Store.FindLessonAsync(learned.LessonId!.Value, Forever))!.Weight.ShouldBe(10);
        (await Store.ListAsync(new ExecutionQuery(), Forever))[0]
            .State.ShouldBe(ExecutionState.Superseded);
    }

    [ConformanceFact]
    public async Task A_pattern_climbs_by_evidence_one_step_a_day_and_falls_at_once()
    {
        await EnableAsync();
        var bay = await BayAsync();
        async Task<PatternMode> AfterAsync(int i, string reply)
        {
            await DecideAsync(Message($"which bay is it {i}", $"m{i}", $"c{i}"));
            await ReplyAsync(reply, $"m{i}", conversation: $"c{i}");
            return Good(await Replies.FindAsync(bay.PatternId, Forever)).Evidence.Mode;
        }
        for (var i = 0; i < 4; i++)
            (await AfterAsync(i, bay.Reply.Template)).ShouldBe(PatternMode.Shadow);
        (await AfterAsync(4, bay.Reply.Template)).ShouldBe(PatternMode.Queue);
        for (var i = 5; i < 12; i++)
            (await AfterAsync(i, bay.Reply.Template)).ShouldBe(PatternMode.Queue);
        Clock.Now += TimeSpan.FromHours(25);
        (await AfterAsync(12, bay.Reply.Template)).ShouldBe(PatternMode.Suggest);
        for (var i = 13; i < 16; i++)
            await AfterAsync(i, $"No idea at all, sorry, ask somebody else {i * 31}");
        Good(await Replies.FindAsync(bay.PatternId, Forever))
            .Evidence.Mode.ShouldNotBe(PatternMode.Suggest);
    }
}
