using System.CommandLine;
using Motif.Catalog;

namespace Motif.Cli;

/// <summary><c>motif import</c>: patterns from JSON lines, as <c>motif export</c> writes them.</summary>
internal static class ImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description = "JSON lines, one pattern a line; - for standard input",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "import",
            "Add or update patterns from JSON lines; exit code 1 when lines were rejected"
        )
        {
            file,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var source = Open(parsed.GetRequiredValue(file));
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = await engine
                    .Get<PatternImport>()
                    .ImportAsync(source, Engine.Operator, null, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    PatternsImportCommand.Show(report);
                return report.RejectedLines == 0 ? MotifCommandLine.Ok : MotifCommandLine.Failed;
            }
        );
        return command.WithExamples(
            "motif import catalogue.ndjson",
            "zcat patterns.ndjson.gz | motif import -"
        );
    }

    internal static Stream Open(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();
        return File.Exists(path)
            ? File.OpenRead(path)
            : throw new UsageException($"there is no file {path}");
    }
}
