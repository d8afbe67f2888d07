using Motif.Vectors;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IVectorStore"/>
internal sealed class VectorStore(RelationalDatabase database) : IVectorStore
{
    public Task<IReadOnlyList<StoredSpace>> SpacesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredSpace>>(
            "vectors.spaces",
            async session =>
                (
                    await session.QueryAsync<SpaceRow>(
                        $"{SpaceRow.Select} ORDER BY created_at, space"
                    )
                ).ConvertAll(r => r.ToSpace()),
            cancellationToken
        );

    public Task<StoredSpace> OpenAsync(
        EmbeddingSpace space,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "vectors.open",
            async session =>
            {
                var isNew = await session.ExecuteAsync(
                    SpaceRow.Insert,
                    SpaceRow.Parameters(space, at)
                );
                if (isNew > 0)
                    await Outbox.AddDriftAsync(session, space.Name, at);
                else
                    await session.ExecuteAsync(
                        "UPDATE outbox SET attempts = 0, due_at = @at WHERE space = @space AND attempts >= @most",
                        ("space", space.Name),
                        ("at", at),
                        ("most", IVectorStore.MaxAttempts)
                    );
                var row = await session.FirstOrDefaultAsync<SpaceRow>(
                    $"{SpaceRow.Select} WHERE space = @space",
                    ("space", space.Name)
                );
                return row!.ToSpace();
            },
            cancellationToken
        );

    public Task<bool> SwitchAsync(EmbeddingSpace space, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "vectors.switch",
            async session =>
            {
                var found = await session.ExecuteAsync(
                    "UPDATE vector_spaces SET state = 'current' WHERE space = @space",
                    ("space", space.Name)
                );
                if (found == 0)
                    return false;
                foreach (var table in (string[])["vector_spaces", "outbox", "vectors"])
                    await session.ExecuteAsync(
                        $"DELETE FROM {table} WHERE space <> @space",
                        ("space", space.Name)
                    );
                return true;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<OutboxEntry>> LeaseAsync(
        EmbeddingSpace space,
        int limit,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "outbox.lease",
            session => Outbox.LeaseAsync(session, space.Name, limit, now, until),
            cancellationToken
        );

    public Task RenewAsync(
        EmbeddingSpace space,
        IReadOnlyList<OutboxEntry> entries,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            "outbox.renew",
            session => Outbox.RenewAsync(session, space.Name, entries, until),
            cancellationToken
        );

    public Task CompleteAsync(
        EmbeddingSpace space,
        IReadOnlyList<OutboxEntry> entries,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            "outbox.complete",
            session => Outbox.CompleteAsync(session, space.Name, entries),
            cancellationToken
        );

    public Task ReturnAsync(
        EmbeddingSpace space,
        IReadOnlyList<OutboxEntry> entries,
        string? error,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            "outbox.return",
            session => Outbox.ReturnAsync(session, space.Name, entries, error, dueAt),
            cancellationToken
        );

    public Task<OutboxStatus> StatusAsync(
        EmbeddingSpace space,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "outbox.status",
            session => Outbox.StatusAsync(session, space.Name),
            cancellationToken
        );

    public Task EnqueueAsync(
        EmbeddingSpace space,
        IReadOnlyCollection<Guid> patternIds,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            "outbox.enqueue",
            session => Outbox.AddAsync(session, space.Name, patternIds, at),
            cancellationToken
        );

    public Task<int> EnqueueDriftAsync(
        EmbeddingSpace space,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "outbox.enqueue_drift",
            session => Outbox.AddDriftAsync(session, space.Name, at),
            cancellationToken
        );

    public Task SaveAsync(
        EmbeddingSpace space,
        IReadOnlyList<PatternVector> vectors,
        CancellationToken cancellationToken
    )
    {
        if (
            vectors.FirstOrDefault(v =>
                v.Vector?.Length is { } length && length != space.Dimensions
            ) is
            { } odd
        )
            throw new ArgumentException(
                $"the vector of {odd.PatternId} has {odd.Vector!.Length} dimensions, {space} has {space.Dimensions}",
                nameof(vectors)
            );
        return WriteAsync(
            "vectors.save",
            session =>
                session.ExecuteManyAsync(
                    VectorRow.Upsert,
                    [
                        .. vectors
                            .OrderBy(v => v.PatternId)
                            .Select(v => VectorRow.Parameters(space.Name, v)),
                    ]
                ),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<PatternVector>> FindAsync(
        EmbeddingSpace space,
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    ) =>
        RowsAsync(
            "vectors.find",
            $"SELECT {VectorRow.Columns}, data AS Data FROM vectors WHERE space = @space AND {database.Dialect.IsIn("pattern_id", "ids")}",
            [("space", space.Name), ("ids", patternIds.Distinct().ToArray())],
            cancellationToken
        );

    public Task<IReadOnlyList<PatternVector>> ChangesAsync(
        EmbeddingSpace space,
        VectorPosition? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var later = after is null ? "" : "AND (at, pattern_id) > (@at, @id)";
        return RowsAsync(
            "vectors.changes",
            $"SELECT {VectorRow.Columns}, data AS Data FROM vectors WHERE space = @space {later} ORDER BY at, pattern_id LIMIT @limit",
            [
                ("space", space.Name),
                ("limit", limit),
                .. after is { } place
                    ? [("at", place.At), ("id", (object?)place.PatternId)]
                    : Array.Empty<(string, object?)>(),
            ],
            cancellationToken
        );
    }

    public Task<IReadOnlyList<PatternVector>> ScrollAsync(
        EmbeddingSpace space,
        Guid? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var later = after is null ? "" : "AND pattern_id > @id";
        return RowsAsync(
            "vectors.scroll",
            $"SELECT {VectorRow.Columns} FROM vectors WHERE space = @space AND data IS NOT NULL {later} ORDER BY pattern_id LIMIT @limit",
            [
                ("space", space.Name),
                ("limit", limit),
                .. after is { } id ? [("id", (object?)id)] : Array.Empty<(string, object?)>(),
            ],
            cancellationToken
        );
    }

    public Task<long> CountAsync(EmbeddingSpace space, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "vectors.count",
            session =>
                session.FirstOrDefaultAsync<long>(
                    "SELECT count(*) FROM vectors WHERE space = @space AND data IS NOT NULL",
                    ("space", space.Name)
                ),
            cancellationToken
        );

    private Task<bool> WriteAsync(
        string operation,
        Func<SqlSession, Task> write,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            operation,
            async session =>
            {
                await write(session);
                return true;
            },
            cancellationToken
        );

    private Task<IReadOnlyList<PatternVector>> RowsAsync(
        string operation,
        string sql,
        (string, object?)[] parameters,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<PatternVector>>(
            operation,
            async session =>
                (await session.QueryAsync<VectorRow>(sql, parameters)).ConvertAll(r =>
                    r.ToVector()
                ),
            cancellationToken
        );
}
