using System.Text;
using System.Text.Json;
using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class PatternImportTests
{
    private static readonly Actor Importer = new("tests");
    private readonly MemoryPatternStore _store = new();
    private readonly Motif.Catalog.Catalogue _catalogue;

    public PatternImportTests() => _catalogue = new(_store, TimeProvider.System);

    [Fact]
    public async Task A_bad_line_is_reported_with_its_number_and_loses_nothing_else()
    {
        var report = await ImportAsync(
            """
            {"pattern_type": "t", "name": "one"}
            {"pattern_type": "t", "name": 
            {"pattern_type": "t", "name": "two", "colour": "red"}

            {"pattern_type": "NOT A TYPE", "name": "three"}
            {"pattern_type": "t", "name": "four"}
            """
        );
        report.Read.ShouldBe(5);
        report.Created.ShouldBe(2);
        report.RejectedLines.ShouldBe(3);
        report.Rejected.Select(r => r.Line).ShouldBe([2, 3, 5]);
        report.Rejected[1].Detail.ShouldStartWith("colour: is not a known field");
        _store.All.Select(p => p.Name).ShouldBe(["four", "one"]);
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing()
    {
        const string Lines =
            """{"pattern_type": "t", "name": "one", "quality": {"depth": 0.5, "width": null}}""";
        await ImportAsync(Lines);
        var again = await ImportAsync(Lines);
        again.Unchanged.ShouldBe(1);
        _store.Saves.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pattern_that_stands_twice_is_written_in_order()
    {
        var report = await ImportAsync(
            """
            {"pattern_type": "t", "key": "k", "name": "first"}
            {"pattern_type": "t", "key": "k", "name": "second"}
            """
        );
        (report.Created, report.Updated).ShouldBe((1, 1));
        var pattern = _store.All.ShouldHaveSingleItem();
        (pattern.Name, pattern.Version).ShouldBe(("second", 2));
    }

    [Fact]
    public async Task Lines_end_as_on_any_system_and_may_begin_with_a_byte_order_mark()
    {
        var bytes = Encoding
            .UTF8.Preamble.ToArray()
            .Concat(
                "{\"pattern_type\":\"t\",\"name\":\"a\"}\r\n\r\n{\"pattern_type\":\"t\",\"name\":\"b\"}"u8.ToArray()
            )
            .ToArray();
        (await ImportAsync(new MemoryStream(bytes))).Created.ShouldBe(2);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over()
    {
        var text = $$"""
            {"pattern_type": "t", "name": "a", "description": "{{new string(
                'x',
                PatternImport.MaxLineBytes
            )}}"}
            {"pattern_type": "t", "name": "b"}
            """;
        var report = await ImportAsync(text);
        report.Rejected.ShouldHaveSingleItem().Line.ShouldBe(1);
        report.Created.ShouldBe(1);
        report.Read.ShouldBe(2);
    }

    [Fact]
    public async Task More_than_a_batch_is_written_in_batches()
    {
        var lines = Enumerable
            .Range(0, PatternImport.BatchSize + 1)
            .Select(i => $$"""{"pattern_type": "t", "name": "pattern {{i}}"}""");
        (await ImportAsync(string.Join('\n', lines))).Created.ShouldBe(PatternImport.BatchSize + 1);
        _store.Saves.Select(s => s.Count).ShouldBe([PatternImport.BatchSize, 1]);
    }

    [Fact]
    public async Task A_lost_race_is_run_again()
    {
        _store.LostRaces = 1;
        (await ImportAsync("""{"pattern_type": "t", "name": "a"}""")).Created.ShouldBe(1);
    }

    [Fact]
    public async Task A_race_that_is_always_lost_is_reported()
    {
        _store.LostRaces = int.MaxValue;
        var report = await ImportAsync("""{"pattern_type": "t", "name": "a"}""");
        report.Rejected.ShouldHaveSingleItem().Detail.ShouldContain("changed meanwhile");
        report.Created.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_parent_is_refused_and_a_known_one_becomes_lineage()
    {
        await ImportAsync("""{"pattern_type": "t", "name": "parent"}""");
        var parent = _store.All[0].PatternId;
        var report = await ImportAsync(
            $$"""
            {"pattern_type": "t", "name": "child", "derived_from": ["{{parent}}"]}
            {"pattern_type": "t", "name": "orphan", "derived_from": ["{{Guid.Empty}}"]}
            """
        );
        report.Created.ShouldBe(1);
        report.Rejected.ShouldHaveSingleItem().Detail.ShouldContain("derived_from");
        _store.Saves[^1].ShouldHaveSingleItem().History!.ParentIds.ShouldBe([parent]);
    }

    [Fact]
    public async Task An_export_imports_into_an_empty_catalogue_as_it_was()
    {
        await ImportAsync(
            """
            {"pattern_type": "t", "name": "a", "tags": ["x", "y"], "body": {"steps": [1, 2.50]}, "quality": {"depth": 0.25}}
            {"pattern_type": "t", "name": "b", "kind": "content", "status": "deprecated", "description": "d"}
            {"pattern_type": "t", "name": "c", "key": "own key", "status": "archived"}
            """
        );
        var other = new MemoryPatternStore();
        var export = await ExportAsync();
        var report = await new PatternImport(new(other, TimeProvider.System)).ImportAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(export)),
            Importer,
            null,
            default
        );
        report.Created.ShouldBe(3);
        foreach (var (was, became) in _store.All.Zip(other.All))
        {
            PatternContent.Of(became).Hash().ShouldBe(PatternContent.Of(was).Hash());
            (became.PatternId, became.Quality).ShouldBe((was.PatternId, was.Quality));
        }
    }

    [Fact]
    public async Task An_export_imported_where_it_came_from_leaves_measured_quality_alone()
    {
        var measured = Quality.Measure(
            "graded",
            [("complexity", 3, 0.9), ("documentation", 1, 0.1)]
        );
        var draft = new PatternDraft
        {
            PatternType = "t",
            Name = "a",
            Kind = PatternKind.Code,
        };
        var pattern = (await _catalogue.CreateAsync(draft, Importer, default)).Value!;
        await _store.SaveAsync([new(pattern with { Quality = measured }, 1, null)], default);
        (await ImportAsync(await ExportAsync())).Unchanged.ShouldBe(1);
        _store.All[0].Quality.ShouldBe(measured);
    }

    private Task<ImportReport> ImportAsync(string lines) =>
        ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines)));

    private Task<ImportReport> ImportAsync(Stream lines) =>
        new PatternImport(_catalogue).ImportAsync(lines, Importer, null, default);

    private async Task<string> ExportAsync()
    {
        var answer = await new PatternExport(_catalogue).ExportAsync(new PatternQuery(), default);
        var lines = new StringBuilder();
        await foreach (var draft in answer.Value!)
            lines.Append(JsonSerializer.Serialize(draft, MotifJson.Options)).Append('\n');
        return lines.ToString();
    }
}
