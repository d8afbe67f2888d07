using System.Collections.Concurrent;
using Motif.Embeddings;
using Motif.Matching.Indexing;
using Motif.Matching.Requests;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Matching.Ranking;

// Which documents are looked at, and what the signals compare them with.
public sealed partial class MatchIndex
{
    /// <summary>Answers to filters that are kept.</summary>
    private const int FiltersKept = 64;

    private readonly ConcurrentDictionary<string, FilteredSlots> _filtered = new(
        StringComparer.Ordinal
    );
    private SlotSample _sample = new();

    /// <summary>Counts the changes of the index.</summary>
    private long _version;

    private FilteredSlots Filtered(MatchFilters filters)
    {
        var key = Key(filters);
        if (_filtered.TryGetValue(key, out var known) && known.Version == _version)
            return known;
        var (slots, effects) = _facets.Apply(filters, _live);
        var found = new FilteredSlots(_version, slots, slots.Count, _text.LiveCount, effects);
        if (_filtered.Count >= FiltersKept)
            _filtered.Clear();
        return _filtered[key] = found;
    }

    private static string Key(MatchFilters filters) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Of(filters.Kinds)}|{Of(filters.PatternTypes)}|{Of(filters.Statuses)}|{filters.TagMode}{Of(filters.Tags)}|{Of(filters.Languages)}|{filters.MinQualityScore:R}|{filters.MinSuccessRate:R}"
        );

    /// <summary>Lengths before values: no value can be taken for two.</summary>
    private static string Of(IReadOnlyList<string> values) =>
        string.Concat(values.Select(value => $"{value.Length}:{value}"));

    /// <summary>The documents that share most words with a request, and those that it names.</summary>
    private int[] ByWords(Bm25Query query, IReadOnlyList<QueryPart> parts, FilteredSlots filtered)
    {
        var top = _words.Top(query, filtered.Slots, filtered.Count, _options.Candidates, _ids);
        var named = new List<int>();
        foreach (var part in parts)
            _names.Find(
                NameTerms.Of(_analyzer.Analyze(part.Text, isName: true)),
                filtered.Slots,
                named
            );
        return named.Count == 0 ? top : Union(top, named);
    }

    private VectorScope Scope(FilteredSlots filtered, int[] byWords)
    {
        var sample = filtered.Sample(_sample, _ids);
        return new VectorScope(
            filtered.Live,
            filtered.Count,
            [.. sample, .. byWords.Select(slot => (VectorKey)Guid.Parse(_ids[slot]))],
            sample.Count,
            () => Read(() => filtered.Version == _version ? filtered.Keys(_ids) : null)
        );
    }

    /// <summary>Those that are near in meaning: what an index named, otherwise by the offline vectors.</summary>
    private List<int> ByMeaning(VectorSignal? vectors, float[] meaning, FilteredSlots filtered)
    {
        if (vectors is null)
            return _model.Nearest(
                meaning,
                filtered,
                _options.Candidates,
                _ids,
                id => _slots.GetValueOrDefault(id, -1)
            );
        var near = new List<int>(vectors.Scores.Count);
        foreach (var id in vectors.Scores.Keys)
        {
            if (_slots.TryGetValue(id, out var slot) && filtered.Slots.Contains(slot))
                near.Add(slot);
        }
        return near;
    }

    /// <summary>Leaves out what is called or tagged by what the request excludes; no word of it needs to be known.</summary>
    private int[] Allowed(int[] slots, MatchSearch search)
    {
        if (search.Exclude is not { Count: > 0 } excluded)
            return slots;
        var unwanted = Unwanted(excluded);
        return Array.FindAll(slots, slot => !unwanted(slot));
    }

    /// <summary>Whether a document is called or tagged by one of the phrases.</summary>
    private Predicate<int> Unwanted(IReadOnlyList<string> phrases)
    {
        var digests = phrases
            .Select(phrase =>
                Array.ConvertAll([.. _analyzer.Analyze(phrase).Terms], NameIndex.Digest)
            )
            .ToList();
        return slot =>
            phrases.Any(phrase => _facets.IsTagged(slot, phrase)) || _names.IsCalled(slot, digests);
    }

    /// <summary>Ascending, each once.</summary>
    private static int[] Union(int[] first, List<int> second)
    {
        int[] all = [.. first, .. second];
        Array.Sort(all);
        var kept = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
                all[kept++] = all[i];
        }
        return all[..kept];
    }

    /// <summary>
    /// The median of the cosines that an index named, for one that cannot be asked for a sample: where it names fewer than half
    /// of what passes, the least that it names comes next to it; of one or two, the median would say nothing.
    /// </summary>
    private float MedianCosine(VectorSignal signal, SlotSet slots)
    {
        const int FewestCompared = 3;
        var passing = slots.Count;
        if (passing < FewestCompared)
            return 0;
        var cosines = new List<float>(signal.Scores.Count);
        foreach (var (id, cosine) in signal.Scores)
        {
            if (_slots.TryGetValue(id, out var slot) && slots.Contains(slot))
                cosines.Add(cosine);
        }
        if (cosines.Count == 0)
            return 0;
        cosines.Sort();
        return cosines[^Math.Min(cosines.Count, (passing / 2) + 1)];
    }

    /// <summary>The cosines that an index gave, in excess of a floor; what it does not name is not near.</summary>
    private float Take(VectorSignal signal, SignalBoard board, float[] values, float floor)
    {
        var best = 0f;
        for (var place = 0; place < values.Length; place++)
        {
            if (!signal.Scores.TryGetValue(_ids[board.Slots[place]], out var cosine))
                continue;
            values[place] = MathF.Max(0, cosine - floor);
            best = MathF.Max(best, values[place]);
        }
        return best;
    }

    private float[] LexiconVector(QueryTerm[] terms)
    {
        var vector = new float[_model.Lexicon.Dimensions];
        foreach (var term in terms)
        {
            if (_model.Lexicon.Find(term.Text) is var row and >= 0)
                _model.Lexicon.Accumulate(row, MatchQuery.Damp(term.Weight), vector);
        }
        Lexicon.Normalize(vector);
        return vector;
    }

    private static float[] LatentVector(QueryTerm[] terms, LatentSemantics latent)
    {
        var vector = new float[latent.Dimensions];
        latent.Project(
            Array.ConvertAll(terms, term => (term.Term, MatchQuery.Damp(term.Weight))),
            vector
        );
        return vector;
    }

    private float[] CharacterVector(MatchQuery query)
    {
        var vector = new float[CharacterGrams.Dimensions];
        var rare = RarestIdf();
        foreach (var (word, weight) in query.Words)
            CharacterGrams.Add(word, MatchQuery.Damp(weight) * WordWeight(word, rare), vector);
        return vector;
    }
}
