using Motif.Decisions.Records;

namespace Motif.Backends.Relational;

/// <summary>What imports of conversations staged and found.</summary>
internal sealed partial class DecisionStore
{
    private const string OfImport =
        "FROM decision_import_pairs WHERE import_id = @import AND (customer_id IS NULL OR customer_id <> @without)";

    public Task<bool> IsStagedAsync(StagedPart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        return database.ReadAsync(
            "decisions.is_staged",
            async session =>
                await session.FirstOrDefaultAsync<long?>(
                    "SELECT line FROM decision_import_lines WHERE import_id = @import AND part = @part AND hash = @hash LIMIT 1",
                    ("import", part.ImportId),
                    ("part", part.Number),
                    ("hash", part.Hash)
                )
                    is not null,
            cancellationToken
        );
    }

    public Task<IReadOnlyList<StagedLine>> StagedAsync(
        string importId,
        StagedLine? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<StagedLine>>(
            "decisions.staged",
            async session =>
                (
                    await session.QueryAsync<StagedLineRow>(
                        """
                        SELECT line AS Line, conversation_id AS ConversationId, customer_id AS CustomerId, body AS Body
                        FROM decision_import_lines
                        WHERE import_id = @import AND (conversation_id, line) > (@conversation, @line)
                        ORDER BY conversation_id, line LIMIT @limit
                        """,
                        ("import", importId),
                        ("conversation", after?.ConversationId ?? ""),
                        ("line", after?.Line ?? 0),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToLine()),
            cancellationToken
        );

    public Task<IReadOnlyList<ImportedPair>> PairsAsync(
        PairQuery query,
        CancellationToken cancellationToken
    ) =>
        PairsAsync(
            query,
            "AND (conversation_id, pair_id) > (@conversation, @pair) ORDER BY conversation_id, pair_id",
            cancellationToken
        );

    public async Task<IReadOnlyList<ImportedPair>> LastPairsAsync(
        PairQuery query,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await PairsAsync(query, "ORDER BY at DESC, pair_id DESC", cancellationToken)
            ).Reverse(),
        ];

    public Task<IReadOnlyList<WordingCount>> WordingsAsync(
        PairQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync<IReadOnlyList<WordingCount>>(
            "decisions.wordings",
            async session =>
                (
                    await session.QueryAsync<WordingRow>(
                        // Ids are hashes: of equally frequent ones it is no letter of the alphabet that decides.
                        $"""
                        SELECT wording AS Wording, COUNT(*) AS Pairs {OfImport} GROUP BY wording
                        ORDER BY COUNT(*) DESC, MIN(CAST(pair_id AS TEXT)) LIMIT @limit
                        """,
                        ("import", query.ImportId),
                        ("without", query.WithoutCustomer ?? ""),
                        ("limit", query.Limit)
                    )
                ).ConvertAll(r => r.ToCount()),
            cancellationToken
        );
    }

    public Task<long> CountPairsAsync(string importId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "decisions.count_pairs",
            session =>
                session.FirstOrDefaultAsync<long>(
                    "SELECT COUNT(*) FROM decision_import_pairs WHERE import_id = @import",
                    ("import", importId)
                ),
            cancellationToken
        );

    private Task<IReadOnlyList<ImportedPair>> PairsAsync(
        PairQuery query,
        string order,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync<IReadOnlyList<ImportedPair>>(
            "decisions.pairs",
            async session =>
                (
                    await session.QueryAsync<PairRow>(
                        $"SELECT body AS Body, wording AS Wording {OfImport} {order} LIMIT @limit",
                        ("import", query.ImportId),
                        ("without", query.WithoutCustomer ?? ""),
                        ("conversation", query.After?.ConversationId ?? ""),
                        ("pair", query.After?.PairId ?? Guid.Empty),
                        ("limit", query.Limit)
                    )
                ).ConvertAll(r => r.ToPair()),
            cancellationToken
        );
    }
}
