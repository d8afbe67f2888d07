using System.Text.Json;
using Motif.Content.Templates;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="ITemplateFamilyStore"/>
internal sealed class TemplateFamilyStore(RelationalDatabase database) : ITemplateFamilyStore
{
    private const string Upsert = """
        INSERT INTO template_families (family_id, change_number, tokens, members, founder_weight)
        VALUES (@family_id, @change_number, @tokens, @members, @founder_weight)
        ON CONFLICT (family_id) DO UPDATE SET
            change_number = excluded.change_number, tokens = excluded.tokens, members = excluded.members
        """;

    public Task<IReadOnlyList<(long Change, TemplateFamily Family)>> ChangedSinceAsync(
        long change,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "families.changed_since",
            session => SinceAsync(session, change),
            cancellationToken
        );

    public Task<IReadOnlyList<(long Change, TemplateFamily Family)>> ChangeAsync(
        long since,
        Func<
            IReadOnlyList<(long Change, TemplateFamily Family)>,
            IReadOnlyList<TemplateFamily>
        > change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<IReadOnlyList<(long, TemplateFamily)>>(
            "families.change",
            async session =>
            {
                await session.ExecuteAsync(
                    "INSERT INTO content_settings (name, settings, number) VALUES ('families', '{}', 0) ON CONFLICT DO NOTHING"
                );
                var last = await session.FirstOrDefaultAsync<long>(
                    $"SELECT number FROM content_settings WHERE name = 'families' {session.Dialect.LockToChange}"
                );
                var newer = await SinceAsync(session, since);
                var changed = change(newer)
                    .Select((family, i) => (Change: last + 1 + i, Family: family))
                    .ToList();
                await session.ExecuteManyAsync(Upsert, [.. changed.Select(Parameters)]);
                await session.ExecuteAsync(
                    "UPDATE content_settings SET number = @number WHERE name = 'families'",
                    ("number", last + changed.Count)
                );
                return changed;
            },
            cancellationToken
        );

    private static async Task<IReadOnlyList<(long Change, TemplateFamily Family)>> SinceAsync(
        SqlSession session,
        long change
    ) =>
        (
            await session.QueryAsync<Row>(
                """
                SELECT family_id AS FamilyId, change_number AS ChangeNumber, tokens AS Tokens, members AS Members,
                       founder_weight AS FounderWeight
                FROM template_families WHERE change_number > @change ORDER BY change_number
                """,
                ("change", change)
            )
        ).ConvertAll(r => (r.ChangeNumber, r.ToFamily()));

    private static (string, object?)[] Parameters((long Change, TemplateFamily Family) changed) =>
        [
            ("family_id", changed.Family.FamilyId),
            ("change_number", changed.Change),
            ("tokens", StorableJson.Of("tokens", changed.Family.Tokens)),
            ("members", changed.Family.Members),
            ("founder_weight", changed.Family.FounderWeight),
        ];

    private sealed class Row
    {
        public string FamilyId { get; init; } = "";

        public long ChangeNumber { get; init; }

        public string Tokens { get; init; } = "";

        public long Members { get; init; }

        public double FounderWeight { get; init; }

        public TemplateFamily ToFamily() =>
            new(
                FamilyId,
                JsonSerializer.Deserialize<FrameToken[]>(Tokens, MotifJson.Options)!,
                Members,
                FounderWeight
            );
    }
}
