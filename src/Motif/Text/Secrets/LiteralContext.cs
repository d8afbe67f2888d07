using System.Collections.Frozen;

namespace Motif.Text.Secrets;

/// <summary>Under which name a literal stands, read backwards from it: what it is assigned to, compared with, handed over as.</summary>
/// <param name="Strength">How secret that is; <see cref="NameStrength.None"/> where no secret's name is near.</param>
/// <param name="IsContained">A bracket was passed: the elements behind it are under the same name.</param>
internal readonly record struct LiteralContext(NameStrength Strength, bool IsContained)
{
    /// <summary>Calls through which a value goes as it is.</summary>
    private static readonly FrozenSet<string> Wrappers = Words(
        "str bytes bytearray SecretStr SecretBytes Secret SecureString b64decode urlsafe_b64decode unhexlify fromhex FromBase64String "
            + "GetBytes join format encode decode strip quote quote_plus dedent Concat Join Format mark_safe Field String new "
            + "Lazy Some tuple list"
    );

    /// <summary>Calls whose arguments are a name and its value.</summary>
    private static readonly FrozenSet<string> Setters = Words(
        "getenv get getEnv setdefault setattr set put add Add append header add_header AddHeader SetHeader pop env config str "
            + "SetEnvironmentVariable putenv setenv setProperty getProperty GetValue getOrDefault KeyValuePair UseSetting TryAdd "
            + "GetValueOrDefault add_argument option Option Set Append AppendHeader set_header putheader setEnv DefaultRequestHeaders "
            + "AddWithValue field TryAddWithoutValidation ValueTuple Claim"
    );

    /// <summary>Calls that take a user and a password.</summary>
    private static readonly string[] Credentials =
    [
        "BasicAuth",
        "Credential",
        "basic_auth",
        "DigestAuth",
        "login",
        "Login",
        "authenticate",
    ];

    /// <summary>How far back a bracket or the head of a function is looked for.</summary>
    private const int MaxLookBack = 400;

    private static readonly LiteralContext Nothing = new(NameStrength.None, false);

    private LiteralContext In(bool isContained) =>
        this with
        {
            IsContained = IsContained || isContained,
        };

    /// <summary>Of every literal, in order.</summary>
    public static LiteralContext[] Of(string text, IReadOnlyList<Literal> literals)
    {
        var contexts = new LiteralContext[literals.Count];
        for (var i = 0; i < contexts.Length; i++)
        {
            contexts[i] = Before(text, literals, contexts, i);
            if (contexts[i].Strength is NameStrength.None)
                contexts[i] = contexts[i] with { Strength = ComparedBehind(text, literals[i].End) };
        }
        return contexts;
    }

    private static LiteralContext Before(
        string text,
        IReadOnlyList<Literal> literals,
        LiteralContext[] contexts,
        int index
    )
    {
        var isContained = false;
        var at = literals[index].Start;
        for (var steps = 0; steps < 12; steps++)
        {
            at = SkipBlanks(text, at);
            if (at == 0)
                return Nothing;
            if (index > 0 && literals[index - 1].End == at)
                return contexts[index - 1].In(isContained);
            switch (text[at - 1])
            {
                case '(':
                    var callee = NameEndingAt(text, at - 1);
                    if (callee.Length == 0)
                    {
                        (at, isContained) = (at - 1, true);
                        continue;
                    }
                    if (!Wrappers.Contains(LastOf(callee)))
                        return new(Called(text, at - 1, callee, literals[index]), false);
                    (at, isContained) = (StartOfCallee(text, at - 1 - callee.Length), true);
                    continue;
                case '[' when NameEndingAt(text, at - 1).Length == 0:
                case '{' when NameEndingAt(text, at - 1).Length == 0:
                    (at, isContained) = (at - 1, true);
                    continue;
                case ',':
                    return AfterComma(text, literals, contexts, index, SkipBlanks(text, at - 1));
                case '+' or '%' when at > 1 && text[at - 2] != text[at - 1]:
                    at = BeforeOperand(
                        text,
                        SkipBlanks(text, at - 1),
                        index > 0 ? literals[index - 1] : null
                    );
                    continue;
                case '=' or '>' or ':':
                    return new(Assigned(text, at - 1, literals, index, isContained), isContained);
                case '?' or '|' when at > 1 && text[at - 2] == text[at - 1]:
                    return new(InStatement(text, at - 2), isContained);
                default:
                    return new(AfterWord(text, at), isContained);
            }
        }
        return Nothing;
    }

    private static LiteralContext AfterComma(
        string text,
        IReadOnlyList<Literal> literals,
        LiteralContext[] contexts,
        int index,
        int comma
    )
    {
        if (index == 0 || literals[index - 1].End != comma)
            return new(
                LastOf(CalleeAround(text, comma)) is "Equals" or "equals" or "compare_digest"
                    ? SecretNames.Of(LastOf(NameEndingAt(text, comma)))
                    : NameStrength.None,
                false
            );
        var before = literals[index - 1];
        var callee = CalleeAround(text, before.Start);
        var content = text[before.From..before.To];
        if (IsFlag(content) || (content is "-u" or "--user" && IsPair(text, literals[index])))
            return new(NameStrength.Strong, false);
        if (
            Setters.Contains(LastOf(callee))
            || content.StartsWith("X-", StringComparison.OrdinalIgnoreCase)
        )
            return new(SecretNames.Of(content), false);
        if (Credentials.Any(c => LastOf(callee).Contains(c, StringComparison.Ordinal)))
            return new(NameStrength.Strong, false);
        return contexts[index - 1].IsContained ? contexts[index - 1] : Nothing;
    }

    /// <summary><c>user:password</c>.</summary>
    private static bool IsPair(string text, Literal literal) =>
        text.AsSpan(literal.From, literal.To - literal.From).IndexOf(':') > 0;

    private static bool IsFlag(string content) =>
        content.StartsWith("--", StringComparison.Ordinal)
        && SecretNames.Of(content.AsSpan(2)) is NameStrength.Strong;

    /// <summary>The call in whose arguments an offset stands, as far back as one line or two.</summary>
    private static string CalleeAround(string text, int at)
    {
        var depth = 0;
        for (var i = at - 1; i >= 0 && at - i < 300; i--)
        {
            if (text[i] is ')' or ']' or '}')
                depth++;
            else if (text[i] is '(' or '[' or '{' && depth-- == 0)
                return text[i] == '(' ? NameEndingAt(text, i) : "";
        }
        return "";
    }

    /// <summary>What is set by a call of that name: <c>.password("…")</c>, <c>set_password("…")</c>, <c>[DefaultValue("…")] string Password</c>.</summary>
    private static NameStrength Called(string text, int open, string callee, Literal literal)
    {
        var last = LastOf(callee);
        if (last is "DefaultValue" or "Default")
            return SecretNames.Of(DeclaredBehind(text, literal.End));
        if (
            last is "Equals" or "compare_digest" or "equals" or "startswith" or "endswith"
            && callee.Length > last.Length
        )
            return SecretNames.Of(LastOf(callee[..^(last.Length + 1)]));
        if (
            last is "b64encode"
            && text[literal.From..literal.To].Contains(':', StringComparison.Ordinal)
        )
            return NameStrength.Strong;
        foreach (var verb in (string[])["set_", "with_", "use_", "Set", "With", "Use", "Add"])
        {
            if (
                last.StartsWith(verb, StringComparison.Ordinal)
                && last.Length > verb.Length
                && (verb[^1] == '_' || char.IsUpper(last[verb.Length]))
            )
                return SecretNames.Of(last.AsSpan(verb.Length)) is NameStrength.Strong
                    ? NameStrength.Strong
                    : NameStrength.None;
        }
        var isMember = callee.Length > last.Length && !last.Contains('_', StringComparison.Ordinal);
        return isMember && SecretNames.Of(last) is NameStrength.Strong && text[open] == '('
            ? NameStrength.Strong
            : NameStrength.None;
    }

    /// <summary>The last name of the declaration that an attribute stands before.</summary>
    private static ReadOnlySpan<char> DeclaredBehind(string text, int from)
    {
        var room = text.AsSpan(from, Math.Min(200, text.Length - from));
        var bracket = room.IndexOf(']');
        if (bracket < 0)
            return [];
        room = room[(bracket + 1)..];
        var end = room.IndexOfAny("{=;");
        if (end < 0)
            return [];
        room = room[..end].TrimEnd();
        return room[(room.LastIndexOfAny(" \t\n") + 1)..];
    }

    private static NameStrength Assigned(
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
            name
            is "default"
                or "fallback"
                or "defaultValue"
                or "default_value"
                or "initial"
                or "value"
        )
            return NameInCall(text, at - name.Length);
        // Behind an annotation: name: str = "…", name: Optional[str] = "…".
        var line = text.AsSpan(0, at);
        var begin = Math.Max(line.LastIndexOfAny('\n', ',', '(') + 1, 0);
        line = line[begin..];
        var colon = line.IndexOf(':');
        return colon > 0 && text[sign] == '='
            ? SecretNames.Of(line[..colon].Trim())
            : NameStrength.None;
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

    /// <summary>The name that a call asks for by its first argument: <c>config("SECRET_KEY", default="…")</c>.</summary>
    private static NameStrength NameInCall(string text, int at)
    {
        var open = LastIndexOf(text, '(', at);
        if (open < 0)
            return NameStrength.None;
        var first = text.AsSpan(open + 1, at - open - 1);
        var comma = first.IndexOf(',');
        if (comma >= 0)
            first = first[..comma];
        return SecretNames.Of(first.Trim().Trim("\"'-"));
    }

    private static NameStrength AfterWord(string text, int at)
    {
        var word = NameEndingAt(text, at);
        if (word is "or" or "else")
            return InStatement(text, at - word.Length);
        if (word is "in" or "is" or "not")
            return SecretNames.Of(LastOf(NameEndingAt(text, SkipBlanks(text, at - word.Length))));
        return word is "return" or "yield" ? Returned(text, at - word.Length) : NameStrength.None;
    }

    /// <summary>The strongest name of the statement so far.</summary>
    private static NameStrength InStatement(string text, int at)
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

    /// <summary>What is returned is called as the function is.</summary>
    private static NameStrength Returned(string text, int at)
    {
        var from = Math.Max(0, at - MaxLookBack);
        var head = text.AsSpan(from, at - from).LastIndexOf("def ");
        if (head < 0)
            return NameStrength.None;
        head += from;
        var open = text.IndexOf('(', head);
        return open < 0 || open > at
            ? NameStrength.None
            : SecretNames.Of(text.AsSpan(head + 4, open - head - 4));
    }

    /// <summary><c>"…" == password</c>.</summary>
    private static NameStrength ComparedBehind(string text, int from)
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

    /// <summary>Before an operand that stands in front of + or %: a literal is left to the caller, a name or a call is passed.</summary>
    private static int BeforeOperand(string text, int at, Literal? before)
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
    private static int StartOfCallee(string text, int at)
    {
        if (at > 0 && text[at - 1] == '.')
            at--;
        var start = SkipBlanks(text, at);
        return start >= 3 && text.AsSpan(0, start).EndsWith("new") ? start - 3 : start;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '\\'))
            at--;
        return at;
    }

    /// <summary>The dotted name, generic arguments apart, that ends at an offset; empty where none does.</summary>
    private static string NameEndingAt(string text, int end)
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

    private static int LastIndexOf(string text, char bracket, int before)
    {
        var from = Math.Max(0, before - MaxLookBack);
        var at = text.AsSpan(from, before - from).LastIndexOf(bracket);
        return at < 0 ? -1 : from + at;
    }

    private static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
