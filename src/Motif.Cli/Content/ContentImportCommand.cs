using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Content.Posts;

namespace Motif.Cli.Content;

/// <summary><c>motif content import</c>: posts that were made elsewhere.</summary>
internal static class ContentImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON lines, or CSV with a header: persona_id, used_at, content, external_id, impressions, successes …; - for standard input",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "import",
            "Import posts made elsewhere; exit code 1 when lines were refused"
        )
        {
            file,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(file);
                await using var source = InputFile.Open(path);
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = await ImportAsync(engine, source, path, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return report.Refused.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "motif content import posts.jsonl",
            "motif content import posts.csv --json"
        );
    }

    private static async Task<PostImportReport> ImportAsync(
        Engine engine,
        Stream source,
        string path,
        CancellationToken cancellationToken
    )
    {
        var import = engine.Get<PostImport>();
        if (!InputFile.IsCsv(path))
            return await import.ImportAsync(source, cancellationToken);
        using var reader = new StreamReader(source);
        try
        {
            return await import.ImportCsvAsync(
                await reader.ReadToEndAsync(cancellationToken),
                cancellationToken
            );
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }
    }

    private static void Show(PostImportReport report)
    {
        foreach (var refused in report.Refused)
            Print.Remark($"line {refused.Row}: {refused.Reason}");
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Read} read: {report.Imported} imported, {report.Repeated} known already, {report.Breaches.Count} break a cap, {report.Refused.Count} refused"
            )
        );
    }
}
