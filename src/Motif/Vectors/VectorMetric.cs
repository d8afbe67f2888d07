namespace Motif.Vectors;

/// <summary>How two vectors are compared. The score of a hit is always "higher is nearer".</summary>
public enum VectorMetric
{
    /// <summary>q·x / (|q| |x|), −1..1. A zero vector has no direction and matches nothing.</summary>
    Cosine = 0,

    /// <summary>q·x, unbounded. A zero vector matches nothing.</summary>
    Dot = 1,

    /// <summary>−|q − x|, at most 0. A zero vector is a point like any other.</summary>
    Euclidean = 2,
}
