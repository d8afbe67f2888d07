using System.CommandLine;
using System.CommandLine.Parsing;
using Motif.Cli.Code;
using Motif.Cli.Content;
using Motif.Cli.Database;
using Motif.Cli.Matching;
using Motif.Cli.Patterns;
using Motif.Cli.Serving;
using Motif.Cli.Terminal;
using Motif.Cli.Usage;
using Motif.Cli.Vectors;
using Motif.Server;
using Motif.Storage;

namespace Motif.Cli;

/// <summary>
/// The command <c>motif</c>. Exit codes: 0 ok, 1 failed, 2 bad usage, 130 interrupted. Results go to standard output,
/// everything else to standard error.
/// </summary>
internal static class MotifCommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var errors = string.Join(" ", parsed.Errors.Select(e => e.Message));
            return await ComplainAsync(ExitCode.BadUsage, $"{errors} (see: {HelpFor(parsed)})");
        }
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false }
            );
        }
        catch (UsageException exception)
        {
            return await ComplainAsync(ExitCode.BadUsage, exception.Message);
        }
        catch (ServerRefusedException exception)
        {
            return await ComplainAsync(ExitCode.BadUsage, exception.Message);
        }
        catch (UnstorableException exception)
        {
            return await ComplainAsync(ExitCode.BadUsage, exception.Message);
        }
        catch (BackendException exception)
        {
            return await ComplainAsync(ExitCode.Failed, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return await ComplainAsync(
                ExitCode.Interrupted,
                "interrupted; nothing of the unfinished step was kept"
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await ComplainAsync(ExitCode.Failed, exception.Message);
        }
    }

    /// <summary>All commands in the order in which help shows them.</summary>
    internal static RootCommand Build()
    {
        var root = new RootCommand(
            "Finds patterns in code, content and conversations, measures whether they work, and says which to use next."
        );
        root.Add(CommonOptions.Database);
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
        root.Add(VectorsCommand.Build());
        root.Add(LexiconCommand.Build());
        root.Add(ExportCommand.Build());
        root.Add(ImportCommand.Build());
        root.Add(KeysCommand.Build());
        Examples.ShowInHelpOf(root);
        return root;
    }

    private static string HelpFor(ParseResult parsed)
    {
        var names = new List<string>();
        for (
            SymbolResult? result = parsed.CommandResult;
            result is CommandResult command;
            result = result.Parent
        )
            names.Insert(0, command.Command is RootCommand ? "motif" : command.Command.Name);
        return string.Join(' ', names) + " --help";
    }

    private static async Task<int> ComplainAsync(int exitCode, string message)
    {
        await Console.Error.WriteLineAsync($"motif: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
