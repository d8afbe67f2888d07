namespace Motif.Vectors;

/// <summary>A vector to be stored under a key; a later record with the same key replaces it.</summary>
public readonly record struct VectorRecord(VectorKey Key, ReadOnlyMemory<float> Vector);
