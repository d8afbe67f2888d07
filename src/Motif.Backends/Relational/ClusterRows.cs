using System.Text.Json;
using Motif.Discovery.Hierarchy;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>A cluster as it is kept: what came since the last run is counted beside its body.</summary>
internal sealed class ClusterRow
{
    public const string Insert = """
        INSERT INTO clusters (cluster_id, level, parent_id, position, centroid, body)
        VALUES (@cluster_id, @level, @parent_id, @position, @centroid, @body)
        """;

    public string Body { get; init; } = "";

    public long Added { get; init; }

    public byte[]? Centroid { get; init; }

    public static async Task<IReadOnlyList<Cluster>> ListAsync(
        SqlSession session,
        bool withCentroids
    ) =>
        (
            await session.QueryAsync<ClusterRow>(
                $"""
                SELECT body AS Body, added AS Added{(
                    withCentroids ? ", centroid AS Centroid" : ""
                )} FROM clusters
                ORDER BY CASE level WHEN 'macro' THEN 0 WHEN 'meso' THEN 1 ELSE 2 END, position
                """
            )
        ).ConvertAll(r => r.ToCluster());

    public static (string, object?)[] Parameters(Cluster cluster, int position) =>
        [
            ("cluster_id", cluster.ClusterId),
            ("level", WireName.Of(cluster.Level)),
            ("parent_id", cluster.ParentId),
            ("position", position),
            ("centroid", StoredVector.Bytes([.. cluster.Centroid])),
            ("body", StorableJson.Of("cluster", cluster)),
        ];

    private Cluster ToCluster()
    {
        var cluster = JsonSerializer.Deserialize<Cluster>(Body, MotifJson.Options)!;
        return cluster with
        {
            Size = cluster.Size + (int)Added,
            Centroid = Centroid is null ? [] : StoredVector.Read(Centroid),
        };
    }
}

/// <summary>A member as it is read.</summary>
internal sealed class MemberRow
{
    public const string Select = """
        SELECT item_id AS ItemId, macro_id AS MacroId, meso_id AS MesoId, micro_id AS MicroId, strength AS Strength,
            origin AS Origin
        FROM cluster_members
        """;

    public string ItemId { get; init; } = "";

    public StoredId MacroId { get; init; }

    public StoredId MesoId { get; init; }

    public StoredId MicroId { get; init; }

    public double Strength { get; init; }

    public string Origin { get; init; } = "";

    public static (string, object?)[] Parameters(ClusterMember member) =>
        [
            ("item_id", member.ItemId),
            ("macro_id", member.MacroId),
            ("meso_id", member.MesoId),
            ("micro_id", member.MicroId),
            ("strength", member.Strength),
            ("origin", WireName.Of(member.Origin)),
        ];

    public ClusterMember ToMember() =>
        new(
            ItemId,
            MacroId.Value,
            MesoId.Value,
            MicroId.Value,
            Strength,
            WireName.Parse<MemberOrigin>(Origin)!.Value
        );

    /// <summary>Takes items out of the hierarchy and out of its counts, where they are in it.</summary>
    public static async Task RemoveAsync(SqlSession session, IReadOnlyCollection<string> itemIds)
    {
        if (itemIds.Count == 0)
            return;
        var gone = await session.QueryAsync<MemberRow>(
            $"{Select} WHERE {session.Dialect.IsIn("item_id", "ids")}",
            ("ids", itemIds.ToArray())
        );
        await session.ExecuteAsync(
            $"DELETE FROM cluster_members WHERE {session.Dialect.IsIn("item_id", "ids")}",
            ("ids", itemIds.ToArray())
        );
        await CountAsync(session, gone.ConvertAll(r => r.ToMember()), -1);
    }

    /// <summary>Counts members into their clusters, or out of them.</summary>
    public static Task CountAsync(
        SqlSession session,
        IReadOnlyList<ClusterMember> members,
        int sign
    ) =>
        session.ExecuteManyAsync(
            "UPDATE clusters SET added = added + @added WHERE cluster_id = @id",
            [
                .. members
                    .SelectMany(m => (Guid[])[m.MacroId, m.MesoId, m.MicroId])
                    .GroupBy(id => id)
                    // In one order, so that two writers never wait for each other.
                    .OrderBy(g => g.Key)
                    .Select(g =>
                        new (string, object?)[] { ("added", sign * g.Count()), ("id", g.Key) }
                    ),
            ]
        );
}
