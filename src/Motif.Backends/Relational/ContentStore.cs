using Motif.Content.Fatigue;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IContentStore"/>
internal sealed class ContentStore(RelationalDatabase database) : IContentStore
{
    private readonly StoredAliases _families = new();

    public Task<T> ChangeAsync<T>(
        LedgerScope scope,
        Func<PersonaLedger, T> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "content.change",
            async session =>
            {
                await ContentLedger.LockAsync(session, scope.PersonaId);
                var ledger = await ContentLedger.LoadAsync(session, scope, _families);
                var result = change(ledger);
                await ContentLedger.KeepAsync(session, ledger);
                return result;
            },
            cancellationToken
        );

    public Task<PersonaLedger> ReadAsync(LedgerScope scope, CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            "content.read",
            session => ContentLedger.LoadAsync(session, scope, _families),
            cancellationToken
        );

    public Task<StoredAudience> ReadAudienceAsync(
        string personaId,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync(
            "content.read_audience",
            async session => new StoredAudience(
                (
                    await session.QueryAsync<PersonaRow>(
                        $"""
                        {PersonaRow.Select}
                        WHERE persona_id = @persona OR audience_group =
                            (SELECT audience_group FROM content_personas WHERE persona_id = @persona)
                        ORDER BY persona_id
                        """,
                        ("persona", personaId)
                    )
                ).ConvertAll(r => r.ToPersona()),
                await _families.ReadAsync(session)
            ),
            cancellationToken
        );

    public Task<ContentPost?> FindPostAsync(Guid postId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "content.find_post",
            async session =>
                await session.FirstOrDefaultAsync<string>(
                    "SELECT body FROM content_posts WHERE post_id = @id",
                    ("id", postId)
                )
                    is { } body
                    ? ContentRows.Post(body)
                    : null,
            cancellationToken
        );

    public Task<IReadOnlyList<ContentPost>> ListPostsAsync(
        string personaId,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<ContentPost>>(
            "content.list_posts",
            async session =>
                (
                    await session.QueryAsync<string>(
                        """
                        SELECT body FROM content_posts WHERE persona_id = @persona
                        ORDER BY used_at DESC, post_id DESC LIMIT @limit
                        """,
                        ("persona", personaId),
                        ("limit", limit)
                    )
                ).ConvertAll(ContentRows.Post),
            cancellationToken
        );

    public Task<IReadOnlyList<StoredDecision>> ListDecisionsAsync(
        string personaId,
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<StoredDecision>>(
            "content.list_decisions",
            async session =>
                (
                    await session.QueryAsync<DecisionRow>(
                        $"{DecisionRow.Select} WHERE persona_id = @persona AND at >= @since ORDER BY at DESC, decision_id LIMIT @limit",
                        ("persona", personaId),
                        ("since", since),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToDecision()),
            cancellationToken
        );

    public Task<IReadOnlyList<StoredPersona>> ListPersonasAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<StoredPersona>>(
            "content.list_personas",
            async session =>
                (
                    await session.QueryAsync<PersonaRow>(
                        $"{PersonaRow.Select} WHERE persona_id > @after ORDER BY persona_id LIMIT @limit",
                        ("after", after ?? ""),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToPersona()),
            cancellationToken
        );

    public Task<IReadOnlyList<string>> ListActiveAsync(
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<string>>(
            "content.list_active",
            async session =>
                await session.QueryAsync<string>(
                    """
                    SELECT persona_id FROM content_posts
                    WHERE used_at > @since AND state IN ('published', 'removed')
                    GROUP BY persona_id ORDER BY COUNT(*) DESC, persona_id LIMIT @limit
                    """,
                    ("since", since),
                    ("limit", limit)
                ),
            cancellationToken
        );

    public Task<FatigueOverrides> GetSettingsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            "content.get_settings",
            async session =>
                ContentRows.Settings(
                    await session.FirstOrDefaultAsync<string>(
                        "SELECT settings FROM content_settings WHERE name = 'all'"
                    ) ?? "{}"
                ),
            cancellationToken
        );

    public Task SetSettingsAsync(FatigueOverrides settings, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "content.set_settings",
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO content_settings (name, settings, number) VALUES ('all', @settings, 0)
                    ON CONFLICT (name) DO UPDATE SET settings = excluded.settings
                    """,
                    ("settings", StorableJson.Of("settings", settings))
                ),
            cancellationToken
        );
}
