using System.CommandLine;
using Motif.Cli;

namespace Motif.Server.Tests.Cli.Terminal;

public sealed class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Commands => [.. All(MotifCommandLine.Build(), "")];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_has_examples_that_can_be_typed(string path)
    {
        var output = new StringWriter();
        MotifCommandLine
            .Build()
            .Parse($"{path} --help")
            .Invoke(new InvocationConfiguration { Output = output })
            .ShouldBe(0);

        var examples = output.ToString().Split("Examples:").ElementAtOrDefault(1);
        examples.ShouldNotBeNull($"motif {path}");
        var lines = examples.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length > 0);
        lines.ShouldContain(l => l.Contains($"motif {path}", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            var typed = line[(line.LastIndexOf("motif ", StringComparison.Ordinal) + 6)..];
            var end = typed.IndexOfAny(['|', '>', '(']);
            typed = (end < 0 ? typed : typed[..end]).Trim();
            MotifCommandLine.Build().Parse(typed).Errors.ShouldBeEmpty(line);
        }
    }

    [Fact]
    public async Task Motif_alone_shows_the_first_steps()
    {
        var run = await CommandRun.In(_folder.Path);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        run.Output.ShouldContain("motif demo");
        run.Output.ShouldContain("motif --help");
        run.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    private static IEnumerable<string> All(Command command, string path) =>
        command.Subcommands.SelectMany(c =>
            All(c, $"{path} {c.Name}".Trim()).Prepend($"{path} {c.Name}".Trim())
        );
}
