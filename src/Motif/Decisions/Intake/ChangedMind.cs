using Motif.Decisions.Safety;

namespace Motif.Decisions.Intake;

/// <summary>Knows messages that take back what they ask for ("cancel it, no wait, keep it"): only a person can tell what stands.</summary>
internal static class ChangedMind
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Phrases =
    [
        .. new[]
        {
            "no wait",
            "wait no",
            "actually no",
            "no actually",
            "scratch that",
            "on second thought",
            "on second thoughts",
            "or rather not",
            "never mind that",
            "i changed my mind",
            "changed my mind",
            "forget what i said",
            "nein doch",
            "doch nicht",
            "moment nein",
            "non attends",
            "non attendez",
            "no espera",
            "mejor no",
            "no aspetta",
            "nao espera",
            "wacht nee",
        }.Select(FoldedText.Words),
    ];

    public static bool Is(string text)
    {
        var words = FoldedText.Words(text);
        return Phrases.Any(phrase => SafetyRules.Stands(words, phrase));
    }
}
