namespace Motif.Text;

/// <summary>What one written word gives the index.</summary>
/// <param name="Word">The word in lower case.</param>
/// <param name="IsStopword">Whether the whole word is a stopword.</param>
/// <param name="Terms">Stems that are always indexed.</param>
/// <param name="OnlyInNames">Stopwords and single letters, indexed in names only.</param>
internal sealed record WordTerms(string Word, bool IsStopword, string[] Terms, string[] OnlyInNames)
{
    public static WordTerms Whole(string word) => new(word, false, [word], []);
}

/// <summary>
/// Splits identifiers: camelCase, PascalCase, ACRONYMCase, snake_case, letters beside digits. "readHTTPHeader2" gives
/// read, http, header, 2 and the joined form; "p99", "s3", "k8s" (one letter and digits) stay whole; "APIs" is a plural, no split.
/// </summary>
internal static class WordSplitter
{
    public static WordTerms Split(string word)
    {
        if (UnspacedScript.Contains(word))
            return SplitUnspaced(word);
        var lower = word.ToLowerInvariant();
        var parts = IsWhole(word) ? [] : Parts(word);
        var terms = new List<string>();
        var onlyInNames = new List<string>();
        if (parts.Count <= 1)
            Add(lower.Trim('_'), terms, onlyInNames);
        else
        {
            foreach (var part in parts)
                Add(part.ToLowerInvariant(), terms, onlyInNames);
            terms.Add(TextAnalyzer.Stem(lower.Replace("_", "", StringComparison.Ordinal)));
        }
        return new WordTerms(lower, Stopwords.Contains(lower), [.. terms], [.. onlyInNames]);
    }

    private static WordTerms SplitUnspaced(string word)
    {
        var terms = new List<string>();
        var onlyInNames = new List<string>();
        foreach (var (part, isUnspaced) in UnspacedScript.Parts(word))
        {
            if (isUnspaced)
                terms.AddRange(UnspacedScript.Pairs(part));
            else
            {
                var split = Split(part);
                terms.AddRange(split.Terms);
                onlyInNames.AddRange(split.OnlyInNames);
            }
        }
        return new WordTerms(word.ToLowerInvariant(), false, [.. terms], [.. onlyInNames]);
    }

    private static void Add(string part, List<string> terms, List<string> onlyInNames)
    {
        if (part.Length == 0)
            return;
        var dropped = Stopwords.Contains(part) || (part.Length == 1 && char.IsAsciiLetter(part[0]));
        (dropped ? onlyInNames : terms).Add(TextAnalyzer.Stem(part));
    }

    private static bool IsWhole(string word)
    {
        if (word.Length > 1 && char.IsLetter(word[0]))
        {
            // "p99", "s3", and "k8s", "i18n" with one more letter behind the digits.
            var digits = char.IsLetter(word[^1]) ? word.AsSpan(1, word.Length - 2) : word.AsSpan(1);
            if (!digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9'))
                return true;
        }
        // "APIs", "URLs": capitals and a plural s.
        return word.Length > 2
            && word[^1] == 's'
            && word.AsSpan(0, word.Length - 1).IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    private static List<string> Parts(string word)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && !IsBoundary(word, i))
                continue;
            var part = word[start..i].Trim('_');
            if (part.Length > 0)
                parts.Add(part);
            start = i;
        }
        return parts;
    }

    private static bool IsBoundary(string word, int index)
    {
        var before = word[index - 1];
        var here = word[index];
        if (before == '_' || here == '_')
            return true;
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        if (!char.IsUpper(here))
            return false;
        return char.IsLower(before)
            || (char.IsUpper(before) && index + 1 < word.Length && char.IsLower(word[index + 1]));
    }
}
