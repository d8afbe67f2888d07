using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Code;

/// <summary><c>motif code</c>: what is done with source code.</summary>
internal static class CodeCommand
{
    public static Command Build() =>
        new("code", "Find patterns in source code")
        {
            CodeScanCommand.Build(),
            CodeAstCommand.Build(),
            CodeExportCommand.Build(),
            CodeRepositoriesCommand.Build(),
            CodePurgeFilesCommand.Build(),
        };
}
