namespace Motif.Matching.Indexing;

/// <summary>Where the vectors of the catalogue stand.</summary>
/// <param name="Index"><c>in_process</c>, <c>qdrant</c> or <c>pgvector</c>.</param>
/// <param name="Space">The embedding space that matches are searched in; null while none is complete.</param>
/// <param name="Building">The space that is being built to take its place; null when none is.</param>
/// <param name="BuildingShare">How much of it is done, 0..1.</param>
/// <param name="Vectors">Vectors of the current space, or of the one that is built while there is none.</param>
/// <param name="Pending">Changes that are not in the index yet.</param>
/// <param name="LagSeconds">Age of the oldest of them; 0 when there is none.</param>
/// <param name="DeadLetters">Patterns that the model or the index refused too often.</param>
/// <param name="IndexCircuit"><c>closed</c>, <c>half_open</c> or <c>open</c>; null without a circuit breaker.</param>
/// <param name="EmbeddingCircuit">The same of the embedding endpoint.</param>
/// <param name="LastDrift">What the last comparison found; null before the first.</param>
/// <param name="Remark">What was unusual at the start, such as a damaged snapshot.</param>
/// <param name="EmbeddingFailure">Why the model did not answer lately; null when it did.</param>
/// <param name="IndexFailure">Why the index did not answer lately; null when it did.</param>
public sealed record VectorStatus(
    string Index,
    string? Space,
    string? Building,
    double? BuildingShare,
    long Vectors,
    long Pending,
    double LagSeconds,
    long DeadLetters,
    string? IndexCircuit,
    string? EmbeddingCircuit,
    VectorDrift? LastDrift,
    string? Remark,
    string? EmbeddingFailure,
    string? IndexFailure
);

/// <summary>Something that happened to the vectors, for the log.</summary>
/// <param name="IsProblem">False for what is only good to know.</param>
public sealed record VectorNotice(bool IsProblem, string Text, Exception? Exception = null);
