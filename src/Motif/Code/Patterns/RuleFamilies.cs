namespace Motif.Code.Patterns;

/// <summary>
/// Splits what a rule sees in many places by how it is built: members of nearly the same structure become a pattern of their own,
/// those that are like no two others stay what they were.
/// </summary>
internal static class RuleFamilies
{
    /// <summary>Up to so many members a pattern is looked through at a glance and stays whole.</summary>
    public const int MaxWhole = 5;

    /// <summary>Two that are alike are a pair, which SIMILAR_TO tells.</summary>
    public const int MinMembers = 3;

    /// <returns>The same sightings; those of a family under its key.</returns>
    public static IEnumerable<Sighting> Split(
        IEnumerable<Sighting> sightings,
        int parallelism,
        AnalysisFaults faults,
        CancellationToken cancellationToken
    )
    {
        foreach (var pattern in sightings.GroupBy(s => s.Traits.Key, StringComparer.Ordinal))
        {
            var units = pattern.Select(s => s.Unit).Distinct().ToList();
            var families = faults.Survive(
                $"splitting {pattern.Key}",
                AnalysisFaults.WholeTree,
                null,
                [],
                () =>
                    units.Count > MaxWhole ? FamiliesOf(units, parallelism, cancellationToken) : []
            );
            foreach (var sighting in pattern)
                yield return families.TryGetValue(sighting.Unit, out var stream)
                    ? sighting with
                    {
                        Traits = TraitsOf(sighting.Traits, stream),
                    }
                    : sighting;
        }
    }

    /// <summary>
    /// The copies of which no pattern of a rule has a place, where enough of them are left: what a place is for says more than that
    /// it is like others, and the list of duplicates has them all.
    /// </summary>
    /// <param name="minPlaces">In how many places, two files at least, structure alone is a pattern.</param>
    public static IEnumerable<Sighting> Untold(
        IEnumerable<Sighting> copies,
        IReadOnlyList<Sighting> told,
        int minPlaces
    )
    {
        var held = told.Select(s => s.Unit).ToHashSet();
        foreach (var family in copies.GroupBy(s => s.Traits.Key, StringComparer.Ordinal))
        {
            var rest = family.Where(s => !held.Contains(s.Unit)).ToList();
            if (rest.Count < minPlaces || rest.All(s => s.Unit.File == rest[0].Unit.File))
                continue;
            foreach (var sighting in rest)
                yield return sighting;
        }
    }

    /// <summary>The structure that most of its family have, for every unit that is in one; none where all are of one family.</summary>
    private static Dictionary<MeasuredUnit, ulong> FamiliesOf(
        List<MeasuredUnit> units,
        int parallelism,
        CancellationToken cancellationToken
    )
    {
        var families = units
            .Where(CloneFamilies.IsComparable)
            .GroupBy(u => (u.Facts.Language, IsClass: u.Unit.Kind is UnitKind.Class))
            .SelectMany(g =>
                LikeStructures
                    .Of(
                        g,
                        CloneFamilies.Family,
                        CloneFamilies.Family,
                        parallelism,
                        cancellationToken
                    )
                    .Groups
            )
            .Where(g => g.Count >= MinMembers && g.Count < units.Count)
            // What recurs in one file alone is an overload of its neighbour, which needs no pattern of its own.
            .Where(g => g.Any(u => u.File != g[0].File));
        var streams = new Dictionary<MeasuredUnit, ulong>();
        foreach (var family in families)
        {
            var stream = CloneFamilies.MostFrequent(family).Stream;
            foreach (var unit in family)
                streams[unit] = stream;
        }
        return streams;
    }

    private static PatternTraits TraitsOf(PatternTraits traits, ulong stream) =>
        traits with
        {
            Key = $"{CloneFamilies.Rule}/{traits.Key}/{stream:x16}",
            IsFamily = true,
        };
}
