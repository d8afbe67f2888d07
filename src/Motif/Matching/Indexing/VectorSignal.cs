using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>How near patterns are to a request in meaning, as an index said.</summary>
/// <param name="Scores">Cosine by pattern id; a pattern that is not named is not near.</param>
public sealed record VectorSignal(EmbeddingSpace Space, IReadOnlyDictionary<string, float> Scores);

/// <summary>What passes a request's filters, by the catalogue's own facts.</summary>
/// <param name="Live">Patterns there are.</param>
/// <param name="Passing">Those that pass.</param>
/// <param name="Ids">The ids of those that pass, made when asked for; null when the index was rearranged meanwhile.</param>
internal sealed record FilterScope(int Live, int Passing, Func<IReadOnlyList<string>?> Ids);
