using Motif.Code.Patterns;

namespace Motif.Code.Scanning.Kept;

/// <summary>Which structures a scan compared, and which of them are alike, as bytes and back.</summary>
internal static class KeptCopies
{
    public static byte[] Encode(IReadOnlyDictionary<string, KnownPairs> compared, int before)
    {
        var to = new FactsWriter();
        to.Number(compared.Count);
        foreach (var (line, known) in compared.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            to.Text(line);
            to.Number(known.Structures.Length);
            foreach (var structure in known.Structures)
            {
                to.Long(structure.Stream);
                to.Number(structure.StreamLength);
                to.Long(structure.Words);
            }
            to.Number(known.Pairs.Length);
            foreach (var pair in known.Pairs)
            {
                to.Number(pair.Left);
                to.Number(pair.Right);
                to.Long(BitConverter.DoubleToUInt64Bits(pair.Similarity));
            }
        }
        return to.Written(before);
    }

    /// <exception cref="ArgumentException">It is no such thing.</exception>
    /// <exception cref="InvalidDataException">Likewise.</exception>
    /// <exception cref="IndexOutOfRangeException">Likewise.</exception>
    /// <exception cref="OverflowException">Likewise.</exception>
    public static Dictionary<string, KnownPairs> Decode(ReadOnlySpan<byte> bytes)
    {
        var from = new FactsReader(bytes);
        var compared = new Dictionary<string, KnownPairs>(StringComparer.Ordinal);
        for (var lines = from.Count(); lines > 0; lines--)
            compared[from.Text()] = Known(ref from);
        return compared;
    }

    private static KnownPairs Known(ref FactsReader from)
    {
        var structures = new StructureKey[from.Count()];
        for (var i = 0; i < structures.Length; i++)
            structures[i] = new StructureKey(from.Long(), from.Number(), from.Long());
        var pairs = new SimilarPair[from.Count()];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = Pair(ref from, structures.Length);
        return new KnownPairs(structures, pairs);
    }

    private static SimilarPair Pair(ref FactsReader from, int structures)
    {
        var pair = new SimilarPair(
            from.Number(),
            from.Number(),
            BitConverter.UInt64BitsToDouble(from.Long())
        );
        return
            pair.Left >= 0
            && pair.Right >= 0
            && Math.Max(pair.Left, pair.Right) < structures
            && pair.Similarity is >= 0 and <= 1
            ? pair
            : throw new InvalidDataException("no pair");
    }
}
