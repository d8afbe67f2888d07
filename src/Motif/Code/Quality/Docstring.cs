using System.Text.RegularExpressions;

namespace Motif.Code.Quality;

/// <summary>
/// The structure of a documentation text in the styles in use: Google (<c>Args:</c>, <c>Returns:</c>), NumPy (underlined
/// headings), Sphinx (<c>:param x:</c>, <c>:returns:</c>) and Epytext (<c>@param x:</c>).
/// </summary>
internal sealed partial class Docstring
{
    /// <summary>Words that say nothing of what a thing is or does.</summary>
    private static readonly HashSet<string> EmptyWords = new(
        "a an the of to for this that and or is it its in on with by from be as are function method class returns return".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

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

    /// <summary><c>:param int x: …</c>, <c>@param x: …</c>.</summary>
    private bool TakeField(string line)
    {
        if (line is not [':' or '@', ..])
            return false;
        var field = Field().Match(line);
        if (!field.Success)
            return false;
        if (field.Groups["name"] is { Success: true, Value: var name })
            _parameters.Add(name.TrimStart('*', '\\'));
        else
            DescribesOutcome = true;
        return true;
    }

    /// <summary><c>x: …</c>, <c>x (int): …</c>, NumPy's <c>x, y : int</c>.</summary>
    private void TakeEntry(string line)
    {
        var entry = Entry().Match(line);
        if (!entry.Success)
            return;
        foreach (var name in entry.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries))
            _parameters.Add(name.TrimStart('*', '\\'));
    }

    private static IEnumerable<string> Words(string text)
    {
        foreach (Match word in Word().Matches(text))
            yield return word.Value.ToLowerInvariant();
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

    [GeneratedRegex(
        @"^[:@](?:(?:param|parameter|arg|argument|key|keyword)\s+(?:[^:]*\s)?(?<name>[\w*\\]+)|returns?|rtype|raises?|yields?|except)\b[^:]*:",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 250
    )]
    private static partial Regex Field();

    [GeneratedRegex(
        @"^(?<names>[\w*\\]+(?:\s*,\s*[\w*\\]+)*)\s*(?:\([^)]*\)\s*)?(?::|$)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 250
    )]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 250
    )]
    private static partial Regex Word();
}
