namespace Motif.Content.Templates;

/// <summary>A number with its currency, sign, thousands and unit: <c>$5k</c>, <c>1,200</c>, <c>40%</c>, <c>3rd</c>, <c>300ms</c>.</summary>
internal static class NumberScanner
{
    private const int LongestUnit = 4;
    private static readonly HashSet<string> Units = new(
        "ms s sec min h kg g mg km m cm mm mi lb oz l ml kb mb gb tb px eur usd gbp".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private const string Currencies = "$€£¥₹₺₽₩₿¢";

    /// <summary>Where the number at this place ends, or 0.</summary>
    public static int End(string text, int start)
    {
        var place = start;
        if (place < text.Length && text[place] is '+' or '-' && !IsWordBefore(text, place))
            place++;
        if (place < text.Length && Currencies.Contains(text[place], StringComparison.Ordinal))
            place++;
        if (place >= text.Length || !char.IsDigit(text[place]))
            return 0;
        while (place < text.Length && (char.IsDigit(text[place]) || IsInside(text, place)))
            place++;
        place = DetachedUnit(text, Unit(text, place));
        if (place < text.Length && text[place] is '%' or '+' or '°' or '‰')
            place++;
        if (place < text.Length && Currencies.Contains(text[place], StringComparison.Ordinal))
            place++;
        return place;
    }

    /// <summary>"4 s" is what "4s" is.</summary>
    private static int DetachedUnit(string text, int place)
    {
        if (place >= text.Length || text[place] != ' ' || !char.IsDigit(text[place - 1]))
            return place;
        var end = place + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return
            (end == text.Length || !char.IsLetterOrDigit(text[end]))
            && Units.Contains(text[(place + 1)..end])
            ? end
            : place;
    }

    private static bool IsWordBefore(string text, int place) =>
        place > 0 && char.IsLetterOrDigit(text[place - 1]);

    private static bool IsInside(string text, int place) =>
        text[place] is '.' or ',' or ':' or '/' or '\'' or '-'
        && place + 1 < text.Length
        && char.IsDigit(text[place + 1])
        && char.IsDigit(text[place - 1]);

    /// <summary>A few letters right behind the digits belong to them; a long word does not.</summary>
    private static int Unit(string text, int place)
    {
        var end = place;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is 'µ' or 'μ'))
            end++;
        if (end - place > LongestUnit)
            return place;
        // "30-day" is one measure.
        if (
            end == place
            && end + 1 < text.Length
            && text[end] == '-'
            && char.IsAsciiLetter(text[end + 1])
        )
        {
            end++;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
        }
        return end;
    }
}
