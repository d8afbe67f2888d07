using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Cli;

public sealed class WrongCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_place_is_called_wrong_by_its_line_and_taken_back_by_its_file()
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder.Path, "src")).FullName;
        foreach (var name in (string[])["a", "b"])
            await File.WriteAllTextAsync(
                Path.Combine(source, $"{name}.py"),
                $"""
                import time

                def fetch_{name}(client, address):
                    for attempt in range(3):
                        try:
                            return client.get(address)
                        except ConnectionError:
                            time.sleep(2 ** attempt)
                    raise TimeoutError(address)
                """
            );
        var scan = await CommandRun.In(
            _folder.Path,
            "code",
            "scan",
            "src",
            "--json",
            "--occurrences"
        );
        var id = JsonNode.Parse(scan.Output)!["occurrences"]!
            .AsArray()
            .First(o => o!["rule"]!.GetValue<string>() == "retry")![
            "pattern_id"
        ]!.GetValue<string>();

        var wrong = await CommandRun.In(
            _folder.Path,
            ["code", "wrong", id, "a.py:5", "--reason", "it polls"]
        );
        wrong.ExitCode.ShouldBe(0, wrong.Errors);
        wrong.Output.ShouldContain("1 called wrong");
        wrong.Output.ShouldContain("1 of 2 places of the rule retry were called wrong");

        var undone = await CommandRun.In(_folder.Path, "code", "wrong", id, "a.py", "--undo");
        undone.Output.ShouldContain("1 are places again", customMessage: undone.Errors);

        var none = await CommandRun.In(_folder.Path, "code", "wrong", id, "c.py");
        (none.ExitCode, none.Output).ShouldBe((2, ""));
        none.Errors.ShouldContain("no place of the pattern");
    }
}
