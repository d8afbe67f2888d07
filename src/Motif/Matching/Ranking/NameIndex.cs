namespace Motif.Matching.Ranking;

/// <summary>A name or an alias as it is compared with a request.</summary>
/// <param name="Terms">Numbers of its different terms, function words among them.</param>
/// <param name="Rarities">Beside each term: how rare it is in the language, in nats.</param>
internal sealed record IndexedName(int[] Terms, float[] Rarities)
{
    /// <summary>Sum of the rarities.</summary>
    public float Total { get; } = Rarities.Sum();
}

/// <summary>What documents are called, by slot. Not thread-safe: one writer or many readers, as its owner arranges.</summary>
internal sealed class NameIndex
{
    private readonly List<IndexedName[]> _names = [];

    /// <summary>Adds a document in the next slot.</summary>
    public void Add(IndexedName[] names) => _names.Add(names);

    public void Remove(int slot) => _names[slot] = [];

    public void Compact(ReadOnlySpan<int> newSlots) => FacetIndex.Compact(_names, newSlots);

    /// <summary>
    /// How far a request names a document: the largest p²·√r over its names, p the share of the request that stands in the name
    /// and r the share of the name that stands in the request, both by rarity. 1 for the very name, about ½ for one rare word of
    /// a long one, near 0 for a sentence that shares a word with it.
    /// </summary>
    public double Named(int slot, RequestWords request)
    {
        var best = 0.0;
        foreach (var name in _names[slot])
            best = Math.Max(best, Agreement(name, request));
        return best;
    }

    private static double Agreement(IndexedName name, RequestWords request)
    {
        var (said, shared) = (0f, 0f);
        for (var i = 0; i < name.Terms.Length; i++)
        {
            if (Array.IndexOf(request.Terms, name.Terms[i]) is not (var place and >= 0))
                continue;
            said += request.Masses[place];
            shared += name.Rarities[i];
        }
        if (shared <= 0)
            return 0;
        var share = Math.Min(1, said / request.Total);
        return share * share * Math.Sqrt(Math.Min(1, shared / name.Total));
    }
}
