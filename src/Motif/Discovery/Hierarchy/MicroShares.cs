namespace Motif.Discovery.Hierarchy;

/// <summary>Deals an ordered number of micros out to mesos by their sizes, by largest remainders.</summary>
internal static class MicroShares
{
    /// <param name="sizes">Rows of each meso, above 0.</param>
    /// <param name="least">Of each meso; no meso gets more than it has rows.</param>
    public static int[] Of(int ordered, int[] sizes, int least)
    {
        var total = sizes.Sum();
        var exact = Array.ConvertAll(sizes, s => ordered * (s / (double)total));
        var shares = new int[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
            shares[i] = Math.Clamp((int)exact[i], Math.Min(least, sizes[i]), sizes[i]);
        foreach (
            var i in Enumerable
                .Range(0, sizes.Length)
                .OrderByDescending(i => exact[i] - Math.Truncate(exact[i]))
                .ThenBy(i => i)
        )
        {
            if (shares.Sum() < ordered && shares[i] < sizes[i])
                shares[i]++;
        }
        return shares;
    }
}
