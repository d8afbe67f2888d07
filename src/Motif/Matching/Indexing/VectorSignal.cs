using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>How near patterns are to a request in meaning, as an index said.</summary>
/// <param name="Scores">Cosine by pattern id; a pattern that is not named is not near.</param>
/// <param name="Median">Of the cosines of all patterns that pass the filters, estimated from a sample; null where none was taken.</param>
public sealed record VectorSignal(
    EmbeddingSpace Space,
    IReadOnlyDictionary<string, float> Scores,
    float? Median = null
);

/// <summary>What a request's vector is compared with, by the catalogue's own facts.</summary>
/// <param name="Live">Patterns there are.</param>
/// <param name="Passing">Those that pass the filters.</param>
/// <param name="Compared">Some that stand for all that pass, then those that share words with the request.</param>
/// <param name="Sampled">How many of them stand for all.</param>
/// <param name="Keys">All that pass, made when asked for; null when the catalogue was changed meanwhile.</param>
internal sealed record VectorScope(
    int Live,
    int Passing,
    IReadOnlyList<VectorKey> Compared,
    int Sampled,
    Func<VectorFilter?> Keys
);
