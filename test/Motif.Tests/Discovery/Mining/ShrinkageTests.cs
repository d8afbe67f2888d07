using Motif.Discovery.Mining;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Mining;

public sealed class ShrinkageTests
{
    private const double Error = 0.1;

    /// <summary>What comes lies, on average, where it was expected, and in its interval as often as that says.</summary>
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(0.05, 0.5)]
    [InlineData(0.3, 0.15)]
    public void What_is_expected_comes_whether_effects_are_many_or_few(double share, double width)
    {
        var random = new SeededRandom(3);
        var truths = Enumerable
            .Range(0, 4000)
            .Select(_ => random.NextDouble() < share ? width * random.NextNormal() : 0)
            .ToArray();
        var seen = truths.Select(t => (t + (Error * random.NextNormal()), Error)).ToArray();

        var prior = Shrinkage.Of(seen);

        var expected = seen.Select(s => prior.Of(s.Item1, s.Error)).ToArray();
        var slope = truths.Zip(expected, (t, e) => t * e).Sum() / expected.Sum(e => e * e);
        slope.ShouldBe(1, 0.1);
        var inside = Enumerable
            .Range(0, truths.Length)
            .Count(i =>
                Math.Abs(truths[i] - expected[i])
                <= 1.96 * Math.Sqrt(prior.Left(seen[i].Item1, Error)) + 1e-9
            );
        (inside / (double)truths.Length).ShouldBeInRange(0.9, 1);
    }

    [Fact]
    public void One_certain_effect_among_nothing_stays_what_it_is()
    {
        var random = new SeededRandom(4);
        var seen = Enumerable
            .Range(0, 300)
            .Select(_ => (Error * random.NextNormal(), Error))
            .Append((0.7, 0.05))
            .ToArray();

        Shrinkage.Of(seen).Of(0.7, 0.05).ShouldBe(0.7, 0.05);
    }
}
