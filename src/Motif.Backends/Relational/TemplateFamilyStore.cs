using System.Text.Json;
using Motif.Content.Templates;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="ITemplateFamilyStore"/>
internal sealed class TemplateFamilyStore(RelationalDatabase database) : ITemplateFamilyStore
{
    private const string Counter = "families";

    private const string Upsert = """
        INSERT INTO template_families (family_id, change_number, tokens, members, founder_weight)
        VALUES (@family_id, @change_number, @tokens, @members, @founder_weight)
        ON CONFLICT (family_id) DO UPDATE SET
            change_number = excluded.change_number, tokens = excluded.tokens, members = excluded.members
        """;

    private readonly StoredAliases _aliases = new();

    public Task<FamilyChanges> ChangedSinceAsync(
        FamilyMark mark,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync(
            "families.changed_since",
            async session => await SinceAsync(session, await MarkAsync(session), mark),
            cancellationToken
        );

    public Task<FamilyChanges> ChangeAsync(
        FamilyMark since,
        Func<FamilyChanges, FamilyWrite> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "families.change",
            async session =>
            {
                var last = await LockAsync(session);
                var write = change(await SinceAsync(session, last, since));
                await session.ExecuteManyAsync(
                    "INSERT INTO family_samples (sample_id, tokens) VALUES (@sample_id, @tokens) ON CONFLICT DO NOTHING",
                    [.. write.Samples.Select(Parameters)]
                );
                return new FamilyChanges(
                    await PutAsync(session, last, write.Families),
                    write.Families
                );
            },
            cancellationToken
        );

    public Task<FamilyAliases> AliasesAsync(CancellationToken cancellationToken) =>
        database.ReadTogetherAsync("families.aliases", _aliases.ReadAsync, cancellationToken);

    public Task AppendAliasAsync(
        Func<FamilyAliases, FamilyAlias?> merge,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "families.append_alias",
            async session =>
            {
                var last = await LockAsync(session);
                if (merge(await new StoredAliases().ReadAsync(session)) is not { } alias)
                    return 0;
                await StoredAliases.AppendAsync(session, [alias]);
                await CountAsync(session, StoredAliases.Counter, last.Generation + 1);
                return 1;
            },
            cancellationToken
        );

    public Task<IReadOnlyDictionary<string, long>> PostsAsync(
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(
            "families.posts",
            async session =>
                (
                    await session.QueryAsync<CountRow>(
                        """
                        SELECT family_id AS FamilyId, COUNT(*) AS Posts FROM content_posts
                        WHERE family_id IS NOT NULL AND state IN ('published', 'removed') AND kind <> 'part'
                        GROUP BY family_id
                        """
                    )
                ).ToDictionary(r => r.FamilyId, r => r.Posts, StringComparer.Ordinal),
            cancellationToken
        );

    public Task<IReadOnlyList<FamilySample>> SamplesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<FamilySample>>(
            "families.samples",
            async session =>
                (
                    await session.QueryAsync<SampleRow>(
                        "SELECT sample_id AS SampleId, tokens AS Tokens FROM family_samples ORDER BY sample_id"
                    )
                ).ConvertAll(r => new FamilySample(r.SampleId, TokensOf(r.Tokens))),
            cancellationToken
        );

    public Task<bool> ReplaceAsync(
        FamilyMark expected,
        IReadOnlyList<TemplateFamily> families,
        IReadOnlyList<FamilyAlias> aliases,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "families.replace",
            async session =>
            {
                var last = await LockAsync(session);
                if (last != expected)
                    return false;
                await session.ExecuteAsync("DELETE FROM template_families");
                await PutAsync(session, last, families);
                await StoredAliases.AppendAsync(session, aliases);
                await CountAsync(session, StoredAliases.Counter, last.Generation + 1);
                return true;
            },
            cancellationToken
        );

    /// <summary>The one writer's lock, and how far the families have come.</summary>
    private static async Task<FamilyMark> LockAsync(SqlSession session)
    {
        foreach (var name in (string[])[Counter, StoredAliases.Counter])
            await session.ExecuteAsync(
                "INSERT INTO content_settings (name, settings, number) VALUES (@name, '{}', 0) ON CONFLICT DO NOTHING",
                ("name", name)
            );
        await session.FirstOrDefaultAsync<long>(
            $"SELECT number FROM content_settings WHERE name = @name {session.Dialect.LockToChange}",
            ("name", Counter)
        );
        return await MarkAsync(session);
    }

    private static async Task<FamilyMark> MarkAsync(SqlSession session) =>
        new(await NumberAsync(session, StoredAliases.Counter), await NumberAsync(session, Counter));

    private static Task<long> NumberAsync(SqlSession session, string name) =>
        session.FirstOrDefaultAsync<long>(
            "SELECT number FROM content_settings WHERE name = @name",
            ("name", name)
        );

    private static Task<int> CountAsync(SqlSession session, string name, long number) =>
        session.ExecuteAsync(
            "UPDATE content_settings SET number = @number WHERE name = @name",
            ("number", number),
            ("name", name)
        );

    private static async Task<FamilyMark> PutAsync(
        SqlSession session,
        FamilyMark last,
        IReadOnlyList<TemplateFamily> families
    )
    {
        await session.ExecuteManyAsync(
            Upsert,
            [.. families.Select((f, i) => Parameters(last.Change + 1 + i, f))]
        );
        await CountAsync(session, Counter, last.Change + families.Count);
        return last with { Change = last.Change + families.Count };
    }

    private static async Task<FamilyChanges> SinceAsync(
        SqlSession session,
        FamilyMark now,
        FamilyMark mark
    ) =>
        new(
            now,
            (
                await session.QueryAsync<Row>(
                    """
                    SELECT family_id AS FamilyId, tokens AS Tokens, members AS Members, founder_weight AS FounderWeight
                    FROM template_families WHERE change_number > @change ORDER BY change_number
                    """,
                    ("change", mark.Generation == now.Generation ? mark.Change : 0)
                )
            ).ConvertAll(r => r.ToFamily())
        );

    private static (string, object?)[] Parameters(long change, TemplateFamily family) =>
        [
            ("family_id", family.FamilyId),
            ("change_number", change),
            ("tokens", StorableJson.Of("tokens", family.Tokens)),
            ("members", family.Members),
            ("founder_weight", family.FounderWeight),
        ];

    private static (string, object?)[] Parameters(FamilySample sample) =>
        [("sample_id", sample.SampleId), ("tokens", StorableJson.Of("tokens", sample.Tokens))];

    private static FrameToken[] TokensOf(string json) =>
        JsonSerializer.Deserialize<FrameToken[]>(json, MotifJson.Options)!;

    private sealed class Row
    {
        public string FamilyId { get; init; } = "";

        public string Tokens { get; init; } = "";

        public long Members { get; init; }

        public double FounderWeight { get; init; }

        public TemplateFamily ToFamily() => new(FamilyId, TokensOf(Tokens), Members, FounderWeight);
    }

    private sealed class CountRow
    {
        public string FamilyId { get; init; } = "";

        public long Posts { get; init; }
    }

    private sealed class SampleRow
    {
        public string SampleId { get; init; } = "";

        public string Tokens { get; init; } = "";
    }
}
