using MathNet.Numerics.Distributions;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Discovery.Mining;

/// <summary>A neighbourhood as a scope of findings.</summary>
internal sealed record ScopeName(Guid? ClusterId, string Name);

/// <summary>Tests as findings for people.</summary>
internal sealed class FindingSheet(
    Evidence evidence,
    EffectMiner miner,
    Func<Layer, int, ScopeName> scopeName,
    Hits hits
)
{
    private const int Shown = 5;
    private const int Resamples = 1000;

    /// <summary>Names the trait in the scope, in every run and database.</summary>
    public static Guid IdOf(Guid? clusterId, Feature feature) =>
        PatternId.Of($"finding\n{clusterId?.ToString("D") ?? "all"}\n{feature.Key}");

    public Finding Of(EffectTest test)
    {
        var scope = scopeName(test.Layer, test.Scope);
        var id = IdOf(scope.ClusterId, test.Feature.Feature);
        var whole = test.Whole;
        var ci = Ratio(whole.Interval());
        var drawn = test.WholePrior.Of(test.WholeSpread.Mean, test.WholeSpread.Error);
        var left =
            Normal.InvCDF(0, 1, 0.975)
            * Math.Sqrt(test.WholePrior.Left(test.WholeSpread.Mean, test.WholeSpread.Error));
        int[] rows =
        [
            .. test.Feature.Rows.Where(row =>
                miner.Whole(test.Layer).Stratum[row] is >= 0 and var stratum
                && miner.Whole(test.Layer).Strata[stratum].Scope == test.Scope
            ),
        ];
        var ranked = rows.OrderByDescending(row => miner.Whole(test.Layer).Centred[row])
            .ThenBy(row => row)
            .Select(row => evidence.Rows[row].Item.ItemId)
            .ToList();
        return new Finding
        {
            FindingId = id,
            Feature = test.Feature.Feature.Key,
            Family = test.Feature.Feature.Family,
            ClusterId = scope.ClusterId,
            Scope = scope.Name,
            State = test.State ?? FindingState.Candidate,
            Multiplier = Math.Exp(whole.Effect),
            Ci95 = ci,
            BootstrapCi95 = Bootstrap(whole.Sums, id),
            ExpectedMultiplier = Math.Exp(drawn),
            ExpectedCi95 = Ratio((drawn - left, drawn + left)),
            JointMultiplier = test.Joint is { } joint ? Math.Exp(joint) : null,
            Interaction = test.Interaction is { } beyond ? Beyond(test.Feature, beyond) : null,
            Support = whole.Sums.Support,
            Channels = whole.Sums.Channels,
            EffectiveUnits = whole.EffectiveUnits,
            LargestChannelShare = whole.Sums.LargestShare,
            Q = test.Q,
            LayerQ = test.LayerQ,
            Found = Part(test.Found),
            Later = test.Later is null ? null : Part(test.Later),
            AcrossChannels = Spread(test.WholeSpread),
            PooledMultiplier = Pooled(test.Layer, test.Scope, rows),
            Hits = hits.Of(miner.Whole(test.Layer), rows),
            EValue = EValue.Of(Math.Exp(whole.Effect)),
            EValueCi95 = EValue.OfInterval(ci.Low, ci.High),
            Folded = rows.Sum(row => evidence.Rows[row].Copies - 1),
            Examples = [.. ranked.Take(Shown)],
            CounterExamples =
            [
                .. Enumerable
                    .Reverse(ranked)
                    .Take(Math.Min(Shown, Math.Max(0, ranked.Count - Shown))),
            ],
        };
    }

    public static InteractionEffect Beyond(FeatureRows compound, InteractionTest beyond) =>
        new(
            [.. compound.Parts.Select(p => p.Feature.Key)],
            Ratio(beyond.Whole.Effect),
            Ratio(beyond.Whole.Interval()),
            Part(beyond.Found),
            beyond.Later is null ? null : Part(beyond.Later)
        );

    public static PartEffect Part(EffectEstimate effect) =>
        new(
            Math.Exp(effect.Effect),
            Ratio(effect.Interval()),
            effect.P,
            effect.Sums.Support,
            effect.Sums.Channels,
            effect.EffectiveUnits
        );

    public static ChannelSpread Spread(RandomEffects spread) =>
        new(
            Math.Exp(spread.Mean),
            spread.Tau,
            spread.ISquared,
            spread.P,
            spread is { Low: { } low, High: { } high } ? Ratio((low, high)) : null
        );

    /// <summary>Means over all items of the scope; null where all have it or none has.</summary>
    public double? Pooled(Layer layer, int scope, int[] rows)
    {
        var design = miner.Whole(layer);
        var having = rows.ToHashSet();
        var (with, without, count) = (0.0, 0.0, 0);
        for (var row = 0; row < design.Stratum.Length; row++)
        {
            if (design.Stratum[row] < 0 || design.Strata[design.Stratum[row]].Scope != scope)
                continue;
            if (having.Contains(row))
                with += evidence.Rows[row].Outcome;
            else
                (without, count) = (without + evidence.Rows[row].Outcome, count + 1);
        }
        return having.Count == 0 || count == 0
            ? null
            : Math.Exp((with / having.Count) - (without / count));
    }

    /// <summary>Channels are drawn with replacement; null with fewer than three.</summary>
    private static Interval95? Bootstrap(EffectSums sums, Guid id)
    {
        var units = sums.Units;
        if (units.Count < 3)
            return null;
        var random = SeededRandom.Of("bootstrap", id.ToString("D"));
        var effects = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var (cross, square) = (0.0, 0.0);
            for (var j = 0; j < units.Count; j++)
            {
                var unit = units[random.NextBelow(units.Count)];
                (cross, square) = (cross + unit.Cross, square + unit.Square);
            }
            effects[i] = cross / square;
        }
        Array.Sort(effects);
        return Ratio((effects[(int)(0.025 * Resamples)], effects[(int)(0.975 * Resamples) - 1]));
    }

    /// <summary>Ends beyond what a double can hold as a ratio are cut: an interval of one degree of freedom is as wide as that.</summary>
    public static Interval95 Ratio((double Low, double High) log) =>
        new(Ratio(log.Low), Ratio(log.High));

    public static double Ratio(double log)
    {
        const double Most = 50;
        return Math.Exp(Math.Clamp(log, -Most, Most));
    }
}
