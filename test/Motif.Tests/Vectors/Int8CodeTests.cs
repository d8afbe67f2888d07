using System.Numerics.Tensors;
using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed unsafe class Int8CodeTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(256)]
    [InlineData(1000)]
    public void Coded_products_are_near_the_true_ones(int dimension)
    {
        var points = RandomVectors.Clustered(30, dimension, seed: 4);
        foreach (var row in points.Skip(1))
        {
            var error = Math.Abs(
                CodedDot(points[0], row) - TensorPrimitives.Dot<float>(points[0], row)
            );
            var lengths =
                TensorPrimitives.Norm<float>(points[0]) * TensorPrimitives.Norm<float>(row);
            (error / lengths).ShouldBeLessThan(0.02f);
        }
    }

    [Fact]
    public void A_zero_vector_has_scale_zero()
    {
        CodedDot(new float[64], RandomVectors.Clustered(1, 64, seed: 1)[0]).ShouldBe(0);
        CodedDot(RandomVectors.Clustered(1, 64, seed: 1)[0], new float[64]).ShouldBe(0);
    }

    [Fact]
    public void A_vector_too_small_to_scale_is_coded_as_zero() =>
        CodedDot([1e-38f, 1e-40f], [1, 1]).ShouldBe(0);

    [Fact]
    public void Padding_adds_nothing()
    {
        var query = RandomVectors.Clustered(1, 65, seed: 2)[0];
        CodedDot(query, query).ShouldBe(TensorPrimitives.Dot<float>(query, query), 2f);
    }

    private static float CodedDot(float[] query, float[] row)
    {
        var stride = Int8Code.Stride(row.Length);
        var block = new NativeBlock(5 * stride);
        block.Clear();
        var code = (sbyte*)(block.Pointer + stride);
        var queryScale = Int8Code.EncodeQuery(query, block.Pointer, stride);
        var rowScale = Int8Code.EncodeRow(row, code, stride, out var correction);
        var dot = Int8Dot.FourRows(code, stride, block.Pointer)[0] - correction;
        GC.KeepAlive(block);
        return dot * queryScale * rowScale;
    }
}
