using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>What a code pattern says of itself: what it is for, other names, and how somebody would ask for it.</summary>
/// <param name="Sentence">One sentence; null where the rule does not say.</param>
/// <param name="How">How this variant does it, in one sentence.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Intents">Requests that it serves, those of the variant first.</param>
internal sealed record PatternPurpose(
    string? Sentence,
    string? How,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Intents
)
{
    private const int MostNames = 2;

    public static PatternPurpose Of(PatternTraits traits, IReadOnlyList<MeasuredUnit> units)
    {
        if (traits.Title is null)
            return new(Recurring(units), null, [], []);
        if (traits.Purpose is not { } purpose)
            return new(null, null, [], []);
        var variant = traits.Variant is { } name ? purpose.Variants.GetValueOrDefault(name) : null;
        return new(
            purpose.Sentence,
            variant?.Sentence,
            purpose.Aliases,
            [.. variant?.Intents ?? [], .. purpose.Intents]
        );
    }

    /// <summary>The purpose, how it is done, and what the exemplar's own documentation says first.</summary>
    public string Description(string? documentation)
    {
        var text = string.Join(' ', new[] { Sentence, How }.OfType<string>());
        if (FirstSentence.Of(documentation) is not { } example)
            return text;
        return text.Length == 0 ? example : $"{text} For example: {example}";
    }

    /// <summary>Nothing is known of it but what its places are called.</summary>
    private static string Recurring(IReadOnlyList<MeasuredUnit> units)
    {
        var names = units
            .GroupBy(u => u.Unit.QualifiedName, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostNames)
            .Select(g => $"`{KeptText.Line(g.Key)}`");
        return $"Code of one structure that stands in several places, such as {string.Join(" and ", names)}.";
    }
}
