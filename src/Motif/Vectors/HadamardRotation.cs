using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Motif.Numerics;

namespace Motif.Vectors;

/// <summary>
/// A random orthonormal rotation in O(d log d): y = H D₂ H D₁ x, D a diagonal of seeded random signs, H the
/// normalised Hadamard matrix (Ailon, Chazelle 2006). It spreads heavy coordinates over all of them, so
/// that one int8 scale per vector suffices (real LSA vectors: recall .885 without, .997 with it).
/// A dimension that is no power of two is covered by two overlapping transforms in each round, the first p
/// and the last p coordinates, p the greatest power of two within it; so nothing is padded.
/// </summary>
internal sealed unsafe class HadamardRotation
{
    private const int Rounds = 2;
    private readonly float[] _signs;
    private readonly int _dimension;
    private readonly int _block;
    private readonly float _scale;

    public HadamardRotation(int dimension, ulong seed)
    {
        _dimension = dimension;
        _block = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)dimension + 1) >> 1;
        _scale = 1f / MathF.Sqrt(_block);
        _signs = new float[Rounds * dimension];
        var random = new SplitMix64(seed);
        for (var i = 0; i < _signs.Length; i++)
            _signs[i] = (random.Next() >> 63) == 0 ? 1f : -1f;
    }

    /// <summary>Writes the rotated source to <paramref name="target"/> (both of the index's dimension).</summary>
    public void Rotate(ReadOnlySpan<float> source, float* target)
    {
        source.CopyTo(new Span<float>(target, _dimension));
        for (var round = 0; round < Rounds; round++)
        {
            Multiply(target, _signs.AsSpan(round * _dimension, _dimension));
            Transform(target);
            if (_block < _dimension)
                Transform(target + (_dimension - _block));
        }
    }

    private static void Multiply(float* values, ReadOnlySpan<float> signs)
    {
        var span = new Span<float>(values, signs.Length);
        System.Numerics.Tensors.TensorPrimitives.Multiply(span, signs, span);
    }

    private void Transform(float* values)
    {
        var scale = Vector256.Create(_scale);
        if (_block < Vector256<float>.Count)
        {
            TransformScalar(values);
            return;
        }
        for (var i = 0; i < _block; i += 8)
            (ButterflyWithin(Vector256.Load(values + i)) * scale).Store(values + i);
        for (var half = 8; half < _block; half *= 2)
        for (var start = 0; start < _block; start += 2 * half)
        for (var i = start; i < start + half; i += 8)
        {
            var a = Vector256.Load(values + i);
            var b = Vector256.Load(values + i + half);
            (a + b).Store(values + i);
            (a - b).Store(values + i + half);
        }
    }

    /// <summary>The first three stages, whose partners lie inside one vector of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ButterflyWithin(Vector256<float> x)
    {
        x =
            Vector256.Shuffle(x, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6))
            + x * Vector256.Create(1f, -1f, 1f, -1f, 1f, -1f, 1f, -1f);
        x =
            Vector256.Shuffle(x, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5))
            + x * Vector256.Create(1f, 1f, -1f, -1f, 1f, 1f, -1f, -1f);
        return Vector256.Shuffle(x, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3))
            + x * Vector256.Create(1f, 1f, 1f, 1f, -1f, -1f, -1f, -1f);
    }

    private void TransformScalar(float* values)
    {
        for (var i = 0; i < _block; i++)
            values[i] *= _scale;
        for (var half = 1; half < _block; half *= 2)
        for (var start = 0; start < _block; start += 2 * half)
        for (var i = start; i < start + half; i++)
            (values[i], values[i + half]) = (
                values[i] + values[i + half],
                values[i] - values[i + half]
            );
    }
}
