using System.Text;

namespace Motif.Decisions.Learning;

/// <summary>
/// Makes a template of replies that say the same: words that all have in their order stay, what stands between them becomes a
/// place. Nothing that only one reply says gets into it.
/// </summary>
internal static class TemplateDraft
{
    private const int MostWords = 300;

    /// <summary>Marks a word that holds a placeholder for personal data, or a brace: it is never common to replies.</summary>
    private const char Taken = '\u0001';

    /// <summary>Null where too little is common to be a reply.</summary>
    /// <param name="replies">Two or more, without personal data.</param>
    public static string? Of(IReadOnlyList<string> replies)
    {
        var common = Split(replies[0]).Where(w => w[0] != Taken).ToList();
        foreach (var reply in replies.Skip(1))
            common = Common(common, Split(reply));
        if (common.Count < 2)
            return null;
        var hasGap = Gaps(replies, common);
        var text = new StringBuilder();
        var places = 0;
        for (var i = 0; i <= common.Count; i++)
        {
            if (hasGap[i])
                text.Append(text.Length > 0 ? " " : "").Append(Place(++places));
            if (i < common.Count)
                text.Append(text.Length > 0 ? " " : "").Append(common[i]);
        }
        return text.ToString();
    }

    private static string Place(int number) =>
        FormattableString.Invariant($"{{{{value_{number}}}}}");

    /// <summary>Between which of the common words any reply says something of its own, or has data taken out of it.</summary>
    private static bool[] Gaps(IReadOnlyList<string> replies, List<string> common)
    {
        var gaps = new bool[common.Count + 1];
        foreach (var reply in replies)
        {
            var at = 0;
            foreach (var word in Split(reply))
            {
                if (at < common.Count && word == common[at])
                    at++;
                else
                    gaps[at] = true;
            }
        }
        return gaps;
    }

    private static List<string> Common(List<string> a, List<string> b)
    {
        var lengths = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        for (var j = b.Count - 1; j >= 0; j--)
            lengths[i, j] =
                a[i] == b[j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        var common = new List<string>();
        for (var (i, j) = (0, 0); i < a.Count && j < b.Count; )
        {
            if (a[i] == b[j])
            {
                common.Add(a[i++]);
                j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }
        return common;
    }

    private static List<string> Split(string reply) =>
        [
            .. reply
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(w =>
                    w.Contains('[', StringComparison.Ordinal)
                    || w.Contains('{', StringComparison.Ordinal)
                    || w.Contains('}', StringComparison.Ordinal)
                        ? Taken + w
                        : w
                )
                .Take(MostWords),
        ];
}
