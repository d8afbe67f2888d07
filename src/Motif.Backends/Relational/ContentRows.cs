using System.Text.Json;
using Motif.Content.Fatigue;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Posts as rows: the record as JSON, and beside it the columns that conditions look at.</summary>
internal static class ContentRows
{
    public const string Upsert = """
        INSERT INTO content_posts (
            post_id, persona_id, state, kind, origin, used_at, family_id, variant_id, text_hash, external_id,
            idempotency_key, impressions, successes, is_final, body)
        VALUES (
            @post_id, @persona_id, @state, @kind, @origin, @used_at, @family_id, @variant_id, @text_hash, @external_id,
            @idempotency_key, @impressions, @successes, @is_final, @body)
        ON CONFLICT (post_id) DO UPDATE SET
            state = excluded.state, used_at = excluded.used_at, family_id = excluded.family_id,
            variant_id = excluded.variant_id, text_hash = excluded.text_hash, external_id = excluded.external_id,
            idempotency_key = excluded.idempotency_key, impressions = excluded.impressions,
            successes = excluded.successes, is_final = excluded.is_final, body = excluded.body
        """;

    public static ContentPost Post(string body) =>
        JsonSerializer.Deserialize<ContentPost>(body, MotifJson.Options)!;

    public static FatigueOverrides Settings(string body) =>
        JsonSerializer.Deserialize<FatigueOverrides>(body, MotifJson.Options)!;

    public static (string, object?)[] Parameters(ContentPost post)
    {
        var metrics = post.Metrics;
        return
        [
            ("post_id", post.PostId),
            ("persona_id", post.PersonaId),
            ("state", WireName.Of(post.State)),
            ("kind", WireName.Of(post.Kind)),
            ("origin", WireName.Of(post.Origin)),
            ("used_at", post.At),
            ("family_id", post.FamilyId),
            ("variant_id", Indexed("variant_id", post.VariantId)),
            ("text_hash", post.TextHash),
            ("external_id", Indexed("external_id", post.ExternalId)),
            ("idempotency_key", Indexed("idempotency_key", post.IdempotencyKey)),
            ("impressions", metrics.Impressions),
            ("successes", metrics.Successes),
            ("is_final", metrics.Final),
            ("body", StorableJson.Of("post", post)),
        ];
    }

    private static string? Indexed(string name, string? text) =>
        text is null ? null : StorableText.RequireIndexed(name, text);
}

/// <summary>A persona as it is read.</summary>
internal sealed class PersonaRow
{
    public const string Select = """
        SELECT persona_id AS PersonaId, audience_group AS AudienceGroup, settings AS Settings, clock AS Clock,
               version AS Version
        FROM content_personas
        """;

    public string PersonaId { get; init; } = "";

    public string? AudienceGroup { get; init; }

    public string Settings { get; init; } = "";

    public StoredTime Clock { get; init; }

    public long Version { get; init; }

    public StoredPersona ToPersona() =>
        new(PersonaId, AudienceGroup, ContentRows.Settings(Settings), Clock.Value, Version);
}

/// <summary>An outcome as it is read.</summary>
internal sealed class OutcomeRow
{
    public StoredTime UsedAt { get; init; }

    public string FamilyId { get; init; } = "";

    public string? VariantId { get; init; }

    public double? Impressions { get; init; }

    public double? Successes { get; init; }

    public string Origin { get; init; } = "";

    public bool IsFinal { get; init; }

    public PostOutcome ToOutcome() =>
        new(
            UsedAt.Value,
            FamilyId,
            VariantId,
            Impressions,
            Successes,
            WireName.Require<PostOrigin>(Origin),
            IsFinal
        );
}

/// <summary>A decision as it is kept.</summary>
internal sealed class DecisionRow
{
    public const string Select = """
        SELECT decision_id AS DecisionId, persona_id AS PersonaId, request_hash AS RequestHash, at AS At, answer AS Answer,
               inputs AS Inputs
        FROM selections
        """;

    public const string Insert = """
        INSERT INTO selections (persona_id, decision_id, request_hash, at, answer, inputs)
        VALUES (@persona_id, @decision_id, @request_hash, @at, @answer, @inputs)
        """;

    public string DecisionId { get; init; } = "";

    public string PersonaId { get; init; } = "";

    public string RequestHash { get; init; } = "";

    public StoredTime At { get; init; }

    public string Answer { get; init; } = "";

    public byte[] Inputs { get; init; } = [];

    public StoredDecision ToDecision() =>
        new(DecisionId, PersonaId, RequestHash, At.Value, Answer, Inputs);

    public static (string, object?)[] Parameters(StoredDecision decision)
    {
        using var answer = JsonDocument.Parse(decision.Answer);
        return
        [
            ("persona_id", decision.PersonaId),
            ("decision_id", StorableText.RequireIndexed("decision_id", decision.DecisionId)),
            ("request_hash", decision.RequestHash),
            ("at", decision.At),
            ("answer", StorableJson.Of("answer", answer.RootElement)),
            ("inputs", decision.Inputs),
        ];
    }
}
