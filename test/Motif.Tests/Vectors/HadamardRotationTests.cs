using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed unsafe class HadamardRotationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(1536)]
    [InlineData(4096)]
    public void Dot_products_are_kept(int dimension)
    {
        var points = RandomVectors.Clustered(2, dimension, seed: dimension);
        var (a, b) = (Rotate(points[0], seed: 5), Rotate(points[1], seed: 5));
        Dot(a, b).ShouldBe(Dot(points[0], points[1]), 1e-3 * dimension);
        Dot(a, a).ShouldBe(Dot(points[0], points[0]), 1e-3 * dimension);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(300)]
    public void A_heavy_coordinate_is_spread(int dimension)
    {
        var axis = new float[dimension];
        axis[dimension - 1] = 1;
        Rotate(axis, seed: 1).Max(MathF.Abs).ShouldBeLessThan(0.35f);
    }

    [Fact]
    public void The_seed_decides()
    {
        var point = RandomVectors.Clustered(1, 64, seed: 1)[0];
        Rotate(point, seed: 3).ShouldBe(Rotate(point, seed: 3));
        Rotate(point, seed: 3).ShouldNotBe(Rotate(point, seed: 4));
    }

    private static float[] Rotate(float[] vector, ulong seed)
    {
        var rotated = new float[vector.Length];
        fixed (float* target = rotated)
            new HadamardRotation(vector.Length, seed).Rotate(vector, target);
        return rotated;
    }

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}
