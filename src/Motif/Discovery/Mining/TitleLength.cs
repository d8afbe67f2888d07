using System.Globalization;

namespace Motif.Discovery.Mining;

/// <summary>Titles longer than the corpus' middle one: whether longer ones do better is one question, which bands of lengths cut to pieces.</summary>
internal static class TitleLength
{
    private const string Before = "more than ";
    private const string After = " words";

    /// <summary>The middle of the titles' lengths in words, of those that have any; null where none has.</summary>
    public static int? UsualOf(IEnumerable<EvidenceRow> rows)
    {
        int[] counts = [.. rows.Select(r => r.Words.Count).Where(n => n > 0).Order()];
        return counts.Length == 0 ? null : counts[counts.Length / 2];
    }

    public static string Above(int words) =>
        string.Create(CultureInfo.InvariantCulture, $"{Before}{words}{After}");

    /// <summary>Whether a title of so many words has the trait; it carries its own number.</summary>
    public static bool Has(string trait, int words) =>
        trait.StartsWith(Before, StringComparison.Ordinal)
        && trait.EndsWith(After, StringComparison.Ordinal)
        && int.TryParse(
            trait.AsSpan()[Before.Length..^After.Length],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var usual
        )
        && words > usual;
}
