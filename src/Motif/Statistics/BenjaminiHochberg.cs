namespace Motif.Statistics;

/// <summary>
/// Control of the false discovery rate (Benjamini and Hochberg 1995): qᵢ is the least rate at which test i would be declared,
/// min over j ≥ i of m·pⱼ/j in the order of p.
/// </summary>
public static class BenjaminiHochberg
{
    /// <param name="p">Probabilities, 0 to 1.</param>
    /// <returns>Their q, in the same order, 0 to 1.</returns>
    public static double[] QValues(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        int[] order = [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ThenBy(i => i)];
        var q = new double[p.Count];
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, p[order[rank - 1]] * p.Count / rank);
            q[order[rank - 1]] = least;
        }
        return q;
    }
}
