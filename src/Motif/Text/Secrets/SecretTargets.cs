using static Motif.Text.Secrets.BackwardReading;

namespace Motif.Text.Secrets;

/// <summary>What a literal is assigned to, returned as or compared with.</summary>
internal static class SecretTargets
{
    public static NameStrength Assigned(
        string text,
        int sign,
        IReadOnlyList<Literal> literals,
        int index,
        bool isContained
    )
    {
        var at = sign;
        while (at > 0 && text[at - 1] is '=' or '!' or ':' or '+' or '|' or '?' or '~' or '=')
            at--;
        at = SkipBlanks(text, at);
        if (at == 0)
            return NameStrength.None;
        var name = LastOf(NameEndingAt(text, at));
        if (
            isContained && name is "auth" or "basic_auth" or "http_auth" or "credentials" or "creds"
        )
            return NameStrength.Strong;
        var strength = NamedAt(text, at, literals, index);
        if (strength is not NameStrength.None)
            return strength;
        if (
            name.ToLowerInvariant()
            is "default"
                or "fallback"
                or "defaultvalue"
                or "default_value"
                or "initial"
                or "value"
        )
            return SecretCalls.NameInCall(text, at - name.Length);
        // Behind an annotation: name: str = "…", name: Optional[str] = "…".
        var line = text.AsSpan(0, at);
        var begin = Math.Max(line.LastIndexOfAny('\n', ',', '(') + 1, 0);
        line = line[begin..];
        var colon = line.IndexOf(':');
        return colon > 0 && text[sign] == '='
            ? SecretNames.Of(line[..colon].Trim())
            : NameStrength.None;
    }

    public static NameStrength AfterWord(string text, int at)
    {
        var word = NameEndingAt(text, at);
        if (word is "or" or "else")
            return InStatement(text, at - word.Length);
        if (word is "in" or "is" or "not")
            return SecretNames.Of(LastOf(NameEndingAt(text, SkipBlanks(text, at - word.Length))));
        return word is "return" or "yield" ? Returned(text, at - word.Length) : NameStrength.None;
    }

    /// <summary><c>"…" == password</c>.</summary>
    public static NameStrength ComparedBehind(string text, int from)
    {
        var rest = text.AsSpan(from, Math.Min(120, text.Length - from)).TrimStart();
        if (!rest.StartsWith("==") && !rest.StartsWith("!="))
            return NameStrength.None;
        rest = rest.TrimStart("=!").TrimStart();
        var end = 0;
        while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] is '_' or '.'))
            end++;
        return SecretNames.Of(LastOf(rest[..end].ToString()));
    }

    /// <summary>The name that ends at an offset: an identifier, a literal key, a subscript, a property with accessors.</summary>
    private static NameStrength NamedAt(
        string text,
        int at,
        IReadOnlyList<Literal> literals,
        int index
    )
    {
        switch (text[at - 1])
        {
            case '"' or '\'':
                return index > 0 && literals[index - 1].End == at
                    ? SecretNames.Of(
                        text.AsSpan(
                            literals[index - 1].From,
                            literals[index - 1].To - literals[index - 1].From
                        )
                    )
                    : NameStrength.None;
            case ']':
                var key = index > 0 ? literals[index - 1] : default;
                return index > 0 && key.End >= at - 3 && key.End < at
                    ? SecretNames.Of(text.AsSpan(key.From, key.To - key.From))
                    : SecretNames.Of(
                        LastOf(NameEndingAt(text, Math.Max(0, LastIndexOf(text, '[', at))))
                    );
            case '}' or ')':
                var open = LastIndexOf(text, text[at - 1] == '}' ? '{' : '(', at);
                return open <= 0
                    ? NameStrength.None
                    : SecretNames.Of(LastOf(NameEndingAt(text, SkipBlanks(text, open))));
            default:
                return SecretNames.Of(LastOf(NameEndingAt(text, at)));
        }
    }

    /// <summary>What is returned is called as the function is: <c>def password(self):</c>, <c>string GetPassword() {</c>.</summary>
    private static NameStrength Returned(string text, int at)
    {
        var from = Math.Max(0, at - MaxLookBack);
        var room = text.AsSpan(from, at - from);
        var head = room.LastIndexOf("def ");
        if (head >= 0 && room[head..].IndexOf('(') is > 0 and var open)
            return SecretNames.Of(room[(head + 4)..(head + open)]);
        var body = room.LastIndexOf('{');
        var close = body < 0 ? -1 : room[..body].LastIndexOf(')');
        var parameters = close < 0 ? -1 : room[..close].LastIndexOf('(');
        return parameters < 0
            ? NameStrength.None
            : SecretNames.Of(LastOf(NameEndingAt(text, from + parameters)));
    }
}
