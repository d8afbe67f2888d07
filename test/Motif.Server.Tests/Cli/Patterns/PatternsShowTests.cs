using System.Text.Json;

namespace Motif.Server.Tests.Cli.Patterns;

public sealed class PatternsShowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_success_pattern_shows_its_intent_steps_and_criteria()
    {
        var added = await MotifAsync(
            """
            {"pattern_type": "reliability", "name": "Cache aside", "intent": "Answer without the database",
             "environment": {"framework": "FastAPI"},
             "execution_trace": {"steps": ["Read the cache.", {"action": "Fill it on a miss."}]},
             "success_criteria": {"metric": "p99_latency_ms", "operator": "<", "threshold": 50}}
            """,
            "patterns",
            "add",
            "-",
            "--json"
        );
        var id = JsonElement.Parse(added.Output).GetProperty("pattern_id").GetString()!;

        var shown = await MotifAsync(null, "patterns", "show", id[..8]);

        shown.ExitCode.ShouldBe(0, shown.Errors);
        foreach (
            var expected in (string[])
                [
                    "Cache aside",
                    "Answer without the database",
                    "framework: FastAPI",
                    "1. Read the cache.",
                    "2. Fill it on a miss.",
                    "p99_latency_ms < 50",
                    id,
                ]
        )
            shown.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task A_code_pattern_shows_its_source_its_places_and_names_what_it_relates_to()
    {
        _folder.File(
            "tree/retry.py",
            """
            import time


            class Client:
                def fetch(self, path):
                    for attempt in range(3):
                        try:
                            return self.get(path)
                        except ConnectionError:
                            time.sleep(2 ** attempt)
                    raise TimeoutError(path)

                def get(self, path):
                    raise ConnectionError(path)
            """
        );
        (await MotifAsync(null, "code", "scan", "tree")).ExitCode.ShouldBe(0);
        var listed = await MotifAsync(null, "patterns", "list", "--json");
        var patterns = JsonElement
            .Parse(listed.Output)
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        patterns.ShouldNotBeEmpty();
        foreach (var pattern in patterns)
        {
            var id = pattern.GetProperty("pattern_id").GetString()!;
            var body = pattern.GetProperty("body");

            var shown = await MotifAsync(null, "patterns", "show", id[..8]);

            shown.ExitCode.ShouldBe(0, shown.Errors);
            var source = body.GetProperty("implementation").GetString()!.Split('\n')[0];
            shown.Output.ShouldContain(source);
            shown.Output.ShouldContain("tree/retry.py:");
            var relations = shown.Output.Split("Relations").ElementAtOrDefault(1) ?? "";
            relations.Split("History")[0].ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-");
        }
    }

    [Fact]
    public async Task The_id_that_a_match_prints_is_enough_to_report_an_outcome()
    {
        (await MotifAsync(null, "patterns", "starter")).ExitCode.ShouldBe(0);
        var match = await MotifAsync(null, "match", "keep working while a dependency is down");
        var next = match
            .Output.Split('\n')
            .Single(l =>
                l.TrimStart().StartsWith("motif patterns outcome", StringComparison.Ordinal)
            )
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];

        var reported = await MotifAsync(null, [.. next, "--json"]);

        reported.ExitCode.ShouldBe(0, reported.Errors);
        var again = await MotifAsync(null, [.. next, "--json"]);
        JsonElement.Parse(again.Output).GetProperty("is_new").GetBoolean().ShouldBeFalse();
        var used = JsonElement.Parse(reported.Output).GetProperty("use_id").GetString()!;
        var unused = await MotifAsync(
            null,
            "patterns",
            "outcome",
            next[2],
            "success",
            "--use-id",
            used[..8]
        );
        unused.ExitCode.ShouldBe(0, unused.Errors);
    }

    [Fact]
    public async Task A_match_that_did_not_show_the_pattern_is_refused()
    {
        (await MotifAsync(null, "patterns", "starter")).ExitCode.ShouldBe(0);
        var listed = await MotifAsync(null, "patterns", "list", "--limit", "1", "--json");
        var id = JsonElement
            .Parse(listed.Output)
            .GetProperty("items")[0]
            .GetProperty("pattern_id")
            .GetString()!;

        var run = await MotifAsync(
            null,
            "patterns",
            "outcome",
            id[..8],
            "success",
            "--match-id",
            "01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e44"
        );

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.TrimEnd().ShouldNotContain("\n");
    }

    private Task<CommandRun> MotifAsync(string? input, params string[] arguments) =>
        CommandRun.In(_folder.Path, input, arguments);
}
