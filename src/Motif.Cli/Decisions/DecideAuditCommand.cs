using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Decisions;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide audit verify</c>: is the audit as it was written?</summary>
internal static class DecideAuditCommand
{
    public static Command Build() =>
        new Command("audit", "The record of who did what") { BuildVerify() }.WithExamples(
            "motif decide audit verify"
        );

    private static Command BuildVerify()
    {
        var json = CommonOptions.Json();
        var command = new Command(
            "verify",
            "Check every link of the audit's chain; exit code 1 where one was changed"
        )
        {
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var found = await engine.Get<DecisionReports>().VerifyAsync(cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(found);
                else
                    Print.Line(
                        found.BrokenAt is { } broken
                            ? string.Create(
                                CultureInfo.InvariantCulture,
                                $"entry {broken} does not follow from those before it"
                            )
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"{found.Entries} entries, whole; {found.Hash}"
                            )
                    );
                return found.IsWhole ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples("motif decide audit verify --json");
    }
}
