namespace Motif.Code.Patterns;

/// <summary>What a structure is known by: two units of one key have the same grams and the same vocabulary.</summary>
/// <param name="Words">Hash of the vocabulary.</param>
internal readonly record struct StructureKey(ulong Stream, int StreamLength, ulong Words)
{
    public static StructureKey Of(MeasuredUnit unit) =>
        new(unit.Stream, unit.StreamLength, SharedVocabulary.Hash(unit.Vocabulary));
}

/// <summary>
/// The structures of a scan and which of them are alike. Whether two are follows from the two alone, so that a later scan compares only
/// the structures that are new with the others.
/// </summary>
/// <param name="Pairs">By their place among the structures.</param>
internal sealed record KnownPairs(StructureKey[] Structures, SimilarPair[] Pairs)
{
    /// <summary>With more new ones everything is compared: that looks at what shares a gram, not at every pair.</summary>
    public const int MaxNew = 100;

    /// <param name="units">All whose structures are compared now, one of each.</param>
    public static KnownPairs Of(
        IEnumerable<MeasuredUnit> units,
        IReadOnlyList<(MeasuredUnit Left, MeasuredUnit Right, double Similarity)> pairs
    )
    {
        StructureKey[] structures = [.. units.Select(StructureKey.Of).Distinct()];
        var places = PlacesOf(structures);
        return new KnownPairs(
            structures,
            [
                .. pairs.Select(p => new SimilarPair(
                    places[StructureKey.Of(p.Left)],
                    places[StructureKey.Of(p.Right)],
                    p.Similarity
                )),
            ]
        );
    }

    /// <summary>All pairs among the structures, as if they had been compared.</summary>
    /// <param name="structures">One unit of each.</param>
    /// <returns>By left, then right index, left always smaller; null where too much is new, or so many are no longer compared exactly.</returns>
    public List<SimilarPair>? In(List<MeasuredUnit> structures, double similar)
    {
        if (Math.Max(structures.Count, Structures.Length) > SimilarityJoin.MaxExact)
            return null;
        StructureKey[] keys = [.. structures.Select(StructureKey.Of)];
        var known = PlacesOf(Structures);
        var fresh = Enumerable
            .Range(0, keys.Length)
            .Where(i => !known.ContainsKey(keys[i]))
            .ToList();
        if (fresh.Count > MaxNew)
            return null;
        var places = PlacesOf(keys);
        var pairs = new List<SimilarPair>();
        foreach (var pair in Pairs)
        {
            if (
                places.TryGetValue(Structures[pair.Left], out var left)
                && places.TryGetValue(Structures[pair.Right], out var right)
            )
                pairs.Add(new(Math.Min(left, right), Math.Max(left, right), pair.Similarity));
        }
        var isFresh = new bool[keys.Length];
        foreach (var i in fresh)
        {
            isFresh[i] = true;
            for (var other = 0; other < keys.Length; other++)
            {
                if (!isFresh[other])
                    AddIfAlike(structures, Math.Min(i, other), Math.Max(i, other), similar, pairs);
            }
        }
        pairs.Sort(
            (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right)
        );
        return pairs;
    }

    private static void AddIfAlike(
        List<MeasuredUnit> structures,
        int left,
        int right,
        double similar,
        List<SimilarPair> pairs
    )
    {
        var (one, other) = (structures[left], structures[right]);
        var (a, b) = (one.Structure.Grams, other.Structure.Grams);
        if (Math.Min(a.Count, b.Count) < similar * Math.Max(a.Count, b.Count))
            return;
        var similarity = a.Jaccard(b, similar);
        if (similarity >= similar && SharedVocabulary.IsLike(one.Vocabulary, other.Vocabulary))
            pairs.Add(new(left, right, similarity));
    }

    private static Dictionary<StructureKey, int> PlacesOf(StructureKey[] keys)
    {
        var places = new Dictionary<StructureKey, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            places[keys[i]] = i;
        return places;
    }
}
