using System.Buffers;

namespace Motif.Content.Mining;

/// <summary>Recognises what a program fills in, at one place of a line.</summary>
internal static class LogValue
{
    private const int LeastHexDigits = 6;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create(
        "0123456789abcdefABCDEF"
    );
    private static readonly string[] Units =
    [
        "KB",
        "MB",
        "GB",
        "TB",
        "KiB",
        "MiB",
        "GiB",
        "TiB",
        "ms",
        "s",
        "m",
        "h",
        "B",
        "%",
        "x",
    ];

    /// <summary>Where the value that begins here ends; the place itself where none begins.</summary>
    public static int End(string line, int start)
    {
        var before = start > 0 ? line[start - 1] : ' ';
        if (!IsWord(before))
        {
            if (Link(line, start) is var link && link > start)
                return link;
            if (Email(line, start) is var email && email > start)
                return email;
            if (NumberedName(line, start) is var name && name > start)
                return name;
            if (Run(line, start) is var run && run > start)
                return run;
        }
        return Number(line, start, before);
    }

    private static int Link(string line, int start)
    {
        var end = start;
        while (
            end < line.Length
            && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '+' or '.' or '-')
        )
            end++;
        if (end == start || !line.AsSpan(end).StartsWith("://", StringComparison.Ordinal))
            return start;
        while (
            end < line.Length
            && !char.IsWhiteSpace(line[end])
            && !",;'\")]".Contains(line[end], StringComparison.Ordinal)
        )
            end++;
        return end;
    }

    private static int Email(string line, int start)
    {
        var at = start;
        while (at < line.Length && (IsWord(line[at]) || line[at] is '.' or '+' or '-'))
            at++;
        if (at == start || at >= line.Length - 1 || line[at] != '@')
            return start;
        var end = at + 1;
        var dots = 0;
        while (end < line.Length && (IsWord(line[end]) || line[end] is '-' or '.'))
            dots += line[end++] == '.' ? 1 : 0;
        return dots > 0 && end > at + 2 ? end : start;
    }

    /// <summary>"blk_-1608999687919862906" is a name as a whole.</summary>
    private static int NumberedName(string line, int start)
    {
        var end = start;
        while (end < line.Length && char.IsAsciiLetter(line[end]))
            end++;
        if (end == start || end >= line.Length - 1 || line[end++] != '_')
            return start;
        if (line[end] == '-')
            end++;
        var digits = Digits(line, end);
        return digits >= LeastHexDigits ? Bounded(line, start, end + digits) : start;
    }

    /// <summary>A path, or a run of letters, digits and inner marks that is an address, a time or a number in hexadecimal.</summary>
    private static int Run(string line, int start)
    {
        if (line[start] == '/' && Path(line, start) is var path && path > start)
            return path;
        var end = start;
        while (
            end < line.Length
            && (
                char.IsAsciiLetterOrDigit(line[end]) || line[end] is '.' or ':' or '-' or '_' or '/'
            )
        )
            end++;
        while (end > start && line[end - 1] is '.' or ':' or '-' or '/')
            end--;
        if (end == start)
            return start;
        var run = line.AsSpan(start, end - start);
        if (IsUuid(run) || IsHardwareAddress(run) || IsHostWithPort(run))
            return end;
        if (Address(line, start) is var address && address > start)
            return address;
        if (DateOrTime(line, start) is var moment && moment > start)
            return moment;
        return Hexadecimal(line, start);
    }

    private static int Path(string line, int start)
    {
        if (Address(line, start + 1) is var address && address > start + 1)
            return address;
        var end = start;
        var parts = 0;
        while (end < line.Length && line[end] == '/')
        {
            var part = end + 1;
            while (
                part < line.Length
                && (IsWord(line[part]) || ".-+$%".Contains(line[part], StringComparison.Ordinal))
            )
                part++;
            if (part == end + 1)
                break;
            parts++;
            end = part;
        }
        if (parts < 2)
            return start;
        return end < line.Length && line[end] == '/' ? end + 1 : end;
    }

    private static bool IsUuid(ReadOnlySpan<char> run)
    {
        if (run.Length != 36)
            return false;
        for (var i = 0; i < run.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? run[i] != '-' : !char.IsAsciiHexDigit(run[i]))
                return false;
        }
        return true;
    }

    private static bool IsHardwareAddress(ReadOnlySpan<char> run)
    {
        var groups = 0;
        foreach (var part in run.Split(':'))
        {
            var group = run[part];
            if (group.Length is < 1 or > 2 || group.ContainsAnyExcept(HexDigits))
                return false;
            groups++;
        }
        return groups >= 6;
    }

    /// <summary>host.domain.org:8080</summary>
    private static bool IsHostWithPort(ReadOnlySpan<char> run)
    {
        var colon = run.LastIndexOf(':');
        if (
            colon <= 0
            || colon == run.Length - 1
            || run[(colon + 1)..].ContainsAnyExceptInRange('0', '9')
        )
            return false;
        var host = run[..colon];
        return host.Count('.') >= 2
            && host.IndexOf(':') < 0
            && host.IndexOf('/') < 0
            && char.IsAsciiLetter(host[^1]);
    }

    private static int Address(string line, int start)
    {
        var end = start;
        for (var part = 0; part < 4; part++)
        {
            var digits = Digits(line, end);
            if (digits is < 1 or > 3)
                return start;
            end += digits;
            if (part < 3 && (end >= line.Length || line[end++] != '.'))
                return start;
        }
        if (end < line.Length && line[end] == ':' && Digits(line, end + 1) is var port and > 0)
            end += 1 + port;
        return
            end < line.Length
            && (IsWord(line[end]) || (line[end] == '.' && Digits(line, end + 1) > 0))
            ? start
            : end;
    }

    private static int DateOrTime(string line, int start)
    {
        var first = Digits(line, start);
        if (first is < 1 or > 4)
            return start;
        var mark = start + first < line.Length ? line[start + first] : ' ';
        var second = Digits(line, start + first + 1);
        var end = start + first + 1 + second;
        if (mark is '-' or '/' && second is 1 or 2)
        {
            if (
                end >= line.Length
                || line[end] is not ('-' or '/')
                || Digits(line, end + 1) is not (>= 1 and <= 4 and var third)
            )
                return start;
            return Bounded(line, start, end + 1 + third);
        }
        if (mark != ':' || first > 2 || second != 2)
            return start;
        if (end < line.Length && line[end] == ':' && Digits(line, end + 1) == 2)
            end += 3;
        if (
            end < line.Length
            && line[end] is '.' or ','
            && Digits(line, end + 1) is var part and > 0
        )
            end += 1 + part;
        return Bounded(line, start, end);
    }

    /// <summary>0x…, or six and more hexadecimal digits of which one is a figure.</summary>
    private static int Hexadecimal(string line, int start)
    {
        var hasPrefix = line.AsSpan(start).StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var digits = start + (hasPrefix ? 2 : 0);
        var end = digits;
        var hasFigure = false;
        while (end < line.Length && char.IsAsciiHexDigit(line[end]))
            hasFigure |= char.IsAsciiDigit(line[end++]);
        if (end == digits || (!hasPrefix && (end - digits < LeastHexDigits || !hasFigure)))
            return start;
        return end < line.Length && (IsWord(line[end]) || line[end] == '.') && !hasPrefix
            ? start
            : Bounded(line, start, end);
    }

    /// <summary>A number with its sign and thousands; the unit behind it stays. "core.2275" ends in one, "v1.2" does not.</summary>
    private static int Number(string line, int start, char before)
    {
        var digits = start;
        if (line[start] is '+' or '-' && !IsWord(before) && before != '.')
            digits++;
        if (IsWord(before))
            return start;
        var end = digits + Digits(line, digits);
        if (end == digits)
            return start;
        if (before == '.')
            return end == line.Length || char.IsWhiteSpace(line[end]) ? end : start;
        while (
            end < line.Length - 1
            && line[end] is '.' or ','
            && Digits(line, end + 1) is var more and > 0
        )
            end += 1 + more;
        return end < line.Length && char.IsAsciiLetter(line[end]) && !IsUnit(line, end)
            ? start
            : end;
    }

    private static bool IsUnit(string line, int start)
    {
        foreach (var unit in Units)
        {
            var end = start + unit.Length;
            if (
                line.AsSpan(start).StartsWith(unit, StringComparison.Ordinal)
                && (end == line.Length || !IsWord(line[end]))
            )
                return true;
        }
        return false;
    }

    private static int Bounded(string line, int start, int end) =>
        end == line.Length || !IsWord(line[end]) ? end : start;

    private static int Digits(string line, int start)
    {
        var end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
            end++;
        return end - start;
    }

    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) || character == '_';
}
