namespace Motif.Text;

/// <summary>
/// The suffix stripper of M. F. Porter, "An algorithm for suffix stripping" (Program 14/3, 1980), with its author's later
/// corrections (bli → ble, logi → log, y → i only behind a consonant) and the short words in -ies and -ied ("dies" → "die").
/// Words are lower-case ASCII letters; words of one or two letters are returned unchanged.
/// </summary>
public static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] DoubleSuffixes =
    [
        ("ational", "ate"),
        ("ization", "ize"),
        ("iveness", "ive"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("tional", "tion"),
        ("biliti", "ble"),
        ("entli", "ent"),
        ("ousli", "ous"),
        ("ation", "ate"),
        ("alism", "al"),
        ("aliti", "al"),
        ("iviti", "ive"),
        ("fulli", "ful"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("izer", "ize"),
        ("alli", "al"),
        ("ator", "ate"),
        ("logi", "log"),
        ("bli", "ble"),
        ("eli", "e"),
    ];

    private static readonly (string Suffix, string Replacement)[] EndSuffixes =
    [
        ("icate", "ic"),
        ("ative", ""),
        ("alize", "al"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];

    private static readonly string[] LastSuffixes =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "sion",
        "tion",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "al",
        "er",
        "ic",
        "ou",
    ];

    /// <summary>The stem of a lower-case ASCII word.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length <= 2)
            return word;
        word = Plural(word);
        word = PastAndProgressive(word);
        if (word.Length > 2 && word[^1] == 'y' && IsConsonant(word, word.Length - 2))
            word = word[..^1] + "i";
        word = Replace(word, DoubleSuffixes);
        word = Replace(word, EndSuffixes);
        word = StripLast(word);
        return FinalE(word);
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal))
            return word[..^2];
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length == 4 ? word[..^1] : word[..^2];
        return word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }

    private static string PastAndProgressive(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal))
            return word.Length == 4 ? word[..^1] : word[..^2];
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return Measure(word, word.Length - 3) > 0 ? word[..^1] : word;
        var cut =
            word.EndsWith("ed", StringComparison.Ordinal) ? 2
            : word.EndsWith("ing", StringComparison.Ordinal) ? 3
            : 0;
        if (cut == 0 || !HasVowel(word, word.Length - cut))
            return word;
        return Restore(word[..^cut]);
    }

    /// <summary>Gives back what -ed and -ing took: "hop(p)" → "hop", "fil" → "file", "conflat" → "conflate".</summary>
    private static string Restore(string stem)
    {
        if (
            stem.EndsWith("at", StringComparison.Ordinal)
            || stem.EndsWith("bl", StringComparison.Ordinal)
            || stem.EndsWith("iz", StringComparison.Ordinal)
        )
            return stem + "e";
        if (EndsWithDoubleConsonant(stem))
            return stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1];
        return Measure(stem, stem.Length) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static string Replace(string word, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            // "logi" counts its own l, so that "geologi" loses only the i.
            var kept = suffix == "logi" ? word.Length - 3 : word.Length - suffix.Length;
            return Measure(word, kept) > 0 ? word[..^suffix.Length] + replacement : word;
        }
        return word;
    }

    private static string StripLast(string word)
    {
        foreach (var suffix in LastSuffixes)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            // -ion goes only behind s or t, which stay.
            var kept = suffix is "sion" or "tion" ? word.Length - 3 : word.Length - suffix.Length;
            return Measure(word, kept) > 1 ? word[..kept] : word;
        }
        return word;
    }

    private static string FinalE(string word)
    {
        if (word[^1] == 'e')
        {
            var stem = word[..^1];
            var measure = Measure(stem, stem.Length);
            if (measure > 1 || (measure == 1 && !EndsShort(stem)))
                word = stem;
        }
        return
            word.Length > 1
            && word[^1] == 'l'
            && word[^2] == 'l'
            && Measure(word, word.Length - 1) > 1
            ? word[..^1]
            : word;
    }

    private static bool IsConsonant(string word, int index) =>
        word[index] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => index == 0 || !IsConsonant(word, index - 1),
            _ => true,
        };

    /// <summary>m of [C](VC)^m[V]: how often a vowel run is followed by a consonant run in the first letters.</summary>
    private static int Measure(string word, int length)
    {
        var count = 0;
        var afterVowel = false;
        for (var i = 0; i < length; i++)
        {
            var consonant = IsConsonant(word, i);
            if (consonant && afterVowel)
                count++;
            afterVowel = !consonant;
        }
        return count;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(word, i))
                return true;
        }
        return false;
    }

    private static bool EndsWithDoubleConsonant(string word) =>
        word.Length >= 2 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>*o: ends consonant-vowel-consonant with the last not w, x or y, or is a vowel and a consonant alone.</summary>
    private static bool EndsShort(string word)
    {
        if (word.Length == 2)
            return !IsConsonant(word, 0) && IsConsonant(word, 1);
        return word.Length > 2
            && IsConsonant(word, word.Length - 3)
            && !IsConsonant(word, word.Length - 2)
            && IsConsonant(word, word.Length - 1)
            && word[^1] is not ('w' or 'x' or 'y');
    }
}
