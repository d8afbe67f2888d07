using System.Security.Cryptography;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>
/// Proves that a database which could not write can do so again, by writing as much as a large request would: a few bytes
/// still find room on a disk that is full for everybody else.
/// </summary>
internal static class WriteProbe
{
    private const int Bytes = 256 * 1024;

    /// <summary>No request can have it: scopes of requests name a caller.</summary>
    private const string Scope = "probe";

    public static Task<int> WriteAsync(SqlSession session, DateTimeOffset now) =>
        session.ExecuteAsync(
            """
            INSERT INTO idempotent_answers (scope, key, request_hash, status, headers, body, at)
            VALUES (@scope, @key, '', 0, @headers, @body, @now)
            ON CONFLICT (scope, key) DO UPDATE SET body = excluded.body, at = excluded.at
            """,
            ("scope", Scope),
            ("key", Scope),
            ("headers", StorableJson.EmptyObject),
            // By chance, so that no compression makes them few.
            ("body", RandomNumberGenerator.GetBytes(Bytes)),
            ("now", now)
        );

    public static Task<int> RemoveAsync(SqlSession session) =>
        session.ExecuteAsync(
            "DELETE FROM idempotent_answers WHERE scope = @scope AND key = @scope",
            ("scope", Scope)
        );
}
