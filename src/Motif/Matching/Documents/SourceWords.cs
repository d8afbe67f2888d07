using System.Text;

namespace Motif.Matching.Documents;

/// <summary>
/// The words inside the identifiers of a stretch of source: <c>fetch_page(baseUrl)</c> says fetch, page, base, url. What people
/// call things tells a model of meaning what the code is about, in whatever language it is written.
/// </summary>
internal static class SourceWords
{
    private const int MostWords = 60;
    private const int LeastLetters = 3;

    /// <summary>Words of languages, which say nothing of what the code is about.</summary>
    private static readonly HashSet<string> Keywords = new(
        (
            "and assert async await bool break case catch class cls const continue def default del elif else enum except "
            + "false final finally float for foreach from func function get global import int interface internal isinstance "
            + "lambda len let namespace new none nonlocal not null object override pass private protected public raise "
            + "readonly return sealed self set static str string struct super switch this throw true try type using value "
            + "var virtual void where while with yield args kwargs"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Each word once, lower case, in the order in which they first stand there; empty where there is no source.</summary>
    public static string Of(string source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        for (var start = 0; start < source.Length && seen.Count < MostWords; )
        {
            var end = EndOfWord(source, start);
            var word = source[start..end].ToLowerInvariant();
            start = Math.Max(end, start + 1);
            if (word.Length < LeastLetters || Keywords.Contains(word) || !seen.Add(word))
                continue;
            text.Append(text.Length == 0 ? "" : " ").Append(word);
        }
        return text.ToString();
    }

    /// <summary>Letters up to the next that begins a word: a capital behind a small letter, or the last of several capitals.</summary>
    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (
            end < text.Length && char.IsLetter(text[end]) && (end == start || !Begins(text, end))
        )
            end++;
        return end;
    }

    private static bool Begins(string text, int i) =>
        char.IsUpper(text[i])
        && (!char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1])));
}
