using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Backends.Redis;

/// <summary>
/// The content store with Redis before its reads. What is kept is named by the version of everyone in the persona's audience,
/// which the database says at every read, so a value never outlives a change. Changes go to the database alone, under its
/// locks: whatever Redis holds, no cap is counted by it. Thread-safe.
/// </summary>
internal sealed class CachedContentStore(
    IContentStore store,
    RedisCache cache,
    ContentMetrics metrics
) : IContentStore
{
    private const string Format = "motif:ledger:1:";

    /// <summary>A value that is larger is quicker read from the database.</summary>
    private const int MostBytes = 1 << 20;

    public async Task<PersonaLedger> ReadAsync(
        LedgerScope scope,
        CancellationToken cancellationToken
    )
    {
        if (!IsCachable(scope))
            return await store.ReadAsync(scope, cancellationToken);
        var audience = await store.ReadAudienceAsync(scope.PersonaId, cancellationToken);
        if (
            audience.Personas.FirstOrDefault(p => p.PersonaId == scope.PersonaId) is not { } persona
        )
            return await store.ReadAsync(scope, cancellationToken);
        var since = scope.SinceOf?.Invoke(persona) ?? scope.Since;
        // A window that moves with every call would find nothing that an earlier call kept.
        var kept = since.AddTicks(-(since.UtcTicks % TimeSpan.TicksPerHour));
        var key = Key(audience.Personas, kept);
        if (await GetAsync(key) is { } posts)
            return Ledger(persona, audience, posts, since);
        var ledger = await store.ReadAsync(
            scope with
            {
                Since = kept,
                SinceOf = null,
            },
            cancellationToken
        );
        if (ledger.Persona.Version == persona.Version)
            await SetAsync(key, [.. ledger.Posts], scope.CacheFor);
        return Ledger(ledger.Persona, ledger.Members, ledger.Posts, since, ledger.Families);
    }

    public Task<T> ChangeAsync<T>(
        LedgerScope scope,
        Func<PersonaLedger, T> change,
        CancellationToken cancellationToken
    ) => store.ChangeAsync(scope, change, cancellationToken);

    public Task<StoredAudience> ReadAudienceAsync(
        string personaId,
        CancellationToken cancellationToken
    ) => store.ReadAudienceAsync(personaId, cancellationToken);

    public Task<ContentPost?> FindPostAsync(Guid postId, CancellationToken cancellationToken) =>
        store.FindPostAsync(postId, cancellationToken);

    public Task<IReadOnlyList<ContentPost>> ListPostsAsync(
        string personaId,
        int limit,
        CancellationToken cancellationToken
    ) => store.ListPostsAsync(personaId, limit, cancellationToken);

    public Task<IReadOnlyList<StoredDecision>> ListDecisionsAsync(
        string personaId,
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    ) => store.ListDecisionsAsync(personaId, since, limit, cancellationToken);

    public Task<IReadOnlyList<StoredPersona>> ListPersonasAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.ListPersonasAsync(after, limit, cancellationToken);

    public Task<IReadOnlyList<string>> ListActiveAsync(
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    ) => store.ListActiveAsync(since, limit, cancellationToken);

    public Task<FatigueOverrides> GetSettingsAsync(CancellationToken cancellationToken) =>
        store.GetSettingsAsync(cancellationToken);

    public Task SetSettingsAsync(FatigueOverrides settings, CancellationToken cancellationToken) =>
        store.SetSettingsAsync(settings, cancellationToken);

    /// <summary>What the audience saw, and nothing else: that is what its versions tell of.</summary>
    private static bool IsCachable(LedgerScope scope) =>
        scope.CacheFor > TimeSpan.Zero
        && scope
            is {
                TextHashes.Count: 0,
                PostIds.Count: 0,
                ExternalIds.Count: 0,
                IdempotencyKeys.Count: 0,
                DecisionId: null,
                OutcomesSince: null
            };

    /// <summary>The clock too: after a restore of a backup a version comes a second time, for something else.</summary>
    private static string Key(IReadOnlyList<StoredPersona> audience, DateTimeOffset since)
    {
        var stamp = new StringBuilder();
        stamp.Append(CultureInfo.InvariantCulture, $"{since.UtcTicks}");
        foreach (var persona in audience)
            stamp.Append(
                CultureInfo.InvariantCulture,
                $"\u001F{persona.PersonaId}\u001F{persona.Version}\u001F{persona.Clock.UtcTicks}"
            );
        return Format
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp.ToString())));
    }

    private static PersonaLedger Ledger(
        StoredPersona persona,
        IReadOnlySet<string> members,
        IEnumerable<ContentPost> posts,
        DateTimeOffset since,
        FamilyAliases families
    ) =>
        new(
            persona,
            members,
            posts.Where(p => p.At > since || p.State is PostState.Reserved or PostState.Unknown),
            families: families
        );

    private static PersonaLedger Ledger(
        StoredPersona persona,
        StoredAudience audience,
        IEnumerable<ContentPost> posts,
        DateTimeOffset since
    ) =>
        Ledger(
            persona,
            audience.Personas.Select(p => p.PersonaId).ToHashSet(StringComparer.Ordinal),
            posts,
            since,
            audience.Families
        );

    private async Task<ContentPost[]?> GetAsync(string key)
    {
        var isAway = false;
        var value = await cache.GetAsync(key, () => isAway = true);
        var posts = value is null ? null : Posts(key, value);
        metrics.ReadFromCache(
            isAway ? CacheResult.Failed
            : value is null ? CacheResult.Miss
            : posts is null ? CacheResult.Damaged
            : CacheResult.Hit
        );
        return posts;
    }

    private Task SetAsync(string key, ContentPost[] posts, TimeSpan lifetime)
    {
        var value = JsonSerializer.SerializeToUtf8Bytes(new Entry(key, posts), MotifJson.Options);
        return value.Length > MostBytes
            ? Task.CompletedTask
            : cache.SetAsync(key, value, lifetime, () => metrics.ReadFromCache(CacheResult.Failed));
    }

    /// <summary>Null where it is not what was kept under that name.</summary>
    private static ContentPost[]? Posts(string key, byte[] value)
    {
        try
        {
            var entry = JsonSerializer.Deserialize<Entry>(value, MotifJson.Options);
            return entry is { Posts: { } posts } && entry.Key == key && !posts.Contains(null!)
                ? posts
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Entry(string Key, ContentPost[] Posts);
}
