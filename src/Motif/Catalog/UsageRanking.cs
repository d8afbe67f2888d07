using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>The orders of a trend; ties are broken by id.</summary>
public enum TrendSort
{
    /// <summary>Most used in the window first.</summary>
    Uses,

    /// <summary>Greatest gain over the window before first.</summary>
    Rising,

    /// <summary>Greatest loss first.</summary>
    Falling,
}

/// <summary>Which patterns a trend shows: a window of days up to now against the window of the same length before it.</summary>
public sealed record TrendQuery
{
    [Range(1, Ledger.MaxReportDays)]
    public int Days { get; init; } = 7;

    public PatternKind? Kind { get; init; }

    /// <summary>Only what this actor did.</summary>
    [StringLength(Ledger.MaxActorLength, MinimumLength = 1)]
    public string? Actor { get; init; }

    public TrendSort Sort { get; init; } = TrendSort.Uses;

    [Range(1, Ledger.MaxPage)]
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before ended; good for the same sort and window.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A pattern in a window and in the one before.</summary>
/// <param name="Change">Uses less previous uses.</param>
public sealed record PatternTrend(
    Guid PatternId,
    PatternKind Kind,
    string PatternType,
    string Name,
    PatternStatus Status,
    long Uses,
    long PreviousUses,
    long Change,
    long Exposures,
    long PreviousExposures
);

/// <summary>What one actor did in a window.</summary>
/// <param name="Patterns">Distinct patterns that it applied.</param>
/// <param name="LastUsedAt">Null where it was only shown patterns.</param>
public sealed record ActorSummary(
    string Actor,
    long Uses,
    long Exposures,
    long Successes,
    long Failures,
    long Patterns,
    DateTimeOffset? LastUsedAt
);

/// <summary>A page of patterns by trend; those without an entry in either window are left out.</summary>
/// <param name="From">Where the window begins; the one before ends there.</param>
/// <param name="To">Where it ends: when the first page was read.</param>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record TrendPage(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<PatternTrend> Items,
    string? NextCursor
);

/// <summary>A page of actors, the busiest first.</summary>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record ActorPage(IReadOnlyList<ActorSummary> Items, string? NextCursor);

/// <summary>
/// The ledger of all patterns by pattern and by actor. All pages of a list are of one window, so that none is missed or
/// doubled while the ledger grows. Thread-safe; failures are <see cref="BackendException"/>.
/// </summary>
public sealed class UsageRanking(IUsageStore uses, TimeProvider time)
{
    public async Task<CatalogueAnswer<TrendPage>> TrendAsync(
        TrendQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var errors = DraftValidation.Check(query);
        if (errors.Count > 0)
            return CatalogueProblem.Invalid(errors);
        var (place, to) = Read(query.Cursor, WireName.Of(query.Sort));
        if (to is not { } end || (place is not null && !Guid.TryParseExact(place.Last, "D", out _)))
            return CatalogueProblem.Invalid("cursor", "is not one that this list gave");
        var window = new UsageWindow(end - TimeSpan.FromDays(query.Days), end);
        var found = await uses.RankPatternsAsync(
            query,
            window,
            place,
            query.Limit + 1,
            cancellationToken
        );
        var items = found.Take(query.Limit).ToList();
        return new TrendPage(
            window.From,
            window.To,
            items,
            found.Count > query.Limit
                ? Cursor(
                    WireName.Of(query.Sort),
                    end,
                    Rank(items[^1], query.Sort),
                    items[^1].PatternId.ToString("D")
                )
                : null
        );
    }

    /// <param name="days">The window up to now, 1 to <see cref="Ledger.MaxReportDays"/>.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    public async Task<CatalogueAnswer<ActorPage>> ActorsAsync(
        int days,
        string? cursor,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var errors = DraftValidation.Check(new TrendQuery { Days = days, Limit = limit });
        if (errors.Count > 0)
            return CatalogueProblem.Invalid(errors);
        const string list = "actors";
        var (place, to) = Read(cursor, list);
        if (to is not { } end)
            return CatalogueProblem.Invalid("cursor", "is not one that this list gave");
        var window = new UsageWindow(end - TimeSpan.FromDays(days), end);
        var found = await uses.RankActorsAsync(window, place, limit + 1, cancellationToken);
        var items = found.Take(limit).ToList();
        return new ActorPage(
            items,
            found.Count > limit ? Cursor(list, end, items[^1].Uses, items[^1].Actor) : null
        );
    }

    private static long Rank(PatternTrend item, TrendSort sort) =>
        sort switch
        {
            TrendSort.Rising => item.Change,
            TrendSort.Falling => -item.Change,
            _ => item.Uses,
        };

    private static string Cursor(string list, DateTimeOffset to, long rank, string last) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{list}\n{to.UtcTicks}\n{rank}\n{last}"
                )
            )
        );

    /// <summary>Where the page before ended and its window's end; now without a cursor, no end where the cursor is wrong.</summary>
    private (RankPlace? Place, DateTimeOffset? To) Read(string? cursor, string list)
    {
        if (cursor is null)
            return (null, Moment.Now(time).AddMicroseconds(1));
        try
        {
            var parts = new UTF8Encoding(false, throwOnInvalidBytes: true)
                .GetString(Base64Url.DecodeFromChars(cursor))
                .Split('\n', 4);
            if (
                parts.Length == 4
                && parts[0] == list
                && parts[3].Length > 0
                && !parts[3].Contains('\0', StringComparison.Ordinal)
                && long.TryParse(
                    parts[1],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var ticks
                )
                && ticks > TimeSpan.FromDays(2 * Ledger.MaxReportDays).Ticks
                && ticks <= DateTime.MaxValue.Ticks
                && long.TryParse(
                    parts[2],
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var rank
                )
            )
                return (new RankPlace(rank, parts[3]), new DateTimeOffset(ticks, TimeSpan.Zero));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Not base64url of UTF-8: the same mistake as a wrong part.
        }
        return (null, null);
    }
}
