using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Rules;
using Motif.Code.Scanning;

namespace Motif.Tests.Code.Scanning;

public sealed class CodeScannerTests : IDisposable
{
    private const string Copy = """
        namespace Shop;
        public class CLASS
        {
            /// <summary>Totals the prices.</summary>
            public decimal METHOD(IReadOnlyList<Line> lines, decimal rate)
            {
                var total = 0m;
                foreach (var line in lines)
                {
                    if (line.Amount <= 0 || line.Price < 0)
                        throw new ArgumentException("bad line");
                    total += line.Amount * line.Price * (1 + rate);
                }
                return Math.Round(total, 2);
            }
        }
        """;

    /// <summary>Two rests of a class that have nothing in common, so that the classes around a copy are no copies.</summary>
    private const string OneRest = """
        int Count(string text)
            {
                var n = 0;
                for (var i = 0; i < text.Length; i++)
                {
                    if (char.IsDigit(text[i]) && i % 2 == 0)
                        n += 3;
                    else
                        n--;
                }
                while (n > 10)
                    n /= 2;
                return n;
            }

            string Name(int x) =>
                x switch
                {
                    1 => "a",
                    2 => "b",
                    3 => "c",
                    _ => throw new ArgumentException("x"),
                };
        """;

    private const string OtherRest = """
        Uri? _last;

            IEnumerable<int> Walk(Dictionary<string, List<int>> map)
            {
                foreach (var pair in map)
                {
                    try
                    {
                        foreach (var value in pair.Value)
                            yield return value * 2;
                    }
                    finally
                    {
                        map.Remove(pair.Key);
                    }
                }
            }

            async Task<bool> AskAsync(Uri uri, HttpClient client)
            {
                using var answer = await client.GetAsync(uri);
                lock (this)
                {
                    _last = uri;
                }
                return answer.IsSuccessStatusCode || await AskAsync(new Uri(uri, "x"), client);
            }
        """;

    private readonly SourceTree _tree = new();
    private readonly MemoryCodeStore _store = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Copies_with_other_names_are_one_pattern_with_all_their_occurrences()
    {
        for (var i = 0; i < 23; i++)
            WriteCopy($"file{i}.cs", $"Order{i}", $"Total{i}");
        var scan = await ScanAsync();
        scan.Patterns.ShouldBe(1);
        scan.Occurrences.ShouldBe(23);
        var pattern = _store.Patterns.Single();
        pattern.PatternType.ShouldBe("class_pattern");
        _store.Occurrences.Select(o => o.File).Distinct().Count().ShouldBe(23);
    }

    [Fact]
    public async Task A_function_that_recurs_is_named_by_what_it_is_called_never_by_its_file()
    {
        WriteCopy("order_total.cs", "Order", "TotalPrice", OneRest);
        WriteCopy("invoice_total.cs", "Invoice", "TotalPrice", OtherRest);
        await ScanAsync();
        var pattern = _store.Patterns.Single();
        pattern.Name.ShouldBe("Total Price Function");
        pattern.PatternType.ShouldBe("function_pattern");
        pattern.Description.ShouldEndWith(" For example: Totals the prices.");
        pattern.Quality.Components["complexity"].ShouldBe(1);
        pattern.Quality.Components["coverage"].ShouldBeNull();
        var body = pattern.Body;
        body.GetProperty("complexity").GetDouble().ShouldBe(4);
        body.GetProperty("file_path").GetString().ShouldBe("invoice_total.cs");
        body.GetProperty("occurrence_count").GetInt32().ShouldBe(2);
        body.GetProperty("implementation")
            .GetString()!
            .ShouldStartWith("public decimal TotalPrice(");
    }

    [Fact]
    public async Task A_tree_that_has_not_changed_is_neither_read_nor_written()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        var first = await ScanAsync();
        var steps = new List<string>();
        var second = await ScanAsync(progress: new Steps(steps));
        second.Writes.ShouldBe(0);
        _store.Commits.ShouldBe(1);
        steps.ShouldNotContain("reading");
        (second.Patterns, second.Occurrences, second.Units).ShouldBe(
            (first.Patterns, first.Occurrences, first.Units)
        );
    }

    [Fact]
    public async Task A_comment_changes_no_pattern_but_moves_the_occurrence()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        await ScanAsync();
        var line = _store.Occurrences.Single(o => o.File == "b.cs").StartLine;
        _tree.Write("b.cs", "// a comment\n" + Copied("B", "G"));
        var scan = await ScanAsync();
        (scan.Added, scan.Changed, scan.Retired).ShouldBe((0, 0, 0));
        _store.Occurrences.Single(o => o.File == "b.cs").StartLine.ShouldBe(line + 1);
    }

    [Fact]
    public async Task What_is_removed_retires_and_what_comes_back_is_offered_again()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        await ScanAsync();
        _tree.Delete("b.cs");
        var removed = await ScanAsync();
        removed.Retired.ShouldBe(1);
        _store.Patterns.Single().Status.ShouldBe(PatternStatus.Deprecated);
        _store.Occurrences.ShouldBeEmpty();
        WriteCopy("c.cs", "C", "H");
        await ScanAsync();
        _store.Patterns.Single().Status.ShouldBe(PatternStatus.Active);
        _store.Versions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Several_repositories_share_a_pattern()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        await ScanAsync("one");
        using var other = new SourceTree();
        other.Write("a.cs", Copied("A", "F"));
        other.Write("b.cs", Copied("B", "G"));
        await ScanAsync("two", root: other.Root);
        _store.Patterns.Single().Body.GetProperty("occurrence_count").GetInt32().ShouldBe(4);
        other.Delete("a.cs");
        await ScanAsync("two", root: other.Root);
        var pattern = _store.Patterns.Single();
        pattern.Status.ShouldBe(PatternStatus.Active);
        pattern.Body.GetProperty("occurrence_count").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_does_not_parse_is_listed_and_the_rest_is_scanned()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        _tree.Write("broken.cs", "class C { void F( { }");
        _tree.Write("binary.cs", "class\0D");
        var scan = await ScanAsync();
        scan.FilesFailed.ShouldBe(2);
        scan.Patterns.ShouldBe(1);
        scan.Errors.ShouldContain(e => e.File == "broken.cs" && e.Line == 1);
        scan.Errors.ShouldContain(e =>
            e.File == "binary.cs" && e.Message.Contains("binary", StringComparison.Ordinal)
        );
        (await ScanAsync()).Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_listed_not_read()
    {
        _tree.Write("large.cs", new string(' ', 5000));
        var scan = await new CodeScanner(
            _store,
            _store,
            new Catalogue(_store, TimeProvider.System),
            [new CSharpLanguage()],
            new CodeRules([]),
            TimeProvider.System
        ).ScanAsync(
            new ScanRequest
            {
                MinCopies = 2,
                Root = _tree.Root,
                MaxFileBytes = 1000,
            },
            null,
            CancellationToken.None
        );
        scan.Errors.Single().Message.ShouldContain("limit of 1000");
    }

    [Fact]
    public async Task Links_and_foreign_folders_are_left_out()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("node_modules/x/b.cs", "B", "G");
        WriteCopy("obj/b.cs", "B", "G");
        _tree.Write("shop.csproj", "<Project/>");
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "loop"), _tree.Root);
        File.CreateSymbolicLink(
            Path.Combine(_tree.Root, "link.cs"),
            Path.Combine(_tree.Root, "a.cs")
        );
        (await ScanAsync()).Files.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_race_is_run_again()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        _store.LosesNextRace = true;
        (await ScanAsync()).Added.ShouldBe(1);
        _store.Commits.ShouldBe(1);
    }

    [Fact]
    public async Task A_scan_that_is_cancelled_writes_nothing()
    {
        WriteCopy("a.cs", "A", "F");
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Scanner()
                .ScanAsync(
                    new ScanRequest { MinCopies = 2, Root = _tree.Root },
                    null,
                    cancellation.Token
                )
        );
        _store.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task Two_scans_of_one_tree_find_the_same_in_the_same_order()
    {
        for (var i = 0; i < 8; i++)
            WriteCopy($"f{i}.cs", $"A{i}", $"F{i}");
        await ScanAsync();
        var other = new MemoryCodeStore();
        await Scanner(other)
            .ScanAsync(
                new ScanRequest
                {
                    MinCopies = 2,
                    Root = _tree.Root,
                    Parallelism = 1,
                },
                null,
                CancellationToken.None
            );
        other
            .Occurrences.Select(o => (o.File, o.StartLine, o.PatternId))
            .ShouldBe(_store.Occurrences.Select(o => (o.File, o.StartLine, o.PatternId)));
        other
            .Patterns.Select(p => p.Body.GetRawText())
            .ShouldBe(_store.Patterns.Select(p => p.Body.GetRawText()));
    }

    [Fact]
    public async Task What_is_marked_to_be_ignored_is_left_out()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        _tree.Write("c.cs", "// motif: ignore-file\n" + Copied("C", "H"));
        _tree.Write(
            "d.cs",
            Copied("D", "I")
                .Replace("public class", "// motif: ignore\npublic class", StringComparison.Ordinal)
        );
        (await ScanAsync()).Occurrences.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_too_complex_or_too_poor_is_left_out()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        Task<CodeScan> Filtered(ScanRequest request) =>
            Scanner().ScanAsync(request, null, CancellationToken.None);
        var request = new ScanRequest { MinCopies = 2, Root = _tree.Root };

        (await Filtered(request with { MinQuality = 1 })).Patterns.ShouldBe(0);
        (await Filtered(request with { MinQuality = .1 })).Patterns.ShouldBe(1);
        (await Filtered(request with { MaxComplexity = 1 })).Occurrences.ShouldBe(0);
        (await Filtered(request with { MaxComplexity = 20 })).Occurrences.ShouldBe(2);
    }

    [Fact]
    public async Task Copies_that_were_changed_a_little_stay_in_the_family()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        _tree.Write(
            "c.cs",
            Copied("C", "H")
                .Replace(
                    "return Math",
                    "if (total < 0) total = 0;\n        return Math",
                    StringComparison.Ordinal
                )
        );
        var scan = await ScanAsync();
        (scan.Patterns, scan.Occurrences).ShouldBe((1, 3));
    }

    [Fact]
    public async Task A_family_whose_members_all_change_stays_the_same_pattern()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        await ScanAsync();
        var before = _store.Patterns.Single().PatternId;
        foreach (var (file, type, method) in new[] { ("a.cs", "A", "F"), ("b.cs", "B", "G") })
            _tree.Write(
                file,
                Copied(type, method)
                    .Replace(
                        "return Math",
                        "total += 1;\n        return Math",
                        StringComparison.Ordinal
                    )
            );
        var scan = await ScanAsync();
        (scan.Added, scan.Changed, scan.Retired).ShouldBe((0, 1, 0));
        _store.Patterns.Single().PatternId.ShouldBe(before);
    }

    [Fact]
    public async Task A_moved_file_keeps_the_identity_and_is_an_event_of_its_own()
    {
        WriteCopy("a.cs", "A", "F");
        WriteCopy("b.cs", "B", "G");
        await ScanAsync();
        var shown = _store.Patterns.Single().Body.GetProperty("file_path").GetString()!;
        _tree.Write("moved/" + shown, File.ReadAllText(Path.Combine(_tree.Root, shown)));
        _tree.Delete(shown);
        _tree.Delete(shown == "a.cs" ? "b.cs" : "a.cs");
        WriteCopy("z.cs", "B", "G");
        await ScanAsync();
        _store.Versions[^1].Event.ShouldBe(VersionEvent.Moved);
        _store.Versions[^1].Note.ShouldBe($"{shown} → moved/{shown}");
    }

    [Fact]
    public async Task A_pattern_uses_what_its_occurrences_call()
    {
        _tree.Write("a.cs", Copied("Alpha", "Total", OneRest));
        _tree.Write("b.cs", Copied("Beta", "Total", OtherRest));
        const string caller = """
            namespace Shop;
            public class CLASS
            {
                NOISE
                public decimal Report(IReadOnlyList<Line> lines, decimal rate)
                {
                    var alpha = new Alpha();
                    var total = alpha.Total(lines, rate);
                    if (total > 100 && rate > 0)
                        total -= total * rate / 10;
                    while (total > 1000)
                        total = total / 2;
                    return total + lines.Count;
                }
            }
            """;
        _tree.Write("c.cs", caller.Replace("CLASS", "One").Replace("NOISE", OneRest));
        _tree.Write("d.cs", caller.Replace("CLASS", "Two").Replace("NOISE", OtherRest));
        await ScanAsync();
        var total = _store.Patterns.Single(p => p.Name == "Total Function").PatternId;
        var report = _store.Patterns.Single(p => p.Name == "Report Function").PatternId;
        var uses = _store.Relationships.Single(r =>
            r.SourceId == report && r.TargetId == total && r.Type is RelationshipType.Uses
        );
        uses.Confidence.Value.ShouldBe(1);
        uses.Evidence.ShouldNotBeNull().ShouldStartWith("c.cs:");
        _store.Relationships.ShouldAllBe(r => r.SourceId != r.TargetId);
    }

    [Fact]
    public async Task Secrets_are_not_stored()
    {
        var secret = "hunter2-very-secret";
        WriteCopy("a.cs", "A", "F", $"string password = \"{secret}\";");
        WriteCopy("b.cs", "B", "G", $"string password = \"{secret}\";");
        await ScanAsync();
        _store.Patterns.Single().Body.GetRawText().ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_root_that_is_not_there_is_said_so() =>
        await Should.ThrowAsync<FileNotFoundException>(() =>
            Scanner()
                .ScanAsync(
                    new ScanRequest { MinCopies = 2, Root = Path.Combine(_tree.Root, "none") },
                    null,
                    CancellationToken.None
                )
        );

    private void WriteCopy(string path, string type, string method, string more = "") =>
        _tree.Write(path, Copied(type, method, more));

    private static string Copied(string type, string method, string more = "") =>
        Copy.Replace("CLASS", type, StringComparison.Ordinal)
            .Replace("METHOD", method, StringComparison.Ordinal)
            .Replace("{\n    ///", $"{{\n    {more}\n    ///", StringComparison.Ordinal);

    private CodeScanner Scanner(MemoryCodeStore? store = null) =>
        new(
            store ?? _store,
            store ?? _store,
            new Catalogue(store ?? _store, TimeProvider.System),
            [new CSharpLanguage()],
            new CodeRules([]),
            TimeProvider.System
        );

    private Task<CodeScan> ScanAsync(
        string? repository = null,
        IProgress<ScanProgress>? progress = null,
        string? root = null
    ) =>
        Scanner()
            .ScanAsync(
                new ScanRequest
                {
                    MinCopies = 2,
                    Root = root ?? _tree.Root,
                    Repository = repository,
                },
                progress,
                CancellationToken.None
            );

    private sealed class Steps(List<string> steps) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value)
        {
            lock (steps)
                steps.Add(value.Step);
        }
    }
}
