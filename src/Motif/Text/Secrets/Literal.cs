namespace Motif.Text.Secrets;

/// <summary>A string literal of Python, C# or JSON, by offsets into the text.</summary>
/// <param name="Start">Of its prefix.</param>
/// <param name="From">Of its content.</param>
/// <param name="To">Behind its content.</param>
/// <param name="End">Behind its last quote.</param>
/// <param name="HasHoles">Expressions stand in it in braces.</param>
internal readonly record struct Literal(int Start, int From, int To, int End, bool HasHoles)
{
    /// <summary>All literals in order. A quote that is none, such as in a comment, costs the rest of its line.</summary>
    public static List<Literal> In(string text)
    {
        var literals = new List<Literal>();
        for (var at = 0; (at = NextQuote(text, at)) >= 0; at = literals[^1].End)
            literals.Add(At(text, at));
        return literals;
    }

    private static int NextQuote(string text, int from)
    {
        while (from < text.Length)
        {
            var next = text.AsSpan(from).IndexOfAny('"', '\'');
            if (next < 0)
                return -1;
            from += next;
            // An apostrophe inside a word is none.
            if (text[from] == '"' || from == 0 || !IsWordBefore(text, from))
                return from;
            from++;
        }
        return -1;
    }

    /// <summary>A letter stands before the quote that is no prefix of a literal.</summary>
    private static bool IsWordBefore(string text, int quote)
    {
        if (!char.IsLetterOrDigit(text[quote - 1]))
            return false;
        var start = PrefixOf(text, quote);
        return start == quote;
    }

    private static int PrefixOf(string text, int quote)
    {
        var start = quote;
        while (
            start > 0
            && quote - start < 3
            && "rRbBuUfFtT@$".Contains(text[start - 1], StringComparison.Ordinal)
        )
            start--;
        return start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_')
            ? quote
            : start;
    }

    private static Literal At(string text, int quote)
    {
        var start = PrefixOf(text, quote);
        var prefix = text.AsSpan(start, quote - start);
        var hasHoles = prefix.IndexOfAny("fFtT$") >= 0;
        var mark = text[quote];
        var run = 1;
        while (quote + run < text.Length && text[quote + run] == mark)
            run++;
        if (run == 2 || run == 6)
            return new(start, quote + (run / 2), quote + (run / 2), quote + run, hasHoles);
        if (run >= 3)
            return Long(text, start, quote, run, hasHoles);
        var isVerbatim = prefix.Contains('@');
        var at = quote + 1;
        while (at < text.Length && (isVerbatim || text[at] is not ('\n' or '\r')))
        {
            var isDoubled = isVerbatim && at + 1 < text.Length && text[at + 1] == mark;
            if (text[at] == mark && !isDoubled)
                break;
            at += text[at] == mark || (text[at] == '\\' && !isVerbatim) ? 2 : 1;
        }
        at = Math.Min(at, text.Length);
        return new(start, quote + 1, at, Math.Min(at + 1, text.Length), hasHoles);
    }

    private static Literal Long(string text, int start, int quote, int run, bool hasHoles)
    {
        var from = quote + run;
        var end = text.AsSpan(from).IndexOf(text.AsSpan(quote, run));
        var to = end < 0 ? text.Length : from + end;
        return new(start, from, to, Math.Min(to + run, text.Length), hasHoles);
    }
}
