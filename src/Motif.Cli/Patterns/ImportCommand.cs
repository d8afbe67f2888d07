using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

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
                await using var source = InputFile.Open(parsed.GetRequiredValue(file));
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = await engine
                    .Get<PatternImport>()
                    .ImportAsync(source, Engine.Operator, null, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    PatternsImportCommand.Show(report);
                return report.RejectedLines == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "motif import catalogue.ndjson",
            "zcat patterns.ndjson.gz | motif import -"
        );
    }
}
