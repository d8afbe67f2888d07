using Motif.Discovery.Map;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Map;

public sealed class RepulsionTreeTests
{
    private const int Points = 1500;

    [Fact]
    public void Groups_that_are_met_as_one_point_push_as_their_points_do()
    {
        var (x, y) = Clumps();
        var (pushX, pushY) = (new float[Points], new float[Points]);

        var nearness = Over(x, y).Push(pushX, pushY, 2);

        var (wantedX, wantedY, wanted) = OneByOne(x, y);
        nearness.ShouldBe(wanted, 0.02 * wanted);
        Error(pushX, wantedX).ShouldBeLessThan(0.05);
        Error(pushY, wantedY).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        var (x, y) = Clumps();
        var (oneX, oneY) = (new float[Points], new float[Points]);
        var (twoX, twoY) = (new float[Points], new float[Points]);

        var one = Over(x, y).Push(oneX, oneY, 1);
        var two = Over(x, y).Push(twoX, twoY, 2);

        two.ShouldBe(one);
        twoX.ShouldBe(oneX);
        twoY.ShouldBe(oneY);
    }

    [Fact]
    public void Points_upon_each_other_push_nowhere_and_none_are_no_error()
    {
        float[] same = [.. Enumerable.Repeat(3f, 100)];
        var (pushX, pushY) = (new float[100], new float[100]);

        Over(same, same).Push(pushX, pushY, 1).ShouldBe(100 * 99, 0.01);

        pushX.Concat(pushY).ShouldAllBe(push => push == 0);
        Over([], []).Push([], [], 1).ShouldBe(0);
    }

    [Fact]
    public void A_tree_grows_again_over_other_places_as_a_new_one_would()
    {
        var (x, y) = Clumps();
        var (againX, againY) = (new float[Points], new float[Points]);
        var (newX, newY) = (new float[Points], new float[Points]);
        var tree = Over(y, x);

        tree.Grow(x, y);
        var again = tree.Push(againX, againY, 2);

        again.ShouldBe(Over(x, y).Push(newX, newY, 2));
        againX.ShouldBe(newX);
        againY.ShouldBe(newY);
    }

    private static RepulsionTree Over(float[] x, float[] y)
    {
        var tree = new RepulsionTree(x.Length);
        tree.Grow(x, y);
        return tree;
    }

    private static (float[] X, float[] Y) Clumps()
    {
        var random = new SeededRandom(7);
        var (x, y) = (new float[Points], new float[Points]);
        for (var i = 0; i < Points; i++)
        {
            x[i] = (float)((10 * (i % 5)) + random.NextNormal());
            y[i] = (float)((7 * (i % 3)) + random.NextNormal());
        }
        return (x, y);
    }

    private static (double[] X, double[] Y, double Nearness) OneByOne(float[] x, float[] y)
    {
        var (pushX, pushY, nearness) = (new double[Points], new double[Points], 0.0);
        for (var i = 0; i < Points; i++)
        for (var j = 0; j < Points; j++)
        {
            if (i == j)
                continue;
            var (dx, dy) = ((double)x[i] - x[j], (double)y[i] - y[j]);
            var w = 1 / (1 + (dx * dx) + (dy * dy));
            nearness += w;
            pushX[i] += w * w * dx;
            pushY[i] += w * w * dy;
        }
        return (pushX, pushY, nearness);
    }

    private static double Error(float[] found, double[] wanted) =>
        Math.Sqrt(found.Zip(wanted, (f, w) => Math.Pow(f - w, 2)).Sum() / wanted.Sum(w => w * w));
}
