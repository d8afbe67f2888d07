using System.Globalization;

namespace Motif.Decisions.Understanding;

/// <summary>
/// Which language a text is in, by its small words: those that every sentence has and that other languages do not. Silent where
/// too few of them stand in it, as in "ok" or "4711".
/// </summary>
public static class MessageLanguage
{
    private const int FewestHits = 2;
    private const int ShortText = 4;

    private static readonly (string Language, HashSet<string> Words)[] Small =
    [
        (
            "en",
            Set(
                "the is are was i you we they it my your our their what which where when how why who this that these there and or not do does did don't can can't cannot could would will won't have has had i'm i've i'd it's please to of for with from at on if but be been as an get got want need about me us him her hello thanks any open opening hours order cancel change book help still here then out by again after before no yes"
            )
        ),
        (
            "de",
            Set(
                "der die das den dem des ist sind war ich du sie wir ihr mein meiner meine meinen dein ihre unser was welche welcher wo wann wie warum wer dies diese und oder nicht kein keine kann können könnte würde wird werden habe haben hat hatte bitte zu von für mit aus bei auf wenn aber sein als ein eine einen einem brauche möchte über mir mich uns noch hier dann im am zum zur ab nach vor ja nein mal schon auch nur geöffnet bestellung stornieren"
            )
        ),
        (
            "fr",
            Set(
                "le la les est sont était je tu vous nous ils elle mon ma mes votre vos notre quel quelle où quand comment pourquoi qui ce cette ces et ou pas ne peux peut pouvez pourrais voudrais avez ai ont s'il de du des pour avec dans sur si mais être un une besoin au aux merci bonjour encore ici c'est j'ai n'est qu'est oui non heures commande"
            )
        ),
        (
            "es",
            Set(
                "el los las es son era yo tú usted nosotros ellos mi mis su sus nuestro qué cuál dónde cuándo cómo por quién este esta estos y o no puedo puede podría quisiera tengo tiene hay favor de del para con en si pero ser un una necesito al gracias hola todavía aquí está están pedido cancelar abren que"
            )
        ),
        (
            "pt",
            Set(
                "o os as é são era eu você vocês nós eles meu minha meus seu sua nosso qual onde quando como quem este esta isto e ou não posso pode poderia gostaria tenho tem há favor de do da dos das para com em no na se mas ser um uma preciso ao obrigado obrigada olá ainda aqui está estão pedido cancelar abrem que vaga"
            )
        ),
        (
            "it",
            Set(
                "il lo gli è sono era io tu lei noi loro mio mia miei suo sua nostro quale dove quando come perché chi questo questa questi e o non posso può potrei vorrei ho ha avete favore di del della per con in se ma essere un una bisogno al grazie ciao ancora qui ordine annullare che"
            )
        ),
        (
            "nl",
            Set(
                "de het een is zijn was ik jij u wij zij mijn jouw uw onze wat welke waar wanneer hoe waarom wie dit deze en of niet geen kan kunnen zou wil heb hebben heeft alstublieft te van voor met uit bij op als maar nodig aan over mij ons nog hier dan bestelling annuleren"
            )
        ),
    ];

    private static readonly (UnicodeRangeOf Range, string Language)[] Scripts =
    [
        (new('\u0400', '\u04ff'), "ru"),
        (new('\u0370', '\u03ff'), "el"),
        (new('\u0590', '\u05ff'), "he"),
        (new('\u0600', '\u06ff'), "ar"),
        (new('\u0900', '\u097f'), "hi"),
        (new('\u0e00', '\u0e7f'), "th"),
        (new('\u3040', '\u30ff'), "ja"),
        (new('\uac00', '\ud7af'), "ko"),
        (new('\u4e00', '\u9fff'), "zh"),
    ];

    private readonly record struct UnicodeRangeOf(char First, char Last);

    /// <summary>A code of ISO 639-1; null where it cannot be told.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (OfScript(text) is { } foreign)
            return foreign;
        var words = MessageTokens.Of(text).Where(w => char.IsLetter(w[0])).ToList();
        var hits = Small
            .Select(s => (s.Language, Hits: words.Count(s.Words.Contains)))
            .OrderByDescending(h => h.Hits)
            .ToList();
        var (best, most) = hits[0];
        var needed = words.Count <= ShortText ? 1 : FewestHits;
        return most >= needed && most > hits[1].Hits ? best : null;
    }

    private static string? OfScript(string text)
    {
        var letters = 0;
        var counts = new int[Scripts.Length];
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.OtherLetter)
                continue;
            letters++;
            for (var i = 0; i < Scripts.Length; i++)
                if (c >= Scripts[i].Range.First && c <= Scripts[i].Range.Last)
                    counts[i]++;
        }
        // Japanese has Chinese letters too; its own come first in the table.
        for (var i = 0; i < Scripts.Length; i++)
            if (counts[i] > 0 && 2 * counts.Skip(i).Sum() > letters)
                return Scripts[i].Language;
        return null;
    }

    private static HashSet<string> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
