using System.Globalization;
using System.Text;
using Motif.Text;

namespace Motif.Discovery.Items;

/// <summary>
/// The words of a title in lower case, as people would count them: letters and digits with the marks that belong to them, an
/// apostrophe inside a word. Japanese, told by its kana, is cut where its scripts change; other writing without blanks between words
/// gives overlapping pairs of letters.
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
        var isJapanese = text.EnumerateRunes().Any(r => Kana(r) is not JapaneseScript.None);
        var last = JapaneseScript.None;
        foreach (var rune in text.EnumerateRunes())
        {
            var script = isJapanese ? ScriptOf(rune, last) : JapaneseScript.None;
            if (script != last)
                End(word, words);
            last = script;
            if (script is not JapaneseScript.None)
            {
                word.Append(rune);
                continue;
            }
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

    /// <summary>Words in a row as they are written: without blanks, and with each letter once, where their script has none.</summary>
    public static string Written(IEnumerable<string> words)
    {
        var text = new StringBuilder();
        Rune? last = null;
        foreach (var word in words)
        {
            var first = Rune.GetRuneAt(word, 0);
            var isUnspaced = last is { } before && IsUnspaced(before) && IsUnspaced(first);
            if (last is not null && !isUnspaced)
                text.Append(' ');
            text.Append(isUnspaced && last == first ? word[first.Utf16SequenceLength..] : word);
            last = word.EnumerateRunes().Last();
        }
        return text.ToString();
    }

    /// <summary>Whether a word says what something is about: no stop word, a letter in it, not a single one but for a Chinese sign.</summary>
    public static bool IsContent(string word) =>
        !Stopwords.Contains(word.Split('\'')[0])
        && word.Any(char.IsLetter)
        && (new StringInfo(word).LengthInTextElements > 1 || IsHan(Rune.GetRuneAt(word, 0)));

    private static void End(StringBuilder word, List<string> words)
    {
        var text = word.ToString().Trim('\'');
        word.Clear();
        if (text.Length is > 0 and <= LongestWord)
            words.Add(text);
    }

    /// <summary>What Japanese is written in: words seldom go over from one to another, but for their endings.</summary>
    private enum JapaneseScript
    {
        None,
        Hiragana,
        Katakana,
        Kanji,
    }

    private static JapaneseScript ScriptOf(Rune rune, JapaneseScript last)
    {
        const int Prolongs = 0x30FC;
        if (rune.Value == Prolongs && last is JapaneseScript.Hiragana)
            return last;
        return IsHan(rune) ? JapaneseScript.Kanji : Kana(rune);
    }

    private static JapaneseScript Kana(Rune rune) =>
        rune.Value switch
        {
            >= 0x3041 and <= 0x309F => JapaneseScript.Hiragana,
            // Not the dot between words.
            >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x30FF => JapaneseScript.Katakana,
            _ => JapaneseScript.None,
        };

    private static bool IsHan(Rune rune) =>
        rune.Value
            is 0x3005
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0x20000 and <= 0x2FA1F);

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
