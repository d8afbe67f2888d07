using System.Globalization;
using System.Text;
using Motif.Text;

namespace Motif.Decisions.Safety;

/// <summary>
/// The words of a text as an eye reads them: compatibility forms joined, case and accents gone, invisible characters dropped,
/// letters of other scripts that look like Latin ones taken for those in words that mix scripts.
/// </summary>
internal static class FoldedText
{
    /// <summary>Pairs of a letter and the Latin one that it is mistaken for (Unicode TR 39, the small letters).</summary>
    private const string LookAlikes =
        "аaвbсcԁdеeҽeһhіiјjкkӏlмmнhоoрpԛqѕsтtуyүyхxѵvԝwαaβbεeηnιiκkνvοoρpσoτtυuχxγyωwɑaɡgıiℓlₒo";

    private static readonly Dictionary<char, char> Latin = Pairs();

    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (
            var c in CompatibilityNormalizer
                .DecomposeCanonically(CompatibilityNormalizer.Normalize(text))
                .ToLowerInvariant()
        )
        {
            if (IsInvisible(c))
                continue;
            if (char.IsLetterOrDigit(c))
                word.Append(c);
            else
                End(word, words);
        }
        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
            words.Add(Folded(word.ToString()));
        word.Clear();
    }

    /// <summary>A word all of one foreign script is that language's own.</summary>
    private static string Folded(string word)
    {
        var isMixed = word.Any(char.IsAscii) && word.Any(c => !char.IsAscii(c));
        var isDisguise = isMixed || word.All(c => Latin.ContainsKey(c) || char.IsAscii(c));
        return isDisguise ? string.Concat(word.Select(c => Latin.GetValueOrDefault(c, c))) : word;
    }

    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Format
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark;

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < LookAlikes.Length; i += 2)
            pairs[LookAlikes[i]] = LookAlikes[i + 1];
        return pairs;
    }
}
