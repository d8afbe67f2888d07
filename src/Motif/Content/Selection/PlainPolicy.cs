using Motif.Content.Fatigue;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Content.Selection;

/// <summary>
/// Thompson sampling by variant alone, Beta(1 + s, 1 + max(0, n − s)), with the freshness of its family mixed in as the mode says.
/// Kept as older engines did it: a slate does not see its own earlier slots.
/// </summary>
public sealed class PlainPolicy(SelectionMode mode) : ISelectionPolicy
{
    private const double AdditiveFreshness = 0.3;
    private const double MultiplicativeFloor = 0.5;

    public string Name => WireName.Of(mode);

    public bool IsDistinct => false;

    public bool IsCapped => false;

    public IScoreDraw Draw(SelectionInputs inputs, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(random);
        var scores = new double[inputs.Variants.Count];
        for (var v = 0; v < scores.Length; v++)
        {
            var variant = inputs.Variants[v];
            var failures = Math.Max(0, variant.PlainImpressions - variant.PlainSuccesses);
            var rate = random.NextBeta(1 + variant.PlainSuccesses, 1 + failures);
            scores[v] = Mix(
                rate,
                SelectionInputs.Freshness(inputs.Families[inputs.FamilyPlaces[v]].Counted)
            );
        }
        return new Drawn(scores);
    }

    private double Mix(double rate, double freshness) =>
        mode switch
        {
            SelectionMode.CompatAdditive => ((1 - AdditiveFreshness) * rate)
                + (AdditiveFreshness * freshness),
            SelectionMode.CompatMultiplicative => rate
                * (MultiplicativeFloor + ((1 - MultiplicativeFloor) * freshness)),
            _ => rate,
        };

    private sealed class Drawn(double[] scores) : IScoreDraw
    {
        public double Score(int variant, int earlierUses) => scores[variant];
    }
}
