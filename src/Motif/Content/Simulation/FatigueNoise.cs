using Motif.Numerics;

namespace Motif.Content.Simulation;

/// <summary>
/// Noise that depends on nothing but its place, so that every policy and every program meets the same world. The same bits as
/// the benchmark's definition: <c>((mix(mix(mix(mix(run) ^ tag) ^ i) ^ j) &gt;&gt; 11) + ½)·2⁻⁵³</c>.
/// </summary>
internal static class FatigueNoise
{
    public static double Uniform(int run, int tag, int i, int j)
    {
        var bits = SeededRandom.Mix((ulong)run) ^ (ulong)tag;
        bits = SeededRandom.Mix(bits) ^ (ulong)i;
        bits = SeededRandom.Mix(bits) ^ (ulong)j;
        return ((SeededRandom.Mix(bits) >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    /// <summary>The least number of successes whose cumulative probability reaches <paramref name="u"/>.</summary>
    public static int Binomial(double u, double p, int trials)
    {
        var probability = Math.Pow(1 - p, trials);
        var cumulative = probability;
        var successes = 0;
        while (u > cumulative && successes < trials)
        {
            probability = probability * (trials - successes) / (successes + 1) * (p / (1 - p));
            successes++;
            cumulative += probability;
        }
        return successes;
    }
}
