using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>
/// The selection of one page: conditions and parameters, the order, and the cursor that says where the page before
/// ended (the last row's key in this order, with its id).
/// </summary>
internal sealed class PageSelection
{
    private readonly PatternQuery query;
    private readonly HashSet<PatternFacet> except;

    /// <exception cref="FormatException">The cursor is not one of this sort.</exception>
    public PageSelection(PatternQuery query, SqlDialect dialect)
        : this(query, dialect, isWhole: false, [])
    {
        Key = query.Sort switch
        {
            PatternSort.Relevance when Words.Count > 0 => SearchRelevance.Expression(
                query.Search!,
                this
            ),
            PatternSort.Best => PatternStanding.Expression,
            _ => $"p.{Column}",
        };
        if (query.Cursor is { } cursor)
            Continue(cursor);
    }

    private PageSelection(
        PatternQuery query,
        SqlDialect dialect,
        bool isWhole,
        IReadOnlyList<PatternFacet> except
    )
    {
        (this.query, Dialect, IsWhole, this.except) = (query, dialect, isWhole, [.. except]);
        var tags = this.except.Contains(PatternFacet.Tag) ? [] : TagKey.Of(query.Tags);
        var isEvery = tags.Length == 1 || query.TagMode is TagMode.All;
        EveryTag = isEvery ? tags : [];
        SomeTags = isEvery ? [] : tags;
        Words = query.Search is { } search ? SearchWords.Of(search) : [];
        Key = $"p.{Column}";
        SelectByFacets();
        if (query.MinQualityScore is { } quality)
            Require("p.quality_rank >= @min_quality", "min_quality", quality);
        if (query.MinSuccessRate is { } rate)
            Require("p.success_rate >= @min_success", "min_success", rate);
        SelectByUse();
    }

    public PatternQuery Query => query;

    public SqlDialect Dialect { get; }

    /// <summary>All that passes is wanted, in no order: it is counted.</summary>
    public bool IsWhole { get; }

    /// <summary>What is searched for.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Keys of the tags that a pattern must all have.</summary>
    public string[] EveryTag { get; }

    /// <summary>Keys of the tags of which a pattern must have one; among the conditions already.</summary>
    public string[] SomeTags { get; }

    /// <summary>Nothing is left out.</summary>
    public bool SelectsAll => Conditions.Count == 0 && Words.Count == 0 && EveryTag.Length == 0;

    /// <summary>What it is ordered by is no column: it is computed with the page, and the cursor takes it from there.</summary>
    public bool IsRanked => query.Sort is PatternSort.Relevance or PatternSort.Best;

    /// <summary>What it is ordered by: the column, the relevance or the standing.</summary>
    public string Key { get; }

    public string Where => Conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", Conditions);

    /// <summary>All patterns that pass, but for the filters of the facets given.</summary>
    public static PageSelection Whole(
        PatternQuery query,
        SqlDialect dialect,
        IReadOnlyList<PatternFacet> except
    ) => new(query, dialect, isWhole: true, except);

    /// <summary>The FROM clause that yields <c>patterns p</c>, with the conditions of tags and search added.</summary>
    public Task<string> SourceAsync(SqlSession session) =>
        Dialect.PageSourceAsync(session, this, EveryTag, Words);

    public List<string> Conditions { get; } = [];

    public List<(string Name, object? Value)> Parameters { get; } = [];

    /// <summary>
    /// One more than a page has tells whether another follows. It stands in the text of the query: a plan for an unknown number
    /// would be one for a tenth of the patterns.
    /// </summary>
    public string Rows => (query.Limit + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The column of the order.</summary>
    public string Column =>
        query.Sort switch
        {
            PatternSort.Updated => "updated_at",
            PatternSort.Name => "name",
            PatternSort.Quality => "quality_rank",
            PatternSort.Uses => "uses",
            PatternSort.Relevance or PatternSort.Best => "quality_rank",
            _ => throw new InvalidOperationException($"no index is in the order {query.Sort}"),
        };

    public string Order => $"ORDER BY {Key} {Direction}, p.pattern_id {Direction}";

    private string Direction => query.Sort == PatternSort.Name ? "ASC" : "DESC";

    public void Require(string condition, string name, object value)
    {
        Conditions.Add(condition);
        Parameters.Add((name, value));
    }

    /// <summary>The cursor of a page that ended with this pattern.</summary>
    /// <param name="rank">What the pattern was ordered by, where that is its relevance or standing.</param>
    public string After(Pattern last, double rank)
    {
        var key = query.Sort switch
        {
            PatternSort.Updated => Text(StoredTime.ToMicroseconds(last.UpdatedAt)),
            PatternSort.Name => last.Name,
            PatternSort.Quality => Text(last.Quality.Score ?? -1),
            PatternSort.Relevance or PatternSort.Best => Text(rank),
            _ => Text(last.Usage.Uses),
        };
        return Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($"{WireName.Of(query.Sort)}\n{last.PatternId:D}\n{key}")
        );
    }

    /// <summary>Whether names alone that have every word fill the page; others come after them.</summary>
    public async Task<bool> NamesFillItAsync(SqlSession session, string source)
    {
        if (!SearchRelevance.RanksAll(Words))
            return false;
        var conditions = Conditions.Concat(SearchRelevance.InName(query.Search!, Dialect));
        var named = await session.FirstOrDefaultAsync<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {string.Join(" AND ", conditions)} LIMIT {Rows}) page",
            [.. Parameters]
        );
        return named > query.Limit;
    }

    private void SelectByFacets()
    {
        if (query.Kind is { } kind && !except.Contains(PatternFacet.Kind))
            Require("p.kind = @kind", "kind", WireName.Of(kind));
        OneOf(PatternFacet.PatternType, "p.pattern_type", "types", query.PatternTypes);
        OneOf(
            PatternFacet.Status,
            "p.status",
            "statuses",
            [.. query.Statuses.Select(s => WireName.Of(s))]
        );
        if (SomeTags.Length > 0)
            Require(
                $"p.pattern_id IN (SELECT pattern_id FROM pattern_tags WHERE {Dialect.IsIn("tag", "some_tags")})",
                "some_tags",
                SomeTags
            );
        OneOf(PatternFacet.Language, "p.language", "languages", query.Languages);
        if (query.Qualities.Count > 0 && !except.Contains(PatternFacet.Quality))
            Conditions.Add($"({string.Join(" OR ", query.Qualities.Distinct().Select(InBand))})");
        if (query.Repositories.Count > 0 && !except.Contains(PatternFacet.Repository))
            Require(
                $"p.pattern_id IN (SELECT pattern_id FROM pattern_repositories WHERE {Dialect.IsIn("repository", "repositories")})",
                "repositories",
                query.Repositories.ToArray()
            );
    }

    private void OneOf(PatternFacet facet, string column, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0 && !except.Contains(facet))
            Require(Dialect.IsIn(column, name), name, values.ToArray());
    }

    /// <summary>The bounds of <see cref="QualityBand"/> in the column that every order's index holds.</summary>
    private static string InBand(QualityBand band) =>
        band switch
        {
            QualityBand.Excellent => "p.quality_rank >= 0.8",
            QualityBand.Good => "p.quality_rank >= 0.6 AND p.quality_rank < 0.8",
            QualityBand.Fair => "p.quality_rank >= 0.4 AND p.quality_rank < 0.6",
            QualityBand.Poor => "p.quality_rank >= 0 AND p.quality_rank < 0.4",
            _ => "p.quality_rank < 0",
        };

    private void SelectByUse()
    {
        if (query.Unused is { } unused)
            Conditions.Add(unused ? "p.uses = 0" : "p.uses > 0");
        if (query.LastUsedBefore is { } lastUse)
            Require("p.last_used_at < @last_used_before", "last_used_before", lastUse);
        if (query.CreatedBefore is { } created)
            Require("p.created_at < @created_before", "created_before", created);
        if (query.UsedBy is { } actor)
            Require(
                "EXISTS (SELECT 1 FROM pattern_usage a WHERE a.actor = @used_by AND a.pattern_id = p.pattern_id AND a.action = 'applied')",
                "used_by",
                actor
            );
    }

    private void Continue(string cursor)
    {
        var (after, key) = Read(cursor);
        var than = Direction == "ASC" ? ">" : "<";
        Require($"({Key}, p.pattern_id) {than} (@key, @after)", "key", key);
        Parameters.Add(("after", after));
    }

    private (Guid After, object Key) Read(string cursor)
    {
        try
        {
            var parts = new UTF8Encoding(false, throwOnInvalidBytes: true)
                .GetString(Base64Url.DecodeFromChars(cursor))
                .Split('\n', 3);
            if (
                parts.Length == 3
                && parts[0] == WireName.Of(query.Sort)
                && Guid.TryParseExact(parts[1], "D", out var after)
                && Rank(parts[2]) is { } key
            )
                return (after, key);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Not base64url of UTF-8: the same mistake as a wrong part.
        }
        throw new FormatException(
            $"is not the cursor of a page sorted by {WireName.Of(query.Sort)}; start again without one"
        );
    }

    private object? Rank(string text)
    {
        const NumberStyles integer = NumberStyles.AllowLeadingSign;
        var invariant = CultureInfo.InvariantCulture;
        return query.Sort switch
        {
            PatternSort.Name => StorableText.Mistake(text) is null ? text : null,
            PatternSort.Quality or PatternSort.Relevance or PatternSort.Best => double.TryParse(
                text,
                NumberStyles.Float,
                invariant,
                out var rank
            ) && double.IsFinite(rank)
                ? rank
                : null,
            PatternSort.Updated => long.TryParse(text, integer, invariant, out var time)
            && Math.Abs(time) < 200_000_000_000_000_000
                ? StoredTime.FromMicroseconds(time)
                : null,
            _ => long.TryParse(text, integer, invariant, out var uses) ? uses : null,
        };
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
