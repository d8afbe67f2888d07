namespace Motif.Text.Secrets;

/// <summary>Reads source text from an offset back: names, blanks, brackets, operands. Looks no further than a few lines.</summary>
internal static class BackwardReading
{
    /// <summary>How far back a bracket or the head of a function is looked for.</summary>
    public const int MaxLookBack = 400;

    /// <summary>The dotted name, generic arguments apart, that ends at an offset; empty where none does.</summary>
    public static string NameEndingAt(string text, int end)
    {
        var start = end;
        while (
            start > 0
            && end - start < 200
            && (
                char.IsLetterOrDigit(text[start - 1])
                || text[start - 1] is '_' or '.' or '-'
                    && start > 1
                    && char.IsLetterOrDigit(text[start - 2])
                    && text[start - 1] == '.'
                || text[start - 1] == '_'
            )
        )
            start--;
        return text[start..end].TrimStart('.');
    }

    public static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    public static int SkipBlanks(string text, int at)
    {
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '\\'))
            at--;
        return at;
    }

    public static int LastIndexOf(string text, char bracket, int before)
    {
        var from = Math.Max(0, before - MaxLookBack);
        var at = text.AsSpan(from, before - from).LastIndexOf(bracket);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>The strongest name of the statement so far.</summary>
    public static NameStrength InStatement(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] is not ('\n' or ';' or '{') && at - start < 200)
            start--;
        var strength = NameStrength.None;
        for (var i = start; i < at; i++)
        {
            var end = i;
            while (end < at && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            if (end > i && SecretNames.Of(text.AsSpan(i, end - i)) is var found && found > strength)
                strength = found;
            i = Math.Max(i, end);
        }
        return strength;
    }

    /// <summary>Before an operand that stands in front of + or %: a literal is left to the caller, a name or a call is passed.</summary>
    public static int BeforeOperand(string text, int at, Literal? before)
    {
        if (at == 0 || before is { } literal && literal.End == at)
            return at;
        if (text[at - 1] == ')')
        {
            at = Math.Max(0, LastIndexOf(text, '(', at));
        }
        at -= NameEndingAt(text, at).Length;
        at = SkipBlanks(text, at);
        return at > 0 && text[at - 1] == '+' ? at - 1 : at;
    }

    /// <summary>Where an expression begins whose last part is a method: <c>"".join(</c>, <c>a.b.encode(</c>.</summary>
    public static int StartOfCallee(string text, int at)
    {
        if (at > 0 && text[at - 1] == '.')
            at--;
        var start = SkipBlanks(text, at);
        return start >= 3 && text.AsSpan(0, start).EndsWith("new") ? start - 3 : start;
    }
}
