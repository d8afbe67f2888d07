using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Usage;

/// <summary><c>motif usage import</c>: the manifests of agents into the ledger.</summary>
internal static class UsageImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON lines, a manifest a line: manifest_id, actor, at, exposed, applied, outcomes; - for standard input",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "import",
            "Record what agents were shown and what they applied; exit code 1 when lines were rejected"
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
                var report = await engine.Get<UsageImport>().ImportAsync(source, cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return report.RejectedLines == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "motif usage import manifests.jsonl",
            """echo '{"manifest_id": "run-7", "actor": "coder", "at": "2026-01-31T12:00:00Z", "exposed": ["success:cache-aside-with-explicit-invalidation"], "applied": ["success:cache-aside-with-explicit-invalidation"]}' | motif usage import -"""
        );
    }

    private static void Show(UsageImportReport report)
    {
        foreach (var rejected in report.Rejected)
            Print.Remark($"line {rejected.Line}: {rejected.Detail}");
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Read} read: {report.Exposures} exposures, {report.Uses} uses and {report.Outcomes} outcomes recorded, {report.Repeated} known already, {report.RejectedLines} lines rejected"
            )
        );
    }
}
