using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>A neighbour and its score in the metric's unit (<see cref="VectorMetric"/>).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VectorHit(VectorKey Key, float Score) : IComparable<VectorHit>
{
    /// <summary>Best first; equal scores by key, so that one corpus has one ranking.</summary>
    public int CompareTo(VectorHit other)
    {
        var byScore = other.Score.CompareTo(Score);
        return byScore != 0 ? byScore : Key.CompareTo(other.Key);
    }

    public static bool operator <(VectorHit left, VectorHit right) => left.CompareTo(right) < 0;

    public static bool operator >(VectorHit left, VectorHit right) => left.CompareTo(right) > 0;

    public static bool operator <=(VectorHit left, VectorHit right) => left.CompareTo(right) <= 0;

    public static bool operator >=(VectorHit left, VectorHit right) => left.CompareTo(right) >= 0;

    /// <summary>Brings hits that are ordered by score into full order: only those of one score move.</summary>
    internal static void SortTies(Span<VectorHit> hits)
    {
        for (var i = 1; i < hits.Length; i++)
        for (var at = i; at > 0 && hits[at] < hits[at - 1]; at--)
            (hits[at], hits[at - 1]) = (hits[at - 1], hits[at]);
    }
}
