using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Calibration;
using Motif.Matching.Ranking;
using Motif.Matching.Starter;
using Motif.Text;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IFeedbackStore"/> does this.</summary>
public abstract class FeedbackStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private static readonly Guid Match = Guid.Parse("01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e44");
    private static readonly CalibratorKey Key = new("lexicon", "v1", "w1");

    private readonly Pattern pattern = Sample.Pattern("learned");

    private IFeedbackStore Feedback => Server.GetRequiredService<IFeedbackStore>();

    [ConformanceFact]
    public async Task A_success_teaches_the_intent_of_its_match()
    {
        await SaveAsync(Sample.Insert(pattern));
        await AppendAsync(Exposure(1, "make the list fast"));
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });

        await ReportAsync(use, UseOutcome.Success, 3);

        (await IntentsAsync()).ShouldBe(["make the list fast"]);
        var stored = (await Usage.ListAsync(pattern.PatternId, null, 1, Forever))[0];
        (stored.MatchId, stored.Intent).ShouldBe((Match, "make the list fast"));
    }

    [ConformanceFact]
    public async Task A_failure_teaches_no_intent()
    {
        await SaveAsync(Sample.Insert(pattern));
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 1));

        await ReportAsync(use, UseOutcome.Failure, 2, intent: "make it slow");

        (await IntentsAsync()).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task As_many_failures_of_others_unlearn_an_intent()
    {
        await SaveAsync(Sample.Insert(pattern));
        await ReportAsync(await AppendAsync(By("a", 1)), UseOutcome.Success, 1, "make it fast");
        (await WeightsAsync()).ShouldBe([new PastIntent("make it fast", 1)]);

        await ReportAsync(await AppendAsync(By("b", 2)), UseOutcome.Failure, 2, "Make it  fast");
        (await WeightsAsync()).ShouldBeEmpty();

        await ReportAsync(await AppendAsync(By("c", 3)), UseOutcome.Success, 3, "make it fast");
        var again = (await WeightsAsync()).ShouldHaveSingleItem();
        again.Weight.ShouldBe(1 / 3.0, 1e-9);
    }

    [ConformanceFact]
    public async Task Many_intents_of_one_actor_on_one_day_are_not_believed()
    {
        await SaveAsync(Sample.Insert(pattern));
        for (var i = 0; i < 11; i++)
            await ReportAsync(await AppendAsync(By("a", i)), UseOutcome.Success, i, $"other {i}");

        (await IntentsAsync()).ShouldBeEmpty();

        await ReportAsync(await AppendAsync(By("b", 20)), UseOutcome.Success, 20, "other 3");
        (await IntentsAsync()).ShouldBe(["other 3"]);
    }

    [ConformanceFact]
    public async Task A_thousand_outcomes_of_one_actor_on_one_day_count_as_thirty_at_most()
    {
        var untried = Sample.Pattern("untried");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(untried));
        await AppendManyAsync(1000, _ => "one");

        var loud = await FindAsync(pattern);
        (loud.Success.Successes, loud.Success.Rate).ShouldBe((1000, 1));
        loud.Success.WeighedSuccesses.ShouldBeInRange(29, 30);
        var beside = await FindAsync(untried);
        beside.Success.Mean.ShouldBeInRange(.5, .7);
        await LedgerCheck.ShouldAgreeAsync(Server, [pattern.PatternId, untried.PatternId]);
    }

    [ConformanceFact]
    public async Task Outcomes_of_many_actors_count_in_full_in_any_order()
    {
        await SaveAsync(Sample.Insert(pattern));
        await AppendManyAsync(100, i => $"actor {i}");

        (await FindAsync(pattern)).Success.WeighedSuccesses.ShouldBe(100, 1e-9);
        await LedgerCheck.ShouldAgreeAsync(Server, [pattern.PatternId]);
    }

    [ConformanceFact]
    public async Task The_newest_intents_are_kept_and_case_and_spacing_make_no_second_one()
    {
        await SaveAsync(Sample.Insert(pattern));
        for (var i = 0; i < Ledger.MostPastIntents + 5; i++)
        {
            var use = await AppendAsync(By($"actor {i}", i));
            await ReportAsync(use, UseOutcome.Success, i, intent: $"request {i}");
        }
        var again = await AppendAsync(Sample.Use(pattern.PatternId, 100));
        await ReportAsync(again, UseOutcome.Success, 100, intent: "Request  10");

        var intents = await IntentsAsync();

        intents.Count.ShouldBe(Ledger.MostPastIntents);
        intents[0].ShouldBe("request 10");
        intents[1].ShouldBe("request 24");
        intents.ShouldNotContain("request 4");
    }

    [ConformanceFact]
    public async Task A_namespace_learns_from_its_own_outcomes_and_all_from_every_ones()
    {
        await SaveAsync(Sample.Insert(pattern));
        await ReportAsync(
            await AppendAsync(By("ann", 1)),
            UseOutcome.Success,
            2,
            "cache",
            "search"
        );
        await ReportAsync(
            await AppendAsync(By("ben", 3)),
            UseOutcome.Failure,
            4,
            "cache",
            "billing"
        );
        await ReportAsync(
            await AppendAsync(By("ben", 5)),
            UseOutcome.Success,
            6,
            "retry",
            "billing"
        );
        await ReportAsync(await AppendAsync(By("cleo", 7)), UseOutcome.Success, 8, "page");

        (await IntentsAsync("search")).ShouldBe(["cache"]);
        (await IntentsAsync("billing")).ShouldBe(["retry"]);
        (await IntentsAsync("nobody")).ShouldBeEmpty();
        (await IntentsAsync()).ShouldBe(["page", "retry"]);
        (await RecordAsync("search")).ShouldBe(new(1, 0, OutcomeWeight.Unit, 0));
        (await RecordAsync("billing")).ShouldBe(
            new(1, 1, OutcomeWeight.Of(1, 2), OutcomeWeight.Of(1, 2))
        );
        (await Feedback.RecordsAsync([pattern.PatternId], "nobody", Forever)).ShouldBeEmpty();
        (await Feedback.IsLearnedInAsync("billing", Forever)).ShouldBeTrue();
        (await Feedback.IsLearnedInAsync("nobody", Forever)).ShouldBeFalse();
        var whole = (await FindAsync(pattern)).Success;
        (whole.Successes, whole.Failures).ShouldBe((3, 1));
    }

    [ConformanceFact]
    public async Task An_outcome_of_a_match_is_learned_in_the_namespace_of_the_match()
    {
        await SaveAsync(Sample.Insert(pattern));
        await AppendAsync(ShownBy(Match, pattern, 0.9) with { Namespace = "search" });
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });

        await ReportAsync(use, UseOutcome.Success, 3);

        (await IntentsAsync("search")).ShouldBe(["asked"]);
        (await Usage.ListAsync(pattern.PatternId, null, 1, Forever))
            .ShouldHaveSingleItem()
            .Namespace.ShouldBe("search");
    }

    [ConformanceFact]
    public async Task What_one_namespace_asks_for_pushes_out_no_intent_of_another()
    {
        await SaveAsync(Sample.Insert(pattern));
        await ReportAsync(
            await AppendAsync(By("ann", 0)),
            UseOutcome.Success,
            0,
            "cache",
            "search"
        );
        for (var i = 1; i <= Ledger.MostPastIntents; i++)
            await ReportAsync(
                await AppendAsync(By($"actor {i}", i)),
                UseOutcome.Success,
                i,
                $"request {i}",
                "billing"
            );

        (await IntentsAsync("search")).ShouldBe(["cache"]);
        (await IntentsAsync("billing")).Count.ShouldBe(Ledger.MostPastIntents);
        (await IntentsAsync()).Count.ShouldBe(Ledger.MostPastIntents);
    }

    [ConformanceFact]
    public async Task Every_namespace_has_a_calibrator_of_its_own()
    {
        foreach (var name in new[] { null, "search", "billing" })
            await Feedback.SaveCalibratorAsync(
                new FittedCalibrator(
                    ConfidenceCalibrator.Prior(Key with { Namespace = name }),
                    Sample.Start
                ),
                Forever
            );

        (await Feedback.CalibratorsAsync(Forever))
            .Select(fitted => fitted.Calibrator.Key.Namespace)
            .ShouldBe([null, "billing", "search"]);
    }

    [ConformanceFact]
    public async Task Patterns_with_new_outcomes_are_told_in_order_of_time()
    {
        var other = Sample.Pattern("learned later");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(other));
        var late = await AppendAsync(Sample.Use(other.PatternId, 1));
        var early = await AppendAsync(Sample.Use(pattern.PatternId, 2));
        await ReportAsync(late, UseOutcome.Success, 8);
        await ReportAsync(early, UseOutcome.Failure, 5);

        (await Feedback.LearnedSinceAsync(Sample.Start, Forever)).ShouldBe([
            new LearnedPattern(pattern.PatternId, Sample.Start.AddMinutes(5)),
            new LearnedPattern(other.PatternId, Sample.Start.AddMinutes(8)),
        ]);
        (await Feedback.LearnedSinceAsync(Sample.Start.AddMinutes(5), Forever))
            .ShouldHaveSingleItem()
            .PatternId.ShouldBe(other.PatternId);
    }

    [ConformanceFact]
    public async Task Judged_results_join_what_was_promised_with_what_came_of_it()
    {
        await SaveAsync(Sample.Insert(pattern));
        var shown = Shown(0.75);
        await AppendAsync(Exposure(1, "asked") with { Metrics = PatternBody.From(shown) });
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });
        (await Feedback.JudgedAsync(10, Forever)).ShouldBeEmpty();

        await ReportAsync(use, UseOutcome.Success, 3);

        (await Feedback.JudgedAsync(10, Forever))
            .ShouldHaveSingleItem()
            .ShouldBe(
                new JudgedResult(
                    shown,
                    UseOutcome.Success,
                    Sample.Start.AddMinutes(3),
                    pattern.PatternId,
                    use.Actor,
                    "asked"
                )
            );
    }

    [ConformanceFact]
    public async Task What_a_judged_match_showed_beside_was_passed_over_unless_it_is_in_use()
    {
        var (beside, tried, elsewhere) = (
            Sample.Pattern("beside"),
            Sample.Pattern("tried"),
            Sample.Pattern("elsewhere")
        );
        await SaveAsync(
            Sample.Insert(pattern),
            Sample.Insert(beside),
            Sample.Insert(tried),
            Sample.Insert(elsewhere)
        );
        foreach (var (shown, sure) in new[] { (pattern, 0.9), (beside, 0.8), (tried, 0.7) })
            await AppendAsync(ShownBy(Match, shown, sure));
        await AppendAsync(
            ShownBy(Guid.Parse("01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e45"), elsewhere, 1)
        );
        await AppendAsync(Sample.Use(tried.PatternId, 2) with { MatchId = Match });
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });

        await ReportAsync(use, UseOutcome.Success, 3);

        var judged = await Feedback.JudgedAsync(10, Forever);
        judged
            .Select(j => (j.PatternId, j.Outcome, j.Shown.Confidence))
            .ShouldBe([
                (pattern.PatternId, UseOutcome.Success, 0.9),
                (beside.PatternId, null, 0.8),
            ]);
        judged[1].Actor.ShouldBe(use.Actor);
        judged[1].OutcomeAt.ShouldBe(Sample.Start.AddMinutes(3));
    }

    [ConformanceFact]
    public async Task Metrics_of_another_shape_judge_nothing()
    {
        await SaveAsync(Sample.Insert(pattern));
        await AppendAsync(
            Exposure(1, "asked") with
            {
                Metrics = Sample.Json("""{"latency_ms": 12}"""),
            }
        );
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });
        await ReportAsync(use, UseOutcome.Success, 3);

        (await Feedback.JudgedAsync(10, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_calibrator_comes_back_as_it_was_and_replaces_the_one_of_its_key()
    {
        var labels = Enumerable
            .Range(0, 1200)
            .Select(i => new ConfidenceLabel(
                new ConfidenceInputs(i / 1200.0, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5),
                i % 3 > 0
            ))
            .ToList();
        var first = ConfidenceCalibrator.Fit(Key, [.. labels.Take(60)]);
        var second = ConfidenceCalibrator.Fit(Key, labels);
        await Feedback.SaveCalibratorAsync(new FittedCalibrator(first, Sample.Start), Forever);

        await Feedback.SaveCalibratorAsync(
            new FittedCalibrator(second, Sample.Start.AddDays(1)),
            Forever
        );

        var stored = (await Feedback.CalibratorsAsync(Forever)).ShouldHaveSingleItem();
        stored.FittedAt.ShouldBe(Sample.Start.AddDays(1));
        stored.Calibrator.Key.ShouldBe(Key);
        stored.Calibrator.Basis.ShouldBe("isotonic");
        foreach (var label in labels)
            stored
                .Calibrator.Confidence(label.Inputs)
                .ShouldBe(second.Confidence(label.Inputs), 1e-12);
    }

    [ConformanceFact]
    public async Task A_purged_pattern_takes_its_intents_along()
    {
        await SaveAsync(Sample.Insert(pattern));
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 1));
        await ReportAsync(use, UseOutcome.Success, 2, intent: "forget me");

        (await Patterns.PurgeAsync(pattern.PatternId, Forever)).ShouldBeTrue();

        (await IntentsAsync()).ShouldBeEmpty();
        (await Feedback.LearnedSinceAsync(Sample.Start, Forever)).ShouldBeEmpty();
    }

    private Use Exposure(int minute, string intent) =>
        Sample.Use(pattern.PatternId, minute, UseAction.Exposed, key: Match.ToString("D")) with
        {
            Context = intent,
            Metrics = Sample.Json("""{"confidence":0.5}"""),
        };

    private static ShownResult Shown(double confidence) =>
        new(confidence, new ConfidenceInputs(0.9, 0.8, 0.7, 1, 0.6, 0.5, 0.4, 0.3), Key);

    /// <summary>As a match records it: its id begins as the match's does.</summary>
    private static Use ShownBy(Guid match, Pattern shown, double confidence) =>
        Sample.Use(shown.PatternId, 1, UseAction.Exposed, key: match.ToString("D")) with
        {
            UseId = Guid.Parse(match.ToString("D")[..13] + shown.PatternId.ToString("D")[13..]),
            Context = "asked",
            Metrics = PatternBody.From(Shown(confidence)),
        };

    private async Task<Use> AppendAsync(Use use)
    {
        var (stored, unknown) = await Usage.AppendAsync([use], Forever);
        unknown.ShouldBeEmpty();
        return stored.ShouldHaveSingleItem().Use;
    }

    private async Task ReportAsync(
        Use use,
        UseOutcome outcome,
        int minute,
        string? intent = null,
        string? learnedIn = null
    ) =>
        (
            await Usage.RecordOutcomeAsync(
                new OutcomeEntry(
                    use.PatternId,
                    use.UseId,
                    outcome,
                    Sample.Start.AddMinutes(minute),
                    Intent: intent,
                    Namespace: learnedIn
                ),
                Forever
            )
        ).ShouldBe(OutcomeResult.Recorded);

    private async Task<NamespaceRecord> RecordAsync(string learnedIn) =>
        (await Feedback.RecordsAsync([pattern.PatternId], learnedIn, Forever))[pattern.PatternId];

    private Use By(string actor, int minute) =>
        Sample.Use(pattern.PatternId, minute) with
        {
            Actor = actor,
        };

    private async Task AppendManyAsync(int count, Func<int, string> actor)
    {
        var uses = Enumerable
            .Range(0, count)
            .Select(i =>
                Sample.Use(pattern.PatternId, i, outcome: UseOutcome.Success) with
                {
                    Actor = actor(i),
                    OutcomeAt = Sample.Start,
                }
            );
        foreach (var batch in uses.Chunk(300))
            (await Usage.AppendAsync(batch, Forever)).Unknown.ShouldBeEmpty();
    }

    private async Task<Pattern> FindAsync(Pattern wanted) =>
        (await Patterns.FindManyAsync([wanted.PatternId], Forever)).ShouldHaveSingleItem();

    private async Task<IReadOnlyList<PastIntent>> WeightsAsync(string? learnedIn = null) =>
        (
            await Feedback.PastIntentsAsync([pattern.PatternId], learnedIn, Forever)
        ).GetValueOrDefault(pattern.PatternId) ?? [];

    private async Task<IReadOnlyList<string>> IntentsAsync(string? learnedIn = null) =>
        [.. (await WeightsAsync(learnedIn)).Select(intent => intent.Text)];
}
