using System.Text.Json;

namespace Motif.Server.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("db")]
    [InlineData("patterns")]
    [InlineData("code")]
    [InlineData("export")]
    [InlineData("import")]
    public async Task Help_of_every_command_is_printed_and_ends_well(string command)
    {
        var run = await CommandRun.In(_folder.Path, command, "--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Usage:");
        run.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("patterns", "lst")]
    [InlineData("patterns", "list", "--limit", "0")]
    [InlineData("patterns", "list", "--limit", "many")]
    [InlineData("patterns", "list", "--kind", "novel")]
    [InlineData("patterns", "show", "7")]
    [InlineData("patterns", "show", "00000000-0000-8000-8000-000000000000")]
    [InlineData("patterns", "list", "--cursor", "nonsense")]
    [InlineData("patterns", "list", "--min-quality", "2")]
    [InlineData("patterns", "stale", "--days", "-1")]
    [InlineData("usage", "trend", "--days", "0")]
    [InlineData("usage", "actors", "--cursor", "nonsense")]
    [InlineData("usage", "import", "no-such-file")]
    [InlineData("code", "export", "--format", "xml")]
    [InlineData("code", "export", "--min-quality", "2")]
    [InlineData("code", "scan", "no/such/folder")]
    [InlineData("db", "restore", "no-such-file")]
    [InlineData("import", "no-such-file")]
    [InlineData("patterns", "list", "--database", "postgresql://host:port/name")]
    public async Task Bad_usage_is_one_line_on_standard_error_and_exit_code_2(
        params string[] arguments
    )
    {
        var run = await CommandRun.In(_folder.Path, arguments);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Output.ShouldBeEmpty();
        run.Errors.TrimEnd().ShouldNotContain("\n");
        run.Errors.ShouldStartWith("motif: ");
    }

    [Fact]
    public async Task An_added_pattern_is_listed_and_shown_as_JSON()
    {
        var added = await CommandRun.In(
            _folder.Path,
            """{"pattern_type": "api_optimization", "name": "Connection pooling", "tags": ["db"], "quality": {"accuracy": 0.9}}""",
            ["patterns", "add", "-", "--json"]
        );
        added.ExitCode.ShouldBe(0, added.Errors);
        var id = JsonElement.Parse(added.Output).GetProperty("pattern_id").GetString()!;

        var listed = JsonElement.Parse(
            (await CommandRun.In(_folder.Path, "patterns", "list", "--json")).Output
        );
        var shown = JsonElement.Parse(
            (await CommandRun.In(_folder.Path, "patterns", "show", id, "--json")).Output
        );

        var item = listed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("quality").GetProperty("score").GetDouble().ShouldBe(.9);
        item.GetProperty("usage").GetProperty("uses").GetInt64().ShouldBe(0);
        listed.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        shown.GetProperty("history").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_used_pattern_is_no_longer_unused_and_its_agent_is_known()
    {
        foreach (var name in (string[])["Used", "Idle"])
            await CommandRun.In(
                _folder.Path,
                $$"""{"kind": "success", "pattern_type": "t", "key": "{{name}}", "name": "{{name}}"}""",
                ["patterns", "add", "-"]
            );
        var imported = await CommandRun.In(
            _folder.Path,
            """{"manifest_id": "m", "actor": "coder", "at": "2024-01-31T12:00:00Z", "exposed": ["success:Idle"], "applied": ["success:Used"]}""",
            ["usage", "import", "-"]
        );
        imported.ExitCode.ShouldBe(0, imported.Errors);

        (await NamesAsync("unused")).ShouldBe(["Idle"]);
        (await NamesAsync("stale", "--days", "1", "--used-by", "coder")).ShouldBe(["Used"]);
        (await NamesAsync("stale", "--used-by", "nobody")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Adding_the_same_pattern_twice_is_refused_and_says_what_to_do()
    {
        const string Pattern = """{"pattern_type": "t", "name": "Once"}""";
        (await CommandRun.In(_folder.Path, Pattern, ["patterns", "add", "-"])).ExitCode.ShouldBe(0);

        var again = await CommandRun.In(_folder.Path, Pattern, ["patterns", "add", "-"]);

        again.ExitCode.ShouldBe(2);
        again.Errors.ShouldContain("exists already");
    }

    [Fact]
    public async Task Export_and_import_carry_a_catalogue_to_another_database()
    {
        var lines = string.Join(
            '\n',
            Enumerable
                .Range(1, 30)
                .Select(i =>
                    $$"""{"pattern_type": "t", "name": "Pattern {{i}}", "tags": ["ü", "a\"b"]}"""
                )
        );
        (await CommandRun.In(_folder.Path, lines, ["import", "-"])).ExitCode.ShouldBe(0);
        var exported = await CommandRun.In(_folder.Path, "export");

        var imported = await CommandRun.In(
            _folder.Path,
            exported.Output,
            ["import", "-", "--json", "--database", "other.db"]
        );
        var exportedAgain = await CommandRun.In(_folder.Path, "export", "--database", "other.db");

        JsonElement.Parse(imported.Output).GetProperty("created").GetInt64().ShouldBe(30);
        exportedAgain.Output.ShouldBe(exported.Output);
    }

    [Fact]
    public async Task An_import_reports_rejected_lines_by_number_and_keeps_the_others()
    {
        var run = await CommandRun.In(
            _folder.Path,
            """
            {"pattern_type": "t", "name": "Good"}
            {"pattern_type": "t"
            {"pattern_type": "t", "name": "Odd", "colour": "red"}
            """,
            ["import", "-"]
        );

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("line 2:");
        run.Errors.ShouldContain("line 3:");
        run.Output.ShouldContain("1 created");
    }

    [Fact]
    public async Task A_backup_brings_back_what_was_removed()
    {
        await CommandRun.In(
            _folder.Path,
            """{"pattern_type": "t", "name": "Kept"}""",
            ["patterns", "add", "-"]
        );
        (await CommandRun.In(_folder.Path, "db", "backup", "copy.backup")).ExitCode.ShouldBe(0);
        await CommandRun.In(
            _folder.Path,
            """{"pattern_type": "t", "name": "Later"}""",
            ["patterns", "add", "-"]
        );

        var refused = await CommandRun.In(_folder.Path, "db", "restore", "copy.backup");
        var restored = await CommandRun.In(_folder.Path, "db", "restore", "copy.backup", "--yes");

        refused.ExitCode.ShouldBe(2);
        restored.ExitCode.ShouldBe(0, restored.Errors);
        var names = JsonElement.Parse(
            (await CommandRun.In(_folder.Path, "patterns", "list", "--json")).Output
        );
        names
            .GetProperty("items")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("name")
            .GetString()
            .ShouldBe("Kept");
    }

    [Theory]
    [InlineData(
        "this is no database at all, but it is longer than a header of one hundred bytes, which SQLite wants to see before it says so"
    )]
    [InlineData("short")]
    public async Task A_file_of_another_program_is_refused_and_left_as_it_is(string content)
    {
        var path = _folder.File("motif.db", content);

        var run = await CommandRun.In(_folder.Path, "patterns", "list");

        run.ExitCode.ShouldBe(1);
        run.Errors.TrimEnd().ShouldNotContain("\n");
        File.ReadAllText(path).ShouldBe(content);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        var run = await CommandRun.In(
            _folder.Path,
            "patterns",
            "list",
            "--database",
            "missing/motif.db"
        );

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("missing");
    }

    private async Task<List<string>> NamesAsync(params string[] list)
    {
        var run = await CommandRun.In(_folder.Path, ["patterns", .. list, "--json"]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return
        [
            .. JsonElement
                .Parse(run.Output)
                .GetProperty("items")
                .EnumerateArray()
                .Select(i => i.GetProperty("name").GetString()!),
        ];
    }

    [Fact]
    public async Task Doctor_says_which_SQLite_is_in_use()
    {
        var run = await CommandRun.In(_folder.Path, "doctor");

        run.ExitCode.ShouldBe(0, run.Errors + run.Output);
        run.Output.ShouldContain("sqlite 3.");
    }
}
