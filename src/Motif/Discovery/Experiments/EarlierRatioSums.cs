namespace Motif.Discovery.Experiments;

/// <summary>
/// What a ratio's units did before their exposure, with what they did after it: a is a unit's earlier value above the line, b the one
/// below, y and z the later ones. A unit without earlier values adds nothing.
/// </summary>
public readonly record struct EarlierRatioSums
{
    /// <summary>Units with something below the line before their exposure.</summary>
    public double With { get; init; }
    public double A { get; init; }
    public double B { get; init; }
    public double AA { get; init; }
    public double AB { get; init; }
    public double BB { get; init; }
    public double YA { get; init; }
    public double YB { get; init; }
    public double ZA { get; init; }
    public double ZB { get; init; }

    internal EarlierRatioSums Plus(double y, double z, double a, double b, int sign) =>
        Plus(
            new EarlierRatioSums
            {
                With = b > 0 ? sign : 0,
                A = sign * a,
                B = sign * b,
                AA = sign * a * a,
                AB = sign * a * b,
                BB = sign * b * b,
                YA = sign * y * a,
                YB = sign * y * b,
                ZA = sign * z * a,
                ZB = sign * z * b,
            }
        );

    public EarlierRatioSums Plus(EarlierRatioSums other) =>
        new()
        {
            With = With + other.With,
            A = A + other.A,
            B = B + other.B,
            AA = AA + other.AA,
            AB = AB + other.AB,
            BB = BB + other.BB,
            YA = YA + other.YA,
            YB = YB + other.YB,
            ZA = ZA + other.ZA,
            ZB = ZB + other.ZB,
        };
}
