using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Who may teach, what is taken back, what is imported, erased and reported, on every database.</summary>
public abstract class DecisionPeopleConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    private static readonly Actor Trainee = new("trainee");

    private CustomerOutcomes Outcomes => Timed.GetRequiredService<CustomerOutcomes>();

    private ConversationImport Imports => Timed.GetRequiredService<ConversationImport>();

    private AnswerConflicts Conflicts => Timed.GetRequiredService<AnswerConflicts>();

    [ConformanceFact]
    public async Task Whoever_may_not_teach_silences_the_machine_and_teaches_nothing()
    {
        await EnableAsync();
        await BayAsync();
        var decided = await DecideAsync(Message("Which bay is mine?"));
        var lessons = (await Store.PositionAsync(Forever)).Lessons;
        var learned = Good(
            await Humans.LearnAsync(
                new HumanReply
                {
                    ConversationId = "c1",
                    Channel = "chat",
                    MessageId = "m1",
                    Reply = "Your bay is on the left.",
                },
                Trainee,
                Forever
            )
        );
        learned.Reason.ShouldBe("may_not_teach");
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(lessons);
        (await Store.EvidenceAsync(Forever)).ShouldAllBe(e => e.Trials == 0);
        (await Store.FindAsync(decided.ExecutionId, Forever))!.Outcome.ShouldBeNull();
        Clock.Now += TimeSpan.FromMinutes(5);
        (await DecideAsync(Message("and the bay number", "m2"))).Reasons.ShouldBe([
            "operator_active",
        ]);
        var lesson = (await Store.LessonsAsync(0, 1, Forever)).Lessons[0];
        (await Humans.ForgetAsync(lesson.LessonId, Trainee, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.NotPermitted
        );
        (
            await Replies.CreateAsync(
                new DecisionPatternDraft
                {
                    Name = "mine",
                    Reply = new ReplyBody { Template = "No." },
                },
                Trainee,
                Forever
            )
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotPermitted);
    }

    [ConformanceFact]
    public async Task What_a_trainee_approves_is_sent_and_teaches_nothing_and_money_is_not_his()
    {
        var pending = await PendingAsync();
        var lessons = (await Store.PositionAsync(Forever)).Lessons;
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Trainee, Forever));
        await LaterAsync(1);
        Receiver.Deliveries.ShouldHaveSingleItem();
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(lessons);
        Good(await Replies.FindAsync(Bay!.PatternId, Forever)).Evidence.Trials.ShouldBe(40);
    }

    [ConformanceFact]
    public async Task Money_is_approved_by_two_people_who_may()
    {
        var pending = await PendingAsync(risk: RiskClass.R3);
        foreach (var actor in (Actor[])[Trainee, Ada, Ada])
        {
            var answer = await Queue.ApproveAsync(
                pending.ExecutionId,
                new ApproveReply(),
                actor,
                Forever
            );
            if (answer.Problem is { } problem)
                problem.Refusal.ShouldBe(CatalogueRefusal.NotPermitted);
            await LaterAsync(1);
            Receiver.Deliveries.ShouldBeEmpty();
        }
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Bob, Forever));
        await LaterAsync(1);
        Receiver.Deliveries.ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task Several_approvals_have_each_their_own_result()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++)
            ids.Add((await PendingAsync($"m{i}", $"c{i}")).ExecutionId);
        Clock.Now += TimeSpan.FromSeconds(20);
        await DecideAsync(Message("one more thing", "late", "c0"));
        var results = await Queue.ApproveAllAsync(
            new ApproveReplies([.. ids, Guid.CreateVersion7(TimeProvider.System.GetUtcNow())]),
            Ada,
            Forever
        );
        results
            .Select(r => r.Refusal)
            .ShouldBe([
                CatalogueRefusal.NotAllowed,
                null,
                null,
                null,
                null,
                null,
                CatalogueRefusal.NotFound,
            ]);
        await LaterAsync(1);
        Receiver.Deliveries.Count.ShouldBe(5);
    }

    [ConformanceFact]
    public async Task What_turns_out_wrong_within_a_day_is_taken_back()
    {
        var pending = await PendingAsync();
        var before = await LessonIdsAsync();
        Good(await Queue.ApproveAsync(pending.ExecutionId, new ApproveReply(), Ada, Forever));
        await LaterAsync(1);
        (await LessonIdsAsync()).Count.ShouldBe(before.Count + 1);
        Clock.Now += TimeSpan.FromHours(2);
        var wrong = Good(
            await Outcomes.RecordAsync(
                new CustomerOutcome
                {
                    ExecutionId = pending.ExecutionId,
                    Outcome = AnswerOutcome.Reopened,
                },
                Ada,
                Forever
            )
        );
        (wrong.CustomerOutcome, wrong.LessonId).ShouldBe(("reopened", null));
        (await LessonIdsAsync()).ShouldBe(before);
        var evidence = Good(await Replies.FindAsync(Bay!.PatternId, Forever)).Evidence;
        (evidence.Trials, evidence.Successes, evidence.Failures).ShouldBe((41, 40, 1));
        (
            await Outcomes.RecordAsync(
                new CustomerOutcome
                {
                    ExecutionId = pending.ExecutionId,
                    Outcome = AnswerOutcome.Solved,
                },
                Ada,
                Forever
            )
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
    }

    [ConformanceFact]
    public async Task Thanks_that_say_that_it_did_not_help_count_against_the_answer()
    {
        var held = await HeldAsync();
        await LaterAsync(20);
        Clock.Now += TimeSpan.FromMinutes(3);
        var next = await DecideAsync(Message("thanks, but it still does not work", "m2"));
        next.Action.ShouldNotBe(DecisionAction.Ignore);
        (await Store.FindAsync(held.ExecutionId, Forever))!.CustomerOutcome.ShouldBe("wrong");
        Good(await Replies.FindAsync(Bay!.PatternId, Forever)).Evidence.Failures.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Two_answers_to_the_same_words_are_one_item_until_somebody_says_which_stands()
    {
        await EnableAsync();
        var weekdays = await PatternAsync(
            "Weekdays",
            "We are open on weekdays from eight.",
            ["when do you open?"]
        );
        var daily = await PatternAsync(
            "Daily",
            "We are open every single day from nine.",
            ["is it open on sunday"]
        );
        foreach (var id in (string[])["m1", "m2"])
            (
                await ReplyAsync(
                    "We are open every single day from nine.",
                    id,
                    "When do you open? ",
                    $"c {id}"
                )
            ).Reason.ShouldBe("conflict");
        var item = (await Conflicts.ListAsync(Forever)).ShouldHaveSingleItem();
        (item.Standing, item.Other, item.Actor).ShouldBe(
            (weekdays.PatternId, daily.PatternId, "ada")
        );
        (
            await Conflicts.ResolveAsync(
                item.Name,
                new ResolveConflict(daily.PatternId),
                Trainee,
                Forever
            )
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotPermitted);
        Good(
            await Conflicts.ResolveAsync(
                item.Name,
                new ResolveConflict(daily.PatternId),
                Ada,
                Forever
            )
        );
        (await Conflicts.ListAsync(Forever)).ShouldBeEmpty();
        var labels = (await Store.LessonsAsync(0, 100, Forever))
            .Lessons.Where(l => MessageTokens.Signature(l.Text) == "when do you open")
            .Select(l => l.Label);
        labels.ShouldBe([daily.PatternId.ToString("D")]);
    }

    [ConformanceFact]
    public async Task A_reply_that_three_people_change_alike_is_not_automatic_and_the_change_is_offered()
    {
        var held = await HeldAsync();
        Good(await Queue.CancelAsync(held.ExecutionId, Ada, Forever));
        await ProveAsync(Bay!, 40);
        foreach (var (name, i) in ((string[])["ada", "bob", "eve"]).Select((n, i) => (n, i)))
            Good(
                await Humans.LearnAsync(
                    new HumanReply
                    {
                        ConversationId = $"edit {i}",
                        Channel = "chat",
                        MessageId = $"edit {i}",
                        Text = $"please bay and number what about it {i}",
                        Reply = "Your bay is on the left now.",
                        PatternId = Bay!.PatternId,
                    },
                    Ada with
                    {
                        Name = name,
                    },
                    Forever
                )
            );
        var stale = (
            await Timed.GetRequiredService<StaleReplies>().ListAsync(Forever)
        ).ShouldHaveSingleItem();
        stale.StaleBecause.ShouldBe(["common_edit"]);
        stale.ProposedTemplate.ShouldBe("Your bay is on the left now.");
        Clock.Now += TimeSpan.FromHours(3);
        var next = await DecideAsync(
            Message("please bay and number what about it 3", "m5", "next")
        );
        next.State.ShouldNotBe(ExecutionState.Held);
        next.Blockers.ShouldContain(b => b.Contains("same way", StringComparison.Ordinal));
    }

    [ConformanceFact]
    public async Task Evidence_goes_with_the_words_that_earned_it()
    {
        await EnableAsync();
        var bay = await BayAsync();
        await ProveAsync(bay, 40);
        async Task<DecisionPattern> SayAsync(string template) =>
            Good(
                await Replies.ChangeAsync(
                    bay.PatternId,
                    new DecisionPatternPatch { Reply = bay.Reply with { Template = template } },
                    null,
                    Ada,
                    Forever
                )
            );
        (await SayAsync("Ask at the desk, please.")).Evidence.Trials.ShouldBe(0);
        (await SayAsync("Your bay is on the left.")).Evidence.Trials.ShouldBe(40);
        var reasons = (await Replies.EvolutionAsync(bay.PatternId, 10, Forever)).Select(c =>
            c.Reason
        );
        reasons.ShouldBe(["rolled_back", "new_words"]);
    }

    [ConformanceFact]
    public async Task A_conversation_that_is_assigned_is_silent_until_it_is_closed()
    {
        await HeldAsync();
        var desk = Timed.GetRequiredService<ConversationDesk>();
        Good(await desk.AssignAsync("c1", Ada, Forever));
        await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
        Clock.Now += TimeSpan.FromHours(5);
        (
            await DecideAsync(Message("please bay and number what about it 3", "m2"))
        ).Reasons.ShouldBe(["conversation_is_human"]);
        Good(await desk.CloseAsync("c1", Ada, Forever));
        Clock.Now += TimeSpan.FromDays(1);
        (await DecideAsync(Message("please bay and number what about it 3", "m3"))).State.ShouldBe(
            ExecutionState.Held
        );
        (await desk.AssignAsync("nowhere", Ada, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.NotFound
        );
    }

    [ConformanceFact]
    public async Task Waiting_is_counted_in_open_hours_and_ends_with_an_answer()
    {
        await HeldAsync("warm", "other");
        var desk = Timed.GetRequiredService<ConversationDesk>();
        await SetAsync(Live with { Hours = new OpeningHours { TimeZone = "Europe/Oslo" } });
        Clock.Now = new DateTimeOffset(2026, 3, 10, 20, 30, 0, TimeSpan.FromHours(1));
        await DecideAsync(Message("a question of mine", "m2", "waits"));
        Clock.Now = new DateTimeOffset(2026, 3, 11, 8, 30, 0, TimeSpan.FromHours(1));
        var waiting = (await desk.WaitingAsync("waits", Forever)).ShouldNotBeNull();
        (waiting.OpenMinutes, waiting.IsFirst).ShouldBe((60, true));
        await ReplyAsync("An answer.", "m2", conversation: "waits");
        (await desk.WaitingAsync("waits", Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Imported_conversations_become_candidates_and_open_nothing()
    {
        await SetAsync(Live);
        var lines = new StringBuilder();
        for (var i = 0; i < 40; i++)
            lines.AppendLine(
                $$"""{"conversation_id": "old {{i}}", "customer_id": "k{{i}}", "turns": [{"role": "customer", "text": "which bay is mine {{i}}", "at": "2023-01-01T10:00:00Z"}, {"role": "note", "text": "looks fine"}, {"role": "operator", "text": "Your bay is number {{i}}, mail {{i}}@example.org.", "at": "2023-01-01T10:05:00Z"}]}"""
            );
        lines.AppendLine("""{"conversation_id": "x"}""");
        lines.AppendLine("nonsense");
        var record = await ImportAsync(lines.ToString());
        (record.Pairs, record.KnownPairs, record.RefusedCount, record.IsComplete).ShouldBe(
            (40, 0, 2, true)
        );
        record.Refused.Select(r => r.Line).ShouldBe([41, 42]);
        var candidate = record.Candidates.ShouldHaveSingleItem();
        (candidate.Support, candidate.Conversations).ShouldBe((40, 40));
        candidate.Template.ShouldContain("Your bay is number {{");
        candidate.Template.ShouldNotContain("@");
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(0);
        (await Store.ListAsync(new ExecutionQuery(), Forever)).ShouldBeEmpty();
        var again = await ImportAsync(lines.ToString());
        (again.Pairs, again.KnownPairs).ShouldBe((40, 40));
        again.Candidates.ShouldHaveSingleItem().Support.ShouldBe(40);

        var review = Timed.GetRequiredService<ImportReview>();
        (
            await review.ReviewAsync(
                "spring",
                candidate.CandidateId,
                new ReviewCandidate(true),
                Trainee,
                Forever
            )
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotPermitted);
        var reviewed = Good(
            await review.ReviewAsync(
                "spring",
                candidate.CandidateId,
                new ReviewCandidate(true, "Bay"),
                Ada,
                Forever
            )
        );
        var pattern = reviewed.Candidates[0].PatternId.ShouldNotBeNull();
        (
            await review.ReviewAsync(
                "spring",
                candidate.CandidateId,
                new ReviewCandidate(true),
                Ada,
                Forever
            )
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        var decided = await DecideAsync(Message("which bay is mine 7", "live"));
        decided.PatternId.ShouldBe(pattern);
        decided.State.ShouldNotBe(ExecutionState.Held);
        decided.Blockers.ShouldContain("live_labels 0/200");
        (await ImportAsync(lines.ToString())).Candidates[0].State.ShouldBe(CandidateState.Approved);
        await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_csv_with_line_breaks_in_its_fields_is_imported_and_its_refusals_name_the_line()
    {
        var csv = new StringBuilder("conversation_id,role,text\n");
        for (var i = 0; i < 6; i++)
            csv.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"c{i},customer,\"which bay\nis mine, \"\"please\"\"\"\r\nc{i},operator,\"Your bay\nis on the left.\"\n"
            );
        csv.Append("c9,nobody,hm\n");
        var record = Good(await ImportCsvAsync(csv.ToString()));
        (record.Pairs, record.RefusedCount).ShouldBe((6, 1));
        record.Refused[0].Line.ShouldBe(26);
        record.Candidates.ShouldHaveSingleItem().Template.ShouldBe("Your bay\nis on the left.");
        (await ImportCsvAsync("a,b\n1,2\n")).Problem!.Fields!.ShouldContainKey("body");
        var open = Good(await ImportCsvAsync("conversation_id,role,text\n\"open"));
        (open.Pairs, open.RefusedCount).ShouldBe((0, 1));
    }

    [ConformanceFact]
    public async Task A_customer_who_is_erased_leaves_nothing_and_the_chain_still_holds()
    {
        await EnableAsync();
        await BayAsync();
        await DecideAsync(Message("Which bay is mine?"));
        await ReplyAsync("Your bay is on the left.");
        await DecideAsync(Message("a question", "m2", "c2") with { CustomerId = "another" });
        var erasure = Timed.GetRequiredService<CustomerErasure>();
        (await erasure.EraseAsync("customer 7", Ada, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.NotPermitted
        );
        var epoch = (await Store.PositionAsync(Forever)).Epoch;
        var gone = Good(await erasure.EraseAsync("customer 7", Admin, Forever));
        (gone.Messages, gone.Lessons).ShouldBe((1, 1));
        (await Store.ListAsync(new ExecutionQuery(), Forever))
            .ShouldHaveSingleItem()
            .CustomerId.ShouldBe("another");
        (await Store.ConversationAsync("c1", Forever)).ShouldBeNull();
        (await Store.LessonsAsync(0, 100, Forever)).Lessons.ShouldAllBe(l => l.CustomerId == null);
        (await Store.PositionAsync(Forever)).Epoch.ShouldBeGreaterThan(epoch);
        (await Reports.VerifyAsync(Forever)).IsWhole.ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task What_if_says_what_would_be_sent_and_changes_nothing()
    {
        await EnableAsync();
        var bay = await BayAsync();
        var whatIf = Timed.GetRequiredService<WhatIf>();
        await LogAsync(bay, 150, 10);
        (await whatIf.AskAsync(new WhatIfQuestion(), Forever))
            .ShouldHaveSingleItem()
            .Claim.ShouldBe("no_claim");
        await LogAsync(bay, 1500, 1000);
        var before = (
            await Store.PositionAsync(Forever),
            (await Config.ReadAsync(Forever)).Version,
            (await Store.CountAsync(Forever)).Values.Sum()
        );
        var asked = (
            await whatIf.AskAsync(new WhatIfQuestion { Threshold = 0.8 }, Forever)
        ).ShouldHaveSingleItem();
        (asked.Risk, asked.Claim, asked.Threshold).ShouldBe((RiskClass.R0, "estimated", 0.8));
        asked.WouldSend!.Value.ShouldBeInRange(.15, .25);
        asked.ExpectedWrong!.Value.ShouldBeInRange(0, .02);
        asked.WrongAtMost!.Value.ShouldBeGreaterThan(asked.ExpectedWrong.Value);
        asked.Riskiest.Count.ShouldBe(20);
        asked
            .Curve.Select(p => p.Automated)
            .ShouldBe(asked.Curve.Select(p => p.Automated).OrderDescending());
        (
            await whatIf.AskAsync(
                new WhatIfQuestion
                {
                    Target = .9,
                    Patterns = [Guid.CreateVersion7(TimeProvider.System.GetUtcNow())],
                },
                Forever
            )
        ).ShouldBeEmpty();
        (
            await Store.PositionAsync(Forever),
            (await Config.ReadAsync(Forever)).Version,
            (await Store.CountAsync(Forever)).Values.Sum()
        ).ShouldBe(before);
        var shadow = await Reports.ShadowAsync(null, Forever);
        shadow.Patterns.ShouldHaveSingleItem().Name.ShouldBe("Bay");
        shadow
            .Patterns[0]
            .WouldBeWrong.ShouldBe(shadow.Patterns[0].Wrong.Count(w => w.IsRight == false));
        shadow.Weeks.Sum(w => w.Answered).ShouldBe(shadow.Answered);
    }

    [ConformanceFact]
    public async Task Settings_under_which_saved_messages_fail_are_put_in_force_only_by_saying_so()
    {
        await BayAsync();
        var saved = Timed.GetRequiredService<SavedMessages>();
        Good(
            await saved.SaveAsync(
                new SavedMessage
                {
                    Name = "person",
                    Message = Message("agent please"),
                    Expected = DecisionAction.HandOver,
                },
                Ada,
                Forever
            )
        );
        Good(
            await saved.SaveAsync(
                new SavedMessage
                {
                    Name = "bay",
                    Message = Message("Which bay is mine?"),
                    Expected = DecisionAction.Auto,
                },
                Ada,
                Forever
            )
        );
        var run = Good(await saved.RunAsync(new RunSaved(), Forever));
        (run.Passed, run.Failed, run.Changed).ShouldBe((1, 1, 0));
        var draft = new DecisionOverrides
        {
            Enabled = true,
            ShadowMode = false,
            Rules = [new SafetyRule("none", RuleEffect.Alert, ["zyzzyva"])],
        };
        var drafted = Good(await saved.RunAsync(new RunSaved(draft), Forever));
        drafted.Results.Single(r => r.Name == "person").Was.ShouldBe(DecisionAction.HandOver);
        (
            await saved.ActivateAsync(draft, null, acceptFailures: false, Admin, Forever)
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        Good(
            await saved.ActivateAsync(
                new DecisionOverrides { KillSwitch = true },
                null,
                acceptFailures: false,
                Admin,
                Forever
            )
        );
        Good(await saved.ActivateAsync(draft, null, acceptFailures: true, Admin, Forever));
        var entry = (await Store.AuditAsync(new AuditQuery { Actor = "root" }, Forever))[^1];
        entry.Event.Detail!.ShouldContain("2 failed tests accepted");
    }

    [ConformanceFact]
    public async Task The_audit_is_written_out_as_it_is_and_a_changed_byte_is_found()
    {
        await EnableAsync();
        await BayAsync();
        await DecideAsync(Message("Which bay is mine?"));
        var saved = Timed.GetRequiredService<SavedMessages>();
        Good(
            await saved.SaveAsync(
                new SavedMessage
                {
                    Name = "a \"b\"\nc",
                    Message = Message("x"),
                    Expected = DecisionAction.Log,
                },
                Ada,
                Forever
            )
        );
        var export = Timed.GetRequiredService<AuditExport>();
        var csv = new List<string>();
        await foreach (
            var line in export.LinesAsync(
                new AuditQuery { Actor = "ada" },
                AuditFormat.Csv,
                Forever
            )
        )
            csv.Add(line);
        var rows = Motif.Content.Mining.CorpusText.Rows(string.Join('\n', csv));
        rows.Count.ShouldBe(2);
        rows[1][6].ShouldBe("a \"b\"\nc");
        var hash = AuditEntry.Beginning;
        await foreach (var line in export.LinesAsync(new AuditQuery(), AuditFormat.Jsonl, Forever))
        {
            var entry = System.Text.Json.JsonSerializer.Deserialize<AuditEntry>(
                line,
                MotifJson.Options
            )!;
            entry.Follows(hash).ShouldBeTrue();
            (entry with { Event = entry.Event with { Actor = entry.Event.Actor + "x" } })
                .Follows(hash)
                .ShouldBeFalse();
            hash = entry.Hash;
        }
        (await Reports.VerifyAsync(Forever)).Hash.ShouldBe(hash);
    }

    private async Task<CatalogueAnswer<ImportRecord>> ImportCsvAsync(string csv)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await Imports.ImportCsvAsync(source, "csv", Ada, null, Forever);
    }

    private async Task<ImportRecord> ImportAsync(string lines)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return Good(await Imports.ImportAsync(source, "spring", Ada, null, Forever));
    }

    private async Task<List<Guid>> LessonIdsAsync() =>
        [.. (await Store.LessonsAsync(0, 5000, Forever)).Lessons.Select(l => l.LessonId)];

    /// <summary>Answered messages whose confidence says how often they are right.</summary>
    private async Task LogAsync(DecisionPattern pattern, int count, int first) =>
        await Store.ChangeAsync(
            new DecisionScope("log"),
            ledger =>
            {
                for (var i = 0; i < count; i++)
                {
                    var confidence = i % 100 / 100.0;
                    ledger.Put(
                        new DecisionExecution
                        {
                            ExecutionId = PatternId.For(PatternKind.Decision, $"log {first + i}"),
                            MessageId = $"log {first + i}",
                            ConversationId = "log",
                            Channel = "chat",
                            SentAt = Clock.Now,
                            At = Clock.Now.AddMinutes(first + i),
                            Text = $"message {i}",
                            Action = DecisionAction.Suggest,
                            State = ExecutionState.Shadow,
                            Reasons = ["likely"],
                            PatternId = pattern.PatternId,
                            PatternName = pattern.Name,
                            Risk = RiskClass.R0,
                            Confidence = confidence,
                            Threshold = .9,
                            Agrees = confidence >= .8 || i % 3 > 0,
                        }
                    );
                }
                return true;
            },
            Forever
        );
}
