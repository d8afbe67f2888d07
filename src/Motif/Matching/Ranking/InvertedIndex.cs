namespace Motif.Matching.Ranking;

/// <summary>One term of a stored document.</summary>
/// <param name="Term">Number of the term in the index's vocabulary.</param>
/// <param name="Count">Occurrences in all fields.</param>
/// <param name="Weighted">Occurrences times field weights.</param>
internal readonly record struct StoredTerm(int Term, ushort Count, float Weighted)
{
    /// <summary>1 + ln of the count: what the vector signals take.</summary>
    public float Damped => Count == 1 ? 1 : 1 + MathF.Log(Count);
}

/// <summary>
/// Term → documents and document → terms, in memory. Slots are given by the caller in ascending order and are not used again
/// until <see cref="Compact"/>. Not thread-safe: one writer or many readers, as its owner arranges.
/// </summary>
internal sealed class InvertedIndex
{
    private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<PostingList> _postings = [];
    private readonly List<StoredTerm[]> _documents = [];
    private readonly List<float> _lengths = [];
    private double _totalLength;

    /// <summary>Documents that are there.</summary>
    public int LiveCount { get; private set; }

    /// <summary>Slots handed in so far, removed ones included.</summary>
    public int SlotCount => _documents.Count;

    public int TermCount => _terms.Count;

    /// <summary>Mean weighted length of the documents.</summary>
    public double AverageLength => LiveCount == 0 ? 0 : _totalLength / LiveCount;

    public ReadOnlySpan<float> Lengths =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lengths);

    public string Term(int number) => _terms[number];

    /// <summary>The number of a term, −1 where the index never saw it.</summary>
    public int Find(string term) => _vocabulary.GetValueOrDefault(term, -1);

    public PostingList Postings(int term) => _postings[term];

    public StoredTerm[] Document(int slot) => _documents[slot];

    /// <summary>Robertson–Spärck Jones with the +1 that keeps it positive: ln(1 + (N − df + ½)/(df + ½)).</summary>
    public double InverseDocumentFrequency(int term)
    {
        var documents = term < 0 ? 0 : _postings[term].LiveCount;
        return Math.Log(1 + ((LiveCount - documents + 0.5) / (documents + 0.5)));
    }

    /// <summary>Whether a document that is there has the term.</summary>
    public bool Knows(string term) =>
        Find(term) is var number and >= 0 && _postings[number].LiveCount > 0;

    /// <summary>Adds a document in the next slot.</summary>
    public void Add(DocumentText text)
    {
        var stored = new StoredTerm[text.Terms.Count];
        var next = 0;
        foreach (var (term, frequency) in text.Terms)
        {
            var number = NumberOf(term);
            var count = (ushort)Math.Min(frequency.Count, ushort.MaxValue);
            stored[next++] = new StoredTerm(number, count, frequency.Weighted);
        }
        Add(stored);
    }

    private void Add(StoredTerm[] stored)
    {
        var slot = _documents.Count;
        var length = 0.0;
        foreach (var term in stored)
            length += term.Weighted;
        foreach (var term in stored)
            _postings[term.Term].Append(slot, term.Weighted, (float)length);
        _documents.Add(stored);
        _lengths.Add((float)length);
        _totalLength += length;
        LiveCount++;
    }

    /// <summary>Takes a document out of all counts; its postings stay until <see cref="Compact"/>.</summary>
    public void Remove(int slot)
    {
        foreach (var stored in _documents[slot])
            _postings[stored.Term].Forget();
        _totalLength -= _lengths[slot];
        LiveCount--;
        _documents[slot] = [];
        _lengths[slot] = 0;
    }

    /// <summary>Renumbers the slots; <paramref name="newSlots"/> is ascending with −1 for removed ones.</summary>
    public void Compact(ReadOnlySpan<int> newSlots)
    {
        foreach (var postings in _postings)
            postings.Compact(newSlots, Lengths);
        var kept = 0;
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            if (newSlots[slot] < 0)
                continue;
            _documents[kept] = _documents[slot];
            _lengths[kept++] = _lengths[slot];
        }
        _documents.RemoveRange(kept, _documents.Count - kept);
        _lengths.RemoveRange(kept, _lengths.Count - kept);
    }

    /// <summary>What models are fitted on, by number and slot; stays as it is while the index changes.</summary>
    public IndexSnapshot Snapshot()
    {
        var idf = new float[_terms.Count];
        for (var term = 0; term < idf.Length; term++)
            idf[term] = (float)InverseDocumentFrequency(term);
        return new IndexSnapshot([.. _documents], [.. _terms], idf);
    }

    /// <summary>Remembers some slots as they are now; what comes out writes them, in their order.</summary>
    public Action<BinaryWriter> Capture(int[] slots)
    {
        var documents = Array.ConvertAll(slots, slot => _documents[slot]);
        string[] terms = [.. _terms];
        return writer =>
        {
            writer.WriteTexts(terms);
            writer.WriteArray<int>(Array.ConvertAll(documents, document => document.Length));
            foreach (var document in documents)
                writer.Write(
                    System.Runtime.InteropServices.MemoryMarshal.AsBytes<StoredTerm>(document)
                );
        };
    }

    /// <summary>Takes over what was written, into an empty index.</summary>
    public void Restore(BinaryReader reader)
    {
        foreach (var term in reader.ReadTexts())
            NumberOf(term);
        foreach (var count in reader.ReadArray<int>())
        {
            var document = new StoredTerm[count];
            reader.BaseStream.ReadExactly(
                System.Runtime.InteropServices.MemoryMarshal.AsBytes(document.AsSpan())
            );
            Add(document);
        }
    }

    private int NumberOf(string term)
    {
        if (_vocabulary.TryGetValue(term, out var number))
            return number;
        number = _terms.Count;
        _vocabulary.Add(term, number);
        _terms.Add(term);
        _postings.Add(new PostingList());
        return number;
    }
}

/// <summary>The contents of an index at one time.</summary>
/// <param name="Documents">Terms by slot; empty for removed ones.</param>
/// <param name="Terms">Terms by number.</param>
/// <param name="Idf">Inverse document frequencies by number.</param>
internal sealed record IndexSnapshot(StoredTerm[][] Documents, string[] Terms, float[] Idf);
