namespace Motif.Matching.Ranking;

/// <summary>What a document is called: a name, an alias, its intent, or an intent that it learned.</summary>
/// <param name="Terms">Digests of its different terms, function words among them: no field that is searched has those of an intent.</param>
/// <param name="Rarities">Beside each term: how rare it is in the language, in nats.</param>
/// <param name="Digest">Of its words, whatever their order.</param>
/// <param name="Belief">0..1, 1 but for what was learned.</param>
internal sealed record IndexedName(int[] Terms, float[] Rarities, ulong Digest, float Belief)
{
    /// <summary>Sum of the rarities.</summary>
    public float Total { get; } = Rarities.Sum();
}

/// <summary>What documents are called, by slot. Not thread-safe: one writer or many readers, as its owner arranges.</summary>
internal sealed class NameIndex
{
    /// <summary>Of documents of one name, so many are found by it; the others by their words.</summary>
    private const int MostOfOneName = 50;

    /// <summary>Words of a name that turn it: "deploy without downtime" is not about downtime.</summary>
    private static readonly HashSet<int> Turning =
    [
        .. ((string[])["without", "no", "not", "zero", "non", "never", "instead", "rather"]).Select(
            word => Digest(Text.TextAnalyzer.Stem(word))
        ),
    ];

    private readonly List<IndexedName[]> _names = [];

    /// <summary>From the digest of a name to the entry that was made last of it.</summary>
    private readonly Dictionary<ulong, int> _latest = [];

    /// <summary>Documents by name: slot, digest, and the entry of the same digest before it.</summary>
    private readonly List<(int Slot, ulong Digest, int Before)> _entries = [];

    /// <summary>Adds a document in the next slot.</summary>
    public void Add(IndexedName[] names)
    {
        foreach (var name in names)
            Enter(_names.Count, name.Digest);
        _names.Add(names);
    }

    public void Remove(int slot) => _names[slot] = [];

    public void Compact(ReadOnlySpan<int> newSlots)
    {
        FacetIndex.Compact(_names, newSlots);
        var entries = _entries.ToArray();
        _entries.Clear();
        _latest.Clear();
        foreach (var (slot, digest, _) in entries)
        {
            if (newSlots[slot] >= 0)
                Enter(newSlots[slot], digest);
        }
    }

    /// <summary>Adds the documents of that name or alias that pass, whatever the order of its words; those written last first.</summary>
    public void Find(NameTerms name, SlotSet passing, List<int> found)
    {
        if (name.Terms.Length == 0)
            return;
        var entry = _latest.GetValueOrDefault(Digest(name), -1);
        for (var left = MostOfOneName; entry >= 0 && left > 0; entry = _entries[entry].Before)
        {
            if (!passing.Contains(_entries[entry].Slot))
                continue;
            found.Add(_entries[entry].Slot);
            left--;
        }
    }

    /// <summary>Remembers the names of some slots; what comes out writes them, in their order.</summary>
    public Action<BinaryWriter> Capture(int[] slots)
    {
        var names = Array.ConvertAll(slots, slot => _names[slot]);
        return writer =>
        {
            writer.WriteArray<int>(Array.ConvertAll(names, ofDocument => ofDocument.Length));
            foreach (var name in names.SelectMany(ofDocument => ofDocument))
            {
                writer.Write(name.Digest);
                writer.Write(name.Belief);
                writer.WriteArray<int>(name.Terms);
                writer.WriteArray<float>(name.Rarities);
            }
        };
    }

    /// <summary>Takes over what was written, into an empty index.</summary>
    public void Restore(BinaryReader reader)
    {
        foreach (var count in reader.ReadArray<int>())
        {
            var names = new IndexedName[count];
            for (var i = 0; i < count; i++)
            {
                var digest = reader.ReadUInt64();
                var belief = reader.ReadSingle();
                names[i] = new IndexedName(
                    reader.ReadArray<int>(),
                    reader.ReadArray<float>(),
                    digest,
                    belief
                );
            }
            Add(names);
        }
    }

    private void Enter(int slot, ulong digest)
    {
        _entries.Add((slot, digest, _latest.GetValueOrDefault(digest, -1)));
        _latest[digest] = _entries.Count - 1;
    }

    /// <summary>FNV-1a of a word, folded to 32 bits.</summary>
    public static int Digest(string term)
    {
        var hash = 14695981039346656037;
        foreach (var character in term)
            hash = (hash ^ character) * 1099511628211;
        return (int)(hash ^ (hash >> 32));
    }

    /// <summary>FNV-1a of the words, in ordinal order and function words only where there are no others; two names of one digest cost a look at one document more.</summary>
    public static ulong Digest(NameTerms name)
    {
        var hash = 14695981039346656037;
        var words = name.ContentWords > 0 ? name.Terms[..name.ContentWords] : name.Terms;
        foreach (var term in words.Order(StringComparer.Ordinal))
        {
            foreach (var character in term)
                hash = (hash ^ character) * 1099511628211;
            hash = (hash ^ ' ') * 1099511628211;
        }
        return hash;
    }

    /// <summary>
    /// How far a request names a document: the largest p²·√r over what it is called, p the share of the request that stands in
    /// the name and r the share of the name that stands in the request, both by rarity. 1 for the very name, about ½ for one rare
    /// word of a long one, near 0 for a sentence that shares a word with it. Function words alone name nothing but what is called
    /// by these very words.
    /// </summary>
    public double Named(int slot, RequestWords request)
    {
        var best = 0.0;
        foreach (var name in _names[slot])
            best = Math.Max(best, name.Belief * Agreement(name, request));
        return best;
    }

    /// <summary>
    /// Whether a document is called by one of the phrases, given as digests of their words, in a name that does not turn them.
    /// </summary>
    public bool IsCalled(int slot, List<int[]> phrases) =>
        phrases.Exists(phrase => Array.Exists(_names[slot], name => IsCalled(name, phrase)));

    /// <summary>Whether a document has all words of a phrase in a name that turns them.</summary>
    public bool IsTurned(int slot, int[] phrase) =>
        Array.Exists(_names[slot], name => Has(name, phrase) && IsTurned(name));

    private static bool IsCalled(IndexedName name, int[] phrase) =>
        Has(name, phrase) && !IsTurned(name);

    private static bool Has(IndexedName name, int[] phrase) =>
        phrase.Length > 0 && Array.TrueForAll(phrase, word => Array.IndexOf(name.Terms, word) >= 0);

    private static bool IsTurned(IndexedName name) => Array.Exists(name.Terms, Turning.Contains);

    private static double Agreement(IndexedName name, RequestWords request)
    {
        var (said, shared, words) = (0f, 0f, 0);
        for (var i = 0; i < name.Terms.Length; i++)
        {
            if (Array.IndexOf(request.Names, name.Terms[i]) is not (var place and >= 0))
                continue;
            said += request.NameMasses[place];
            shared += name.Rarities[i];
            words++;
        }
        if (shared <= 0)
            return 0;
        if (!request.HasContent)
            return words == name.Terms.Length && words == request.Names.Length ? 1 : 0;
        var share = Math.Min(1, said / request.Total);
        return share * share * Math.Sqrt(Math.Min(1, shared / name.Total));
    }
}
