using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Quality.Coverage;
using Motif.Code.Scanning;
using Motif.Code.Scanning.Kept;
using Spectre.Console;

namespace Motif.Cli.Code;

/// <summary><c>motif code scan</c>: finds the patterns of source trees and keeps them in the catalogue.</summary>
internal static class CodeScanCommand
{
    private const int ShownPatterns = 40;
    private const int ShownErrors = 20;

    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Folders or files; each is a repository of the catalogue",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Repository = new("--repository")
    {
        Description = "The repository's name in the catalogue; the folder's name when not given",
    };

    private static readonly Option<string[]> Excludes = new("--exclude")
    {
        Description = "More patterns as in a .gitignore at the root",
    };

    private static readonly Option<string[]> Coverage = new("--coverage")
    {
        Description = "Report of coverage.py (json, xml), Cobertura or lcov",
        HelpName = "file",
    };

    private static readonly Option<double?> MinQuality = new("--min-quality")
    {
        Description = "Leave out patterns whose quality is measured and lower, 0 to 1",
    };

    private static readonly Option<int?> MaxComplexity = new("--max-complexity")
    {
        Description = "Leave out occurrences with a greater cyclomatic complexity",
    };

    private static readonly Option<bool> NoTests = new("--no-tests")
    {
        Description = "Leave out occurrences in the code of tests",
    };

    private static readonly Option<int?> Parallel = new("--parallel")
    {
        Description = "Threads, 1 to 256; one per processor when not given",
    };

    private static readonly Option<bool> Occurrences = new("--occurrences")
    {
        Description = "Show every place, not only the patterns",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command("scan", "Find the patterns of source trees")
        {
            Paths,
            Repository,
            Excludes,
            Coverage,
            MinQuality,
            MaxComplexity,
            NoTests,
            Parallel,
            Occurrences,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif code scan .",
            "motif code scan src lib --coverage coverage.xml --min-quality 0.6",
            "motif code scan . --json --occurrences"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var requests = Requests(parsed);
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var scans = new List<CodeScan>();
        foreach (var request in requests)
            scans.Add(await ScanAsync(engine, request, cancellationToken));
        if (engine.Find<KeptFacts>()?.Trouble is { } trouble)
            Print.Remark(
                $"What was read could not be kept, so that the next scan reads it again: {trouble}"
            );
        var found = await FoundAsync(engine, scans, cancellationToken);
        if (parsed.GetValue(Json))
            Print.Json(Document(scans, found, parsed.GetValue(Occurrences)));
        else
            PrintTables(scans, found, parsed.GetValue(Occurrences));
        return ExitCode.Ok;
    }

    private static List<ScanRequest> Requests(ParseResult parsed)
    {
        var paths = parsed.GetRequiredValue(Paths);
        var repository = parsed.GetValue(Repository);
        if (repository is not null && paths.Length > 1)
            throw new UsageException(
                "--repository names one tree; scan several paths one by one, or leave it out"
            );
        var names = paths
            .GroupBy(NameOf, StringComparer.Ordinal)
            .FirstOrDefault(g => g.Count() > 1);
        if (names is not null)
            throw new UsageException(
                $"two paths are called {names.Key}; scan them one by one with --repository"
            );
        return
        [
            .. paths.Select(path => new ScanRequest
            {
                Root = path,
                Repository = repository,
                Excludes = parsed.GetValue(Excludes) ?? [],
                CoverageFiles = parsed.GetValue(Coverage) ?? [],
                MinQuality = parsed.GetValue(MinQuality),
                MaxComplexity = parsed.GetValue(MaxComplexity),
                WithoutTests = parsed.GetValue(NoTests),
                Parallelism = parsed.GetValue(Parallel),
            }),
        ];
    }

    private static string NameOf(string path) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    public static async Task<CodeScan> ScanAsync(
        Engine engine,
        ScanRequest request,
        CancellationToken cancellationToken
    )
    {
        var scanner = engine.Get<CodeScanner>();
        try
        {
            if (!Print.Remarks.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
                return await scanner.ScanAsync(request, null, cancellationToken);
            return await Print
                .Remarks.Progress()
                .AutoClear(true)
                .Columns(
                    new SpinnerColumn(),
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn(),
                    new PercentageColumn()
                )
                .StartAsync(context =>
                    scanner.ScanAsync(
                        request,
                        new ProgressBar(context.AddTask(request.Root)),
                        cancellationToken
                    )
                );
        }
        catch (Exception exception)
            when (exception
                    is ValidationException
                        or FileNotFoundException
                        or CoverageFormatException
            )
        {
            throw new UsageException(exception.Message);
        }
    }

    private static async Task<Found> FoundAsync(
        Engine engine,
        List<CodeScan> scans,
        CancellationToken cancellationToken
    )
    {
        var store = engine.Get<ICodeStore>();
        var patterns = new Dictionary<Guid, Pattern>();
        var occurrences = new List<Occurrence>();
        foreach (var scan in scans)
        {
            foreach (var stored in await store.PatternsAsync(scan.Repository, cancellationToken))
                patterns[stored.Pattern.PatternId] = stored.Pattern;
            occurrences.AddRange(
                await store.OccurrencesInAsync(scan.Repository, cancellationToken)
            );
        }
        return new Found(
            [
                .. patterns
                    .Values.OrderByDescending(p => p.Quality.Score ?? -1)
                    .ThenBy(p => p.Key, StringComparer.Ordinal),
            ],
            occurrences
        );
    }

    private static object Document(List<CodeScan> scans, Found found, bool withOccurrences)
    {
        var errors = scans.SelectMany(s => s.Errors);
        var summaries = scans.Select(s => s with { Errors = [] });
        return withOccurrences
            ? new
            {
                Scans = summaries,
                Occurrences = found.Occurrences.Select(o => new
                {
                    o.Repository,
                    o.File,
                    o.StartLine,
                    o.EndLine,
                    o.QualifiedName,
                    o.Rule,
                    o.Confidence,
                    o.PatternId,
                }),
                found.Patterns,
                Errors = errors,
            }
            : new
            {
                Scans = summaries,
                found.Patterns,
                Errors = errors,
            };
    }

    private static void PrintTables(List<CodeScan> scans, Found found, bool withOccurrences)
    {
        Print.Patterns([.. found.Patterns.Take(ShownPatterns)]);
        if (found.Patterns.Count > ShownPatterns)
            Print.Remark(
                $"{found.Patterns.Count - ShownPatterns} more: motif patterns list --kind code"
            );
        if (withOccurrences)
            PrintOccurrences(found);
        foreach (var scan in scans)
            PrintScan(scan);
    }

    private static void PrintOccurrences(Found found)
    {
        var names = found.Patterns.ToDictionary(p => p.PatternId, p => p.Name);
        var table = new TextTable(
            new("Place", Wraps: true),
            new("Unit", DropAt: 2, Wraps: true),
            new("Pattern", Wraps: true),
            new("Rule", DropAt: 1),
            new("Confidence", DropAt: 3, IsNumber: true)
        );
        foreach (var occurrence in found.Occurrences)
            table.Add(
                $"{occurrence.File}:{occurrence.StartLine}-{occurrence.EndLine}",
                occurrence.QualifiedName,
                names.GetValueOrDefault(occurrence.PatternId, ""),
                occurrence.Rule,
                occurrence.Confidence.ToString()
            );
        Print.Table(table);
    }

    private static void PrintScan(CodeScan scan)
    {
        var seconds = (scan.FinishedAt - scan.StartedAt)?.TotalSeconds ?? 0;
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{scan.Repository}: {scan.Files} files, {scan.Lines} lines, {scan.Units} units, {scan.Occurrences} occurrences of {scan.Patterns} patterns in {seconds:0.0} s"
            )
        );
        Print.Line(
            scan.Writes == 0
                ? "  nothing has changed since the last scan"
                : $"  {scan.Added} patterns new, {scan.Changed} changed, {scan.Retired} retired"
        );
        foreach (var (repository, files) in scan.Changes?.TakenOver ?? [])
            Print.Remark(
                $"  {files} files had been counted in {repository} and are counted here now"
            );
        foreach (var error in scan.Errors.Take(ShownErrors))
            Print.Remark(
                $"  {error.File}{(error.Line is { } line ? $":{line}" : "")}: {error.Message}"
            );
        if (scan.Errors.Count > ShownErrors)
            Print.Remark($"  and {scan.Errors.Count - ShownErrors} more; --json lists them");
    }

    private sealed record Found(
        IReadOnlyList<Pattern> Patterns,
        IReadOnlyList<Occurrence> Occurrences
    );

    private sealed class ProgressBar(ProgressTask task) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value)
        {
            task.Description = value.Step;
            task.IsIndeterminate = value.Total == 0;
            if (value.Total > 0)
                task.MaxValue(value.Total).Value(value.Done);
        }
    }
}
