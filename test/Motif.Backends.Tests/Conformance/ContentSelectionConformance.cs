using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Content.Evaluation;
using Motif.Content.Fatigue;
using Motif.Content.Generation;
using Motif.Content.Personas;
using Motif.Content.Posts;
using Motif.Content.Selection;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Decisions under the persona's lock, the same on every database.</summary>
public abstract class ContentSelectionConformance(TestBackend backend) : ContentConformance(backend)
{
    [ConformanceFact]
    public async Task Ten_generated_contents_use_at_least_five_templates_as_the_guide_asks()
    {
        var generator = Timed.GetRequiredService<ContentGenerator>();
        var templates = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 10; i++)
        {
            var item = Good(
                await generator.GenerateAsync(new GenerateRequest(Persona, "AI"), Forever)
            )
                .Items.ShouldHaveSingleItem();
            templates.Add(item.Template);
            await PublishAsync(new PublishPost { PostId = item.PostId });
        }
        templates.Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    [ConformanceFact]
    public async Task A_decision_is_made_once_and_answered_as_before()
    {
        var request = Request("d1", 2);

        var first = Good(await Selector.SelectAsync(request, Forever));
        var again = Good(await Selector.SelectAsync(request, Forever));
        var other = await Selector.SelectAsync(request with { Slots = 3 }, Forever);

        (
            again.Repeated,
            again.Selected.Select(s => s.PostId).SequenceEqual(first.Selected.Select(s => s.PostId))
        ).ShouldBe((true, true));
        other.Problem!.Refusal.ShouldBe(CatalogueRefusal.NotAllowed);
        (await Store.ListPostsAsync(Persona, 100, Forever)).Count.ShouldBe(2);
    }

    [ConformanceFact]
    public async Task A_decision_is_replayed_to_the_last_bit_and_lists_every_eligible_variant()
    {
        await TeachAsync(30);
        var answer = Good(await Selector.SelectAsync(Request("d2", 3), Forever));

        var replay = Good(await Log.ReplayAsync(Persona, "d2", Forever));

        replay.Same.ShouldBeTrue();
        for (var slot = 0; slot < 3; slot++)
        {
            answer.Eligible[slot].Count.ShouldBeGreaterThan(0);
            answer.Eligible[slot].ShouldAllBe(e => e.Probability > 0);
            answer.Eligible[slot].Sum(e => e.Probability).ShouldBe(1, 1e-9);
            answer
                .Eligible[slot]
                .Single(e => e.VariantId == answer.Selected[slot].VariantId)
                .Probability.ShouldBe(answer.Selected[slot].Probability);
        }
        answer.Selected.Select(s => s.FamilyId).ShouldBeUnique();
    }

    [ConformanceFact]
    public async Task Reservations_count_for_the_decisions_after_them()
    {
        for (var i = 0; i < 12; i++)
        {
            var answer = Good(
                await Selector.SelectAsync(Request($"r{i}", 1, families: 4), Forever)
            );
            answer.Selected.ShouldAllBe(s => s.Relaxed.Count == 0);
        }
        var full = Good(await Selector.SelectAsync(Request("full", 1, families: 4), Forever));
        full.Selected[0].Relaxed.ShouldBe([RelaxReason.AllCapped]);
    }

    [ConformanceFact]
    public async Task Pending_posts_move_nothing_and_pieces_end_where_a_batch_does()
    {
        var posts = new List<PostReceipt>();
        for (var i = 0; i < 6; i++)
            posts.Add(await UseAsync(TimeSpan.FromDays(10 + i), "family 1"));
        var before = await ExplainAsync("p1");
        before.Decision.PendingExposures.ShouldBe(6);
        before.Variants.ShouldAllBe(v => v.PriorOnly);

        foreach (var post in posts)
            for (var piece = 1; piece <= 5; piece++)
                Good(
                    await Changes.MeasureAsync(
                        post.Post.PostId,
                        [new MetricSnapshot(Clock.Now.AddMinutes(piece), 200 * piece, 20 * piece)],
                        Forever
                    )
                );
        var pieces = await ExplainAsync("p2");
        foreach (var i in Enumerable.Range(0, 6))
            await PublishAsync(
                new PublishPost
                {
                    Pattern = "family 1",
                    UsedAt = Clock.Now - TimeSpan.FromDays(10 + i),
                    Metrics = [new MetricSnapshot(Clock.Now, 1000, 100)],
                },
                "bob"
            );
        var batch = await ExplainAsync("p2", "bob");

        pieces.Decision.PendingExposures.ShouldBe(0);
        pieces.MeanRate.ShouldBe(batch.MeanRate, 1e-12);
        pieces
            .Hypotheses.Select(h => h.Weight)
            .ShouldBe(batch.Hypotheses.Select(h => h.Weight), 1e-12);
    }

    [ConformanceFact]
    public async Task A_slate_takes_no_more_of_a_topic_than_its_cap_leaves()
    {
        var overrides = new FatigueOverrides { Caps = [new ContentCap(CapLevel.Topic, 30, 2)] };
        Good(await Personas.ConfigureAsync(Persona, new PersonaDraft(null, overrides), Forever));
        await PublishAsync(new PublishPost { Pattern = "family 9", Topic = "sleep" });
        var request = Request("t1", 4);
        request = request with
        {
            Variants =
            [
                .. request.Variants.Select(
                    (v, i) => v with { Topic = i < 10 ? "sleep" : $"other {i}" }
                ),
            ],
        };

        var answer = Good(await Selector.SelectAsync(request, Forever));

        var topics = answer
            .Selected.Select(s => request.Variants.Single(v => v.VariantId == s.VariantId).Topic)
            .ToList();
        topics.Count(t => t == "sleep").ShouldBeLessThanOrEqualTo(1);
        answer.Reason!.ShouldContain("a cap leaves no more places");
        Good(await Log.ReplayAsync(Persona, "t1", Forever)).Same.ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task A_persona_cap_ends_a_slate_and_says_so()
    {
        var overrides = new FatigueOverrides { Caps = [new ContentCap(CapLevel.Persona, 1, 3)] };
        Good(await Personas.ConfigureAsync(Persona, new PersonaDraft(null, overrides), Forever));
        await PublishAsync(new PublishPost { Pattern = "family 9" });

        var answer = Good(await Selector.SelectAsync(Request("t2", 4), Forever));

        answer.Selected.Count.ShouldBe(2);
        answer.Reason.ShouldBe("2 of 4: a cap leaves no more places");
    }

    [ConformanceFact]
    public async Task Retired_variants_are_never_drawn_and_nothing_left_is_an_empty_slate()
    {
        var request = Request("e1", 3, families: 2);
        var retired = request with
        {
            DecisionId = "e2",
            Variants = [.. request.Variants.Select((v, i) => v with { Retired = i > 0 })],
        };

        var one = Good(await Selector.SelectAsync(retired, Forever));
        var none = Good(
            await Selector.SelectAsync(
                retired with
                {
                    DecisionId = "e3",
                    Variants = [.. retired.Variants.Skip(1)],
                },
                Forever
            )
        );
        var zero = Good(
            await Selector.SelectAsync(request with { DecisionId = "e4", Slots = 0 }, Forever)
        );
        var all = Good(
            await Selector.SelectAsync(request with { DecisionId = "e5", Slots = 50 }, Forever)
        );
        var twice = await Selector.SelectAsync(
            request with
            {
                DecisionId = "e6",
                Variants = [request.Variants[0], request.Variants[0]],
            },
            Forever
        );

        one.Selected.ShouldHaveSingleItem().Probability.ShouldBe(1, 1e-12);
        none.Selected.ShouldBeEmpty();
        none.Reason.ShouldNotBeNull();
        zero.Selected.ShouldBeEmpty();
        all.Selected.Select(s => s.VariantId).ShouldBeUnique();
        all.Selected.Count.ShouldBe(request.Variants.Count);
        twice.Problem!.Refusal.ShouldBe(CatalogueRefusal.Invalid);
    }

    [ConformanceFact]
    public async Task The_holdout_is_stable_served_plainly_and_teaches_nothing()
    {
        Good(
            await Personas.ConfigureAsync(
                Persona,
                new PersonaDraft(null, new FatigueOverrides { Holdout = 0.5 }),
                Forever
            )
        );
        var answers = new List<SelectionAnswer>();
        for (var i = 0; i < 40; i++)
            answers.Add(Good(await Selector.SelectAsync(Request($"h{i}", 1), Forever)));

        var held = answers.Where(a => a.Holdout).ToList();
        held.Count.ShouldBeInRange(8, 32);
        held.ShouldAllBe(a => a.Mode == SelectionMode.Off);
        answers.ShouldAllBe(a => a.Holdout == Holdout.Contains(Persona, a.DecisionId, 0.5));
        foreach (var answer in held)
            await PublishAsync(
                new PublishPost
                {
                    PostId = answer.Selected[0].PostId,
                    Metrics = [new MetricSnapshot(Clock.Now, 1000, 500, Final: true)],
                }
            );
        (await ExplainAsync("after")).MeanRate.ShouldBe(0.05, 1e-9);
    }

    [ConformanceFact]
    public async Task A_post_that_both_arms_saw_counts_for_neither()
    {
        Good(
            await Personas.ConfigureAsync(
                Persona,
                new PersonaDraft(null, new FatigueOverrides { Holdout = 0.5 }),
                Forever
            )
        );
        var answers = new List<SelectionAnswer>();
        for (var i = 0; i < 12; i++)
            answers.Add(Good(await Selector.SelectAsync(Request($"b{i}", 1), Forever)));
        var shared = new[] { answers.First(a => a.Holdout), answers.First(a => !a.Holdout) };
        foreach (var answer in answers)
            await PublishAsync(
                new PublishPost
                {
                    PostId = answer.Selected[0].PostId,
                    // The platform knows what two slots say as one post.
                    ExternalId = shared.Contains(answer) ? "shared" : answer.DecisionId,
                    Metrics = [new MetricSnapshot(Clock.Now, 1000, 50, Final: true)],
                }
            );

        var report = Good(
            await Timed.GetRequiredService<ContentEvaluation>().HoldoutAsync(Persona, Forever)
        );

        (report.Contaminated, report.Held.Posts + report.Treated.Posts).ShouldBe((1, 10));
    }

    [ConformanceFact]
    [Trait("Category", "Slow")]
    public async Task Thirty_two_servers_at_once_with_retries_break_no_cap_and_lose_nothing()
    {
        const int Decisions = 64;
        await using var other = OpenTimed();
        var selectors = new[] { Timed, other }
            .Select(s => s.GetRequiredService<ContentSelector>())
            .ToArray();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Decisions * 2),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (i, cancellationToken) =>
                Good(
                    await selectors[i % 2]
                        .SelectAsync(Request($"race {i / 2}", 1, families: 22), cancellationToken)
                )
        );

        var posts = await Store.ListPostsAsync(Persona, 1000, Forever);
        posts.Count.ShouldBe(Decisions);
        posts.GroupBy(p => p.FamilyId).ShouldAllBe(g => g.Count() <= 3);
    }

    private static SelectRequest Request(string decision, int slots, int families = 6) =>
        new()
        {
            PersonaId = Persona,
            DecisionId = decision,
            Slots = slots,
            Variants =
            [
                .. Enumerable
                    .Range(0, families * 2)
                    .Select(i => new VariantCandidate
                    {
                        VariantId = $"v{i}",
                        Pattern = $"family {i / 2}",
                    }),
            ],
        };

    private async Task TeachAsync(int posts)
    {
        for (var i = 0; i < posts; i++)
            await PublishAsync(
                new PublishPost
                {
                    Pattern = $"family {i % 6}",
                    VariantId = $"v{i % 12}",
                    UsedAt = Clock.Now - TimeSpan.FromDays(40 - i),
                    Metrics = [new MetricSnapshot(Clock.Now, 100, i % 9)],
                }
            );
    }

    private async Task<SelectionExplanation> ExplainAsync(string decision, string persona = Persona)
    {
        Good(
            await Selector.SelectAsync(
                Request(decision, 1) with
                {
                    PersonaId = persona,
                    Reserve = false,
                },
                Forever
            )
        );
        return Good(await Log.ExplainAsync(persona, decision, Forever));
    }
}
