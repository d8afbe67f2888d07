using System.Text.Json;
using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IUsageStore"/> does this.</summary>
public abstract class UsageStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private readonly Pattern pattern = Sample.Pattern("used");

    [ConformanceFact]
    public async Task Ids_of_uses_and_of_matches_are_found_by_their_beginning()
    {
        var other = Sample.Pattern("other");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(other));
        Guid[] matches =
        [
            new("01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e44"),
            new("01998a5e-5f3d-7c11-8d5e-2f0a6c1b9e44"),
        ];
        Use[] shown =
        [
            .. matches.Select((m, i) => Shown(pattern, i, $"{m}")),
            Shown(other, 2, "01998a5e-5f3e-7c11-8d5e-2f0a6c1b9e44"),
            Shown(pattern, 3, "01998a5e-5f3c-a key of its own"),
        ];
        var byHand = Shown(pattern, 4, "01998a5e-5f40-7c11-8d5e-2f0a6c1b9e44");
        await Usage.AppendAsync([.. shown, byHand with { Metrics = null }], Forever);
        var id = pattern.PatternId;

        (await Usage.MatchIdsAsync(id, Prefix("01998a5e"), 5, Forever)).ShouldBe(matches);
        (await Usage.MatchIdsAsync(id, Prefix("01998a5e"), 1, Forever)).ShouldBe(matches[..1]);
        (await Usage.MatchIdsAsync(id, Prefix("01998a5e5f3d"), 5, Forever)).ShouldBe(matches[1..]);
        (await Usage.MatchIdsAsync(id, Prefix("01998a5e5f3e"), 5, Forever)).ShouldBeEmpty();
        (await Usage.UseIdsAsync(id, IdPrefix.Of(shown[1].UseId), 5, Forever)).ShouldBe([
            shown[1].UseId,
        ]);
        (await Usage.UseIdsAsync(id, IdPrefix.Of(shown[2].UseId), 5, Forever)).ShouldBeEmpty();

        static Use Shown(Pattern pattern, int minute, string key) =>
            Sample.Use(pattern.PatternId, minute, UseAction.Exposed, key) with
            {
                Metrics = Sample.Json("""{"confidence":0.5}"""),
            };
        static IdPrefix Prefix(string digits) => IdPrefix.Parse(digits)!.Value;
    }

    [ConformanceFact]
    public async Task An_exposure_has_no_outcome()
    {
        await SaveAsync(Sample.Insert(pattern));
        var shown = Sample.Use(pattern.PatternId, 1, UseAction.Exposed);
        await Usage.AppendAsync([shown], Forever);
        var outcome = new OutcomeEntry(
            pattern.PatternId,
            shown.UseId,
            UseOutcome.Success,
            Sample.Start
        );

        (await Usage.RecordOutcomeAsync(outcome, Forever)).ShouldBe(OutcomeResult.UnknownUse);
    }

    [ConformanceFact]
    public async Task Uses_are_stored_whole_and_counted_by_action()
    {
        await SaveAsync(Sample.Insert(pattern));
        var whole = Sample.Use(pattern.PatternId, 3, key: "k", outcome: UseOutcome.Failure) with
        {
            Context = "where",
            Metrics = Sample.Json("""{"latency_ms":12.5}"""),
        };
        Use[] uses =
        [
            Sample.Use(pattern.PatternId, 0, UseAction.Exposed),
            Sample.Use(pattern.PatternId, 1, UseAction.Exposed),
            Sample.Use(pattern.PatternId, 2, UseAction.Reserved),
            whole,
            Sample.Use(pattern.PatternId, 4, UseAction.Released),
        ];

        var (stored, unknown) = await Usage.AppendAsync(uses, Forever);

        unknown.ShouldBeEmpty();
        stored.ShouldAllBe(s => s.IsNew);
        stored.Select(s => Json(s.Use)).ShouldBe(uses.Select(Json));
        (await Usage.ListAsync(pattern.PatternId, null, 10, Forever))
            .Select(Json)
            .ShouldBe(uses.Reverse().Select(Json));
        var counted = (await Patterns.FindAsync(pattern.PatternId, Forever))!;
        counted.Usage.ShouldBe(new UsageSummary(1, 2, whole.At));
        (counted.Success.Successes, counted.Success.Failures).ShouldBe((0, 1));
    }

    [ConformanceFact]
    public async Task A_use_of_an_unknown_pattern_writes_nothing()
    {
        await SaveAsync(Sample.Insert(pattern));
        var nobody = PatternId.For(PatternKind.Code, "nobody");
        var (stored, unknown) = await Usage.AppendAsync(
            [Sample.Use(pattern.PatternId, 1), Sample.Use(nobody, 2), Sample.Use(nobody, 3)],
            Forever
        );
        stored.ShouldBeEmpty();
        unknown.ShouldBe([nobody]);
        (await Usage.ListAsync(pattern.PatternId, null, 10, Forever)).ShouldBeEmpty();
        (await Patterns.FindAsync(pattern.PatternId, Forever))!.Usage.ShouldBe(UsageSummary.None);
    }

    [ConformanceFact]
    public async Task The_same_idempotency_key_is_the_first_entry_again_but_only_on_its_pattern()
    {
        var other = Sample.Pattern("other");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(other));
        var first = Sample.Use(pattern.PatternId, 1, key: "same");
        var (stored, _) = await Usage.AppendAsync(
            [
                first,
                Sample.Use(pattern.PatternId, 2, key: "same"),
                Sample.Use(other.PatternId, 3, key: "same"),
                Sample.Use(pattern.PatternId, 4),
                Sample.Use(pattern.PatternId, 5),
            ],
            Forever
        );
        stored.Select(s => s.IsNew).ShouldBe([true, false, true, true, true]);
        stored[1].Use.UseId.ShouldBe(first.UseId);

        var (again, _) = await Usage.AppendAsync(
            [Sample.Use(pattern.PatternId, 6, key: "same"), first],
            Forever
        );
        again.ShouldAllBe(s => !s.IsNew && s.Use.UseId == first.UseId);
        (await Patterns.FindAsync(pattern.PatternId, Forever))!.Usage.Uses.ShouldBe(3);
        (await Patterns.FindAsync(other.PatternId, Forever))!.Usage.Uses.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task The_last_use_is_the_latest_in_time_not_in_order_of_arrival()
    {
        await SaveAsync(Sample.Insert(pattern));
        await Usage.AppendAsync([Sample.Use(pattern.PatternId, 9)], Forever);
        await Usage.AppendAsync([Sample.Use(pattern.PatternId, 4)], Forever);
        (await Patterns.FindAsync(pattern.PatternId, Forever))!.Usage.LastUsedAt.ShouldBe(
            Sample.Start.AddMinutes(9)
        );
    }

    [ConformanceFact]
    public async Task An_outcome_counts_once()
    {
        var other = Sample.Pattern("other");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(other));
        var use = Sample.Use(pattern.PatternId, 1);
        await Usage.AppendAsync([use], Forever);
        var metrics = Sample.Json("""{"score":0.5}""");

        (await RecordAsync(pattern, use, UseOutcome.Success, metrics)).ShouldBe(
            OutcomeResult.Recorded
        );
        (await RecordAsync(pattern, use, UseOutcome.Success)).ShouldBe(
            OutcomeResult.AlreadyRecorded
        );
        (await RecordAsync(pattern, use, UseOutcome.Failure)).ShouldBe(OutcomeResult.Conflicting);
        (await RecordAsync(other, use, UseOutcome.Success)).ShouldBe(OutcomeResult.UnknownUse);
        (
            await RecordAsync(pattern, use with { UseId = other.PatternId }, UseOutcome.Success)
        ).ShouldBe(OutcomeResult.UnknownUse);

        var success = (await Patterns.FindAsync(pattern.PatternId, Forever))!.Success;
        (success.Successes, success.Failures).ShouldBe((1, 0));
        await LedgerCheck.ShouldAgreeAsync(Server, [pattern.PatternId]);
        var stored = (await Usage.ListAsync(pattern.PatternId, null, 10, Forever)).Single();
        stored.Outcome.ShouldBe(UseOutcome.Success);
        stored.OutcomeAt.ShouldBe(Sample.Start.AddDays(1));
        stored.Metrics!.Value.GetProperty("score").GetDouble().ShouldBe(.5);
    }

    [ConformanceFact]
    public async Task The_ledger_pages_backwards_in_time()
    {
        await SaveAsync(Sample.Insert(pattern));
        // Fifteen of one moment stand across the pages.
        var uses = Enumerable
            .Range(0, 25)
            .Select(i => Sample.Use(pattern.PatternId, i))
            .Select(
                (use, i) => i < 5 || i >= 20 ? use : use with { At = Sample.Start.AddMinutes(9) }
            )
            .OrderByDescending(u => u.At)
            .ThenByDescending(u => u.UseId)
            .ToList();
        await Usage.AppendAsync(uses, Forever);
        var read = new List<Guid>();
        for (UsePosition? before = null; ; )
        {
            var page = await Usage.ListAsync(pattern.PatternId, before, 10, Forever);
            read.AddRange(page.Select(u => u.UseId));
            if (page.Count == 0)
                break;
            before = UsePosition.Of(page[^1]);
        }
        read.ShouldBe(uses.Select(u => u.UseId));
    }

    [ConformanceFact]
    public async Task A_report_sums_days_and_actors_within_the_window()
    {
        var other = Sample.Pattern("other");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(other));
        var now = Sample.Start;
        Use At(double days, string actor, UseAction action, UseOutcome? outcome = null) =>
            Sample.Use(pattern.PatternId, (int)(days * 1440), action, outcome: outcome) with
            {
                Actor = actor,
                At = now.AddDays(days),
            };
        await Usage.AppendAsync(
            [
                At(-20, "old", UseAction.Applied),
                At(-9, "b", UseAction.Applied, UseOutcome.Failure),
                At(-2, "b", UseAction.Applied, UseOutcome.Success),
                At(-2.1, "a", UseAction.Applied),
                At(-1, "b", UseAction.Exposed),
                At(-.6, "b", UseAction.Applied),
                At(0, "future", UseAction.Applied),
                Sample.Use(other.PatternId, 0) with
                {
                    Actor = "c",
                    At = now.AddDays(-1),
                },
            ],
            Forever
        );

        var report = await Usage.ReportAsync(pattern.PatternId, now.AddDays(-10), now, Forever);

        report.Days.Count.ShouldBe(11);
        report.Days[0].Day.ShouldBe(new DateOnly(2026, 2, 19));
        report.Days[^1].Day.ShouldBe(new DateOnly(2026, 3, 1));
        report
            .Days.Single(d => d.Day == new DateOnly(2026, 2, 27))
            .ShouldBe(new UsageDay(new DateOnly(2026, 2, 27), 2, 0, 1, 0));
        report.Days.Sum(d => d.Uses).ShouldBe(4);
        report.Days.Sum(d => d.Exposures).ShouldBe(1);
        report.Days.Sum(d => d.Failures).ShouldBe(1);
        report.Actors.ShouldBe([
            new ActorUsage("b", 3, now.AddDays(-.6)),
            new ActorUsage("a", 1, now.AddDays(-2.1)),
        ]);
        (report.Last7Days, report.Previous7Days).ShouldBe((3, 1));
        var all = await Usage.ReportAsync(null, now.AddDays(-10), now, Forever);
        all.Days.Sum(d => d.Uses).ShouldBe(5);
        (all.Last7Days, all.Previous7Days).ShouldBe((4, 1));
        all.Actors.Select(a => a.Actor).ShouldBe(["b", "a", "c"]);
    }

    [ConformanceFact]
    public async Task Awkward_text_comes_back_and_what_cannot_be_kept_is_refused()
    {
        await SaveAsync(Sample.Insert(pattern));
        var uses = Sample
            .Awkward.Select(
                (text, i) =>
                    Sample.Use(pattern.PatternId, i, key: text) with
                    {
                        Actor = text,
                        Context = text,
                    }
            )
            .ToList();
        await Usage.AppendAsync(uses, Forever);
        (await Usage.ListAsync(pattern.PatternId, null, 100, Forever))
            .Select(Json)
            .ShouldBe(uses.AsEnumerable().Reverse().Select(Json));
        foreach (var text in Sample.Unstorable)
        {
            var use = Sample.Use(pattern.PatternId, 1000);
            Use[] wrong =
            [
                use with
                {
                    Actor = text,
                },
                use with
                {
                    Context = text,
                },
                use with
                {
                    IdempotencyKey = text,
                },
                use with
                {
                    Metrics = Sample.Json("""{"a":"\u0000"}"""),
                },
            ];
            foreach (var one in wrong)
                await Should.ThrowAsync<ArgumentException>(() => Usage.AppendAsync([one], Forever));
        }
    }

    [ConformanceFact]
    public async Task Patterns_are_ranked_by_a_window_against_the_one_before_it()
    {
        await FillRankedAsync();

        (await RankedAsync(TrendSort.Uses)).ShouldBe(["steady 2 2", "new 1 0", "gone 0 3"]);
        (await RankedAsync(TrendSort.Rising)).ShouldBe(["new 1 0", "steady 2 2", "gone 0 3"]);
        (await RankedAsync(TrendSort.Falling)).ShouldBe(["gone 0 3", "steady 2 2", "new 1 0"]);
        (await RankedAsync(TrendSort.Uses, "b")).ShouldBe(["steady 1 0"]);
    }

    [ConformanceFact]
    public async Task Actors_are_ranked_by_their_uses_and_page_through()
    {
        await FillRankedAsync();
        var window = new UsageWindow(Sample.Start.AddDays(-14), Sample.Start);

        var all = await Usage.RankActorsAsync(window, null, 10, Forever);
        var rest = await Usage.RankActorsAsync(
            window,
            new RankPlace(all[0].Uses, all[0].Actor),
            10,
            Forever
        );

        all.ShouldBe([
            new ActorSummary("a", 7, 0, 1, 0, 3, Sample.Start.AddDays(-1)),
            new ActorSummary("b", 1, 0, 0, 1, 1, Sample.Start.AddDays(-2)),
            new ActorSummary("c", 0, 1, 0, 0, 0, null),
        ]);
        rest.ShouldBe(all.Skip(1));
    }

    private async Task FillRankedAsync()
    {
        await SaveAsync([
            .. ((string[])["steady", "new", "gone"]).Select(k => Sample.Insert(Sample.Pattern(k))),
        ]);
        var number = 0;
        Use At(
            string key,
            double days,
            string actor = "a",
            UseAction action = UseAction.Applied,
            UseOutcome? outcome = null
        ) =>
            Sample.Use(Sample.Pattern(key).PatternId, number++, action, outcome: outcome) with
            {
                Actor = actor,
                At = Sample.Start.AddDays(days),
            };
        await Usage.AppendAsync(
            [
                At("steady", -1, outcome: UseOutcome.Success),
                At("steady", -2, "b", outcome: UseOutcome.Failure),
                At("steady", -8),
                At("steady", -9),
                At("steady", -15),
                At("new", -3),
                At("new", 0),
                At("new", -3, "c", UseAction.Exposed),
                At("gone", -8),
                At("gone", -9),
                At("gone", -14),
            ],
            Forever
        );
    }

    /// <summary>Page by page of one, so that every place is a cursor.</summary>
    private async Task<List<string>> RankedAsync(TrendSort sort, string? actor = null)
    {
        var window = new UsageWindow(Sample.Start.AddDays(-7), Sample.Start);
        var query = new TrendQuery { Sort = sort, Actor = actor };
        var read = new List<string>();
        for (RankPlace? after = null; ; )
        {
            var page = await Usage.RankPatternsAsync(query, window, after, 1, Forever);
            if (page.Count == 0)
                return read;
            var item = page[0];
            read.Add($"{item.Name["Pattern ".Length..]} {item.Uses} {item.PreviousUses}");
            item.Change.ShouldBe(item.Uses - item.PreviousUses);
            var rank = sort switch
            {
                TrendSort.Rising => item.Change,
                TrendSort.Falling => -item.Change,
                _ => item.Uses,
            };
            after = new RankPlace(rank, item.PatternId.ToString("D"));
        }
    }

    private static string Json(Use use) => JsonSerializer.Serialize(use, MotifJson.Options);

    private Task<OutcomeResult> RecordAsync(
        Pattern of,
        Use use,
        UseOutcome outcome,
        JsonElement? metrics = null
    ) =>
        Usage.RecordOutcomeAsync(
            new OutcomeEntry(of.PatternId, use.UseId, outcome, Sample.Start.AddDays(1), metrics),
            Forever
        );
}
