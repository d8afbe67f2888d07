using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Patterns that say the same: refused as new, and made one, on every database.</summary>
public abstract class DecisionMergeConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    private const string Left = "Your bay is the one on the left of the door.";
    private const string Nearly = "Your bay is the one on the right of the door.";

    private PatternMerge Merges => Timed.GetRequiredService<PatternMerge>();

    [ConformanceFact]
    public async Task A_new_pattern_that_says_nearly_the_same_is_refused_unless_somebody_insists()
    {
        var left = await PatternAsync("Left", Left, ["which bay is mine"]);
        var draft = new DecisionPatternDraft
        {
            Name = "Right",
            Reply = new ReplyBody { Template = Nearly },
            Examples = ["where do I park"],
        };
        var refused = (await Replies.CreateAsync(draft, Ada, Forever)).Problem.ShouldNotBeNull();
        (refused.Refusal, refused.ExistingId).ShouldBe(
            (CatalogueRefusal.Duplicate, left.PatternId)
        );
        refused.Detail.ShouldContain("Left");
        refused.Detail.ShouldContain("allow_similar");
        (await Replies.ListAsync(Forever)).Count.ShouldBe(1);
        Good(await Replies.CreateAsync(draft with { AllowSimilar = true }, Ada, Forever))
            .Name.ShouldBe("Right");
    }

    [ConformanceFact]
    public async Task What_differs_in_more_than_fifteen_of_a_hundred_words_is_another_pattern()
    {
        await PatternAsync("Bay", "Your bay is on the left.", ["which bay is mine"]);
        // Of six words one is another: 2·5/12 = .83.
        await PatternAsync("Locker", "Your locker is on the left.", ["which locker is mine"]);
        // What stands in a place is no word of the template.
        await PatternAsync("Name", "{{name}}", ["what is my name"]);
        await PatternAsync("Code", "{{code}}", ["what is my code"]);
        (await Replies.ListAsync(Forever)).Count.ShouldBe(4);
    }

    [ConformanceFact]
    public async Task An_archived_pattern_stands_in_nobodys_way()
    {
        var left = await PatternAsync("Left", Left, ["which bay is mine"]);
        Good(await Replies.ArchiveAsync(left.PatternId, Ada, Forever));
        await PatternAsync("Right", Nearly, ["where do I park"]);
    }

    [ConformanceFact]
    public async Task The_pattern_that_stays_gets_examples_evidence_and_history_of_the_other()
    {
        await EnableAsync();
        var (left, right) = await TwoAsync();
        await ProveAsync(left, 30, PatternMode.Suggest);
        await ProveAsync(right, 12, PatternMode.Queue);
        await DecideAsync(Message("where do I park", "m1"));
        await ReplyAsync(Nearly, "m1");
        var before = Good(await Replies.FindAsync(right.PatternId, Forever)).Evidence;

        var merged = Good(await MergeAsync(right, left));
        merged.PatternId.ShouldBe(left.PatternId);
        merged.Reply.Template.ShouldBe(Left);
        merged.Evidence.Trials.ShouldBe(30 + before.Trials);
        merged.Evidence.Successes.ShouldBe(30 + before.Successes);
        merged.Evidence.Right.ShouldBe(30 + before.Right, 1e-9);
        merged.Evidence.Mode.ShouldBe(PatternMode.Queue);

        (await Store.LessonsOfAsync(right.PatternId.ToString("D"), 10, Forever)).ShouldBeEmpty();
        var lessons = await Store.LessonsOfAsync(left.PatternId.ToString("D"), 10, Forever);
        lessons
            .Select(l => l.Text)
            .ShouldBe(
                ["which bay is mine", "where do I park", "where do I park"],
                ignoreOrder: true
            );
        var gone = Good(await Replies.FindAsync(right.PatternId, Forever));
        (gone.Status, gone.Evidence.Trials, gone.Evidence.MergedInto).ShouldBe(
            (PatternStatus.Archived, 0, left.PatternId)
        );
        var change = (await Store.EvolutionAsync(left.PatternId, 1, Forever))[0];
        (change.Reason, change.Actor, change.New).ShouldBe(("merged", "ada", merged.Confidence));
        (await Store.EvolutionAsync(right.PatternId, 10, Forever)).ShouldNotBeEmpty();
        var audit = await Store.AuditAsync(new AuditQuery(), Forever);
        audit.ShouldContain(e =>
            e.Event.Event == "pattern_merged" && e.Event.PatternId == left.PatternId
        );
        var read = Good(await Deciding.TestAsync(Message("where do I park", "x", "cx"), Forever));
        read.PatternId.ShouldBe(left.PatternId);
    }

    [ConformanceFact]
    public async Task What_was_decided_for_the_other_before_counts_for_the_one_that_stays()
    {
        await EnableAsync();
        var (left, right) = await TwoAsync();
        var decided = await DecideAsync(Message("where do I park", "m1"));
        decided.PatternId.ShouldBe(right.PatternId);
        Good(await MergeAsync(right, left));
        (await ReplyAsync(Left, "m1")).Agrees.ShouldBe(true);
        var evidence = Good(await Replies.FindAsync(left.PatternId, Forever)).Evidence;
        (evidence.Trials, evidence.Successes).ShouldBe((1, 1));
        Good(await Replies.FindAsync(right.PatternId, Forever)).Evidence.Trials.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task A_reply_that_waited_for_approval_teaches_the_one_that_stays()
    {
        var pending = await PendingAsync();
        var stays = Good(
            await Replies.CreateAsync(
                new DecisionPatternDraft
                {
                    Name = "Bays",
                    Reply = new ReplyBody
                    {
                        Template = "Your bay is on the left",
                        Risk = RiskClass.R0,
                    },
                    AllowSimilar = true,
                },
                Ada,
                Forever
            )
        );
        Good(await MergeAsync(Bay!, stays));
        var before = Good(await Replies.FindAsync(stays.PatternId, Forever)).Evidence;
        Good(
            await Queue.ApproveAsync(
                pending.ExecutionId,
                new ApproveReply(pending.Version),
                Ada,
                Forever
            )
        );
        await LaterAsync(60);
        Receiver.Deliveries.ShouldHaveSingleItem();
        var after = Good(await Replies.FindAsync(stays.PatternId, Forever)).Evidence;
        after.Trials.ShouldBe(before.Trials + 1);
        (await Store.LessonsOfAsync(Bay!.PatternId.ToString("D"), 10, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_conflict_between_two_that_are_one_now_is_over()
    {
        await EnableAsync();
        var (left, right) = await TwoAsync();
        var hours = await HoursAsync();
        foreach (
            var (reply, text, id) in new[]
            {
                (Left, "where do I park", "m1"),
                (Nearly, "when do you open?", "m2"),
            }
        )
        {
            await DecideAsync(Message(text, id, id));
            (await ReplyAsync(reply, id, conversation: id)).Reason.ShouldBe("conflict");
        }
        var conflicts = Timed.GetRequiredService<AnswerConflicts>();
        (await conflicts.ListAsync(Forever)).Count.ShouldBe(2);
        Good(await MergeAsync(right, left));
        var standing = (await conflicts.ListAsync(Forever)).ShouldHaveSingleItem();
        (standing.Standing, standing.Other).ShouldBe((hours.PatternId, left.PatternId));
    }

    [ConformanceFact]
    public async Task A_merge_asked_for_again_changes_nothing_and_another_one_is_refused()
    {
        var (left, right) = await TwoAsync();
        await ProveAsync(right, 12, PatternMode.Queue);
        var once = Good(await MergeAsync(right, left));
        Good(await MergeAsync(right, left)).Evidence.Trials.ShouldBe(once.Evidence.Trials);
        var third = await HoursAsync();
        (await MergeAsync(right, third)).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        (await MergeAsync(third, right)).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        (await MergeAsync(left, left)).Problem!.Fields!.Keys.ShouldBe(["into"]);
    }

    [ConformanceFact]
    public async Task Patterns_of_two_classes_of_risk_are_not_merged()
    {
        var left = await PatternAsync("Left", Left, ["which bay is mine"]);
        var money = await PatternAsync("Money", "You get it back.", ["my money"], RiskClass.R3);
        var refused = (await MergeAsync(money, left)).Problem.ShouldNotBeNull();
        refused.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        refused.Detail.ShouldContain("R3");
        Good(await Replies.FindAsync(money.PatternId, Forever))
            .Status.ShouldBe(PatternStatus.Active);
        (
            await Merges.MergeAsync(
                money.PatternId,
                new MergePattern(left.PatternId),
                null,
                new Actor("trainee"),
                Forever
            )
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotPermitted);
    }

    [ConformanceFact]
    public async Task What_was_merged_and_is_brought_back_begins_anew()
    {
        await EnableAsync();
        var (left, right) = await TwoAsync();
        await ProveAsync(right, 12, PatternMode.Queue);
        Good(await MergeAsync(right, left));
        var back = Good(await Replies.RestoreAsync(right.PatternId, Admin, Forever));
        (back.Status, back.Evidence.Trials, back.Evidence.MergedInto).ShouldBe(
            (PatternStatus.Draft, 0, null)
        );
        Good(await Replies.FindAsync(left.PatternId, Forever)).Evidence.Trials.ShouldBe(12);
    }

    private async Task<(DecisionPattern Left, DecisionPattern Right)> TwoAsync()
    {
        var left = await PatternAsync("Left", Left, ["which bay is mine"]);
        var right = Good(
            await Replies.CreateAsync(
                new DecisionPatternDraft
                {
                    Name = "Right",
                    Reply = new ReplyBody { Template = Nearly, Risk = RiskClass.R0 },
                    Examples = ["where do I park"],
                    AllowSimilar = true,
                },
                Ada,
                Forever
            )
        );
        return (left, right);
    }

    private Task<CatalogueAnswer<DecisionPattern>> MergeAsync(
        DecisionPattern goes,
        DecisionPattern stays
    ) => Merges.MergeAsync(goes.PatternId, new MergePattern(stays.PatternId), null, Ada, Forever);
}
