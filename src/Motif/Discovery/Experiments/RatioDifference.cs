namespace Motif.Discovery.Experiments;

/// <summary>
/// The difference of two ratios Σy/Σz, by the delta method (Deng, Knoblich and Lu 2018): about its value a ratio moves as the mean of
/// L = (y − R·z)/z̄ over the units. Earlier values take their part of it as they do of a mean (CUPED, Deng, Xu, Kohavi and Walker
/// 2013): x = a − R₀·b, R₀ the ratio before exposure over both arms, is 0 in the mean and no arm can have changed it; the arm's
/// ratio is R − θ·x̄ with θ = Cov(L, x)/Var(x) inside the arms.
/// </summary>
internal static class RatioDifference
{
    /// <param name="plain">Without earlier values.</param>
    /// <returns>Null where earlier values tell nothing: nobody had any, or all the same.</returns>
    public static ArmDifference? Adjusted(ArmDifference plain, MetricSums control, MetricSums arm)
    {
        var before = control.EarlierRatio.Plus(arm.EarlierRatio);
        if (before.B <= 0)
            return null;
        var ratio = before.A / before.B;
        var (one, other) = (new Linear(control, ratio), new Linear(arm, ratio));
        var spread = one.XX + other.XX;
        if (spread <= 0)
            return null;
        var slope = (one.LX + other.LX) / spread;
        var variance = one.Variance(slope) + other.Variance(slope);
        var (below, above) = (one.Ratio(slope), other.Ratio(slope));
        return plain with
        {
            Control = below,
            Arm = above,
            Difference = above - below,
            Variance = variance,
            Earlier = new EarlierData(
                true,
                null,
                (long)before.With,
                plain.Variance <= 0 ? 0 : 1 - (variance / plain.Variance)
            ),
        };
    }

    /// <summary>One arm's sums about its means.</summary>
    private readonly struct Linear
    {
        private readonly double _units;
        private readonly double _ratio;
        private readonly double _x;
        private readonly double _ll;

        public Linear(MetricSums sums, double earlierRatio)
        {
            var e = sums.EarlierRatio;
            _units = sums.Units;
            _ratio = sums.Ratio;
            _x = (e.A - (earlierRatio * e.B)) / sums.Units;
            // L is 0 in the mean over the arm, so that its products need no centring.
            LX =
                (e.YA - (earlierRatio * e.YB) - (_ratio * (e.ZA - (earlierRatio * e.ZB))))
                / (sums.Z / sums.Units);
            XX =
                e.AA
                - (2 * earlierRatio * e.AB)
                + (earlierRatio * earlierRatio * e.BB)
                - (_units * _x * _x);
            _ll = sums.RatioVariance * _units * (_units - 1);
        }

        public double LX { get; }

        public double XX { get; }

        public double Ratio(double slope) => _ratio - (slope * _x);

        public double Variance(double slope) =>
            Math.Max(0, _ll - (2 * slope * LX) + (slope * slope * XX)) / (_units - 1) / _units;
    }
}
