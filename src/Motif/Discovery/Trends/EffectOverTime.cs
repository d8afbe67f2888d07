using Motif.Catalog;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Trends;

/// <summary>What is asked of a trait's effect over the calendar.</summary>
/// <param name="Feature">Such as <c>phrase:how to</c>; without a family it is a phrase.</param>
/// <param name="ClusterId">A macro or meso; the whole corpus when null.</param>
/// <param name="Zone">The time zone whose calendar counts (IANA).</param>
public sealed record EffectQuestion(
    string Feature,
    Guid? ClusterId = null,
    TrendPeriod Period = TrendPeriod.Month,
    string Zone = "UTC"
)
{
    internal CatalogueProblem? Problem() => TrendQuestion.ZoneProblem(Zone);
}

/// <summary>What a trait did in one period.</summary>
/// <param name="Start">Its first day in the zone.</param>
/// <param name="IsPartial">The last one: more of it may come.</param>
/// <param name="Items">Scored items of the scope that have the trait, re-posts folded.</param>
/// <param name="Support">Those of them that have something to be compared with in their channel and period.</param>
/// <param name="Channels">Channels of the support.</param>
/// <param name="Multiplier">With the trait against without, inside channel and period; null where nothing can be compared.</param>
public sealed record PeriodEffect(
    DateOnly Start,
    bool IsPartial,
    int Items,
    int Support,
    int Channels,
    double? Multiplier,
    Interval95? Ci95
);

/// <summary>Whether a trait still does what it did.</summary>
/// <param name="Multiplier">Over all items; null where nothing can be compared.</param>
/// <param name="Direction">
/// Of the effect over whole periods, at p below .05, this trait alone: one falls that helped and helps less, or harms more. Null with
/// too few periods.
/// </param>
/// <param name="MultiplierAYear">What a year makes of the effect, as a ratio; 1 is no change.</param>
/// <param name="NeededPeriods">Whole periods with an effect that a direction needs.</param>
/// <param name="Undated">Scored items with the trait that have no time of publication.</param>
/// <param name="Periods">From that of the corpus' first scored item to that of its last, without a gap.</param>
public sealed record EffectOverTime(
    string Feature,
    Guid? ClusterId,
    string Scope,
    string Zone,
    TrendPeriod Period,
    double? Multiplier,
    Interval95? Ci95,
    TrendDirection? Direction,
    double? MultiplierAYear,
    Interval95? MultiplierAYearCi95,
    double? DirectionP,
    int NeededPeriods,
    int Undated,
    IReadOnlyList<PeriodEffect> Periods
);
