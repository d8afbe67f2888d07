using Motif.Decisions.Records;

namespace Motif.Decisions.Intake;

/// <summary>
/// The new words of an e-mail: what is quoted, who was quoted, and signatures are taken out; answers between quoted lines stay.
/// Where it cannot be told, a line stays: words too many cost an automatic answer, words too few could hide what alarms.
/// </summary>
/// <param name="Text">The new words.</param>
public sealed record MailBody(string Text, IReadOnlyList<StrippedPart> Stripped)
{
    /// <summary>A quoted line this long may have been wrapped by a mail program that forgot the sign.</summary>
    private const int WrappedFrom = 60;

    private const int MostSignatureLines = 12;
    private const int MostCloserLines = 8;
    private const int LongestDeviceLine = 90;

    private static readonly string[] Devices =
    [
        "sent from ",
        "sent via ",
        "get outlook for ",
        "gesendet von ",
        "von meinem ",
        "envoyé de ",
        "envoyé depuis ",
        "envoyé à partir de ",
        "enviado desde ",
        "enviado do ",
        "inviato da ",
        "verzonden vanaf ",
        "verstuurd vanaf ",
        "skickat från ",
        "sendt fra ",
        "lähetetty ",
    ];

    private static readonly HashSet<string> Closers = new(StringComparer.Ordinal)
    {
        "regards",
        "best regards",
        "kind regards",
        "kindest regards",
        "warm regards",
        "best",
        "best wishes",
        "many thanks and regards",
        "sincerely",
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "cheers",
        "mit freundlichen grüßen",
        "freundliche grüße",
        "viele grüße",
        "liebe grüße",
        "beste grüße",
        "mfg",
        "vg",
        "lg",
        "cordialement",
        "bien cordialement",
        "bien à vous",
        "saludos",
        "un saludo",
        "saludos cordiales",
        "atentamente",
        "atenciosamente",
        "cordiali saluti",
        "distinti saluti",
        "met vriendelijke groet",
        "med vennlig hilsen",
        "mvh",
        "med vänliga hälsningar",
        "ystävällisin terveisin",
        "с уважением",
        "z poważaniem",
    };

    public static MailBody Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var stripped = new List<StrippedPart>();
        var own = WithoutQuotes(lines, stripped);
        own = WithoutCloser(WithoutRulers(own), stripped);
        return new MailBody(string.Join('\n', own).Trim(), stripped);
    }

    private static List<string> WithoutQuotes(string[] lines, List<StrippedPart> stripped)
    {
        var own = new List<string>();
        var isInCode = false;
        for (var i = 0; i < lines.Length; )
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
                isInCode = !isInCode;
            var quote = isInCode ? 0 : QuoteLength(lines, i);
            var signature = isInCode || quote > 0 ? 0 : SignatureLength(lines, i, own.Count > 0);
            if (quote + signature == 0)
            {
                own.Add(lines[i++]);
                continue;
            }
            var kind = quote > 0 ? StrippedKind.Quote : StrippedKind.Signature;
            stripped.Add(
                new StrippedPart(kind, string.Join('\n', lines[i..(i + quote + signature)]).Trim())
            );
            i += quote + signature;
        }
        return own;
    }

    /// <summary>How many lines from here on are somebody else's.</summary>
    private static int QuoteLength(string[] lines, int at)
    {
        if (MailHeaders.IsQuoted(lines[at]))
            return QuotedRun(lines, at);
        if (MailHeaders.IsOriginal(lines, at) || MailHeaders.IsHeaderBlock(lines, at))
            return lines.Length - at;
        if (MailHeaders.Attribution(lines, at) is not (> 0 and var head))
            return 0;
        var next = at + head;
        while (next < lines.Length && lines[next].Trim().Length == 0)
            next++;
        // Without signs nobody can tell where the quote ends; such programs write the answer above it.
        return next < lines.Length && MailHeaders.IsQuoted(lines[next])
            ? next - at + QuotedRun(lines, next)
            : lines.Length - at;
    }

    private static int QuotedRun(string[] lines, int at)
    {
        var end = at;
        while (end < lines.Length && (MailHeaders.IsQuoted(lines[end]) || IsWrapped(lines, end)))
            end++;
        return end - at;
    }

    private static bool IsWrapped(string[] lines, int at) =>
        lines[at].Trim().Length > 0
        && lines[at - 1].Length >= WrappedFrom
        && at + 1 < lines.Length
        && MailHeaders.IsQuoted(lines[at + 1]);

    /// <summary>How many lines from here on are a signature: up to a quote, or to the end.</summary>
    private static int SignatureLength(string[] lines, int at, bool isBehindWords)
    {
        if (IsDevice(lines[at]))
            return lines.Length - at;
        if (!isBehindWords || !IsRuler(lines[at]))
            return 0;
        var end = at + 1;
        while (end < lines.Length && end - at <= MostSignatureLines && QuoteLength(lines, end) == 0)
            end++;
        return end - at <= MostSignatureLines ? end - at : 0;
    }

    /// <summary>The line that RFC 3676 puts before a signature, and what is used in its place.</summary>
    private static bool IsRuler(string line)
    {
        var text = line.TrimEnd();
        return text is "--" or "__" || (text.Length > 0 && text.All(c => c is '—' or '–' or '―'));
    }

    private static bool IsDevice(string line)
    {
        var text = line.Trim();
        return text.Length <= LongestDeviceLine
            && !text.EndsWith('.')
            && !text.Contains(',', StringComparison.Ordinal)
            && Devices.Any(d => text.StartsWith(d, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Lines of dashes that stood between the words and what was taken out below them.</summary>
    private static List<string> WithoutRulers(List<string> own)
    {
        var end = own.Count;
        while (end > 0 && own[end - 1].Trim().All(c => c is '-' or '_' or '=' or '*' or ' '))
            end--;
        return own[..end];
    }

    /// <summary>"Kind regards" and the few short lines of name and post behind it.</summary>
    private static List<string> WithoutCloser(List<string> own, List<StrippedPart> stripped)
    {
        for (var i = Math.Max(1, own.Count - MostCloserLines); i < own.Count; i++)
        {
            if (!IsCloser(own[i]) && !(i == own.Count - 1 && IsDashedName(own[i])))
                continue;
            stripped.Add(
                new StrippedPart(StrippedKind.Signature, string.Join('\n', own[i..]).Trim())
            );
            return own[..i];
        }
        return own;
    }

    private static bool IsCloser(string line) =>
        Closers.Contains(
            string.Concat(line.Where(c => char.IsLetter(c) || c == ' ')).Trim().ToLowerInvariant()
        );

    private static bool IsDashedName(string line)
    {
        var text = line.Trim();
        return text.Length is > 2 and <= 40
            && text[0] is '-' or '—'
            && char.IsUpper(text[1])
            && text[1..].All(c => char.IsLetter(c) || c is ' ' or '-' or '.' or '\'');
    }
}
