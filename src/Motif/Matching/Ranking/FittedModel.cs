using Motif.Embeddings;

namespace Motif.Matching.Ranking;

/// <summary>What is learned from all documents together, and every document's vectors in it.</summary>
internal sealed class FittedModel
{
    private readonly CodedRows _vectors;
    private readonly CodedRows? _latentRows;
    private readonly List<int> _rowOfTerm;
    private readonly NearestRows _near;

    private FittedModel(
        Lexicon lexicon,
        LatentSemantics? latent,
        int fittedDocuments,
        int[] rowOfTerm
    )
    {
        Lexicon = lexicon;
        Latent = latent;
        FittedDocuments = fittedDocuments;
        _rowOfTerm = [.. rowOfTerm];
        _vectors = new CodedRows(lexicon.Dimensions);
        _near = new NearestRows(_vectors);
        _latentRows = latent is null ? null : new CodedRows(latent.Dimensions);
    }

    public Lexicon Lexicon { get; }

    public LatentSemantics? Latent { get; }

    /// <summary>Documents there were at the fit.</summary>
    public int FittedDocuments { get; }

    public CodedRows Vectors => _vectors;

    public CodedRows? LatentRows => _latentRows;

    /// <summary>The shipped knowledge alone, before any document.</summary>
    public static FittedModel Of(Lexicon lexicon) => new(lexicon, null, 0, []);

    /// <summary>Learns from the documents of a snapshot and encodes them.</summary>
    public static FittedModel Fit(Lexicon lexicon, IndexSnapshot snapshot)
    {
        var documents = snapshot.Documents.Where(document => document.Length > 0).ToList();
        var extended = CatalogueLexicon.Extend(lexicon, snapshot);
        var model = new FittedModel(
            extended,
            LatentSemantics.Fit(documents, snapshot.Idf),
            documents.Count,
            CatalogueLexicon.Rows(extended, snapshot.Terms)
        );
        model.Reserve(snapshot.Documents.Length);
        Parallel.For(
            0,
            snapshot.Documents.Length,
            slot => model.Encode(slot, snapshot.Documents[slot])
        );
        return model;
    }

    /// <summary>Remembers what was learned and the vectors of some slots; what comes out writes them, in their order.</summary>
    public Action<BinaryWriter> Capture(int[] slots)
    {
        var vectors = _vectors.Capture(slots);
        var latent = _latentRows?.Capture(slots);
        return writer =>
        {
            using var lexicon = new MemoryStream();
            LexiconFile.Write(Lexicon, lexicon);
            writer.WriteArray<byte>(lexicon.ToArray());
            writer.Write(FittedDocuments);
            writer.Write(Latent is not null);
            Latent?.Write(writer);
            vectors(writer);
            latent?.Invoke(writer);
        };
    }

    /// <summary>What was written, for an index that has the terms already.</summary>
    public static FittedModel Restore(BinaryReader reader, InvertedIndex index)
    {
        using var file = new MemoryStream(reader.ReadArray<byte>());
        var lexicon = LexiconFile.Read(file);
        var fitted = reader.ReadInt32();
        var latent = reader.ReadBoolean() ? LatentSemantics.Read(reader) : null;
        var model = new FittedModel(lexicon, latent, fitted, []);
        model.LearnTerms(index);
        model._vectors.Restore(reader, index.SlotCount);
        model._latentRows?.Restore(reader, index.SlotCount);
        return model;
    }

    /// <summary>Looks the terms up that came since the last call.</summary>
    public void LearnTerms(InvertedIndex index)
    {
        while (_rowOfTerm.Count < index.TermCount)
            _rowOfTerm.Add(Lexicon.Find(index.Term(_rowOfTerm.Count)));
    }

    public void Reserve(int slots)
    {
        _vectors.Reserve(slots);
        _latentRows?.Reserve(slots);
    }

    /// <summary>Encodes one document; different slots at the same time are safe after <see cref="Reserve"/>.</summary>
    public void Encode(int slot, StoredTerm[] document)
    {
        var vector = new float[Lexicon.Dimensions];
        foreach (var stored in document)
        {
            if (_rowOfTerm[stored.Term] is var row and >= 0)
                Lexicon.Accumulate(row, stored.Damped, vector);
        }
        _vectors.Set(slot, vector);
        if (Latent is null)
            return;
        var projected = new float[Latent.Dimensions];
        Latent.Project(
            Array.ConvertAll(document, stored => (stored.Term, stored.Damped)),
            projected
        );
        _latentRows!.Set(slot, projected);
    }

    /// <summary>Renumbers the slots; <paramref name="newSlots"/> is ascending with −1 for removed ones.</summary>
    public void Compact(ReadOnlySpan<int> newSlots)
    {
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            if (newSlots[slot] < 0)
                continue;
            _vectors.Move(slot, newSlots[slot]);
            _latentRows?.Move(slot, newSlots[slot]);
        }
        _near.Compact(newSlots);
    }

    /// <summary>The documents nearest to a vector in the lexicon's space.</summary>
    public List<int> Nearest(
        float[] meaning,
        FilteredSlots filtered,
        int wanted,
        IReadOnlyList<string> ids,
        Func<string, int> slotOf
    ) => _near.Find(meaning, filtered, wanted, ids, slotOf);
}
