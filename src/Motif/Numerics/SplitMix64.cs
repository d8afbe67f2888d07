namespace Motif.Numerics;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for a seed on every machine and runtime, which
/// System.Random does not promise.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number in 0..bound−1.</summary>
    public int Next(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary><paramref name="count"/> distinct numbers below <paramref name="bound"/>, ascending (Vitter's method A).</summary>
    public int[] Sample(int bound, int count)
    {
        var chosen = new int[Math.Min(bound, count)];
        var taken = 0;
        for (var i = 0; taken < chosen.Length; i++)
            if (Next(bound - i) < chosen.Length - taken)
                chosen[taken++] = i;
        return chosen;
    }
}
