namespace Motif.Code.Patterns;

/// <summary>The distinct runs of five elements of a unit's <see cref="StructureStream"/>, as hashes in ascending order.</summary>
internal sealed class GramSet
{
    private const int Length = 5;

    private readonly uint[] _grams;

    private GramSet(uint[] grams) => _grams = grams;

    public static GramSet None { get; } = new([]);

    public int Count => _grams.Length;

    public ReadOnlySpan<uint> Grams => _grams;

    /// <param name="grams">Distinct and ascending.</param>
    public static GramSet OfGrams(uint[] grams) => grams.Length == 0 ? None : new GramSet(grams);

    public static GramSet Of(ReadOnlySpan<uint> stream)
    {
        var grams = new uint[Math.Max(0, stream.Length - Length + 1)];
        for (var i = 0; i < grams.Length; i++)
        {
            var hash = 14695981039346656037UL;
            foreach (var element in stream.Slice(i, Length))
                hash = (hash ^ element) * 1099511628211;
            grams[i] = (uint)(hash ^ (hash >> 32));
        }
        Array.Sort(grams);
        var distinct = 0;
        for (var i = 0; i < grams.Length; i++)
        {
            if (i == 0 || grams[i] != grams[i - 1])
                grams[distinct++] = grams[i];
        }
        return new GramSet(grams[..distinct]);
    }

    /// <summary>|A ∩ B| / |A ∪ B|, or 0 as soon as it is certain to stay below the threshold.</summary>
    public double Jaccard(GramSet other, double threshold)
    {
        ReadOnlySpan<uint> left = _grams,
            right = other._grams;
        // |A ∩ B| ≥ t / (1 + t) · (|A| + |B|) is the same as J ≥ t.
        var needed = (int)
            Math.Ceiling((threshold / (1 + threshold) * (left.Length + right.Length)) - 1e-9);
        int i = 0,
            j = 0,
            shared = 0;
        while (i < left.Length && j < right.Length)
        {
            if (shared + Math.Min(left.Length - i, right.Length - j) < needed)
                return 0;
            if (left[i] == right[j])
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (left[i] < right[j])
                i++;
            else
                j++;
        }
        return shared < needed ? 0 : (double)shared / (left.Length + right.Length - shared);
    }
}
