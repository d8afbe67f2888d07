using System.Text.Json;
using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Cli.Code;

public sealed class PurgeFilesTests : IDisposable
{
    private const string Left = """
        {"kind": "code", "pattern_type": "code", "name": "__init__.py"}
        {"kind": "code", "pattern_type": "code", "name": "model_complex_filter.py"}
        {"kind": "code", "pattern_type": "code", "name": "view.rb"}
        {"kind": "code", "pattern_type": "code", "name": "Retry around test_connection"}
        {"kind": "success", "pattern_type": "t", "name": "setup.py"}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_yes_file_names_are_listed_and_nothing_is_changed()
    {
        await CommandRun.In(_folder.Path, Left, ["import", "-"]);

        var run = await CommandRun.In(_folder.Path, "code", "purge-files", "--json");

        run.ExitCode.ShouldBe(0, run.Errors);
        var document = JsonElement.Parse(run.Output);
        document.GetProperty("dry_run").GetBoolean().ShouldBeTrue();
        Names(document.GetProperty("patterns"))
            .ShouldBe(["__init__.py", "model_complex_filter.py"]);
        (await NamesAsync()).Count.ShouldBe(5);
        Directory.GetFiles(_folder.Path, "*.backup").ShouldBeEmpty();
    }

    [Fact]
    public async Task With_yes_they_are_removed_after_a_backup_that_brings_them_back()
    {
        await CommandRun.In(_folder.Path, Left, ["import", "-"]);

        var run = await CommandRun.In(
            _folder.Path,
            "code",
            "purge-files",
            "--yes",
            "--extension",
            ".rb",
            "--backup",
            "before.backup"
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        (await NamesAsync()).ShouldBe(["Retry around test_connection", "setup.py"]);
        await CommandRun.In(_folder.Path, "db", "restore", "before.backup", "--yes");
        (await NamesAsync()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_is_to_be_kept_stays()
    {
        await CommandRun.In(_folder.Path, Left, ["import", "-"]);
        var listed = await CommandRun.In(_folder.Path, "code", "purge-files", "--json");
        var kept = JsonElement.Parse(listed.Output).GetProperty("patterns")[0];

        var run = await CommandRun.In(
            _folder.Path,
            "code",
            "purge-files",
            "--yes",
            "--json",
            "--keep",
            kept.GetProperty("pattern_id").GetString()!
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        JsonElement.Parse(run.Output).GetProperty("purged").GetInt32().ShouldBe(1);
        (await NamesAsync()).ShouldContain("__init__.py");
    }

    [Fact]
    public async Task What_stands_somewhere_is_no_file_name_whatever_it_is_called()
    {
        foreach (var name in (string[])["one", "two", "three"])
            _folder.File(
                $"tree/{name}.py",
                $"def {name}(a, b):\n    total = 0\n    for x in a:\n        if x > b and x < 9:\n            total += x * b\n        else:\n            total -= x\n    while total > 100:\n        total = total // 2\n    return round(total, 2)\n"
            );
        await CommandRun.In(_folder.Path, "code", "scan", "tree");
        var exported = await CommandRun.In(_folder.Path, "export", "--kind", "code");
        var line = JsonNode.Parse(exported.Output.Split('\n')[0])!;
        line["name"] = "one.py";
        await CommandRun.In(_folder.Path, line.ToJsonString(), ["import", "-"]);
        (await NamesAsync()).ShouldContain("one.py");

        var run = await CommandRun.In(_folder.Path, "code", "purge-files", "--yes", "--json");

        JsonElement.Parse(run.Output).GetProperty("patterns").GetArrayLength().ShouldBe(0);
        (await NamesAsync()).ShouldContain("one.py");
    }

    [Theory]
    [InlineData("--extension", "*.py")]
    [InlineData("--extension", "py")]
    [InlineData("--keep", "all")]
    [InlineData("--backup", "motif.db")]
    public async Task A_wildcard_or_a_taken_backup_is_refused(params string[] options)
    {
        await CommandRun.In(_folder.Path, Left, ["import", "-"]);

        var run = await CommandRun.In(_folder.Path, ["code", "purge-files", "--yes", .. options]);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.TrimEnd().ShouldNotContain("\n");
        (await NamesAsync()).Count.ShouldBe(5);
    }

    private async Task<List<string>> NamesAsync()
    {
        var run = await CommandRun.In(_folder.Path, "patterns", "list", "--sort", "name", "--json");
        return Names(JsonElement.Parse(run.Output).GetProperty("items"));
    }

    private static List<string> Names(JsonElement items) =>
        [.. items.EnumerateArray().Select(i => i.GetProperty("name").GetString()!)];
}
