using System.Text;

namespace Motif.Content.Mining;

/// <summary>
/// Puts <c>&lt;*&gt;</c> in the place of what a program filled in: numbers, addresses, paths, times, identifiers, and the value
/// behind <c>key=</c>. One pass over the line; no rule knows a particular system.
/// </summary>
internal static class LogMask
{
    public const string Wildcard = "<*>";

    private static readonly string[] Constants = ["true", "false", "null"];

    public static string Apply(string line)
    {
        var result = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; )
        {
            var end = LogValue.End(line, i);
            if (end > i)
            {
                result.Append(Wildcard);
                i = end;
            }
            else if (line[i] == '=' && ValueEnd(line, i + 1) is var valueEnd and > 0)
            {
                result.Append('=').Append(Wildcard);
                i = valueEnd;
            }
            else if (line[i] == '<' && IsLessThanNumber(line, i))
            {
                i++;
            }
            else
            {
                result.Append(line[i++]);
            }
        }
        return WithoutConstants(result.ToString());
    }

    /// <summary>Where the value behind an equals sign ends; 0 where there is none.</summary>
    private static int ValueEnd(string line, int start)
    {
        if (start < 2 || start >= line.Length || line[start] == '=')
            return 0;
        var before = line[start - 2];
        if (!char.IsAsciiLetterOrDigit(before) && before is not ('_' or ')'))
            return 0;
        if (line[start] is '"' or '\'')
        {
            var quote = line.IndexOf(line[start], start + 1);
            return quote > 0 ? quote + 1 : 0;
        }
        var end = start;
        while (
            end < line.Length
            && !char.IsWhiteSpace(line[end])
            && !",;(){}[]".Contains(line[end], StringComparison.Ordinal)
        )
            end++;
        return end > start ? end : 0;
    }

    /// <summary>"&lt;1 sec" is a measure.</summary>
    private static bool IsLessThanNumber(string line, int place)
    {
        if (place > 0 && line[place - 1] != ' ')
            return false;
        var end = place + 1;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
            end++;
        return end > place + 1 && end < line.Length && line[end] == ' ';
    }

    private static string WithoutConstants(string line)
    {
        foreach (var constant in Constants)
        {
            for (
                var at = line.IndexOf(constant, StringComparison.Ordinal);
                at >= 0;
                at = line.IndexOf(constant, at + 1, StringComparison.Ordinal)
            )
            {
                var end = at + constant.Length;
                var begins = at > 0 && line[at - 1] is ':' or '=' or ' ' or '(';
                if (
                    at > 0
                    && begins
                    && (
                        end == line.Length || " ,;)]}".Contains(line[end], StringComparison.Ordinal)
                    )
                )
                    line = string.Concat(line.AsSpan(0, at), Wildcard, line.AsSpan(end));
            }
        }
        return line;
    }
}
