using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed unsafe class SignSumsTests
{
    public static TheoryData<int> Strides => [64, 128, 192, 256, 320, 1536, 4096];

    [Theory]
    [MemberData(nameof(Strides))]
    public void Every_path_of_this_machine_returns_the_same_integers(int stride)
    {
        var random = new Random(stride);
        for (var round = 0; round < 20; round++)
            ShouldAgree(stride, () => (byte)random.Next(256), () => (byte)random.Next(64));
    }

    [Fact]
    public void The_largest_entries_do_not_overflow() => ShouldAgree(4096, () => 0xA5, () => 63);

    [Fact]
    public void The_fastest_path_comes_first() =>
        SignSums.Paths.Count(path => path.IsSupported).ShouldBeGreaterThanOrEqualTo(2);

    private static void ShouldAgree(int stride, Func<byte> signs, Func<byte> entry)
    {
        var bytes = SignCode.ColumnsBytes(stride);
        var memory = new NativeBlock(2 * bytes);
        var (block, table) = ((nint)memory.Pointer, (nint)memory.Pointer + bytes);
        for (var i = 0; i < bytes; i++)
        {
            ((byte*)block)[i] = signs();
            ((byte*)table)[i] = entry();
        }
        var expected = Expected((byte*)block, (byte*)table, bytes);
        foreach (var path in SignSums.Paths.Where(path => path.IsSupported))
        {
            var sums = new ushort[SignCode.BlockRows];
            fixed (ushort* target = sums)
                path.OfBlock((byte*)block, (byte*)table, bytes, target);
            sums.ShouldBe(expected, path.Name);
        }
        GC.KeepAlive(memory);
    }

    /// <summary>From the layout's definition: row i in the low halves, row i + 16 in the high ones.</summary>
    private static ushort[] Expected(byte* block, byte* table, int bytes)
    {
        var expected = new ushort[SignCode.BlockRows];
        for (var row = 0; row < SignCode.BlockRows; row++)
        for (var column = 0; column < bytes; column += 16)
        {
            var both = block[column + row % 16];
            expected[row] += table[column + (row < 16 ? both & 15 : both >> 4)];
        }
        return expected;
    }
}
