using Motif.Text;

namespace Motif.Decisions.Understanding;

/// <summary>A part of a message that asks for something.</summary>
/// <param name="Start">Of its first character in the message.</param>
/// <param name="Length">In characters.</param>
public sealed record RequestPart(int Start, int Length, string Text);

/// <summary>
/// Cuts a message where another request may begin: behind a sentence, and at "and", "also", "und" and the like where what follows
/// asks for something. A part without a word of content asks for nothing of its own ("can you help me?").
/// </summary>
internal static class RequestParts
{
    private const int MostCharacters = 4000;

    private static readonly HashSet<string> Joints = Set(
        "and also plus und außerdem sowie et aussi y también e também ed anche en ook then"
    );

    private static readonly HashSet<string> Fillers = Set(
        "please pls kindly so well ok okay hi hello hey dear and also then secondly firstly first second finally bitte und auch dann por favor s'il vous plaît thanks but maybe just"
    );

    /// <summary>Words that a question or a wish begins with.</summary>
    private static readonly HashSet<string> Openers = Set(
        "what which where when why how who whose can could would will may do does did is are am was has have should shall i'd i'll want need wo wann wie was warum wer welche welcher "
            + "welches kann können könnte könnt könnten würde ist sind habe hat ich brauche möchte où quand comment pourquoi quel quelle puis peux pouvez est dónde cuándo cómo qué puedo puede quiero "
            + "onde quando como qual posso pode quero dove quando come quale posso vorrei waar wanneer hoe kan wil let's"
    );

    /// <summary>Verbs that a command begins with.</summary>
    private static readonly HashSet<string> Commands = Set(
        "cancel change send tell give show update reset open close book order return exchange check find add remove delete transfer activate deactivate block unblock "
            + "freeze unfreeze track move pay explain confirm extend renew upgrade downgrade replace report register unsubscribe subscribe reschedule rebook set turn stop start call email "
            + "help make get let forward resend refund switch storniere stornieren ändere schicke schicken sende sag zeig kündige kündigen buche erstatte annulez changez envoyez cancela cambia envía"
    );

    private static readonly HashSet<string> Wishes = Set(
        "want need wish möchte brauche would can could please bitte cancel"
    );

    /// <summary>Words that say nothing of what is asked for.</summary>
    private static readonly HashSet<string> Small = Set(
        "i you he she it we they me him us them my your mine this that these those one ones there here the a an is are was be been of to in on at for with by from as about help me do does did can could would will please ich du sie wir mir mich uns das der die den dem ein eine mein meine ist sind von zu hilfe helfen good morning afternoon evening day sorry question again guten morgen tag abend frage bonjour bonsoir hola buenos dias buenas tardes"
    );

    /// <summary>The parts that ask for something, in their order; one or none for most messages.</summary>
    public static IReadOnlyList<RequestPart> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        var parts = new List<RequestPart>();
        var start = 0;
        foreach (var (cut, isJoined) in Cuts(text))
        {
            Add(text, start, cut, isJoined, parts);
            start = cut;
        }
        Add(text, start, text.Length, isJoined: false, parts);
        return parts;
    }

    /// <param name="isJoined">A request is joined to it: it is one too, however it is said.</param>
    private static void Add(string text, int start, int end, bool isJoined, List<RequestPart> parts)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var part = text[start..end];
        if (HasContent(part) && (isJoined || IsRequest(part)))
            parts.Add(new RequestPart(start, end - start, part));
    }

    private static IEnumerable<(int At, bool IsJoined)> Cuts(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (
                text[i - 1] is '.' or '!' or '?' or ';' or '\n'
                && (char.IsWhiteSpace(text[i]) || text[i - 1] == '\n')
            )
                yield return (i, false);
            else if (IsJoint(text, i) && Opens(text[i..]))
                yield return (i, BeginsWithJoint(text, i));
        }
    }

    /// <summary>Whether a new thing may be said from here on: behind a comma, or before "and".</summary>
    private static bool IsJoint(string text, int at)
    {
        if (text[at - 1] == ',')
            return true;
        if (!char.IsWhiteSpace(text[at - 1]) || !char.IsLetter(text[at]))
            return false;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return Joints.Contains(text[at..end].ToLowerInvariant());
    }

    /// <summary>"And" joins a request to another; a comma alone may end what only leads to it.</summary>
    private static bool BeginsWithJoint(string text, int at)
    {
        while (at < text.Length && !char.IsLetter(text[at]))
            at++;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return Joints.Contains(text[at..end].ToLowerInvariant());
    }

    private static bool Opens(string rest)
    {
        var words = Words(rest);
        return words.FirstOrDefault() is { } first
            && (Openers.Contains(first) || Commands.Contains(first));
    }

    private static bool HasContent(string part) =>
        Words(part)
            .Any(w =>
                !Stopwords.Contains(w)
                && !Small.Contains(w)
                && !Openers.Contains(w)
                && !Fillers.Contains(w)
            );

    private static bool IsRequest(string part)
    {
        var words = Words(part);
        return part.Contains('?', StringComparison.Ordinal)
            || Openers.Contains(words[0])
            || Commands.Contains(words[0])
            || MessageTokens.Of(part).Any(Wishes.Contains);
    }

    private static List<string> Words(string text) =>
        [
            .. MessageTokens
                .Of(text)
                .Where(t => t is not ("?" or "!"))
                .SkipWhile(w => Fillers.Contains(w) || Joints.Contains(w)),
        ];

    private static HashSet<string> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
