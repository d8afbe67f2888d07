using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>What the rules recognised, as sightings: one pattern per rule, variant, modifiers and language.</summary>
internal static class RuleSightings
{
    public static IEnumerable<Sighting> Of(
        CodeRules rules,
        IReadOnlyList<RuleMatch> matches,
        IReadOnlyList<MeasuredUnit> units
    )
    {
        var measured = units.ToDictionary(u => (u.Facts, u.Index));
        var known = new Dictionary<string, ICodeRule>(StringComparer.Ordinal);
        foreach (var rule in rules.Rules)
            known.TryAdd(rule.Name, rule);
        foreach (var match in FunctionReadings.Settle(matches))
        {
            if (!measured.TryGetValue((match.Unit.File.Facts, match.Unit.Index), out var unit))
                continue;
            if (!unit.IsWhole || unit.Unit.Has(UnitTraits.Generated))
                continue;
            yield return new Sighting(
                unit,
                match.Rule,
                Traits(match, known[match.Rule]),
                JudgedRules.ConfidenceOf(match.Rule, unit.Facts.Language),
                match.Evidence
            )
            {
                Strength = match.Confidence,
                HasParticipants = match.Participants.Count > 0,
                Domain = match.Domains.Count > 0 ? match.Domains[0] : null,
            };
        }
    }

    private static PatternTraits Traits(RuleMatch match, ICodeRule rule)
    {
        // A pattern is of one language: what is copied from it has to run.
        var language = match.Unit.File.Facts.Language;
        return new PatternTraits(
            FormerDomains.Key(match.Rule, match.Variant, match.Modifiers, domain: null, language),
            match.Rule,
            rule.Title,
            match.Variant,
            match.Modifiers,
            Domain: null
        )
        {
            Purpose = RulePurpose.Of(rule),
        };
    }
}
