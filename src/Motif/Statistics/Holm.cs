namespace Motif.Statistics;

/// <summary>
/// Control of the chance of any false discovery at all (Holm 1979): in the order of p, test i is declared while
/// (m − i + 1)·pᵢ ≤ α. Valid whatever the tests have to do with each other.
/// </summary>
public static class Holm
{
    /// <param name="p">Probabilities, 0 to 1.</param>
    /// <returns>The least α at which each would be declared, in the same order, 0 to 1.</returns>
    public static double[] Adjusted(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        int[] order = [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ThenBy(i => i)];
        var adjusted = new double[p.Count];
        var most = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            most = Math.Max(most, Math.Min(1, p[order[rank]] * (p.Count - rank)));
            adjusted[order[rank]] = most;
        }
        return adjusted;
    }
}
