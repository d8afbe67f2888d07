using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Duplicates;

namespace Motif.Cli.Code;

/// <summary><c>motif code duplicates</c>: copies and near copies in what was scanned.</summary>
internal static class CodeDuplicatesCommand
{
    /// <summary>Scans that are looked through for the tree that a path belongs to.</summary>
    private const int KnownScans = 1000;

    private const int ShownPlaces = 5;

    private static readonly Argument<string?> Path = new("path")
    {
        Description =
            "A file or folder of a scanned tree; everything that was scanned when not given",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "Only in this language",
    };

    private static readonly Option<int?> MinLines = new("--min-lines")
    {
        Description = "Only where the longest place has at least so many lines",
    };

    private static readonly Option<string?> Cursor = CommonOptions.Cursor();

    private static readonly Option<int> Limit = CommonOptions.Limit(20, DuplicateQuery.MaxLimit);

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "duplicates",
            "List copies and near copies, those with most redundant lines first"
        )
        {
            Path,
            Language,
            MinLines,
            Cursor,
            Limit,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif code duplicates",
            "motif code duplicates src --min-lines 10",
            "motif code duplicates src/store.py --json"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var (repository, path) = parsed.GetValue(Path) is { } given
            ? await InTreeAsync(engine, given, cancellationToken)
            : (null, null);
        var page = Answer.Expect(
            await engine
                .Get<CodeDuplicates>()
                .ListAsync(
                    new DuplicateQuery
                    {
                        Repository = repository,
                        Path = path,
                        Language = parsed.GetValue(Language),
                        MinLines = parsed.GetValue(MinLines),
                        Limit = parsed.GetValue(Limit),
                        Cursor = parsed.GetValue(Cursor),
                    },
                    cancellationToken
                )
        );
        if (parsed.GetValue(Json))
            Print.Json(page);
        else
            Show(page);
        return ExitCode.Ok;
    }

    /// <summary>The scanned tree that the path lies in, the nearest of several, and the path inside it.</summary>
    private static async Task<(string Repository, string Path)> InTreeAsync(
        Engine engine,
        string given,
        CancellationToken cancellationToken
    )
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(given));
        var scans = await engine.Get<ICodeStore>().ScansAsync(KnownScans, cancellationToken);
        var tree = scans
            .Where(s =>
                s.Root == full
                || full.StartsWith(
                    s.Root + System.IO.Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            )
            .MaxBy(s => s.Root.Length);
        return tree is null
            ? throw new UsageException(
                $"{given} lies in no tree that was scanned; `motif code scan {given}` does"
            )
            : (tree.Repository, System.IO.Path.GetRelativePath(tree.Root, full));
    }

    private static void Show(DuplicatePage page)
    {
        if (page.Items.Count == 0)
        {
            Print.Remark("no copies; `motif code scan PATH` looks for them");
            return;
        }
        foreach (var group in page.Items)
        {
            Line(
                $"{group.Name}  {group.Places} places, {group.RedundantLines} redundant lines, {Print.Percent(group.Similarity)} alike"
            );
            foreach (var copy in group.Copies.Take(ShownPlaces))
                Line($"  {copy.File}:{copy.StartLine}-{copy.EndLine}  {copy.QualifiedName}");
            if (group.Places > ShownPlaces)
                Line($"  and {group.Places - ShownPlaces} more");
        }
        Line($"{page.Total} groups, {page.TotalRedundantLines} redundant lines");
        Print.Next(page.NextCursor);
    }

    private static void Line(FormattableString text) =>
        Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
