using System.Globalization;
using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>
/// How well a pattern's name fits what was typed, as SQL that both databases compute alike: 104 for each word that is a word of
/// the name, 100 for each that begins one, 2 more where the name begins with all that was typed, and a fraction for the quality.
/// A name that has all words thus comes before every name that lacks one.
/// </summary>
internal static class SearchRelevance
{
    /// <summary>A column of an index; longer names are ranked by their beginning.</summary>
    private const int MaxNameWordsLength = 300;

    /// <summary>What more is typed is searched for, but does not order: it keeps 104 (n − 1) below 100 n.</summary>
    private const int MaxWords = 8;

    private const string Padded = "(' ' || p.name_words || ' ')";

    /// <summary>The words of a name as they follow each other, between blanks.</summary>
    public static string NameWords(string name)
    {
        var words = string.Join(' ', SearchWords.InOrder(name));
        if (words.Length <= MaxNameWordsLength)
            return words;
        var end = char.IsHighSurrogate(words[MaxNameWordsLength - 1])
            ? MaxNameWordsLength - 1
            : MaxNameWordsLength;
        return words[..end];
    }

    /// <summary>The expression by which a page is ordered, its parameters added to the page.</summary>
    public static string Expression(string search, PageSelection page)
    {
        var typed = SearchWords.InOrder(search);
        var words = typed.Distinct(StringComparer.Ordinal).Take(MaxWords).ToList();
        var dialect = page.Dialect;
        var terms = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            page.Parameters.Add(($"whole{name}", $" {words[i]} "));
            page.Parameters.Add(($"begin{name}", $" {words[i]}"));
            terms.Add(
                $"CASE WHEN {dialect.PlaceOf(Padded, $"@whole{name}")} > 0 THEN 104 WHEN {dialect.PlaceOf(Padded, $"@begin{name}")} > 0 THEN 100 ELSE 0 END"
            );
        }
        page.Parameters.Add(("typed", $" {string.Join(' ', typed)}"));
        terms.Add($"CASE WHEN {dialect.PlaceOf(Padded, "@typed")} = 1 THEN 2 ELSE 0 END");
        return $"({string.Join(" + ", terms)} + (p.quality_rank + 1) / 4)";
    }

    /// <summary>The condition that every word begins one of the name; for a page that <see cref="Expression"/> orders.</summary>
    public static IEnumerable<string> InName(string search, SqlDialect dialect) =>
        SearchWords
            .InOrder(search)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxWords)
            .Select((_, i) => $"{dialect.PlaceOf(Padded, $"@begin{i}")} > 0");

    /// <summary>Whether the names tell of every word that was typed.</summary>
    public static bool RanksAll(IReadOnlyList<string> words) => words.Count <= MaxWords;
}
