using System.Text.Json;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>What happens to the hierarchy between two runs.</summary>
internal sealed partial class DiscoveryStore
{
    public Task<HierarchyFrame?> FrameAsync(CancellationToken cancellationToken) =>
        database.ReadAsync("discovery.frame", FrameRows.ReadAsync, cancellationToken);

    public Task<StoredHierarchy?> HierarchyAsync(CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            "discovery.hierarchy",
            async session =>
                await FrameRows.ReadAsync(session) is { } frame
                    ? new StoredHierarchy(
                        frame,
                        await ClusterRow.ListAsync(session, withCentroids: true)
                    )
                    : null,
            cancellationToken
        );

    public Task<int> RevisionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            "discovery.revision",
            session => FrameRows.RevisionAsync(session),
            cancellationToken
        );

    public Task<ClusterMember?> FindMemberAsync(
        string itemId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "discovery.find_member",
            async session =>
                (
                    await session.FirstOrDefaultAsync<MemberRow>(
                        $"{MemberRow.Select} WHERE item_id = @id",
                        ("id", itemId)
                    )
                )?.ToMember(),
            cancellationToken
        );

    public Task<IReadOnlyList<Item>> ListUnplacedAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Item>>(
            "discovery.list_unplaced",
            async session =>
                (
                    await session.QueryAsync<ItemRow>(
                        $"""
                        {ItemRow.SelectWithVector} WHERE item_id > @after
                        AND NOT EXISTS (SELECT 1 FROM cluster_members m WHERE m.item_id = items.item_id)
                        ORDER BY item_id LIMIT @limit
                        """,
                        ("after", after ?? ""),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToItem()),
            cancellationToken
        );

    public Task<bool> PlaceAsync(
        int revision,
        IReadOnlyList<ClusterMember> members,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.place",
            async session =>
            {
                if (await FrameRows.RevisionAsync(session, isToChange: true) != revision)
                    return false;
                var ordered = members.OrderBy(m => m.ItemId, StringComparer.Ordinal).ToList();
                var isNew = await session.InsertNewAsync(
                    "cluster_members",
                    "item_id",
                    [.. ordered.Select(MemberRow.Parameters)]
                );
                await MemberRow.CountAsync(session, [.. ordered.Where((_, i) => isNew[i])], 1);
                return true;
            },
            cancellationToken
        );

    public Task<bool> EditAsync(
        int revision,
        KeptEdit edit,
        HierarchyChange change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.edit",
            async session =>
            {
                if (
                    await FrameRows.RevisionAsync(session, isToChange: true) != revision
                    || await RunningAsync(session) is not null
                )
                    return false;
                await KeepAsync(session, edit);
                await ChangeAsync(session, change);
                await FrameRows.RaiseAsync(session, revision + 1);
                return true;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<KeptEdit>> ListEditsAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<KeptEdit>>(
            "discovery.list_edits",
            async session =>
                (
                    await session.QueryAsync<string>(
                        "SELECT body FROM cluster_edits ORDER BY number DESC LIMIT @limit",
                        ("limit", limit)
                    )
                ).ConvertAll(Read<KeptEdit>),
            cancellationToken
        );

    public Task<KeptEdit?> FindEditAsync(Guid editId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "discovery.find_edit",
            async session =>
                await session.FirstOrDefaultAsync<string>(
                    "SELECT body FROM cluster_edits WHERE edit_id = @id",
                    ("id", editId)
                )
                    is { } body
                    ? Read<KeptEdit>(body)
                    : null,
            cancellationToken
        );

    public Task<IReadOnlyList<KnownTopic>> ListTopicsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<KnownTopic>>(
            "discovery.list_topics",
            async session =>
                (
                    await session.QueryAsync<string>("SELECT body FROM known_topics ORDER BY name")
                ).ConvertAll(Read<KnownTopic>),
            cancellationToken
        );

    public Task<bool> AddTopicAsync(KnownTopic topic, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "discovery.add_topic",
            async session =>
                await session.ExecuteAsync(
                    """
                    INSERT INTO known_topics (topic_id, name, body) VALUES (@id, @name, @body)
                    ON CONFLICT DO NOTHING
                    """,
                    ("id", topic.TopicId),
                    ("name", StorableText.RequireIndexed("name", topic.Name)),
                    ("body", StorableJson.Of("topic", topic))
                ) > 0,
            cancellationToken
        );

    public Task<bool> RemoveTopicAsync(Guid topicId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "discovery.remove_topic",
            async session =>
                await session.ExecuteAsync(
                    "DELETE FROM known_topics WHERE topic_id = @id",
                    ("id", topicId)
                ) > 0,
            cancellationToken
        );

    /// <summary>A new edit gets the next number; one that is undone keeps its own.</summary>
    private static async Task KeepAsync(SqlSession session, KeptEdit edit)
    {
        if (edit.Edit.UndoneAt is not null)
        {
            await session.ExecuteAsync(
                "UPDATE cluster_edits SET body = @body WHERE edit_id = @id",
                ("body", StorableJson.Of("edit", edit)),
                ("id", edit.Edit.EditId)
            );
            return;
        }
        var number =
            await session.FirstOrDefaultAsync<int?>("SELECT max(number) FROM cluster_edits") ?? 0;
        var numbered = edit with { Edit = edit.Edit with { Number = number + 1 } };
        await session.ExecuteAsync(
            "INSERT INTO cluster_edits (edit_id, number, body) VALUES (@id, @number, @body)",
            ("id", edit.Edit.EditId),
            ("number", number + 1),
            ("body", StorableJson.Of("edit", numbered))
        );
    }

    private static async Task ChangeAsync(SqlSession session, HierarchyChange change)
    {
        await session.ExecuteManyAsync(
            "DELETE FROM clusters WHERE cluster_id = @id",
            [.. change.Removed.Select(id => new (string, object?)[] { ("id", id) })]
        );
        var position =
            await session.FirstOrDefaultAsync<int?>("SELECT max(position) FROM clusters") ?? 0;
        await session.ExecuteManyAsync(
            $"""
            {ClusterRow.Insert} ON CONFLICT (cluster_id) DO UPDATE SET
                parent_id = excluded.parent_id, centroid = excluded.centroid, body = excluded.body, added = 0
            """,
            [.. change.Written.Select((c, i) => ClusterRow.Parameters(c, position + 1 + i))]
        );
        await session.ExecuteManyAsync(
            "UPDATE cluster_members SET meso_id = @meso, macro_id = @macro WHERE micro_id = @micro",
            [
                .. change.Micros.Select(m =>
                    new (string, object?)[]
                    {
                        ("meso", m.MesoId),
                        ("macro", m.MacroId),
                        ("micro", m.MicroId),
                    }
                ),
            ]
        );
        if (change.Member is { } member)
            await session.ExecuteAsync(
                """
                UPDATE cluster_members SET macro_id = @macro_id, meso_id = @meso_id, micro_id = @micro_id,
                    strength = @strength, origin = @origin
                WHERE item_id = @item_id
                """,
                MemberRow.Parameters(member)
            );
    }

    private static T Read<T>(string body) =>
        JsonSerializer.Deserialize<T>(body, MotifJson.Options)!;
}
