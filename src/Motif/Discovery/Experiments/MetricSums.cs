namespace Motif.Discovery.Experiments;

/// <summary>
/// What is kept of a metric's units in an arm: every estimate follows from these sums, and the sums of later days add up to
/// them. y is a unit's value; z its earlier value, or what stands below the line of a ratio.
/// </summary>
public sealed record MetricSums
{
    public static MetricSums Zero { get; } = new();

    public double Units { get; init; }
    public double Y { get; init; }
    public double YY { get; init; }
    public double Z { get; init; }
    public double ZZ { get; init; }
    public double YZ { get; init; }

    /// <summary>Units that have an earlier value.</summary>
    public double WithEarlier { get; init; }

    /// <summary>Σy of those.</summary>
    public double YWithEarlier { get; init; }

    /// <summary>Of a ratio alone.</summary>
    public EarlierRatioSums EarlierRatio { get; init; }

    /// <param name="y">Above the line.</param>
    /// <param name="z">Below it.</param>
    /// <param name="earlier">The same before exposure; zeros for a unit without.</param>
    internal MetricSums WithRatio(
        double y,
        double z,
        (double Above, double Below) earlier,
        int sign = 1
    ) =>
        With(y, z, sign) with
        {
            EarlierRatio = EarlierRatio.Plus(y, z, earlier.Above, earlier.Below, sign),
        };

    /// <param name="z">Null for a unit without an earlier value.</param>
    /// <param name="sign">−1 takes the unit away.</param>
    public MetricSums With(double y, double? z, int sign = 1) =>
        new()
        {
            Units = Units + sign,
            Y = Y + (sign * y),
            YY = YY + (sign * y * y),
            Z = Z + (sign * (z ?? 0)),
            ZZ = ZZ + (sign * (z * z ?? 0)),
            YZ = YZ + (sign * (y * z ?? 0)),
            WithEarlier = WithEarlier + (z is null ? 0 : sign),
            YWithEarlier = YWithEarlier + (z is null ? 0 : sign * y),
            EarlierRatio = EarlierRatio,
        };

    public MetricSums Plus(MetricSums other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Units = Units + other.Units,
            Y = Y + other.Y,
            YY = YY + other.YY,
            Z = Z + other.Z,
            ZZ = ZZ + other.ZZ,
            YZ = YZ + other.YZ,
            WithEarlier = WithEarlier + other.WithEarlier,
            YWithEarlier = YWithEarlier + other.YWithEarlier,
            EarlierRatio = EarlierRatio.Plus(other.EarlierRatio),
        };
    }

    internal double Mean => Y / Units;

    /// <summary>Of the mean.</summary>
    internal double MeanVariance => Math.Max(0, YY - (Y * Y / Units)) / (Units - 1) / Units;

    internal double Ratio => Y / Z;

    /// <summary>
    /// Of Σy/Σz, by the delta method: (s_yy − 2R·s_yz + R²·s_zz)/(n·z̄²). Units vary in both, and a unit's clicks and views go
    /// together: views counted as independent would make it far too small.
    /// </summary>
    internal double RatioVariance
    {
        get
        {
            var squares =
                Spread(YY, Y, Y)
                - (2 * Ratio * Spread(YZ, Y, Z))
                + (Ratio * Ratio * Spread(ZZ, Z, Z));
            var below = Z / Units;
            return Math.Max(0, squares) / (Units - 1) / (Units * below * below);
        }
    }

    private double Spread(double products, double one, double other) =>
        products - (one * other / Units);
}
