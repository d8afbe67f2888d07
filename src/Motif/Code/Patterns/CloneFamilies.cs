namespace Motif.Code.Patterns;

/// <summary>
/// Units of the same structure: exact copies (type 1) and copies with other names and constants (type 2), in groups of
/// any number.
/// </summary>
internal static class CloneFamilies
{
    /// <summary>The name under which structure alone is a rule.</summary>
    public const string Rule = "structure";

    /// <summary>Below this many elements units are alike by chance: getters, delegating calls.</summary>
    public const int MinElements = 40;

    public static IEnumerable<Sighting> Find(IReadOnlyList<MeasuredUnit> units)
    {
        var groups = units
            .Where(IsComparable)
            .GroupBy(u =>
                (u.Facts.Language, u.Unit.Kind is UnitKind.Class, u.Stream, u.StreamLength)
            )
            .Select(g => g.Order(MeasuredUnit.ByPlace).ToList())
            .Where(g => g.Count >= 2)
            .ToList();
        var explained = Explained(groups);
        return groups
            .Where(g => !g.All(u => explained.Contains((u.Facts, u.Unit.Parent))))
            .SelectMany(Sightings);
    }

    private static bool IsComparable(MeasuredUnit unit) =>
        unit.StreamLength >= MinElements
        && unit.Unit.Kind is not UnitKind.Module
        && !unit.Unit.Has(UnitTraits.Generated)
        && unit.IsWhole;

    /// <summary>Units whose whole is a copy already: that their parts are copies too says nothing more.</summary>
    private static HashSet<(CodeFacts, int)> Explained(List<List<MeasuredUnit>> groups)
    {
        var explained = new HashSet<(CodeFacts, int)>();
        foreach (var group in groups)
        {
            foreach (var unit in group)
                explained.Add((unit.Facts, unit.Index));
        }
        return explained;
    }

    private static IEnumerable<Sighting> Sightings(List<MeasuredUnit> group)
    {
        var first = group[0];
        var isClass = first.Unit.Kind is UnitKind.Class;
        var traits = new PatternTraits(
            $"{Rule}/{first.Facts.Language}/{(isClass ? "class" : "function")}/{first.Stream:x16}",
            "recurring_structure",
            Title: null,
            Variant: null,
            Modifiers: [],
            Domain: null
        );
        var isExact = group.All(u => u.Unit.TokenHash == first.Unit.TokenHash);
        var signal = isExact
            ? $"{group.Count} exact copies"
            : $"{group.Count} units with the same structure of {first.StreamLength} elements";
        foreach (var unit in group)
            yield return new Sighting(
                unit,
                Rule,
                traits,
                Confidence.Certain,
                [new Evidence(signal, unit.Unit.StartLine, unit.Unit.EndLine)]
            );
    }
}
