using System.Text;
using Motif.Text;

namespace Motif.Content.Templates;

/// <summary>
/// The form in which posts are compared: compatibility composition (so that styled letters and full-width digits are plain),
/// straight quotes, single blanks, without what cannot be seen. Never culture-sensitive.
/// </summary>
public static class PostText
{
    /// <summary>What stands behind this many UTF-16 units is not looked at.</summary>
    public const int MostCharacters = 2000;

    public static string Normalize(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var cut =
            content.Length <= MostCharacters ? content
            : char.IsHighSurrogate(content[MostCharacters - 1]) ? content[..(MostCharacters - 1)]
            : content[..MostCharacters];
        var normal = CompatibilityNormalizer.Normalize(Visible(cut));
        var result = new StringBuilder(normal.Length);
        foreach (var rune in normal.EnumerateRunes())
            Append(result, rune);
        while (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return result.ToString();
    }

    /// <summary>The form for finding the identical text again: normalised, case folded, its links without tracking.</summary>
    public static string Fold(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        return string.Join(' ', PostTokenizer.Tokenize(normalized).Select(t => t.Text));
    }

    /// <summary>Zero-width characters stand between letters and would keep them from composing.</summary>
    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsInvisible(text[i]) || IsJoiner(text, i))
                result.Append(text[i]);
        }
        return result.ToString();
    }

    /// <summary>A joiner stays inside an emoji.</summary>
    private static bool IsJoiner(string text, int place) =>
        text[place] == '\u200D'
        && place > 0
        && place + 1 < text.Length
        && (
            char.IsLowSurrogate(text[place - 1])
            || text[place - 1] is '\uFE0F' or (>= '\u2600' and <= '\u27BF')
        )
        && (
            char.IsHighSurrogate(text[place + 1]) || text[place + 1] is >= '\u2600' and <= '\u27BF'
        );

    private static bool IsInvisible(char character) =>
        character
            is '\u00AD'
                or '\u034F'
                or '\u061C'
                or '\u180E'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F')
                or (>= '\uFE00' and <= '\uFE0F')
                or '\uFEFF'
                or '\0';

    private static void Append(StringBuilder result, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
            return;
        }
        if (rune.IsBmp && Straight((char)rune.Value) is var straight and not '\0')
            result.Append(straight);
        else
            result.Append(rune);
    }

    private static char Straight(char character) =>
        character switch
        {
            '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' or 'ʼ' => '\'',
            '“' or '”' or '„' or '‟' or '″' or '«' or '»' or '「' or '」' => '"',
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
            '。' or '｡' => '.',
            '、' or '،' => ',',
            '؛' => ';',
            '؟' => '?',
            _ => '\0',
        };
}
