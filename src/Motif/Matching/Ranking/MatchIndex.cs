using Motif.Embeddings;
using Motif.Matching.Documents;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Matching.Ranking;

/// <summary>How a <see cref="MatchIndex"/> ranks.</summary>
public sealed record MatchIndexOptions
{
    public FieldWeights Fields { get; init; } = new();

    /// <summary>With vectors tuned on the catalogue.</summary>
    public SignalWeights Signals { get; init; } = new();

    /// <summary>With vectors that never saw the catalogue.</summary>
    public SignalWeights UntunedSignals { get; init; } = SignalWeights.Untuned;

    public Synonyms Synonyms { get; init; } = Synonyms.Default;
}

/// <summary>
/// All patterns of a catalogue in memory, ready to be ranked: inverted index, bitmaps for filters, and one coded vector a
/// signal. Many readers beside one writer. A written document is found at once; what is learned from all documents together
/// (latent semantics, vectors of words the lexicon does not know) is brought up to date by <see cref="Refit"/>.
/// Loops over all documents are compiled with all optimisations at once: tier by tier, the first thousand requests would take
/// three times as long.
/// </summary>
public sealed partial class MatchIndex : IDisposable
{
    /// <summary>Removed documents are swept out when they are more than a quarter.</summary>
    private const int SweepShare = 4;

    private const int FewestSwept = 64;

    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Lock _fitting = new();
    private readonly TextAnalyzer _analyzer;
    private readonly MatchIndexOptions _options;
    private readonly InvertedIndex _text = new();
    private readonly Bm25Scorer _bm25;
    private readonly FacetIndex _facets = new();
    private readonly SpellingIndex _spelling = new();
    private readonly Dictionary<string, IReadOnlyList<string>> _compounds = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<PriorParts> _priors = [];
    private readonly List<float> _priorValues = [];
    private readonly CodedRows _characters = new(CharacterGrams.Dimensions);
    private SlotSet _live = new();
    private int _sweeps;

    public MatchIndex(TextAnalyzer analyzer, Lexicon lexicon, MatchIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(lexicon);
        _analyzer = analyzer;
        _options = options ?? new MatchIndexOptions();
        _bm25 = new Bm25Scorer(_text);
        _shipped = lexicon;
        _baseLexicon = lexicon;
        _model = FittedModel.Of(lexicon);
    }

    /// <summary>Documents that can be found.</summary>
    public int Count => Read(() => _text.LiveCount);

    /// <summary>Name of the space the VEC signal stands in.</summary>
    public string LexiconName => Read(() => _model.Lexicon.Name);

    /// <summary>Whether the offline vectors are tuned on this catalogue.</summary>
    public bool IsTuned => Read(() => _tuned);

    /// <summary>Shares of the signals where a vector index answers in a space.</summary>
    /// <param name="space">Of a model, whose signal joins the others; null without one. Offline vectors that an outside index keeps are never tuned.</param>
    public SignalWeights Weights(EmbeddingSpace? space) => Read(() => Shares(space));

    /// <summary>Weights of the fields.</summary>
    public FieldWeights Fields => _options.Fields;

    /// <summary>Adds documents or replaces those of the same id. Text is analyzed on all cores before readers are held up.</summary>
    public void Upsert(IReadOnlyList<MatchDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var texts = new DocumentText[documents.Count];
        Parallel.For(
            0,
            texts.Length,
            i => texts[i] = DocumentText.Of(documents[i], _analyzer, _options.Fields)
        );
        Write(() =>
        {
            for (var i = 0; i < texts.Length; i++)
            {
                RemoveLocked(documents[i].Id);
                AppendLocked(documents[i], texts[i]);
            }
            EncodeLocked(texts);
            SweepLocked();
        });
    }

    /// <summary>Takes a document out; false where it was not there.</summary>
    public bool Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var removed = false;
        Write(() =>
        {
            removed = RemoveLocked(id);
            SweepLocked();
        });
        return removed;
    }

    public void Dispose() => _gate.Dispose();

    private void AppendLocked(MatchDocument document, DocumentText text)
    {
        var slot = _text.SlotCount;
        _text.Add(text);
        _names.Add([.. text.Names.Select(Name)]);
        _facets.Add(document);
        _ids.Add(document.Id);
        var prior = new PriorParts(document.SuccessPosterior, document.Quality, document.Freshness);
        _priors.Add(prior);
        _priorValues.Add((float)prior.Value);
        _slots[document.Id] = slot;
        _live.Add(slot);
        foreach (var word in text.Words.Keys)
            _spelling.Add(word);
        foreach (var compound in text.Compounds)
            _compounds.TryAdd(compound.Joined, compound.Parts);
    }

    private bool RemoveLocked(string id)
    {
        if (!_slots.Remove(id, out var slot))
            return false;
        _text.Remove(slot);
        _names.Remove(slot);
        _live.Remove(slot);
        return true;
    }

    /// <summary>Vectors of the documents just appended; their words count in the idf already.</summary>
    private void EncodeLocked(DocumentText[] texts)
    {
        var first = _text.SlotCount - texts.Length;
        var rare = RarestIdf();
        _characters.Reserve(_text.SlotCount);
        _model.Reserve(_text.SlotCount);
        _model.LearnTerms(_text);
        Parallel.For(
            0,
            texts.Length,
            i =>
            {
                var vector = new float[CharacterGrams.Dimensions];
                foreach (var (word, count) in texts[i].Words)
                    CharacterGrams.Add(
                        word,
                        (1 + MathF.Log(count)) * WordWeight(word, rare),
                        vector
                    );
                _characters.Set(first + i, vector);
                _model.Encode(first + i, _text.Document(first + i));
            }
        );
    }

    /// <summary>A word's idf as a share of the idf of a word that no document has.</summary>
    private float WordWeight(string word, double rare)
    {
        var term = _text.Find(TextAnalyzer.Stem(word));
        return term < 0 ? 1 : (float)(_text.InverseDocumentFrequency(term) / rare);
    }

    private double RarestIdf() => Math.Log(1 + Math.Max(1, _text.LiveCount));

    private void SweepLocked()
    {
        var removed = _text.SlotCount - _text.LiveCount;
        if (removed < FewestSwept || removed < _text.SlotCount / SweepShare)
            return;
        var newSlots = new int[_text.SlotCount];
        var next = 0;
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            newSlots[slot] = _live.Contains(slot) ? next++ : -1;
            if (newSlots[slot] < 0)
                continue;
            _characters.Move(slot, newSlots[slot]);
            _model.Move(slot, newSlots[slot]);
        }
        _live = FacetIndex.Renumber(_live, newSlots);
        _text.Compact(newSlots);
        _names.Compact(newSlots);
        _facets.Compact(newSlots);
        FacetIndex.Compact(_ids, newSlots);
        FacetIndex.Compact(_priors, newSlots);
        FacetIndex.Compact(_priorValues, newSlots);
        foreach (var id in _slots.Keys.ToArray())
            _slots[id] = newSlots[_slots[id]];
        _sweeps++;
    }

    private T Read<T>(Func<T> read)
    {
        _gate.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private void Write(Action write)
    {
        _gate.EnterWriteLock();
        try
        {
            write();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
