using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns status</c>: moves a pattern through its lifecycle.</summary>
internal static class PatternsStatusCommand
{
    public static Command Build()
    {
        var id = PatternArgument.Create();
        var status = new Argument<string>("status")
        {
            Description = "draft, active, deprecated or archived",
        };
        status.AcceptOnlyFromAmong([
            .. Enum.GetValues<PatternStatus>().Select(s => WireName.Of(s)),
        ]);
        var note = new Option<string?>("--note") { Description = "Why, for the history" };
        var command = new Command("status", "Move a pattern through its lifecycle")
        {
            id,
            status,
            note,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var pattern = await PatternArgument.FindAsync(
                    engine,
                    parsed.GetRequiredValue(id),
                    cancellationToken
                );
                var patch = new PatternPatch
                {
                    Status = CommonOptions.Value<PatternStatus>(parsed.GetValue(status)),
                    Note = parsed.GetValue(note),
                };
                Print.Patterns([
                    Answer.Expect(
                        await engine
                            .Get<Catalogue>()
                            .PatchAsync(
                                pattern.PatternId,
                                pattern.Version,
                                patch,
                                Engine.Operator,
                                cancellationToken
                            )
                    ),
                ]);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns status 8d2f0c1e deprecated --note \"use the other one\""
        );
    }
}
