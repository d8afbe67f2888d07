namespace Motif.Code.Scanning;

/// <summary>
/// One line of a <c>.gitignore</c>, with git's meaning (gitignore(5), wildmatch.c): <c>*</c>, <c>?</c> and <c>[…]</c> stay inside a
/// path segment, <c>**</c> spans segments, a slash anywhere but at the end anchors the pattern to the file's folder, a slash at the
/// end means directories alone, <c>!</c> takes back.
/// </summary>
internal sealed class IgnorePattern
{
    private const string AnySegments = "**";

    private readonly string[] _segments;
    private readonly bool _isAnchored;
    private readonly bool _isForDirectories;

    private IgnorePattern(string[] segments, bool isAnchored, bool isForDirectories, bool isNegated)
    {
        _segments = segments;
        _isAnchored = isAnchored;
        _isForDirectories = isForDirectories;
        IsNegated = isNegated;
    }

    /// <summary>What it matches is kept.</summary>
    public bool IsNegated { get; }

    /// <summary>Null for blank lines and comments.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = TrimEnd(line);
        if (text.Length == 0 || text[0] == '#')
            return null;
        var isNegated = text[0] == '!';
        if (isNegated)
            text = text[1..];
        var isForDirectories = text.EndsWith('/');
        if (isForDirectories)
            text = text[..^1];
        var isAnchored = text.Contains('/', StringComparison.Ordinal);
        if (text.StartsWith('/'))
            text = text[1..];
        return text.Length == 0
            ? null
            : new IgnorePattern(text.Split('/'), isAnchored, isForDirectories, isNegated);
    }

    /// <param name="path">Relative to the folder of the pattern's file, with forward slashes.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isDirectory)
    {
        if (_isForDirectories && !isDirectory)
            return false;
        if (!_isAnchored)
            return SegmentMatches(_segments[0], path[(path.LastIndexOf('/') + 1)..]);
        Span<Range> ranges = stackalloc Range[64];
        var count = Split(path, ranges);
        return count > 0 && SegmentsMatch(path, ranges[..count]);
    }

    /// <summary>Trailing blanks do not count unless escaped; nor does a carriage return.</summary>
    private static string TrimEnd(string line)
    {
        var end = line.EndsWith('\r') ? line.Length - 1 : line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
            end--;
        return line[..end];
    }

    /// <summary>Paths deeper than the ranges hold are deeper than any pattern speaks of.</summary>
    private static int Split(ReadOnlySpan<char> path, Span<Range> ranges)
    {
        int count = 0,
            start = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] != '/')
                continue;
            if (count == ranges.Length)
                return 0;
            ranges[count++] = start..i;
            start = i + 1;
        }
        return count;
    }

    /// <summary>Segments as <see cref="SegmentMatches"/> does characters: on a mismatch the last <c>**</c> takes one segment more.</summary>
    private bool SegmentsMatch(ReadOnlySpan<char> path, ReadOnlySpan<Range> parts)
    {
        int pattern = 0,
            part = 0,
            star = -1,
            taken = 0;
        while (part < parts.Length)
        {
            if (pattern < _segments.Length && _segments[pattern] == AnySegments)
            {
                // At the end it stands for everything inside, so for at least one segment.
                if (pattern == _segments.Length - 1)
                    return true;
                (star, taken) = (pattern++, part);
            }
            else if (
                pattern < _segments.Length
                && SegmentMatches(_segments[pattern], path[parts[part]])
            )
            {
                (pattern, part) = (pattern + 1, part + 1);
            }
            else if (star >= 0)
            {
                (pattern, part) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }
        return pattern == _segments.Length;
    }

    /// <summary>Linear scan with one point of return: on a mismatch the last <c>*</c> takes one character more.</summary>
    private static bool SegmentMatches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0,
            read = 0,
            star = -1,
            taken = 0;
        while (read < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, taken) = (at++, read);
            }
            else if (at < pattern.Length && One(pattern[at..], text[read], out var length))
            {
                (at, read) = (at + length, read + 1);
            }
            else if (star >= 0)
            {
                (at, read) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }
        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }

    /// <summary>Whether the pattern's next element takes the character; how long the element is.</summary>
    private static bool One(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '[':
                return Set(pattern, c, out length);
            case '\\' when pattern.Length > 1:
                length = 2;
                return pattern[1] == c;
            default:
                return pattern[0] == c;
        }
    }

    private static bool Set(ReadOnlySpan<char> pattern, char c, out int length)
    {
        var i = 1;
        var isNegated = i < pattern.Length && pattern[i] is '!' or '^';
        if (isNegated)
            i++;
        var isFound = false;
        for (var first = i; i < pattern.Length; i++)
        {
            if (pattern[i] == ']' && i > first)
            {
                length = i + 1;
                return isFound != isNegated;
            }
            isFound |= Member(pattern, ref i, c);
        }
        // Without its end it is no set; git lets such a pattern match nothing.
        length = 1;
        return false;
    }

    private static bool Member(ReadOnlySpan<char> pattern, ref int i, char c)
    {
        if (pattern[i..].StartsWith("[:", StringComparison.Ordinal))
        {
            var end = pattern[i..].IndexOf(":]", StringComparison.Ordinal);
            if (end > 0)
            {
                var name = pattern[(i + 2)..(i + end)];
                i += end + 1;
                return IsOfClass(name, c);
            }
        }
        if (pattern[i] == '\\' && i + 1 < pattern.Length)
            i++;
        var low = pattern[i];
        if (i + 2 >= pattern.Length || pattern[i + 1] != '-' || pattern[i + 2] == ']')
            return c == low;
        i += 2;
        if (pattern[i] == '\\' && i + 1 < pattern.Length)
            i++;
        return c >= low && c <= pattern[i];
    }

    private static bool IsOfClass(ReadOnlySpan<char> name, char c) =>
        name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit(c),
            "alpha" => char.IsAsciiLetter(c),
            "blank" => c is ' ' or '\t',
            "cntrl" => char.IsControl(c),
            "digit" => char.IsAsciiDigit(c),
            "graph" => c is > ' ' and < '\x7f',
            "lower" => char.IsAsciiLetterLower(c),
            "print" => c is >= ' ' and < '\x7f',
            "punct" => char.IsPunctuation(c) || char.IsSymbol(c),
            "space" => char.IsWhiteSpace(c),
            "upper" => char.IsAsciiLetterUpper(c),
            "xdigit" => char.IsAsciiHexDigit(c),
            _ => false,
        };
}
