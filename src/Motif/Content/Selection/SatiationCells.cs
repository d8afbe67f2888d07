namespace Motif.Content.Selection;

/// <summary>The grid of hypotheses over which satiation is averaged; the data choose among them.</summary>
public static class SatiationCells
{
    private const double TypicalExponent = 0.43;
    private const double ExponentSpread = 0.5;
    private const double TypicalHalfLifeDays = 3;
    private const double LogHalfLifeSpread = 1.2;
    private const double LongestForPrior = 60;

    private static readonly double[] Exponents = [0.15, 0.3, 0.45, 0.7, 1, 1.4];
    private static readonly double[] Decays = [0.15, 0.35, 0.7];
    private static readonly double[] Rises = [0.2, 0.5];

    /// <summary>The last one forgets nothing.</summary>
    public static IReadOnlyList<double> HalfLivesDays { get; } = [1, 2, 4, 8, 1e6];

    /// <summary>No satiation .2, power .6, window .2.</summary>
    public static IReadOnlyList<SatiationCell> Standard { get; } = [.. Grid(0.2, 0.6, 0.2)];

    /// <summary>The same with a tenth of the belief on wear-in.</summary>
    public static IReadOnlyList<SatiationCell> WithWearIn { get; } =
    [
        .. Grid(0.2, 0.5, 0.2),
        .. Rises.Select(a => new SatiationCell(
            SatiationKind.WearIn,
            0.7,
            2,
            0,
            a,
            0.1 / Rises.Length
        )),
    ];

    /// <summary>Satiation is not believed in at all.</summary>
    public static IReadOnlyList<SatiationCell> None { get; } =
    [new(SatiationKind.Power, 0, 2, 0, 0, 1)];

    private static IEnumerable<SatiationCell> Grid(double none, double power, double window)
    {
        yield return new(SatiationKind.Power, 0, 2, 0, 0, none);
        var peak = Exponents.Sum(k => HalfLivesDays.Sum(h => Peak(k, h)));
        foreach (var exponent in Exponents)
            for (var h = 0; h < HalfLivesDays.Count; h++)
                yield return new(
                    SatiationKind.Power,
                    exponent,
                    h,
                    0,
                    0,
                    power * Peak(exponent, HalfLivesDays[h]) / peak
                );
        foreach (var free in (int[])[0, 1, 2])
        foreach (var decay in Decays)
            yield return new(SatiationKind.Window, decay, 0, free, 0, window / (3 * Decays.Length));
    }

    private static double Peak(double exponent, double halfLife)
    {
        var k = (exponent - TypicalExponent) / ExponentSpread;
        var h =
            Math.Log(Math.Min(halfLife, LongestForPrior) / TypicalHalfLifeDays) / LogHalfLifeSpread;
        return Math.Exp(-0.5 * ((k * k) + (h * h)));
    }
}
