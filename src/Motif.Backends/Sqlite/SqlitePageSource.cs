using Motif.Backends.Relational;
using Motif.Catalog;

namespace Motif.Backends.Sqlite;

/// <summary>
/// Chooses how a page is found. A rare tag, word, type, quality or success leads to its few patterns, which are then
/// sorted; where all are common the index of the order is walked until the page is full. SQLite's planner keeps no
/// statistics that would tell it which, and the wrong way reads the whole catalogue.
/// </summary>
internal static class SqlitePageSource
{
    /// <summary>Up to so many patterns it is cheaper to fetch and sort them all.</summary>
    private const int Few = 2000;

    /// <summary>Of several tags the rarest may have so many: the others thin them out before a pattern is fetched.</summary>
    private const int FewOfSeveralTags = 5 * Few;

    public static async Task<string> ChooseAsync(
        SqlSession session,
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words
    )
    {
        var match = string.Join(' ', words.Select(w => $"\"{w}\"*"));
        var rarest = await RarestTagAsync(session, tags);
        var found =
            words.Count == 0
                ? Few
                : await CountAsync(
                    session,
                    "pattern_search WHERE pattern_search MATCH @x",
                    match,
                    Few
                );
        if (found < Few && found <= rarest.Count)
            return BySearch(page, tags, match);
        if (rarest.Count < MostTagged(tags))
            return ByTag(page, tags, words, rarest.Tag);
        if (page.IsWhole)
            return words.Count > 0 ? BySearch(page, tags, match)
                : tags.Count > 0 ? ByTag(page, tags, words, tags[0])
                : "patterns p INDEXED BY patterns_by_group";
        if (words.Count > 0 && page.Query.Sort is PatternSort.Relevance)
            return await page.NamesFillItAsync(session, "patterns p INDEXED BY patterns_by_words")
                ? ByName(page, tags)
                : BySearch(page, tags, match);
        foreach (var (table, condition) in Lists(page))
        {
            if (await AreFewAsync(session, page, table, condition))
                return ByList(page, tags, words, table, condition);
        }
        var index = await NarrowestAsync(session, page) ?? IndexOfOrder(page);
        Require(page, tags, words, "p.pattern_id");
        return $"patterns p INDEXED BY {index}";
    }

    /// <summary>Names that have all words are enough for a page: they are read in one index, and nothing else can come before them.</summary>
    private static string ByName(PageSelection page, IReadOnlyList<string> tags)
    {
        page.Conditions.AddRange(SearchRelevance.InName(page.Query.Search!, page.Dialect));
        Require(page, tags, [], "p.pattern_id");
        return "patterns p INDEXED BY patterns_by_words";
    }

    /// <summary>The tables of values beside patterns of which a page wants one of several, with what it wants of them.</summary>
    private static IEnumerable<(string Table, string Condition)> Lists(PageSelection page)
    {
        if (page.SomeTags.Length > 0)
            yield return ("pattern_tags", page.Dialect.IsIn("tag", "some_tags"));
        if (page.Query.Repositories.Count > 0)
            yield return ("pattern_repositories", page.Dialect.IsIn("repository", "repositories"));
    }

    private static async Task<bool> AreFewAsync(
        SqlSession session,
        PageSelection page,
        string table,
        string condition
    ) =>
        await session.FirstOrDefaultAsync<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {condition} LIMIT {Few})",
            [.. page.Parameters]
        ) < Few;

    private static string ByList(
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words,
        string table,
        string condition
    )
    {
        Require(page, tags, words, "p.pattern_id");
        page.Conditions.Add("p.pattern_id = r.pattern_id");
        return $"(SELECT DISTINCT pattern_id FROM {table} WHERE {condition}) r CROSS JOIN patterns p";
    }

    private static string BySearch(PageSelection page, IReadOnlyList<string> tags, string match)
    {
        page.Require("f.pattern_search MATCH @match", "match", match);
        page.Conditions.Add("d.row_id = f.rowid");
        page.Conditions.Add("p.pattern_id = d.pattern_id");
        Require(page, tags, [], "d.pattern_id");
        return "pattern_search f CROSS JOIN pattern_details d INDEXED BY pattern_details_by_row CROSS JOIN patterns p";
    }

    private static string ByTag(
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words,
        string tag
    )
    {
        page.Require("g.tag = @tag", "tag", tag);
        page.Conditions.Add("p.pattern_id = g.pattern_id");
        Require(page, [.. tags.Where(t => t != tag)], words, "g.pattern_id");
        return "pattern_tags g CROSS JOIN patterns p";
    }

    private static string IndexOfOrder(PageSelection page) =>
        page.Column switch
        {
            "updated_at" => "patterns_by_updated",
            "quality_rank" => "patterns_by_quality",
            _ => $"patterns_by_{page.Column}",
        };

    /// <summary>The index that leaves few patterns by its own condition; null when none does.</summary>
    private static async Task<string?> NarrowestAsync(SqlSession session, PageSelection page)
    {
        foreach (var (index, condition) in Indexes(page.Query, session.Dialect))
        {
            var count = await session.FirstOrDefaultAsync<long>(
                $"SELECT count(*) FROM (SELECT 1 FROM patterns p INDEXED BY {index} WHERE {condition} LIMIT {Few})",
                [.. page.Parameters]
            );
            if (count < Few)
                return index;
        }
        return null;
    }

    private static IEnumerable<(string Index, string Condition)> Indexes(
        PatternQuery query,
        SqlDialect dialect
    )
    {
        if (query.Kind is not null)
            yield return (
                "patterns_by_group",
                query.PatternTypes.Count == 0
                    ? "p.kind = @kind"
                    : $"p.kind = @kind AND {dialect.IsIn("p.pattern_type", "types")}"
            );
        if (query.MinQualityScore is not null)
            yield return ("patterns_by_quality", "p.quality_rank >= @min_quality");
        if (query.MinSuccessRate is not null)
            yield return ("patterns_by_success", "p.success_rate >= @min_success");
    }

    private static void Require(
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words,
        string id
    )
    {
        for (var i = 0; i < tags.Count; i++)
            page.Require(
                $"EXISTS (SELECT 1 FROM pattern_tags WHERE tag = @tag{i} AND pattern_id = {id})",
                $"tag{i}",
                tags[i]
            );
        // The words stand between blanks: one begins with the prefix where a blank and the prefix do.
        for (var i = 0; i < words.Count; i++)
            page.Require(
                $"EXISTS (SELECT 1 FROM pattern_details WHERE pattern_id = {id} AND instr(' ' || words, @word{i}) > 0)",
                $"word{i}",
                " " + words[i]
            );
    }

    private static async Task<(string Tag, long Count)> RarestTagAsync(
        SqlSession session,
        IReadOnlyList<string> tags
    )
    {
        var most = MostTagged(tags);
        var rarest = ("", Count: (long)most);
        foreach (var tag in tags)
        {
            var count = await CountAsync(session, "pattern_tags WHERE tag = @x", tag, most);
            if (count < rarest.Count)
                rarest = (tag, count);
        }
        return rarest;
    }

    private static int MostTagged(IReadOnlyList<string> tags) =>
        tags.Count > 1 ? FewOfSeveralTags : Few;

    /// <summary>How many there are, counted up to a limit.</summary>
    private static Task<long> CountAsync(SqlSession session, string from, string value, int most) =>
        session.FirstOrDefaultAsync<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM {from} LIMIT {most})",
            ("x", value)
        );
}
