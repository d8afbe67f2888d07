using Motif.Decisions.Understanding;

namespace Motif.Decisions.Learning;

/// <summary>How alike two replies are, by the longest sequence of words that both have: 2·LCS/(n + m), 0 to 1.</summary>
internal static class ReplySimilarity
{
    /// <summary>From here on two replies say the same.</summary>
    public const double Same = 0.85;

    /// <summary>A template may have that much of a reply filled in.</summary>
    private const double LeastConstant = 0.5;

    private const int MostWords = 300;

    public static double Of(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count + b.Count == 0 ? 1 : 2.0 * CommonLength(a, b) / (a.Count + b.Count);
    }

    /// <summary>How much of a template's own words stand in a reply in their order; 0 where they are too small a part of it.</summary>
    /// <param name="template">With its places.</param>
    public static double ToTemplate(string reply, string template)
    {
        var (said, constant) = (Words(reply), Words(WithoutPlaces(template)));
        if (said.Count == 0 || constant.Count == 0)
            return 0;
        var common = CommonLength(said, constant);
        var hasPlaces = template.Contains("{{", StringComparison.Ordinal);
        if (!hasPlaces)
            return 2.0 * common / (said.Count + constant.Count);
        return (double)common / said.Count < LeastConstant ? 0 : (double)common / constant.Count;
    }

    /// <summary>How alike two templates are by their own words; 0 where one has none beside its places.</summary>
    public static double OfTemplates(string one, string other)
    {
        var (a, b) = (WithoutPlaces(one), WithoutPlaces(other));
        return Words(a).Count == 0 || Words(b).Count == 0 ? 0 : Of(a, b);
    }

    /// <summary>The length of the longest common subsequence.</summary>
    public static int CommonLength(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var row = new int[b.Count + 1];
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Count; j++)
            {
                var above = row[j];
                row[j] = word == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.Count];
    }

    private static List<string> Words(string text) =>
        [.. MessageTokens.Of(text).Where(t => t is not ("?" or "!")).Take(MostWords)];

    private static string WithoutPlaces(string template)
    {
        for (
            var open = template.IndexOf("{{", StringComparison.Ordinal);
            open >= 0;
            open = template.IndexOf("{{", StringComparison.Ordinal)
        )
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            template =
                close < 0 ? template[..open] : template[..open] + " " + template[(close + 2)..];
        }
        return template;
    }
}
