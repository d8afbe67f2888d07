using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns import</c>: catalogues from JSON lines, Markdown files and folders of them.</summary>
internal static class PatternsImportCommand
{
    private static readonly string[] MarkdownEndings = [".md", ".markdown"];
    private static readonly string[] JsonLinesEndings = [".ndjson", ".jsonl"];

    public static Command Build()
    {
        var paths = new Argument<string[]>("paths")
        {
            Description =
                "Markdown files with front matter (.md), JSON lines (.ndjson, .jsonl), folders of both; - for JSON lines on standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "import",
            "Add or update patterns from files; exit code 1 when something was rejected"
        )
        {
            paths,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var sources = parsed.GetRequiredValue(paths).SelectMany(Sources).ToList();
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = await ImportAsync(engine, sources, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return report.RejectedLines == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "motif patterns import playbooks/",
            "motif patterns import retry.md catalogue.ndjson --json"
        );
    }

    public static bool IsMarkdown(string path) => HasEnding(path, MarkdownEndings);

    public static void Show(ImportReport report)
    {
        foreach (var rejected in report.Rejected)
            Print.Remark(
                $"{(rejected.Source is null ? "" : rejected.Source + ", ")}line {rejected.Line}: {rejected.Detail}"
            );
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Read} read: {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged, {report.RejectedLines} rejected"
            )
        );
    }

    private static async Task<ImportReport> ImportAsync(
        Engine engine,
        List<Source> sources,
        CancellationToken cancellationToken
    )
    {
        var markdown = sources
            .Where(s => IsMarkdown(s.Path))
            .Select(s => new MarkdownFile(s.Path, s.Key, File.ReadAllText(s.Path)));
        var report = await engine
            .Get<MarkdownImport>()
            .ImportAsync(markdown, Engine.Operator, cancellationToken);
        foreach (var (path, _) in sources.Where(s => !IsMarkdown(s.Path)))
        {
            await using var stream =
                path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            var read = await engine
                .Get<PatternImport>()
                .ImportAsync(stream, Engine.Operator, progress: null, cancellationToken);
            report += read with
            {
                Rejected = [.. read.Rejected.Select(r => r with { Source = path })],
            };
        }
        return report;
    }

    /// <summary>The files of an argument in ordinal order; a file's key is its path below the folder that was named.</summary>
    private static IEnumerable<Source> Sources(string path)
    {
        if (path == "-" || File.Exists(path))
        {
            if (path != "-" && !IsCatalogue(path))
                throw new UsageException(
                    $"{path} is neither Markdown (.md) nor JSON lines (.ndjson, .jsonl)"
                );
            return [new Source(path, Path.GetFileNameWithoutExtension(path))];
        }
        if (!Directory.Exists(path))
            throw new UsageException($"there is no file or folder {path}");
        var found = Directory
            .EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(IsCatalogue)
            .Order(StringComparer.Ordinal)
            .Select(file => new Source(file, KeyOf(path, file)))
            .ToList();
        return found.Count > 0
            ? found
            : throw new UsageException(
                $"{path} holds neither Markdown (.md) nor JSON lines (.ndjson, .jsonl)"
            );
    }

    private static string KeyOf(string folder, string file) =>
        Path.ChangeExtension(Path.GetRelativePath(folder, file), null)
            .Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsCatalogue(string path) =>
        IsMarkdown(path) || HasEnding(path, JsonLinesEndings);

    private static bool HasEnding(string path, string[] endings) =>
        endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private sealed record Source(string Path, string Key);
}
