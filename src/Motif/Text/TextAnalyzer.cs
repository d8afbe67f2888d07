using System.Collections.Concurrent;
using System.Globalization;

namespace Motif.Text;

/// <summary>
/// Analyzer v2, the one way text becomes terms: NFKC, Unicode words, lower-invariant; <c>c#</c>, <c>c++</c>, <c>.net</c>,
/// <c>node.js</c>, versions and <c>p99</c> stay whole; camelCase, snake_case and letters beside digits are split and the joined
/// form is indexed beside the parts; kebab-case is split and its joined form kept apart (<see cref="AnalyzedText.Compounds"/>:
/// prose is full of hyphens, and as ordinary terms their joined forms cost .013 nDCG on pattern descriptions); stopwords go unless the text is a name; ASCII words of three letters or more
/// are stemmed (<see cref="PorterStemmer"/>). Accents of Latin letters go (<see cref="LatinFolding"/>), and what is written without
/// spaces gives its pairs of neighbours (<see cref="UnspacedScript"/>). Thread-safe; words already seen are served from a bounded cache.
/// </summary>
public sealed class TextAnalyzer
{
    /// <summary>Stored beside every index and vector; a change of any rule here needs a new version and a rebuild.</summary>
    public const string Version = "v2";

    /// <summary>
    /// The version since which plain English gives the same terms: token vectors trained by it go on to serve.
    /// </summary>
    internal const string EnglishSince = "v1";

    private const int LongestWord = 64;
    private const int CachedWords = 200_000;
    private const int MostKebabParts = 3;

    private readonly ConcurrentDictionary<string, WordTerms> _cache = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WordTerms>.AlternateLookup<
        ReadOnlySpan<char>
    > _cacheBySpan;

    public TextAnalyzer() => _cacheBySpan = _cache.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The terms and words of a text.</summary>
    /// <param name="text">Any text; null and empty give nothing.</param>
    /// <param name="isName">Whether stopwords and single letters are kept, as in names and aliases.</param>
    public AnalyzedText Analyze(string? text, bool isName = false)
    {
        var result = new AnalyzedText();
        if (!string.IsNullOrEmpty(text))
            Scan(LatinFolding.Fold(CompatibilityNormalizer.Normalize(text)), isName, result);
        return result;
    }

    /// <summary>
    /// The stem of one lower-case word: ASCII letters only and three or more of them, otherwise the word itself. "matrices" stays apart
    /// from "matrix": joining plurals of Latin and Greek cost .05 nDCG@10 on cacm, whose titles are full of matrices.
    /// </summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length < 3)
            return word;
        foreach (var character in word)
        {
            if (character is < 'a' or > 'z')
                return word;
        }
        return PorterStemmer.Stem(word);
    }

    private void Scan(string text, bool isName, AnalyzedText result)
    {
        var position = 0;
        while (position < text.Length)
        {
            if (IsDotNet(text, position))
            {
                Emit(WordTerms.Whole(".net"), isName, result);
                position += 4;
            }
            else if (IsWordCharacter(text[position]))
                position = ReadWord(text, position, isName, result);
            else
                position++;
        }
    }

    /// <summary>Takes the word at <paramref name="start"/> with what belongs to it and returns the position behind it.</summary>
    private int ReadWord(string text, int start, bool isName, AnalyzedText result)
    {
        var end = WordEnd(text, start);
        var special = SpecialEnd(text, start, end);
        if (special > end)
        {
            Emit(SpecialTerms(text[start..special].ToLowerInvariant()), isName, result);
            return special;
        }
        var firstTerm = result.Terms.Count;
        EmitWord(text.AsSpan(start, end - start), isName, result);
        var parts = 1;
        var chainEnd = end;
        while (
            chainEnd + 1 < text.Length
            && text[chainEnd] == '-'
            && char.IsLetter(text[chainEnd + 1])
            && SpecialEnd(text, chainEnd + 1, WordEnd(text, chainEnd + 1)) is var partEnd
            && partEnd == WordEnd(text, chainEnd + 1)
        )
        {
            EmitWord(text.AsSpan(chainEnd + 1, partEnd - chainEnd - 1), isName, result);
            chainEnd = partEnd;
            parts++;
        }
        if (parts is > 1 and <= MostKebabParts && chainEnd - start <= LongestWord)
        {
            var joined = text[start..chainEnd]
                .Replace("-", "", StringComparison.Ordinal)
                .ToLowerInvariant();
            result.Compounds.Add(new Compound(Stem(joined), [.. result.Terms.Skip(firstTerm)]));
        }
        return chainEnd;
    }

    /// <summary>The end of a special token that begins with the word start..end, or end where it is an ordinary word.</summary>
    private static int SpecialEnd(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var next = end < text.Length ? text[end] : ' ';
        if (next == '#' && word.Length <= 2 && IsAsciiLetters(word) && !IsWordAt(text, end + 1))
            return end + 1;
        if (
            next == '+'
            && end + 1 < text.Length
            && text[end + 1] == '+'
            && IsAsciiLetters(word)
            && !IsWordAt(text, end + 2)
        )
            return end + 2;
        if (next != '.')
            return end;
        return IsNumber(word) ? VersionEnd(text, end) : DottedNameEnd(text, end);
    }

    private static int VersionEnd(string text, int end)
    {
        while (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var next = end + 1;
            while (next < text.Length && char.IsAsciiDigit(text[next]))
                next++;
            if (IsWordAt(text, next))
                return end;
            end = next;
        }
        return end;
    }

    /// <summary>node.js, asp.net, socket.io: a name whose last part says what it runs on.</summary>
    private static int DottedNameEnd(string text, int end)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["js", "net", "io"])
        {
            if (
                string.Compare(
                    text,
                    end + 1,
                    suffix,
                    0,
                    suffix.Length,
                    StringComparison.OrdinalIgnoreCase
                ) == 0
                && !IsWordAt(text, end + 1 + suffix.Length)
            )
                return end + 1 + suffix.Length;
        }
        return end;
    }

    private static bool IsDotNet(string text, int position) =>
        text[position] == '.'
        && (position == 0 || !IsWordCharacter(text[position - 1]))
        && string.Compare(text, position + 1, "net", 0, 3, StringComparison.OrdinalIgnoreCase) == 0
        && !IsWordAt(text, position + 4);

    /// <summary>"node.js" → node.js, node; "v3.11" and "3.11" → 3.11, 3; "c#" and "c++" stay alone.</summary>
    private static WordTerms SpecialTerms(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return WordTerms.Whole(token);
        var version = char.IsAsciiDigit(token[dot + 1]);
        var whole = version ? token.TrimStart('v') : token;
        return new WordTerms(
            token,
            false,
            [whole, Stem(whole[..whole.IndexOf('.', StringComparison.Ordinal)])],
            []
        );
    }

    private void EmitWord(ReadOnlySpan<char> word, bool isName, AnalyzedText result)
    {
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        if (!_cacheBySpan.TryGetValue(word, out var terms))
        {
            terms = WordSplitter.Split(word.ToString());
            if (_cache.Count < CachedWords)
                _cache.TryAdd(word.ToString(), terms);
        }
        Emit(terms, isName, result);
    }

    private static void Emit(WordTerms word, bool isName, AnalyzedText result)
    {
        result.Terms.AddRange(word.Terms);
        if (isName)
        {
            result.Terms.AddRange(word.OnlyInNames);
            result.FunctionWords.AddRange(word.OnlyInNames);
        }
        if (!word.IsStopword && !(word.Word.Length == 1 && char.IsAscii(word.Word[0])))
            result.Words.Add(word.Word);
    }

    private static int WordEnd(string text, int start)
    {
        while (start < text.Length && IsWordCharacter(text[start]))
            start++;
        return start;
    }

    private static bool IsWordAt(string text, int position) =>
        position < text.Length && IsWordCharacter(text[position]);

    private static bool IsWordCharacter(char character) =>
        char.IsAscii(character)
            ? char.IsAsciiLetterOrDigit(character) || character == '_'
            : char.IsLetterOrDigit(character)
                || char.IsSurrogate(character)
                || char.GetUnicodeCategory(character)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark;

    private static bool IsAsciiLetters(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsAsciiLetter(character))
                return false;
        }
        return true;
    }

    /// <summary>Digits, a leading v allowed.</summary>
    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && word[0] is 'v' or 'V')
            word = word[1..];
        return !word.ContainsAnyExceptInRange('0', '9');
    }
}
