using Motif.Catalog;
using Motif.Discovery.Hierarchy;

namespace Motif.Discovery.Trends;

/// <summary>A stretch of the calendar.</summary>
public enum TrendPeriod
{
    Month,

    /// <summary>From Monday.</summary>
    Week,
    Quarter,
    Year,
}

/// <summary>Where a series goes.</summary>
public enum TrendDirection
{
    /// <summary>Nowhere, as far as can be told.</summary>
    Flat,
    Rising,
    Falling,
}

/// <summary>What is asked of trends.</summary>
[WireRequest]
public sealed record TrendQuestion
{
    /// <summary>All neighbourhoods of this level.</summary>
    public ClusterLevel Level { get; init; } = ClusterLevel.Macro;

    /// <summary>Only this one, with the words of its periods.</summary>
    public Guid? ClusterId { get; init; }

    public TrendPeriod Period { get; init; }

    /// <summary>The time zone whose calendar counts (IANA).</summary>
    public string Zone { get; init; } = "UTC";

    internal CatalogueProblem? Problem() => ZoneProblem(Zone);

    internal static CatalogueProblem? ZoneProblem(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? null
            : CatalogueProblem.Invalid(
                "zone",
                $"'{zone}' is no time zone; give an IANA name, such as Europe/Berlin"
            );
}

/// <summary>How many items a neighbourhood has of a period.</summary>
/// <param name="Start">Its first day in the zone.</param>
/// <param name="Share">Of all items of the period; null where there are none.</param>
/// <param name="IsPartial">The last one: more of it may come.</param>
/// <param name="Words">What tells it from the neighbourhood's other periods; only where one neighbourhood was asked for.</param>
public sealed record PeriodCount(
    DateOnly Start,
    int Items,
    double? Share,
    bool IsPartial,
    IReadOnlyList<string> Words
);

/// <summary>A neighbourhood over the calendar.</summary>
/// <param name="Direction">Of the number of its items, the partial period left out.</param>
/// <param name="Slope">Items more a period; null with too few periods.</param>
/// <param name="Q">False discovery rate over all neighbourhoods that were asked for; null with too few periods.</param>
/// <param name="ShareDirection">Of its share of all items: what rises because everything does is flat here.</param>
/// <param name="Undated">Items without a time of publication; with those of the periods they are its size.</param>
public sealed record ClusterTrend(
    Guid ClusterId,
    string Name,
    int Size,
    TrendDirection Direction,
    double? Slope,
    double? Q,
    TrendDirection ShareDirection,
    double? ShareQ,
    int Undated,
    IReadOnlyList<PeriodCount> Periods
);

/// <summary>All that were asked for, in the order of the neighbourhoods.</summary>
/// <param name="NeededPeriods">Whole periods that a direction needs.</param>
public sealed record TrendReport(
    string Zone,
    TrendPeriod Period,
    int NeededPeriods,
    IReadOnlyList<ClusterTrend> Clusters
);
