using System.CommandLine;
using Motif.Cli;
using Motif.Cli.Terminal;

namespace Motif.Server.Tests.Cli.Terminal;

public sealed class FailureTests : IDisposable
{
    private const string Long = "LONG";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(" x")]
    [InlineData("x\ny")]
    [InlineData("x\u001by")]
    [InlineData(Long)]
    public async Task A_name_that_cannot_be_told_from_another_makes_no_key(string name)
    {
        name = name == Long ? new string('x', 5000) : name;

        var run = await CommandRun.In(_folder.Path, "keys", "add", name);

        Refused(run);
        (await CommandRun.In(_folder.Path, "keys", "list")).Output.ShouldBeEmpty();
    }

    public static TheoryData<string> Commands =>
        [.. Leaves(MotifCommandLine.Build(), "").Where(c => c is not ("serve" or "demo" or "mcp"))];

    /// <summary>Each command gets the same odd text in all of its arguments and required options.</summary>
    [Theory, MemberData(nameof(Commands)), Trait("Category", "Slow")]
    public async Task An_odd_argument_is_never_a_stack_trace(string path)
    {
        var command = MotifCommandLine.Build().Parse(path).CommandResult.Command;
        foreach (
            var odd in (string[])["", "  ", "x\ny", new('x', 5000), "\u001b[31m", "/dev/null", "."]
        )
        {
            var arguments = command.Arguments.Select(_ => odd);
            var options = command
                .Options.Where(o => o.Required)
                .SelectMany(o => (string[])[o.Name, odd]);

            var run = await CommandRun.In(
                _folder.Path,
                "",
                [.. path.Split(' '), .. arguments, .. options]
            );

            run.ExitCode.ShouldBeInRange(0, 2, $"{path} {odd}: {run.Errors}");
            run.Errors.ShouldNotContain("   at ");
            run.Errors.ShouldNotContain("a mistake of Motif's own");
            run.Errors.ShouldNotContain("(Parameter");
        }
    }

    [Fact]
    public async Task What_fails_with_JSON_asked_for_leaves_standard_output_empty()
    {
        var run = await CommandRun.In(_folder.Path, "patterns", "show", "7fffffff", "--json");

        Refused(run);
    }

    [Theory]
    [InlineData("motif code scan .", "scan", ".")]
    [InlineData("motif code scan 'my src' --json", "scan", "my src", "--json")]
    [InlineData("motif patterns list --kind code", "patterns", "lits", "--kind", "code")]
    [InlineData("motif patterns list", "list")]
    [InlineData("motif patterns", "pattern")]
    [InlineData("motif doctor", "docter")]
    [InlineData("motif db backup x", "backup", "x")]
    [InlineData("--json", "patterns", "list", "--jsn")]
    [InlineData("--database", "patterns", "list", "--databse", "x")]
    public async Task A_mistyped_word_is_answered_with_what_was_meant(
        string meant,
        params string[] typed
    )
    {
        var run = await CommandRun.In(_folder.Path, typed);

        Refused(run);
        run.Errors.ShouldContain($"did you mean {(meant[0] == '-' ? meant : $"`{meant}`")}?");
    }

    [Fact]
    public async Task A_word_near_to_nothing_lists_what_there_is()
    {
        var run = await CommandRun.In(_folder.Path, "frobnicate");

        Refused(run);
        run.Errors.ShouldContain("patterns");
        run.Errors.ShouldNotContain("did you mean");
    }

    [Fact]
    public void An_exception_that_nobody_expected_is_one_line_too()
    {
        var complaint = Complaint.Of(new InvalidOperationException("a\nb"));

        complaint.ExitCode.ShouldBe(1);
        complaint.Message.ShouldContain("InvalidOperationException");
    }

    private static void Refused(CommandRun run)
    {
        run.ExitCode.ShouldBe(2, run.Errors);
        run.Output.ShouldBeEmpty();
        run.Errors.TrimEnd().ShouldNotContain("\n");
        run.Errors.ShouldStartWith("motif: ");
    }

    /// <summary>The commands that must be given something.</summary>
    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? command.Arguments.Count > 0 || command.Options.Any(o => o.Required)
                ? [path]
                : []
            : command.Subcommands.SelectMany(c => Leaves(c, $"{path} {c.Name}".Trim()));
}
