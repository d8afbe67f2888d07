using System.Text.Json;

namespace Motif.Server.Tests.Cli.Code;

public sealed class ScanInterruptionTests : IDisposable
{
    private const int Files = 1500;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Category", "Slow")]
    public async Task A_scan_killed_at_any_moment_and_started_again_neither_doubles_nor_loses_anything()
    {
        WriteTree();
        var whole = await ScanAsync("whole.db");

        foreach (var milliseconds in new[] { 300, 700, 1100, 1600, 2200 })
        {
            using var scan = CommandRun.Start(
                _folder.Path,
                ["code", "scan", "tree", "--database", "killed.db"]
            );
            await Task.WhenAny(scan.WaitForExitAsync(), Task.Delay(milliseconds));
            scan.Kill(entireProcessTree: true);
            await scan.WaitForExitAsync();
        }
        var again = await ScanAsync("killed.db");

        again.ShouldBe(whole);
    }

    private async Task<string> ScanAsync(string database)
    {
        var scan = await CommandRun.In(
            _folder.Path,
            "code",
            "scan",
            "tree",
            "--database",
            database
        );
        scan.ExitCode.ShouldBe(0, scan.Errors);
        var listed = await CommandRun.In(
            _folder.Path,
            "patterns",
            "list",
            "--kind",
            "code",
            "--sort",
            "name",
            "--limit",
            "500",
            "--json",
            "--database",
            database
        );
        var items = JsonElement.Parse(listed.Output).GetProperty("items").EnumerateArray().ToList();
        items.ShouldNotBeEmpty();
        return string.Join(
            '\n',
            items.Select(i =>
                $"{i.GetProperty("pattern_id")} {i.GetProperty("version")} {i.GetProperty("body")}"
            )
        );
    }

    private void WriteTree()
    {
        for (var i = 0; i < Files; i++)
            _folder.File(
                $"tree/n{i % 40}/C{i}.cs",
                $$"""
                namespace Tree.N{{i % 40}};

                /// <summary>Reads orders of group {{i % 7}}.</summary>
                public sealed class Reader{{i}}
                {
                    private readonly int _limit = {{i}};

                    public async Task<int> ReadAsync(string path, CancellationToken cancellationToken)
                    {
                        for (var attempt = 0; attempt < 3; attempt++)
                        {
                            try
                            {
                                var text = await File.ReadAllTextAsync(path, cancellationToken);
                                return text.Length > _limit ? text.Length : _limit;
                            }
                            catch (IOException) when (attempt < 2)
                            {
                                await Task.Delay(100 * attempt, cancellationToken);
                            }
                        }
                        return -1;
                    }
                }
                """
            );
    }
}
