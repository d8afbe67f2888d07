using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What a message is before it is matched: whose, in which thread, in which language, one request or several.</summary>
public abstract class DecisionIntakeConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    private const string Bays = "please bay and number what about it 3";

    [ConformanceFact]
    public async Task Pieces_of_one_request_are_decided_together_and_answered_once()
    {
        await HeldAsync("m1", "c1");
        Clock.Now += TimeSpan.FromSeconds(3);
        var second = await DecideAsync(Message("bay number", Wanted(2)));
        second.Text.ShouldBe($"{Bays}\nbay number");
        Clock.Now += TimeSpan.FromSeconds(4);
        var third = await DecideAsync(Message("bay and number", Wanted(3)));
        third.Text.ShouldBe($"{Bays}\nbay number\nbay and number");
        third.State.ShouldBe(ExecutionState.Held, string.Join("; ", third.Blockers));
        await LaterAsync(19);
        Receiver.Deliveries.ShouldBeEmpty();
        await LaterAsync(60);
        Receiver.Deliveries.ShouldHaveSingleItem().InReplyTo.ShouldBe(Wanted(3));
        (await Store.FindAsync(second.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.Cancelled
        );
    }

    [ConformanceFact]
    public async Task What_comes_later_or_by_mail_is_a_request_of_its_own()
    {
        await HeldAsync();
        Clock.Now += TimeSpan.FromSeconds(9);
        (await DecideAsync(Message("bay number", "m2"))).Text.ShouldBe("bay number");
        Clock.Now += TimeSpan.FromSeconds(1);
        var mail = Message("bay number", "m3", "mail") with { ChannelKind = ChannelKind.Email };
        await DecideAsync(mail);
        (await DecideAsync(mail with { MessageId = "m4", Text = "bay" })).Text.ShouldBe("bay");
    }

    [ConformanceFact]
    public async Task Pieces_without_an_end_are_decided_a_minute_after_the_first()
    {
        await SetAsync(new DecisionOverrides { Enabled = true });
        await BayAsync();
        var start = Clock.Now;
        for (var i = 0; i < 31; i++)
        {
            Clock.Now = start.AddSeconds(2 * i);
            await DecideAsync(Message("bay", $"p{i}"));
        }
        (await Store.ConversationAsync("c1", Forever))!.Burst!.FirstAt.ShouldBe(start);
        Clock.Now = start.AddSeconds(62);
        (await DecideAsync(Message("number", "last"))).Text.ShouldBe("number");
    }

    [ConformanceFact]
    public async Task A_mail_that_belongs_to_another_conversation_is_refused()
    {
        await SetAsync(new DecisionOverrides { Enabled = true });
        await BayAsync();
        await DecideAsync(Mail("Which bay is mine?", "<a1@example.org>", "A"));
        var stray = Mail("And when?", "<b1@example.org>", "B", ("in-reply-to", "<a1@example.org>"));
        var refused = await Deciding.ProcessAsync(stray, Forever);
        refused.Problem!.Refusal.ShouldBe(CatalogueRefusal.Incomplete);
        refused.Problem.Detail.ShouldContain("thread_mismatch");
        (await Store.ConversationAsync("B", Forever)).ShouldBeNull();
        await DecideAsync(stray with { ConversationId = "A" });
        await DecideAsync(
            Mail("Something new", "<c1@example.org>", "C", ("In-Reply-To", "<unknown@example.org>"))
        );
    }

    [ConformanceFact]
    public async Task A_reply_by_mail_stays_in_its_thread_and_says_that_it_is_automatic()
    {
        await HeldAsync("warm", "other");
        await LaterAsync(20);
        var mail = Mail(
            Bays,
            "<m9@example.org>",
            "thread",
            ("References", "<r1@example.org>\r\n <r2@example.org>"),
            ("Cc", "boss@example.org"),
            ("Reply-To", "ada@example.org")
        );
        (await DecideAsync(mail)).State.ShouldBe(ExecutionState.Held);
        await LaterAsync(20);
        var sent = Receiver.Deliveries.Last();
        sent.ReplyTo.ShouldBe("reply_to");
        sent.IsAutomatic.ShouldBeTrue();
        sent.Headers["Auto-Submitted"].ShouldBe("auto-replied");
        sent.Headers["In-Reply-To"].ShouldBe("<m9@example.org>");
        sent.Headers["References"].ShouldBe("<r1@example.org> <r2@example.org> <m9@example.org>");
        // What the customer answers names our message by its id.
        var answer = Mail(
            "bay",
            "<m10@example.org>",
            "elsewhere",
            ("In-Reply-To", $"<{sent.DeliveryId:D}@motif>")
        );
        (await Deciding.ProcessAsync(answer, Forever)).Problem!.Detail.ShouldContain("thread");
    }

    [ConformanceFact]
    public async Task Of_a_mail_the_new_words_alone_are_decided_learned_and_looked_at_for_alarms()
    {
        await SetAsync(new DecisionOverrides { Enabled = true });
        await BayAsync();
        const string Below =
            "\n\nOn Tue, 3 Mar 2026 at 10:14, Support <help@example.org> wrote:\n> refund? I will sue\n\n-- \nAda\n+49 170 1234567";
        var decided = await DecideAsync(Mail("Which bay is mine?" + Below, "m1", "c1"));
        decided.Action.ShouldNotBe(DecisionAction.HandOver);
        decided.Text.ShouldBe("Which bay is mine?");
        decided.Stripped.Select(p => p.Kind).ShouldBe([StrippedKind.Quote, StrippedKind.Signature]);
        decided.Original!.ShouldContain("I will sue");
        decided.Original!.ShouldNotContain("1234567");
        await ReplyAsync("Your bay is on the left.");
        (await Store.LessonsAsync(0, 100, Forever)).Lessons[^1].Text.ShouldBe("Which bay is mine?");
        (await DecideAsync(Mail("I will sue." + Below, "m2", "c2"))).Reasons.ShouldBe([
            "escalation",
        ]);
    }

    [ConformanceFact]
    public async Task A_counterpart_that_answers_at_once_or_repeats_itself_gets_one_answer()
    {
        await HeldAsync("m1", "fast");
        await LaterAsync(20);
        Clock.Now += TimeSpan.FromSeconds(1);
        (await DecideAsync(Message("bay and parking", "m2", "fast"))).Reasons.ShouldBe([
            "loop_suspected",
        ]);
        await HeldAsync("m3", "same");
        await LaterAsync(20);
        Clock.Now += TimeSpan.FromMinutes(20);
        (await DecideAsync(Message(Bays + "!", "m4", "same"))).Reasons.ShouldBe(["loop_suspected"]);
        Receiver.Deliveries.Count.ShouldBe(2);
    }

    [ConformanceFact]
    public async Task Nobody_is_answered_in_a_language_that_is_not_his()
    {
        await HeldAsync("warm", "other");
        var german = await DecideAsync(
            Message("bitte bay und number für mich, ist das mein Platz", "m2", "de")
        );
        german.State.ShouldNotBe(ExecutionState.Held);
        german.Language.ShouldBe("de");
        german.Blockers.ShouldContain(b =>
            b.StartsWith("language_mismatch", StringComparison.Ordinal)
        );
        var mixed = await DecideAsync(
            Message("please bay and number what about it 3 amigo", "m3", "en")
        );
        mixed.State.ShouldBe(ExecutionState.Held, string.Join("; ", mixed.Blockers));
        foreach (var silent in (string[])["bay", "bay 4711", "number bay"])
            (await DecideAsync(Message(silent, $"s {silent}", $"s {silent}"))).State.ShouldNotBe(
                ExecutionState.Held
            );
    }

    [ConformanceFact]
    public async Task A_reviewed_translation_goes_out_in_the_customers_language()
    {
        await HeldAsync("warm", "other");
        Good(
            await Replies.ChangeAsync(
                Bay!.PatternId,
                new DecisionPatternPatch
                {
                    Reply = Bay.Reply with
                    {
                        Translations = new Dictionary<string, string>
                        {
                            ["de"] = "Ihr Platz ist links.",
                        },
                    },
                },
                null,
                Admin,
                Forever
            )
        );
        await Store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                for (var i = 0; i < 300; i++)
                    ledger.Add(
                        new StoredLesson(
                            PatternId.For(PatternKind.Decision, $"german {i}"),
                            Bay.PatternId.ToString("D"),
                            $"bitte, ist das mein bay number {i % 7}",
                            [],
                            null,
                            RiskClass.R0,
                            1,
                            Clock.Now,
                            "ada",
                            null,
                            null
                        )
                    );
                return true;
            },
            Forever
        );
        var german = await DecideAsync(Message("bitte, ist das mein bay number 3", "m2", "de"));
        german.Language.ShouldBe("de");
        german.Reply.ShouldBe("Ihr Platz ist links.");
        german.Blockers.ShouldNotContain(b => b.Contains("language", StringComparison.Ordinal));
    }

    [ConformanceFact]
    public async Task Two_requests_in_one_message_are_never_automatic()
    {
        await HeldAsync("warm", "other");
        var two = await DecideAsync(
            Message(
                "please what bay number is it? please when are hours open on monday?",
                "m2",
                "two"
            )
        );
        two.State.ShouldNotBe(ExecutionState.Held);
        two.Requests.Count.ShouldBe(2);
        foreach (var part in two.Requests)
            two.Text.Substring(part.Start, part.Length).ShouldBe(part.Text);
        two.Requests.Select(r => r.Candidates[0].Name).ShouldBe(["Bay", "Hours"]);
        var unknown = await DecideAsync(
            Message($"{Bays}, and cancel my gym membership", "m3", "unknown")
        );
        unknown.State.ShouldNotBe(ExecutionState.Held);
        unknown.Requests.Count.ShouldBe(2);
        (
            await DecideAsync(Message("cancel it - no, wait, keep it", "m4", "mind"))
        ).Reasons.ShouldBe(["changes_its_mind"]);
    }

    [ConformanceFact]
    public async Task What_becomes_automatic_in_quiet_hours_waits_for_the_opening_unless_a_person_answers()
    {
        await HeldAsync("warm", "other");
        await LaterAsync(30);
        await SetAsync(Live with { Hours = new OpeningHours { TimeZone = "America/New_York" } });
        Clock.Now = new DateTimeOffset(2026, 11, 1, 1, 30, 0, TimeSpan.FromHours(-5));
        var opening = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(-5));
        var waits = await DecideAsync(Message(Bays, Wanted(2), "waits"));
        var answered = await DecideAsync(Message(Bays, Wanted(3), "answered"));
        (waits.DueAt, answered.DueAt).ShouldBe((opening, opening));
        await ReplyAsync("On the left, I think.", Wanted(3), conversation: "answered");
        Receiver.Deliveries.Clear();
        Clock.Now = opening;
        await Dispatch.RunAsync(Forever);
        Receiver.Deliveries.ShouldHaveSingleItem().ConversationId.ShouldBe("waits");
    }

    [ConformanceFact]
    public async Task The_same_words_about_something_else_get_no_confidence_and_say_what_is_new()
    {
        await SetAsync(new DecisionOverrides { Enabled = true });
        var book = await PatternAsync(
            "Book",
            "It is booked.",
            ["book me a course in spanish", "I want to book a course"]
        );
        var list = await PatternAsync(
            "List",
            "We have twelve courses.",
            ["which courses do you have", "is there a course in spanish"]
        );
        await LiveAsync(1500, book, list);
        foreach (
            var (text, novel) in ((string, string)[])
                [
                    ("What do we have for breakfast today?", "breakfast"),
                    ("book me a course in happiness", "happiness"),
                    ("is this course of antibiotics safe", "antibiotics"),
                ]
        )
        {
            var decided = await DecideAsync(Message(text, text, text));
            decided.Confidence.ShouldBeLessThanOrEqualTo(.30, text);
            decided.Action.ShouldBe(DecisionAction.Log, text);
            decided.NovelWords.ShouldContain(novel);
        }
    }

    [ConformanceFact]
    public async Task An_edited_message_is_decided_anew_and_a_deleted_one_is_dropped()
    {
        var held = await HeldAsync();
        var edited = await DecideAsync(
            Message("please open and hours what about it 3", "m1") with
            {
                Change = MessageChange.Edited,
            }
        );
        edited.ExecutionId.ShouldBe(held.ExecutionId);
        edited.PatternName.ShouldBe("Hours");
        edited.Version.ShouldBeGreaterThan(held.Version);
        var other = await HeldAsync("m2", "c2");
        await DecideAsync(Message("", "m2", "c2") with { Change = MessageChange.Deleted });
        (await Store.FindAsync(other.ExecutionId, Forever))!.State.ShouldBe(
            ExecutionState.Cancelled
        );
        await LaterAsync(30);
        Receiver.Deliveries.ShouldBeEmpty();
        var sent = await HeldAsync("m3", "c3");
        await LaterAsync(30);
        var late = await DecideAsync(
            Message("", "m3", "c3") with
            {
                Change = MessageChange.Deleted,
            }
        );
        (late.State, late.Events[^1].Event).ShouldBe((ExecutionState.Sent, "deleted_after_send"));
        sent.ExecutionId.ShouldBe(late.ExecutionId);
    }

    [ConformanceFact]
    public async Task A_channel_that_no_longer_takes_a_reply_gets_none()
    {
        await HeldAsync("warm", "other");
        await LaterAsync(30);
        Receiver.Deliveries.Clear();
        await SetAsync(
            Live with
            {
                ChatMaxAgeMinutes = 1440,
                ReplyWindowHours = new Dictionary<string, double> { ["chat"] = 24 },
            }
        );
        var text = Message(Bays, Undrawn("m2"), "open") with
        {
            SentAt = Clock.Now.AddHours(-24).AddMinutes(1),
        };
        (await DecideAsync(text)).State.ShouldBe(ExecutionState.Held);
        var closed = await DecideAsync(
            text with
            {
                MessageId = Undrawn("m3"),
                ConversationId = "closed",
                SentAt = Clock.Now.AddHours(-24).AddSeconds(10),
            }
        );
        await LaterAsync(20);
        Receiver.Deliveries.ShouldHaveSingleItem().ConversationId.ShouldBe("open");
        (await Store.FindAsync(closed.ExecutionId, Forever))!
            .Events[^1]
            .Note.ShouldBe("window_closed");
    }

    [ConformanceFact]
    public async Task Answers_that_go_wrong_again_and_again_stop_all_others()
    {
        for (var i = 0; i < 3; i++)
        {
            var held = await HeldAsync(Wanted(i), $"c{i}");
            Good(await Queue.CancelAsync(held.ExecutionId, Ada, Forever));
            await ProveAsync(Bay!, 40);
        }
        var next = await DecideAsync(Message(Bays, Wanted(3), "next"));
        next.State.ShouldNotBe(ExecutionState.Held);
        next.Blockers.ShouldContain(b => b.Contains("undone", StringComparison.Ordinal));
    }

    private static string Wanted(int i) =>
        Enumerable
            .Range(0, 100)
            .Select(n => $"b{i}-{n}")
            .First(id => AuditSample.Draw($"audit:{id}") >= 0.10);

    private static InboundMessage Mail(
        string text,
        string id,
        string conversation,
        params (string Name, string Value)[] headers
    ) =>
        Message(text, id, conversation) with
        {
            ChannelKind = ChannelKind.Email,
            Headers = headers.ToDictionary(h => h.Name, h => h.Value),
        };
}
