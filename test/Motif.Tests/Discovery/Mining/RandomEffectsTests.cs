using Motif.Discovery.Mining;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Mining;

public sealed class RandomEffectsTests
{
    /// <summary>channels differ by a standard deviation of .3 around .2; the interval is held against a channel that was not seen.</summary>
    [Theory]
    [InlineData(0.3, 60, 0.93, 0.97)]
    [InlineData(0.3, 20, 0.92, 0.97)]
    // Where channels do not differ the spread that chance shows makes it wide: never too narrow.
    [InlineData(0.0, 20, 0.95, 1)]
    public void The_interval_for_a_new_channel_holds_in_95_of_100(
        double tau,
        int channels,
        double least,
        double most
    )
    {
        const int Rounds = 3000;
        var random = new SeededRandom(7);
        var held = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var units = new UnitSums[channels];
            for (var i = 0; i < channels; i++)
            {
                // Of 5 to 40 comparisons each.
                var square = 5 + (35 * random.NextDouble());
                var effect =
                    0.2 + (tau * random.NextNormal()) + (random.NextNormal() / Math.Sqrt(square));
                units[i] = new UnitSums(i, i, effect * square, square);
            }
            var spread = RandomEffects.Of(
                new EffectSums(0, units, 400, 400, 0, 400, 400),
                [.. Enumerable.Repeat(1.0, channels)]
            );
            var unseen = 0.2 + (tau * random.NextNormal());
            held += spread.Low <= unseen && unseen <= spread.High ? 1 : 0;
        }

        (held / (double)Rounds).ShouldBeInRange(least, most);
    }

    [Fact]
    public void Two_channels_foretell_no_third()
    {
        var spread = RandomEffects.Of(
            new EffectSums(0, [new(0, 0, 5, 10), new(1, 1, -5, 10)], 40, 40, 0, 40, 40),
            [1, 1]
        );

        (spread.Low, spread.High).ShouldBe((null, null));
    }
}
