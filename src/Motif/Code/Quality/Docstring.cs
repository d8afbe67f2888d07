namespace Motif.Code.Quality;

/// <summary>
/// The structure of a documentation text in the styles in use: Google (<c>Args:</c>, <c>Returns:</c>), NumPy (underlined
/// headings), Sphinx (<c>:param x:</c>, <c>:returns:</c>) and Epytext (<c>@param x:</c>).
/// </summary>
internal sealed class Docstring
{
    /// <summary>Words that say nothing of what a thing is or does.</summary>
    private static readonly HashSet<string> EmptyWords = new(
        "a an the of to for this that and or is it its in on with by from be as are function method class returns return".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ParameterFields =
        Lookup("param parameter arg argument key keyword");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OutcomeFields =
        Lookup("return returns rtype raise raises yield yields except");

    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);
    private readonly string _summary;

    private Docstring(string summary) => _summary = summary;

    /// <summary>Says what comes back or what is raised.</summary>
    public bool DescribesOutcome { get; private set; }

    public static Docstring Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var docs = new Docstring(Summary(lines));
        var section = Section.None;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var next = i + 1 < lines.Length ? lines[i + 1].Trim() : "";
            if (HeadingOf(line, next) is { } heading)
                section = heading;
            else if (!docs.TakeField(line) && section is Section.Parameters)
                docs.TakeEntry(line);
            docs.DescribesOutcome |= section is Section.Outcome;
        }
        return docs;
    }

    public bool Describes(string parameter) => _parameters.Contains(parameter.TrimStart('*'));

    /// <summary>Whether the summary says nothing that the name does not say: <c>GetUser</c>, "Gets the user."</summary>
    public bool Restates(string name)
    {
        var named = Words(name).Select(Stem).ToHashSet(StringComparer.Ordinal);
        foreach (var word in Words(_summary))
        {
            if (!EmptyWords.Contains(word) && !named.Contains(Stem(word)))
                return false;
        }
        return true;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<
            ReadOnlySpan<char>
        >();

    private static string Summary(string[] lines) =>
        string.Join(
            ' ',
            lines.SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(l => !string.IsNullOrWhiteSpace(l))
        );

    private static Section? HeadingOf(string line, string next)
    {
        var isUnderlined = next.Length >= 3 && next.All(c => c is '-' or '=');
        if (!isUnderlined && !line.EndsWith(':'))
            return null;
        return line.TrimEnd(':').ToLowerInvariant() switch
        {
            "args"
            or "arguments"
            or "parameters"
            or "params"
            or "keyword args"
            or "keyword arguments"
            or "other parameters" => Section.Parameters,
            "returns" or "return" or "yields" or "yield" or "raises" or "exceptions" =>
                Section.Outcome,
            _ when isUnderlined => Section.None,
            "example" or "examples" or "note" or "notes" or "attributes" or "see also" =>
                Section.None,
            _ => null,
        };
    }

    /// <summary><c>:param int x: …</c>, <c>@param x: …</c>, <c>:returns: …</c>.</summary>
    private bool TakeField(string line)
    {
        if (line is not [':' or '@', ..] || line.IndexOf(':', 1) is not (> 0 and var colon))
            return false;
        var field = line.AsSpan(1, colon - 1);
        var end = LengthOf(field, IsWord);
        if (OutcomeFields.Contains(field[..end]))
        {
            DescribesOutcome = true;
            return true;
        }
        if (!ParameterFields.Contains(field[..end]) || LastName(field[end..]) is not { } name)
            return false;
        _parameters.Add(name);
        return true;
    }

    /// <summary>The last word that is a name: behind it stands its type or nothing, before it its type.</summary>
    private static string? LastName(ReadOnlySpan<char> text)
    {
        for (var start = text.LastIndexOfAny(' ', '\t'); start >= 0; )
        {
            var word = text[(start + 1)..];
            var name = word[..LengthOf(word, IsName)].Trim("*\\");
            if (name.Length > 0)
                return name.ToString();
            text = text[..start];
            start = text.LastIndexOfAny(' ', '\t');
        }
        return null;
    }

    /// <summary><c>x: …</c>, <c>x (int): …</c>, NumPy's <c>x, y : int</c>.</summary>
    private void TakeEntry(string line)
    {
        var names = new List<string>();
        var rest = line.AsSpan();
        do
        {
            rest = rest.TrimStart(',').TrimStart();
            var end = LengthOf(rest, IsName);
            if (end == 0)
                return;
            names.Add(rest[..end].TrimStart("*\\").ToString());
            rest = rest[end..].TrimStart();
        } while (rest is [',', ..]);
        if (rest is ['(', ..] && rest.IndexOf(')') is > 0 and var close)
            rest = rest[(close + 1)..].TrimStart();
        if (rest is [] or [':', ..])
            _parameters.UnionWith(names);
    }

    /// <summary>Runs of letters as an identifier's capitals part them, and numbers; lower case.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = EndOfWord(text, start);
            if (end > start)
                yield return text[start..end].ToLowerInvariant();
            start = Math.Max(end, start + 1);
        }
    }

    private static int EndOfWord(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (char.IsDigit(rest[0]))
            return start + LengthOf(rest, char.IsDigit);
        var capitals = LengthOf(rest, char.IsAsciiLetterUpper);
        if (capitals <= 1)
            return start + capitals + LengthOf(rest[capitals..], char.IsAsciiLetterLower);
        // The last of a run of capitals begins the next word, as in HTTPServer.
        var isNext = capitals < rest.Length && char.IsAsciiLetterLower(rest[capitals]);
        return start + capitals - (isNext ? 1 : 0);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsName(char c) => IsWord(c) || c is '*' or '\\';

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> isPart)
    {
        var length = 0;
        while (length < text.Length && isPart(text[length]))
            length++;
        return length;
    }

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ies", "es", "ed", "s", "e"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }
        return word;
    }

    private enum Section
    {
        None,
        Parameters,
        Outcome,
    }
}
