namespace Motif.Discovery.Mining;

/// <summary>Counts items that did so many times their channel's usual.</summary>
internal sealed class Hits(Evidence evidence, double threshold)
{
    private readonly double _log = Math.Log(threshold);

    /// <param name="rows">With the trait, in one scope of the design.</param>
    /// <returns>Null where no stratum has rows with it and without.</returns>
    public HitShares? Of(StratifiedDesign design, IReadOnlyCollection<int> rows)
    {
        var having = rows.ToHashSet();
        var (with, without, count) = (0.0, 0.0, 0);
        foreach (var stratum in rows.GroupBy(row => design.Stratum[row]))
        {
            int[] others = [.. design.Members[stratum.Key].Where(row => !having.Contains(row))];
            if (others.Length == 0)
                continue;
            var own = stratum.Count();
            count += own;
            with += stratum.Count(IsHit);
            without += own * others.Count(IsHit) / (double)others.Length;
        }
        return count == 0 ? null : new HitShares(threshold, with / count, without / count);
    }

    private bool IsHit(int row) => evidence.Rows[row].Outcome >= _log;
}
