using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>What the rules recognised, as sightings: one pattern per rule, variant, modifiers and domain.</summary>
internal static class RuleSightings
{
    public static IEnumerable<Sighting> Of(
        CodeRules rules,
        IReadOnlyList<RuleMatch> matches,
        IReadOnlyList<MeasuredUnit> units
    )
    {
        var measured = units.ToDictionary(u => (u.Facts, u.Index));
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in rules.Rules)
            titles.TryAdd(rule.Name, rule.Title);
        foreach (var match in matches)
        {
            if (!measured.TryGetValue((match.Unit.File.Facts, match.Unit.Index), out var unit))
                continue;
            if (!unit.IsWhole || unit.Unit.Has(UnitTraits.Generated))
                continue;
            yield return new Sighting(
                unit,
                match.Rule,
                Traits(match, titles[match.Rule]),
                match.Confidence,
                match.Evidence
            )
            {
                HasParticipants = match.Participants.Count > 0,
            };
        }
    }

    private static PatternTraits Traits(RuleMatch match, string title)
    {
        var domain = match.Domains.Count > 0 ? match.Domains[0] : null;
        var key = $"{match.Rule}/{match.Variant}/{string.Join('+', match.Modifiers)}/{domain}";
        return new PatternTraits(
            key,
            domain is null ? match.Rule : $"{domain.ToLowerInvariant()}_operations",
            title,
            match.Variant,
            match.Modifiers,
            domain
        );
    }
}
