using System.Buffers;

namespace Motif.Text.Secrets;

/// <summary>Keys and tokens that say by their form what they are, wherever they stand.</summary>
internal static class SecretTokens
{
    /// <summary>How a service's tokens begin, and how many characters of an alphabet follow at least.</summary>
    private readonly record struct Form(string Prefix, int MinLength, Alphabet Alphabet);

    private enum Alphabet
    {
        Hex,
        UpperAlphanumeric,
        Alphanumeric,
        Word,
        Dotted,
    }

    private static readonly Form[] Forms =
    [
        .. Of(Alphabet.UpperAlphanumeric, 12, "AKIA ASIA ABIA ACCA AROA AIDA AGPA ANPA"),
        .. Of(
            Alphabet.Alphanumeric,
            16,
            "ghp_ gho_ ghu_ ghs_ ghr_ npm_ hf_ sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ whsec_ shpat_ shpss_"
        ),
        .. Of(
            Alphabet.Alphanumeric,
            16,
            "shpca_ shppa_ dckr_pat_ rubygems_ gsk_ r8_ PMAK- NRAK- lin_api_ ntn_ pscale_tkn_ pscale_pw_ sbp_ fo1_ xai- pplx-"
        ),
        .. Of(
            Alphabet.Word,
            16,
            "github_pat_ glpat- gldt- glrt- glptt- glcbt- glsoat- AIza GOCSPX- pypi- sk-ant- sk-proj- sk-or- sk-svcacct- ATATT3x ATCTT3x hvs. hvb. dp.pt. dp.st."
        ),
        .. Of(
            Alphabet.Word,
            10,
            "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe. xapp- EAACEdEose0cBA sq0atp- sq0csp- sq0idp- figd_"
        ),
        .. Of(Alphabet.Word, 20, "sk- ya29. 1// EAAA"),
        .. Of(Alphabet.Hex, 32, "dop_v1_ doo_v1_ dor_v1_ dapi key- AC SK xkeysib- sntrys_"),
        .. Of(Alphabet.UpperAlphanumeric, 40, "AGE-SECRET-KEY-1"),
        .. Of(Alphabet.Dotted, 20, "SG. eyJ FlyV1_ atlasv1. sntryu_ glsa_"),
        .. Of(Alphabet.Dotted, 30, "$2a$ $2b$ $2y$"),
    ];

    private static readonly SearchValues<string> Prefixes = SearchValues.Create(
        [.. Forms.Select(f => f.Prefix)],
        StringComparison.Ordinal
    );

    public static void Find(string text, SpanList found)
    {
        for (var at = 0; at < text.Length; )
        {
            var next = text.AsSpan(at).IndexOfAny(Prefixes);
            if (next < 0)
                break;
            at += next;
            var end = IsWordStart(text, at) ? EndOf(text, at) : at;
            found.Add(at, end);
            at = Math.Max(end, at + 1);
        }
        FindBots(text, found);
    }

    private static IEnumerable<Form> Of(Alphabet alphabet, int minLength, string prefixes) =>
        prefixes.Split(' ').Select(p => new Form(p, minLength, alphabet));

    private static bool IsWordStart(string text, int at) =>
        at == 0
        || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-')
        || IsEscape(text, at);

    /// <summary>The letter before is that of <c>\n</c>.</summary>
    private static bool IsEscape(string text, int at) =>
        at >= 2 && text[at - 2] == '\\' && text[at - 1] is 'n' or 'r' or 't';

    /// <summary>Behind the longest form that fits here; where it begins when none does.</summary>
    private static int EndOf(string text, int at)
    {
        var end = at;
        foreach (var form in Forms)
        {
            if (string.CompareOrdinal(text, at, form.Prefix, 0, form.Prefix.Length) != 0)
                continue;
            var from = at + form.Prefix.Length;
            var to = from;
            while (to < text.Length && IsIn(form.Alphabet, text[to]))
                to++;
            if (to - from >= form.MinLength && IsRandom(text.AsSpan(at, to - at), form))
                end = Math.Max(end, to);
        }
        return end;
    }

    /// <summary>A name may begin like a token: <c>sk-learn-contrib-project</c>. A token has digits, or capitals among small letters.</summary>
    private static bool IsRandom(ReadOnlySpan<char> token, Form form)
    {
        var rest = token[form.Prefix.Length..];
        if (form.Alphabet is Alphabet.UpperAlphanumeric)
            return true;
        if (form.Prefix == "eyJ" && rest.Count('.') is 0 or > 4)
            return false;
        var hasDigit = rest.ContainsAnyInRange('0', '9');
        var isMixed = rest.ContainsAnyInRange('A', 'Z') && rest.ContainsAnyInRange('a', 'z');
        return hasDigit
            || (isMixed && !rest.ContainsAny('_', '-', '.'))
            || (form.Prefix[^1] == '_' && !rest.Contains('_'));
    }

    /// <summary>Telegram's <c>123456789:AA…</c>.</summary>
    private static void FindBots(string text, SpanList found)
    {
        for (
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            colon >= 0;
            colon = text.IndexOf(':', colon + 1)
        )
        {
            var start = colon;
            while (start > 0 && char.IsAsciiDigit(text[start - 1]) && colon - start < 11)
                start--;
            var end = colon + 1;
            while (end < text.Length && IsIn(Alphabet.Word, text[end]) && end - colon <= 40)
                end++;
            if (colon - start is >= 8 and <= 10 && end - colon - 1 is >= 33 and <= 36)
                found.Add(start, end);
        }
    }

    private static bool IsIn(Alphabet alphabet, char c) =>
        alphabet switch
        {
            Alphabet.Hex => char.IsAsciiHexDigit(c),
            Alphabet.UpperAlphanumeric => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c),
            Alphabet.Alphanumeric => char.IsAsciiLetterOrDigit(c),
            Alphabet.Word => char.IsAsciiLetterOrDigit(c) || c is '_' or '-',
            _ => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '+' or '=' or '$',
        };
}
