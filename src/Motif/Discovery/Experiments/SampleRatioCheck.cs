using System.Text.Json.Serialization;
using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>What the arms' counts say of the experiment.</summary>
public enum RatioState
{
    /// <summary>As they were ordered, as far as one can see.</summary>
    Holds,

    /// <summary>Off by more than chance, and by less than matters.</summary>
    PracticallySmall,

    /// <summary>Units were lost or doubled in some arm: nothing can be said of the arms until it is known why.</summary>
    Alarm,
}

/// <summary>An arm with how many units it has.</summary>
/// <param name="Expected">By the ratios that were ordered.</param>
public sealed record ArmCount(string Arm, long Units, double Expected);

/// <summary>A group of units in which the ratio is off.</summary>
/// <param name="Attribute">Such as <c>os</c>; <c>day</c> is the day of first exposure.</param>
/// <param name="P">Times the number of groups that were looked at.</param>
/// <param name="PWithout">Of all the other units: a large one says that the fault is in this group alone.</param>
public sealed record RatioCause(
    string Attribute,
    string Value,
    IReadOnlyList<ArmCount> Arms,
    double ChiSquared,
    double P,
    double PWithout
);

/// <summary>Whether the arms have as many units as they were to have.</summary>
/// <param name="P">For one look alone.</param>
/// <param name="SequentialP">For as many looks as there were (<see cref="MultinomialSequence"/>); never rises.</param>
/// <param name="Deviation">The most that an arm is off, as a part of what it should have.</param>
/// <param name="Causes">Groups of units in which the ratio is off, the clearest first; only beside an alarm.</param>
public sealed record SampleRatioCheck(
    RatioState State,
    IReadOnlyList<ArmCount> Arms,
    double ChiSquared,
    double P,
    double SequentialP,
    double Deviation,
    IReadOnlyList<RatioCause> Causes
)
{
    public const double UsualAlpha = 0.001;

    /// <summary>
    /// Half a per cent of an arm: with ten million units a fifth of that is beyond chance, and moves no result.
    /// </summary>
    public const double UsualDeviation = 0.005;

    [JsonIgnore]
    public bool IsAlarm => State is RatioState.Alarm;

    /// <param name="looks">The counts of each look, the last one last; at least one.</param>
    public static SampleRatioCheck Of(
        IReadOnlyList<ExperimentArm> arms,
        IReadOnlyList<long[]> looks,
        double alpha = UsualAlpha,
        double smallestDeviation = UsualDeviation,
        UnitGroups? groups = null
    )
    {
        ArgumentNullException.ThrowIfNull(arms);
        ArgumentNullException.ThrowIfNull(looks);
        double[] ratios = [.. arms.Select(a => a.Ratio)];
        var sequence = new MultinomialSequence(ratios);
        foreach (var look in looks)
            sequence.Look(look);
        var last = looks[^1];
        var counts = Counts(arms, last);
        var fit = ChiSquaredFit.Of(last, ratios);
        var deviation = counts.Max(c => c.Expected > 0 ? Math.Abs((c.Units / c.Expected) - 1) : 0);
        var isBeyondChance = fit.P < alpha || sequence.P < alpha;
        var state =
            !isBeyondChance ? RatioState.Holds
            : deviation < smallestDeviation ? RatioState.PracticallySmall
            : RatioState.Alarm;
        return new SampleRatioCheck(
            state,
            counts,
            fit.Statistic,
            fit.P,
            sequence.P,
            deviation,
            state is RatioState.Alarm && groups is not null ? groups.Causes(arms, last, alpha) : []
        );
    }

    internal static List<ArmCount> Counts(IReadOnlyList<ExperimentArm> arms, long[] counts)
    {
        var (total, whole) = ((double)counts.Sum(), arms.Sum(a => a.Ratio));
        return
        [
            .. arms.Select(
                (arm, i) => new ArmCount(arm.Name, counts[i], total * arm.Ratio / whole)
            ),
        ];
    }
}
