namespace Motif.Decisions.Intake;

/// <summary>Knows the lines that mail programs put between a reply and the mail that it answers, in the languages that they speak.</summary>
internal static class MailHeaders
{
    private const int MostAttribution = 500;
    private const int MostAttributionLines = 5;
    private const int HeaderWindow = 7;

    /// <summary>How attributions begin that name no address.</summary>
    private static readonly string[] Beginnings =
    [
        "on ",
        "le ",
        "am ",
        "il ",
        "op ",
        "w dniu ",
        "dnia ",
        "in data ",
        "em ",
        "el ",
        "den ",
        "vào ",
        "----",
        "på ",
    ];

    /// <summary>"Wrote", as an attribution ends with it or has it inside.</summary>
    private static readonly string[] Verbs =
    [
        "wrote",
        "schrieb",
        "a écrit",
        "a ecrit",
        "ha scritto",
        "escribió",
        "escribio",
        "escreveu",
        "napisał",
        "napisał(a)",
        "schreef",
        "skrev",
        "kirjoitti",
        "írta",
        "napsal",
        "пишет",
        "написал",
        "написала",
        "写道",
        "yazdı",
        "đã viết",
    ];

    private static readonly HashSet<string> Senders = Set(
        "from de von van da fra från od от message du expéditeur lähettäjä"
    );

    private static readonly HashSet<string> Others = Set(
        "sent|date|to|subject|cc|envoyé le|envoyé|date d'envoi|à|a|objet|copie à|sujet|gesendet|datum|an|betreff|verzonden|aan|onderwerp|"
            + "inviato|data|oggetto|til|emne|dato|sendt|till|ämne|skickat|do|temat|para|asunto|assunto|enviado|enviado el|кому|тема|дата"
    );

    private static readonly string[] Originals =
    [
        "original message",
        "forwarded message",
        "ursprüngliche nachricht",
        "originalnachricht",
        "weitergeleitete nachricht",
        "message d'origine",
        "message transféré",
        "oprindelig besked",
        "opprinnelig melding",
        "mensaje original",
        "mensagem original",
        "messaggio originale",
        "oorspronkelijk bericht",
        "original meddelande",
        "исходное сообщение",
        "original",
    ];

    /// <summary>How many lines from here on are an attribution such as "On Tue … wrote:"; 0 where none stands here.</summary>
    public static int Attribution(IReadOnlyList<string> lines, int at)
    {
        if (!lines[at].Any(char.IsDigit))
            return 0;
        var joined = "";
        for (var count = 1; count <= MostAttributionLines && at + count <= lines.Count; count++)
        {
            var line = Unquoted(lines[at + count - 1]).Trim();
            if (line.Length == 0)
                return 0;
            joined = joined.Length == 0 ? line : $"{joined} {line}";
            if (joined.Length > MostAttribution)
                return 0;
            if (IsAttribution(joined))
                return count;
        }
        return 0;
    }

    /// <summary>Whether a block of headers ("From: … Sent: …") begins here.</summary>
    public static bool IsHeaderBlock(IReadOnlyList<string> lines, int at)
    {
        if (Key(lines[at]) is not { } first || !Senders.Contains(first))
            return false;
        var found = 0;
        for (var i = at + 1; i < lines.Count && i <= at + HeaderWindow; i++)
            if (Key(lines[i]) is { } key && (Others.Contains(key) || Senders.Contains(key)))
                found++;
        return found >= 2;
    }

    /// <summary>"-----Original Message-----" and its like.</summary>
    public static bool IsOriginal(IReadOnlyList<string> lines, int at)
    {
        var line = lines[at].Trim();
        var inner = line.Trim('-', '_', '=', ' ', '*').ToLowerInvariant();
        if (
            inner.Length == 0
            || inner.Length > 60
            || !line.StartsWith("--", StringComparison.Ordinal)
            || !line.EndsWith("--", StringComparison.Ordinal)
        )
            return false;
        return Originals.Contains(inner, StringComparer.Ordinal)
            || (at + 1 < lines.Count && Key(lines[at + 1]) is { } key && Senders.Contains(key));
    }

    public static bool IsQuoted(string line) => line.TrimStart().StartsWith('>');

    private static string Unquoted(string line) => line.TrimStart().TrimStart('>', ' ');

    private static bool IsAttribution(string text)
    {
        var lower = text.Trim('-', ' ').ToLowerInvariant();
        var hasColon = lower.EndsWith(':');
        var bare = lower.TrimEnd(':', ' ');
        var hasAddress = lower.Contains('@', StringComparison.Ordinal);
        var begins =
            hasAddress
            || char.IsAsciiDigit(lower[0])
            || Beginnings.Any(b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase));
        if (!begins || !lower.Any(char.IsDigit))
            return false;
        if (Verbs.Any(v => bare.EndsWith(" " + v, StringComparison.Ordinal)))
            return true;
        if (hasColon && Verbs.Any(v => bare.Contains($" {v} ", StringComparison.Ordinal)))
            return true;
        return hasColon && hasAddress && bare.EndsWith('>') && HasTime(bare);
    }

    /// <summary>Two digits behind a colon or full stop behind a digit.</summary>
    private static bool HasTime(string text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
            if (
                text[i] is ':' or '.'
                && char.IsAsciiDigit(text[i - 1])
                && char.IsAsciiDigit(text[i + 1])
                && char.IsAsciiDigit(text[i + 2])
            )
                return true;
        return false;
    }

    /// <summary>The word or two before a colon, in small letters; null where there is none.</summary>
    private static string? Key(string line)
    {
        var text = Unquoted(line).Trim().TrimStart('*', ' ');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 20
            ? text[..colon].Trim(' ', '*', '\u00a0').ToLowerInvariant()
            : null;
    }

    private static HashSet<string> Set(string words) =>
        words.Contains('|', StringComparison.Ordinal)
            ? words.Split('|').ToHashSet(StringComparer.Ordinal)
            : [.. words.Split(' '), "message du"];
}
