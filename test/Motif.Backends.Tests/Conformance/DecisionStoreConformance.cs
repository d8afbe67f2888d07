using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IDecisionStore"/> does this.</summary>
public abstract class DecisionStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private IDecisionStore Store => Server.GetRequiredService<IDecisionStore>();

    [ConformanceFact]
    public async Task A_decision_comes_back_as_it_was_put()
    {
        var decision = Decision("c", 1) with
        {
            Text = Sample.Awkward[1],
            Confidence = 0.1 + 0.2,
            Signals = new Dictionary<string, double> { ["a"] = 1 / 3.0, ["b"] = -1e-300 },
            Reasons = [.. Sample.Awkward],
        };
        await PutAsync("c", decision);
        var found = (await Store.FindAsync(decision.ExecutionId, Forever))!;
        System
            .Text.Json.JsonSerializer.Serialize(found with { Signals = Empty }, MotifJson.Options)
            .ShouldBe(
                System.Text.Json.JsonSerializer.Serialize(
                    decision with
                    {
                        Signals = Empty,
                    },
                    MotifJson.Options
                )
            );
        found.Signals.ShouldBe(decision.Signals, ignoreOrder: true);
        (await Store.FindAsync(Guid.Empty, Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Lists_are_newest_first_and_narrow_down()
    {
        for (var i = 0; i < 5; i++)
            await PutAsync(i % 2 == 0 ? "even" : "odd", Decision(i % 2 == 0 ? "even" : "odd", i));
        var all = await Store.ListAsync(new ExecutionQuery(), Forever);
        all.Select(e => e.MessageId).ShouldBe(["m4", "m3", "m2", "m1", "m0"]);
        (
            await Store.ListAsync(new ExecutionQuery { ConversationId = "odd" }, Forever)
        ).Count.ShouldBe(2);
        (
            await Store.ListAsync(new ExecutionQuery { States = [ExecutionState.Held] }, Forever)
        ).ShouldBeEmpty();
        (
            await Store.ListAsync(
                new ExecutionQuery { Before = all[1].ExecutionId, Limit = 2 },
                Forever
            )
        )
            .Select(e => e.MessageId)
            .ShouldBe(["m2", "m1"]);
        (
            await Store.ListAsync(
                new ExecutionQuery { Since = Sample.Start.AddMinutes(3) },
                Forever
            )
        ).Count.ShouldBe(2);
        (await Store.CountAsync(Forever))[ExecutionState.Shadow].ShouldBe(5);
    }

    [ConformanceFact]
    public async Task What_is_due_is_told_the_oldest_first()
    {
        await PutAsync(
            "c",
            Decision("c", 1) with
            {
                State = ExecutionState.Held,
                DueAt = Sample.Start.AddSeconds(20),
            }
        );
        await PutAsync(
            "c",
            Decision("c", 2) with
            {
                State = ExecutionState.Held,
                DueAt = Sample.Start.AddSeconds(10),
            }
        );
        await PutAsync("c", Decision("c", 3));
        (await Store.DueAsync(Sample.Start.AddSeconds(9), 10, Forever)).ShouldBeEmpty();
        (await Store.DueAsync(Sample.Start.AddSeconds(20), 10, Forever))
            .Select(e => e.MessageId)
            .ShouldBe(["m2", "m1"]);
    }

    [ConformanceFact]
    public async Task Changes_of_one_conversation_never_overlap()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Store.ChangeAsync(
                        new DecisionScope("busy"),
                        ledger =>
                        {
                            ledger.Put(
                                ledger.Conversation! with
                                {
                                    Done =
                                    [
                                        .. ledger.Conversation!.Done,
                                        $"step {ledger.Conversation.Done.Count}",
                                    ],
                                }
                            );
                            ledger.Add(new AuditEvent(Sample.Start, "tester", "step"));
                            return true;
                        },
                        Forever
                    )
                )
        );
        (await Store.ConversationAsync("busy", Forever))!.Done.ShouldBe(
            Enumerable.Range(0, 20).Select(i => $"step {i}")
        );
        var audit = await Store.AuditAsync(new AuditQuery(), Forever);
        audit.Select(a => a.Number).ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
        var before = AuditEntry.Beginning;
        foreach (var entry in audit)
        {
            entry.Follows(before).ShouldBeTrue();
            before = entry.Hash;
        }
    }

    [ConformanceFact]
    public async Task A_change_that_fails_leaves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Store.ChangeAsync<bool>(
                new DecisionScope("c"),
                ledger =>
                {
                    ledger.Put(Decision("c", 1));
                    ledger.Add(new AuditEvent(Sample.Start, "tester", "step"));
                    throw new InvalidOperationException("no");
                },
                Forever
            )
        );
        (await Store.ListAsync(new ExecutionQuery(), Forever)).ShouldBeEmpty();
        (await Store.AuditAsync(new AuditQuery(), Forever)).ShouldBeEmpty();
        (await Store.ConversationAsync("c", Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Lessons_keep_their_order_and_one_that_is_taken_back_changes_the_epoch()
    {
        var before = await Store.PositionAsync(Forever);
        await TeachAsync(Lesson(1), Lesson(2), Lesson(3));
        (await Store.PositionAsync(Forever)).ShouldBe(before with { Lessons = 3 });
        (await Store.LessonsAsync(1, 10, Forever))
            .Lessons.Select(l => l.Text)
            .ShouldBe(["text 2", "text 3"]);
        (await Store.LessonsOfAsync("label", 2, Forever))
            .Select(l => l.Text)
            .ShouldBe(["text 3", "text 2"]);

        await Store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Forget(Lesson(2).LessonId);
                ledger.Relabel(Lesson(3) with { Label = "other" });
                return true;
            },
            Forever
        );
        var page = await Store.LessonsAsync(0, 10, Forever);
        page.Lessons.Select(l => (l.Text, l.Label))
            .ShouldBe([("text 1", "label"), ("text 3", "other")]);
        page.Number.ShouldBe(3);
        (await Store.PositionAsync(Forever)).Epoch.ShouldBeGreaterThan(before.Epoch);
        (await Store.FindLessonAsync(Lesson(2).LessonId, Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Evidence_settings_and_evolution_are_kept()
    {
        var pattern = Sample.Pattern("p").PatternId;
        await Store.ChangeAsync(
            new DecisionScope { Patterns = [pattern] },
            ledger =>
            {
                ledger.Put(ledger.Evidence(pattern) with { Right = 2.5, Mode = PatternMode.Queue });
                ledger.Add(
                    new ConfidenceChange(pattern, Sample.Start, .5, .6, "right", "ada", null)
                );
                ledger.Add(
                    new ConfidenceChange(pattern, Sample.Start, .6, .7, "right", "ada", Guid.Empty)
                );
                ledger.Put(new DecisionOverrides { Enabled = true, DisabledChannels = ["sms"] });
                return true;
            },
            Forever
        );
        var evidence = (await Store.EvidenceAsync(Forever)).ShouldHaveSingleItem();
        (evidence.Right, evidence.Mode).ShouldBe((2.5, PatternMode.Queue));
        (await Store.EvolutionAsync(pattern, 10, Forever)).Select(c => c.New).ShouldBe([.7, .6]);
        var settings = await Store.SettingsAsync(Forever);
        settings.Version.ShouldBe(1);
        settings.Overrides.Enabled.ShouldBe(true);
        settings.Overrides.DisabledChannels.ShouldBe(["sms"]);
    }

    [ConformanceFact]
    public async Task The_audit_is_narrowed_by_time_and_actor()
    {
        await Store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Add(
                    new AuditEvent(Sample.Start, "ada", "one", Detail: "line\nbreak \"quoted\"")
                );
                ledger.Add(new AuditEvent(Sample.Start.AddHours(1), "bob", "two"));
                return true;
            },
            Forever
        );
        (await Store.AuditAsync(new AuditQuery { Actor = "bob" }, Forever))
            .ShouldHaveSingleItem()
            .Event.Event.ShouldBe("two");
        (await Store.AuditAsync(new AuditQuery { To = Sample.Start.AddHours(1) }, Forever))
            .ShouldHaveSingleItem()
            .Event.Detail.ShouldBe("line\nbreak \"quoted\"");
        (
            await Store.AuditAsync(new AuditQuery { From = Sample.Start.AddMinutes(1) }, Forever)
        ).Count.ShouldBe(1);
        (await Store.AuditAsync(new AuditQuery { After = 1 }, Forever)).Count.ShouldBe(1);
    }

    private static readonly Dictionary<string, double> Empty = [];

    private Task<bool> PutAsync(string conversation, DecisionExecution decision) =>
        Store.ChangeAsync(
            new DecisionScope(conversation),
            ledger =>
            {
                ledger.Put(decision);
                return true;
            },
            Forever
        );

    private Task<bool> TeachAsync(params StoredLesson[] lessons) =>
        Store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                foreach (var lesson in lessons)
                    ledger.Add(lesson);
                return true;
            },
            Forever
        );

    private static StoredLesson Lesson(int number) =>
        new(
            PatternId.For(PatternKind.Decision, $"lesson {number}"),
            "label",
            $"text {number}",
            ["say:hello"],
            "reply",
            RiskClass.R1,
            1,
            Sample.Start,
            "ada",
            null,
            "customer"
        );

    private static DecisionExecution Decision(string conversation, int number) =>
        new()
        {
            ExecutionId = PatternId.For(PatternKind.Decision, $"execution {conversation} {number}"),
            MessageId = $"m{number}",
            ConversationId = conversation,
            Channel = "chat",
            SentAt = Sample.Start.AddMinutes(number),
            At = Sample.Start.AddMinutes(number),
            Text = "text",
            Action = DecisionAction.Auto,
            State = ExecutionState.Shadow,
            Reasons = ["sure_enough"],
            Events = [new ExecutionEvent(Sample.Start, "motif", "shadow")],
        };
}
