using Motif.Embeddings;

namespace Motif.Matching.Ranking;

/// <summary>What is learned from all documents together, and every document's vectors in it.</summary>
internal sealed class FittedModel
{
    private readonly CodedRows _vectors;
    private readonly CodedRows? _latentRows;
    private readonly List<int> _rowOfTerm;

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

    public void Move(int from, int to)
    {
        _vectors.Move(from, to);
        _latentRows?.Move(from, to);
    }
}
