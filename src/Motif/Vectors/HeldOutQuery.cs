using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>A stored row used as a query, with its true neighbours (itself left out).</summary>
/// <param name="Ordinal">The row.</param>
/// <param name="Neighbours">
/// The nearest rows, best first; every row that ties with the last is a neighbour too, and a search needs to
/// find only <see cref="HeldOutQueries.Limit"/> of them.
/// </param>
/// <param name="CodingErrors">By how much each neighbour's true score exceeds that of its code, in the unit of plans.</param>
/// <param name="WorstScore">What a hit has to score to count.</param>
internal sealed record HeldOutQuery(
    int Ordinal,
    int[] Neighbours,
    float[] CodingErrors,
    float WorstScore
);

/// <summary>Finds the true neighbours of held-out queries by scanning every list.</summary>
internal sealed class HeldOutQueries(View view, int threads)
{
    /// <summary>Neighbours that a plan is calibrated to find.</summary>
    public const int Limit = 10;

    /// <summary>
    /// Signs err by a standard deviation of .6: at three and a half of them one row in 4,000 among those at the threshold is
    /// overlooked, and the neighbours stand above it.
    /// </summary>
    public const float AmpleWidth = 2.1f;

    /// <summary>Candidates kept by code; sixty, since the codes leave none of ten neighbours further behind but among near copies.</summary>
    private const int Kept = 60;

    private const float Tie = 1e-5f;
    private readonly Layout _layout = view.Layout;

    public HeldOutQuery[] Find(int[] ordinals)
    {
        var queries = new HeldOutQuery[ordinals.Length];
        Parallel.For(
            0,
            ordinals.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => queries[i] = Find(ordinals[i])
        );
        return queries;
    }

    private HeldOutQuery Find(int ordinal)
    {
        var row = _layout.Rows.Span(ordinal);
        var search = new IvfSearch(view, Kept + 1, null);
        search.Begin(row, TensorPrimitives.Norm(row));
        search.RankLists(int.MaxValue);
        for (
            var list = search.NextList(out var score);
            list >= 0;
            list = search.NextList(out score)
        )
            search.ScanList(list, score, AmpleWidth);
        return Rank(ordinal, search);
    }

    private HeldOutQuery Rank(int ordinal, in IvfSearch search)
    {
        var query = _layout.Rows.Span(ordinal);
        var candidates = search.Candidates;
        var found = new List<Found>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            var id = candidates.Id(i);
            if (id == ordinal)
                continue;
            var score = RowScore.Exact(_layout.Space.Metric, query, _layout.Rows.Span(id));
            var error = (search.Coded(score) - candidates.Score(i)) * search.UnitScale;
            found.Add(new Found(id, score, error));
        }
        var byScore = found.OrderByDescending(row => row.Score).ToArray();
        var worst = byScore[Math.Min(Limit, byScore.Length) - 1].Score - Tie;
        var nearest = byScore.Where(row => row.Score >= worst).ToArray();
        return new HeldOutQuery(
            ordinal,
            Array.ConvertAll(nearest, row => row.Ordinal),
            Array.ConvertAll(nearest, row => row.CodingError),
            worst
        );
    }

    private sealed record Found(int Ordinal, float Score, float CodingError);
}
