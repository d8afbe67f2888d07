using Motif.Decisions.Understanding;

namespace Motif.Decisions.Intake;

/// <summary>Thanks and "I'll see": messages that want no answer. One word that is none of theirs makes it a message again.</summary>
internal static class Acknowledgement
{
    private const int MostWords = 10;

    private static readonly string[] Thumbs = ["👍", "🙏", "👌", "❤", "😊", "🙂", "😀", "✅", "🎉"];

    private static readonly HashSet<string> Core = Set(
        "thanks thank thx ty cheers great perfect ok okay cool good got it understood noted awesome lovely brilliant danke merci gracias "
            + "obrigado super prima alright sure will do appreciated wonderful excellent fine"
    );

    private static readonly HashSet<string> Company = Set(
        "you so much very a lot for the your help that's that is all i'll i let me check and get back to have nice day again quick reply "
            + "response dir ihnen vielen schön muchas de nada that see try then now just by this know we'll we look into come later soon "
            + "once done bye goodbye good night evening"
    );

    public static bool Is(string text)
    {
        var words = MessageTokens.Of(text);
        if (words.Count == 0)
            return Thumbs.Any(t => text.Contains(t, StringComparison.Ordinal))
                && text.Trim().Length <= 12;
        return words.Count <= MostWords
            && !words.Contains("?", StringComparer.Ordinal)
            && words.Where(w => w != "!").All(w => Core.Contains(w) || Company.Contains(w))
            && words.Any(Core.Contains);
    }

    private static HashSet<string> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
