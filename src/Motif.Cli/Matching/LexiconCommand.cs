using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Matching;

/// <summary><c>motif lexicon</c>: the vectors that need no model and no network.</summary>
internal static class LexiconCommand
{
    public static Command Build() =>
        new Command("lexicon", "Train the offline vectors")
        {
            LexiconTrainCommand.Build(),
        }.WithExamples("motif lexicon train sections.jsonl --out our.lexicon");
}
