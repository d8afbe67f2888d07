using System.Collections.Frozen;
using System.Globalization;

namespace Motif.Code.Rules;

/// <summary>How often a rule was right where its detections were judged by reading them, on code that nobody had looked at.</summary>
/// <param name="Judged">Detections in the sample, at least 1.</param>
/// <param name="Right">Those that were surely right, what is arguable apart.</param>
public sealed record RuleShare(int Judged, int Right)
{
    /// <summary>Of the standard normal distribution, for 95 %.</summary>
    private const double Z = 1.959964;

    /// <summary>0 to 1.</summary>
    public double Share => (double)Right / Judged;

    /// <summary>The lower end of the interval that holds the true share with 95 %, 0 to 1 (Wilson, Probable Inference, JASA 1927).</summary>
    public double Low => Math.Round(Math.Max(0, Centre - HalfWidth), 4);

    /// <summary>Its upper end.</summary>
    public double High => Math.Round(Math.Min(1, Centre + HalfWidth), 4);

    private double Denominator => 1 + (Z * Z / Judged);

    private double Centre => (Share + (Z * Z / (2 * Judged))) / Denominator;

    private double HalfWidth =>
        Z
        * Math.Sqrt((Share * (1 - Share) / Judged) + (Z * Z / (4.0 * Judged * Judged)))
        / Denominator;
}

/// <summary>The judgements in <c>judged.md</c>, which <c>bench/results/code-rules-unseen.md</c> gives one by one.</summary>
internal static class JudgedRules
{
    /// <summary>What is right less often, as far as its judged places tell, is suspected.</summary>
    public const double Sure = .9;

    /// <summary>
    /// Imagined judgements that are right as often as all judged ones of the language. Two told the second judging from the first best
    /// (log loss .578; .592 with one, .582 with four; .733 by the sum of weights).
    /// </summary>
    private const double PriorStrength = 2;

    private static readonly FrozenDictionary<(string Rule, string Language), RuleShare> Shares =
        Read();

    /// <summary>Null where nothing of it was judged.</summary>
    public static RuleShare? Of(string rule, string language) =>
        Shares.GetValueOrDefault((rule, language));

    /// <summary>
    /// How likely a place that the rule finds is right: (right + 2 · share of the language) / (judged + 2). Without a judgement it is the
    /// language's share, of a language without any that of all.
    /// </summary>
    public static Confidence ConfidenceOf(string rule, string language)
    {
        var share = Of(rule, language);
        var (judged, right) = (share?.Judged ?? 0, share?.Right ?? 0);
        return new Confidence(
            Math.Round((right + (PriorStrength * ShareOf(language))) / (judged + PriorStrength), 4)
        );
    }

    private static double ShareOf(string language)
    {
        var of = Shares.Where(s => s.Key.Language == language).Select(s => s.Value).ToList();
        if (of.Count == 0)
            of = [.. Shares.Values];
        return (double)of.Sum(s => s.Right) / of.Sum(s => s.Judged);
    }

    /// <summary>
    /// Right less often than <see cref="Sure"/> as its own judged places tell, (right + ½)/(judged + 1) (the mean under Jeffreys' prior,
    /// 1946): what other rules of the language are right in proves nothing of it, and fewer than four places do not either.
    /// </summary>
    public static bool IsSuspected(string rule, string language) =>
        Of(rule, language) is not { } share || (share.Right + .5) / (share.Judged + 1) < Sure;

    private static FrozenDictionary<(string, string), RuleShare> Read()
    {
        using var stream = typeof(JudgedRules).Assembly.GetManifestResourceStream(
            $"{typeof(JudgedRules).Namespace}.judged.md"
        )!;
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<(string, string), RuleShare>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (
                cells.Length == 6
                && int.TryParse(cells[3], CultureInfo.InvariantCulture, out var judged)
                && int.TryParse(cells[4], CultureInfo.InvariantCulture, out var right)
            )
                shares.Add((cells[1], cells[2]), new RuleShare(judged, right));
        }
        return shares.ToFrozenDictionary();
    }
}
