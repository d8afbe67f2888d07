using System.Runtime.Intrinsics;
using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed unsafe class Int8DotTests
{
    public static TheoryData<int> Strides => [64, 128, 192, 256, 320, 1536, 4096];

    [Theory]
    [MemberData(nameof(Strides))]
    public void Every_path_of_this_machine_returns_the_same_integers(int stride)
    {
        var random = new Random(stride);
        for (var round = 0; round < 20; round++)
            ShouldAgree(stride, _ => (sbyte)random.Next(-127, 128), _ => (byte)random.Next(1, 128));
    }

    [Theory]
    [InlineData(127, 127)]
    [InlineData(-127, 127)]
    [InlineData(127, 1)]
    [InlineData(-127, 1)]
    [InlineData(0, 64)]
    public void Extremes_do_not_saturate(sbyte row, byte query) =>
        ShouldAgree(4096, _ => row, _ => query);

    [Fact]
    public void Alternating_extremes_do_not_saturate() =>
        ShouldAgree(4096, i => (sbyte)(i % 2 == 0 ? 127 : -127), _ => 127);

    [Fact]
    public void The_path_taken_is_the_fastest_supported_one()
    {
        Int8Dot.PathName.ShouldBe(Int8Dot.Paths.First(path => path.IsSupported).Name);
        Int8Dot.Paths.Count(path => path.IsSupported).ShouldBeGreaterThanOrEqualTo(2);
    }

    private static void ShouldAgree(int stride, Func<int, sbyte> row, Func<int, byte> query)
    {
        var block = new NativeBlock(5 * stride);
        var rows = (sbyte*)block.Pointer;
        var code = block.Pointer + 4 * stride;
        for (var i = 0; i < 4 * stride; i++)
            rows[i] = row(i);
        for (var i = 0; i < stride; i++)
            code[i] = query(i);
        var expected = new int[4];
        for (var i = 0; i < 4 * stride; i++)
            expected[i / stride] += rows[i] * code[i % stride];
        foreach (var path in Int8Dot.Paths.Where(path => path.IsSupported))
            path.FourRows(rows, stride, code).ShouldBe(Vector128.Create(expected), path.Name);
        Int8Dot.FourRows(rows, stride, code).ShouldBe(Vector128.Create(expected));
        GC.KeepAlive(block);
    }
}
