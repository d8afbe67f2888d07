using System.Text;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;
using Motif.Tests.Code.Rules;

namespace Motif.Tests.Code.Scanning;

/// <summary>A project and its copy in which every name that its authors chose is another.</summary>
public sealed class RenamedCopyTests
{
    private const string Library = "/usr/lib/python3.11";
    private const double AllowedLoss = .05;

    private sealed record Scanned(
        HashSet<(string File, int Line, string Rule)> Occurrences,
        HashSet<string> Families
    );

    [Fact]
    public async Task A_project_of_all_examples_gives_the_same_patterns_under_other_names() =>
        await ShouldBeAlike(
            RuleSpec
                .All.Where(s => s.Language == "python" && s.Unit is not null)
                .Select((s, i) => ($"{s.Rule}_{i}/part.py", s.Source)),
            // An example knows nothing of the names in another, which may be those of a library in it.
            authorOf: path => path
        );

    [RequiresFact("python3"), Trait("Category", "Slow")]
    public async Task Packages_of_the_standard_library_give_the_same_patterns_under_other_names() =>
        await ShouldBeAlike(
            ((string[])["asyncio", "concurrent", "http", "json", "logging", "unittest"])
                .SelectMany(p =>
                    Directory.EnumerateFiles(
                        Path.Combine(Library, p),
                        "*.py",
                        SearchOption.AllDirectories
                    )
                )
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetRelativePath(Library, f), File.ReadAllText(f))),
            authorOf: _ => ""
        );

    /// <param name="authorOf">Whose names those of a file are, by its path: each author's are renamed by themselves.</param>
    private static async Task ShouldBeAlike(
        IEnumerable<(string Path, string Source)> project,
        Func<string, string> authorOf
    )
    {
        var files = project.Select(f => (f.Path, f.Source, Facts: Read(f.Path, f.Source))).ToList();
        var renamed = files
            .GroupBy(f => authorOf(f.Path), StringComparer.Ordinal)
            .SelectMany(own =>
                own.Zip(
                    ScrambledSource.Of([.. own.Select(f => (f.Facts, f.Source))]),
                    (f, source) => (f.Path, Source: source)
                )
            )
            .ToList();

        var original = await ScanAsync(files.Select(f => (f.Path, f.Source)));
        var copy = await ScanAsync(renamed);

        original.Occurrences.Count.ShouldBeGreaterThan(100);
        var lost = original.Occurrences.Except(copy.Occurrences).Order().ToList();
        (lost.Count / (double)original.Occurrences.Count).ShouldBeLessThanOrEqualTo(
            AllowedLoss,
            string.Join("; ", lost)
        );
        // What recurs is known by its structure alone.
        copy.Families.ShouldBe(original.Families, ignoreOrder: true);
    }

    private static CodeFacts Read(string path, string source)
    {
        var language = new PythonLanguage();
        var module = language.ModuleName(path, _ => true);
        return language.Read(new SourceFile(path, Encoding.UTF8.GetBytes(source), module));
    }

    private static async Task<Scanned> ScanAsync(IEnumerable<(string Path, string Source)> files)
    {
        using var tree = new SourceTree();
        foreach (var (path, source) in files)
            tree.Write(path, source);
        var store = new MemoryCodeStore();
        var scanner = new CodeScanner(
            store,
            store,
            new Catalogue(store, TimeProvider.System),
            [new PythonLanguage()],
            new CodeRules(ListedRules.All),
            TimeProvider.System
        );
        await scanner.ScanAsync(
            new ScanRequest
            {
                MinCopies = 2,
                Root = tree.Root,
                Repository = "project",
            },
            null,
            CancellationToken.None
        );
        return new Scanned(
            [.. store.Occurrences.Select(o => (o.File, o.StartLine, o.Rule))],
            [
                .. store
                    .Occurrences.Where(o => o.Rule == "structure")
                    .GroupBy(o => o.PatternId)
                    .Select(g =>
                        string.Join(
                            ' ',
                            g.Select(o => $"{o.File}:{o.StartLine}").Order(StringComparer.Ordinal)
                        )
                    ),
            ]
        );
    }
}
