using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IApiKeyStore"/>
internal sealed class ApiKeyStore(RelationalDatabase database) : IApiKeyStore
{
    private const string Select =
        "SELECT name AS Name, scope AS Scope, hash AS Hash, created_at AS CreatedAt, revoked_at AS RevokedAt, rights AS Rights FROM api_keys";

    public Task<ApiKey?> FindAsync(string hash, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "api_keys.find",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<Row>(
                    $"{Select} WHERE hash = @hash AND revoked_at IS NULL",
                    ("hash", hash)
                );
                return row?.ToKey();
            },
            cancellationToken
        );

    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ApiKey>>(
            "api_keys.list",
            async session =>
                (await session.QueryAsync<Row>($"{Select} ORDER BY name")).ConvertAll(r =>
                    r.ToKey()
                ),
            cancellationToken
        );

    public Task<bool> AddAsync(ApiKey key, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "api_keys.add",
            async session =>
                await session.ExecuteAsync(
                    """
                    INSERT INTO api_keys (name, scope, hash, created_at, revoked_at, rights)
                    VALUES (@name, @scope, @hash, @created_at, @revoked_at, @rights) ON CONFLICT DO NOTHING
                    """,
                    ("name", StorableText.RequireIndexed("name", key.Name)),
                    ("scope", WireName.Of(key.Scope)),
                    ("hash", key.Hash),
                    ("created_at", key.CreatedAt),
                    ("revoked_at", key.RevokedAt),
                    ("rights", (long)key.Rights)
                ) > 0,
            cancellationToken
        );

    public Task<bool> RevokeAsync(
        string name,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "api_keys.revoke",
            async session =>
                await session.ExecuteAsync(
                    "UPDATE api_keys SET revoked_at = @at WHERE name = @name AND revoked_at IS NULL",
                    ("name", name),
                    ("at", at)
                ) > 0,
            cancellationToken
        );

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string Scope { get; init; } = "";

        public string Hash { get; init; } = "";

        public StoredTime CreatedAt { get; init; }

        public StoredTime? RevokedAt { get; init; }

        public long Rights { get; init; }

        public ApiKey ToKey() =>
            new(
                Name,
                WireName.Require<ApiScope>(Scope),
                Hash,
                CreatedAt.Value,
                RevokedAt?.Value,
                (ApiRights)Rights
            );
    }
}
