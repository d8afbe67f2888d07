using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Patterns;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Rules.Resources;
using Motif.Code.Scanning;
using Motif.Tests.Code.Rules;

namespace Motif.Tests.Code.Scanning;

/// <summary>What a scan of Python makes of a few files, with every rule listed.</summary>
public sealed class PythonPatternsTests : IDisposable
{
    private const string Totals = """
        def NAME(lines, rate):
            total = 0
            for line in lines:
                if line.amount <= 0 or line.price < 0:
                    raise ValueError("bad line")
                total += line.amount * line.price * (1 + rate)
            return round(total, 2)
        """;

    private readonly SourceTree _tree = new();
    private readonly MemoryCodeStore _store = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Twenty_three_copies_of_one_function_are_one_pattern_with_23_occurrences()
    {
        for (var i = 0; i < 23; i++)
            _tree.Write($"shop/part{i}.py", Named($"total_of_part{i}"));

        await ScanAsync();

        var pattern = _store.Patterns.Single();
        pattern.Body.GetProperty("occurrence_count").GetInt32().ShouldBe(23);
        _store.Occurrences.Count(o => o.PatternId == pattern.PatternId).ShouldBe(23);
        pattern.Name.ShouldNotContain(".py");
    }

    [Fact]
    public async Task A_documented_typed_method_is_worth_something()
    {
        const string price = """
            class NAME:
                def price_of(self, net: float, rate: float) -> float:
                    '''Adds the tax to a price.

                    Args:
                        net: the price without tax.
                        rate: the tax as a share of the price.

                    Returns:
                        What the customer pays.
                    '''
                    if net < 0 or rate < 0:
                        raise ValueError("negative")
                    steps = []
                    for step in range(3):
                        steps.append(net * (1 + rate) ** step)
                    while len(steps) > 1 and steps[-1] > 1000:
                        steps.pop()
                    return round(max(steps) - min(steps), 2)
            """;
        _tree.Write(
            "shop/a.py",
            price.Replace("NAME", "Net", StringComparison.Ordinal)
                + "\n\n    def names(self):\n        return [name for name in self.all if name]\n"
        );
        _tree.Write(
            "shop/b.py",
            price.Replace("NAME", "Gross", StringComparison.Ordinal)
                + "\n\n    def open(self, path):\n        with self.files.open(path) as file:\n            return {line: self.parse(line) for line in file}\n\n    def parse(self, line):\n        if not line:\n            raise KeyError(line)\n        return line.strip().split(self.separator)\n"
        );

        await ScanAsync();

        var occurrences = _store
            .Occurrences.Where(o => o.QualifiedName.EndsWith("price_of", StringComparison.Ordinal))
            .ToList();
        occurrences.ShouldNotBeEmpty();
        occurrences.ShouldAllBe(o => o.Quality.Score > 0.8);
        occurrences.ShouldAllBe(o => o.Quality.Components["documentation"] == 1);
    }

    [Fact]
    public async Task What_nobody_uses_has_no_reuse()
    {
        _tree.Write("shop/a.py", Named("first"));
        _tree.Write("shop/b.py", Named("second"));

        await ScanAsync();

        _store.Occurrences.Count.ShouldBe(2);
        _store.Occurrences.ShouldAllBe(o => o.Quality.Components["reuse"] == null);
    }

    [Theory]
    [InlineData("# motif: ignore\n@functools.wraps(len)\n@cached\n")]
    [InlineData("@functools.wraps(len)  # motif: ignore\n@cached\n")]
    [InlineData("@functools.wraps(len)\n# motif: ignore\n")]
    [InlineData("# motif: ignore\n")]
    public async Task What_is_marked_above_or_at_its_decorators_is_left_out(string head)
    {
        _tree.Write("shop/a.py", Named("first"));
        _tree.Write("shop/b.py", Named("second"));
        _tree.Write("shop/c.py", "import functools\n\n\n" + head + Named("third"));

        await ScanAsync();

        _store.Occurrences.Select(o => o.File).ShouldBe(["shop/a.py", "shop/b.py"]);
    }

    [Fact]
    public async Task Async_counts_like_sync()
    {
        for (var i = 0; i < 2; i++)
        {
            _tree.Write($"sync{i}/a.py", Named($"plain{i}"));
            _tree.Write($"async{i}/a.py", "async " + Named($"waiting{i}"));
        }

        await ScanAsync();

        _store.Occurrences.Count.ShouldBe(4);
        _store.Occurrences.Select(o => o.Metrics["cyclomatic"]).Distinct().ShouldBe([4]);
        _store.Occurrences.Select(o => o.Quality.Score).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Two_classes_with_run_stay_two()
    {
        const string mail = """
            class NAME:
                def run(self, letters):
                    for letter in letters:
                        if not letter.address:
                            continue
                        self.sender.send(letter.address, letter.text.strip())
                    if self.failed > 3 and not self.patient:
                        raise RuntimeError("too many")
                    self.sender.close()
            """;
        const string report = """
            class NAME:
                def run(self):
                    rows = {}
                    while len(rows) < self.limit:
                        key = self.next_key()
                        rows[key] = rows.get(key, 0) + 1 if key else None
                    try:
                        self.store(rows)
                    except KeyError as missing:
                        self.lost = missing
                    return [row for row in rows.values() if row is not None]
            """;
        foreach (var name in (string[])["One", "Two"])
        {
            _tree.Write($"mail/{name}.py", mail.Replace("NAME", name, StringComparison.Ordinal));
            _tree.Write(
                $"report/{name}.py",
                report.Replace("NAME", name, StringComparison.Ordinal)
            );
        }

        await ScanAsync();

        _store
            .Occurrences.GroupBy(o => o.PatternId)
            .ShouldAllBe(g => g.Select(o => Path.GetDirectoryName(o.File)).Distinct().Count() == 1);
        _store.Occurrences.Select(o => o.PatternId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_budget_is_no_endpoint_and_an_update_no_observer()
    {
        _tree.Write(
            "shop/plan.py",
            """
            class Plan:
                def __init__(self, fields):
                    self.fields = fields

                def update(self, **fields):
                    self.fields.update(fields)

                def budget(self):
                    return self.fields["budget"]
            """
        );

        await ScanAsync();

        _store.Patterns.ShouldBeEmpty();
        _store.Occurrences.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_rule_sees_often_is_split_by_structure_and_told_apart_by_name()
    {
        const string locked = """
            from contextlib import contextmanager

            @contextmanager
            def NAME(shelf, place, wait):
                box = shelf.take(place, wait)
                began = shelf.moment()
                try:
                    box.hold(wait + 5)
                    yield box
                finally:
                    box.release()
                    box.put_back()
                    shelf.count(place, shelf.moment() - began)
            """;
        string[] names = ["held_box", "held_box", "kept_jar", "held_box"];
        for (var i = 0; i < names.Length; i++)
            _tree.Write(
                $"store/part{i}.py",
                locked.Replace("NAME", names[i], StringComparison.Ordinal)
            );
        string[] bodies =
        [
            "shelf.open()\n    yield 1",
            "yield shelf",
            "a = shelf.b\n    yield a.c",
        ];
        for (var i = 0; i < bodies.Length; i++)
            _tree.Write(
                $"plain/part{i}.py",
                $"from contextlib import contextmanager\n\n@contextmanager\ndef one(shelf):\n    {bodies[i]}\n    shelf.close()\n"
            );

        await ScanAsync();

        var found = _store
            .Patterns.Where(p => p.Body.GetProperty("rule").GetString() == "context_manager")
            .ToDictionary(p => p.Name, p => p.Body.GetProperty("occurrence_count").GetInt32());
        found.ShouldBe(
            new Dictionary<string, int>
            {
                ["Context Manager using Generator"] = 3,
                ["Context Manager using Generator like Held Box"] = 4,
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task The_exemplar_is_shown_with_its_decorators()
    {
        _tree.Write(
            "shop/a.py",
            "import contextlib\n\n\n@contextlib.contextmanager\ndef opened(shop):\n    shop.open()\n    yield\n    shop.close()\n"
        );

        await ScanAsync();

        var body = _store.Patterns.Single().Body;
        body.GetProperty("implementation")
            .GetString()
            .ShouldNotBeNull()
            .ShouldStartWith("@contextlib.contextmanager\ndef opened");
        body.GetProperty("line_range").EnumerateArray().Select(l => l.GetInt32()).ShouldBe([4, 8]);
    }

    [Fact]
    public async Task A_pattern_says_what_its_family_is_for_and_then_what_its_exemplar_does()
    {
        _tree.Write(
            "shop/a.py",
            """
            import contextlib


            @contextlib.contextmanager
            def opened(shop):
                '''Opens a shop for the customers
                who wait. Nobody else gets in.

                Args:
                    shop: which one.
                '''
                shop.open()
                yield
                shop.close()
            """
        );

        await ScanAsync();

        var pattern = _store.Patterns.Single();
        var purpose = RulePurpose.Of(new ContextManagerRule())!;
        pattern.Description.ShouldBe(
            $"{purpose.Sentence} {purpose.Variants["generator"].Sentence} For example: Opens a shop for the customers who wait."
        );
        var body = CodePatternBody.Of(pattern)!;
        body.Purpose.ShouldBe(purpose.Sentence);
        body.Aliases.ShouldBe(purpose.Aliases);
        body.Intents.ShouldBe([.. purpose.Variants["generator"].Intents, .. purpose.Intents]);
    }

    [Fact]
    public async Task What_is_known_by_its_structure_alone_claims_no_more()
    {
        _tree.Write("shop/a.py", Named("total_of_order"));
        _tree.Write("shop/b.py", Named("total_of_basket"));
        _tree.Write("shop/c.py", Named("total_of_basket"));

        await ScanAsync();

        var pattern = _store.Patterns.Single();
        pattern.Description.ShouldBe(
            "Code of one structure that stands in several places, such as `total_of_basket` and `total_of_order`."
        );
        CodePatternBody.Of(pattern)!.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_exemplar_is_from_a_test_only_where_there_is_no_other()
    {
        const string Opened = """
            import contextlib


            @contextlib.contextmanager
            def opened(NAME):
                NAME.open()
                yield
                NAME.close()
            """;
        _tree.Write("tests/test_a.py", Opened.Replace("NAME", "first", StringComparison.Ordinal));

        await ScanAsync();
        Exemplar().ShouldBe("tests/test_a.py");

        _tree.Write("shop/z.py", Opened.Replace("NAME", "second", StringComparison.Ordinal));
        await ScanAsync();
        Exemplar().ShouldBe("shop/z.py");
    }

    [Fact]
    public async Task What_two_languages_have_in_common_is_a_pattern_of_each()
    {
        _tree.Write(
            "shop/a.py",
            "def load(client):\n    for attempt in range(5):\n        try:\n            return client.get()\n        except OSError:\n            continue\n    raise TimeoutError()\n"
        );
        _tree.Write(
            "shop/A.cs",
            "class Loader { object Load(Client client) { for (var i = 0; i < 5; i++) { try { return client.Get(); } catch (System.IO.IOException) { continue; } } throw new System.TimeoutException(); } }"
        );

        await ScanAsync();

        _store
            .Patterns.Select(p => CodePatternBody.Of(p)!)
            .Where(b => b.Rule == "retry")
            .Select(b => (b.Language, b.OccurrenceCount))
            .ShouldBe([("python", 1), ("csharp", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Tests_are_left_out_where_they_are_not_wanted()
    {
        const string cached =
            "import functools\n\n@functools.lru_cache\ndef area(side):\n    return side * side\n";
        _tree.Write("shapes.py", cached);
        _tree.Write("tests/test_shapes.py", cached);

        (await ScanAsync()).Occurrences.ShouldBe(2);
        (await ScanAsync(withoutTests: true)).Occurrences.ShouldBe(1);
        (await ScanAsync()).Occurrences.ShouldBe(2);
    }

    private string Exemplar() => CodePatternBody.Of(_store.Patterns.Single())!.FilePath;

    private static string Named(string name) =>
        Totals.Replace("NAME", name, StringComparison.Ordinal);

    private Task<CodeScan> ScanAsync(bool withoutTests = false) =>
        new CodeScanner(
            _store,
            _store,
            new Catalogue(_store, TimeProvider.System),
            [new PythonLanguage(), new CSharpLanguage()],
            new CodeRules(ListedRules.All),
            TimeProvider.System
        ).ScanAsync(
            new ScanRequest
            {
                MinCopies = 2,
                Root = _tree.Root,
                WithoutTests = withoutTests,
            },
            null,
            CancellationToken.None
        );
}
