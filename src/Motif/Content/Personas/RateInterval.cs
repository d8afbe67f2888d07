using MathNet.Numerics.Distributions;
using Motif.Content.Fatigue;

namespace Motif.Content.Personas;

/// <summary>
/// Where the rate of a family lies in 95 of 100 cases: the central interval of Beta(½ + S, ½ + N − S) (Jeffreys). Impressions of
/// one post are alike, so M of them count as M/(1 + (M − 1)ρ), as in the model that selects.
/// </summary>
internal static class RateInterval
{
    private const double Overdispersion = 0.001;

    /// <returns>Null where nothing was measured.</returns>
    public static (double Low, double High)? Of(IReadOnlyList<MetricState> measured)
    {
        double successes = 0,
            impressions = 0;
        foreach (var state in measured)
        {
            var seen = state.Impressions ?? 0;
            var worth = 1 / (1 + (Math.Max(0, seen - 1) * Overdispersion));
            impressions += worth * seen;
            successes += worth * Math.Min(seen, state.Successes ?? 0);
        }
        if (impressions <= 0)
            return null;
        var (a, b) = (0.5 + successes, 0.5 + impressions - successes);
        return (Beta.InvCDF(a, b, 0.025), Beta.InvCDF(a, b, 0.975));
    }
}
