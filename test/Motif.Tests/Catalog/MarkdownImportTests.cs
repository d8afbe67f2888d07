using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class MarkdownImportTests
{
    private static readonly Actor Importer = new("tests");
    private readonly MemoryPatternStore _store = new();

    [Fact]
    public async Task A_bad_file_is_reported_with_its_line_and_loses_nothing_else()
    {
        var report = await ImportAsync(
            new("a.md", "a", Practice("Retry")),
            new("b.md", "b", "---\nname: x\npattern_type: t\nname: y\n---\n"),
            new("c.md", "c", "no front matter"),
            new("d.md", "d", Practice("Cache").Replace("reliability", "NOT A TYPE")),
            new("e.md", "e", Practice("Bulkhead"))
        );

        (report.Read, report.Created, report.RejectedLines).ShouldBe((5, 2, 3));
        report
            .Rejected.Select(r => (r.Source, r.Line))
            .ShouldBe([("b.md", 2), ("c.md", 1), ("d.md", 1)], ignoreOrder: true);
        _store.All.Select(p => (p.Name, p.Key)).ShouldBe([("Bulkhead", "e"), ("Retry", "a")]);
    }

    [Fact]
    public async Task A_file_stays_the_same_pattern_when_its_intent_changes()
    {
        await ImportAsync(new MarkdownFile("a.md", "a", Practice("Retry")));

        var report = await ImportAsync(
            new MarkdownFile("a.md", "a", Practice("Retry").Replace("outages", "bad days"))
        );

        report.Updated.ShouldBe(1);
        _store.All.ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_folder_is_written_in_one_transaction()
    {
        await ImportAsync([
            .. Enumerable
                .Range(0, 50)
                .Select(i => new MarkdownFile($"{i}.md", $"{i}", Practice($"Practice {i}"))),
        ]);

        _store.Saves.ShouldHaveSingleItem().Count.ShouldBe(50);
    }

    [Fact]
    public async Task Numbers_of_the_front_matter_are_numbers_of_the_pattern()
    {
        await ImportAsync(
            new MarkdownFile(
                "a.md",
                "a",
                "---\nname: Retry\npattern_type: t\nquality_metrics: {accuracy: 0.5, p99_ms: 0.2}\n---\n"
            )
        );

        _store.All.ShouldHaveSingleItem().Quality.Score.ShouldBe(.5);
    }

    private Task<ImportReport> ImportAsync(params MarkdownFile[] files) =>
        new MarkdownImport(new(_store, TimeProvider.System)).ImportAsync(files, Importer, default);

    private static string Practice(string name) =>
        $"---\nname: {name}\npattern_type: reliability\nintent: Survive outages\n---\n1. Wait.\n";
}
