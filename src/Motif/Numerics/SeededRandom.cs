using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Motif.Numerics;

/// <summary>
/// Chance that is the same on every machine and in every version of the framework: xoshiro256** (Blackman and Vigna 2018),
/// its state filled by SplitMix64. Not thread-safe.
/// </summary>
public sealed class SeededRandom
{
    private const double UnitOf53Bits = 1.0 / (1UL << 53);
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double? _spareNormal;

    public SeededRandom(ulong seed)
    {
        _a = Mix(seed);
        _b = Mix(seed + GoldenGamma);
        _c = Mix(unchecked(seed + (2 * GoldenGamma)));
        _d = Mix(unchecked(seed + (3 * GoldenGamma)));
    }

    /// <summary>A source of its own for every combination of names, by SHA-256 of them.</summary>
    public static SeededRandom Of(params ReadOnlySpan<string> names) => new(Seed(names));

    /// <summary>The seed that <see cref="Of"/> takes; a name cannot run into its neighbour.</summary>
    public static ulong Seed(params ReadOnlySpan<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var name in names)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>The SplitMix64 step: a bijection of 64 bits whose values pass for random.</summary>
    public static ulong Mix(ulong value)
    {
        value += GoldenGamma;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>At least 0 and less than 1.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * UnitOf53Bits;

    /// <summary>Each of 0 … <paramref name="count"/> − 1 alike (Lemire 2019: a product, and a few are drawn again).</summary>
    public int NextBelow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var range = (ulong)count;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var least = (0 - range) % range;
            while (low < least)
                high = Math.BigMul(NextUInt64(), range, out low);
        }
        return (int)high;
    }

    /// <summary>A standard normal deviate (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }
        double x,
            y,
            square;
        do
        {
            x = (2 * NextDouble()) - 1;
            y = (2 * NextDouble()) - 1;
            square = (x * x) + (y * y);
        } while (square is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        _spareNormal = y * scale;
        return x * scale;
    }
}
