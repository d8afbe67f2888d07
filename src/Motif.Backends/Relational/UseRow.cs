using System.Text.Json;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>An entry of the ledger as it is read.</summary>
internal sealed class UseRow
{
    public const string Select = """
        SELECT use_id AS UseId, pattern_id AS PatternId, actor AS Actor, action AS Action, at AS At, context AS Context,
               idempotency_key AS IdempotencyKey, outcome AS Outcome, outcome_at AS OutcomeAt, metrics AS Metrics,
               match_id AS MatchId, intent AS Intent, namespace AS Namespace
        FROM pattern_usage
        """;

    public StoredId UseId { get; init; }

    public StoredId PatternId { get; init; }

    public string Actor { get; init; } = "";

    public string Action { get; init; } = "";

    public StoredTime At { get; init; }

    public string? Context { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? Outcome { get; init; }

    public StoredTime? OutcomeAt { get; init; }

    public string? Metrics { get; init; }

    public string? MatchId { get; init; }

    public string? Intent { get; init; }

    public string? Namespace { get; init; }

    public Use ToUse() =>
        new(
            UseId.Value,
            PatternId.Value,
            Actor,
            WireName.Require<UseAction>(Action),
            At.Value,
            Context,
            IdempotencyKey,
            Outcome is null ? null : WireName.Require<UseOutcome>(Outcome),
            OutcomeAt?.Value,
            Metrics is null ? null : JsonElement.Parse(Metrics),
            MatchId is null ? null : Guid.ParseExact(MatchId, "D"),
            Intent,
            Namespace
        );

    public static (string, object?)[] Parameters(Use use) =>
        [
            ("use_id", use.UseId),
            ("pattern_id", use.PatternId),
            ("actor", StorableText.RequireIndexed("actor", use.Actor)),
            ("action", WireName.Of(use.Action)),
            ("at", use.At),
            ("context", use.Context),
            (
                "idempotency_key",
                use.IdempotencyKey is { } key
                    ? StorableText.RequireIndexed("idempotency_key", key)
                    : null
            ),
            ("outcome", use.Outcome is { } outcome ? WireName.Of(outcome) : null),
            ("outcome_at", use.OutcomeAt),
            ("metrics", Metric(use.Metrics)),
            ("match_id", use.MatchId?.ToString("D")),
            ("intent", use.Intent),
            ("namespace", use.Namespace),
        ];

    public static StorableJson? Metric(JsonElement? metrics) =>
        metrics is { } given ? StorableJson.Of("metrics", given) : null;

    /// <summary>The entry as a reader will see it.</summary>
    public static Use AsStored(Use use) =>
        use with
        {
            At = StoredTime.Floor(use.At),
            OutcomeAt = use.OutcomeAt is { } at ? StoredTime.Floor(at) : null,
        };
}
