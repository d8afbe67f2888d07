using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>Rows of a matrix, some thousand at a time: their products with all centroids fit in memory.</summary>
internal static class RowBlocks
{
    private const int BlockRows = 4096;

    public static IEnumerable<(int Start, FloatMatrix Block)> Of(FloatMatrix rows)
    {
        for (var start = 0; start < rows.Rows; start += BlockRows)
        {
            var block = new FloatMatrix(Math.Min(BlockRows, rows.Rows - start), rows.Columns);
            rows.Values.AsSpan(start * rows.Columns, block.Values.Length).CopyTo(block.Values);
            yield return (start, block);
        }
    }

    /// <summary>Chosen rows, in the order given.</summary>
    public static FloatMatrix Select(FloatMatrix rows, IReadOnlyList<int> chosen)
    {
        var result = new FloatMatrix(chosen.Count, rows.Columns);
        for (var i = 0; i < chosen.Count; i++)
            rows.Row(chosen[i]).CopyTo(result.Row(i));
        return result;
    }

    /// <summary>Matrices one under the other.</summary>
    public static FloatMatrix Join(IReadOnlyList<FloatMatrix> parts, int columns)
    {
        var result = new FloatMatrix(parts.Sum(p => p.Rows), columns);
        var at = 0;
        foreach (var part in parts)
        {
            part.Values.CopyTo(result.Values, at);
            at += part.Values.Length;
        }
        return result;
    }
}
