using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Code;

namespace Motif.Cli.Code;

/// <summary><c>motif code purge-files</c>: removes the file names that a predecessor took for patterns.</summary>
internal static class CodePurgeFilesCommand
{
    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Remove what is listed, after a backup; without it nothing is changed",
    };

    private static readonly Option<string?> Backup = new("--backup")
    {
        Description =
            "The backup to write first; it must not exist. motif-before-purge-TIME.backup here when not given",
        HelpName = "file",
    };

    private static readonly Option<string[]> Extensions = new("--extension")
    {
        Description =
            "Further endings of file names, such as .ts; those of the languages that are scanned are known",
    };

    private static readonly Option<string[]> Keep = new("--keep")
    {
        Description = "Leave in this pattern, or all whose ids begin so",
        HelpName = "id",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "purge-files",
            "List code patterns that are mere file names and stand nowhere; with --yes remove them"
        )
        {
            Yes,
            Backup,
            Extensions,
            Keep,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif code purge-files",
            "motif code purge-files --yes --backup before-purge.backup",
            "motif code purge-files --extension .ts --keep 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 --yes"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var extensions = parsed.GetValue(Extensions) ?? [];
        var odd = extensions.FirstOrDefault(e => e.Length < 2 || e[0] != '.' || e.Contains('*'));
        if (odd is not null)
            throw new UsageException(
                $"--extension {odd}: an ending begins with a dot and holds no wildcard, such as .ts"
            );
        var kept = (parsed.GetValue(Keep) ?? []).Select(PrefixOf).ToList();
        var backup = BackupPath(parsed);
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var files = engine.Get<FileNamedPatterns>();
        var found = await files.FindAsync(extensions, cancellationToken);
        IReadOnlyList<Pattern> chosen =
        [
            .. found.Where(p => !kept.Exists(k => k.Contains(p.PatternId))),
        ];
        var isDryRun = !parsed.GetValue(Yes);
        var purge = isDryRun
            ? new FilePurge(null, [])
            : Answer.Expect(
                await files.PurgeAsync(chosen, backup, Engine.Operator, cancellationToken)
            );
        if (parsed.GetValue(Json))
            Print.Json(Document(isDryRun, chosen, purge));
        else
            Show(isDryRun, chosen, purge);
        return ExitCode.Ok;
    }

    /// <summary>The parser checks no list of ids before it is asked for.</summary>
    private static IdPrefix PrefixOf(string text) =>
        IdPrefix.Parse(text)
        ?? throw new UsageException(
            $"--keep {text}: a pattern's id or its first digits are expected"
        );

    private static string BackupPath(ParseResult parsed)
    {
        var time = TimeProvider.System.GetUtcNow();
        var path =
            parsed.GetValue(Backup)
            ?? $"motif-before-purge-{time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.backup";
        return File.Exists(path)
            ? throw new UsageException($"{path} exists already; give --backup another name")
            : path;
    }

    private static object Document(bool isDryRun, IReadOnlyList<Pattern> chosen, FilePurge purge) =>
        new
        {
            DryRun = isDryRun,
            purge.Backup,
            Purged = purge.Purged.Count,
            Patterns = chosen.Select(p => new
            {
                p.PatternId,
                p.Name,
                p.PatternType,
                p.Status,
                p.Usage,
            }),
        };

    private static void Show(bool isDryRun, IReadOnlyList<Pattern> chosen, FilePurge purge)
    {
        if (chosen.Count == 0)
        {
            Print.Remark("no code pattern is called like a file and stands nowhere");
            return;
        }
        if (isDryRun)
        {
            Print.Patterns(chosen);
            Print.Remark(
                $"{chosen.Count} would be removed; nothing was changed. --yes removes them after a backup, --keep ID leaves one in"
            );
            return;
        }
        Print.Line($"{purge.Purged.Count} removed");
        Print.Remark(
            $"backup: {purge.Backup}  (motif db restore {purge.Backup} --yes brings them back)"
        );
    }
}
