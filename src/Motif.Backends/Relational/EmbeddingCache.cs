using System.Runtime.InteropServices;
using Motif.Embeddings;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IEmbeddingCache"/>
internal sealed class EmbeddingCache(RelationalDatabase database) : IEmbeddingCache
{
    public Task<IReadOnlyDictionary<string, float[]>> FindAsync(
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyDictionary<string, float[]>>(
            "embedding_cache.find",
            async session =>
            {
                var rows = await session.QueryAsync<Row>(
                    $"SELECT key AS Key, data AS Data FROM embedding_cache WHERE {session.Dialect.IsIn("key", "keys")}",
                    ("keys", keys.ToArray())
                );
                return rows.ToDictionary(
                    r => r.Key,
                    r => StoredVector.Read(r.Data),
                    StringComparer.Ordinal
                );
            },
            cancellationToken
        );

    public Task StoreAsync(
        IReadOnlyDictionary<string, float[]> vectors,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "embedding_cache.store",
            session =>
                session.ExecuteManyAsync(
                    "INSERT INTO embedding_cache (key, data, at) VALUES (@key, @data, @at) ON CONFLICT DO NOTHING",
                    // In one order, so that two servers never wait for each other.
                    [
                        .. vectors
                            .OrderBy(v => v.Key, StringComparer.Ordinal)
                            .Select(v => Parameters(v.Key, v.Value, at)),
                    ]
                ),
            cancellationToken
        );

    public Task<int> TrimAsync(int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return database.WriteAsync(
            "embedding_cache.trim",
            session =>
                session.ExecuteAsync(
                    """
                    DELETE FROM embedding_cache WHERE key NOT IN
                        (SELECT key FROM embedding_cache ORDER BY at DESC, key LIMIT @most)
                    """,
                    ("most", most)
                ),
            cancellationToken
        );
    }

    private static (string, object?)[] Parameters(string key, float[] vector, DateTimeOffset at) =>
        [("key", key), ("data", StoredVector.Bytes(vector)), ("at", at)];

    private sealed class Row
    {
        public string Key { get; init; } = "";

        public byte[] Data { get; init; } = [];
    }
}

/// <summary>A vector as bytes: float32, little-endian, one after the other.</summary>
internal static class StoredVector
{
    public static byte[] Bytes(ReadOnlySpan<float> vector) =>
        MemoryMarshal.AsBytes(vector).ToArray();

    public static float[] Read(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
