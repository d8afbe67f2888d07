using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>Finds the nearest centroid of a coded vector. Holds working memory: one for each thread.</summary>
internal sealed unsafe class ListAssigner
{
    /// <summary>Groups looked into: the nearest centroid lies in a further one for about 1 vector in 200.</summary>
    public const int Groups = 8;

    private readonly NativeBlock _block;
    private readonly byte* _code;
    private readonly float* _scores;
    private readonly float* _groupScores;
    private readonly int _stride;
    private readonly bool _usesNorms;

    public ListAssigner(VectorMetric metric, int stride, int mostCentroids, int mostGroups)
    {
        _usesNorms = metric != VectorMetric.Cosine;
        _stride = stride;
        var scores = RowBlock.Padded(mostCentroids) + 16;
        _block = new NativeBlock(stride + sizeof(float) * (scores + RowBlock.Padded(mostGroups)));
        _code = _block.Pointer;
        _scores = (float*)(_code + stride);
        _groupScores = _scores + scores;
    }

    /// <summary>The nearest centroid of one run, as its position in it.</summary>
    public int NearestOf(in RowRun centroids, RowBlock rows, int row) =>
        Best(centroids, CodeRow(rows, row), _scores, out _);

    /// <summary>The list of the nearest centroid in the nearest groups.</summary>
    public int Nearest(CentroidTree tree, RowBlock rows, int row, int groups = Groups)
    {
        var query = CodeRow(rows, row);
        Best(tree.Groups, query, _groupScores, out _);
        var list = -1;
        var bestScore = float.NegativeInfinity;
        for (var i = 0; i < Math.Min(groups, tree.GroupCount); i++)
        {
            var group = TensorPrimitives.IndexOfMax(
                new ReadOnlySpan<float>(_groupScores, tree.GroupCount)
            );
            _groupScores[group] = float.NegativeInfinity;
            var centroids = tree.Centroids(group);
            if (centroids.Count == 0)
                continue;
            var at = Best(centroids, query, _scores, out var score);
            if (score <= bestScore)
                continue;
            bestScore = score;
            list = centroids.Ids[at];
        }
        GC.KeepAlive(_block);
        return list;
    }

    private QueryCode CodeRow(RowBlock rows, int row)
    {
        var scale = Int8Code.QueryOfRow(rows.Code(row), rows.Scale(row), _code, _stride);
        return new QueryCode(_code, scale, _usesNorms ? 1 / Math.Max(scale, 1e-30f) : 0);
    }

    private int Best(in RowRun run, in QueryCode query, float* scores, out float score)
    {
        RowScan.Score(run, 0, run.Count, _stride, query, scores);
        run.Block.KeepAlive();
        var at = TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(scores, run.Count));
        score = scores[at];
        return at;
    }
}
