using System.Text.Json;

namespace Motif.Server.Tests.Cli.Discovery;

public sealed class ExperimentCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_experiment_from_its_file_to_its_result()
    {
        await WriteAsync(
            "titles.json",
            """
            {
              "name": "titles",
              "arms": [{"name": "plain"}, {"name": "question"}],
              "metrics": [{"name": "clicked", "kind": "proportion"}],
              "expected_units": 2000
            }
            """
        );
        await WriteAsync(
            "exposures.csv",
            "unit,arm,at\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 1000)
                        .Select(i =>
                            $"v{i},{(i % 2 == 0 ? "plain" : "question")},2026-03-0{(i % 5) + 1}T10:00:00Z\n"
                        )
                )
        );
        await WriteAsync(
            "outcomes.jsonl",
            string.Concat(
                Enumerable
                    .Range(0, 1000)
                    .Where(i => i / 2 % (i % 2 == 0 ? 20 : 4) == 0)
                    .Select(i =>
                        $$"""{"unit": "v{{i}}", "outcome": "clicked", "at": "2026-03-07T10:00:00Z"}"""
                        + "\n"
                    )
            )
        );

        var created = await MotifAsync("experiment", "create", "titles.json", "--json");
        created.ExitCode.ShouldBe(0, created.Errors);
        var id = JsonElement.Parse(created.Output).GetProperty("experiment_id").GetString()!;
        (await MotifAsync("experiment", "start", id)).Output.ShouldContain("titles is running");
        (await MotifAsync("experiment", "assign", id, "v1")).Output.ShouldContain("v1\t");
        var exposed = await MotifAsync("experiment", "exposures", id, "exposures.csv");
        exposed.Output.ShouldContain("1000 added", Case.Sensitive, exposed.Errors);
        (await MotifAsync("experiment", "outcomes", id, "outcomes.jsonl")).ExitCode.ShouldBe(0);

        var result = await MotifAsync("experiment", "result", id);

        result.Output.ShouldContain("holds", Case.Sensitive, result.Errors);
        result.Output.ShouldContain("better");
        (await MotifAsync("experiment", "stop", id)).Output.ShouldContain("stopped");
        (await MotifAsync("experiment", "list")).Output.ShouldContain("stopped");
        (await MotifAsync("experiment", "start", id)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_decided_ends_with_1_and_wrong_usage_with_2()
    {
        var plan = await MotifAsync(
            "experiment",
            "plan",
            "--design",
            "switchback",
            "--baseline",
            "5",
            "--lift",
            ".1"
        );
        await WriteAsync("bad.json", """{"name": "x", "arms": []}""");
        var bad = await MotifAsync("experiment", "create", "bad.json");
        var played = await MotifAsync("experiment", "simulate", "--runs", "20", "--days", "5");

        plan.ExitCode.ShouldBe(1, plan.Errors);
        plan.Output.ShouldContain("cannot be decided");
        bad.ExitCode.ShouldBe(2);
        bad.Errors.Trim().Split('\n').Length.ShouldBe(1);
        bad.Errors.ShouldContain("metrics");
        played.Output.ShouldContain("of 20 experiments");
    }

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_folder.Path, name), text);

    private Task<CommandRun> MotifAsync(params string[] args) =>
        CommandRun.In(_folder.Path, "", args);
}
