using Motif.Decisions.Safety;

namespace Motif.Decisions.Intake;

/// <summary>Knows messages that say of the answer before that it was wrong or did not help.</summary>
internal static class Contradiction
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Phrases =
    [
        .. new[]
        {
            "still does not work",
            "still doesn't work",
            "still not working",
            "still doesnt work",
            "does not work",
            "doesn't work",
            "did not work",
            "didn't work",
            "did not help",
            "didn't help",
            "that is wrong",
            "that's wrong",
            "this is wrong",
            "that is not right",
            "that's not right",
            "not what i asked",
            "that is not what i",
            "wrong answer",
            "that is incorrect",
            "that's incorrect",
            "das stimmt nicht",
            "das ist falsch",
            "geht immer noch nicht",
            "funktioniert immer noch nicht",
            "hat nicht geholfen",
            "ca ne marche pas",
            "ne marche toujours pas",
            "no funciona",
            "sigue sin funcionar",
            "non funziona",
            "nao funciona",
        }.Select(FoldedText.Words),
    ];

    public static bool Is(string text)
    {
        var words = FoldedText.Words(text);
        return Phrases.Any(phrase => SafetyRules.Stands(words, phrase));
    }
}
