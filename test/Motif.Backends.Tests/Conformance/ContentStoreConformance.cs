using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Personas;
using Motif.Content.Posts;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Windows and the life of a post, the same on every <see cref="Motif.Content.Fatigue.IContentStore"/>.</summary>
public abstract class ContentStoreConformance(TestBackend backend) : ContentConformance(backend)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    [ConformanceFact]
    public async Task A_template_is_fatigued_after_three_uses_as_the_guide_shows()
    {
        (await CheckAsync()).Fatigued.ShouldBeFalse();
        for (var i = 0; i < 3; i++)
        {
            (await CheckAsync()).Freshness.ShouldBe(Math.Pow(0.5, i));
            await PublishAsync(new PublishPost { Pattern = Pattern });
        }
        var answer = await CheckAsync();
        (answer.Fatigued, answer.Count, answer.Freshness, answer.BitingCap).ShouldBe(
            (true, 3, 0.0, CapLevel.Family)
        );
    }

    [ConformanceFact]
    public async Task A_use_exactly_a_window_old_is_out_and_one_a_microsecond_younger_is_in()
    {
        await UseAsync(Week);
        await UseAsync(Week - Microsecond);
        await UseAsync(TimeSpan.FromDays(1));

        (await CheckAsync()).Count.ShouldBe(2);
    }

    [ConformanceFact]
    public async Task Fresh_at_is_exact_to_the_microsecond()
    {
        foreach (var day in (int[])[6, 3, 1])
            await UseAsync(TimeSpan.FromDays(day));

        var freshAt = (await CheckAsync()).FreshAt!.Value;

        freshAt.ShouldBe(Clock.Now + TimeSpan.FromDays(1));
        (await CheckAsync(at: freshAt - Microsecond)).Fatigued.ShouldBeTrue();
        (await CheckAsync(at: freshAt)).Fatigued.ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task A_window_is_168_hours_when_the_clocks_change()
    {
        var berlin = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2));
        Clock.Now = new DateTimeOffset(2026, 11, 1, 2, 30, 0, TimeSpan.FromHours(1));
        await PublishAsync(new PublishPost { Pattern = Pattern, UsedAt = berlin });
        await PublishAsync(
            new PublishPost
            {
                Pattern = Pattern,
                UsedAt = berlin.ToOffset(TimeSpan.FromHours(1)) + TimeSpan.FromHours(1),
            }
        );

        (await CheckAsync(at: Clock.Now - Microsecond)).Count.ShouldBe(1);
        (await CheckAsync(at: Clock.Now)).Count.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task A_window_is_168_hours_when_an_hour_is_left_out()
    {
        var before = new DateTimeOffset(2026, 3, 28, 2, 30, 0, TimeSpan.FromHours(1));
        Clock.Now = before;
        await PublishAsync(new PublishPost { Pattern = Pattern, UsedAt = before });

        // By the wall it is 2:30 again a week later, an hour too early: one of the nights has 23 hours.
        Clock.Now = new DateTimeOffset(2026, 4, 4, 2, 30, 0, TimeSpan.FromHours(2));
        (await CheckAsync()).Count.ShouldBe(1);
        Clock.Now += TimeSpan.FromHours(1) - Microsecond;
        (await CheckAsync()).Count.ShouldBe(1);
        Clock.Now += Microsecond;
        (await CheckAsync()).Count.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task A_fact_that_comes_late_counts_and_a_breach_names_all_posts()
    {
        foreach (var day in (int[])[5, 3, 1])
            await UseAsync(TimeSpan.FromDays(day));

        var late = await UseAsync(TimeSpan.FromDays(2));

        var breach = late.Post.Breaches.ShouldHaveSingleItem();
        breach.Level.ShouldBe(CapLevel.Family);
        breach.PostIds.ShouldContain(late.Post.PostId);
        breach.PostIds.Count.ShouldBe(4);
        (await CheckAsync()).Count.ShouldBe(4);
    }

    [ConformanceFact]
    public async Task A_post_dated_in_the_future_is_scheduled_and_not_used()
    {
        await UseAsync(TimeSpan.FromHours(-5));

        var before = await CheckAsync();
        Clock.Now += TimeSpan.FromHours(6);
        var after = await CheckAsync();

        (before.Count, before.Reserved).ShouldBe((0, 1));
        (after.Count, after.Reserved).ShouldBe((1, 0));
    }

    [ConformanceFact]
    public async Task A_clock_that_goes_back_makes_nothing_fresh()
    {
        for (var i = 0; i < 3; i++)
            await PublishAsync(new PublishPost { Pattern = Pattern });

        Clock.Now -= TimeSpan.FromHours(1);

        (await CheckAsync()).Fatigued.ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task A_reservation_that_nobody_publishes_expires_and_may_still_be_fulfilled_late()
    {
        var nine = Clock.Now + TimeSpan.FromHours(21);
        var reserved = Good(
            await Posts.ReserveAsync(
                Persona,
                new ReservePost { Pattern = Pattern, ScheduledAt = nine },
                Forever
            )
        ).Post;
        (await CheckAsync()).Reserved.ShouldBe(1);
        Clock.Now = nine + TimeSpan.FromMinutes(59);
        (await CheckAsync()).Reserved.ShouldBe(1);

        Clock.Now = nine + TimeSpan.FromMinutes(61);
        var gone = await CheckAsync();
        var expired = Good(await Personas.StatisticsAsync(Persona, Forever)).ExpiredReservations;
        Clock.Now = nine + TimeSpan.FromHours(2);
        var late = await PublishAsync(new PublishPost { PostId = reserved.PostId });

        (gone.Reserved, gone.Freshness, expired).ShouldBe((0, 1.0, 1));
        (late.Post.State, late.Post.Late).ShouldBe((PostState.Published, true));
        (await CheckAsync()).Count.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Publishing_twice_and_eight_times_at_once_is_one_use()
    {
        var reserved = Good(
            await Posts.ReserveAsync(Persona, new ReservePost { Pattern = Pattern }, Forever)
        ).Post;
        var request = new PublishPost { PostId = reserved.PostId, ExternalId = "17" };

        var receipts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => PublishAsync(request)))
        );
        var imported = await PublishAsync(new PublishPost { Pattern = Pattern, ExternalId = "17" });

        receipts.Count(r => !r.Repeated).ShouldBe(1);
        imported.Repeated.ShouldBeTrue();
        (await CheckAsync()).Count.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task An_unknown_outcome_holds_its_place_and_settles_once()
    {
        var unknown = await PublishAsync(
            new PublishPost
            {
                Pattern = Pattern,
                Outcome = PublishOutcome.Unknown,
                IdempotencyKey = "k",
            }
        );
        Clock.Now += TimeSpan.FromHours(3);
        (await CheckAsync()).Reserved.ShouldBe(1);

        var settled = await PublishAsync(new PublishPost { PostId = unknown.Post.PostId });
        var other = await Posts.PublishAsync(
            Persona,
            new PublishPost { PostId = unknown.Post.PostId, Outcome = PublishOutcome.Failed },
            Forever
        );

        settled.Post.State.ShouldBe(PostState.Published);
        other.Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        (await CheckAsync()).Count.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task An_edit_moves_the_use_before_anybody_saw_it_and_only_notes_it_after()
    {
        var post = await PublishAsync(
            new PublishPost { Content = "Hot take: meetings are a waste" }
        );
        var moved = Good(
            await Changes.EditAsync(
                post.Post.PostId,
                new EditPost("Nobody talks about this, but sleep wins"),
                Forever
            )
        );
        Good(
            await Changes.MeasureAsync(
                post.Post.PostId,
                [new MetricSnapshot(Clock.Now, 4000, 100)],
                Forever
            )
        );
        var noted = Good(
            await Changes.EditAsync(
                post.Post.PostId,
                new EditPost("Fight me on this: tea is better than coffee"),
                Forever
            )
        );

        moved.Post.FamilyId.ShouldNotBe(post.Post.FamilyId);
        noted.Post.FamilyId.ShouldBe(moved.Post.FamilyId);
        noted.Post.Events.Select(e => e.What).ShouldBe(["published", "edited", "edited_into"]);
        noted.Metrics.Successes.ShouldBe(100);
    }

    [ConformanceFact]
    public async Task A_removed_post_is_released_unseen_and_tires_on_seen()
    {
        var unseen = await PublishAsync(new PublishPost { Pattern = Pattern, ExternalId = "a" });
        var seen = await PublishAsync(
            new PublishPost
            {
                Pattern = Pattern,
                ExternalId = "b",
                Metrics = [new MetricSnapshot(Clock.Now, 500, 20)],
            }
        );
        foreach (var post in (PostReceipt[])[unseen, seen])
            Good(await Changes.RemoveAsync(post.Post.PostId, Clock.Now, Forever));

        var later = Good(
            await Changes.MeasureAsync(
                seen.Post.PostId,
                [new MetricSnapshot(Clock.Now + TimeSpan.FromHours(1), 900, 90)],
                Forever
            )
        );
        var again = await PublishAsync(new PublishPost { Pattern = Pattern, ExternalId = "a" });

        (await CheckAsync()).Count.ShouldBe(1);
        (later.Metrics.Impressions, later.Metrics.Successes).ShouldBe((500.0, 20.0));
        (again.Repeated, again.Post.State).ShouldBe((true, PostState.Released));
    }

    [ConformanceFact]
    public async Task A_text_comes_back_when_its_rule_allows_and_not_more_often()
    {
        var rule = new RepeatRule(45, 6, Clock.Now + TimeSpan.FromDays(1000));
        var reserve = new ReservePost
        {
            Content = "The moment that changed my career forever: day one",
            Rule = rule,
        };
        for (var use = 0; use < 6; use++)
        {
            var receipt = Good(await Posts.ReserveAsync(Persona, reserve, Forever));
            await PublishAsync(new PublishPost { PostId = receipt.Post.PostId });
            Clock.Now += TimeSpan.FromDays(3);
            var early = (await Posts.ReserveAsync(Persona, reserve, Forever)).Problem!;
            early.Fields!.Keys.ShouldBe([use < 5 ? "repeat_after" : "max_uses"]);
            Clock.Now += TimeSpan.FromDays(42);
        }
        Clock.Now += TimeSpan.FromDays(1000);
        (await Posts.ReserveAsync(Persona, reserve, Forever)).Problem!.Fields!.Keys.ShouldBe([
            "valid_until",
        ]);
    }

    [ConformanceFact]
    public async Task Reshares_count_only_where_the_settings_say_so()
    {
        for (var i = 0; i < 3; i++)
            await PublishAsync(new PublishPost { Pattern = Pattern, Kind = PostKind.Reshare });
        (await CheckAsync()).Count.ShouldBe(0);

        Good(
            await Personas.ConfigureAsync(
                Persona,
                new PersonaDraft(null, new FatigueOverrides { CountsReshares = true }),
                Forever
            )
        );

        (await CheckAsync()).Fatigued.ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task Personas_are_apart_until_they_share_an_audience()
    {
        var text = new PublishPost { Content = "Hot take: remote work is here to stay" };
        await PublishAsync(text);
        var second = await PublishAsync(text, "bob");
        var family = second.Post.FamilyId!;
        second.Warnings.ShouldBe(["cross_post"]);
        (await CheckAsync(family)).Count.ShouldBe(1);

        foreach (var persona in (string[])[Persona, "bob"])
            Good(await Personas.ConfigureAsync(persona, new PersonaDraft("readers"), Forever));

        (await CheckAsync(family)).Count.ShouldBe(2);
        (await CheckAsync(family, "bob")).Count.ShouldBe(2);
        (await CheckAsync(family, "carol")).Count.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task Of_several_caps_the_answer_names_the_one_that_bites()
    {
        Good(
            await Personas.ConfigureAsync(
                Persona,
                new PersonaDraft(
                    null,
                    new FatigueOverrides
                    {
                        Caps = [new(CapLevel.Text, 1, 1), new(CapLevel.Topic, 30, 2)],
                    }
                ),
                Forever
            )
        );
        var first = new PublishPost { Content = "Hot take: sleep is a skill", Topic = "health" };
        await PublishAsync(first);
        var question = new FatigueQuestion { Content = first.Content, Topic = "health" };

        var byText = Good(await Checks.CheckAsync(Persona, [question], Forever))[0];
        await PublishAsync(new PublishPost { Pattern = "other", Topic = "health" });
        var byTopic = Good(await Checks.CheckAsync(Persona, [question], Forever))[0];

        byText.BitingCap.ShouldBe(CapLevel.Text);
        byText.FreshAt.ShouldBe(Clock.Now + TimeSpan.FromDays(1));
        byTopic.BitingCap.ShouldBe(CapLevel.Topic);
        byTopic.FreshAt.ShouldBe(Clock.Now + TimeSpan.FromDays(30));
    }

    [ConformanceFact]
    public async Task A_thread_is_one_use_and_a_part_sent_again_is_the_same_part()
    {
        for (var part = 1; part <= 2; part++)
            await PartAsync(part, PublishOutcome.Published);
        await PartAsync(3, PublishOutcome.Failed);

        var again = await PartAsync(1, PublishOutcome.Published);
        for (var part = 4; part <= 5; part++)
            (await PartAsync(part, PublishOutcome.Published)).Repeated.ShouldBeFalse();

        again.Repeated.ShouldBeTrue();
        (await CheckAsync()).Count.ShouldBe(1);

        Task<PostReceipt> PartAsync(int part, PublishOutcome outcome) =>
            PublishAsync(
                new PublishPost
                {
                    Pattern = Pattern,
                    ThreadId = "t",
                    Part = part,
                    Outcome = outcome,
                }
            );
    }

    [ConformanceFact]
    public async Task Snapshots_in_any_order_end_in_one_state()
    {
        var at = Clock.Now;
        MetricSnapshot[] snapshots =
        [
            new(at.AddHours(1), 1000, 50),
            new(at.AddHours(2), 1500, 70),
            new(at.AddHours(1), 1000, 50),
            new(at.AddHours(3), 1400, 65),
            new(at.AddHours(4), null, null),
            new(at.AddHours(5), 9000, 900, Estimated: true),
            new(at.AddHours(6), 10, 11),
            new(at.AddHours(7), double.NaN, 1),
            new(at.AddHours(8), -1, 0),
        ];
        var states = new List<MetricState>();
        foreach (
            var order in (int[][])
                [
                    [0, 1, 2, 3, 4, 5, 6, 7, 8],
                    [8, 3, 5, 1, 7, 0, 4, 6, 2],
                ]
        )
        {
            var post = await PublishAsync(new PublishPost { Pattern = Pattern });
            foreach (var place in order)
                Good(await Changes.MeasureAsync(post.Post.PostId, [snapshots[place]], Forever));
            var receipt = Good(await Changes.MeasureAsync(post.Post.PostId, snapshots, Forever));
            receipt.Refused.Select(r => r.Row).ShouldBe([7, 8, 9]);
            states.Add(receipt.Metrics);
        }
        states[0].ShouldBe(states[1]);
        (states[0].Impressions, states[0].Successes, states[0].Decreased).ShouldBe(
            (1500.0, 70.0, true)
        );
    }

    [ConformanceFact]
    public async Task Settings_follow_at_run_time_on_every_server()
    {
        await UseAsync(TimeSpan.FromDays(1));
        (await CheckAsync()).Fatigued.ShouldBeFalse();
        await using var other = OpenTimed();

        Good(
            await other
                .GetRequiredService<ContentSettings>()
                .ConfigureAsync(new FatigueOverrides { Threshold = 1 }, Forever)
        );

        (await CheckAsync()).Fatigued.ShouldBeTrue();
        Good(
            await Timed
                .GetRequiredService<ContentSettings>()
                .ConfigureAsync(new FatigueOverrides { Enabled = false }, Forever)
        );
        (await CheckAsync()).Status.ShouldBe(Motif.Content.Templates.TemplateStatus.Disabled);
    }

    [ConformanceFact]
    public async Task Content_without_a_template_never_makes_a_later_post_a_repeat()
    {
        foreach (
            var content in (string[])["https://example.com/a", "🎉🎉", "https://example.com/b"]
        )
            (
                await PublishAsync(new PublishPost { Content = content })
            ).Post.FamilyId.ShouldBeNull();

        var answer = Good(
            await Checks.CheckAsync(Persona, [new FatigueQuestion { Content = "🎉🎉" }], Forever)
        )[0];

        (answer.Status, answer.Fatigued, answer.Freshness).ShouldBe(
            (Motif.Content.Templates.TemplateStatus.NoTemplate, false, null)
        );
    }
}
