using MathNet.Numerics.LinearAlgebra.Double;

namespace Motif.Discovery.Mining;

/// <summary>
/// The effects of several traits beside each other: ridge regression inside the strata (Hoerl and Kennard 1970),
/// (X̃ᵀX̃ + λI)⁻¹X̃ᵀỹ with λ = σ²/τ². Taken one by one, a trait that goes along with another is counted with that one's effect
/// too, and a sum of such effects promises things twice.
/// </summary>
internal static class JointEffects
{
    /// <summary>The narrowest that effects are taken to be spread, on the log scale: nothing is held for surely nothing.</summary>
    private const double LeastSpread = 0.01;

    /// <param name="tests">Of one scope; at least one.</param>
    /// <param name="expected">What each is expected to do alone, on the log scale.</param>
    /// <returns>Beside the others, on the log scale, in the order given.</returns>
    public static double[] Fit(
        StratifiedDesign design,
        int scope,
        IReadOnlyList<EffectTest> tests,
        IReadOnlyList<double> expected
    )
    {
        var count = tests.Count;
        var traitsOf = TraitsOfRows(design, scope, tests);
        var products = new DenseMatrix(count, count);
        var crosses = new DenseVector(count);
        var (squares, degrees) = (0.0, 0);
        for (var stratum = 0; stratum < design.Strata.Count; stratum++)
        {
            if (design.Strata[stratum].Scope != scope)
                continue;
            squares += design.Strata[stratum].Squares;
            degrees += design.Strata[stratum].Count - 1;
            AddStratum(design, design.Members[stratum], traitsOf, products, crosses);
        }
        var spread = Math.Max(LeastSpread, Math.Sqrt(expected.Average(e => e * e)));
        var ridge = squares / Math.Max(1, degrees) / (spread * spread);
        for (var i = 0; i < count; i++)
            products[i, i] += ridge;
        return [.. products.Cholesky().Solve(crosses)];
    }

    private static Dictionary<int, List<int>> TraitsOfRows(
        StratifiedDesign design,
        int scope,
        IReadOnlyList<EffectTest> tests
    )
    {
        var traitsOf = new Dictionary<int, List<int>>();
        for (var i = 0; i < tests.Count; i++)
            foreach (var row in tests[i].Feature.Rows)
            {
                if (design.Stratum[row] < 0 || design.Strata[design.Stratum[row]].Scope != scope)
                    continue;
                if (!traitsOf.TryGetValue(row, out var traits))
                    traitsOf[row] = traits = [];
                traits.Add(i);
            }
        return traitsOf;
    }

    /// <summary>Σxx′ − ΣxΣx′/n and Σxỹ of one stratum.</summary>
    private static void AddStratum(
        StratifiedDesign design,
        int[] members,
        Dictionary<int, List<int>> traitsOf,
        DenseMatrix products,
        DenseVector crosses
    )
    {
        var having = new SortedDictionary<int, int>();
        foreach (var row in members)
        {
            if (!traitsOf.TryGetValue(row, out var traits))
                continue;
            foreach (var one in traits)
            {
                crosses[one] += design.Centred[row];
                having[one] = having.GetValueOrDefault(one) + 1;
                foreach (var other in traits)
                    products[one, other]++;
            }
        }
        foreach (var (one, count) in having)
        foreach (var (other, otherCount) in having)
            products[one, other] -= (double)count * otherCount / members.Length;
    }
}
