using Motif.Discovery.Map;

namespace Motif.Tests.Discovery.Map;

public sealed class ProcrustesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_map_that_was_turned_mirrored_scaled_and_shifted_is_brought_back(bool isMirrored)
    {
        (double X, double Y)[] before = [(0, 0), (3, 1), (-2, 4), (5, -3)];
        (double X, double Y)[] now = [.. before.Select(p => Turned(p, isMirrored))];

        var turn = Procrustes.Of([.. now.Zip(before)])!.Value;

        turn.IsMirrored.ShouldBe(isMirrored);
        foreach (var (from, to) in now.Zip(before))
        {
            var (x, y) = turn.Apply(from.X, from.Y);
            x.ShouldBe(to.X, 1e-9);
            y.ShouldBe(to.Y, 1e-9);
        }
    }

    [Fact]
    public void Nothing_can_be_laid_upon_a_single_point()
    {
        Procrustes.Of([((1, 2), (3, 4))]).ShouldBeNull();
        Procrustes.Of([((1, 2), (3, 4)), ((1, 2), (5, 6))]).ShouldBeNull();
    }

    private static (double X, double Y) Turned((double X, double Y) p, bool isMirrored)
    {
        var (x, y) = (isMirrored ? -p.X : p.X, p.Y);
        var (cos, sin) = (Math.Cos(1.1), Math.Sin(1.1));
        return ((2.5 * ((cos * x) - (sin * y))) + 7, (2.5 * ((sin * x) + (cos * y))) - 3);
    }
}
