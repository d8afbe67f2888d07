using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns use</c>: records that a pattern was used.</summary>
internal static class PatternsUseCommand
{
    public static Command Build()
    {
        var id = PatternArgument.Create();
        var actor = new Option<string>("--actor") { Description = "Who used it", Required = true };
        var context = new Option<string?>("--context") { Description = "Where or for what" };
        var outcome = CommonOptions.Named<UseOutcome>(
            "--outcome",
            "How it ended, where that is known already"
        );
        var key = new Option<string?>("--idempotency-key")
        {
            Description = "A second call with the same key counts once",
        };
        var match = new Option<string?>("--match-id")
        {
            Description = "The match whose result was used",
        };
        var json = CommonOptions.Json();
        var command = new Command("use", "Record that a pattern was used")
        {
            id,
            actor,
            context,
            outcome,
            key,
            match,
            json,
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
                var draft = new UseDraft(
                    parsed.GetRequiredValue(actor),
                    Context: parsed.GetValue(context),
                    IdempotencyKey: parsed.GetValue(key),
                    MatchId: await PatternArgument.MatchAsync(
                        engine,
                        pattern,
                        parsed.GetValue(match),
                        cancellationToken
                    )
                );
                var ledger = engine.Get<Ledger>();
                var recorded = Answer.Expect(
                    await ledger.RecordAsync(pattern.PatternId, draft, cancellationToken)
                );
                if (CommonOptions.Value<UseOutcome>(parsed.GetValue(outcome)) is { } ended)
                {
                    var report = new OutcomeDraft(ended, recorded.Use.UseId);
                    Answer.Expect(
                        await ledger.ReportAsync(pattern.PatternId, report, cancellationToken)
                    );
                }
                if (parsed.GetValue(json))
                    Print.Json(recorded);
                else
                    Print.Line(
                        $"{(recorded.IsNew ? "recorded" : "was recorded already:")} {recorded.Use.UseId}"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns use 8d2f0c1e --actor coder --context \"checkout service\" --outcome success"
        );
    }
}
