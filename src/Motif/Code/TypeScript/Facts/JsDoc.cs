using System.Text;

namespace Motif.Code.TypeScript.Facts;

/// <summary>
/// A documentation comment as plain text, laid out as Google's docstrings are: the summary, then <c>Args:</c>,
/// <c>Returns:</c> and <c>Raises:</c>, so that one reader of documentation serves all languages.
/// </summary>
internal static class JsDoc
{
    /// <summary><c>/** … */</c>, but not <c>/**/</c> or <c>/***</c>.</summary>
    public static bool IsOne(ReadOnlySpan<char> comment) =>
        comment.Length > 4 && comment.StartsWith("/**") && comment[3] is not ('*' or '/');

    /// <summary>The text of a comment; null where nothing is left of it.</summary>
    public static string? Text(string comment)
    {
        List<string> summary = [],
            parameters = [],
            outcome = [],
            raised = [];
        var current = summary;
        foreach (var raw in comment["/**".Length..^2].ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('*'))
                line = line[1..].TrimStart();
            if (!line.StartsWith('@'))
            {
                if (line.Length > 0 || current == summary)
                    current.Add(current == summary ? line : $"  {line}");
                continue;
            }
            var end = line.IndexOfAny([' ', '\t', '{']);
            var tag = end < 0 ? line[1..] : line[1..end];
            var rest = WithoutType(end < 0 ? "" : line[end..].Trim());
            current = tag switch
            {
                "param" or "arg" or "argument" => parameters,
                "returns" or "return" or "yields" or "yield" => outcome,
                "throws" or "exception" => raised,
                "description" or "summary" or "desc" or "remarks" => summary,
                _ => [],
            };
            if (current == parameters)
                parameters.Add(Entry(rest));
            else if (rest.Length > 0 && current != summary)
                current.Add(rest);
            else if (current == summary)
                summary.Add(rest);
            else
                current.Add(tag is "throws" ? "an error" : "a value");
        }
        var text = new StringBuilder(string.Join('\n', summary).Trim());
        Section(text, "Args:", parameters);
        Section(text, "Returns:", outcome);
        Section(text, "Raises:", raised);
        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary><c>{Map&lt;string, {a: 1}&gt;}</c> before a name or a text.</summary>
    private static string WithoutType(string text)
    {
        if (!text.StartsWith('{'))
            return text;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
                return text[(i + 1)..].TrimStart();
        }
        return "";
    }

    /// <summary><c>[name=1] - what it is</c> as <c>name: what it is</c>.</summary>
    private static string Entry(string text)
    {
        if (text.StartsWith('['))
        {
            var close = text.IndexOf(']');
            var inside = close < 0 ? text[1..] : text[1..close];
            text = inside.Split('=')[0].Trim() + (close < 0 ? "" : text[(close + 1)..]);
        }
        var end = text.IndexOfAny([' ', '\t']);
        return end < 0
            ? $"{text}:"
            : $"{text[..end]}: {text[end..].Trim().TrimStart('-', '–', ':').TrimStart()}";
    }

    private static void Section(StringBuilder text, string heading, List<string> lines)
    {
        if (lines.Count == 0)
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        text.Append(heading);
        foreach (var line in lines)
            text.Append("\n    ").Append(line);
    }
}
