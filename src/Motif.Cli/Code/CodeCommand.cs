using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Code;

/// <summary><c>motif code</c>: what is done with source code.</summary>
internal static class CodeCommand
{
    public static Command Build() =>
        new Command("code", "Find patterns in source code")
        {
            CodeScanCommand.Build(),
            CodeDuplicatesCommand.Build(),
            CodeWrongCommand.Build(),
            CodeAstCommand.Build(),
            CodeExportCommand.Build(),
            CodeRepositoriesCommand.Build(),
            CodePurgeFilesCommand.Build(),
        }.WithExamples("motif code scan .", "motif code export --format csv --output patterns.csv");
}
