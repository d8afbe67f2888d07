namespace Motif.Discovery.Map;

/// <summary>
/// The turn, mirror, scale and shift that bring points nearest to where they were, by least squares: in the plane, with points as
/// complex numbers z and former ones w, both less their mean, w ≈ c·z or w ≈ c·z̄ with c = Σ w·z̄ / Σ |z|² (or Σ w·z / Σ |z|²),
/// whichever is longer (Gower and Dijksterhuis, Procrustes Problems, 2004).
/// </summary>
internal readonly record struct Procrustes(
    bool IsMirrored,
    double TurnX,
    double TurnY,
    double FromX,
    double FromY,
    double ToX,
    double ToY
)
{
    /// <param name="points">Pairs of a point and where it was; at least two different ones.</param>
    public static Procrustes? Of(
        IReadOnlyCollection<((double X, double Y) Now, (double X, double Y) Before)> points
    )
    {
        if (points.Count < 2)
            return null;
        var (fromX, fromY) = (points.Average(p => p.Now.X), points.Average(p => p.Now.Y));
        var (toX, toY) = (points.Average(p => p.Before.X), points.Average(p => p.Before.Y));
        double plainX = 0,
            plainY = 0,
            mirrorX = 0,
            mirrorY = 0,
            square = 0;
        foreach (var (now, before) in points)
        {
            var (x, y) = (now.X - fromX, now.Y - fromY);
            var (u, v) = (before.X - toX, before.Y - toY);
            plainX += (u * x) + (v * y);
            plainY += (v * x) - (u * y);
            mirrorX += (u * x) - (v * y);
            mirrorY += (v * x) + (u * y);
            square += (x * x) + (y * y);
        }
        if (square == 0)
            return null;
        var isMirrored = Length(mirrorX, mirrorY) > Length(plainX, plainY);
        var (turnX, turnY) = isMirrored ? (mirrorX, mirrorY) : (plainX, plainY);
        return new Procrustes(isMirrored, turnX / square, turnY / square, fromX, fromY, toX, toY);
    }

    public (double X, double Y) Apply(double x, double y)
    {
        var (a, b) = (x - FromX, IsMirrored ? FromY - y : y - FromY);
        return (ToX + (TurnX * a) - (TurnY * b), ToY + (TurnY * a) + (TurnX * b));
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
