using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Motif.Discovery.Mining;

/// <summary>
/// What several traits do together beyond what they do beside each other: the coefficient of their product in a regression inside the
/// strata that has all smaller products too. By Frisch and Waugh (1933) it is that of the product less what the smaller ones tell of
/// it, r, on the outcome less what they tell of that: Σrỹ/Σr², which has units and errors like any other effect.
/// </summary>
internal static class Interaction
{
    /// <summary>Of the product's variance, what the smaller products must leave for it to be told from them.</summary>
    private const double NeededLeft = 0.05;

    /// <param name="parts">Rows of each trait, ascending; two or three.</param>
    /// <param name="centred">The design's own outcomes or shuffled ones.</param>
    /// <returns>Null where the product cannot be told from its parts.</returns>
    public static EffectSums? Of(
        StratifiedDesign design,
        int scope,
        IReadOnlyList<int[]> parts,
        double[] centred
    )
    {
        var terms = (1 << parts.Count) - 1;
        var tallies = Tallies(design, scope, parts, centred, terms);
        if (tallies.Count == 0)
            return null;
        var all = new DenseMatrix(terms + 1);
        foreach (var tally in tallies.Values)
            all.Add(tally.Products, all);
        var smaller = all.SubMatrix(0, terms - 1, 0, terms - 1);
        if (!IsRegular(smaller))
            return null;
        var inverse = smaller.Inverse();
        // e_product − Σ a·e_smaller and e_outcome − Σ d·e_smaller.
        var r = Left(inverse, all, terms, terms - 1);
        var y = Left(inverse, all, terms, terms);
        var left = r * all * r;
        if (left <= NeededLeft * all[terms - 1, terms - 1])
            return null;
        var units = new List<UnitSums>();
        foreach (var ((unit, channel), tally) in tallies)
        {
            var square = r * tally.Products * r;
            if (square > 1e-9 * left)
                units.Add(new UnitSums(unit, channel, r * tally.Products * y, square));
        }
        return units.Count == 0
            ? null
            : new EffectSums(
                scope,
                units,
                tallies.Values.Sum(t => t.Support),
                tallies.Values.Sum(t => t.Carriers),
                tallies.Values.Sum(t => r.SubVector(0, terms) * t.Ranks),
                y * all * y,
                tallies.Values.Sum(t => t.Degrees) - (terms - 1)
            );
    }

    private static bool IsRegular(Matrix<double> smaller)
    {
        var values = smaller.Evd(Symmetricity.Symmetric).EigenValues;
        var (least, most) = (values.Min(v => v.Real), values.Max(v => v.Real));
        return most > 0 && least > 1e-9 * most;
    }

    private static Vector<double> Left(
        Matrix<double> inverse,
        Matrix<double> all,
        int terms,
        int target
    )
    {
        var left = new DenseVector(terms + 1) { [target] = 1 };
        var told = inverse * all.Column(target).SubVector(0, terms - 1);
        for (var i = 0; i < terms - 1; i++)
            left[i] -= told[i];
        return left;
    }

    /// <summary>Sums of one unit: products of all terms and the outcome about the strata's means.</summary>
    private sealed class Tally(int terms)
    {
        public DenseMatrix Products { get; } = new(terms + 1);
        public DenseVector Ranks { get; } = new(terms);
        public int Support { get; set; }
        public int Carriers { get; set; }
        public int Degrees { get; set; }
    }

    private static SortedDictionary<(int Unit, int Channel), Tally> Tallies(
        StratifiedDesign design,
        int scope,
        IReadOnlyList<int[]> parts,
        double[] centred,
        int terms
    )
    {
        var masks = new SortedDictionary<int, SortedDictionary<int, int>>();
        for (var part = 0; part < parts.Count; part++)
            foreach (var row in parts[part])
            {
                var stratum = design.Stratum[row];
                if (stratum < 0 || design.Strata[stratum].Scope != scope)
                    continue;
                if (!masks.TryGetValue(stratum, out var rows))
                    masks[stratum] = rows = [];
                rows[row] = rows.GetValueOrDefault(row) | (1 << part);
            }
        var tallies = new SortedDictionary<(int, int), Tally>();
        foreach (var (stratum, rows) in masks)
        {
            var facts = design.Strata[stratum];
            if (!tallies.TryGetValue((facts.Unit, facts.Channel), out var tally))
                tallies[(facts.Unit, facts.Channel)] = tally = new Tally(terms);
            Add(tally, facts, rows, design, centred, terms);
        }
        return tallies;
    }

    /// <summary>A term's number less 1 is its place; its bits are the traits that it is the product of.</summary>
    private static void Add(
        Tally tally,
        in StratumFacts facts,
        SortedDictionary<int, int> rows,
        StratifiedDesign design,
        double[] centred,
        int terms
    )
    {
        var counts = new double[terms];
        foreach (var (row, mask) in rows)
            for (var one = 1; one <= terms; one++)
            {
                if ((mask & one) != one)
                    continue;
                counts[one - 1]++;
                tally.Ranks[one - 1] += design.Rank[row];
                tally.Products[one - 1, terms] += centred[row];
                tally.Products[terms, one - 1] += centred[row];
                for (var other = 1; other <= terms; other++)
                {
                    if ((mask & other) == other)
                        tally.Products[one - 1, other - 1]++;
                }
            }
        for (var one = 0; one < terms; one++)
        for (var other = 0; other < terms; other++)
            tally.Products[one, other] -= counts[one] * counts[other] / facts.Count;
        tally.Products[terms, terms] += facts.Squares;
        tally.Degrees += facts.Count - 1;
        var having = (int)counts[terms - 1];
        tally.Carriers += having;
        tally.Support += having == facts.Count ? 0 : having;
    }
}
