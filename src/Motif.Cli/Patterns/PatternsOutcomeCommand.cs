using System.CommandLine;
using System.Text.Json;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Spectre.Console;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns outcome</c>: how using a pattern ended; what matching learns from.</summary>
internal static class PatternsOutcomeCommand
{
    public static Command Build()
    {
        var id = PatternArgument.Create();
        var outcome = new Argument<string>("outcome") { Description = "success or failure" };
        outcome.AcceptOnlyFromAmong([.. Enum.GetValues<UseOutcome>().Select(o => WireName.Of(o))]);
        var match = new Option<Guid?>("--match-id")
        {
            Description = "The match whose result was used (match_id of motif match --json)",
        };
        var use = new Option<Guid?>("--use-id") { Description = "The recorded use it belongs to" };
        var actor = new Option<string?>("--actor") { Description = "Who used it" };
        var intent = new Option<string?>("--intent")
        {
            Description = "What it was used for; that of the match when not given",
        };
        var metrics = new Option<string?>("--metrics")
        {
            Description = "What was measured, a JSON object",
        };
        var key = new Option<string?>("--idempotency-key")
        {
            Description = "A second report with the same key counts once",
        };
        var json = CommonOptions.Json();
        var command = new Command("outcome", "Report how using a pattern ended, once")
        {
            id,
            outcome,
            match,
            use,
            actor,
            intent,
            metrics,
            key,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var draft = new OutcomeDraft(
                    WireName.Require<UseOutcome>(parsed.GetRequiredValue(outcome)),
                    parsed.GetValue(use),
                    parsed.GetValue(actor)
                        ?? (parsed.GetValue(use) is null ? Engine.Operator.Name : null),
                    IdempotencyKey: parsed.GetValue(key),
                    Metrics: Metrics(parsed.GetValue(metrics)),
                    MatchId: parsed.GetValue(match),
                    Intent: parsed.GetValue(intent)
                );
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var pattern = await PatternArgument.FindAsync(
                    engine,
                    parsed.GetRequiredValue(id),
                    cancellationToken
                );
                var recorded = Answer.Expect(
                    await engine
                        .Get<Ledger>()
                        .ReportAsync(pattern.PatternId, draft, cancellationToken)
                );
                Show(recorded, parsed.GetValue(json));
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns outcome 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 success --intent \"make the list endpoint fast\"",
            "motif patterns outcome 8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9 failure --match-id 01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e44 --json"
        );
    }

    private static void Show(RecordedOutcome recorded, bool asJson)
    {
        if (asJson)
            Print.Json(recorded);
        else
            Print.Results.WriteLine(
                $"{(recorded.IsNew ? "recorded" : "was recorded already:")} {WireName.Of(recorded.Outcome)} of use {recorded.UseId}"
            );
    }

    private static JsonElement? Metrics(string? text)
    {
        if (text is null)
            return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"--metrics is no JSON: {exception.Message}");
        }
    }
}
