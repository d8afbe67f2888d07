using Motif.Embeddings;

namespace Motif.Matching.Ranking;

public sealed partial class MatchIndex
{
    /// <summary>Documents may grow or shrink by a fifth before a new fit is worth its time.</summary>
    private const double StaleShare = 0.2;

    private readonly Lexicon _shipped;
    private Lexicon _baseLexicon;
    private bool _tuned;
    private FittedModel _model;

    /// <summary>Whether so many documents came or went since the last fit that another one would help.</summary>
    public bool IsStale =>
        Read(() =>
            Math.Abs(_text.LiveCount - _model.FittedDocuments)
            > Math.Max(LatentSemantics.FewestDocuments / 2, _model.FittedDocuments * StaleShare)
        );

    /// <summary>
    /// Learns again from all documents. Readers and writers go on meanwhile; what was written in between is encoded before the
    /// new model is switched to.
    /// </summary>
    public void Refit()
    {
        lock (_fitting)
        {
            FittedModel model;
            int sweeps;
            IndexSnapshot snapshot;
            do
            {
                (snapshot, sweeps) = Read(() => (_text.Snapshot(), _sweeps));
                model = FittedModel.Fit(_baseLexicon, snapshot);
            } while (!TrySwitch(model, snapshot.Documents.Length, sweeps));
        }
    }

    /// <summary>Ranks with vectors tuned on this catalogue from now on.</summary>
    /// <param name="tuned">With the analyzer of the index; null for the vectors that it was made with.</param>
    public void Use(Lexicon? tuned)
    {
        lock (_fitting)
        {
            _baseLexicon = tuned ?? _shipped;
            Refit();
            Write(() => _tuned = tuned is not null);
        }
    }

    /// <summary>Name of the lexicon that the index was made with.</summary>
    internal string UntunedName => _shipped.Name;

    /// <summary>The lexicon the index was made with, extended by the catalogue's own words; what tuning starts from.</summary>
    internal Lexicon UntunedLexicon() => CatalogueLexicon.Extend(_shipped, Read(_text.Snapshot));

    private bool TrySwitch(FittedModel model, int encoded, int sweeps)
    {
        var switched = false;
        Write(() =>
        {
            if (_sweeps != sweeps)
                return;
            model.LearnTerms(_text);
            model.Reserve(_text.SlotCount);
            for (var slot = encoded; slot < _text.SlotCount; slot++)
                model.Encode(slot, _text.Document(slot));
            _model = model;
            switched = true;
        });
        return switched;
    }
}
