using System.CommandLine;

namespace Motif.Cli.Terminal;

/// <summary>What <c>motif</c> says when nothing else was typed.</summary>
internal static class Welcome
{
    private static readonly (string Line, string Purpose)[] FirstSteps =
    [
        ("motif demo", "see it work on real code"),
        ("motif code scan .", "find the patterns of the code here"),
        ("motif patterns starter", "add the practices that come with Motif"),
        ("motif match \"retry a flaky call\"", "ask what worked for an intent"),
        ("motif serve", "dashboard and HTTP API on this machine"),
    ];

    public static int Show(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine(
            "Motif finds patterns in code, content and conversations, measures whether"
        );
        output.WriteLine("they work, and says which to use next.");
        output.WriteLine();
        foreach (var (line, purpose) in FirstSteps)
            output.WriteLine($"  {line, -35} {purpose}");
        output.WriteLine();
        output.WriteLine("All commands: motif --help; one with examples: motif COMMAND --help");
        return ExitCode.Ok;
    }
}
