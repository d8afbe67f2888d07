using System.Collections.Frozen;
using System.Globalization;

namespace Motif.Code.Rules;

/// <summary>How often a rule was right where its detections were judged by reading them, on code that nobody had looked at.</summary>
/// <param name="Judged">Detections in the sample, at least 1.</param>
/// <param name="Right">Those that were surely right, what is arguable apart.</param>
internal sealed record RuleShare(int Judged, int Right)
{
    /// <summary>0 to 1.</summary>
    public double Share => (double)Right / Judged;
}

/// <summary>The judgements in <c>judged.md</c>, which <c>bench/results/code-rules-unseen.md</c> gives one by one.</summary>
internal static class JudgedRules
{
    /// <summary>What is right less often is suspected.</summary>
    public const double Sure = .9;

    private static readonly FrozenDictionary<(string Rule, string Language), RuleShare> Shares =
        Read();

    /// <summary>Null where nothing of it was judged.</summary>
    public static RuleShare? Of(string rule, string language) =>
        Shares.GetValueOrDefault((rule, language));

    /// <summary>Below <see cref="Sure"/>, or not judged at all.</summary>
    public static bool IsSuspected(string rule, string language) =>
        Of(rule, language) is not { Share: >= Sure };

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
