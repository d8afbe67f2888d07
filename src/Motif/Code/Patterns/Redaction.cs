using System.Text.RegularExpressions;

namespace Motif.Code.Patterns;

/// <summary>
/// Takes secrets out of source text before it is stored: known forms of keys and tokens, private keys, passwords in
/// addresses, long random-looking literals, and whatever is assigned to a name that says it is secret.
/// </summary>
internal static partial class Redaction
{
    private const string Replacement = "[redacted]";

    /// <summary>Base64 of random bytes has 5 to 6 bits a character, hex 4; words and paths stay below 4 (Meli et al., NDSS 2019).</summary>
    private const double MinHexBits = 3.0;

    private const double MinBase64Bits = 4.3;

    public static string Apply(string source)
    {
        source = PrivateKey().Replace(source, Replacement);
        source = KnownToken().Replace(source, Replacement);
        source = Credentials().Replace(source, m => $"{m.Groups["address"].Value}{Replacement}@");
        source = Assigned()
            .Replace(source, m => m.Groups["name"].Value + Replacement + m.Groups["quote"].Value);
        source = Fallback()
            .Replace(source, m => m.Groups["name"].Value + Replacement + m.Groups["quote"].Value);
        source = Setting().Replace(source, m => m.Groups["name"].Value + Replacement);
        source = Header().Replace(source, m => m.Groups["name"].Value + Replacement);
        return Opaque().Replace(source, m => IsRandom(m.Value) ? Replacement : m.Value);
    }

    /// <summary>Shannon entropy per character over the literal's own alphabet.</summary>
    private static bool IsRandom(string text)
    {
        var isHex = text.All(char.IsAsciiHexDigit);
        if (
            !isHex
            && !(
                text.Any(char.IsAsciiDigit)
                && text.Any(char.IsAsciiLetterUpper)
                && text.Any(char.IsAsciiLetterLower)
            )
        )
            return false;
        double bits = 0;
        foreach (var group in text.GroupBy(c => c))
        {
            var share = (double)group.Count() / text.Length;
            bits -= share * Math.Log2(share);
        }
        return bits >= (isHex ? MinHexBits : MinBase64Bits);
    }

    // They see at most the few thousand characters of an exemplar.
#pragma warning disable MA0009
    [GeneratedRegex(
        "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex PrivateKey();

    [GeneratedRegex(
        @"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[opsur]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{22,}|\bxox[abprs]-[\w-]{10,}|\bsk-[A-Za-z0-9_-]{20,}|\bAIza[\w-]{35}|\bglpat-[\w-]{20,}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}|\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|\bnpm_[A-Za-z0-9]{36}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex KnownToken();

    [GeneratedRegex(
        @"(?<address>\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@""']{1,100}:)[^\s@/""'{}]{1,200}@",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Credentials();

    /// <summary>A literal given to a name such as <c>api_key</c>, <c>Password=</c>, <c>"secret":</c>.</summary>
    [GeneratedRegex(
        @"(?<name>(?:pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|access_?key|private_?key|auth_?key|credential)s?[""']?\s*(?::\s*\w+\s*)?(?:=>|[:=])\s*@?[rRbBuU]?(?<quote>""""""|'''|[""']))(?:(?!\k<quote>)[^\r\n\\{}]|\\.){4,}\k<quote>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Assigned();

    /// <summary>What stands in for a variable that is not set: <c>get("DB_PASSWORD", "…")</c>.</summary>
    [GeneratedRegex(
        @"(?<name>[""'][A-Z0-9_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY)[A-Z0-9_]*[""']\s*,\s*(?<quote>[""']))(?:(?!\k<quote>)[^\r\n\\{}]|\\.){4,}\k<quote>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Fallback();

    /// <summary>A part of a connection string or of a query: <c>;Password=…;</c>, <c>?token=…&amp;</c>.</summary>
    [GeneratedRegex(
        @"(?<name>[?&;""'](?:password|passwd|pwd|secret|token|api_?key|access_?key|accountkey|sharedaccesskey)\s?=\s?)[^;&""'\s{}<>]{4,}(?=[;&""'])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"(?<name>\b(?:Bearer|Basic) )(?=[A-Za-z._~+/-]*[0-9=])[A-Za-z0-9._~+/=-]{12,}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"(?<=[""'])[A-Za-z0-9+/_=-]{24,}(?=[""'])", RegexOptions.CultureInvariant)]
    private static partial Regex Opaque();
#pragma warning restore MA0009
}
