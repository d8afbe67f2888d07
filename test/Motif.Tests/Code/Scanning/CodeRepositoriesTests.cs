using Motif.Catalog;
using Motif.Code;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;

namespace Motif.Tests.Code.Scanning;

/// <summary>A file is one file by its place, whatever the tree around it is called.</summary>
public sealed class CodeRepositoriesTests : IDisposable
{
    private const string Function = """
        def NAME(items, limit):
            total = 0
            for item in items:
                if item.price > limit and item.count > 0:
                    total += item.price * item.count
                elif item.price < 0:
                    raise ValueError("bad " + str(item))
            while total > 1000:
                total = total / 2
            return total
        """;

    private readonly SourceTree _tree = new();
    private readonly MemoryCodeStore _store = new();

    public CodeRepositoriesTests()
    {
        foreach (
            var (file, name) in new[]
            {
                ("app/a.py", "one"),
                ("app/b.py", "two"),
                ("lib/c.py", "three"),
            }
        )
            _tree.Write(file, Function.Replace("NAME", name, StringComparison.Ordinal));
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task The_same_tree_under_another_name_is_not_counted_again()
    {
        await ScanAsync("", "one");
        var scan = await ScanAsync("", "two");
        Count().ShouldBe(3);
        (await NamesAsync()).ShouldBe(["two"]);
        scan.Changes!.TakenOver.ShouldBe([new TakenOver("one", 3)]);
        _store.Patterns.Single().Status.ShouldBe(PatternStatus.Active);
        (await ScanAsync("", "two")).Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_folder_around_it_and_a_part_of_it_count_no_file_twice()
    {
        await ScanAsync("app", "app");
        await ScanAsync("", "all");
        Count().ShouldBe(3);
        (await NamesAsync()).ShouldBe(["all"]);
        await ScanAsync("lib", "lib");
        // By itself it is no copy of anything.
        Count().ShouldBe(2);
        (await NamesAsync()).ShouldBe(["all", "lib"]);
        await ScanAsync("app/a.py", "a");
        (await NamesAsync()).ShouldBe(["a", "all", "lib"]);
        await ScanAsync("", "all");
        Count().ShouldBe(3);
        (await NamesAsync()).ShouldBe(["all"]);
    }

    [Fact]
    public async Task A_link_to_a_tree_is_the_tree()
    {
        await ScanAsync("app", "app");
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "link"), "app");
        await ScanAsync("link", "link");
        Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_excluded_stays_where_it_was()
    {
        await ScanAsync("", "all");
        await ScanAsync("", "rest", "lib/");
        (await NamesAsync()).ShouldBe(["all", "rest"]);
        Count().ShouldBe(3);
    }

    [Fact]
    public async Task What_is_forgotten_retires_what_stands_nowhere_else()
    {
        await ScanAsync("", "all");
        var repositories = new CodeRepositories(_store, Catalogue());
        (
            await repositories.ForgetAsync("none", new Actor("me"), CancellationToken.None)
        ).ShouldBeNull();
        var forgotten = await repositories.ForgetAsync(
            "all",
            new Actor("me"),
            CancellationToken.None
        );
        (forgotten!.Files, forgotten.Occurrences).ShouldBe((3, 3));
        (await repositories.ListAsync(CancellationToken.None)).ShouldBeEmpty();
        _store.Patterns.Single().Status.ShouldBe(PatternStatus.Deprecated);
        await ScanAsync("", "all");
        _store.Patterns.Single().Status.ShouldBe(PatternStatus.Active);
    }

    [Fact]
    public async Task A_scan_says_what_is_other_than_at_the_scan_before()
    {
        var first = await ScanAsync("", "all");
        first.Changes!.Since.ShouldBeNull();
        first.Changes.Added.Total.ShouldBe(1);
        first.Changes.Added.Patterns.Single().Quality.ShouldNotBeNull();
        _tree.Delete("app/b.py");
        _tree.Delete("lib/c.py");
        var second = await ScanAsync("", "all");
        second.Changes!.Since.ShouldBe(first.ScanId);
        (second.Changes.Files, second.Changes.Occurrences, second.Changes.Patterns).ShouldBe(
            (-2, -3, -1)
        );
        second
            .Changes.Retired.Patterns.Single()
            .Name.ShouldBe(first.Changes.Added.Patterns.Single().Name);
        _tree.Write("app/b.py", Function.Replace("NAME", "four", StringComparison.Ordinal));
        await ScanAsync("", "all");
        _tree.Write(
            "app/a.py",
            Function.Replace(
                "NAME(items, limit)",
                "one(items: list[int], limit: int) -> int",
                StringComparison.Ordinal
            )
        );
        var better = await ScanAsync("", "all");
        var improved = better.Changes!.Improved.Patterns.ShouldHaveSingleItem();
        improved.Quality!.Value.ShouldBeGreaterThan(improved.QualityBefore!.Value);
    }

    private int Count() => _store.Patterns.Single().Body.GetProperty("occurrence_count").GetInt32();

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await _store.RepositoriesAsync(CancellationToken.None)).Select(r => r.Name);

    private Catalogue Catalogue() => new(_store, TimeProvider.System);

    private Task<CodeScan> ScanAsync(string path, string repository, params string[] excludes) =>
        new CodeScanner(
            _store,
            _store,
            Catalogue(),
            [new PythonLanguage()],
            new CodeRules([]),
            TimeProvider.System
        ).ScanAsync(
            new ScanRequest
            {
                MinCopies = 2,
                Root = Path.Combine(_tree.Root, path),
                Repository = repository,
                Excludes = excludes,
            },
            null,
            CancellationToken.None
        );
}
