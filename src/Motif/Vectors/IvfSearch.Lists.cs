using System.Numerics.Tensors;

namespace Motif.Vectors;

// The order in which lists are scanned.
internal unsafe ref partial struct IvfSearch
{
    /// <summary>Scores the centroids of the nearest groups. Returns how many lists can be probed.</summary>
    public int RankLists(int groups)
    {
        var ranked = _layout.Centroids is { } tree ? ScoreCentroids(tree, groups) : ScoreOnlyList();
        _ranking = new ScoreTournament(_memory.ListScores, ranked, _memory.ListMaxima);
        return ranked;
    }

    /// <summary>The place of each group in the order in which <see cref="RankLists"/> would take them.</summary>
    public readonly void RankGroups(Span<int> ranks)
    {
        var tree = _layout.Centroids!;
        var scores = GroupScores(tree);
        for (var rank = 0; rank < tree.GroupCount; rank++)
        {
            var group = IndexOfMax(scores, tree.GroupCount);
            ranks[group] = rank;
            scores[group] = float.NegativeInfinity;
        }
    }

    /// <summary>The best list not yet taken and its centroid's score; −1 after the last.</summary>
    public readonly int NextList(out float score)
    {
        var at = _ranking.Next(out score);
        return at < 0 ? -1 : _memory.ListIds[at];
    }

    private readonly int ScoreOnlyList()
    {
        _memory.ListScores[0] = 0;
        _memory.ListIds[0] = 0;
        return 1;
    }

    private readonly int ScoreCentroids(CentroidTree tree, int groups)
    {
        var ranked = 0;
        if (groups >= tree.GroupCount)
        {
            for (var group = 0; group < tree.GroupCount; group++)
                ranked += ScoreGroup(tree.Centroids(group), ranked);
            return ranked;
        }
        var scores = GroupScores(tree);
        for (var i = 0; i < groups; i++)
        {
            var group = IndexOfMax(scores, tree.GroupCount);
            scores[group] = float.NegativeInfinity;
            ranked += ScoreGroup(tree.Centroids(group), ranked);
        }
        return ranked;
    }

    private readonly float* GroupScores(CentroidTree tree)
    {
        var scores = _memory.ListScores + tree.CentroidBlock.Capacity;
        Score(tree.Groups, scores);
        return scores;
    }

    private readonly int ScoreGroup(in RowRun run, int ranked)
    {
        Score(run, _memory.ListScores + ranked);
        new ReadOnlySpan<int>(run.Ids, run.Count).CopyTo(
            new Span<int>(_memory.ListIds + ranked, run.Count)
        );
        return run.Count;
    }

    private readonly void Score(in RowRun run, float* scores)
    {
        RowScan.Score(run, 0, run.Count, _layout.Stride, _code, scores);
        run.Block.KeepAlive();
    }

    private static int IndexOfMax(float* scores, int count) =>
        TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(scores, count));
}
