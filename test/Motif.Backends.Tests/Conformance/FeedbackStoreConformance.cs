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
    public async Task An_exposure_that_comes_after_its_outcome_still_teaches()
    {
        await SaveAsync(Sample.Insert(pattern));
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });
        await ReportAsync(use, UseOutcome.Success, 3);
        (await IntentsAsync()).ShouldBeEmpty();
        var before = (
            await Feedback.LearnedSinceAsync(Sample.Start, Forever)
        ).ShouldHaveSingleItem();

        await AppendAsync(Exposure(1, "late to the ledger"));

        (await IntentsAsync()).ShouldBe(["late to the ledger"]);
        var after = (
            await Feedback.LearnedSinceAsync(Sample.Start, Forever)
        ).ShouldHaveSingleItem();
        after.LearnedAt.ShouldBeGreaterThan(before.LearnedAt);
    }

    [ConformanceFact]
    public async Task The_newest_intents_are_kept_and_case_and_spacing_make_no_second_one()
    {
        await SaveAsync(Sample.Insert(pattern));
        for (var i = 0; i < Ledger.MostPastIntents + 5; i++)
        {
            var use = await AppendAsync(Sample.Use(pattern.PatternId, i));
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
        var shown = new ShownResult(0.75, new ConfidenceInputs(0.9, 0.8, 0.7, 0.6, 0.5, 0.4), Key);
        await AppendAsync(Exposure(1, "asked") with { Metrics = PatternBody.From(shown) });
        var use = await AppendAsync(Sample.Use(pattern.PatternId, 2) with { MatchId = Match });
        (await Feedback.JudgedAsync(10, Forever)).ShouldBeEmpty();

        await ReportAsync(use, UseOutcome.Success, 3);

        (await Feedback.JudgedAsync(10, Forever))
            .ShouldHaveSingleItem()
            .ShouldBe(new JudgedResult(shown, UseOutcome.Success, Sample.Start.AddMinutes(3)));
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
                new ConfidenceInputs(i / 1200.0, 0.5, 0.5, 0.5, 0.5, 0.5),
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
        string? intent = null
    ) =>
        (
            await Usage.RecordOutcomeAsync(
                new OutcomeEntry(
                    use.PatternId,
                    use.UseId,
                    outcome,
                    Sample.Start.AddMinutes(minute),
                    Intent: intent
                ),
                Forever
            )
        ).ShouldBe(OutcomeResult.Recorded);

    private async Task<IReadOnlyList<string>> IntentsAsync() =>
        (await Feedback.PastIntentsAsync([pattern.PatternId], Forever)).GetValueOrDefault(
            pattern.PatternId
        ) ?? [];

    [ConformanceFact]
    public async Task The_last_tuned_vectors_of_a_lexicon_are_found_by_those_who_have_older_ones()
    {
        var first = new TunedVectors("lexicon", "v1", Sample.Start, 100, [1, 2, 0, 255]);
        var second = first with { TunedAt = Sample.Start.AddDays(1), Content = null };
        await Feedback.SaveTunedVectorsAsync(first, Forever);
        var found = await FoundAsync(DateTimeOffset.UnixEpoch);
        found!.Content.ShouldBe(first.Content);
        (found with { Content = first.Content }).ShouldBe(first);

        await Feedback.SaveTunedVectorsAsync(second, Forever);
        await Feedback.SaveTunedVectorsAsync(second with { Lexicon = "other" }, Forever);

        (await FoundAsync(first.TunedAt)).ShouldBe(second);
        (await FoundAsync(second.TunedAt)).ShouldBeNull();
        (await Feedback.TunedVectorsAsync("lexicon", "v2", first.TunedAt, Forever)).ShouldBeNull();

        Task<TunedVectors?> FoundAsync(DateTimeOffset after) =>
            Feedback.TunedVectorsAsync("lexicon", "v1", after, Forever);
    }

    [ConformanceFact]
    public async Task Vectors_that_one_server_tuned_rank_on_every_other_and_need_no_second_tuning()
    {
        var running = OpenServer();
        await StarterCatalogue.AddAsync(
            Server.GetRequiredService<Catalogue>(),
            new Actor("test", IsAdministrator: true),
            Forever
        );
        await running.GetRequiredService<CatalogueIndex>().SynchronizeAsync(Forever);
        await Server.GetRequiredService<CatalogueTuning>().TuneAsync(Forever);
        var tuned = Server.GetRequiredService<MatchIndex>();
        tuned.IsTuned.ShouldBeTrue();

        (await running.GetRequiredService<CatalogueTuning>().IsDueAsync(Forever)).ShouldBeFalse();
        var restarted = OpenServer();
        await restarted.GetRequiredService<CatalogueIndex>().SynchronizeAsync(Forever);

        foreach (var server in (ServiceProvider[])[running, restarted])
        {
            var index = server.GetRequiredService<MatchIndex>();
            (index.IsTuned, index.LexiconName).ShouldBe((true, tuned.LexiconName));
        }
        (await restarted.GetRequiredService<CatalogueTuning>().IsDueAsync(Forever)).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task Tuned_vectors_that_cannot_be_read_are_as_good_as_none()
    {
        await Feedback.SaveTunedVectorsAsync(
            new(Lexicon.Default.Name, TextAnalyzer.Version, Sample.Start, 1, [1, 2, 3]),
            Forever
        );
        await SaveAsync(Sample.Insert(pattern));

        await Server.GetRequiredService<CatalogueIndex>().SynchronizeAsync(Forever);

        Server.GetRequiredService<MatchIndex>().IsTuned.ShouldBeFalse();
        (await Server.GetRequiredService<CatalogueTuning>().IsDueAsync(Forever)).ShouldBeTrue();
    }
}
