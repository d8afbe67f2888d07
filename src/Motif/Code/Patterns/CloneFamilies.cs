namespace Motif.Code.Patterns;

/// <summary>
/// Units of the same or nearly the same structure, in groups of any number: exact copies (type 1), copies with other names and
/// constants (type 2), and copies that were changed (type 3: Jaccard of their grams at least <see cref="Family"/>).
/// </summary>
internal sealed class CloneFamilies
{
    /// <summary>The name under which structure alone is a rule.</summary>
    public const string Rule = "structure";

    /// <summary>Below this many elements units are alike by chance: getters, delegating calls.</summary>
    public const int MinElements = 40;

    /// <summary>What stands in fewer places, or in one file, is a duplicate and no pattern.</summary>
    public const int MinPlaces = 3;

    /// <summary>From here on two units are of one family.</summary>
    public const double Family = 0.70;

    /// <summary>From here on two units are said to be similar.</summary>
    public const double Similar = 0.60;

    private CloneFamilies(
        IReadOnlyList<IReadOnlyList<MeasuredUnit>> families,
        IReadOnlyList<(MeasuredUnit Left, MeasuredUnit Right, double Similarity)> similar
    )
    {
        Families = families;
        Pairs = similar;
    }

    /// <summary>None were found.</summary>
    public static CloneFamilies None { get; } = new([], []);

    /// <summary>Groups of at least two, each by place, in the order of their first member.</summary>
    public IReadOnlyList<IReadOnlyList<MeasuredUnit>> Families { get; }

    /// <summary>What was compared, by language and whether they are classes, for the next scan.</summary>
    public IReadOnlyDictionary<string, KnownPairs> Compared { get; private init; } =
        new Dictionary<string, KnownPairs>(StringComparer.Ordinal);

    /// <summary>Similar units that are no exact copies, one of each structure.</summary>
    public IReadOnlyList<(MeasuredUnit Left, MeasuredUnit Right, double Similarity)> Pairs { get; }

    /// <param name="known">What an earlier scan compared, as <see cref="Compared"/>; null where nothing is known.</param>
    public static CloneFamilies Find(
        IReadOnlyList<MeasuredUnit> units,
        int parallelism,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, KnownPairs>? known = null
    )
    {
        var compared = new Dictionary<string, KnownPairs>(StringComparer.Ordinal);
        var families = new List<IReadOnlyList<MeasuredUnit>>();
        var pairs = new List<(MeasuredUnit, MeasuredUnit, double)>();
        foreach (
            var comparable in units
                .Where(IsComparable)
                .GroupBy(u => (u.Facts.Language, IsClass: u.Unit.Kind is UnitKind.Class))
                .OrderBy(g => g.Key.Language, StringComparer.Ordinal)
                .ThenBy(g => g.Key.IsClass)
        )
        {
            var line = $"{comparable.Key.Language}/{comparable.Key.IsClass}";
            var alike = LikeStructures.Of(
                comparable,
                Similar,
                Family,
                parallelism,
                cancellationToken,
                known?.GetValueOrDefault(line)
            );
            compared[line] = KnownPairs.Of(comparable, alike.Pairs);
            pairs.AddRange(alike.Pairs);
            families.AddRange(alike.Groups.Where(g => g.Count >= 2));
        }
        var told = WithoutExplained(families);
        return new CloneFamilies([.. told.OrderBy(g => g[0], MeasuredUnit.ByPlace)], pairs)
        {
            Compared = compared,
        };
    }

    /// <summary>The sightings of the families that recur, in two files at least.</summary>
    /// <param name="minPlaces">How often; <see cref="MinPlaces"/> as a rule.</param>
    public IEnumerable<Sighting> Sightings(int minPlaces)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var family in Families)
        {
            if (family.Count < minPlaces || family.All(u => u.File == family[0].File))
                continue;
            // That arguments are kept in fields is no pattern, however often.
            if (family[0].Unit.Has(UnitTraits.Constructor))
                continue;
            // Families of one structure that speak of different things are told apart by their order.
            var key = KeyOf(family);
            var number = keys[key] = keys.GetValueOrDefault(key) + 1;
            foreach (var sighting in Sightings(family, number == 1 ? key : $"{key}/{number}"))
                yield return sighting;
        }
    }

    /// <summary>Whether the unit is one of those whose copies are looked for.</summary>
    public static bool AreLookedFor(CodeUnit unit) =>
        unit.Kind is not UnitKind.Module
        && !unit.Has(UnitTraits.Generated)
        // A function in a function is a part of it, as a wrapper is of its decorator.
        && !unit.Has(UnitTraits.Nested)
        // Lists of names are alike whatever they list.
        && !unit.Has(UnitTraits.Enum)
        // Tests repeat themselves on purpose: what recurs there is no pattern of the program.
        && !unit.Has(UnitTraits.Test);

    /// <summary>Whether the unit is large enough that likeness means something.</summary>
    public static bool IsComparable(MeasuredUnit unit) =>
        unit.StreamLength >= MinElements
        && AreLookedFor(unit.Unit)
        && unit.IsWhole
        && !IsStub(unit.Project);

    /// <summary>All that it says is what others have to do.</summary>
    private static bool IsStub(ProjectUnit unit) =>
        unit.IsHook
        // Interfaces of TypeScript list fields as an enum lists names: alike whatever they list.
        || unit.Fact.Has(UnitTraits.Interface)
        || unit.Class is { Methods: { Count: > 0 } methods } && methods.All(m => m.IsHook);

    /// <summary>The first unit that has the structure most of them have.</summary>
    public static MeasuredUnit MostFrequent(IReadOnlyList<MeasuredUnit> family) =>
        family
            .GroupBy(u => (u.Stream, u.StreamLength))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Stream)
            .First()
            .First();

    /// <summary>That the parts of a copy are copies as well says nothing more.</summary>
    private static IEnumerable<IReadOnlyList<MeasuredUnit>> WithoutExplained(
        List<IReadOnlyList<MeasuredUnit>> families
    )
    {
        var family = new Dictionary<(CodeFacts, int), int>();
        for (var i = 0; i < families.Count; i++)
        {
            foreach (var unit in families[i])
                family[(unit.Facts, unit.Index)] = i;
        }
        return families.Where(units =>
        {
            var around = units
                .Select(u => family.TryGetValue((u.Facts, u.Unit.Parent), out var f) ? f : -1)
                .Distinct()
                .ToList();
            return around is not [>= 0];
        });
    }

    private static string KeyOf(IReadOnlyList<MeasuredUnit> family)
    {
        var first = MostFrequent(family);
        var shape = first.Unit.Kind is UnitKind.Class ? "class" : "function";
        return $"{Rule}/{first.Facts.Language}/{shape}/{first.Stream:x16}";
    }

    private static IEnumerable<Sighting> Sightings(IReadOnlyList<MeasuredUnit> family, string key)
    {
        var first = MostFrequent(family);
        var traits = new PatternTraits(
            key,
            "recurring_structure",
            Title: null,
            Variant: null,
            Modifiers: [],
            Domain: null
        );
        foreach (var unit in family)
            yield return new Sighting(
                unit,
                Rule,
                traits,
                Confidence.Certain,
                [new Evidence(Signal(unit, first, family), unit.Unit.StartLine, unit.Unit.EndLine)]
            );
    }

    private static string Signal(
        MeasuredUnit unit,
        MeasuredUnit first,
        IReadOnlyList<MeasuredUnit> family
    )
    {
        if (family.Any(u => u != unit && u.Unit.TokenHash == unit.Unit.TokenHash))
            return $"the same tokens as another of {family.Count}";
        return unit.Stream == first.Stream
            ? $"the same structure of {unit.StreamLength} elements as others of {family.Count}"
            : $"nearly the same structure as the others of {family.Count}";
    }
}
