using System.Globalization;

namespace Motif.Content.Templates;

/// <summary>Links with a protocol, and those without one on a known top-level domain.</summary>
internal static class LinkScanner
{
    private const int LongestLabel = 63;
    private const int LongestSlug = 40;

    private const string CountryDomains =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

    private const string GenericDomains =
        "aero app art asia audio auction audi biz blog careers cat center city cloud club codes coffee com community coop cool cricket dance design dev digital directory edu email energy events exchange expert express fashion finance fit fm foundation fun fund fyi gallery games global gov green group guide guru health help host house info ink institute int international jobs law life link live lol love ltd management market marketing media mil mobi money moscow museum name net network news ngo one online ooo org page partners photo photography photos pizza plus post press pro productions pub report restaurant review reviews rocks run sale school science services shop show singles site social software solutions space store studio style support systems team tech technology tel tips today tokyo tools top tours town training travel university vip vision voyage watch website wiki win work works world xxx xyz zone";

    private static readonly HashSet<string> Known = new(
        (CountryDomains + " " + GenericDomains).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static PostEntity? At(string text, int start)
    {
        if (!char.IsAsciiLetterOrDigit(text[start]) || (start > 0 && !MayPrecede(text[start - 1])))
            return null;
        var protocol = Protocol(text, start);
        var domainStart = start + protocol;
        var domainEnd = DomainEnd(text, domainStart, allowsForeign: protocol > 0);
        if (domainEnd < 0)
            return null;
        var end = PortEnd(text, domainEnd);
        end = IsShortened(text.AsSpan(domainStart, domainEnd - domainStart))
            ? ShortenedEnd(text, end)
            : PathEnd(text, end);
        if (end < 0)
            return null;
        return new PostEntity(EntityKind.Link, start, end - start);
    }

    /// <summary>Where a domain with a known end ends, or −1.</summary>
    public static int DomainEnd(string text, int start, bool allowsForeign = false)
    {
        var end = start;
        var best = -1;
        var hasUnderscore = false;
        while (true)
        {
            var label = end;
            while (end < text.Length && IsLabel(text[end], allowsForeign))
                end++;
            if (end == label || end - label > LongestLabel || !IsWhole(text, label, end))
                break;
            if (label > start && !hasUnderscore && TopLevelEnd(text, label, end) is var top and > 0)
                best = top;
            hasUnderscore = text.AsSpan(label, end - label).Contains('_');
            if (end >= text.Length - 1 || text[end] != '.')
                break;
            end++;
        }
        return best;
    }

    /// <summary>The known top-level domain that the label is, or begins with before a letter of another script.</summary>
    private static int TopLevelEnd(string text, int label, int end)
    {
        var ascii = label;
        while (ascii < end && (char.IsAsciiLetterOrDigit(text[ascii]) || text[ascii] is '-' or '_'))
            ascii++;
        return
            KnownSpans.Contains(text.AsSpan(label, ascii - label))
            && (ascii == text.Length || text[ascii] is not ('@' or '＠'))
            ? ascii
            : -1;
    }

    private static bool IsLabel(char character, bool allowsForeign) =>
        char.IsAsciiLetterOrDigit(character)
        || character is '-' or '_'
        || (allowsForeign && character > '\u007F' && IsForeignLabel(character));

    private static bool IsForeignLabel(char character) =>
        char.IsSurrogate(character)
        || char.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Format
                or UnicodeCategory.Control
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
            );

    private static bool MayPrecede(char before) =>
        !char.IsAsciiLetterOrDigit(before)
        && before is not ('@' or '＠' or '$' or '#' or '＃' or '-' or '_' or '.' or '/')
        && before is not (>= '\u202A' and <= '\u202E')
        && !(before is >= '\u00C0' and <= '\u024F' && char.IsLetter(before));

    private static int Protocol(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return 8;
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
    }

    /// <summary>No label begins or ends with a mark; an internationalised one is written in ASCII.</summary>
    private static bool IsWhole(string text, int start, int end)
    {
        var label = text.AsSpan(start, end - start);
        return label[0] is not ('-' or '_')
            && label[^1] is not ('-' or '_')
            && !(
                label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
                && label.ContainsAnyExceptInRange('\0', '\u007F')
            );
    }

    private static bool IsShortened(ReadOnlySpan<char> domain) =>
        domain.Equals("t.co", StringComparison.OrdinalIgnoreCase);

    /// <summary>A shortened link ends with its letters and digits; too many of them are no such link (−1).</summary>
    private static int ShortenedEnd(string text, int start)
    {
        if (start >= text.Length || text[start] != '/')
            return start;
        var end = start + 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end - start - 1 > LongestSlug)
            return -1;
        return end < text.Length && text[end] == '?' ? PathEnd(text, end) : end;
    }

    private static int PortEnd(string text, int end)
    {
        if (end >= text.Length - 1 || text[end] != ':' || !char.IsAsciiDigit(text[end + 1]))
            return end;
        end++;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end;
    }

    private static int PathEnd(string text, int start)
    {
        if (start >= text.Length || text[start] is not ('/' or '?' or '#'))
            return start;
        if (text[start] == '#')
            return start;
        var end = start;
        var best = start;
        var open = 0;
        var inQuery = false;
        while (end < text.Length && IsPath(text[end], inQuery))
        {
            var character = text[end++];
            inQuery |= character == '?';
            if (character == '(')
                open++;
            else if (character == ')' && --open < 0)
                break;
            if (open == 0 && MayEnd(character))
                best = end;
        }
        return best;
    }

    private static bool IsPath(char character, bool inQuery) =>
        char.IsAsciiLetterOrDigit(character)
        || "!*';:=+,.$/%#[]-_~@|&()".Contains(character, StringComparison.Ordinal)
        || character is '?' or '–'
        || (!inQuery && character is >= '\u00C0' and <= '\u04FF' && char.IsLetter(character));

    private static bool MayEnd(char character) =>
        char.IsAsciiLetterOrDigit(character)
        || character is '=' or '_' or '#' or '/' or '+' or '-' or '&' or ')'
        || (character > '\u007F' && char.IsLetter(character));
}
