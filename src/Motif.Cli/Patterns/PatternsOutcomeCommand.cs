using System.CommandLine;
using System.Text.Json;
using Motif.Catalog;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns outcome</c>: how using a pattern ended; what matching learns from.</summary>
internal static class PatternsOutcomeCommand
{
    public static Command Build()
    {
        var id = PatternArgument.Create();
        var outcome = new Argument<string>("outcome") { Description = "success or failure" };
        outcome.AcceptOnlyFromAmong([.. Enum.GetValues<UseOutcome>().Select(o => WireName.Of(o))]);
        var match = new Option<string?>("--match-id")
        {
            Description = "The match whose result was used; motif match ends with its id",
        };
        var use = new Option<string?>("--use-id")
        {
            Description = "The recorded use it belongs to",
        };
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
        var learnedIn = CommonOptions.Namespace(
            "The team that learns from it, where no match was used; MOTIF_NAMESPACE when not given"
        );
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
            learnedIn,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var metricsGiven = Metrics(parsed.GetValue(metrics));
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var pattern = await PatternArgument.FindAsync(
                    engine,
                    parsed.GetRequiredValue(id),
                    cancellationToken
                );
                var useId = await PatternArgument.UseAsync(
                    engine,
                    pattern,
                    parsed.GetValue(use),
                    cancellationToken
                );
                var matchId = await PatternArgument.MatchAsync(
                    engine,
                    pattern,
                    parsed.GetValue(match),
                    cancellationToken
                );
                var draft = new OutcomeDraft(
                    WireName.Require<UseOutcome>(parsed.GetRequiredValue(outcome)),
                    useId,
                    parsed.GetValue(actor) ?? (useId is null ? Engine.Operator.Name : null),
                    IdempotencyKey: parsed.GetValue(key),
                    Metrics: metricsGiven,
                    MatchId: matchId,
                    Intent: parsed.GetValue(intent),
                    Namespace: matchId is null
                        ? CommonOptions.NamespaceOf(parsed.GetValue(learnedIn))
                        : parsed.GetValue(learnedIn)
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
            "motif patterns outcome 8d2f0c1e success --intent \"make the list endpoint fast\"",
            "motif patterns outcome 8d2f0c1e failure --match-id 01998a5e-5f3c --json"
        );
    }

    private static void Show(RecordedOutcome recorded, bool asJson)
    {
        if (asJson)
            Print.Json(recorded);
        else
            Print.Line(
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
            var mistake = JsonMistake.Of(exception, typeof(JsonElement), MotifJson.Options);
            throw new UsageException($"--metrics {mistake.OneLine}");
        }
    }
}
