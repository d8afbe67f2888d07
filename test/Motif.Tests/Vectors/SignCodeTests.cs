using System.Numerics.Tensors;
using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed unsafe class SignCodeTests
{
    private const int Stride = 256;
    private const int Queries = 200;
    private readonly float[][] _vectors = RandomVectors.Clustered(
        SignCode.BlockRows + Queries,
        Stride,
        seed: 4,
        centres: 1
    );

    private readonly float[] _centroid = new float[Stride];

    public SignCodeTests()
    {
        foreach (var vector in _vectors)
            TensorPrimitives.MultiplyAdd(vector, 1f / _vectors.Length, _centroid, _centroid);
    }

    [Fact]
    public void The_estimate_is_unbiased_and_errs_as_RaBitQ_says()
    {
        var errors = new List<double>();
        ForEachPair((exact, estimate, unit) => errors.Add((exact - estimate) / unit));
        errors.Average().ShouldBe(0, 0.1);
        Math.Sqrt(errors.Average(error => error * error)).ShouldBe(0.6, 0.06);
    }

    [Fact]
    public void Rows_beyond_the_threshold_are_kept_at_their_width_and_not_below()
    {
        var (memory, square) = Block();
        var sumsMemory = new NativeBlock(SignCode.BlockRows * sizeof(ushort));
        var sums = (ushort*)sumsMemory.Pointer;
        var table = Table(_vectors[SignCode.BlockRows], out var tableMemory);
        var dot = TensorPrimitives.Dot(_vectors[SignCode.BlockRows], _centroid);
        for (var row = 0; row < SignCode.BlockRows; row++)
        {
            var exact = TensorPrimitives.Dot(_vectors[SignCode.BlockRows], _vectors[row]);
            var bound = new SignBound(dot, table.Step, table.Bias, 0);
            var width = SignScan.WidthToReach(
                memory.Pointer,
                Stride,
                row,
                table.Entries,
                bound,
                exact + 1
            );
            Above(width + 0.01f).ShouldBeTrue();
            if (width > 0.01f)
                Above(width - 0.01f).ShouldBeFalse();

            bool Above(float by) =>
                (
                    SignScan.Above(
                        memory.Pointer,
                        Stride,
                        table.Entries,
                        new SignBound(dot, table.Step, table.Bias - by, 0),
                        null,
                        exact + 1,
                        sums
                    ) >> row
                    & 1
                ) != 0;
        }
        square.ShouldBeGreaterThan(0);
        GC.KeepAlive(sumsMemory);
        GC.KeepAlive(tableMemory);
        GC.KeepAlive(memory);
    }

    [Fact]
    public void A_row_on_its_centroid_has_no_spread()
    {
        var block = new NativeBlock(SignCode.BlockBytes(Stride));
        block.Clear();
        var square = TensorPrimitives.SumOfSquares<float>(_centroid);
        SignCode.Encode(block.Pointer, 3, new float[Stride], new float[Stride], 0);
        SignCode.Spreads(block.Pointer, Stride)[3].ShouldBe(0);
        SignCode.Alongs(block.Pointer, Stride)[3].ShouldBe(0);
        SignCode.Encode(block.Pointer, 4, [.. _centroid], _centroid, square);
        SignCode.Alongs(block.Pointer, Stride)[4].ShouldBe(1, 1e-4f);
        SignCode.Spreads(block.Pointer, Stride)[4].ShouldBe(0, 1e-4f);
        GC.KeepAlive(block);
    }

    private void ForEachPair(Action<double, double, double> pair)
    {
        var (memory, square) = Block();
        var sums = stackalloc ushort[SignCode.BlockRows];
        foreach (var query in _vectors.Skip(SignCode.BlockRows).Take(Queries))
        {
            var table = Table(query, out var tableMemory);
            SignSums.OfBlock(memory.Pointer, table.Entries, SignCode.ColumnsBytes(Stride), sums);
            var dot = TensorPrimitives.Dot(query, _centroid);
            var across = Math.Sqrt(
                TensorPrimitives.SumOfSquares<float>(query) - dot * dot / square
            );
            for (var row = 0; row < SignCode.BlockRows; row++)
            {
                var spread = SignCode.Spreads(memory.Pointer, Stride)[row];
                var estimate =
                    SignCode.Alongs(memory.Pointer, Stride)[row] * dot
                    + spread * (table.Step * sums[row] - table.Bias);
                var exact = TensorPrimitives.Dot(query, _vectors[row]);
                pair(exact, estimate, spread * across);
            }
            GC.KeepAlive(tableMemory);
        }
        GC.KeepAlive(memory);
    }

    private (NativeBlock Memory, float Square) Block()
    {
        var block = new NativeBlock(SignCode.BlockBytes(Stride));
        block.Clear();
        var square = TensorPrimitives.SumOfSquares<float>(_centroid);
        for (var row = 0; row < SignCode.BlockRows; row++)
            SignCode.Encode(block.Pointer, row, [.. _vectors[row]], _centroid, square);
        return (block, square);
    }

    private static SignTable Table(float[] query, out NativeBlock memory)
    {
        memory = new NativeBlock(SignCode.ColumnsBytes(Stride));
        fixed (float* own = query)
            return SignTable.Build(own, Stride, memory.Pointer);
    }
}
