using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Discovery;

/// <summary><c>motif items</c>: the corpus that discovery looks into.</summary>
internal static class ItemsCommand
{
    public static Command Build() =>
        new Command("items", "Keep videos, articles or posts with how they did")
        {
            ItemsImportCommand.Build(),
            ItemsClearCommand.Build(),
        }.WithExamples("motif items import videos.jsonl", "motif items clear --yes");
}
