namespace Motif.Discovery.Map;

/// <summary>How strongly the kinds of pairs count in a step.</summary>
internal readonly record struct PairWeights(float Near, float MidNear, float Far);

/// <summary>
/// Moves points in the plane until near pairs are near and far pairs are not: PaCMAP (Wang, Huang, Rudin and Shaposhnik, JMLR 22,
/// 2021). With d = ‖yᵢ − yⱼ‖² + 1 the loss is Σ w_near·d/(10 + d) + Σ w_mid·d/(10⁴ + d) + Σ w_far·1/(1 + d), made less by Adam
/// over all pairs at once.
/// </summary>
/// <param name="x">Moved in place.</param>
/// <param name="y">Moved in place.</param>
internal sealed class PairLayout(float[] x, float[] y, int threads)
{
    private const float Rate = 1;
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Tiny = 1e-7f;
    private const int Block = 512;

    private readonly float[] _nextX = (float[])x.Clone();
    private readonly float[] _nextY = (float[])y.Clone();
    private readonly float[] _meanX = new float[x.Length];
    private readonly float[] _meanY = new float[x.Length];
    private readonly float[] _squareX = new float[x.Length];
    private readonly float[] _squareY = new float[x.Length];
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads };
    private double _firstPower = 1;
    private double _secondPower = 1;

    /// <summary>One step of all points.</summary>
    public void Step(PairGraph near, PairGraph? midNear, PairGraph far, PairWeights weights)
    {
        _firstPower *= FirstDecay;
        _secondPower *= SecondDecay;
        var rate = (float)(Rate * Math.Sqrt(1 - _secondPower) / (1 - _firstPower));
        Parallel.For(
            0,
            (x.Length + Block - 1) / Block,
            _options,
            block =>
            {
                var end = Math.Min(x.Length, (block + 1) * Block);
                for (var point = block * Block; point < end; point++)
                {
                    var (pullX, pullY) = Pull(point, near, midNear, far, weights);
                    Move(point, pullX, pullY, rate);
                }
            }
        );
        _nextX.CopyTo(x, 0);
        _nextY.CopyTo(y, 0);
    }

    private (float X, float Y) Pull(
        int point,
        PairGraph near,
        PairGraph? midNear,
        PairGraph far,
        PairWeights weights
    )
    {
        float pullX = 0,
            pullY = 0;
        var (atX, atY) = (x[point], y[point]);
        foreach (var other in near.Of(point))
        {
            var (dx, dy) = (atX - x[other], atY - y[other]);
            var d = 11 + (dx * dx) + (dy * dy);
            var force = weights.Near * 20 / (d * d);
            pullX += force * dx;
            pullY += force * dy;
        }
        if (midNear is not null && weights.MidNear > 0)
            foreach (var other in midNear.Of(point))
            {
                var (dx, dy) = (atX - x[other], atY - y[other]);
                var d = 10_001 + (dx * dx) + (dy * dy);
                var force = weights.MidNear * 20_000 / (d * d);
                pullX += force * dx;
                pullY += force * dy;
            }
        foreach (var other in far.Of(point))
        {
            var (dx, dy) = (atX - x[other], atY - y[other]);
            var d = 2 + (dx * dx) + (dy * dy);
            var force = weights.Far * 2 / (d * d);
            pullX -= force * dx;
            pullY -= force * dy;
        }
        return (pullX, pullY);
    }

    private void Move(int point, float pullX, float pullY, float rate)
    {
        _meanX[point] += (1 - FirstDecay) * (pullX - _meanX[point]);
        _meanY[point] += (1 - FirstDecay) * (pullY - _meanY[point]);
        _squareX[point] += (1 - SecondDecay) * ((pullX * pullX) - _squareX[point]);
        _squareY[point] += (1 - SecondDecay) * ((pullY * pullY) - _squareY[point]);
        _nextX[point] = x[point] - (rate * _meanX[point] / (MathF.Sqrt(_squareX[point]) + Tiny));
        _nextY[point] = y[point] - (rate * _meanY[point] / (MathF.Sqrt(_squareY[point]) + Tiny));
    }
}
