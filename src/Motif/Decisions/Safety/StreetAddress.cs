namespace Motif.Decisions.Safety;

/// <summary>
/// A house number beside the name of a street, in the orders of English, German, Romance and northern languages; the number of a
/// flat or box.
/// </summary>
internal static class StreetAddress
{
    private const int MostNameWords = 4;
    private const int MostTailWords = 8;

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "street",
        "st",
        "road",
        "rd",
        "avenue",
        "ave",
        "lane",
        "ln",
        "drive",
        "dr",
        "court",
        "ct",
        "place",
        "pl",
        "boulevard",
        "blvd",
        "way",
        "square",
        "sq",
        "terrace",
        "close",
        "crescent",
        "highway",
        "hwy",
        "parkway",
        "pkwy",
        "circle",
        "cir",
        "trail",
        "alley",
        "row",
    };

    /// <summary>Words for a street that stand before its name.</summary>
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
    {
        "rue",
        "via",
        "rua",
        "calle",
        "avenida",
        "av",
        "viale",
        "vicolo",
        "piazza",
        "plaza",
        "praça",
        "corso",
        "chemin",
        "allée",
        "quai",
        "carrer",
        "ulica",
        "ul",
        "avenue",
        "boulevard",
        "travessa",
        "largo",
        "camino",
        "strada",
    };

    /// <summary>Flats and boxes, behind which a number stands.</summary>
    private static readonly HashSet<string> Flats = new(StringComparer.Ordinal)
    {
        "suite",
        "apt",
        "apartment",
        "unit",
        "box",
        "psc",
        "flat",
    };

    /// <summary>Small words inside the name of a street.</summary>
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "da",
        "do",
        "dos",
        "di",
        "del",
        "della",
        "van",
        "der",
        "den",
        "von",
        "z",
        "u",
        "i",
        "y",
        "of",
        "the",
        "tér",
        "út",
        "útja",
        "utca",
        "trg",
        "terrasse",
        "gate",
        "kapu",
        "ul",
        "avda",
        "vej",
        "str",
        "al",
        "el",
    };

    private static readonly string[] GermanEnds =
    [
        "gatan",
        "gata",
        "vägen",
        "veien",
        "vegen",
        "vej",
        "gade",
        "laan",
        "straat",
        "katu",
        "tie",
        "utca",
        "ulice",
        "vegur",
        "allé",
        "stræti",
        "tänav",
        "gaten",
        "plads",
        "torg",
        "kuja",
        "polku",
        "puiestee",
        "straße",
        "strasse",
        "str.",
        "weg",
        "platz",
        "allee",
        "gasse",
    ];

    public static int End(string text, int start)
    {
        if (PersonalData.IsInside(text, start))
            return start;
        if (char.IsAsciiDigit(text[start]))
            return English(text, start) is var english && english > start
                ? english
                : Numbered(text, start);
        if (!char.IsLetter(text[start]))
            return start;
        if (Flat(text, start) is var flat && flat > start)
            return flat;
        if (Romance(text, start) is var romance && romance > start)
            return romance;
        return char.IsUpper(text[start]) ? German(text, start) : start;
    }

    private static int English(string text, int start)
    {
        var at = WordEnd(text, start);
        if (at - start > 6)
            return start;
        for (var words = 0; words <= MostNameWords; words++)
        {
            var from = Skip(text, at);
            if (from == at || from == text.Length || !char.IsLetterOrDigit(text[from]))
                return start;
            at = WordEnd(text, from);
            var word = text[from..at];
            if (words > 0 && Kinds.Contains(word.TrimEnd('.').ToLowerInvariant()))
                return at < text.Length && text[at] == '.' ? at + 1 : at;
            if (words == 0 && Leading.Contains(word.ToLowerInvariant()))
                return Named(text, at) is var end && end > at ? end : start;
            if (!char.IsUpper(word[0]) && !char.IsAsciiDigit(word[0]))
                return start;
        }
        return start;
    }

    /// <summary>A number, a name in capitals, a number: 6750 Koskikatu 25.</summary>
    private static int Numbered(string text, int start)
    {
        var at = WordEnd(text, start);
        if (at - start > 6 || !text.AsSpan(start, at - start).ContainsAnyInRange('0', '9'))
            return start;
        for (var words = 0; words <= MostNameWords; words++)
        {
            var from = Skip(text, at);
            if (from == at || from == text.Length || !char.IsLetterOrDigit(text[from]))
                return start;
            at = WordEnd(text, from);
            var word = text[from..at];
            if (char.IsAsciiDigit(word[0]))
                return words > 0 && word.Length <= 5 ? at : start;
            if (!char.IsUpper(word[0]) && !Small.Contains(word.ToLowerInvariant()))
                return start;
            if (at < text.Length && text[at] == '.')
                at++;
        }
        return start;
    }

    private static int Flat(string text, int start)
    {
        var at = WordEnd(text, start);
        if (!Flats.Contains(text[start..at].ToLowerInvariant()) || char.IsLower(text[start]))
            return start;
        if (at < text.Length && text[at] == '.')
            at++;
        var from = Skip(text, at);
        return from > at && from < text.Length && char.IsAsciiDigit(text[from])
            ? Tail(text, WordEnd(text, from))
            : start;
    }

    /// <summary>Behind a flat: names of town and country up to a code of four to six digits; the flat alone where none stands there.</summary>
    private static int Tail(string text, int flat)
    {
        var at = flat;
        for (var words = 0; words <= MostTailWords && at < text.Length; words++)
        {
            while (
                at < text.Length
                && !char.IsLetterOrDigit(text[at])
                && text[at] is not ('.' or '?' or '!')
            )
                at++;
            var end = at < text.Length ? WordEnd(text, at) : at;
            if (end == at || char.IsLower(text[at]))
                return flat;
            if (char.IsAsciiDigit(text[at]))
                return end - at is >= 4 and <= 6 ? end : flat;
            at = end;
        }
        return flat;
    }

    /// <summary>Via Roma 131: the name stands behind the word for it, and a number behind both.</summary>
    private static int Romance(string text, int start)
    {
        var at = WordEnd(text, start);
        if (!Leading.Contains(text[start..at].ToLowerInvariant()))
            return start;
        if (at < text.Length && text[at] == '.')
            at++;
        var end = Named(text, at);
        var number = Skip(text, end);
        return end > at && number > end && number < text.Length && char.IsAsciiDigit(text[number])
            ? WordEnd(text, number)
            : start;
    }

    /// <summary>Where the name of a street ends that begins behind here; here where none does.</summary>
    private static int Named(string text, int at)
    {
        var end = at;
        for (var words = 0; words < MostNameWords; words++)
        {
            var from = Skip(text, end);
            if (from == end || from == text.Length || !char.IsLetter(text[from]))
                break;
            var to = WordEnd(text, from);
            var word = text[from..to];
            if (
                words > 0
                && !char.IsUpper(word[0])
                && !Small.Contains(word.ToLowerInvariant())
                && !Small.Contains(text[Math.Max(0, end - 2)..end].Trim().ToLowerInvariant())
            )
                break;
            end = to;
        }
        return end;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    private static int German(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '-' or '.'))
            end++;
        var street = text[start..end].ToLowerInvariant();
        if (
            !GermanEnds.Any(e =>
                street.Length > e.Length && street.EndsWith(e, StringComparison.Ordinal)
            )
        )
            return start;
        if (end + 1 >= text.Length || text[end] != ' ' || !char.IsAsciiDigit(text[end + 1]))
            return start;
        return WordEnd(text, end + 1);
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '-'))
            end++;
        return end;
    }
}
