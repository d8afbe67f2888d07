using System.Runtime.InteropServices;

namespace Motif.Code;

/// <summary>
/// Hashes of runs of tokens, each in a few steps: the polynomial Σ tᵢ·Bⁿ⁻¹⁻ⁱ modulo the Mersenne prime 2⁶¹ − 1 (Karp and
/// Rabin 1987) over 61-bit hashes of the tokens' texts. Equal runs hash equally wherever they stand.
/// </summary>
public sealed class TokenHashes
{
    private const ulong Prime = (1UL << 61) - 1;
    private const ulong Base = 0x1B873593CC9E2D51 % Prime;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly List<int> _starts;
    private readonly List<ulong> _prefixes;

    /// <param name="capacity">About how many tokens will be added.</param>
    public TokenHashes(int capacity = 0)
    {
        _starts = new List<int>(capacity);
        _prefixes = new List<ulong>(capacity + 1) { 0 };
    }

    /// <summary>Number of tokens so far.</summary>
    public int Count => _starts.Count;

    /// <summary>Adds the next token of the file.</summary>
    /// <param name="start">Its UTF-16 offset, not before the last one's.</param>
    public void Add(int start, ReadOnlySpan<char> text)
    {
        _starts.Add(start);
        _prefixes.Add(Sum(Product(_prefixes[^1], Base), Hash(text)));
    }

    /// <summary>The hash and the number of the tokens that begin inside [start, end).</summary>
    public (ulong Hash, int Tokens) Between(int start, int end)
    {
        var (first, behind) = (FirstAt(start), FirstAt(end));
        var shifted = Product(_prefixes[first], Power(behind - first));
        return (Sum(_prefixes[behind], Prime - shifted), behind - first);
    }

    private int FirstAt(int offset)
    {
        var starts = CollectionsMarshal.AsSpan(_starts);
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (starts[middle] < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>FNV-1a over UTF-16 code units, finished as MurmurHash3 does so that short texts differ in every bit.</summary>
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = FnvOffset;
        foreach (var c in text)
            hash = (hash ^ c) * FnvPrime;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        hash ^= hash >> 33;
        // 1 + the hash modulo 2⁶¹ − 2, of which 2⁶¹ is 2: a division for every token of a tree is worth avoiding.
        var rest = (hash & Prime) + ((hash >> 61) << 1);
        return (rest >= Prime - 1 ? rest - (Prime - 1) : rest) + 1;
    }

    /// <summary>Bⁿ by squaring: it is asked for units, which are few, and not for tokens.</summary>
    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var square = Base; exponent > 0; exponent >>= 1, square = Product(square, square))
        {
            if ((exponent & 1) != 0)
                power = Product(power, square);
        }
        return power;
    }

    private static ulong Sum(ulong a, ulong b) => a + b >= Prime ? a + b - Prime : a + b;

    private static ulong Product(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        var sum = (low & Prime) + ((high << 3) | (low >> 61));
        return sum >= Prime ? sum - Prime : sum;
    }
}
