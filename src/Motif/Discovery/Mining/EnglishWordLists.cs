namespace Motif.Discovery.Mining;

/// <summary>
/// What experiments on headlines ask of (Robertson et al. 2023, Banerjee and Urminsky 2024): who speaks of whom, and in which mood.
/// The lists of moods are this program's own and short: words that hardly ever mean the contrary.
/// </summary>
internal static class EnglishWordLists
{
    /// <summary>Words that English titles can hardly do without, and that other languages do not have.</summary>
    private static readonly HashSet<string> Common = new(
        ["the", "and", "of", "to", "is", "that", "this", "with", "for", "you", "what", "how"],
        StringComparer.Ordinal
    );

    private const double CommonShare = 0.25;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["first person singular"] = ["i", "me", "my", "mine", "myself"],
            ["first person plural"] = ["we", "us", "our", "ours", "ourselves", "let's"],
            ["second person"] = ["you", "your", "yours", "yourself", "yourselves"],
            ["third person"] = Words(
                "he him his himself she her hers herself they them their theirs themselves"
            ),
            ["indefinite article"] = ["a", "an"],
            ["positive words"] = Words(
                """
                admir* adorabl* adore* amazing amazingly appreciat* awesome beaut* best better blessed bliss* brave brilliant
                celebrat* charming cheer* comfort* compassion* courage* cute delicious delight* easy elegant enjoy* excellent
                excit* fabulous fantastic favorite favorites favourite favourites fascinating freedom friend friendly friends
                fun funny genius gentle gift gifts glad glorious good gorgeous grateful gratitude great greatest happi* happy
                healthy hero heroes heroic hilarious hope hopeful hopes hug hugs impressive incredible incredibly inspir* joy
                joyful kindness laugh laughed laughing laughs laughter love loved lovely lover lovers loves loving lucky
                magic magical magnificent marvelous nice paradise peace peaceful perfect perfectly playful pleasant pleased
                pleasure positive powerful precious proud rejoic* rescue* remarkable romantic safe smart smile smiled
                smiles smiling spectacular splendid strong stunning succeed* success* super superb sweet thank thankful thanks
                thrilled treasure* triumph* trust uplift* victor* vibrant warm welcome win winner winners winning wins wise
                won wonder wonderful wonders wow
                """
            ),
            ["negative words"] = Words(
                """
                abandon* abuse* abusive abusing afraid aggressive agony alarming anger angry annoy* anxi* appalling arrest*
                ashamed assault* attack* awful awkward bad badly bitter blame* bleed* bomb* broken brutal* bullied bullies bully
                bullying cancer catastroph* chaos cheat* corrupt* crash* crazy creepy cried cries crime crimes criminal* cringe
                crisis cruel* cry crying damag* danger* dead deadly death deaths deceiv* depress* desperat* destr* devastat*
                die died dies dirty disaster* discriminat* disease* disgust* dreadful dumb dying enem* evil fail failed failing
                fails failure* fake fear fears fight fighting fights filthy fraud frighten* frustrat* furious gross grief
                guilt* gun guns harass* harm* hate hated hateful hates hating hatred heartbreak* hell horrible horribl* horrif*
                horror hostil* humiliat* hurt hurting hurts idiot* ignoran* ill illness injur* injustice insane insult* jail*
                kill killed killer killers killing kills liar liars lie lied lies lonely lose loser losers loses losing loss
                lost lying mad mess miser* mistake* mock* murder* nasty nightmare* offensive outrage* pain painful panic
                pathetic poison* poor poverty prison* problem problems racis* rage rape* raping rapist* refus* reject* ridiculous
                ruin* sad sadly sadness scam scare* scared scary scream* sexis* shame* shit* shock* shoot shooting shot sick
                slaughter* slave* stole* struggl* stupid* suffer* suicid* terribl* terrified terrifying terror* threat* toxic traged* tragic
                trauma* ugly unfair unhappy upset* victim* violen* war wars waste* weak weird worr* worse worst wrong
                """
            ),
        };

    /// <summary>Whether a corpus is written in English, so that these lists mean in it what they say.</summary>
    public static bool AreMeantIn(IReadOnlyCollection<EvidenceRow> rows) =>
        rows.Count(r => r.Words.Exists(Common.Contains)) >= CommonShare * rows.Count;

    private static string[] Words(string text) =>
        text.Split(
            [' ', '\n', '\r'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
