using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Numerics;

public sealed class SeededRandomTests
{
    [Theory]
    [InlineData(0UL, 16294208416658607535UL)]
    [InlineData(1UL, 10451216379200822465UL)]
    public void The_mix_is_that_of_SplitMix64(ulong value, ulong mixed) =>
        SeededRandom.Mix(value).ShouldBe(mixed);

    [Fact]
    public void The_same_names_give_the_same_numbers_and_names_do_not_run_into_each_other()
    {
        Numbers("a", "bc").ShouldBe(Numbers("a", "bc"));
        Numbers("a", "bc").ShouldNotBe(Numbers("ab", "c"));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(400)]
    public void Gamma_draws_have_the_mean_and_variance_of_their_shape(double shape)
    {
        var random = new SeededRandom(7);
        var draws = Enumerable.Range(0, 200_000).Select(_ => random.NextGamma(shape)).ToArray();
        var mean = draws.Average();
        mean.ShouldBe(shape, 5 * Math.Sqrt(shape / draws.Length));
        draws.Average(d => (d - mean) * (d - mean)).ShouldBe(shape, 0.08 * shape + 0.002);
    }

    [Theory]
    [InlineData(0.01, 0.02)]
    [InlineData(2, 30)]
    public void Beta_draws_have_the_mean_of_their_parameters(double a, double b)
    {
        var random = new SeededRandom(11);
        var mean = Enumerable.Range(0, 100_000).Average(_ => random.NextBeta(a, b));
        mean.ShouldBe(a / (a + b), 0.01);
    }

    private static ulong[] Numbers(params string[] names)
    {
        var random = SeededRandom.Of(names);
        return [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];
    }
}
