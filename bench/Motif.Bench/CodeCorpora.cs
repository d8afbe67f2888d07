using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Sqlite;
using Motif.Code;
using Motif.Code.Patterns;
using Motif.Code.Scanning;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// Scans source trees as <c>motif code scan</c> does, each into a catalogue of its own, and shows what the catalogue then holds:
/// patterns by kind, the best by name, how quality is spread. Fails if a pattern bears the name of a file.
/// <c>code-corpora [--path FOLDER]… [--report FILE] [--smoke]</c>; without a path this repository's own source.
/// </summary>
internal static class CodeCorpora
{
    private const int Best = 30;
    private const int Bins = 10;
    private const int BarWidth = 40;

    private sealed record Corpus(
        Motif.Code.CodeScan Scan,
        IReadOnlyList<(Pattern Pattern, CodePatternBody Body)> Patterns,
        IReadOnlyList<Occurrence> Occurrences
    );

    public static async Task<int> RunAsync(string[] args)
    {
        var report = new StringBuilder(
            """
            # What scans of real code give

            Each tree is scanned as `motif code scan` does it, into an empty catalogue. A pattern is what a rule recognised or what
            recurs with the same structure (`structure`); its quality is the median of its occurrences' over what was measured
            (no coverage report was given, so coverage has no weight).

            """
        );
        var files = 0;
        foreach (var path in Paths(args))
        {
            var corpus = await ScanAsync(path);
            files += AddCorpus(report, corpus);
        }
        Console.WriteLine(report);
        if (Value(args, "--report") is { } file)
            await File.WriteAllTextAsync(file, report.ToString());
        return files == 0 ? 0 : 1;
    }

    private static List<string> Paths(string[] args)
    {
        var given = args.Select((a, i) => (a, i))
            .Where(a => a.a == "--path" && a.i + 1 < args.Length)
            .Select(a => args[a.i + 1])
            .ToList();
        return given.Count > 0 ? given : [OwnSource()];
    }

    private static async Task<Corpus> ScanAsync(string path)
    {
        var folder = Directory.CreateTempSubdirectory("motif-bench-").FullName;
        var services = new ServiceCollection();
        services.AddMotif().UseSqlite(Path.Combine(folder, "motif.db"));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IMotifDatabase>().MigrateAsync(default);
        var scan = await provider
            .GetRequiredService<CodeScanner>()
            .ScanAsync(new ScanRequest { Root = path }, null, default);
        var store = provider.GetRequiredService<ICodeStore>();
        var patterns = await store.PatternsAsync(scan.Repository, default);
        var occurrences = await store.OccurrencesInAsync(scan.Repository, default);
        Directory.Delete(folder, recursive: true);
        return new Corpus(
            scan,
            [
                .. patterns.Select(p =>
                    (p.Pattern, p.Pattern.Body.Deserialize<CodePatternBody>(MotifJson.Options)!)
                ),
            ],
            occurrences
        );
    }

    /// <returns>How many patterns are named after a file.</returns>
    private static int AddCorpus(StringBuilder report, Corpus corpus)
    {
        var (scan, patterns, occurrences) = corpus;
        var named = NamedAfterFiles(corpus);
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"""

            ## {scan.Repository}

            {scan.Files} files, {scan.Lines} lines, {scan.Units} functions and classes, {scan.FilesFailed} files that did not parse; {patterns.Count} patterns with {occurrences.Count} occurrences. Named after a file: {named.Count}{string.Concat(
                named.Select(n => $" ({n})")
            )}.
            """
        );
        AddKinds(report, patterns, occurrences);
        AddBest(report, patterns);
        AddHistogram(report, patterns);
        return named.Count;
    }

    private static List<string> NamedAfterFiles(Corpus corpus)
    {
        var files = corpus
            .Occurrences.SelectMany(o => new[] { Path.GetFileName(o.File), o.File })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. corpus
                .Patterns.Select(p => p.Pattern.Name)
                .Where(n => files.Contains(n) || n.Contains(".py", StringComparison.Ordinal)),
        ];
    }

    private static void AddKinds(
        StringBuilder report,
        IReadOnlyList<(Pattern Pattern, CodePatternBody Body)> patterns,
        IReadOnlyList<Occurrence> occurrences
    )
    {
        var places = occurrences.CountBy(o => o.Rule).ToDictionary(StringComparer.Ordinal);
        report.AppendLine("\n| kind | patterns | occurrences | design | class | function |");
        report.AppendLine("|---|--:|--:|--:|--:|--:|");
        foreach (
            var rule in patterns
                .GroupBy(p => p.Body.Rule, StringComparer.Ordinal)
                .OrderByDescending(g => places.GetValueOrDefault(g.Key))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            var types = rule.CountBy(p => p.Pattern.PatternType).ToDictionary();
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {rule.Key} | {rule.Count()} | {places.GetValueOrDefault(rule.Key)} | {types.GetValueOrDefault("design_pattern")} | {types.GetValueOrDefault("class_pattern")} | {types.GetValueOrDefault("function_pattern")} |"
            );
        }
    }

    private static void AddBest(
        StringBuilder report,
        IReadOnlyList<(Pattern Pattern, CodePatternBody Body)> patterns
    )
    {
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"\nThe {Best} best by quality, then by occurrences:\n"
        );
        report.AppendLine("| name | kind | occurrences | files | quality | exemplar |");
        report.AppendLine("|---|---|--:|--:|--:|---|");
        foreach (
            var (pattern, body) in patterns
                .OrderByDescending(p => p.Pattern.Quality.Score ?? 0)
                .ThenByDescending(p => p.Body.OccurrenceCount)
                .ThenBy(p => p.Pattern.Key, StringComparer.Ordinal)
                .Take(Best)
        )
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {pattern.Name} | {body.Rule} | {body.OccurrenceCount} | {body.FileCount} | {pattern.Quality.Score:0.00} | {body.FilePath}:{body.LineRange[0]} {body.QualifiedName} |"
            );
    }

    private static void AddHistogram(
        StringBuilder report,
        IReadOnlyList<(Pattern Pattern, CodePatternBody Body)> patterns
    )
    {
        var bins = new int[Bins];
        foreach (var (pattern, _) in patterns)
        {
            if (pattern.Quality.Score is { } score)
                bins[Math.Min(Bins - 1, (int)(score * Bins))]++;
        }
        var highest = Math.Max(1, bins.Max());
        report.AppendLine("\nQuality of the patterns:\n\n```");
        for (var i = 0; i < Bins; i++)
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"{i / (double)Bins:0.0}–{(i + 1) / (double)Bins:0.0} {bins[i], 6} {new string('█', bins[i] * BarWidth / highest)}"
            );
        report.AppendLine("```");
    }

    private static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static string OwnSource()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Motif.slnx")))
                return Path.Combine(at.FullName, "src", "Motif", "Code", "Quality");
        }
        throw new DirectoryNotFoundException("run it inside the repository or give --path");
    }
}
