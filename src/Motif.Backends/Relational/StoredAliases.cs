using Motif.Content.Templates;

namespace Motif.Backends.Relational;

/// <summary>
/// Where ids of families lead. They hardly ever change, so a transaction reads only the number of their state, and the rows
/// where that is another than the one in memory. Thread-safe.
/// </summary>
internal sealed class StoredAliases
{
    public const string Counter = "family_aliases";

    private volatile FamilyAliases _known = FamilyAliases.None;

    public async Task<FamilyAliases> ReadAsync(SqlSession session)
    {
        var generation = await session.FirstOrDefaultAsync<long>(
            "SELECT number FROM content_settings WHERE name = @name",
            ("name", Counter)
        );
        if (_known is var known && known.Generation == generation)
            return known;
        var read = new FamilyAliases(
            generation,
            (
                await session.QueryAsync<Row>(
                    """
                    SELECT alias_id AS AliasId, family_id AS FamilyId, added_at AS AddedAt, actor AS Actor, reason AS Reason
                    FROM family_aliases
                    """
                )
            ).Select(r => r.ToAlias())
        );
        _known = read;
        return read;
    }

    public static Task AppendAsync(SqlSession session, IReadOnlyList<FamilyAlias> aliases) =>
        session.ExecuteManyAsync(
            """
            INSERT INTO family_aliases (alias_id, family_id, added_at, actor, reason)
            VALUES (@alias_id, @family_id, @added_at, @actor, @reason)
            """,
            [
                .. aliases.Select(a =>
                    new (string, object?)[]
                    {
                        ("alias_id", a.AliasId),
                        ("family_id", a.FamilyId),
                        ("added_at", a.At),
                        ("actor", a.Actor),
                        ("reason", WireName.Of(a.Reason)),
                    }
                ),
            ]
        );

    private sealed class Row
    {
        public string AliasId { get; init; } = "";

        public string FamilyId { get; init; } = "";

        public StoredTime AddedAt { get; init; }

        public string Actor { get; init; } = "";

        public string Reason { get; init; } = "";

        public FamilyAlias ToAlias() =>
            new(
                AliasId,
                FamilyId,
                AddedAt.Value,
                Actor,
                WireName.Require<FamilyAliasReason>(Reason)
            );
    }
}
