using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>
/// The selection of one page: conditions and parameters, the order, and the cursor that says where the page before
/// ended (the last row's key in this order, with its id).
/// </summary>
internal sealed class PageSelection
{
    private readonly PatternQuery query;

    /// <exception cref="FormatException">The cursor is not one of this sort.</exception>
    public PageSelection(PatternQuery query, SqlDialect dialect)
    {
        this.query = query;
        if (query.Kind is { } kind)
            Add("p.kind = @kind", "kind", WireName.Of(kind));
        if (query.PatternTypes.Count > 0)
            Add(dialect.IsIn("p.pattern_type", "types"), "types", query.PatternTypes);
        if (query.Statuses.Count > 0)
            Add(
                dialect.IsIn("p.status", "statuses"),
                "statuses",
                query.Statuses.Select(s => WireName.Of(s)).ToArray()
            );
        if (query.MinQuality is { } quality)
            Add("p.quality_rank >= @min_quality", "min_quality", quality);
        if (query.MinSuccessRate is { } rate)
            Add("p.success_rate >= @min_success", "min_success", rate);
        SelectByUse();
        if (query.Cursor is { } cursor)
            Continue(cursor);
    }

    public PatternQuery Query => query;

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
            _ => throw new InvalidOperationException($"no index is in the order {query.Sort}"),
        };

    public string Order => $"ORDER BY p.{Column} {Direction}, p.pattern_id {Direction}";

    private string Direction => query.Sort == PatternSort.Name ? "ASC" : "DESC";

    public void Add(string condition, string name, object value)
    {
        Conditions.Add(condition);
        Parameters.Add((name, value));
    }

    /// <summary>The cursor of a page that ended with this pattern.</summary>
    public string After(Pattern last)
    {
        var key = query.Sort switch
        {
            PatternSort.Updated => Text(StoredTime.ToMicroseconds(last.UpdatedAt)),
            PatternSort.Name => last.Name,
            PatternSort.Quality => (last.Quality.Score ?? -1).ToString(
                "R",
                CultureInfo.InvariantCulture
            ),
            _ => Text(last.Usage.Uses),
        };
        return Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($"{WireName.Of(query.Sort)}\n{last.PatternId:D}\n{key}")
        );
    }

    private void SelectByUse()
    {
        if (query.Unused is { } unused)
            Conditions.Add(unused ? "p.uses = 0" : "p.uses > 0");
        if (query.LastUsedBefore is { } lastUse)
            Add("p.last_used_at < @last_used_before", "last_used_before", lastUse);
        if (query.CreatedBefore is { } created)
            Add("p.created_at < @created_before", "created_before", created);
        if (query.UsedBy is { } actor)
            Add(
                "EXISTS (SELECT 1 FROM pattern_usage a WHERE a.actor = @used_by AND a.pattern_id = p.pattern_id AND a.action = 'applied')",
                "used_by",
                actor
            );
    }

    private void Continue(string cursor)
    {
        var (after, key) = Read(cursor);
        var than = Direction == "ASC" ? ">" : "<";
        Add($"(p.{Column}, p.pattern_id) {than} (@key, @after)", "key", key);
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
                && Key(parts[2]) is { } key
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

    private object? Key(string text)
    {
        const NumberStyles integer = NumberStyles.AllowLeadingSign;
        var invariant = CultureInfo.InvariantCulture;
        return query.Sort switch
        {
            PatternSort.Name => StorableText.IsStorable(text) ? text : null,
            PatternSort.Quality => double.TryParse(
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

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
