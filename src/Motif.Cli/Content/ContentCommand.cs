using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Content;

/// <summary><c>motif content</c>: templates, fatigue and selection.</summary>
internal static class ContentCommand
{
    public static Command Build() =>
        new Command(
            "content",
            "Find the templates of posts, say which are worn out, choose the next"
        )
        {
            ContentExtractCommand.Build(),
            ContentCheckCommand.Build(),
            ContentRecordCommand.Build(),
            ContentSelectCommand.Build(),
            ContentGenerateCommand.Build(),
            ContentPublishCommand.Build(),
            ContentFeedbackCommand.Build(),
            ContentStatsCommand.Build(),
            ContentImportCommand.Build(),
            ContentMergeCommand.Build(),
            ContentRebuildCommand.Build(),
            ContentMineCommand.Build(),
            ContentEvaluateCommand.Build(),
            ContentSimulateCommand.Build(),
        }.WithExamples(
            "motif content check \"Hot take: remote work is killing culture\" --persona ada",
            "motif content select variants.json --persona ada -n 2",
            "motif content mine posts.txt",
            "motif content simulate --policy guard --runs 100"
        );
}
