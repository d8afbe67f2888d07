namespace Motif.Code.Quality;

/// <summary>
/// The maintainability index (Coleman, Ash, Lowther and Oman, Using metrics to evaluate software system maintainability, IEEE
/// Computer 1994), scaled to 0 … 100 as Visual Studio and radon do.
/// </summary>
public static class MaintainabilityIndex
{
    /// <summary>
    /// MI = clamp((171 − 5.2 ln V − .23 CC − 16.2 ln LLOC + 50 sin √(2.46 · rad(C %))) · 100 / 171, 0, 100), 100 where volume or
    /// lines are 0.
    /// </summary>
    /// <param name="volume">Halstead's V.</param>
    /// <param name="logicalLines">LLOC.</param>
    /// <param name="commentPercent">Lines of comment and documentation per hundred source lines.</param>
    public static double Of(double volume, int complexity, int logicalLines, double commentPercent)
    {
        if (volume <= 0 || logicalLines <= 0)
            return 100;
        var index =
            171
            - (5.2 * Math.Log(volume))
            - (0.23 * complexity)
            - (16.2 * Math.Log(logicalLines))
            + (50 * Math.Sin(Math.Sqrt(2.46 * double.DegreesToRadians(commentPercent))));
        return Math.Clamp(index * 100 / 171, 0, 100);
    }

    /// <summary>
    /// The index of the same authors' three measures, max(0, (171 − 5.2 ln V − .23 CC − 16.2 ln LLOC) · 100 / 171) with V and LLOC of
    /// at least 1: how small and plain the code is, whatever is said of it. With comments most functions of few lines are at 100,
    /// and what they say is counted as documentation.
    /// </summary>
    /// <param name="unit">Index in <see cref="CodeFacts.Units"/>.</param>
    public static double WithoutComments(CodeFacts facts, int unit, int complexity)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Of(
            Math.Max(1, Halstead.Of(facts, unit).Volume),
            complexity,
            Math.Max(1, facts.Units[unit].Lines.Logical),
            commentPercent: 0
        );
    }

    /// <summary>The index of a whole file.</summary>
    public static double OfFile(CodeFacts facts, ComplexityMode mode = ComplexityMode.Motif) =>
        Of(facts, unit: 0, CyclomaticComplexity.OfFile(facts, mode));

    /// <param name="unit">Index in <see cref="CodeFacts.Units"/>.</param>
    public static double Of(CodeFacts facts, int unit, int complexity)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lines = facts.Units[unit].Lines;
        var comments = lines.Source == 0 ? 0 : (lines.Comment + lines.Text) * 100d / lines.Source;
        return Of(Halstead.Of(facts, unit).Volume, complexity, lines.Logical, comments);
    }
}
