using Motif.Embeddings;
using Motif.Matching.Documents;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Matching.Ranking;

/// <summary>How a <see cref="MatchIndex"/> ranks.</summary>
public sealed record MatchIndexOptions
{
    public FieldWeights Fields { get; init; } = new();

    /// <summary>Where the offline vectors give the meaning.</summary>
    public SignalMixture WithLexicon { get; init; } = SignalMixture.WithLexicon;

    /// <summary>Where a model does.</summary>
    public SignalMixture WithModel { get; init; } = SignalMixture.WithModel;

    public Synonyms Synonyms { get; init; } = Synonyms.Default;

    /// <summary>
    /// How many documents are looked at for the words they share, and as many for their meaning: all that may be shown come
    /// from among them.
    /// </summary>
    public int Candidates { get; init; } = 300;
}

/// <summary>
/// All patterns of a catalogue in memory, ready to be ranked: inverted index, bitmaps for filters, and one coded vector a
/// signal. Many readers beside one writer. A written document is found at once; what is learned from all documents together
/// (latent semantics, vectors of words the lexicon does not know) is brought up to date by <see cref="Refit"/>.
/// No match looks at all
/// documents: words and meaning bring some hundreds, and every signal is computed for those.
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
    private InvertedIndex _text = new();
    private Bm25Scorer _bm25;
    private WordSearch _words;
    private FacetIndex _facets = new();
    private SpellingIndex _spelling = new();
    private Dictionary<string, IReadOnlyList<string>> _compounds = new(StringComparer.Ordinal);
    private Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private List<string> _ids = [];
    private List<PriorParts> _priors = [];
    private List<float> _priorValues = [];
    private CodedRows _characters = new(CharacterGrams.Dimensions);
    private SlotSet _live = new();
    private int _sweeps;

    public MatchIndex(TextAnalyzer analyzer, Lexicon lexicon, MatchIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(lexicon);
        _analyzer = analyzer;
        _options = options ?? new MatchIndexOptions();
        _bm25 = new Bm25Scorer(_text);
        _words = new WordSearch(_text);
        _shipped = lexicon;
        _model = FittedModel.Of(lexicon);
    }

    /// <summary>Documents that can be found.</summary>
    public int Count => Read(() => _text.LiveCount);

    /// <summary>Name of the space the VEC signal stands in.</summary>
    public string LexiconName => Read(() => _model.Lexicon.Name);

    /// <summary>How the signals are mixed where a vector index answers in a space, or none does.</summary>
    public SignalMixture Mixture(EmbeddingSpace? space) =>
        space is { IsOffline: false } ? _options.WithModel : _options.WithLexicon;

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
        _names.Add([.. text.Names.Select(name => Name(name.Name, name.Belief))]);
        _facets.Add(document);
        _sample.Add(document.Id);
        _ids.Add(document.Id);
        var prior = new PriorParts(document.SuccessPosterior, document.Quality, document.Freshness)
        {
            Trust = document.Trust,
        };
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
        }
        _live = FacetIndex.Renumber(_live, newSlots);
        _text.Compact(newSlots);
        _names.Compact(newSlots);
        _facets.Compact(newSlots);
        _sample.Compact(newSlots);
        _model.Compact(newSlots);
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
            _version++;
            write();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
