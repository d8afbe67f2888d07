using System.Numerics.Tensors;

namespace Motif.Matching.Ranking;

public sealed partial class MatchIndex
{
    /// <summary>
    /// Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): next is the one with the largest
    /// (1 − d)·rank/best − d·max cos to those already taken.
    /// </summary>
    private List<RankedMatch> Diversify(List<RankedMatch> matches, MatchSearch search)
    {
        var left = matches.ConvertAll(match =>
            (Match: match, Vector: _model.Vectors.Get(match.Slot), Nearest: 0f)
        );
        var taken = new List<RankedMatch>();
        while (left.Count > 0 && taken.Count < search.Limit)
        {
            var best = left.MaxBy(item =>
                ((1 - search.Diversity) * item.Match.Rank / matches[0].Rank)
                - (search.Diversity * item.Nearest)
            );
            taken.Add(best.Match);
            left.Remove(best);
            left = left.ConvertAll(item =>
                item with
                {
                    Nearest = MathF.Max(
                        item.Nearest,
                        TensorPrimitives.Dot<float>(item.Vector, best.Vector)
                    ),
                }
            );
        }
        return taken;
    }
}
