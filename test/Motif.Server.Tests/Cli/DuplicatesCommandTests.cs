using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Cli;

public sealed class DuplicatesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Copies_are_told_with_their_places()
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder.Path, "src", "io")).FullName;
        foreach (var name in (string[])["rows", "lines"])
            await File.WriteAllTextAsync(
                Path.Combine(source, $"{name}.py"),
                $"""
                def read_{name}(path, limit):
                    found = []
                    with open(path, encoding="utf-8") as file:
                        for number, text in enumerate(file):
                            if number >= limit:
                                break
                            parts = text.strip().split(",")
                            if len(parts) > 1 and parts[0] != "":
                                found.append((number, parts[0], parts[1:]))
                    return sorted(found, key=lambda f: f[1])
                """
            );
        (await CommandRun.In(_folder.Path, "code", "scan", "src")).ExitCode.ShouldBe(0);

        var told = await CommandRun.In(_folder.Path, "code", "duplicates");
        told.ExitCode.ShouldBe(0, told.Errors);
        told.Output.ShouldContain("`read_lines` ≈ `read_rows`");
        told.Output.ShouldContain("io/rows.py:1-10");

        var inside = await CommandRun.In(
            _folder.Path,
            "code",
            "duplicates",
            "src/io/rows.py",
            "--json"
        );
        JsonNode.Parse(inside.Output)!["total"]!.GetValue<int>().ShouldBe(1);
        var outside = await CommandRun.In(_folder.Path, "code", "duplicates", ".");
        (outside.ExitCode, outside.Output).ShouldBe((2, ""));
        outside.Errors.ShouldContain("no tree that was scanned");
    }
}
