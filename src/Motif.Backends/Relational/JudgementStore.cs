using Motif.Catalog;
using Motif.Code;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IJudgementStore"/>
internal sealed class JudgementStore(RelationalDatabase database) : IJudgementStore
{
    /// <summary>A condition on <c>code_occurrences</c>: nobody called the place wrong.</summary>
    public const string IsNotWrong = """
        NOT EXISTS (
            SELECT 1 FROM wrong_detections w
            WHERE w.repository = code_occurrences.repository AND w.file = code_occurrences.file
              AND w.qualified_name = code_occurrences.qualified_name AND w.rule = code_occurrences.rule)
        """;

    public Task<IReadOnlyList<WrongMark>> OfAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<WrongMark>>(
            "judgements.of",
            async session =>
            {
                var rows = await session.QueryAsync<MarkRow>(
                    """
                    SELECT repository AS Repository, file AS File, qualified_name AS QualifiedName, rule AS Rule,
                           pattern_id AS PatternId, actor AS Actor, reason AS Reason, at AS At
                    FROM wrong_detections WHERE pattern_id = @id
                    ORDER BY repository, file, qualified_name, rule
                    """,
                    ("id", patternId)
                );
                return rows.ConvertAll(r => r.ToMark());
            },
            cancellationToken
        );

    public Task<IReadOnlyList<RuleTrust>> TrustsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RuleTrust>>(
            "judgements.trusts",
            async session =>
            {
                var rows = await session.QueryAsync<TrustRow>(
                    $"""
                    SELECT m.rule AS Rule, m.wrong AS Wrong,
                           (SELECT count(*) FROM code_occurrences
                            WHERE code_occurrences.rule = m.rule AND {IsNotWrong}) AS Places
                    FROM (SELECT rule, count(*) AS wrong FROM wrong_detections GROUP BY rule) m
                    ORDER BY m.rule
                    """
                );
                return rows.ConvertAll(r => new RuleTrust(r.Rule, r.Places + r.Wrong, r.Wrong));
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Occurrence>> PlacesAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Occurrence>>(
            "judgements.places",
            async session =>
                (
                    await session.QueryAsync<OccurrenceRow>(
                        $"{OccurrenceRow.Select} WHERE pattern_id = @id ORDER BY repository, file, start_line, qualified_name, rule",
                        ("id", patternId)
                    )
                ).ConvertAll(r => r.ToOccurrence()),
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> SaveAsync(
        PatternWrite? write,
        IReadOnlyList<WrongMark> added,
        IReadOnlyList<WrongMark> removed,
        CancellationToken cancellationToken
    ) =>
        PatternWriter.SaveAsync(
            database,
            "judgements.save",
            write is null ? [] : [write],
            async session =>
            {
                // First taken away: a place that has a mark already gets the new one.
                await session.ExecuteManyAsync(
                    "DELETE FROM wrong_detections WHERE mark_id = @id",
                    [
                        .. removed
                            .Concat(added)
                            .Select(m => new (string, object?)[] { ("id", IdOf(m)) }),
                    ]
                );
                await session.ExecuteManyAsync(
                    """
                    INSERT INTO wrong_detections
                        (mark_id, repository, file, qualified_name, rule, pattern_id, actor, reason, at)
                    VALUES (@id, @repository, @file, @qualified_name, @rule, @pattern_id, @actor, @reason, @at)
                    """,
                    [.. added.Select(Parameters)]
                );
            },
            cancellationToken
        );

    private static (string, object?)[] Parameters(WrongMark mark) =>
        [
            ("id", IdOf(mark)),
            ("repository", StorableText.RequireIndexed("repository", mark.Repository, 500)),
            (
                "file",
                StorableText.RequireIndexed("file", mark.File, StorableText.MaxLongIndexedBytes)
            ),
            ("qualified_name", mark.QualifiedName),
            ("rule", StorableText.RequireIndexed("rule", mark.Rule)),
            ("pattern_id", mark.PatternId),
            ("actor", mark.Actor),
            ("reason", mark.Reason),
            ("at", mark.At),
        ];

    /// <summary>Named after its place: one place has one mark.</summary>
    private static Guid IdOf(WrongMark mark) =>
        PatternId.For(
            PatternKind.Code,
            $"wrong\n{mark.Repository}\n{mark.File}\n{mark.QualifiedName}\n{mark.Rule}"
        );

    private sealed class TrustRow
    {
        public string Rule { get; init; } = "";

        public long Places { get; init; }

        public long Wrong { get; init; }
    }

    private sealed class MarkRow
    {
        public string Repository { get; init; } = "";

        public string File { get; init; } = "";

        public string QualifiedName { get; init; } = "";

        public string Rule { get; init; } = "";

        public StoredId PatternId { get; init; }

        public string Actor { get; init; } = "";

        public string? Reason { get; init; }

        public StoredTime At { get; init; }

        public WrongMark ToMark() =>
            new(Repository, File, QualifiedName, Rule, PatternId.Value, Actor, Reason, At.Value);
    }
}
