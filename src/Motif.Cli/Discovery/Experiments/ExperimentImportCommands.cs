using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment exposures</c> and <c>outcomes</c>: who saw which arm, and did what.</summary>
internal static class ExperimentImportCommands
{
    private const int Shown = 20;

    private delegate Task<CatalogueAnswer<UnitImportReport>> Import(
        UnitImport import,
        Guid experimentId,
        Stream source,
        bool isCsv,
        CancellationToken cancellationToken
    );

    public static Command Exposures() =>
        Build(
            "exposures",
            "Import who saw which arm; exit code 1 when lines were refused",
            "JSON lines, or CSV with a header: unit, arm, at; anything else is an attribute of the unit; - for standard input",
            (import, id, source, isCsv, cancellationToken) =>
                import.ExposuresAsync(id, source, isCsv, cancellationToken)
        );

    public static Command Outcomes() =>
        Build(
            "outcomes",
            "Import what units did; exit code 1 when lines were refused",
            "JSON lines, or CSV with a header: unit, outcome, at, value (1 when not given); - for standard input",
            (import, id, source, isCsv, cancellationToken) =>
                import.OutcomesAsync(id, source, isCsv, cancellationToken)
        );

    private static Command Build(string name, string description, string lines, Import import)
    {
        var id = ExperimentCommand.Id();
        var file = new Argument<string>("file") { Description = lines };
        var json = CommonOptions.Json();
        var command = new Command(name, description) { id, file, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(file);
                await using var source = InputFile.Open(path);
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                UnitImportReport report;
                try
                {
                    report = Answer.Expect(
                        await import(
                            engine.Get<UnitImport>(),
                            parsed.GetRequiredValue(id),
                            source,
                            InputFile.IsCsv(path),
                            cancellationToken
                        )
                    );
                }
                catch (FormatException exception)
                {
                    throw new UsageException($"{path}: {exception.Message}");
                }
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return report.Refused == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            $"motif experiment {name} 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e {name}.csv"
        );
    }

    private static void Show(UnitImportReport report)
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
                $"{report.Read} read: {report.Added} added, {report.Known} known, {report.Refused} refused"
            )
        );
    }
}
