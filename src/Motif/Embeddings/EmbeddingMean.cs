namespace Motif.Embeddings;

/// <summary>
/// The mean vector of a model over texts of no particular subject; a generator that has one answers
/// <c>GetService(typeof(EmbeddingMean))</c> with it. All vectors of a sentence model lean to one side: without that part their
/// cosines tell texts apart better.
/// </summary>
/// <param name="Values">As long as the model's vectors.</param>
public sealed record EmbeddingMean(ReadOnlyMemory<float> Values);
