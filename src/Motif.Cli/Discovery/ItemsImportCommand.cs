using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Advice;
using Motif.Discovery.Items;

namespace Motif.Cli.Discovery;

/// <summary><c>motif items import</c>: items from JSON lines or CSV.</summary>
internal static class ItemsImportCommand
{
    private const int Shown = 20;

    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON lines, or CSV with a header: id, text, channel, published_at, views or performance_ratio, embedding; anything else is an attribute; - for standard input",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "import",
            "Import items with how they did; exit code 1 when lines were refused"
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
                await engine.Get<ItemPlacement>().PlaceNewAsync(cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return report.Refused == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "motif items import videos.jsonl",
            "motif items import posts.csv --json"
        );
    }

    private static async Task<ItemImportReport> ImportAsync(
        Engine engine,
        Stream source,
        string path,
        CancellationToken cancellationToken
    )
    {
        var import = engine.Get<ItemImport>();
        if (!InputFile.IsCsv(path))
            return await import.ImportAsync(source, cancellationToken);
        try
        {
            return await import.ImportCsvAsync(source, cancellationToken);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }
    }

    private static void Show(ItemImportReport report)
    {
        foreach (var refused in report.Reasons.Take(Shown))
            Print.Remark($"line {refused.Line}: {refused.Reason}");
        if (report.Refused > Shown)
            Print.Remark(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"… and {report.Refused - Shown} more; --json lists them"
                )
            );
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Read} read: {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged, {report.Refused} refused"
            )
        );
    }
}
