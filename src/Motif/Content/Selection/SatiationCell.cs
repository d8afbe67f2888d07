namespace Motif.Content.Selection;

/// <summary>How a hypothesis thinks that repetition wears an audience out.</summary>
public enum SatiationKind
{
    /// <summary>g = (1+x)^−κ with x = Σ 2^(−age/h): forgotten by half every h days. κ = 0 is no satiation.</summary>
    Power,

    /// <summary>g = exp(−δ·max(0, c−c₀)) with c the uses in the last seven days.</summary>
    Window,

    /// <summary>g = (1+a·x)(1+x)^−κ: liked better at first, then less.</summary>
    WearIn,
}

/// <summary>One hypothesis with its share of belief before any post.</summary>
/// <param name="Strength">κ or δ.</param>
/// <param name="HalfLife">The place of h in <see cref="SatiationCells.HalfLivesDays"/>.</param>
/// <param name="Free">c₀: uses that do no harm.</param>
/// <param name="Rise">a.</param>
public readonly record struct SatiationCell(
    SatiationKind Kind,
    double Strength,
    int HalfLife,
    int Free,
    double Rise,
    double Prior
)
{
    /// <summary>The share of its rate that a family still has, at a satiation of x and c uses in seven days.</summary>
    public double Multiplier(double x, double c) =>
        Kind switch
        {
            SatiationKind.Power => Power(x),
            SatiationKind.WearIn => (1 + (Rise * x)) * Power(x),
            _ => Math.Exp(-Strength * Math.Max(0, c - Free)),
        };

    /// <summary>What one more use gains, the loss of those that follow counted: d[x·g]/dx.</summary>
    public double Marginal(double x, double c)
    {
        switch (Kind)
        {
            case SatiationKind.Power:
                return Power(x) * (1 - (Strength * x / (1 + x)));
            case SatiationKind.WearIn:
                var power = Power(x);
                return (power * (1 + (Rise * x)) * (1 - (Strength * x / (1 + x))))
                    + (power * Rise * x);
            default:
                var now = Multiplier(x, c);
                return Math.Max(0.05 * now, now + (c * (Multiplier(x, c + 1) - now)));
        }
    }

    private double Power(double x) =>
        Strength is 0 || x is 0 ? 1 : Math.Exp(-Strength * Math.Log(1 + x));
}
