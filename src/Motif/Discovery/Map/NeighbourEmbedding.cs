namespace Motif.Discovery.Map;

/// <summary>
/// Moves points in the plane until each lies among its nearest and everything else keeps off: t-SNE (van der Maaten and Hinton,
/// JMLR 9, 2008) with equal affinities of the nearest (Böhm, Berens and Kobak, JMLR 23, 2022), which keeps more of the nearest ones
/// and fills the plane more evenly than attraction and sampled repulsion do. With w = 1/(1 + ‖yᵢ − yⱼ‖²) a point moves along
/// ρ Σ pᵢⱼ w (yⱼ − yᵢ) + Σ w² (yᵢ − yⱼ)/Σw.
/// </summary>
/// <param name="x">Moved in place.</param>
/// <param name="y">Moved in place.</param>
/// <param name="near">Each point's nearest.</param>
/// <param name="nearest">How many each point has.</param>
/// <param name="stays">Which points do not move; null for none.</param>
internal sealed class NeighbourEmbedding(
    float[] x,
    float[] y,
    PairGraph near,
    int nearest,
    bool[]? stays,
    int threads
)
{
    private const float Momentum = 0.8f;
    private const float LeastGain = 0.01f;
    private const float LeastRate = 200;

    /// <summary>No point goes farther in one step.</summary>
    private const float Longest = 5;
    private const int Block = 512;

    private readonly RepulsionTree _tree = new(x.Length);
    private readonly float[] _pushX = new float[x.Length];
    private readonly float[] _pushY = new float[x.Length];
    private readonly float[] _goesX = new float[x.Length];
    private readonly float[] _goesY = new float[x.Length];
    private readonly float[] _gainX = Ones(x.Length);
    private readonly float[] _gainY = Ones(x.Length);
    private readonly float[] _pullX = new float[x.Length];
    private readonly float[] _pullY = new float[x.Length];
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads };

    /// <summary>One step of all points.</summary>
    /// <param name="exaggeration">How much more the near ones count: 1 is t-SNE itself, more lets a point pass by others.</param>
    public void Step(float exaggeration)
    {
        _tree.Grow(x, y);
        var sum = _tree.Push(_pushX, _pushY, threads);
        var push = (float)(x.Length / Math.Max(sum, 1e-9));
        var pull = exaggeration / (2 * nearest);
        var rate = Math.Max(1 / exaggeration, LeastRate / x.Length);
        InBlocks(point => Pull(point, pull, push));
        InBlocks(point =>
        {
            Move(ref x[point], ref _goesX[point], ref _gainX[point], rate * _pullX[point]);
            Move(ref y[point], ref _goesY[point], ref _gainY[point], rate * _pullY[point]);
        });
    }

    private void InBlocks(Action<int> ofPoint) =>
        Parallel.For(
            0,
            (x.Length + Block - 1) / Block,
            _options,
            block =>
            {
                var end = Math.Min(x.Length, (block + 1) * Block);
                for (var point = block * Block; point < end; point++)
                    if (stays?[point] is not true)
                        ofPoint(point);
            }
        );

    private void Pull(int point, float pull, float push)
    {
        float pullX = 0,
            pullY = 0;
        var (atX, atY) = (x[point], y[point]);
        foreach (var other in near.Of(point))
        {
            var (dx, dy) = (x[other] - atX, y[other] - atY);
            var w = 1 / (1 + (dx * dx) + (dy * dy));
            pullX += w * dx;
            pullY += w * dy;
        }
        _pullX[point] = (pull * pullX) + (push * _pushX[point]);
        _pullY[point] = (pull * pullY) + (push * _pushY[point]);
    }

    /// <summary>A point that turns round goes more slowly, one that goes on faster (Jacobs, 1988).</summary>
    private static void Move(ref float at, ref float goes, ref float gain, float force)
    {
        gain = force > 0 == goes > 0 ? gain + 0.2f : Math.Max(LeastGain, gain * 0.8f);
        goes = Math.Clamp((Momentum * goes) + (gain * force), -Longest, Longest);
        at += goes;
    }

    private static float[] Ones(int length)
    {
        var ones = new float[length];
        Array.Fill(ones, 1);
        return ones;
    }
}
