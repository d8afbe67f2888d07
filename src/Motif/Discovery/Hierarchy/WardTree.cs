using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Ward's hierarchical clustering of weighted points, exact, by chains of nearest neighbours (Murtagh 1983) with the update of
/// Lance and Williams: d(k, i∪j) = ((wᵢ+wₖ)·d(k,i) + (wⱼ+wₖ)·d(k,j) − wₖ·d(i,j)) / (wᵢ+wⱼ+wₖ), starting from
/// wᵢwⱼ/(wᵢ+wⱼ)·|xᵢ−xⱼ|². Of equally near neighbours the first is taken, so that tied points give one and the same tree.
/// </summary>
internal sealed class WardTree
{
    private readonly (int Left, int Right, float Height)[] _merges;
    private readonly int _count;

    private WardTree((int, int, float)[] merges, int count) => (_merges, _count) = (merges, count);

    /// <param name="points">Rows of length 1 or 0.</param>
    /// <param name="weights">Above 0.</param>
    public static WardTree Grow(FloatMatrix points, IReadOnlyList<double> weights)
    {
        var n = points.Rows;
        var distances = MatrixProduct.Multiply(points, points.Transpose());
        var norms = new float[n];
        for (var i = 0; i < n; i++)
            norms[i] = distances.Values[(i * n) + i];
        for (var i = 0; i < n; i++)
        {
            var row = distances.Row(i);
            for (var j = 0; j < n; j++)
                row[j] = (float)(
                    weights[i]
                    * weights[j]
                    / (weights[i] + weights[j])
                    * Math.Max(0, norms[i] + norms[j] - (2 * row[j]))
                );
        }
        var merges = new Chain(distances, [.. weights]).Run();
        // The chain finds merges out of order; by height they are those of the greedy algorithm.
        return new WardTree([.. merges.OrderBy(m => m.Height)], n);
    }

    /// <summary>The group of each point when so many groups are left, numbered in the order of their first points.</summary>
    public int[] Cut(int groups)
    {
        var parents = Enumerable.Range(0, _count).ToArray();
        foreach (var (left, right, _) in _merges.Take(Math.Max(0, _count - Math.Max(1, groups))))
        {
            var (a, b) = (Root(parents, left), Root(parents, right));
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }
        var numbers = new Dictionary<int, int>();
        var result = new int[_count];
        for (var i = 0; i < _count; i++)
        {
            var root = Root(parents, i);
            if (!numbers.TryGetValue(root, out var number))
                numbers[root] = number = numbers.Count;
            result[i] = number;
        }
        return result;
    }

    /// <summary>The number of groups whose median size comes nearest to the wanted one; of equals the fewest.</summary>
    public int GroupsFor(double wanted, IReadOnlyList<double> sizes)
    {
        var total = sizes.Sum();
        var (best, error) = (1, Error(1, wanted, sizes));
        var last = 1;
        for (var step = 1.0; ; step *= 1.07)
        {
            var groups = (int)Math.Round(step);
            if (groups > _count || groups > 6 * total / wanted)
                return best;
            if (groups == last)
                continue;
            last = groups;
            if (Error(groups, wanted, sizes) is var found && found < error)
                (best, error) = (groups, found);
        }
    }

    private double Error(int groups, double wanted, IReadOnlyList<double> sizes)
    {
        var sums = new double[groups];
        var cut = Cut(groups);
        for (var i = 0; i < cut.Length; i++)
            sums[cut[i]] += sizes[i];
        Array.Sort(sums);
        var median = (sums[(groups - 1) / 2] + sums[groups / 2]) / 2;
        return Math.Abs(Math.Log(median / wanted));
    }

    private static int Root(int[] parents, int point)
    {
        while (parents[point] != point)
            point = parents[point] = parents[parents[point]];
        return point;
    }

    /// <summary>The chain at work; the merged group takes the place of its first.</summary>
    private sealed class Chain(FloatMatrix distances, double[] weights)
    {
        private readonly bool[] _isGone = new bool[weights.Length];
        private readonly List<int> _chain = [];

        public List<(int Left, int Right, float Height)> Run()
        {
            var merges = new List<(int, int, float)>();
            var next = 0;
            while (merges.Count < weights.Length - 1)
            {
                if (_chain.Count == 0)
                {
                    while (_isGone[next])
                        next++;
                    _chain.Add(next);
                }
                var last = _chain[^1];
                var before = _chain.Count > 1 ? _chain[^2] : -1;
                var (nearest, distance) = Nearest(last, before);
                if (nearest != before)
                {
                    _chain.Add(nearest);
                    continue;
                }
                _chain.RemoveRange(_chain.Count - 2, 2);
                var (left, right) = (Math.Min(last, before), Math.Max(last, before));
                merges.Add((left, right, distance));
                Merge(left, right, distance);
            }
            return merges;
        }

        /// <summary>The one before wins a tie: otherwise the chain would run in a circle.</summary>
        private (int Nearest, float Distance) Nearest(int point, int before)
        {
            var row = distances.Row(point);
            var (nearest, distance) =
                before >= 0 ? (before, row[before]) : (-1, float.PositiveInfinity);
            for (var i = 0; i < row.Length; i++)
            {
                if (i != point && !_isGone[i] && row[i] < distance)
                    (nearest, distance) = (i, row[i]);
            }
            return (nearest, distance);
        }

        private void Merge(int left, int right, float distance)
        {
            var (a, b) = (weights[left], weights[right]);
            _isGone[right] = true;
            for (var k = 0; k < weights.Length; k++)
            {
                if (_isGone[k] || k == left)
                    continue;
                var w = weights[k];
                var merged = (float)(
                    (
                        ((a + w) * distances.Row(k)[left])
                        + ((b + w) * distances.Row(k)[right])
                        - (w * distance)
                    ) / (a + b + w)
                );
                distances.Row(k)[left] = merged;
                distances.Row(left)[k] = merged;
            }
            weights[left] = a + b;
        }
    }
}
