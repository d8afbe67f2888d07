using System.CommandLine;

namespace Motif.Cli;

/// <summary><c>motif usage</c>: who uses what, over all patterns.</summary>
internal static class UsageCommand
{
    public static Command Build() =>
        new Command("usage", "Record and report who uses what")
        {
            UsageImportCommand.Build(),
        }.WithExamples("motif usage import manifests.jsonl");
}
