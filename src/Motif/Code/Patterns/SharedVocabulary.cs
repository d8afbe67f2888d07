namespace Motif.Code.Patterns;

/// <summary>
/// Whether two units of like structure speak of the same things: without it, reading rows of a table is a copy of drawing shapes on
/// a canvas.
/// </summary>
internal static class SharedVocabulary
{
    /// <summary>Jaccard of the names with their frequencies from which on two units are like: as many shared as not.</summary>
    public const double Like = .5;

    /// <param name="left">Ascending.</param>
    /// <param name="right">Ascending.</param>
    public static bool IsLike(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        int i = 0,
            j = 0,
            shared = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (left[i] < right[j])
                i++;
            else
                j++;
        }
        return shared >= Like * (left.Length + right.Length - shared);
    }

    /// <summary>64-bit FNV-1a.</summary>
    public static ulong Hash(ReadOnlySpan<uint> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in words)
            hash = (hash ^ word) * 1099511628211;
        return hash;
    }
}
