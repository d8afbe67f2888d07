namespace Motif.Vectors;

/// <summary>A vector to be stored under a key; a later record with the same key replaces it.</summary>
/// <param name="Payload">Kept where the index has <see cref="VectorIndexCapabilities.Payloads"/>, otherwise passed over.</param>
public readonly record struct VectorRecord(
    VectorKey Key,
    ReadOnlyMemory<float> Vector,
    VectorPayload? Payload = null
);
