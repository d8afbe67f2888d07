namespace Motif.Content.Templates;

/// <summary>
/// What sort of word fills a slot, for reading: by a short list and by the endings that English makes adjectives and nouns with.
/// A word that neither knows is <c>{x}</c>; so is every word of another language.
/// </summary>
internal static class SlotWords
{
    private const string Adjective = "{adj}";
    private const string Noun = "{noun}";
    private const int FewestLetters = 5;

    private static readonly HashSet<string> Adjectives = Words(
        "amazing angry awesome brave brilliant busy calm cheap clever cold cozy crazy curious cute dumb eager early easy elegant empty epic excellent expensive fair fancy fast fine firm fresh fun genius gentle glad grumpy happy harsh honest hot huge hungry insane kind late lazy lonely loud lovely lucky mad modern nasty neat nervous nice odd perfect pretty proud quick quiet rare raw rich rough rude sad sharp shy silly simple slow small smart soft sour stale steady strange strict strong stupid sudden sweet tall tender tense thick thin tiny tired tough ugly unfair unpopular urgent warm weak weird wild wise worthy young"
    );

    private static readonly HashSet<string> Nouns = Words(
        "advice app apple artist baby bakery bank bike bird boat book boss bread brand breakfast bus butter cake camera candle career cat cheese chef chess child coach coffee cook cookie cup customer dentist desk diet dinner doctor dog dream engineer exercise farm flower focus garden gym habit hat hiking hobby idea investor job journal juice kitchen knife lake laptop lawyer leader library lunch meal meeting mentor mistake mood mountain museum neighbor office orange oven parent pasta pen phone piano pizza planner plant poem poet practice product recipe remote restaurant river routine salad salary sandwich school shelf shoe shop sleep soup startup stress student success sugar surfing sushi talent tax tea teacher team tent tool trail train travel tree vacation village voice wallet winter writer yoga"
    );

    /// <summary>Ends like an adjective and is a noun.</summary>
    private static readonly HashSet<string> NounsAfterAll = Words(
        "archive cable clinic critic detective executive fabric handful incentive initiative logic magic mechanic motive music narrative native objective olive panic perspective spoonful table topic traffic vegetable"
    );

    private static readonly string[] AdjectiveEndings =
    [
        "ful",
        "less",
        "ous",
        "ive",
        "able",
        "ible",
        "ic",
        "ical",
    ];

    private static readonly string[] NounEndings =
    [
        "tion",
        "sion",
        "ment",
        "ness",
        "ity",
        "ship",
        "ism",
        "hood",
        "ance",
        "ence",
        "ology",
    ];

    public static string SlotOf(string word, string language)
    {
        if (language is not "en")
            return FrameToken.AnySlot;
        if (Adjectives.Contains(word))
            return Adjective;
        if (IsNoun(word))
            return Noun;
        return word.Length >= FewestLetters && EndsWith(word, AdjectiveEndings)
            ? Adjective
            : FrameToken.AnySlot;
    }

    private static bool IsNoun(string word)
    {
        var singular =
            word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
            : word.EndsWith('s')
            && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("ous", StringComparison.Ordinal)
                ? word[..^1]
            : word;
        return Nouns.Contains(word)
            || Nouns.Contains(singular)
            || NounsAfterAll.Contains(singular)
            || (singular.Length > FewestLetters && EndsWith(singular, NounEndings));
    }

    private static bool EndsWith(string word, string[] endings) =>
        Array.Exists(endings, e => word.EndsWith(e, StringComparison.Ordinal));

    private static HashSet<string> Words(string list) =>
        new(list.Split(' '), StringComparer.Ordinal);
}
