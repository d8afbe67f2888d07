using System.Text;

namespace Motif.Text.Secrets;

/// <summary>
/// Takes secrets out of source text before it is stored: keys and tokens of known form, private keys, passwords in addresses and
/// settings, whatever stands under a name that says it is secret, and long random-looking literals. Linear in the text's length.
/// </summary>
internal static class Redaction
{
    private const string Replacement = "[redacted]";
    private const int MinRandomLength = 24;

    /// <summary>Base64 of random bytes has 5 to 6 bits a character; words and paths stay below 4 (Meli et al., NDSS 2019).</summary>
    private const double MinBits = 4.3;

    /// <summary>In random Base64 two of three characters differ in kind from the one before; in names made of words one of three.</summary>
    private const double MinTurns = 0.45;

    /// <summary>So many characters that follow one another are an alphabet.</summary>
    private const int MaxAlphabet = 6;

    public static string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new SpanList();
        SecretPassages.Find(text, found);
        var literals = Literal.In(text);
        var contexts = LiteralContext.Of(text, literals);
        for (var i = 0; i < literals.Count; i++)
            FindIn(text, literals[i], contexts[i].Strength, found);
        FindJoined(text, literals, found);
        FindInComments(text, literals, found);
        return found.Replace(text, Replacement);
    }

    private static void FindIn(string text, Literal literal, NameStrength name, SpanList found)
    {
        var content = text[literal.From..literal.To];
        if (
            name is not NameStrength.None && SecretValues.IsSecret(content, literal.HasHoles, name)
            || IsRandom(content)
        )
            found.Add(literal.From, literal.To);
        else
            SecretSettings.Find(text, literal.From, literal.To, literal.HasHoles, found);
    }

    /// <summary>A secret that was cut into literals which the program joins again.</summary>
    private static void FindJoined(string text, List<Literal> literals, SpanList found)
    {
        for (var i = 0; i < literals.Count; )
        {
            var last = i;
            var joined = new StringBuilder().Append(
                text,
                literals[i].From,
                literals[i].To - literals[i].From
            );
            var isList = IsJoinedList(text, literals[i].Start);
            while (
                last + 1 < literals.Count
                && AreJoined(text, literals[last].End, literals[last + 1].Start, isList)
            )
            {
                last++;
                joined.Append(text, literals[last].From, literals[last].To - literals[last].From);
            }
            if (last > i && HoldsSecret(joined.ToString()))
            {
                for (var part = i; part <= last; part++)
                    found.Add(literals[part].From, literals[part].To);
            }
            i = last + 1;
        }
    }

    private static bool HoldsSecret(string text)
    {
        var found = new SpanList();
        SecretPassages.Find(text, found);
        SecretSettings.Find(text, 0, text.Length, hasHoles: false, found);
        return found.Count > 0 || IsRandom(text);
    }

    /// <summary>The literal is the first of a list that is joined.</summary>
    private static bool IsJoinedList(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd().TrimEnd("([{").TrimEnd();
        return before.EndsWith("join", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("concat", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nothing but blanks or one + stands between, in a list one comma.</summary>
    private static bool AreJoined(string text, int end, int start, bool isList)
    {
        var between = text.AsSpan(end, start - end);
        var signs = 0;
        foreach (var c in between)
        {
            if (char.IsWhiteSpace(c) || c == '\\')
                continue;
            if ((c != '+' && !(isList && c == ',')) || ++signs > 1)
                return false;
        }
        return true;
    }

    /// <summary>What is written behind <c>#</c> and <c>//</c>, or in a block of documentation.</summary>
    private static void FindInComments(string text, List<Literal> literals, SpanList found)
    {
        var next = 0;
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            while (next < literals.Count && literals[next].End <= at)
                next++;
            var comment = CommentOf(text, at, end, literals, next);
            if (comment >= 0)
                SecretSettings.Find(text, comment, end, hasHoles: false, found);
            at = end + 1;
        }
    }

    private static int CommentOf(string text, int from, int to, List<Literal> literals, int next)
    {
        for (var at = from; at < to; at++)
        {
            while (next < literals.Count && literals[next].End <= at)
                next++;
            if (next < literals.Count && literals[next].Start <= at)
            {
                at = literals[next].End - 1;
                continue;
            }
            var isFirst = text.AsSpan(from, at - from).IsWhiteSpace();
            if (
                text[at] == '#'
                || (text[at] == '*' && isFirst)
                || (text[at] == '/' && at + 1 < to && text[at + 1] is '/' or '*')
            )
                return at + 1;
        }
        return -1;
    }

    private static bool IsRandom(string text)
    {
        if (text.Length is < MinRandomLength or > 2000)
            return false;
        var (digits, upper, lower) = (0, 0, 0);
        var (turns, run) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            turns += i > 0 && KindOf(c) != KindOf(text[i - 1]) ? 1 : 0;
            run = i > 0 && c == text[i - 1] + 1 ? run + 1 : 0;
            if (run >= MaxAlphabet)
                return false;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '_' or '=' or '-'))
                return false;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            upper += char.IsAsciiLetterUpper(c) ? 1 : 0;
            lower += char.IsAsciiLetterLower(c) ? 1 : 0;
        }
        return digits > 0
            && upper > 0
            && lower > 0
            && turns > text.Length * MinTurns
            && BitsOf(text) >= MinBits;
    }

    private static int KindOf(char c) =>
        char.IsAsciiDigit(c) ? 0
        : char.IsAsciiLetterUpper(c) ? 1
        : char.IsAsciiLetterLower(c) ? 2
        : 3;

    /// <summary>Shannon entropy per character over the literal's own alphabet.</summary>
    private static double BitsOf(string text)
    {
        double bits = 0;
        foreach (var group in text.GroupBy(c => c))
        {
            var share = (double)group.Count() / text.Length;
            bits -= share * Math.Log2(share);
        }
        return bits;
    }
}
