using System.CommandLine;
using Motif.Cli.Code;
using Motif.Cli.Content;
using Motif.Cli.Database;
using Motif.Cli.Decisions;
using Motif.Cli.Discovery;
using Motif.Cli.Discovery.Experiments;
using Motif.Cli.Matching;
using Motif.Cli.Patterns;
using Motif.Cli.Serving;
using Motif.Cli.Terminal;
using Motif.Cli.Usage;
using Motif.Cli.Vectors;

namespace Motif.Cli;

/// <summary>
/// The command <c>motif</c>. Exit codes: 0 ok, 1 failed, 2 bad usage, 130 interrupted. Results go to standard output,
/// everything else to standard error.
/// </summary>
internal static class MotifCommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        try
        {
            var parsed = Build().Parse(args);
            if (parsed.Errors.Count > 0)
                throw new UsageException(Mistyped.Explain(parsed, args));
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false }
            );
        }
        catch (Exception exception)
        {
            return await Complaint.TellAsync(exception);
        }
    }

    /// <summary>All commands in the order in which help shows them.</summary>
    internal static RootCommand Build()
    {
        var root = new RootCommand(
            "Finds patterns in code, content and conversations, measures whether they work, and says which to use next."
        );
        root.Add(CommonOptions.Database);
        root.SetAction(Welcome.Show);
        root.Add(DemoCommand.Build());
        root.Add(ServeCommand.Build());
        root.Add(DoctorCommand.Build());
        root.Add(DatabaseCommand.Build());
        root.Add(PatternsCommand.Build());
        root.Add(UsageCommand.Build());
        root.Add(MatchCommand.Build());
        root.Add(McpCommand.Build());
        root.Add(CodeCommand.Build());
        root.Add(ContentCommand.Build());
        root.Add(DecideCommand.Build());
        root.Add(ItemsCommand.Build());
        root.Add(DiscoverCommand.Build());
        root.Add(ExperimentCommand.Build());
        root.Add(VectorsCommand.Build());
        root.Add(LexiconCommand.Build());
        root.Add(ExportCommand.Build());
        root.Add(ImportCommand.Build());
        root.Add(KeysCommand.Build());
        Examples.ShowInHelpOf(root);
        return root;
    }
}
