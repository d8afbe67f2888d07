using Motif.Embeddings;

namespace Motif.Matching.Ranking;

public sealed partial class MatchIndex
{
    /// <summary>Documents may grow or shrink by a fifth before a new fit is worth its time.</summary>
    private const double StaleShare = 0.2;

    private readonly Lexicon _shipped;
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
                model = FittedModel.Fit(_shipped, snapshot);
            } while (!TrySwitch(model, snapshot.Documents.Length, sweeps));
        }
    }

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
