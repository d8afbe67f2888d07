using System.Text.Json;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Writes patterns with their versions inside a transaction, refusing those that changed meanwhile.</summary>
internal static class PatternWriter
{
    /// <summary>Writes the patterns and what <paramref name="andAlso"/> adds in one transaction; see <see cref="IPatternStore.SaveAsync"/>.</summary>
    public static async Task<IReadOnlyList<Guid>> SaveAsync(
        RelationalDatabase database,
        string operation,
        IReadOnlyList<PatternWrite> writes,
        Func<SqlSession, Task> andAlso,
        CancellationToken cancellationToken
    )
    {
        RequireDistinct(writes);
        // In the order of their ids, so that two transactions never wait for each other.
        var ordered = writes.OrderBy(w => w.Pattern.PatternId).ToList();
        return await database.WriteAsync<IReadOnlyList<Guid>>(
            operation,
            async session =>
            {
                var conflicts = await WriteAsync(session, ordered);
                if (conflicts.Count > 0)
                {
                    session.Abandon();
                    return conflicts;
                }
                await Outbox.AddAsync(
                    session,
                    ordered.Select(w => w.Pattern.PatternId),
                    database.Time.GetUtcNow()
                );
                await andAlso(session);
                return conflicts;
            },
            cancellationToken
        );
    }

    /// <summary>The stored rows of the ids, held until the transaction ends.</summary>
    public static async Task<Dictionary<Guid, StoredPatternRow>> LockAsync(
        SqlSession session,
        IEnumerable<Guid> patternIds
    )
    {
        var rows = await session.QueryAsync<StoredPatternRow>(
            $"""
            SELECT pattern_id AS PatternId, kind AS Kind, pattern_type AS PatternType, key AS Key, version AS Version,
                   weighed_successes AS WeighedSuccesses, weighed_failures AS WeighedFailures
            FROM patterns WHERE {session.Dialect.IsIn("pattern_id", "ids")}
            ORDER BY pattern_id {session.Dialect.LockToChange}
            """,
            ("ids", patternIds.Distinct().ToArray())
        );
        return rows.ToDictionary(r => r.PatternId.Value);
    }

    private static async Task<IReadOnlyList<Guid>> WriteAsync(
        SqlSession session,
        List<PatternWrite> writes
    )
    {
        var stored = await LockAsync(session, writes.Select(w => w.Pattern.PatternId));
        var stale = writes
            .Where(w =>
                w.ExpectedVersion
                != (stored.TryGetValue(w.Pattern.PatternId, out var row) ? row.Version : 0)
            )
            .Select(w => w.Pattern.PatternId)
            .ToList();
        if (stale.Count > 0)
            return stale;
        var updates = writes.Where(w => w.ExpectedVersion > 0).ToList();
        if (await MoveKeysAsync(session, updates, stored) is { Count: > 0 } taken)
            return taken;
        await UpdateAsync(session, updates);
        var inserts = writes.Where(w => w.ExpectedVersion == 0).ToList();
        if (await InsertAsync(session, inserts) is { Count: > 0 } existing)
            return existing;
        await AddVersionsAsync(session, writes);
        await TypeOutcomes.AddAsync(session, updates.SelectMany(w => MovedOutcomes(w, stored)));
        return [];
    }

    /// <summary>
    /// Gives patterns their new keys. Keys may change places, so the old ones are all let go before a new one is taken.
    /// Returns the patterns whose new key belongs to another pattern.
    /// </summary>
    private static async Task<IReadOnlyList<Guid>> MoveKeysAsync(
        SqlSession session,
        List<PatternWrite> updates,
        Dictionary<Guid, StoredPatternRow> stored
    )
    {
        var moved = updates
            .Where(w => stored[w.Pattern.PatternId].Key != w.Pattern.Key)
            .Select(w => w.Pattern)
            .ToList();
        await session.ExecuteManyAsync(
            "UPDATE patterns SET key = @key WHERE pattern_id = @id",
            moved.ConvertAll(p =>
                Parameters(("id", p.PatternId), ("key", $"\u0001{p.PatternId:D}"))
            )
        );
        var taken = await session.ExecuteManyAsync(
            """
            UPDATE patterns SET key = @key
            WHERE pattern_id = @id AND NOT EXISTS (SELECT 1 FROM patterns o WHERE o.kind = @kind AND o.key = @key)
            """,
            moved.ConvertAll(p =>
                Parameters(
                    ("id", p.PatternId),
                    ("kind", WireName.Of(p.Kind)),
                    (
                        "key",
                        StorableText.RequireIndexed("key", p.Key, StorableText.MaxLongIndexedBytes)
                    )
                )
            )
        );
        return Unwritten(moved, taken);
    }

    private static async Task UpdateAsync(SqlSession session, List<PatternWrite> updates)
    {
        await session.ExecuteManyAsync(
            """
            UPDATE patterns
            SET pattern_type = @pattern_type, name = @name, name_words = @name_words, language = @language, status = @status, version = @version,
                quality_score = @quality_score, quality_rank = @quality_rank, quality_bin = @quality_bin,
                updated_at = @updated_at
            WHERE pattern_id = @id
            """,
            updates.ConvertAll(w => RowParameters(w.Pattern))
        );
        await session.ExecuteManyAsync(
            $"""
            UPDATE pattern_details
            SET description = @description, tags = @tags, tag_keys = @tag_keys, quality = @quality, body = @body,
                words = {session.Dialect.WordsExpression}
            WHERE pattern_id = @id
            """,
            updates.ConvertAll(w => DetailParameters(session.Dialect, w.Pattern))
        );
    }

    private static async Task<IReadOnlyList<Guid>> InsertAsync(
        SqlSession session,
        List<PatternWrite> inserts
    )
    {
        var patterns = inserts.ConvertAll(w => w.Pattern);
        var written = await session.ExecuteManyAsync(
            """
            INSERT INTO patterns
                (pattern_id, kind, pattern_type, key, name, name_words, language, status, version, quality_score,
                 quality_rank, quality_bin, created_at, updated_at)
            VALUES
                (@id, @kind, @pattern_type, @key, @name, @name_words, @language, @status, @version, @quality_score,
                 @quality_rank, @quality_bin, @created_at, @updated_at)
            ON CONFLICT DO NOTHING
            """,
            patterns.ConvertAll(InsertParameters)
        );
        if (Unwritten(patterns, written) is { Count: > 0 } existing)
            return existing;
        await session.ExecuteManyAsync(
            $"""
            INSERT INTO pattern_details (pattern_id, description, tags, tag_keys, quality, body, words)
            VALUES (@id, @description, @tags, @tag_keys, @quality, @body, {session.Dialect.WordsExpression})
            """,
            patterns.ConvertAll(p => DetailParameters(session.Dialect, p))
        );
        await session.ExecuteManyAsync(
            "INSERT INTO pattern_exposures (pattern_id) VALUES (@id)",
            patterns.ConvertAll(p => new (string, object?)[] { ("id", p.PatternId) })
        );
        return [];
    }

    private static Task<IReadOnlyList<int>> AddVersionsAsync(
        SqlSession session,
        List<PatternWrite> writes
    ) =>
        session.ExecuteManyAsync(
            """
            INSERT INTO pattern_versions (pattern_id, version, event, at, actor, note, parent_ids, snapshot)
            VALUES (@id, @version, @event, @at, @actor, @note, @parent_ids, @snapshot)
            """,
            [.. writes.Select(w => w.History).OfType<PatternVersion>().Select(VersionParameters)]
        );

    /// <summary>The outcomes of a pattern follow it to its new type.</summary>
    private static IEnumerable<TypeOutcome> MovedOutcomes(
        PatternWrite write,
        Dictionary<Guid, StoredPatternRow> stored
    )
    {
        var row = stored[write.Pattern.PatternId];
        return row.PatternType == write.Pattern.PatternType
            ? []
            : [row.OutcomesOf(row.PatternType, -1), row.OutcomesOf(write.Pattern.PatternType, 1)];
    }

    private static List<Guid> Unwritten(List<Pattern> patterns, IReadOnlyList<int> written) =>
        [.. patterns.Where((_, i) => written[i] == 0).Select(p => p.PatternId)];

    private static (string, object?)[] RowParameters(Pattern pattern) =>
        [
            ("id", pattern.PatternId),
            ("pattern_type", StorableText.RequireIndexed("pattern_type", pattern.PatternType)),
            ("name", StorableText.RequireIndexed("name", pattern.Name)),
            ("name_words", SearchRelevance.NameWords(pattern.Name)),
            ("language", LanguageOf(pattern.Body)),
            ("status", WireName.Of(pattern.Status)),
            ("version", pattern.Version),
            ("quality_score", pattern.Quality.Score),
            ("quality_rank", pattern.Quality.Score ?? -1.0),
            ("quality_bin", QualityBin(pattern.Quality.Score)),
            ("updated_at", pattern.UpdatedAt),
        ];

    /// <summary>The bin of <see cref="CatalogueCounts.QualityHistogram"/>; -1 while unmeasured.</summary>
    private static int QualityBin(double? score) =>
        score is { } measured ? Math.Min(9, (int)(measured * 10)) : -1;

    /// <summary>What the body calls its language; null where it does not, or not in a name's length.</summary>
    private static string? LanguageOf(JsonElement body) =>
        body.ValueKind is JsonValueKind.Object
        && body.TryGetProperty("language", out var language)
        && language.ValueKind is JsonValueKind.String
        && language.GetString() is { Length: > 0 and <= 64 } name
            ? name
            : null;

    private static (string, object?)[] InsertParameters(Pattern pattern) =>
        [
            .. RowParameters(pattern),
            ("kind", WireName.Of(pattern.Kind)),
            (
                "key",
                StorableText.RequireIndexed("key", pattern.Key, StorableText.MaxLongIndexedBytes)
            ),
            ("created_at", pattern.CreatedAt),
        ];

    private static (string, object?)[] DetailParameters(SqlDialect dialect, Pattern pattern) =>
        [
            ("id", pattern.PatternId),
            ("description", pattern.Description),
            ("tags", pattern.Tags.Select(t => StorableText.RequireIndexed("tags", t)).ToArray()),
            ("tag_keys", TagKey.Of(pattern.Tags)),
            ("quality", StorableJson.Of("quality", pattern.Quality)),
            ("body", StorableJson.Of("body", pattern.Body)),
            ("words", dialect.Words(SearchWords.Of(pattern))),
        ];

    private static (string, object?)[] VersionParameters(PatternVersion version) =>
        [
            ("id", version.PatternId),
            ("version", version.Version),
            ("event", WireName.Of(version.Event)),
            ("at", version.At),
            ("actor", version.Actor),
            ("note", version.Note),
            ("parent_ids", StorableJson.Of("parent_ids", version.ParentIds)),
            ("snapshot", StorableJson.Of("snapshot", version.Snapshot)),
        ];

    private static (string, object?)[] Parameters(params (string, object?)[] parameters) =>
        parameters;

    private static void RequireDistinct(IReadOnlyList<PatternWrite> writes)
    {
        var seen = new HashSet<Guid>();
        foreach (var write in writes)
        {
            if (!seen.Add(write.Pattern.PatternId))
                throw new ArgumentException(
                    $"pattern {write.Pattern.PatternId} is to be written twice at once",
                    nameof(writes)
                );
        }
    }
}

/// <summary>What a writer must know of a pattern that is there.</summary>
internal sealed class StoredPatternRow
{
    public StoredId PatternId { get; init; }

    public string Kind { get; init; } = "";

    public string PatternType { get; init; } = "";

    public string Key { get; init; } = "";

    public int Version { get; init; }

    /// <summary>In millionths, see <see cref="OutcomeWeight"/>.</summary>
    public long WeighedSuccesses { get; init; }

    public long WeighedFailures { get; init; }

    /// <summary>Its outcomes as a change of a type: <paramref name="sign"/> 1 adds them, -1 takes them away.</summary>
    public TypeOutcome OutcomesOf(string patternType, int sign)
    {
        var (successes, weight) = OutcomeWeight.InItsType(WeighedSuccesses, WeighedFailures);
        return new(Kind, patternType, sign * successes, sign * weight);
    }
}
