using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed class VectorKeyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_number_comes_back(long number)
    {
        VectorKey key = number;
        key.TryGetInt64(out var back).ShouldBeTrue();
        back.ShouldBe(number);
        key.ToString().ShouldBe($"{number}");
    }

    [Fact]
    public void A_guid_is_no_number()
    {
        VectorKey key = new Guid("0198f2a4-7c1e-7b3a-9d5e-2f6a8b0c4d1e");
        key.TryGetInt64(out _).ShouldBeFalse();
        key.ToString().ShouldBe("0198f2a4-7c1e-7b3a-9d5e-2f6a8b0c4d1e");
    }

    [Fact]
    public void Numbers_order_as_numbers() =>
        new VectorKey[] { 300, 2, 70 }
            .Order()
            .ShouldBe([2, 70, 300]);
}
