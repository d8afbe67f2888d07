using MathNet.Numerics.Distributions;
using Motif.Statistics;

namespace Motif.Discovery.Mining;

/// <summary>What the later part says of what the first part found.</summary>
internal sealed class Replication(MiningRules rules)
{
    private const double Surprise = 0.05;

    public void Judge(List<EffectTest> tests)
    {
        foreach (var test in tests.Where(t => t.IsFound))
            test.State =
                !rules.IsBroad(test.Found) ? FindingState.ChannelSpecific
                : test.Interaction is { } beyond ? Together(Later(test), beyond)
                : Later(test);
        JudgeDifferences(tests);
    }

    private static FindingState Later(EffectTest test)
    {
        if (!test.CanBeTestedLater)
            return FindingState.Candidate;
        var later = test.Later!;
        var sign = Math.Sign(test.Found.Effect);
        if (Math.Sign(later.Effect) != sign)
            return FindingState.Refuted;
        if (later.OneSided(sign) <= Surprise)
            return FindingState.Confirmed;
        var (low, high) = later.Interval();
        var expected = test.FoundExpected;
        return expected < low || expected > high ? FindingState.Decayed : FindingState.Candidate;
    }

    /// <summary>A compound is confirmed when its interaction is.</summary>
    private static FindingState Together(FindingState state, InteractionTest beyond)
    {
        if (
            state is not FindingState.Confirmed
            || beyond.Later is not { } later
            || later.EffectiveUnits < MiningRules.NeededLaterUnits
        )
            return state is FindingState.Confirmed ? FindingState.Candidate : state;
        var sign = Math.Sign(beyond.Found.Effect);
        return Math.Sign(later.Effect) != sign ? FindingState.Refuted
            : later.OneSided(sign) <= Surprise ? FindingState.Confirmed
            : FindingState.Candidate;
    }

    /// <summary>
    /// Effects that chance does not let differ so much between channels, in the first part, and that differ the same way in the
    /// later one: where a channel gained it gains again.
    /// </summary>
    private void JudgeDifferences(List<EffectTest> tests)
    {
        EffectTest[] broad =
        [
            .. tests.Where(t =>
                t.Interaction is null && rules.IsBroad(t.Found) && t.CanBeTestedLater
            ),
        ];
        var q = BenjaminiHochberg.QValues([.. broad.Select(t => t.FoundSpread.P)]);
        for (var i = 0; i < broad.Length; i++)
        {
            if (
                broad[i].State is null
                && q[i] <= MiningRules.FalseDifferences
                && broad[i].FoundSpread is { Low: < 0, High: > 0 }
                && DiffersAlike(broad[i])
            )
                broad[i].State = FindingState.DependsOnChannel;
        }
    }

    /// <summary>Σ of (first − mean)·(later − mean), weighted by what the later part knows, against its error under no relation.</summary>
    private static bool DiffersAlike(EffectTest test)
    {
        var later = test.Later!.Sums.Units.GroupBy(u => u.Channel)
            .ToDictionary(
                g => g.Key,
                g => (Cross: g.Sum(u => u.Cross), Square: g.Sum(u => u.Square))
            );
        var (sum, variance) = (0.0, 0.0);
        foreach (var channel in test.Found.Sums.Units.GroupBy(u => u.Channel))
        {
            if (!later.TryGetValue(channel.Key, out var then) || then.Square <= 0)
                continue;
            var first =
                (channel.Sum(u => u.Cross) / channel.Sum(u => u.Square)) - test.FoundSpread.Mean;
            var residual = then.Cross - (test.LaterSpread!.Mean * then.Square);
            sum += first * residual;
            variance += first * first * residual * residual;
        }
        return variance > 0 && 1 - Normal.CDF(0, 1, sum / Math.Sqrt(variance)) <= Surprise;
    }
}
