using Motif.Content.Fatigue;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Reads a part of a persona's ledger, and keeps what was changed in it.</summary>
internal static class ContentLedger
{
    /// <summary>Outcomes beyond these are older than anything that still counts.</summary>
    private const int MostOutcomes = 5000;

    /// <summary>Takes the rows of the persona and its group, in one order, before anything of theirs is read.</summary>
    public static async Task LockAsync(SqlSession session, string personaId)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO content_personas (persona_id, audience_group, settings, clock, version)
            VALUES (@persona, NULL, @settings, @clock, 0) ON CONFLICT DO NOTHING
            """,
            ("persona", StorableText.RequireIndexed("persona_id", personaId)),
            ("settings", StorableJson.Of("settings", new FatigueOverrides())),
            ("clock", DateTimeOffset.UnixEpoch)
        );
        await session.QueryAsync<string>(
            $"""
            SELECT persona_id FROM content_personas
            WHERE persona_id = @persona OR audience_group =
                (SELECT audience_group FROM content_personas WHERE persona_id = @persona)
            ORDER BY persona_id {session.Dialect.LockToChange}
            """,
            ("persona", personaId)
        );
    }

    public static async Task<PersonaLedger> LoadAsync(
        SqlSession session,
        LedgerScope scope,
        StoredAliases families
    )
    {
        var persona = await PersonaAsync(session, scope.PersonaId);
        var since = scope.SinceOf?.Invoke(persona) ?? scope.Since;
        var posts = new Dictionary<Guid, ContentPost>();
        var members = await MembersAsync(session, persona);
        foreach (var (where, name, value) in Parts(session, scope, since, members))
        foreach (
            var body in await session.QueryAsync<string>(
                $"SELECT body FROM content_posts WHERE {where}",
                ("members", members),
                ("persona", scope.PersonaId),
                (name, value)
            )
        )
        {
            var post = ContentRows.Post(body);
            posts[post.PostId] = post;
        }
        return new PersonaLedger(
            persona,
            members.ToHashSet(StringComparer.Ordinal),
            posts.Values,
            await OutcomesAsync(session, scope),
            await DecisionAsync(session, scope),
            await families.ReadAsync(session)
        );
    }

    public static async Task KeepAsync(SqlSession session, PersonaLedger ledger)
    {
        var posts = ledger.Changed.Select(ContentRows.Parameters).ToList();
        if (posts.Count == 0 && !ledger.HasNewDecision && !ledger.IsPersonaChanged)
            return;
        await session.ExecuteManyAsync(ContentRows.Upsert, posts);
        if (ledger is { HasNewDecision: true, Decision: { } decision })
            await session.ExecuteAsync(DecisionRow.Insert, DecisionRow.Parameters(decision));
        await session.ExecuteAsync(
            """
            UPDATE content_personas
            SET audience_group = @audience_group, settings = @settings, clock = @clock, version = version + 1
            WHERE persona_id = @persona
            """,
            ("persona", ledger.Persona.PersonaId),
            ("audience_group", ledger.Persona.AudienceGroup),
            ("settings", StorableJson.Of("settings", ledger.Persona.Settings)),
            ("clock", ledger.Persona.Clock)
        );
    }

    /// <summary>The conditions of what a scope asks for; each is one look into an index.</summary>
    private static IEnumerable<(string Where, string Name, object? Value)> Parts(
        SqlSession session,
        LedgerScope scope,
        DateTimeOffset since,
        IReadOnlyList<string> members
    )
    {
        var ofMembers = session.Dialect.IsIn("persona_id", "members");
        yield return ($"{ofMembers} AND used_at > @since", "since", since);
        yield return (
            $"{ofMembers} AND state IN ('reserved', 'unknown') AND used_at <= @since",
            "since",
            since
        );
        if (scope.TextHashes.Count > 0)
            yield return (session.Dialect.IsIn("text_hash", "hashes"), "hashes", scope.TextHashes);
        if (scope.PostIds.Count > 0)
            yield return (session.Dialect.IsIn("post_id", "ids"), "ids", scope.PostIds);
        if (scope.ExternalIds.Count > 0)
            yield return (
                $"persona_id = @persona AND {session.Dialect.IsIn("external_id", "externals")}",
                "externals",
                scope.ExternalIds
            );
        if (scope.IdempotencyKeys.Count > 0)
            yield return (
                $"persona_id = @persona AND {session.Dialect.IsIn("idempotency_key", "keys")}",
                "keys",
                scope.IdempotencyKeys
            );
    }

    private static async Task<StoredPersona> PersonaAsync(SqlSession session, string personaId) =>
        (
            await session.FirstOrDefaultAsync<PersonaRow>(
                $"{PersonaRow.Select} WHERE persona_id = @persona",
                ("persona", personaId)
            )
        )?.ToPersona()
        ?? new StoredPersona(personaId, null, new FatigueOverrides(), DateTimeOffset.UnixEpoch, 0);

    private static async Task<IReadOnlyList<string>> MembersAsync(
        SqlSession session,
        StoredPersona persona
    ) =>
        persona.AudienceGroup is not { } group
            ? [persona.PersonaId]
            : await session.QueryAsync<string>(
                "SELECT persona_id FROM content_personas WHERE audience_group = @audience_group ORDER BY persona_id",
                ("audience_group", group)
            );

    private static async Task<IReadOnlyList<PostOutcome>> OutcomesAsync(
        SqlSession session,
        LedgerScope scope
    ) =>
        scope.OutcomesSince is not { } since
            ? []
            : (
                await session.QueryAsync<OutcomeRow>(
                    """
                    SELECT used_at AS UsedAt, family_id AS FamilyId, variant_id AS VariantId, impressions AS Impressions,
                           successes AS Successes, origin AS Origin, is_final AS IsFinal
                    FROM content_posts
                    WHERE persona_id = @persona AND used_at > @since AND state IN ('published', 'removed')
                        AND kind <> 'part' AND family_id IS NOT NULL
                    ORDER BY used_at DESC, post_id DESC LIMIT @limit
                    """,
                    ("persona", scope.PersonaId),
                    ("since", since),
                    ("limit", MostOutcomes)
                )
            ).ConvertAll(r => r.ToOutcome());

    private static async Task<StoredDecision?> DecisionAsync(
        SqlSession session,
        LedgerScope scope
    ) =>
        scope.DecisionId is not { } id
            ? null
            : (
                await session.FirstOrDefaultAsync<DecisionRow>(
                    $"{DecisionRow.Select} WHERE persona_id = @persona AND decision_id = @id",
                    ("persona", scope.PersonaId),
                    ("id", id)
                )
            )?.ToDecision();
}
