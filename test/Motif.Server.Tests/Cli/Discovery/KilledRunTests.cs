using System.Text.Json;

namespace Motif.Server.Tests.Cli.Discovery;

public sealed class KilledRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Category", "Slow")]
    public async Task A_run_killed_in_its_midst_is_gone_on_with_and_comes_to_the_same_without_doubles()
    {
        await ImportAsync("whole.db");
        await FinishAsync("whole.db");
        await ImportAsync("killed.db");

        await KillAtAsync("clustering");
        await KillAtAsync("mining");
        await KillAtAsync("drawing");
        await FinishAsync("killed.db");

        var whole = await StoredAsync("whole.db");
        var killed = await StoredAsync("killed.db");
        killed.ShouldBe(whole);
        JsonElement
            .Parse(killed[0])
            .GetProperty("items")
            .EnumerateArray()
            .Select(f => f.GetProperty("finding_id").GetGuid())
            .ShouldBeUnique();
        var status = await MotifAsync("killed.db", "discover", "status", "--json");
        // One run, taken over by each of those that followed.
        JsonElement.Parse(status.Output).GetProperty("attempt").GetInt32().ShouldBe(4);
    }

    private async Task ImportAsync(string database)
    {
        var imported = await CommandRun.In(
            _folder.Path,
            DiscoveryItems.Lines(),
            ["items", "import", "-", "--database", database]
        );
        imported.ExitCode.ShouldBe(0, imported.Errors);
    }

    /// <summary>Kills a run as soon as it says that it has come to a step.</summary>
    private async Task KillAtAsync(string step)
    {
        using var run = CommandRun.Start(
            _folder.Path,
            ["discover", "run", "--database", "killed.db"]
        );
        var output = run.StandardOutput.ReadToEndAsync();
        var said = new List<string>();
        while (await run.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith(step, StringComparison.Ordinal))
                break;
        }
        run.Kill(entireProcessTree: true);
        await run.WaitForExitAsync();
        said.ShouldContain(l => l.StartsWith(step, StringComparison.Ordinal), await output);
    }

    private async Task FinishAsync(string database)
    {
        using var run = CommandRun.Start(_folder.Path, ["discover", "run", "--database", database]);
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        // A run that was killed is waited for until it was silent for half a minute.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await run.WaitForExitAsync(patience.Token);
        run.ExitCode.ShouldBe(0, $"{await output}{await errors}");
    }

    private async Task<string[]> StoredAsync(string database) =>
        [
            (await MotifAsync(database, "discover", "findings", "--json")).Output,
            (await MotifAsync(database, "discover", "clusters", "--json")).Output,
            await PatternsAsync(database),
        ];

    private async Task<string> PatternsAsync(string database)
    {
        var listed = await MotifAsync(database, "patterns", "list", "--kind", "semantic", "--json");
        return string.Join(
            '\n',
            JsonElement
                .Parse(listed.Output)
                .GetProperty("items")
                .EnumerateArray()
                .Select(p =>
                    $"{p.GetProperty("pattern_id")} {p.GetProperty("version")} {p.GetProperty("body")}"
                )
                .Order(StringComparer.Ordinal)
        );
    }

    private Task<CommandRun> MotifAsync(string database, params string[] arguments) =>
        CommandRun.In(_folder.Path, [.. arguments, "--database", database]);
}
