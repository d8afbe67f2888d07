using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>How messages are decided, on every database.</summary>
public abstract class DecisionConformance(TestBackend backend) : DecisionSuite(backend)
{
    [ConformanceFact]
    public async Task Off_is_silence()
    {
        await BayAsync();
        var audit = (await Store.AuditAsync(new AuditQuery(), Forever)).Count;
        var answer = Good(await Deciding.ProcessAsync(Message("Which bay is mine?"), Forever));
        answer.Decision.ShouldBeNull();
        answer.Reason.ShouldBe("disabled");
        (await Store.ListAsync(new ExecutionQuery(), Forever)).ShouldBeEmpty();
        (await Store.ConversationAsync("c1", Forever)).ShouldBeNull();
        (await Store.AuditAsync(new AuditQuery(), Forever)).Count.ShouldBe(audit);
    }

    [ConformanceFact]
    public async Task A_channel_that_is_off_is_silent_too()
    {
        await SetAsync(new DecisionOverrides { Enabled = true, DisabledChannels = ["CHAT"] });
        Good(await Deciding.ProcessAsync(Message("hello there"), Forever))
            .Reason.ShouldBe("channel_disabled");
        (await Store.ListAsync(new ExecutionQuery(), Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Testing_a_message_says_what_would_happen_and_changes_nothing()
    {
        var bay = await BayAsync();
        var position = await Store.PositionAsync(Forever);
        var decision = Good(await Deciding.TestAsync(Message("which bay is mine"), Forever));
        decision.PatternId.ShouldBe(bay.PatternId);
        decision.Candidates[0].Name.ShouldBe("Bay");
        decision.Confidence.ShouldBe(0);
        decision.Blockers.ShouldContain("live_labels 0/200");
        (await Store.ListAsync(new ExecutionQuery(), Forever)).ShouldBeEmpty();
        (await Store.PositionAsync(Forever)).ShouldBe(position);
    }

    [ConformanceFact]
    public async Task The_same_message_is_decided_once_however_often_it_comes()
    {
        await EnableAsync();
        await BayAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Deciding.ProcessAsync(Message("Which bay is mine?"), Forever))
        );
        var ids = answers.Select(a => Good(a).Decision!.ExecutionId).Distinct().ToList();
        ids.Count.ShouldBe(1);
        answers.Count(a => !Good(a).Decision!.Duplicate).ShouldBe(1);
        Clock.Now += TimeSpan.FromMinutes(10);
        var again = Good(await Deciding.ProcessAsync(Message("Which bay is mine?"), Forever));
        again.Decision!.ExecutionId.ShouldBe(ids[0]);
        again.Decision.Duplicate.ShouldBeTrue();
        (await Store.ListAsync(new ExecutionQuery(), Forever)).ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task In_shadow_a_sure_pattern_is_decided_and_nothing_is_sent()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(autoExecutable: true), await HoursAsync());
        await LiveAsync(900, bay, hours);
        await ProveAsync(bay);
        var decision = await DecideAsync(Message("please bay and number what about it 3"));
        decision.PatternId.ShouldBe(bay.PatternId);
        decision.Confidence.ShouldBeGreaterThan(.9);
        decision.State.ShouldBe(ExecutionState.Shadow);
        decision.DueAt.ShouldBeNull();
        decision.Reply.ShouldBe("Your bay is on the left.");
        decision.Action.ShouldBe(DecisionAction.Suggest);
        decision.Blockers.ShouldContain("auto is not switched on");
        decision.PatternVersion.ShouldBe(1);
        decision.Position.ShouldBe(906);
    }

    [ConformanceFact]
    public async Task A_request_for_a_person_wins_and_the_machine_is_silent_from_then_on()
    {
        await EnableAsync();
        await BayAsync();
        foreach (
            var (text, n) in new[]
            {
                ("Let me speak to a person", 1),
                ("agent!!", 2),
                ("Menschen bitte", 3),
            }
        )
        {
            var decision = await DecideAsync(Message(text, $"p{n}", $"c{n}"));
            decision.Action.ShouldBe(DecisionAction.HandOver);
            decision.Reasons[0].ShouldStartWith("wants_person");
            (await Store.ConversationAsync($"c{n}", Forever))!.IsHuman.ShouldBeTrue();
        }
        var next = await DecideAsync(Message("Which bay is mine?", "m2", "c1"));
        (next.Action, next.Reasons[0]).ShouldBe((DecisionAction.Log, "conversation_is_human"));
    }

    [ConformanceFact]
    public async Task What_no_person_wrote_is_ignored_and_the_marker_named()
    {
        await EnableAsync();
        (string Name, string Value)[] headers =
        [
            ("Auto-Submitted", "auto-replied"),
            ("Precedence", "bulk"),
            ("X-Autoreply", "yes"),
            ("Content-Type", "multipart/report; report-type=delivery-status"),
            ("Return-Path", "<>"),
            ("List-Id", "<news.example.org>"),
        ];
        var n = 0;
        foreach (var (name, value) in headers)
        {
            var decision = await DecideAsync(
                Message("Which bay is mine?", $"h{n++}") with
                {
                    ChannelKind = ChannelKind.Email,
                    Headers = new Dictionary<string, string> { [name] = value },
                }
            );
            (decision.State, decision.Reasons[0]).ShouldBe(
                (ExecutionState.Ignored, $"machine_generated:{name.ToLowerInvariant()}")
            );
        }
        foreach (var sender in (string[])["mailer-daemon@x.org", "Shop <no-reply@x.org>"])
            (await DecideAsync(Message("hi", $"h{n++}") with { Sender = sender }))
                .Reasons[0]
                .ShouldBe("machine_generated:sender");
        (await DecideAsync(Message("hi", "own") with { Author = MessageAuthor.Self }))
            .Reasons[0]
            .ShouldBe("own_echo");
        (
            await DecideAsync(
                Message("bay", "fine") with
                {
                    Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "no" },
                }
            )
        ).State.ShouldNotBe(ExecutionState.Ignored);
    }

    [ConformanceFact]
    public async Task Old_mail_goes_to_a_person()
    {
        await EnableAsync();
        await BayAsync();
        var now = Clock.Now;
        (await DecideAsync(Message("Which bay is mine?", "a", "c1", now.AddMinutes(-16))))
            .Reasons[0]
            .ShouldBe("too_old");
        (await DecideAsync(Message("Which bay is mine?", "b", "c2", now.AddMinutes(-14))))
            .Reasons[0]
            .ShouldNotBe("too_old");
        var mail = Message("Which bay is mine?", "c", "c3", now.AddHours(-23)) with
        {
            ChannelKind = ChannelKind.Email,
        };
        (await DecideAsync(mail)).Reasons[0].ShouldNotBe("too_old");
        var old = await DecideAsync(
            mail with
            {
                MessageId = "d",
                ConversationId = "c4",
                SentAt = now.AddHours(-25),
            }
        );
        (old.State, old.Reasons[0]).ShouldBe((ExecutionState.HandedOver, "too_old"));
    }

    [ConformanceFact]
    public async Task Without_words_a_message_goes_to_a_person_and_teaches_nothing()
    {
        await EnableAsync();
        var n = 0;
        foreach (var text in (string[])["", "?", "🦊", " \u200b\u2060 \n"])
        {
            var decision = await DecideAsync(
                Message(text, $"m{n}", $"c{n}") with
                {
                    HasAttachment = n == 0,
                }
            );
            (decision.State, decision.Reasons[0]).ShouldBe((ExecutionState.HandedOver, "no_text"));
            (
                await ReplyAsync("Could you tell me more?", $"m{n}", conversation: $"c{n++}")
            ).Reason.ShouldBe("no_text");
        }
        (await Store.PositionAsync(Forever)).Lessons.ShouldBe(0);
        (
            await Deciding.ProcessAsync(Message(new string('x', 200_000)), Forever)
        ).Problem!.Fields!.Keys.ShouldBe(["text"]);
    }

    [ConformanceFact]
    public async Task Thanks_want_no_answer_unless_something_else_is_said()
    {
        await EnableAsync();
        var n = 0;
        foreach (
            var text in (string[])["thanks!!", "ok, let me check and get back", "👍", "danke dir"]
        )
        {
            var decision = await DecideAsync(Message(text, $"m{n++}"));
            (decision.State, decision.Reasons[0]).ShouldBe(
                (ExecutionState.Ignored, "acknowledgement"),
                text
            );
        }
        (
            await DecideAsync(Message("thanks, but it still does not work", "more"))
        ).State.ShouldNotBe(ExecutionState.Ignored);
    }

    [ConformanceFact]
    public async Task Words_that_alarm_go_to_a_person_and_words_in_words_do_not()
    {
        await EnableAsync();
        await BayAsync();
        (await DecideAsync(Message("I will sue you", "a", "c1"))).Reasons[0].ShouldBe("escalation");
        (await DecideAsync(Message("I will \u0455ue you", "b", "c2")))
            .Reasons[0]
            .ShouldBe("escalation");
        (await DecideAsync(Message("s\u200du\u200de", "c", "c3")))
            .Reasons[0]
            .ShouldBe("escalation");
        foreach (
            var (text, n) in new[]
            {
                ("there is an issue with my bay", 4),
                ("hello, which bay is mine", 5),
                ("Scunthorpe bay", 6),
            }
        )
            (await DecideAsync(Message(text, $"m{n}", $"c{n}"))).Action.ShouldNotBe(
                DecisionAction.HandOver,
                text
            );
    }

    [ConformanceFact]
    public async Task A_blocked_word_stands_between_a_sure_pattern_and_an_automatic_answer()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(autoExecutable: true), await HoursAsync());
        await LiveAsync(900, bay, hours);
        await ProveAsync(bay);
        var decision = await DecideAsync(
            Message("please bay and number what about it, or a re\u00adfund")
        );
        decision.Action.ShouldNotBe(DecisionAction.Auto);
        decision.Blockers.ShouldContain("rule blocklist: 'refund'");
    }

    [ConformanceFact]
    public async Task An_inactive_pattern_is_never_matched()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(), await HoursAsync());
        await LiveAsync(600, bay, hours);
        await ProveAsync(bay);
        Good(await Replies.ArchiveAsync(bay.PatternId, Admin, Forever))
            .Status.ShouldBe(PatternStatus.Archived);
        var decision = await DecideAsync(Message("please bay and number what about it"));
        (decision.Action, decision.Reasons[0]).ShouldBe((DecisionAction.Log, "inactive_pattern"));
    }

    [ConformanceFact]
    public async Task A_person_who_answered_silences_the_machine_and_longer_on_his_topic()
    {
        await EnableAsync();
        var (bay, hours) = (await BayAsync(), await HoursAsync());
        await LiveAsync(600, bay, hours);
        await ProveAsync(bay);
        await ProveAsync(hours);
        await DecideAsync(Message("please bay and number what about it", "m0"));
        (await ReplyAsync("Your bay is on the left.", "m0")).PatternId.ShouldBe(bay.PatternId);
        async Task<string> AtAsync(int minutes, string text, string id)
        {
            Clock.Now = Sample.Start.AddMinutes(minutes);
            return Good(await Deciding.TestAsync(Message(text, id), Forever)).Reasons[0];
        }
        (await AtAsync(59, "please open and hours what about it", "a")).ShouldBe("operator_active");
        (await AtAsync(61, "please open and hours what about it", "b")).ShouldNotStartWith(
            "operator_active"
        );
        (await AtAsync(61, "please bay and number what about it", "c")).ShouldBe(
            "operator_active_on_topic"
        );
        (await AtAsync(241, "please bay and number what about it", "d")).ShouldNotStartWith(
            "operator_active"
        );
    }

    [ConformanceFact]
    public async Task Three_messages_in_a_minute_go_to_a_person()
    {
        await EnableAsync();
        await BayAsync();
        await DecideAsync(Message("Which bay is mine?", "a"));
        Clock.Now += TimeSpan.FromSeconds(20);
        await DecideAsync(Message("the one for my car", "b"));
        Clock.Now += TimeSpan.FromSeconds(20);
        (await DecideAsync(Message("or was it a locker", "c")))
            .Reasons[0]
            .ShouldBe("rapid_messages");
        Clock.Now += TimeSpan.FromMinutes(2);
        (await DecideAsync(Message("Which bay is mine then", "d")))
            .Reasons[0]
            .ShouldNotBe("rapid_messages");
    }

    [ConformanceFact]
    public async Task A_reply_with_an_empty_place_is_not_automatic_and_names_it()
    {
        await EnableAsync();
        var link = await PatternAsync(
            "Link",
            "Hi {{customer.first_name|there}}, {{booking_link}}",
            ["send me the bay link", "bay number link"]
        );
        var hours = await HoursAsync();
        await LiveAsync(600, link, hours);
        await ProveAsync(link);
        var message = Message("please bay and number what about it") with
        {
            Variables = new Dictionary<string, string> { ["customer.first_name"] = "{{secret}}" },
        };
        var decision = await DecideAsync(message);
        decision.Missing.ShouldBe(["booking_link"]);
        decision.Blockers.ShouldContain("missing booking_link");
        decision.Reply.ShouldBe("Hi {{secret}}, {{booking_link}}");
        decision.Action.ShouldNotBe(DecisionAction.Auto);
    }

    [ConformanceFact]
    public async Task A_template_that_cannot_be_read_is_refused_when_it_is_saved()
    {
        foreach (var template in (string[])["Hi {{name", "Hi name}}", "Hi {{na me}}", "{{}}"])
        {
            var answer = await Replies.CreateAsync(
                new DecisionPatternDraft
                {
                    Name = "Broken",
                    Reply = new ReplyBody { Template = template },
                },
                Admin,
                Forever
            );
            answer.Problem!.Fields!.Keys.ShouldBe(["reply.template"], template);
        }
    }

    [ConformanceFact]
    public async Task Automatic_needs_an_administrator_labels_and_trials()
    {
        var bay = await BayAsync(autoExecutable: true);
        var patch = new DecisionPatternPatch { Reply = bay.Reply with { Auto = true } };
        (
            await Replies.ChangeAsync(bay.PatternId, patch, null, Ada, Forever)
        ).Problem!.Detail.ShouldContain("administrator");
        var refused = (
            await Replies.ChangeAsync(bay.PatternId, patch, null, Admin, Forever)
        ).Problem!;
        (refused.Refusal, refused.Detail).ShouldBe(
            (CatalogueRefusal.NotAllowed, "live_labels 0/200")
        );
        await LiveAsync(300, bay, await HoursAsync());
        (
            await Replies.ChangeAsync(bay.PatternId, patch, null, Admin, Forever)
        ).Problem!.Detail.ShouldBe("trials 0/20");
        await ProveAsync(bay, 20);
        Good(await Replies.ChangeAsync(bay.PatternId, patch, null, Admin, Forever))
            .Reply.Auto.ShouldBeTrue();
        (
            await Replies.CreateAsync(
                new DecisionPatternDraft
                {
                    Name = "Money",
                    Reply = new ReplyBody
                    {
                        Template = "ok",
                        Risk = RiskClass.R3,
                        AutoExecutable = true,
                    },
                },
                Admin,
                Forever
            )
        ).Problem!.Fields!.Keys.ShouldContain("reply.auto_executable");
    }

    [ConformanceFact]
    public async Task An_example_of_one_pattern_cannot_be_taken_by_another()
    {
        var bay = await BayAsync();
        var answer = await Replies.CreateAsync(
            new DecisionPatternDraft
            {
                Name = "Bay again",
                Examples = ["WHICH  bay, is mine"],
                Reply = new ReplyBody { Template = "ok" },
            },
            Admin,
            Forever
        );
        (answer.Problem!.Refusal, answer.Problem.ExistingId).ShouldBe(
            (CatalogueRefusal.Duplicate, bay.PatternId)
        );
    }

    [ConformanceFact]
    public async Task Settings_that_contradict_themselves_are_refused_and_every_change_names_its_actor()
    {
        var answer = await Config.ConfigureAsync(
            new DecisionOverrides
            {
                AutoThreshold = .7,
                SuggestThreshold = .8,
                HoldSeconds = 0,
            },
            null,
            Admin,
            Forever
        );
        answer.Problem!.Fields!.Keys.ShouldBe(
            ["auto_threshold", "hold_seconds"],
            ignoreOrder: true
        );
        await EnableAsync();
        (
            await Config.ConfigureAsync(new DecisionOverrides(), 0, Admin, Forever)
        ).Problem!.Refusal.ShouldBe(CatalogueRefusal.Stale);
        var entry = (await Store.AuditAsync(new AuditQuery(), Forever)).ShouldHaveSingleItem();
        (entry.Event.Event, entry.Event.Actor).ShouldBe(("config_changed", "root"));
        entry.Event.Detail!.ShouldContain("\"enabled\":true");
    }

    [ConformanceFact]
    public async Task A_rule_that_would_apply_to_everything_is_refused()
    {
        foreach (var phrase in (string[])["", "…", "the", "a", new string('x', 300)])
        {
            var answer = await Config.ConfigureAsync(
                new DecisionOverrides
                {
                    Rules = [new("mine", Motif.Decisions.Safety.RuleEffect.Alert, [phrase])],
                },
                null,
                Admin,
                Forever
            );
            answer.Problem!.Fields!.Keys.ShouldBe(["rules[0].phrases"], phrase);
        }
    }

    [ConformanceFact]
    public async Task Every_decision_is_in_the_audit_and_the_chain_holds()
    {
        await EnableAsync();
        var bay = await BayAsync();
        await DecideAsync(Message("Which bay is mine?"));
        await ReplyAsync("Your bay is on the left.");
        var verified = await Reports.VerifyAsync(Forever);
        (verified.IsWhole, verified.Entries).ShouldBe((true, 4));
        var decided = (
            await Store.AuditAsync(new AuditQuery { Actor = DecisionEngine.Machine }, Forever)
        ).ShouldHaveSingleItem();
        decided.Event.PatternId.ShouldBe(bay.PatternId);
        decided.Event.Detail!.ShouldContain("pattern version 1");
    }
}
