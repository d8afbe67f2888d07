using System.Text.Json;
using Motif.Catalog;
using Motif.Code;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="ICodeStore"/> does this.</summary>
public abstract class CodeStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private readonly Pattern retry = Sample.Pattern("retry", PatternKind.Code);
    private readonly Pattern cache = Sample.Pattern("cache", PatternKind.Code);

    [ConformanceFact]
    public async Task A_scan_is_stored_whole()
    {
        var commit = Commit("one", [retry, cache], [Found(retry, 3), Found(cache, 9)]) with
        {
            Relationships =
            [
                new(
                    retry.PatternId,
                    RelationshipType.Uses,
                    cache.PatternId,
                    null,
                    new(.8),
                    "a.py:4"
                ),
                new(retry.PatternId, RelationshipType.Uses, null, "time.sleep", new(1)),
            ],
        };
        (await Code.CommitAsync(commit, Forever)).ShouldBeEmpty();

        (await Code.FilesAsync("one", Forever)).Values.ShouldBe(commit.Files, ignoreOrder: true);
        Json(await Code.OccurrencesInAsync("one", Forever)).ShouldBe(Json(commit.Occurrences));
        Json(await Code.OccurrencesAsync(retry.PatternId, 10, Forever))
            .ShouldBe(Json<Occurrence[]>([commit.Occurrences[0]]));
        (await EdgesAsync(retry)).ShouldBe(commit.Relationships, ignoreOrder: true);
        Json(await Code.ScanAsync(commit.Scan.ScanId, Forever)).ShouldBe(Json(commit.Scan));
        Json(await Code.ScansAsync(5, Forever)).ShouldBe(Json<CodeScan[]>([commit.Scan]));
        (await Code.PatternsAsync("one", Forever))
            .Select(p => (p.Pattern.PatternId, string.Join(',', p.Repositories)))
            .ShouldBe([(cache.PatternId, "one"), (retry.PatternId, "one")], ignoreOrder: true);
        (await Patterns.HistoryAsync(retry.PatternId, Forever)).Count.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task The_best_are_those_that_many_places_bear_out_and_copies_come_after_them()
    {
        var once = Measured("once", .95);
        var often = Measured("often", .85);
        var copies = Measured("copies", .99);
        var family = Measured("structure/retry/loop///python/1", .96);
        var poor = Measured("poor", .3);
        var unmeasured = Sample.Pattern("unmeasured", PatternKind.Code);
        await CommitAsync(
            Commit(
                "one",
                [once, often, copies, family, poor, unmeasured],
                [
                    Found(once, 1),
                    .. Enumerable.Range(0, 16).Select(i => Found(often, 10 + (i * 10))),
                    .. Enumerable
                        .Range(0, 16)
                        .Select(i => Found(copies, 15 + (i * 10)) with { Rule = "structure" }),
                    .. Enumerable.Range(0, 16).Select(i => Found(family, 17 + (i * 10))),
                    Found(poor, 500),
                    Found(unmeasured, 600),
                ]
            )
        );

        (await KeysAsync(PatternSort.Best)).ShouldBe([
            "often",
            family.Key,
            "once",
            "poor",
            "copies",
            "unmeasured",
        ]);
        (await KeysAsync(PatternSort.Quality)).ShouldBe([
            "copies",
            family.Key,
            "once",
            "often",
            "poor",
            "unmeasured",
        ]);

        Pattern Measured(string key, double complexity) =>
            Sample.Pattern(key, PatternKind.Code) with
            {
                Quality = Quality.Measure("graded", [("complexity", .3, complexity)]),
            };
    }

    /// <summary>Page by page, so that every cursor is used.</summary>
    private async Task<List<string>> KeysAsync(PatternSort sort)
    {
        var keys = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Patterns.ListAsync(
                new()
                {
                    Kind = PatternKind.Code,
                    Sort = sort,
                    Limit = 2,
                    Cursor = cursor,
                },
                Forever
            );
            keys.AddRange(page.Items.Select(p => p.Key));
            cursor = page.NextCursor;
        } while (cursor is not null);
        return keys;
    }

    [ConformanceFact]
    public async Task What_was_never_scanned_is_empty()
    {
        (await Code.FilesAsync("none", Forever)).ShouldBeEmpty();
        (await Code.PatternsAsync("none", Forever)).ShouldBeEmpty();
        (await Code.OccurrencesInAsync("none", Forever)).ShouldBeEmpty();
        (await Code.OccurrencesAsync(retry.PatternId, 5, Forever)).ShouldBeEmpty();
        (await Code.ScansAsync(5, Forever)).ShouldBeEmpty();
        (await Code.ScanAsync(retry.PatternId, Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task A_second_scan_replaces_files_occurrences_and_relationships_of_its_repository_only()
    {
        await CommitAsync(Commit("one", [retry, cache], [Found(retry, 3), Found(cache, 9)]));
        await CommitAsync(Commit("two", [], [Found(retry, 3, "two")], scan: 2));
        var moved = Commit("one", [], [Found(retry, 5)], scan: 3) with
        {
            Files = [new("new.py", "h2", "python", 4, "broken at line 2")],
        };
        await CommitAsync(moved);

        Json(await Code.OccurrencesInAsync("one", Forever)).ShouldBe(Json(moved.Occurrences));
        (await Code.FilesAsync("one", Forever)).Values.ShouldBe(moved.Files);
        (await Code.OccurrencesInAsync("two", Forever)).Count.ShouldBe(1);
        (await Code.OccurrencesAsync(cache.PatternId, 5, Forever)).ShouldBeEmpty();
        (await Code.PatternsAsync("one", Forever))
            .ShouldHaveSingleItem()
            .Repositories.ShouldBe(["one", "two"]);
        (await Code.ScansAsync(2, Forever)).Select(s => s.ScanId).ShouldBe([Id(3), Id(2)]);
    }

    [ConformanceFact]
    public async Task A_relationship_stays_while_any_repository_or_person_sees_it()
    {
        var seen = new Relationship(
            retry.PatternId,
            RelationshipType.Uses,
            cache.PatternId,
            null,
            new(.8)
        );
        var stated = new Relationship(
            cache.PatternId,
            RelationshipType.Uses,
            null,
            "redis",
            new(1),
            "by hand"
        );
        await CommitAsync(Commit("one", [retry, cache], []) with { Relationships = [seen] });
        await Relationships.SaveAsync(stated, Forever);
        await CommitAsync(
            Commit("two", [], [], scan: 2) with
            {
                Relationships = [seen, stated with { Confidence = new(.1), Evidence = "b.py:1" }],
            }
        );
        (await EdgesAsync(cache)).ShouldBe([stated]);

        await CommitAsync(Commit("one", [], [], scan: 3));
        (await EdgesAsync(retry)).ShouldBe([seen]);
        await CommitAsync(Commit("two", [], [], scan: 4));
        (await EdgesAsync(retry)).ShouldBeEmpty();
        (await EdgesAsync(cache)).ShouldBe([stated]);
    }

    [ConformanceFact]
    public async Task Patterns_are_listed_and_counted_by_the_repositories_they_stand_in()
    {
        await CommitAsync(
            Commit("one", [retry, cache], [Found(retry, 3), Found(retry, 9), Found(cache, 20)])
        );
        await CommitAsync(Commit("two", [], [Found(retry, 3, "two")], scan: 2));
        (await FoundAsync(new() { Repositories = ["two", "none"] })).ShouldBe([retry.PatternId]);
        (await FoundAsync(new() { Repositories = ["one", "two"] })).Count.ShouldBe(2);
        (await RepositoriesAsync(["none"])).ShouldBe([("one", 2), ("two", 1), ("none", 0)]);

        await CommitAsync(Commit("two", [], [], scan: 3));
        await CommitAsync(Commit("one", [], [Found(retry, 9)], scan: 4));
        (await RepositoriesAsync([])).ShouldBe([("one", 1)]);
        (await FoundAsync(new() { Repositories = ["two"] })).ShouldBeEmpty();
    }

    private async Task<IEnumerable<(string, long)>> RepositoriesAsync(string[] selected)
    {
        var facets = await Patterns.FacetsAsync(
            new FacetQuery
            {
                Filters = new() { Repositories = selected },
                Facets = [PatternFacet.Repository],
            },
            Forever
        );
        return facets.Facets[0].Values.Select(v => (v.Value, v.Patterns));
    }

    [ConformanceFact]
    public async Task Copies_are_listed_by_what_they_cost_page_by_page_until_the_next_scan()
    {
        DuplicateGroup[] groups = [.. Enumerable.Range(1, 7).Select(i => Copies("one", i))];
        await CommitAsync(Commit("one", [retry], []) with { Duplicates = groups });
        await CommitAsync(Commit("two", [], [], scan: 2) with { Duplicates = [Copies("two", 9)] });

        var listed = new List<DuplicateGroup>();
        for (var query = new DuplicateQuery { Repository = "one", Limit = 3 }; ; )
        {
            var page = await Code.DuplicatesAsync(query, Forever);
            (page.Total, page.TotalRedundantLines).ShouldBe((7, groups.Sum(g => g.RedundantLines)));
            listed.AddRange(page.Items);
            if (page.NextCursor is null)
                break;
            query = query with { Cursor = page.NextCursor };
        }
        Json(listed).ShouldBe(Json(groups.OrderByDescending(g => g.RedundantLines).ToList()));
        Json(await Code.DuplicateAsync(groups[2].DuplicateId, Forever)).ShouldBe(Json(groups[2]));
        await Should.ThrowAsync<FormatException>(() =>
            Code.DuplicatesAsync(new() { Cursor = "x" }, Forever)
        );
        foreach (
            var (query, count) in (IEnumerable<(DuplicateQuery, int)>)
                [
                    (new(), 8),
                    (new() { Path = "src/a_5.py" }, 1),
                    (new() { Path = "src" }, 8),
                    (new() { Path = "sr" }, 0),
                    (new() { Path = "src/%" }, 0),
                    (new() { Language = "csharp" }, 0),
                    (new() { MinLines = 18 }, 3),
                ]
        )
            (await Code.DuplicatesAsync(query, Forever)).Total.ShouldBe(count, $"{query}");

        await CommitAsync(
            Commit("one", [], [], scan: 3) with
            {
                Duplicates = [groups[4], Copies("one", 8)],
            }
        );
        (await Code.DuplicatesAsync(new() { Repository = "one" }, Forever))
            .Items.Select(g => g.Lines)
            .ShouldBe([40, 25]);
        (await Code.DuplicateAsync(groups[2].DuplicateId, Forever)).ShouldBeNull();

        await Code.ForgetAsync(new RepositoryRemoval("one", []), Forever);
        (await Code.DuplicatesAsync(new(), Forever))
            .Items.ShouldHaveSingleItem()
            .Repository.ShouldBe("two");
    }

    [ConformanceFact]
    public async Task The_trend_tells_what_each_scan_left_behind()
    {
        var better = retry with { Quality = Measured(.75) };
        var poorer = cache with { Quality = Measured(.25) };
        await CommitAsync(Commit("one", [better, poorer], [Found(retry, 3), Found(cache, 9)]));
        await CommitAsync(Commit("two", [], [], scan: 2));
        await CommitAsync(Commit("one", [], [Found(retry, 3)], scan: 3));

        var trend = await Code.TrendAsync("one", 10, Forever);
        trend.Select(t => (t.ScanId, t.MeanQuality)).ShouldBe([(Id(1), .5), (Id(3), .75)]);
        (await Code.TrendAsync(null, 2, Forever))
            .Select(t => (t.ScanId, t.MeanQuality))
            .ShouldBe([(Id(2), null), (Id(3), .75)]);
        (await Code.TrendAsync("none", 2, Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task The_place_of_a_file_is_that_of_the_last_scan()
    {
        var commit = Commit("one", [retry], [Found(retry, 3), Found(retry, 9)]);
        await CommitAsync(commit);
        var file = commit.Occurrences[0].File;
        (await Code.OccurrencesAtAsync(retry.PatternId, "one", file, Forever))
            .Select(o => o.StartLine)
            .ShouldBe([3, 9]);
        (await Code.OccurrencesAtAsync(retry.PatternId, "two", file, Forever)).ShouldBeEmpty();
        var scanned = commit.Files[0];
        (await Code.SourceAsync("one", scanned.Path, Forever)).ShouldBe(
            new ScannedSource(commit.Scan.Root, scanned.ContentHash, commit.Scan.StartedAt)
        );
        (await Code.SourceAsync("one", "none.py", Forever)).ShouldBeNull();
        (await Code.SourceAsync("two", scanned.Path, Forever)).ShouldBeNull();
    }

    private static Quality Measured(double score) => Quality.Measure("m", [("a", 1, score)]);

    /// <summary>Two places of <paramref name="size"/> times 2.5 lines together.</summary>
    private static DuplicateGroup Copies(string repository, int size) =>
        new(
            PatternId.For(PatternKind.Code, $"copies {repository} {size}"),
            repository,
            "python",
            "`a` ≈ `b`",
            2,
            2,
            5 * size,
            2 * size,
            .75,
            [
                new DuplicateCopy($"src/a_{size}.py", 1, 3 * size, "a", 3 * size, 1),
                new DuplicateCopy("src/b.py", 1, 2 * size, "C.b", 2 * size, .75),
            ]
        );

    [ConformanceFact]
    public async Task A_conflict_leaves_everything_as_it_was()
    {
        await CommitAsync(Commit("one", [retry], [Found(retry, 3)]));
        var stale = Commit("one", [], [Found(retry, 7)], scan: 2) with
        {
            Patterns = [Sample.Update(retry with { Version = 4 })],
        };
        (await Code.CommitAsync(stale, Forever)).ShouldBe([retry.PatternId]);
        (await Code.OccurrencesInAsync("one", Forever)).Single().StartLine.ShouldBe(3);
        (await Code.ScanAsync(Id(2), Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Occurrences_are_in_the_order_of_repository_file_and_line()
    {
        Occurrence[] found =
        [
            Found(retry, 9, "one") with
            {
                File = "b.py",
            },
            Found(retry, 10, "one") with
            {
                File = "a.py",
            },
            Found(retry, 2, "one") with
            {
                File = "a.py",
            },
            Found(retry, 2, "one") with
            {
                File = "B.py",
            },
        ];
        await CommitAsync(Commit("one", [retry], found));
        await CommitAsync(Commit("a repository", [], [Found(retry, 1, "a repository")], scan: 2));
        (await Code.OccurrencesInAsync("one", Forever))
            .Select(o => (o.File, o.StartLine))
            .ShouldBe([("B.py", 2), ("a.py", 2), ("a.py", 10), ("b.py", 9)]);
        (await Code.OccurrencesAsync(retry.PatternId, 3, Forever))
            .Select(o => (o.Repository, o.File, o.StartLine))
            .ShouldBe([("a repository", "a.py", 1), ("one", "B.py", 2), ("one", "a.py", 2)]);
    }

    [ConformanceFact]
    public async Task A_large_scan_is_committed_and_read_back()
    {
        var found = Enumerable.Range(0, 5000).Select(i => Found(retry, i + 1, "big")).ToArray();
        var files = Enumerable
            .Range(0, 2500)
            .Select(i => new ScannedFile($"f{i}.py", "h", "python", 1, null))
            .ToArray();
        await CommitAsync(Commit("big", [retry], found) with { Files = files });
        (await Code.OccurrencesInAsync("big", Forever)).Count.ShouldBe(5000);
        (await Code.FilesAsync("big", Forever)).Count.ShouldBe(2500);
    }

    [ConformanceFact]
    public async Task What_is_other_than_at_the_scan_before_is_kept_with_the_scan()
    {
        var commit = Commit("one", [retry], [Found(retry, 3)]);
        var none = new ChangedPatterns(0, []);
        var changes = new ScanChanges(
            Id(9),
            1,
            -20,
            0,
            1,
            0,
            new(1, [new(retry.PatternId, "retry", null, .5)]),
            none,
            none,
            none,
            [new("two", 3)]
        );
        await CommitAsync(commit with { Scan = commit.Scan with { Changes = changes } });
        await CommitAsync(Commit("two", [], [], scan: 2));
        Json((await Code.ScanAsync(Id(1), Forever))!.Changes).ShouldBe(Json(changes));
        (await Code.LastScanAsync("one", Forever))!.ScanId.ShouldBe(Id(1));
        (await Code.LastScanAsync("two", Forever))!.Changes.ShouldBeNull();
        (await Code.LastScanAsync("three", Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Repositories_are_listed_with_their_place_and_what_they_hold()
    {
        (await Code.RepositoriesAsync(Forever)).ShouldBeEmpty();
        await CommitAsync(Commit("two", [retry, cache], [Found(retry, 3, "two")]));
        await CommitAsync(
            Commit("One", [], [], scan: 2) with
            {
                Files = [new(".motif", "h", ScannedFile.SettingLanguage, 0, null)],
            }
        );
        (await Code.RepositoriesAsync(Forever)).ShouldBe([
            new("One", "here", "/src/One", Sample.Start.AddMinutes(3), 0, 0, 0, 0, 0),
            new("two", "here", "/src/two", Sample.Start.AddMinutes(2), 2, 1, 120, 1, 1),
        ]);
    }

    [ConformanceFact]
    public async Task What_is_forgotten_leaves_nothing_and_others_as_they_were()
    {
        var uses = new Relationship(
            retry.PatternId,
            RelationshipType.Uses,
            cache.PatternId,
            null,
            new(.8)
        );
        await CommitAsync(
            Commit("one", [retry, cache], [Found(retry, 3), Found(cache, 9)]) with
            {
                Relationships = [uses],
            }
        );
        await CommitAsync(Commit("two", [], [Found(retry, 3, "two")], scan: 2));
        var stale = Sample.Update(retry with { Version = 4 });
        (await Code.ForgetAsync(new("one", [stale]), Forever)).ShouldBe([retry.PatternId]);
        (await Code.OccurrencesInAsync("one", Forever)).Count.ShouldBe(2);

        (await Code.ForgetAsync(new("one", []), Forever)).ShouldBeEmpty();

        (await Code.RepositoriesAsync(Forever)).Select(r => r.Name).ShouldBe(["two"]);
        (await Code.FilesAsync("one", Forever)).ShouldBeEmpty();
        (await Code.OccurrencesInAsync("one", Forever)).ShouldBeEmpty();
        (await Code.OccurrencesInAsync("two", Forever)).Count.ShouldBe(1);
        (await Code.ScanAsync(Id(1), Forever)).ShouldBeNull();
        (await EdgesAsync(retry)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Files_that_another_repository_takes_over_are_counted_there_alone()
    {
        await CommitAsync(Commit("one", [retry], [Found(retry, 3)]));
        await CommitAsync(
            Commit("two", [], [Found(retry, 3, "two")], scan: 2) with
            {
                TakenOver = [new("one", "a.py")],
            }
        );
        (await Code.OccurrencesAsync(retry.PatternId, 9, Forever))
            .Select(o => o.Repository)
            .ShouldBe(["two"]);
        (await Code.FilesAsync("one", Forever)).Keys.ShouldBe(["bad.py"]);
        await CommitAsync(
            Commit("three", [], [], scan: 3) with
            {
                TakenOver = [new("one", "bad.py")],
            }
        );
        (await Code.RepositoriesAsync(Forever)).Select(r => r.Name).ShouldBe(["three", "two"]);
    }

    [ConformanceFact]
    public async Task Awkward_text_comes_back_and_what_cannot_be_kept_is_refused()
    {
        foreach (var (text, i) in Sample.Awkward.Select((t, i) => (t, i)))
        {
            var commit = Commit(text, [], [], scan: 100 + i) with
            {
                Patterns = i == 0 ? [Sample.Insert(retry)] : [],
                Occurrences =
                [
                    Found(retry, 1, text) with
                    {
                        File = text,
                        QualifiedName = text,
                        Rule = text,
                        Language = text,
                        Evidence = [new(text, 1, 2)],
                        Metrics = new Dictionary<string, double> { [text] = 1.5 },
                    },
                ],
                Files = [new(text, text, text, 1, text)],
            };
            commit = commit with
            {
                Scan = commit.Scan with { Root = text, Errors = [new(text, null, text)] },
            };
            await CommitAsync(commit);
            Json(await Code.OccurrencesInAsync(text, Forever)).ShouldBe(Json(commit.Occurrences));
            (await Code.FilesAsync(text, Forever)).Values.ShouldBe(commit.Files);
            Json(await Code.ScanAsync(commit.Scan.ScanId, Forever)).ShouldBe(Json(commit.Scan));
        }
        foreach (var text in Sample.Unstorable)
            await Should.ThrowAsync<ArgumentException>(() =>
                Code.CommitAsync(
                    Commit("bad", [], [Found(retry, 1, "bad") with { File = text }]),
                    Forever
                )
            );
    }

    private async Task CommitAsync(ScanCommit commit) =>
        (await Code.CommitAsync(commit, Forever)).ShouldBeEmpty();

    private Task<IReadOnlyList<Relationship>> EdgesAsync(Pattern pattern) =>
        Relationships.OfAsync(pattern.PatternId, RelationshipDirection.Outgoing, Forever);

    private static ScanCommit Commit(
        string repository,
        Pattern[] patterns,
        Occurrence[] occurrences,
        int scan = 1
    ) =>
        new(
            new CodeScan(
                Id(scan),
                repository,
                "/src/" + repository,
                ScanState.Finished,
                Sample.Start.AddMinutes(scan),
                Sample.Start.AddMinutes(scan + 1),
                2,
                1,
                120,
                7,
                occurrences.Length,
                patterns.Length,
                patterns.Length,
                0,
                0,
                9,
                [new ScanError("bad.py", 3, "unexpected indent")]
            ),
            [.. patterns.Select(Sample.Insert)],
            [new("a.py", "h1", "python", 100, null), new("bad.py", "h0", "python", 20, "error")],
            occurrences,
            []
        )
        {
            Place = new TreePlace("here", "/src/" + repository),
        };

    private static Occurrence Found(Pattern pattern, int line, string repository = "one") =>
        new(
            repository,
            "a.py",
            line,
            line + 4,
            "Cache.get",
            "retry",
            new Confidence(.75),
            pattern.PatternId,
            "python",
            Quality.Measure("graded", [("complexity", .3, .9), ("coverage", .2, null)]),
            new Dictionary<string, double> { ["lines"] = 5, ["cyclomatic"] = 2 },
            [new Evidence("loop around try", line, line + 2)]
        );

    private static Guid Id(int scan) => PatternId.For(PatternKind.Code, $"scan {scan}");

    /// <summary>Members in ordinal order, whatever dictionary holds them.</summary>
    private static string Json<T>(T value) =>
        System.Text.Encoding.UTF8.GetString(
            CanonicalJson.Write(JsonSerializer.SerializeToElement(value, MotifJson.Options))
        );
}
