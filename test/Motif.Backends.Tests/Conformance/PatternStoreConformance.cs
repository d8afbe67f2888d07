using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IPatternStore"/> does this.</summary>
public abstract class PatternStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    [ConformanceFact]
    public async Task Ids_are_found_by_their_beginning_in_ascending_order()
    {
        Pattern[] patterns = [.. Enumerable.Range(0, 40).Select(i => Sample.Pattern($"p{i}"))];
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        foreach (var digits in (string[])["", .. "0123456789abcdef".Select(d => $"{d}")])
        {
            var prefix = new IdPrefix(
                Guid.ParseExact(digits.PadRight(32, '0'), "N"),
                Guid.ParseExact(digits.PadRight(32, 'f'), "N")
            );
            var expected = patterns
                .Select(p => p.PatternId)
                .Where(i => $"{i}".StartsWith(digits, StringComparison.Ordinal))
                .OrderBy(i => $"{i}", StringComparer.Ordinal)
                .Take(30);

            (await Patterns.IdsAsync(prefix, 30, Forever)).ShouldBe(expected);
        }
    }

    [ConformanceFact]
    public async Task A_saved_pattern_is_found_as_it_was_saved()
    {
        var pattern = Sample.Pattern("all fields", PatternKind.Code) with
        {
            PatternType = "function_pattern",
            Description = "What it does\nin two lines",
            Tags = ["async", "io"],
            Status = PatternStatus.Deprecated,
            Quality = Quality.Measure("graded", [("z", 1, .25), ("a", 2, null), ("m", 3, .1)]),
            Body = Sample.Json("""{"b":[1,2.5,-0.125,{"c":null}],"a":"ünï","t":true}"""),
            UpdatedAt = Sample.Start.AddTicks(1_234_560),
        };
        await SaveAsync(Sample.Insert(pattern));

        ShouldBeSame(await Patterns.FindAsync(pattern.PatternId, Forever), pattern);
        ShouldBeSame(
            (await Patterns.FindManyAsync([pattern.PatternId], Forever)).ShouldHaveSingleItem(),
            pattern
        );
    }

    [ConformanceFact]
    public async Task What_is_not_there_is_not_found()
    {
        var known = Sample.Pattern("known");
        await SaveAsync(Sample.Insert(known));
        var unknown = PatternId.For(PatternKind.Code, "unknown");

        (await Patterns.FindAsync(unknown, Forever)).ShouldBeNull();
        (await Patterns.FindManyAsync([], Forever)).ShouldBeEmpty();
        (await Patterns.FindManyAsync([unknown, known.PatternId, known.PatternId], Forever))
            .Select(p => p.PatternId)
            .ShouldBe([known.PatternId]);
        (await Patterns.HistoryAsync(unknown, Forever)).ShouldBeEmpty();
        (await Patterns.PurgeAsync(unknown, Forever)).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task A_batch_with_one_stale_version_writes_nothing()
    {
        var first = Sample.Pattern("first");
        await SaveAsync(Sample.Insert(first));
        var second = Sample.Pattern("second");

        var conflicts = await Patterns.SaveAsync(
            [Sample.Insert(second), Sample.Update(first with { Version = 7, Name = "changed" })],
            Forever
        );

        conflicts.ShouldBe([first.PatternId]);
        (await Patterns.FindAsync(second.PatternId, Forever)).ShouldBeNull();
        (await Patterns.FindAsync(first.PatternId, Forever))!.Name.ShouldBe(first.Name);
        (await Patterns.HistoryAsync(first.PatternId, Forever)).Count.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Inserting_what_is_there_and_updating_what_is_not_are_conflicts()
    {
        var pattern = Sample.Pattern("here");
        await SaveAsync(Sample.Insert(pattern));
        var missing = Sample.Pattern("missing");

        (await Patterns.SaveAsync([Sample.Insert(pattern)], Forever)).ShouldBe([pattern.PatternId]);
        (await Patterns.SaveAsync([Sample.Update(missing)], Forever)).ShouldBe([missing.PatternId]);
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task A_pattern_twice_in_one_batch_is_refused()
    {
        var write = Sample.Insert(Sample.Pattern("twice"));
        await Should.ThrowAsync<ArgumentException>(() =>
            Patterns.SaveAsync([write, write], Forever)
        );
    }

    [ConformanceFact]
    public async Task An_update_replaces_the_content_and_keeps_the_ledger()
    {
        var pattern = Sample.Pattern("changing") with { Tags = ["old"] };
        await SaveAsync(Sample.Insert(pattern));
        await Usage.AppendAsync([Sample.Use(pattern.PatternId, 1)], Forever);
        var changed = pattern with
        {
            Name = "Zebra",
            Description = "stripes",
            Tags = ["new"],
            Body = Sample.Json("""{"x":1}"""),
            UpdatedAt = Sample.Start.AddHours(1),
        };
        await SaveAsync(Sample.Update(changed));

        var stored = (await Patterns.FindAsync(pattern.PatternId, Forever))!;
        stored.Version.ShouldBe(2);
        stored.Usage.Uses.ShouldBe(1);
        ShouldBeSame(stored with { Usage = UsageSummary.None }, changed with { Version = 2 });
        (await FoundAsync(new PatternQuery { Search = "zeb stri" })).ShouldBe([pattern.PatternId]);
        (await FoundAsync(new PatternQuery { Search = "changing" })).ShouldBeEmpty();
        (await FoundAsync(new PatternQuery { Tags = ["new"] })).ShouldBe([pattern.PatternId]);
        (await FoundAsync(new PatternQuery { Tags = ["old"] })).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_quality_measured_again_makes_no_version()
    {
        var pattern = Sample.Pattern("measured");
        await SaveAsync(Sample.Insert(pattern));
        var measured = pattern with { Quality = Quality.Measure("graded", [("a", 1, .5)]) };
        await SaveAsync(new PatternWrite(measured, 1, null));

        ShouldBeSame(await Patterns.FindAsync(pattern.PatternId, Forever), measured);
        (await Patterns.HistoryAsync(pattern.PatternId, Forever)).Count.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Patterns_may_exchange_their_keys_in_one_batch()
    {
        var one = Sample.Pattern("one");
        var two = Sample.Pattern("two");
        await SaveAsync(Sample.Insert(one), Sample.Insert(two));
        await SaveAsync(
            Sample.Update(one with { Key = "two" }),
            Sample.Update(two with { Key = "one" })
        );

        (await Patterns.FindAsync(one.PatternId, Forever))!.Key.ShouldBe("two");
        (await Patterns.FindAsync(two.PatternId, Forever))!.Key.ShouldBe("one");
    }

    [ConformanceFact]
    public async Task A_key_of_another_pattern_is_a_conflict()
    {
        var one = Sample.Pattern("one");
        var two = Sample.Pattern("two");
        await SaveAsync(Sample.Insert(one), Sample.Insert(two));

        (await Patterns.SaveAsync([Sample.Update(one with { Key = "two" })], Forever)).ShouldBe([
            one.PatternId,
        ]);
        (await Patterns.FindAsync(one.PatternId, Forever))!.Key.ShouldBe("one");
        var third = Sample.Pattern("three") with { Key = "two" };
        (await Patterns.SaveAsync([Sample.Insert(third)], Forever)).ShouldBe([third.PatternId]);
    }

    [ConformanceFact]
    public async Task The_outcomes_of_a_type_are_the_prior_of_its_patterns_and_follow_them()
    {
        var used = Sample.Pattern("used") with { PatternType = "first_type" };
        var fresh = Sample.Pattern("fresh") with { PatternType = "first_type" };
        var other = Sample.Pattern("other") with { PatternType = "second_type" };
        await SaveAsync(Sample.Insert(used), Sample.Insert(fresh), Sample.Insert(other));
        await Usage.AppendAsync(
            [
                Sample.Use(used.PatternId, 1, outcome: UseOutcome.Success),
                Sample.Use(used.PatternId, 2, outcome: UseOutcome.Success),
                Sample.Use(used.PatternId, 3, outcome: UseOutcome.Failure),
            ],
            Forever
        );
        await PriorShouldBe(fresh, MeanOfOne(2, 1));
        await PriorShouldBe(other, .5);

        await SaveAsync(Sample.Update(used with { PatternType = "second_type" }));
        await PriorShouldBe(fresh, .5);
        await PriorShouldBe(other, MeanOfOne(2, 1));

        (await Patterns.PurgeAsync(used.PatternId, Forever)).ShouldBeTrue();
        await PriorShouldBe(other, .5);
    }

    [ConformanceFact]
    public async Task History_is_newest_first_and_keeps_every_version_whole()
    {
        var parent = Sample.Pattern("parent");
        var pattern = Sample.Pattern("child") with
        {
            Tags = ["a"],
            Body = Sample.Json("""{"v":1}"""),
        };
        var created = Sample.Version(pattern) with
        {
            ParentIds = [parent.PatternId],
            Note = "a note",
            Actor = "somebody",
        };
        await SaveAsync(Sample.Insert(parent), new PatternWrite(pattern, 0, created));
        var changed = pattern with
        {
            Name = "Other",
            Body = Sample.Json("""{"v":2}"""),
            UpdatedAt = Sample.Start.AddDays(1),
        };
        await SaveAsync(Sample.Update(changed));

        var history = await Patterns.HistoryAsync(pattern.PatternId, Forever);
        history.Select(h => h.Version).ShouldBe([2, 1]);
        history[0].Event.ShouldBe(VersionEvent.Edited);
        history[0].At.ShouldBe(changed.UpdatedAt);
        history[1].ParentIds.ShouldBe([parent.PatternId]);
        (history[1].Note, history[1].Actor).ShouldBe(("a note", "somebody"));
        history[1].Snapshot.Hash().ShouldBe(PatternContent.Of(pattern).Hash());
        history[0].Snapshot.Hash().ShouldBe(PatternContent.Of(changed).Hash());

        var recent = await Patterns.RecentAsync(2, Forever);
        recent.Count.ShouldBe(2);
        (recent[0].PatternId, recent[0].Version).ShouldBe((pattern.PatternId, 2));
    }

    [ConformanceFact]
    public async Task Purging_takes_everything_that_belongs_to_the_pattern()
    {
        var pattern = Sample.Pattern("gone") with { Tags = ["gone"] };
        var other = Sample.Pattern("stays");
        await SaveAsync(Sample.Insert(pattern), Sample.Insert(other));
        await Usage.AppendAsync([Sample.Use(pattern.PatternId, 1)], Forever);
        await Relationships.SaveAsync(
            new(pattern.PatternId, RelationshipType.Uses, other.PatternId, null, new(1)),
            Forever
        );
        await Relationships.SaveAsync(
            new(other.PatternId, RelationshipType.Extends, pattern.PatternId, null, new(1)),
            Forever
        );

        (await Patterns.PurgeAsync(pattern.PatternId, Forever)).ShouldBeTrue();

        (await Patterns.FindAsync(pattern.PatternId, Forever)).ShouldBeNull();
        (await Patterns.HistoryAsync(pattern.PatternId, Forever)).ShouldBeEmpty();
        (await Usage.ListAsync(pattern.PatternId, null, 10, Forever)).ShouldBeEmpty();
        (
            await Relationships.OfAsync(other.PatternId, RelationshipDirection.Both, Forever)
        ).ShouldBeEmpty();
        (await FoundAsync(new PatternQuery { Search = "gone" })).ShouldBeEmpty();
        (await FoundAsync(new PatternQuery { Tags = ["gone"] })).ShouldBeEmpty();
        var counts = await Patterns.CountAsync(Forever);
        (counts.Patterns, counts.Uses, counts.Relationships).ShouldBe((1, 0, 0));
        await SaveAsync(Sample.Insert(pattern));
    }

    /// <summary>The mean of a type of which one pattern has outcomes, all of one actor and day.</summary>
    private static double MeanOfOne(long successes, long failures)
    {
        var all = successes + failures;
        var (good, weight) = OutcomeWeight.InItsType(
            OutcomeWeight.Of(successes, all),
            OutcomeWeight.Of(failures, all)
        );
        const double Unit = OutcomeWeight.Unit;
        return SuccessPosterior.TypeMean(good / Unit, weight / Unit);
    }

    private async Task PriorShouldBe(Pattern pattern, double mean) =>
        (await Patterns.FindAsync(pattern.PatternId, Forever))!.Success.PriorMean.ShouldBe(mean);
}
