using Motif.Discovery.Map;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Map;

public sealed class PolygonSelectionTests
{
    [Fact]
    public void A_concave_polygon_holds_what_is_in_it_and_not_what_is_in_its_bay()
    {
        // A U, open above.
        MapPoint[] polygon =
        [
            new(0, 0),
            new(4, 0),
            new(4, 4),
            new(3, 4),
            new(3, 1),
            new(1, 1),
            new(1, 4),
            new(0, 4),
        ];

        PolygonSelection.Holds(polygon, 0.5, 3).ShouldBeTrue();
        PolygonSelection.Holds(polygon, 2, 0.5).ShouldBeTrue();
        PolygonSelection.Holds(polygon, 2, 3).ShouldBeFalse();
        PolygonSelection.Holds(polygon, 5, 3).ShouldBeFalse();
    }

    [Fact]
    public void What_a_polygon_that_crosses_itself_covers_twice_is_outside()
    {
        MapPoint[] star = [.. Enumerable.Range(0, 5).Select(i => On(2 * i))];

        PolygonSelection.Holds(star, 0, 0).ShouldBeFalse();
        PolygonSelection.Holds(star, 0, 0.8).ShouldBeTrue();

        static MapPoint On(int fifth) =>
            new(Math.Sin(2 * Math.PI * fifth / 5), Math.Cos(2 * Math.PI * fifth / 5));
    }

    [Fact]
    public void Two_polygons_that_share_a_side_share_no_point()
    {
        MapPoint[] left = [new(0, 0), new(1, 0), new(1, 1), new(0, 1)];
        MapPoint[] right = [new(1, 0), new(2, 0), new(2, 1), new(1, 1)];
        var random = new SeededRandom(3);

        for (var i = 0; i < 2000; i++)
        {
            // Quarters: many points lie upon sides and corners.
            var (x, y) = (random.NextBelow(9) / 4.0, random.NextBelow(5) / 4.0);
            var holders = new[] { left, right }.Count(p => PolygonSelection.Holds(p, x, y));
            holders.ShouldBeLessThanOrEqualTo(1, $"{x}, {y}");
            if (x is > 0 and < 2 && y is > 0 and < 1)
                holders.ShouldBe(1, $"{x}, {y}");
        }
    }
}
