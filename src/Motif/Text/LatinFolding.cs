using System.Globalization;
using System.Text;

namespace Motif.Text;

/// <summary>
/// Takes the accents off Latin letters, so that "reponses deja calculees" finds "réponses déjà calculées": many type without
/// them. Marks of other scripts make other letters and stay: й is no и.
/// </summary>
internal static class LatinFolding
{
    /// <summary>ASCII text comes back as it is.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var apart = CompatibilityNormalizer.DecomposeCanonically(text);
        var result = new StringBuilder(apart.Length);
        var isLatin = false;
        foreach (var character in apart)
        {
            if (isLatin && IsAccent(character))
                continue;
            isLatin = char.IsAsciiLetter(character);
            result.Append(character);
        }
        return CompatibilityNormalizer.Normalize(result.ToString());
    }

    private static bool IsAccent(char character) =>
        character is >= '\u0300' and <= '\u036F'
        && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;
}
