using System.Collections.Frozen;
using static Motif.Text.Secrets.BackwardReading;

namespace Motif.Text.Secrets;

/// <summary>What a call says of its literal arguments.</summary>
internal static class SecretCalls
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

    /// <summary>Calls whose first argument is a key.</summary>
    private static readonly FrozenSet<string> Keyed = Words(
        "SymmetricSecurityKey Fernet HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512"
    );

    /// <summary>A value goes through that call as it is.</summary>
    public static bool IsWrapper(string callee) =>
        Wrappers.Contains(LastOf(callee)) && callee != "hmac.new";

    /// <summary>Of an argument behind a literal: that is its name, a flag, or the user of a password.</summary>
    public static NameStrength Behind(string text, Literal before, Literal literal)
    {
        var callee = LastOf(CalleeAround(text, before.Start));
        var content = text[before.From..before.To];
        if (IsFlag(content) || (content is "-u" or "--user" && IsPair(text, literal)))
            return NameStrength.Strong;
        if (
            Setters.Contains(callee) || content.StartsWith("X-", StringComparison.OrdinalIgnoreCase)
        )
            return SecretNames.Of(content);
        // Whatever is called with a secret's name and what is no word sets it.
        var isSet =
            callee.Length > 0
            && SecretNames.Of(content) is NameStrength.Strong
            && content.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.')
            && SecretValues.IsNoWord(text[literal.From..literal.To]);
        return isSet || Credentials.Any(c => callee.Contains(c, StringComparison.Ordinal))
            ? NameStrength.Strong
            : NameStrength.None;
    }

    /// <summary>Of an argument behind a name with which it is compared.</summary>
    public static NameStrength ComparedTo(string text, int comma) =>
        CalleeAround(text, comma) switch
        {
            "jwt.encode" or "jwt.decode" => NameStrength.Strong,
            var callee
                when LastOf(callee)
                    is "Equals"
                        or "equals"
                        or "compare_digest"
                        or "assertEqual"
                        or "AreEqual" => SecretNames.Of(LastOf(NameEndingAt(text, comma))),
            _ => NameStrength.None,
        };

    /// <summary>What is set by a call of that name: <c>.password("…")</c>, <c>set_password("…")</c>, <c>[DefaultValue("…")] string Password</c>.</summary>
    public static NameStrength Called(string text, int open, string callee, Literal literal)
    {
        var last = LastOf(callee);
        if (callee == "hmac.new" || Keyed.Contains(last))
            return NameStrength.Strong;
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

    /// <summary>The name that a call asks for by its first argument: <c>config("SECRET_KEY", default="…")</c>.</summary>
    public static NameStrength NameInCall(string text, int at)
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

    /// <summary><c>user:password</c>.</summary>
    private static bool IsPair(string text, Literal literal) =>
        text.AsSpan(literal.From, literal.To - literal.From).IndexOf(':') > 0;

    private static bool IsFlag(string content) =>
        content.StartsWith("--", StringComparison.Ordinal)
        && SecretNames.Of(content.AsSpan(2)) is NameStrength.Strong;

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
