using System.Collections.Frozen;

namespace Motif.Text.Secrets;

/// <summary>Whether a value that stands under a secret's name is one, or a label, a name, a type, a place to be filled in.</summary>
internal static class SecretValues
{
    private const int MinLength = 4;
    private const int MinTelling = 8;

    private static readonly FrozenSet<string> Common = (
        "string str text hidden input none null true false required optional default invalid unknown integer bytes object basic "
        + "bearer digest plain cleartext missing empty undefined utf-8 utf8 ascii latin-1 latin1 utf-16 cp1252 base64 sha256 sha-256 sha1 md5 hs256 rs256 "
        + "name value type test_user username user admin localhost access refresh authorization email login md5_hex never always "
        + "prompt ignore change changed confirm reset session cookie header query body form json"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Files =
        "pem key crt cer txt xml yml pfx p12 der env ini cfg"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsSecret(string value, bool hasHoles, NameStrength name)
    {
        var text = WithoutHoles(value, hasHoles).Trim();
        if (text.StartsWith("\\x", StringComparison.Ordinal) && text.Length <= 8)
            return false;
        if (text.Length < MinLength || text.Length > 4000 || IsPlaceholder(text))
            return false;
        if (Common.Contains(text.ToLowerInvariant()) || SecretNames.IsName(text))
            return false;
        if (IsLabel(text) || IsPathOrMember(text))
            return false;
        return name is NameStrength.Strong || IsTelling(text);
    }

    /// <summary>No word of a language: digits among letters, or signs, and nothing that parts words.</summary>
    public static bool IsTelling(string text)
    {
        if (text.Length < MinTelling || text.Any(char.IsWhiteSpace))
            return false;
        var (digits, letters, signs) = (0, 0, 0);
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            signs += char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':' ? 0 : 1;
        }
        return (digits >= 2 && letters >= 3 && signs <= letters)
            || (letters + digits >= 6 && signs is 1 or 2 && digits > 0);
    }

    /// <summary>Has a digit or a sign among its letters, as a word of prose has not.</summary>
    public static bool IsNoWord(string text) =>
        text.Length >= MinLength
        && !text.Any(char.IsWhiteSpace)
        && text.Any(char.IsLetterOrDigit)
        && (
            text.Any(char.IsDigit)
            || text.Any(c => "!@#$^&*+~=".Contains(c, StringComparison.Ordinal))
        )
        && !IsPlaceholder(text);

    public static bool IsPlaceholder(string text) =>
        text[0] is '<' or '{' or '$' or '%' or '['
        || text.Contains("%s", StringComparison.Ordinal)
        || text.Contains("%(", StringComparison.Ordinal)
        || text.Contains("[redacted]", StringComparison.Ordinal)
        || text.All(c => c is '*' or ':' or 'x' or 'X' or '.' or '-' or '_' or '•' or '#');

    private static bool IsLabel(string text)
    {
        var blanks = text.Count(char.IsWhiteSpace);
        if (blanks == 0)
            return text[^1] == ':'
                || (text[^1] == '.' && text.All(c => char.IsLetter(c) || c == '.'));
        return char.IsUpper(text[0]) && !text.Any(char.IsDigit)
            || blanks > 3
            || text[^1] is '.' or ':' or '?' or ','
            || text[0] is '(' or ',' or ':' or '.';
    }

    private static bool IsPathOrMember(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            return true;
        if (text.Length > 4 && text[^4] == '.' && Files.Contains(text[^3..]))
            return true;
        var isWords = text.All(c =>
            char.IsLetter(c) || c is '_' or '.' or '/' or '-' or ':' or '\\'
        );
        return isWords && text.IndexOfAny(['.', '/', '_', ':', '\\']) >= 0;
    }

    private static string WithoutHoles(string value, bool hasHoles)
    {
        var isFormat =
            hasHoles
            || value.Contains("{}", StringComparison.Ordinal)
            || value.Contains("{0", StringComparison.Ordinal);
        if (!isFormat)
            return value;
        var kept = new System.Text.StringBuilder(value.Length);
        var depth = 0;
        foreach (var c in value)
        {
            depth += c == '{' ? 1 : 0;
            if (depth == 0)
                kept.Append(c);
            depth -= c == '}' && depth > 0 ? 1 : 0;
        }
        return kept.ToString();
    }
}
