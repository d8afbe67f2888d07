using Motif.Numerics;

namespace Motif.Tests.Numerics;

public sealed class ByteCodesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(300)]
    public void Codes_are_added_times_the_factor(int length)
    {
        var random = new Random(8);
        var codes = new sbyte[length];
        var sums = new float[length];
        var expected = new double[length];
        for (var i = 0; i < length; i++)
        {
            codes[i] = (sbyte)random.Next(-127, 128);
            sums[i] = (float)random.NextDouble();
            expected[i] = sums[i] + (codes[i] * 0.37);
        }

        ByteCodes.AddTo(codes, 0.37f, sums);

        for (var i = 0; i < length; i++)
            ((double)sums[i]).ShouldBe(expected[i], 1e-4);
    }
}
