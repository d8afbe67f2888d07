using Motif.Matching.Indexing;

namespace Motif.Matching.Ranking;

/// <summary>A match half done: what passes the filters and what shares words, before a vector index is asked for the rest.</summary>
/// <param name="ByWords">Slots of the documents that share most words or are named, ascending.</param>
/// <param name="Scope">What a vector index is asked about; null where none is asked.</param>
internal sealed record MatchDraft(
    MatchSearch Search,
    FilteredSlots Filtered,
    MatchQuery Query,
    QueryTerm[] Terms,
    int[] ByWords,
    VectorScope? Scope
);
