using System.Text;

namespace Motif.Decisions.Learning;

/// <summary>
/// Makes a template of replies that say the same: words that all have in their order stay, what stands between them becomes a
/// place. Punctuation is a word of its own, so that what differs between two commas leaves both of them; line breaks are those of
/// the first reply. Nothing that only one reply says gets into it.
/// </summary>
internal static class TemplateDraft
{
    private const int MostWords = 400;
    private const int FewestWords = 2;
    private const string Opening = "(\"'\u00ab\u201c\u201e\u2018\u00bf\u00a1";
    private const string Closing = ".,;:!?)\"'\u00bb\u201d\u2019\u2026";

    /// <summary>Null where too little is common to be a reply.</summary>
    /// <param name="replies">Two or more, without personal data.</param>
    public static string? Of(IReadOnlyList<string> replies)
    {
        var common = Split(replies[0]).Where(w => !w.IsTaken).ToList();
        foreach (var reply in replies.Skip(1))
            common = Common(common, Split(reply));
        if (common.Count(w => !w.IsPunctuation) < FewestWords)
            return null;
        var gaps = Gaps(replies, common);
        var text = new StringBuilder();
        var places = 0;
        for (var i = 0; i <= common.Count; i++)
        {
            if (gaps[i] is { } before)
                text.Append(before).Append(Place(++places));
            if (i < common.Count)
                text.Append(common[i].Before).Append(common[i].Text);
        }
        return text.ToString().Trim();
    }

    private static string Place(int number) =>
        FormattableString.Invariant($"{{{{value_{number}}}}}");

    /// <summary>
    /// What parts each place from the common word before it; null where no reply says something of its own between the two, or
    /// only its punctuation differs.
    /// </summary>
    private static string?[] Gaps(IReadOnlyList<string> replies, List<Word> common)
    {
        var gaps = new string?[common.Count + 1];
        foreach (var reply in replies)
        {
            var at = 0;
            foreach (var word in Split(reply))
            {
                if (at < common.Count && word.Says(common[at]))
                    at++;
                else if (!word.IsPunctuation)
                    gaps[at] ??=
                        at > 0 && common[at - 1].IsOpening ? ""
                        : word.Before.Length == 0 ? " "
                        : word.Before;
            }
        }
        return gaps;
    }

    private static List<Word> Common(List<Word> a, List<Word> b)
    {
        var lengths = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        for (var j = b.Count - 1; j >= 0; j--)
            lengths[i, j] = a[i].Says(b[j])
                ? lengths[i + 1, j + 1] + 1
                : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        var common = new List<Word>();
        for (var (i, j) = (0, 0); i < a.Count && j < b.Count; )
        {
            if (a[i].Says(b[j]))
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

    private static List<Word> Split(string reply)
    {
        var words = new List<Word>();
        for (var at = 0; at < reply.Length && words.Count < MostWords; )
        {
            var from = at;
            while (at < reply.Length && char.IsWhiteSpace(reply[at]))
                at++;
            var before = reply.AsSpan(from, at - from).Contains('\n') ? "\n" : " ";
            from = at;
            while (at < reply.Length && !char.IsWhiteSpace(reply[at]))
                at++;
            if (at > from)
                AddParts(words, reply[from..at], before);
        }
        return words;
    }

    /// <summary>What stands between two blanks: punctuation before it, itself, punctuation behind it.</summary>
    private static void AddParts(List<Word> words, string text, string before)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Opening.Contains(text[start], StringComparison.Ordinal))
            start++;
        while (end > start && Closing.Contains(text[end - 1], StringComparison.Ordinal))
            end--;
        for (var i = 0; i < text.Length; )
        {
            var length = i == start && end > start ? end - start : 1;
            words.Add(
                new Word(text.Substring(i, length), i == 0 ? before : "", IsOpening: i < start)
            );
            i += length;
        }
    }

    /// <param name="Before">What parts it from the word before it where both stand.</param>
    private readonly record struct Word(string Text, string Before, bool IsOpening)
    {
        /// <summary>Holds a placeholder for personal data, or a brace: it is never common to replies.</summary>
        public bool IsTaken => Text.AsSpan().ContainsAny('[', '{', '}');

        public bool IsPunctuation => Text.All(char.IsPunctuation) && !IsTaken;

        public bool Says(Word other) => !IsTaken && !other.IsTaken && Text == other.Text;
    }
}
