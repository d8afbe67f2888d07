namespace Motif.Code.Patterns;

/// <summary>
/// Lets a family stay the same pattern when all its members change: its key comes from a structure that is then no longer there. A
/// new family of the same line takes over the key of one that vanished when at least half of that one's occurrences are its own.
/// </summary>
internal static class CarriedIdentity
{
    /// <param name="stored">The patterns that the repository had.</param>
    /// <param name="before">The occurrences that it had.</param>
    public static IReadOnlyList<PatternGroup> Carry(
        IReadOnlyList<PatternGroup> groups,
        IReadOnlyCollection<Pattern> stored,
        IReadOnlyList<Occurrence> before
    )
    {
        var ids = groups.Select(g => g.PatternId).ToHashSet();
        var vanished = stored
            .Where(p => IsStructure(p.Key) && !ids.Contains(p.PatternId))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .ToList();
        if (vanished.Count == 0)
            return groups;
        var known = stored.Select(p => p.PatternId).ToHashSet();
        var result = groups.ToList();
        foreach (var pattern in vanished)
        {
            var places = before.Where(o => o.PatternId == pattern.PatternId).ToList();
            var heir = -1;
            var most = 0;
            for (var i = 0; i < result.Count; i++)
            {
                if (
                    Line(result[i].Traits.Key) != Line(pattern.Key)
                    || known.Contains(result[i].PatternId)
                )
                    continue;
                var shared = Shared(result[i], places);
                if (shared > most)
                    (heir, most) = (i, shared);
            }
            if (heir >= 0 && most * 2 >= places.Count)
                result[heir] = result[heir].WithKey(pattern.Key);
        }
        return [.. result.OrderBy(g => g.Traits.Key, StringComparer.Ordinal)];
    }

    private static bool IsStructure(string key) =>
        key.StartsWith(CloneFamilies.Rule + "/", StringComparison.Ordinal);

    /// <summary>The key without the structure: copies of functions of a language, or what one rule sees.</summary>
    private static string Line(string key) => key[..(key.LastIndexOf('/') + 1)];

    private static int Shared(PatternGroup group, List<Occurrence> places)
    {
        var names = group
            .Sightings.Select(s => (s.Unit.File, s.Unit.Unit.QualifiedName))
            .ToHashSet();
        return places.Count(p => names.Contains((p.File, p.QualifiedName)));
    }
}
