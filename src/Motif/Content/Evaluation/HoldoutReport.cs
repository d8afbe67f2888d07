using MathNet.Numerics;

namespace Motif.Content.Evaluation;

/// <summary>What one arm got.</summary>
/// <param name="Rate">Successes by impressions with its 95 % interval, by posts: impressions of one post are alike.</param>
public sealed record HoldoutArm(
    int Decisions,
    int Posts,
    double Impressions,
    double Successes,
    Estimate? Rate
);

/// <summary>The hold-out beside everything else.</summary>
/// <param name="SampleRatioP">The probability of a split as uneven as this one if the hash divides as it should.</param>
/// <param name="SampleRatioAlarm">It is below .001: something else decides who is in which arm, and the comparison is worth nothing.</param>
/// <param name="Contaminated">Posts that both arms saw, or that were drawn while settings could not be read; left out.</param>
public sealed record HoldoutReport(
    double Share,
    HoldoutArm Treated,
    HoldoutArm Held,
    Estimate? Difference,
    double SampleRatioP,
    bool SampleRatioAlarm,
    int Contaminated
)
{
    private const double AlarmBelow = 0.001;
    private const double Normal95 = 1.96;

    /// <param name="outcomes">Impressions and successes of every counted post, and whether its decision was held out.</param>
    public static HoldoutReport Of(
        double share,
        int treatedDecisions,
        int heldDecisions,
        IReadOnlyList<(bool Held, double Impressions, double Successes)> outcomes,
        int contaminated
    )
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var treated = Arm(
            treatedDecisions,
            [.. outcomes.Where(o => !o.Held).Select(o => (o.Impressions, o.Successes))]
        );
        var held = Arm(
            heldDecisions,
            [.. outcomes.Where(o => o.Held).Select(o => (o.Impressions, o.Successes))]
        );
        var p = SampleRatio(treatedDecisions, heldDecisions, share);
        return new HoldoutReport(
            share,
            treated,
            held,
            Between(treated.Rate, held.Rate),
            p,
            p < AlarmBelow,
            contaminated
        );
    }

    /// <summary>χ² with one degree of freedom.</summary>
    public static double SampleRatio(int treated, int held, double share)
    {
        double total = treated + held;
        if (total == 0 || share is <= 0 or >= 1)
            return 1;
        var deviation = held - (total * share);
        var square = deviation * deviation / (total * share * (1 - share));
        return SpecialFunctions.Erfc(Math.Sqrt(square / 2));
    }

    private static HoldoutArm Arm(int decisions, List<(double Impressions, double Successes)> posts)
    {
        var impressions = posts.Sum(p => p.Impressions);
        var successes = posts.Sum(p => p.Successes);
        return new HoldoutArm(
            decisions,
            posts.Count,
            impressions,
            successes,
            impressions > 0 ? Rate(posts, impressions, successes) : null
        );
    }

    /// <summary>The spread of a ratio of sums over posts.</summary>
    private static Estimate Rate(
        List<(double Impressions, double Successes)> posts,
        double impressions,
        double successes
    )
    {
        var rate = successes / impressions;
        var squares = posts.Sum(p => Math.Pow(p.Successes - (rate * p.Impressions), 2));
        var half =
            Normal95
            * Math.Sqrt(squares * posts.Count / Math.Max(1, posts.Count - 1))
            / impressions;
        return new Estimate(rate, Math.Max(0, rate - half), rate + half);
    }

    private static Estimate? Between(Estimate? treated, Estimate? held)
    {
        if (treated is null || held is null)
            return null;
        var half = Math.Sqrt(
            Math.Pow(treated.High - treated.Value, 2) + Math.Pow(held.High - held.Value, 2)
        );
        var difference = treated.Value - held.Value;
        return new Estimate(difference, difference - half, difference + half);
    }
}
