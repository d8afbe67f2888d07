using System.Globalization;
using System.Text;
using Motif.Text;

namespace Motif.Discovery.Items;

/// <summary>
/// The words of a title in lower case, as people would count them: letters and digits with the marks that belong to them, an
/// apostrophe inside a word. Scripts that put no blanks between words give overlapping pairs of letters.
/// </summary>
internal static class TitleWords
{
    private const int LongestWord = 40;

    public static List<string> Of(string title)
    {
        var text = CompatibilityNormalizer.Normalize(title).ToLowerInvariant();
        var words = new List<string>();
        var word = new StringBuilder();
        var unspaced = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnspaced(rune))
            {
                End(word, words);
                var letter = rune.ToString();
                if (unspaced.Length > 0)
                    words.Add(unspaced + letter);
                unspaced = letter;
                continue;
            }
            unspaced = "";
            if (IsPart(rune))
                word.Append(rune);
            else if (rune.Value is '\'' or '’' && word.Length > 0)
                word.Append('\'');
            else
                End(word, words);
        }
        End(word, words);
        return words;
    }

    /// <summary>Whether a word says what something is about: no stop word, a letter in it, not a single one.</summary>
    public static bool IsContent(string word) =>
        !Stopwords.Contains(word.Split('\'')[0])
        && word.Any(char.IsLetter)
        && new StringInfo(word).LengthInTextElements > 1;

    private static void End(StringBuilder word, List<string> words)
    {
        var text = word.ToString().Trim('\'');
        word.Clear();
        if (text.Length is > 0 and <= LongestWord)
            words.Add(text);
    }

    private static bool IsPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Han, Kana, Thai, Lao, Burmese, Khmer.</summary>
    private static bool IsUnspaced(Rune rune) =>
        rune.Value
            is (>= 0x3040 and <= 0x30FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0x0E00 and <= 0x0EFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x17FF)
                or (>= 0x20000 and <= 0x2FA1F);
}
