using System.Text.Json;

namespace Motif.Server.Tests.Cli.Patterns;

public sealed class SuccessPatternCommandTests : IDisposable
{
    private const string Retry =
        "---\nname: Retry with backoff\npattern_type: reliability\nintent: Survive short outages\n---\n1. Wait longer each time.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_imported_and_what_is_wrong_is_named_with_its_line()
    {
        Write("book/net/retry.md", Retry);
        Write("book/bad.md", "---\nname: x\n---\n");
        Write(
            "book/more.ndjson",
            "{\"pattern_type\": \"t\", \"name\": \"Cache aside\"}\n{\"name\": 1}\n"
        );

        var run = await CommandRun.In(_folder.Path, "patterns", "import", "book", "--json");

        run.ExitCode.ShouldBe(1, run.Errors);
        var report = JsonElement.Parse(run.Output);
        report.GetProperty("created").GetInt32().ShouldBe(2);
        report
            .GetProperty("rejected")
            .EnumerateArray()
            .Select(r =>
                $"{r.GetProperty("source").GetString()!.Replace('\\', '/')}:{r.GetProperty("line").GetInt32()}"
            )
            .ShouldBe(["book/bad.md:1", "book/more.ndjson:2"], ignoreOrder: true);
        var listed = await CommandRun.In(_folder.Path, "patterns", "list", "--json");
        listed.Output.ShouldContain("\"net/retry\"");
    }

    [Fact]
    public async Task A_second_practice_for_the_same_intent_is_refused_with_the_first()
    {
        Write("retry.md", Retry);
        var added = await CommandRun.In(_folder.Path, "patterns", "add", "retry.md", "--json");
        added.ExitCode.ShouldBe(0, added.Errors);
        var id = JsonElement.Parse(added.Output).GetProperty("pattern_id").GetString()!;

        var again = await CommandRun.In(_folder.Path, "patterns", "add", "retry.md");

        again.ExitCode.ShouldBe(2);
        again.Errors.ShouldContain(id);
    }

    [Fact]
    public async Task An_outcome_is_recorded_and_its_intent_matches_better()
    {
        Write("retry.md", Retry);
        var added = await CommandRun.In(_folder.Path, "patterns", "add", "retry.md", "--json");
        var id = JsonElement.Parse(added.Output).GetProperty("pattern_id").GetString()!;

        var outcome = await CommandRun.In(
            _folder.Path,
            "patterns",
            "outcome",
            id,
            "success",
            "--intent",
            "payments vanish at midnight",
            "--metrics",
            """{"ms": 3}"""
        );

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        var match = JsonElement.Parse(
            (
                await CommandRun.In(_folder.Path, "match", "payments vanish", "--explain", "--json")
            ).Output
        );
        match
            .GetProperty("matched_patterns")[0]
            .GetProperty("explain")
            .GetProperty("terms")
            .EnumerateArray()
            .ShouldContain(t => t.GetProperty("field").GetString() == "past_intents");
    }

    [Theory]
    [InlineData("patterns", "import", "nowhere")]
    [InlineData("patterns", "add", "nowhere.md")]
    [InlineData("patterns", "outcome", "00000000-0000-8000-8000-000000000000", "success")]
    [InlineData(
        "patterns",
        "outcome",
        "00000000-0000-8000-8000-000000000000",
        "success",
        "--metrics",
        "{"
    )]
    public async Task Bad_usage_is_one_line(params string[] arguments)
    {
        var run = await CommandRun.In(_folder.Path, arguments);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.TrimEnd().ShouldNotContain("\n");
        run.Errors.ShouldNotContain("LineNumber");
        run.Errors.ShouldNotContain("System.");
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
