namespace Motif.Discovery.Map;

/// <summary>A place on the map.</summary>
[WireRequest]
public sealed record MapPoint(double X, double Y);

/// <summary>Which points of the map are wanted.</summary>
[WireRequest]
public sealed record MapSelection
{
    public const int MostCorners = 10_000;

    /// <summary>Three corners at least; closed by itself. It may be concave and cross itself.</summary>
    public required IReadOnlyList<MapPoint> Polygon { get; init; }

    /// <summary>Only members of these macros and mesos.</summary>
    public IReadOnlyList<Guid> ClusterIds { get; init; } = [];

    /// <summary>Only items that did at least so well against their channel's usual, as a ratio.</summary>
    public double? MinRatio { get; init; }

    /// <summary>At most so well.</summary>
    public double? MaxRatio { get; init; }

    /// <summary>Only points that pass all of them.</summary>
    public IReadOnlyList<MapAttributeFilter> Attributes { get; init; } = [];
}

/// <summary>
/// Whether a point lies in a polygon by the even-odd rule: a ray to the right crosses its sides an odd number of times. A side
/// holds its lower end and not its upper one, so that a corner counts once; parts that a polygon covers twice are outside.
/// </summary>
internal static class PolygonSelection
{
    public static bool Holds(IReadOnlyList<MapPoint> polygon, double x, double y)
    {
        var isInside = false;
        for (int i = 0, before = polygon.Count - 1; i < polygon.Count; before = i++)
        {
            var (a, b) = (polygon[i], polygon[before]);
            if (a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
                isInside = !isInside;
        }
        return isInside;
    }
}
