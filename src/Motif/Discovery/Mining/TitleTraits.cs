using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Discovery.Mining;

/// <summary>The template of a title, such as <c>{n} things {x} never told you</c>; null where it has none.</summary>
public delegate string? TitleSkeleton(string title);

/// <summary>Every trait of an item but its phrases, each once.</summary>
/// <param name="isDayAlone">Whether times of publication are days: their hours would all be those after midnight.</param>
/// <param name="usualWords">How many words the middle title has, of those that may decide; null where no title may.</param>
internal sealed class TitleTraits(
    TitleSkeleton? skeleton,
    NumberBands bands,
    WordLists lists,
    int? usualWords,
    bool isDayAlone
)
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("([{（【［");
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”«»„「");

    private const int HoursPerSlot = 4;
    private const int LongestSkeleton = 200;

    /// <summary>Texts above this length are bodies: every one of them is a template of its own.</summary>
    private const int LongestTitle = 400;

    public HashSet<Feature> Of(Item item, List<string> words)
    {
        var found = new HashSet<Feature>();
        if (words.Count > 0)
            AddWording(item.Text, words, found);
        if (item.PublishedAt is { } at)
            found.Add(new(FeatureFamily.Timing, isDayAlone ? Day(at) : Slot(at.ToUniversalTime())));
        foreach (var (name, value) in item.Attributes)
        {
            // An outcome is no trait.
            if (ViewsAtAge.Days(name) is null)
                AddAttribute(name, value, found);
        }
        return found;
    }

    /// <summary>The day of the week, where a corpus tells no hours.</summary>
    public static string Day(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToUniversalTime().DayOfWeek}");

    /// <summary>Whether all of these were published at midnight, as dates without a time of day are read.</summary>
    public static bool AreDaysAlone(IEnumerable<EvidenceRow> rows) =>
        rows.All(r =>
            r.Item.PublishedAt is not { } at || at.UtcDateTime.TimeOfDay == TimeSpan.Zero
        );

    private void AddWording(string text, List<string> words, HashSet<Feature> found)
    {
        if (words.Count > 1)
            found.Add(new(FeatureFamily.Start, $"{words[0]} {words[1]}"));
        found.Add(new(FeatureFamily.End, words[^1]));
        foreach (var mark in Marks(text, words))
            found.Add(new(FeatureFamily.Mark, mark));
        found.Add(new(FeatureFamily.Length, LengthBand(words.Count)));
        if (words.Count > usualWords)
            found.Add(new(FeatureFamily.Length, TitleLength.Above(usualWords.Value)));
        foreach (var list in lists.In(words))
            found.Add(new(FeatureFamily.Words, list));
        if (
            text.Length <= LongestTitle
            && skeleton?.Invoke(text) is { Length: > 0 and <= LongestSkeleton } template
        )
            found.Add(new(FeatureFamily.Skeleton, template));
    }

    private static IEnumerable<string> Marks(string text, List<string> words)
    {
        var trimmed = text.Trim();
        if (trimmed.Contains('?', StringComparison.Ordinal))
            yield return "question";
        if (trimmed.Contains('!', StringComparison.Ordinal))
            yield return "exclamation";
        if (trimmed.AsSpan().IndexOfAny(Brackets) >= 0)
            yield return "brackets";
        if (trimmed.AsSpan().IndexOfAny(":：") >= 0)
            yield return "colon";
        if (trimmed.AsSpan().IndexOfAny(Quotes) >= 0)
            yield return "quote";
        if (
            trimmed.Contains('…', StringComparison.Ordinal)
            || trimmed.Contains("...", StringComparison.Ordinal)
        )
            yield return "ellipsis";
        if (words.Exists(w => w.All(char.IsDigit)))
            yield return "number";
        if (words[0].All(char.IsDigit))
            yield return "list number";
        if (HasCapitals(trimmed))
            yield return "capitals";
        if (trimmed.EnumerateRunes().Any(IsEmoji))
            yield return "emoji";
    }

    /// <summary>A word of three letters and more, all of them capitals.</summary>
    private static bool HasCapitals(string text)
    {
        var run = 0;
        foreach (var character in text)
        {
            run =
                char.IsUpper(character) ? run + 1
                : char.IsLetter(character) ? int.MinValue / 2
                : 0;
            if (run >= 3)
                return true;
        }
        return false;
    }

    private static bool IsEmoji(Rune rune) =>
        rune.Value is >= 0x1F300 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF;

    private static string LengthBand(int words) =>
        words switch
        {
            <= 4 => "1-4 words",
            <= 8 => "5-8 words",
            <= 12 => "9-12 words",
            <= 18 => "13-18 words",
            _ => "19+ words",
        };

    private static string Slot(DateTimeOffset utc)
    {
        var from = utc.Hour / HoursPerSlot * HoursPerSlot;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{utc.DayOfWeek} {from:00}-{from + HoursPerSlot:00} UTC"
        );
    }

    private void AddAttribute(string name, JsonElement value, HashSet<Feature> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                // Its contrary is the same comparison turned round.
                found.Add(new(FeatureFamily.Attribute, $"{name}=true"));
                break;
            case JsonValueKind.Number:
                found.Add(new(FeatureFamily.Attribute, bands.Of(name, value.GetDouble())));
                break;
            case JsonValueKind.String when name is "tags":
                foreach (
                    var tag in value
                        .GetString()!
                        .Split(
                            ['|', ',', ';'],
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                )
                    found.Add(new(FeatureFamily.Attribute, $"tag={tag.ToLowerInvariant()}"));
                break;
            case JsonValueKind.String:
                found.Add(new(FeatureFamily.Attribute, $"{name}={value.GetString()}"));
                break;
        }
    }
}
