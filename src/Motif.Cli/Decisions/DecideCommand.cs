using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide</c>: messages answered from learned patterns.</summary>
internal static class DecideCommand
{
    public static Command Build() =>
        new Command("decide", "Answer messages from learned patterns, from shadow to automatic")
        {
            DecideMessageCommand.BuildTest(),
            DecideMessageCommand.BuildProcess(),
            DecideLearnCommand.Build(),
            DecideQueueCommand.BuildQueue(),
            DecideQueueCommand.BuildApprove(),
            DecideQueueCommand.BuildReject(),
            DecideImportCommand.Build(),
            DecideMergeCommand.Build(),
            DecideWhatIfCommand.Build(),
            DecideConfigCommand.Build(),
            DecideStatsCommand.Build(),
            DecideAuditCommand.Build(),
            DecideReplayCommand.Build(),
        }.WithExamples(
            "motif decide test \"Which bay is mine?\"",
            "motif decide config --enabled true",
            "motif decide replay log.jsonl --target 0.98 --feedback partial"
        );
}
