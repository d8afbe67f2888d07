using System.Text.Json;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IIdempotencyStore"/>
internal sealed class IdempotencyStore(RelationalDatabase database) : IIdempotencyStore
{
    public Task<IdempotentAnswer?> ClaimAsync(
        string scope,
        string key,
        string requestHash,
        DateTimeOffset now,
        DateTimeOffset abandonedBefore,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "idempotency.claim",
            async session =>
            {
                // The row stays locked by the update, claimed or not, so that it is still there when it is read.
                var claimed = await session.ExecuteAsync(
                    """
                    INSERT INTO idempotent_answers (scope, key, request_hash, status, headers, body, at)
                    VALUES (@scope, @key, @request_hash, 0, @headers, @body, @now)
                    ON CONFLICT (scope, key) DO UPDATE
                    SET request_hash = excluded.request_hash, at = excluded.at
                    WHERE idempotent_answers.status = 0 AND idempotent_answers.at < @abandoned
                    """,
                    ("scope", StorableText.RequireIndexed("scope", scope)),
                    ("key", StorableText.RequireIndexed("key", key)),
                    ("request_hash", requestHash),
                    ("headers", StorableJson.EmptyObject),
                    ("body", Array.Empty<byte>()),
                    ("now", now),
                    ("abandoned", abandonedBefore)
                );
                if (claimed > 0)
                    return null;
                var row = await session.FirstOrDefaultAsync<Row>(
                    """
                    SELECT request_hash AS RequestHash, status AS Status, content_type AS ContentType, headers AS Headers,
                           body AS Body, at AS At
                    FROM idempotent_answers WHERE scope = @scope AND key = @key
                    """,
                    ("scope", scope),
                    ("key", key)
                );
                return row!.ToAnswer();
            },
            cancellationToken
        );

    public Task<bool> RenewAsync(
        string scope,
        string key,
        DateTimeOffset claimedAt,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "idempotency.renew",
            async session =>
                await session.ExecuteAsync(
                    """
                    UPDATE idempotent_answers SET at = @now
                    WHERE scope = @scope AND key = @key AND status = 0 AND at = @claimed
                    """,
                    ("scope", scope),
                    ("key", key),
                    ("claimed", claimedAt),
                    ("now", now)
                ) > 0,
            cancellationToken
        );

    public Task CompleteAsync(
        string scope,
        string key,
        IdempotentAnswer answer,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "idempotency.complete",
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO idempotent_answers (scope, key, request_hash, status, content_type, headers, body, at)
                    VALUES (@scope, @key, @request_hash, @status, @content_type, @headers, @body, @at)
                    ON CONFLICT (scope, key) DO UPDATE
                    SET request_hash = excluded.request_hash, status = excluded.status,
                        content_type = excluded.content_type, headers = excluded.headers, body = excluded.body,
                        at = excluded.at
                    WHERE idempotent_answers.status = 0
                    """,
                    ("scope", StorableText.RequireIndexed("scope", scope)),
                    ("key", StorableText.RequireIndexed("key", key)),
                    ("request_hash", answer.RequestHash),
                    ("status", answer.Status),
                    ("content_type", answer.ContentType),
                    ("headers", StorableJson.Of("headers", answer.Headers)),
                    ("body", answer.Body),
                    ("at", answer.At)
                ),
            cancellationToken
        );

    public Task ReleaseAsync(
        string scope,
        string key,
        DateTimeOffset claimedAt,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "idempotency.release",
            session =>
                session.ExecuteAsync(
                    """
                    DELETE FROM idempotent_answers
                    WHERE scope = @scope AND key = @key AND status = 0 AND at = @claimed
                    """,
                    ("scope", scope),
                    ("key", key),
                    ("claimed", claimedAt)
                ),
            cancellationToken
        );

    public Task<int> RemoveOlderThanAsync(
        DateTimeOffset time,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "idempotency.remove_older",
            session =>
                session.ExecuteAsync(
                    "DELETE FROM idempotent_answers WHERE at < @time",
                    ("time", time)
                ),
            cancellationToken
        );

    private sealed class Row
    {
        public string RequestHash { get; init; } = "";

        public int Status { get; init; }

        public string? ContentType { get; init; }

        public string Headers { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public StoredTime At { get; init; }

        public IdempotentAnswer ToAnswer() =>
            new(
                RequestHash,
                Status,
                ContentType,
                StoredQuality.Sorted(
                    JsonSerializer.Deserialize<Dictionary<string, string>>(
                        Headers,
                        MotifJson.Options
                    )!
                ),
                Body,
                At.Value
            );
    }
}
