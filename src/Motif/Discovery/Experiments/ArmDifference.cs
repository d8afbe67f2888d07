using System.Globalization;

namespace Motif.Discovery.Experiments;

/// <summary>The difference of an arm from the control in one metric.</summary>
/// <param name="Variance">Of the difference.</param>
/// <param name="Units">Of both arms.</param>
public sealed record ArmDifference(
    double Control,
    double Arm,
    double Difference,
    double Variance,
    double Units,
    EarlierData? Earlier
)
{
    private const double NeededWithEarlier = 100;
    private const double NeededShare = 0.05;

    /// <summary>Null where an arm has too few units for a variance, or nothing stands below the line.</summary>
    public static ArmDifference? Of(MetricKind kind, MetricSums control, MetricSums arm)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(arm);
        if (control.Units < 2 || arm.Units < 2)
            return null;
        if (kind is MetricKind.Ratio)
            return control.Z <= 0 || arm.Z <= 0 ? null : OfRatios(control, arm);
        var plain = new ArmDifference(
            control.Mean,
            arm.Mean,
            arm.Mean - control.Mean,
            control.MeanVariance + arm.MeanVariance,
            control.Units + arm.Units,
            null
        );
        return WithEarlier(
            plain,
            (long)(control.WithEarlier + arm.WithEarlier),
            () => Adjusted(plain, control, arm)
        );
    }

    private static ArmDifference OfRatios(MetricSums control, MetricSums arm)
    {
        var plain = new ArmDifference(
            control.Ratio,
            arm.Ratio,
            arm.Ratio - control.Ratio,
            control.RatioVariance + arm.RatioVariance,
            control.Units + arm.Units,
            null
        );
        return WithEarlier(
            plain,
            (long)(control.EarlierRatio.With + arm.EarlierRatio.With),
            () => RatioDifference.Adjusted(plain, control, arm)
        );
    }

    private static ArmDifference WithEarlier(
        ArmDifference plain,
        long with,
        Func<ArmDifference?> adjusted
    )
    {
        if (Unusable(with, plain.Units) is { } reason)
            return plain with { Earlier = new EarlierData(false, reason, with, null) };
        return adjusted()
            ?? plain with
            {
                Earlier = new EarlierData(
                    false,
                    "all units have the same earlier value",
                    with,
                    null
                ),
            };
    }

    private static string? Unusable(long with, double units) =>
        with <= NeededWithEarlier
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{with} units have an earlier value; more than {NeededWithEarlier} are needed"
            )
        : with <= NeededShare * units
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{with / units:P1} of the units have an earlier value; more than {NeededShare:P0} are needed"
            )
        : null;

    /// <summary>
    /// CUPED (Deng, Xu, Kohavi and Walker 2013): y − θ·(x − x̄), θ = Cov(y, x)/Var(x) inside the arms, x the value before exposure, which
    /// no arm can have changed; a unit without one counts with the mean. The variance falls by the square of the correlation.
    /// </summary>
    private static ArmDifference? Adjusted(ArmDifference plain, MetricSums control, MetricSums arm)
    {
        var mean = (control.Z + arm.Z) / (control.WithEarlier + arm.WithEarlier);
        var (one, other) = (new Centred(control, mean), new Centred(arm, mean));
        var spread = one.XX + other.XX;
        if (spread <= 0)
            return null;
        var slope = (one.XY + other.XY) / spread;
        var (below, above) = (one.Mean(slope), other.Mean(slope));
        var variance = one.MeanVariance(slope) + other.MeanVariance(slope);
        return plain with
        {
            Control = below,
            Arm = above,
            Difference = above - below,
            Variance = variance,
            Earlier = new EarlierData(
                true,
                null,
                (long)(control.WithEarlier + arm.WithEarlier),
                plain.Variance <= 0 ? 0 : 1 - (variance / plain.Variance)
            ),
        };
    }

    /// <summary>Sums about the arm's means, x taken less its mean over both arms.</summary>
    private readonly struct Centred
    {
        private readonly MetricSums _sums;
        private readonly double _x;
        private readonly double _yy;

        public Centred(MetricSums sums, double mean)
        {
            _sums = sums;
            _x = sums.Z - (mean * sums.WithEarlier);
            XX =
                sums.ZZ
                - (2 * mean * sums.Z)
                + (mean * mean * sums.WithEarlier)
                - (_x * _x / sums.Units);
            XY = sums.YZ - (mean * sums.YWithEarlier) - (_x * sums.Y / sums.Units);
            _yy = sums.YY - (sums.Y * sums.Y / sums.Units);
        }

        public double XX { get; }

        public double XY { get; }

        public double Mean(double slope) => (_sums.Y - (slope * _x)) / _sums.Units;

        public double MeanVariance(double slope) =>
            Math.Max(0, _yy - (2 * slope * XY) + (slope * slope * XX))
            / (_sums.Units - 1)
            / _sums.Units;
    }
}
