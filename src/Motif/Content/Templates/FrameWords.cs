using System.Globalization;
using System.Text;

namespace Motif.Content.Templates;

/// <summary>
/// The words that make the frame of a template: closed-class words of a language, words that decide what is said (negations,
/// opposites, states), and for English the 2,000 words in most texts of 31,171 headlines.
/// </summary>
internal static class FrameWords
{
    /// <summary>Part of every pattern id: another table gives other ids.</summary>
    public const string Version = "1";

    private const double RareEnough = 3;

    private static readonly Lazy<English> EnglishTable = new(English.Load);

    /// <summary>In order of preference where a text has as many words of two languages.</summary>
    private static readonly (string Language, HashSet<string> Words)[] ClosedClasses =
    [
        (
            "en",
            Words(
                "a an the this that these those my your his her its our their i you he she it we they me him us them who whom which what when where why how if because so but and or nor as of at by for with about against between into through during before after above below to from up down in out on off over under again then once here there all any both each few more most other some such no not only own same than too very can will just should now is are was were be been being have has had having do does did doing would could might must shall may let's i'm i've i'd i'll you're you've you'll we're we've they're it's that's here's what's there's don't doesn't didn't won't can't isn't aren't wasn't weren't wouldn't shouldn't couldn't nobody nothing everyone everything anyone someone something never always ever still yet without until while"
            )
        ),
        (
            "de",
            Words(
                "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ich du er sie es wir ihr mich mir dich dir uns euch mein meine meinen dein deine unser unsere ihre ist sind war waren wird werden wurde hat haben hatte kann können muss müssen soll auf aus bei mit nach von vor zu zum zur im in am an für über unter durch gegen ohne um bis seit wie was wer wo wann warum wenn weil dass als auch nur noch schon sehr so mehr hier jetzt immer nie heute alle jeder jede jedes diese dieser dieses"
            )
        ),
        (
            "fr",
            Words(
                "le la les un une des du de et ou mais ne pas plus je tu il elle nous vous ils elles mon ma mes ton ta tes son sa ses notre votre leur est sont était sera ont avez avons dans sur sous avec sans pour par que qui quoi quand comment pourquoi si ce cette ces aux au très tout tous toujours jamais aujourd'hui"
            )
        ),
        (
            "es",
            Words(
                "el la los las un una unos unas de del y o pero no yo tú él ella nosotros mi mis tu tus su sus nuestro es son era fue será ha han en con sin por para que quien cuando como dónde qué cómo si este esta estos estas al muy todo todos siempre nunca hoy más"
            )
        ),
        (
            "pt",
            Words(
                "o os as um uma de do da dos das e ou mas não eu ele ela nós meu minha seu sua é são foi em no na com sem por para que quem quando como se este esta ao muito tudo sempre nunca hoje mais"
            )
        ),
        (
            "it",
            Words(
                "il lo la gli le un una di del della dei e o ma non io tu lui lei noi mio mia tuo tua suo sua è sono era sarà ha hanno in con senza per che chi quando come se questo questa al molto tutto sempre mai oggi più"
            )
        ),
        (
            "tr",
            Words(
                "bir ve veya ama değil bu şu o ben sen biz siz onlar benim senin bizim için ile gibi kadar daha en çok ne neden nasıl kim nerede her hiç var yok mi mı mu mü da de ki ya bugün yarın artık sonra önce asla hep"
            )
        ),
        (
            "nl",
            Words(
                "de het een en of maar niet ik jij hij zij wij mijn jouw zijn haar ons onze is zijn was waren heeft hebben in op met van voor naar bij uit over door als dat die dit deze wie wat waar wanneer waarom hoe ook nog meer altijd nooit vandaag"
            )
        ),
    ];

    /// <summary>One word of these decides: "service started" is not "service paused".</summary>
    private static readonly HashSet<string> Deciding = Words(
        "never always no not none nobody nothing without against stop stopped stops start started starts starting begin began pause paused resume resumed begun end ended open opened opens close closed closes up down on off enable enabled disable disabled allow allowed deny denied accept accepted reject rejected success succeeded successful fail failed failure fails failing win won lose lost buy sell bought sold best worst good bad new old first last more less increase increased decrease decreased rise fall up-to-date connected disconnected connect disconnect online offline active inactive running completed complete finished cancelled canceled pending ready done delete deleted create created add added remove removed install installed uninstall uninstalled upload uploaded download downloaded sent received send receive login logout true false yes before after love hate true false warning error"
    );

    /// <summary>The language whose closed-class words a Latin text has most; its script's where it has no such words.</summary>
    public static string Language(IReadOnlyList<PostToken> tokens)
    {
        var best = ("und", 0);
        foreach (var (language, words) in ClosedClasses)
        {
            var count = tokens.Count(t => t.Kind is PostTokenKind.Word && words.Contains(t.Text));
            if (count > best.Item2)
                best = (language, count);
        }
        return best.Item2 > 0 ? best.Item1 : Script(tokens);
    }

    /// <summary>Only English has a table of what is common; elsewhere every word may be the frame.</summary>
    public static bool HasTable(string language) => language is "en";

    /// <summary>A negation, an opposite or a state.</summary>
    public static bool IsDeciding(string word) => Deciding.Contains(word);

    public static bool IsNegation(string word) =>
        word is "not" or "no" or "never" or "without"
        || word.EndsWith("n't", StringComparison.Ordinal);

    public static bool IsFrame(string word, string language)
    {
        if (Deciding.Contains(word))
            return true;
        if (language is "en" && EnglishTable.Value.Frequency.ContainsKey(word))
            return true;
        foreach (var (known, words) in ClosedClasses)
        {
            if (known == language)
                return words.Contains(word);
        }
        return false;
    }

    /// <summary>From .4 for the commonest to 1 for a word in less than every twentieth text: rare words tell more.</summary>
    public static double Weight(string word, string language)
    {
        if (language is not "en")
            return IsFrame(word, language) ? 0.6 : 1;
        var table = EnglishTable.Value;
        var frequency = table.Frequency.GetValueOrDefault(word);
        var rarity = Math.Max(0, Math.Log((double)table.Texts / (1 + frequency)));
        return 0.4 + (0.6 * Math.Min(1, rarity / RareEnough));
    }

    private static string Script(IReadOnlyList<PostToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (
                token.Kind is PostTokenKind.Word
                && Rune.TryGetRuneAt(token.Text, 0, out var rune)
                && ScriptOf(rune.Value) is { } script
            )
                return script;
        }
        return "und";
    }

    private static string? ScriptOf(int point) =>
        point switch
        {
            >= 0x3041 and <= 0x30FF => "ja",
            >= 0x3400 and <= 0x9FFF => "zh",
            >= 0x0E00 and <= 0x0E7F => "th",
            >= 0x0600 and <= 0x06FF => "ar",
            >= 0x0590 and <= 0x05FF => "he",
            >= 0x0400 and <= 0x04FF => "ru",
            >= 0x0370 and <= 0x03FF => "el",
            >= 0x0900 and <= 0x097F => "hi",
            >= 0xAC00 and <= 0xD7AF => "ko",
            _ => null,
        };

    private static HashSet<string> Words(string list) =>
        new(list.Split(' '), StringComparer.Ordinal);

    private sealed record English(int Texts, Dictionary<string, int> Frequency)
    {
        public static English Load()
        {
            using var stream =
                typeof(FrameWords).Assembly.GetManifestResourceStream(
                    "Motif.Content.Templates.frames-english.tsv"
                )
                ?? throw new InvalidOperationException(
                    "The resource frames-english.tsv is missing from the assembly."
                );
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var texts = int.Parse(reader.ReadLine()![1..], CultureInfo.InvariantCulture);
            var table = new English(texts, new(StringComparer.Ordinal));
            while (reader.ReadLine() is { } line)
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                table.Frequency[line[..tab]] = int.Parse(
                    line.AsSpan(tab + 1),
                    CultureInfo.InvariantCulture
                );
            }
            return table;
        }
    }
}
