using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Embeddings.Training;

/// <summary>
/// Token vectors from counting: positive pointwise mutual information of tokens at most five apart, context counts raised to
/// ¾ (Levy, Goldberg and Dagan, TACL 2015), PPMI(w, c) = max(0, ln(#(w,c)·Σ#(c)^¾ / (#(w)·#(c)^¾))), then truncated SVD;
/// rows of U·√s, normalised.
/// </summary>
internal static class CooccurrenceVectors
{
    private const int Window = 5;
    private const double ContextSmoothing = 0.75;
    private const int PowerIterations = 4;

    public static FloatMatrix Compute(
        IReadOnlyList<int[]> sections,
        int tokens,
        int dimensions,
        int seed
    )
    {
        var counts = Count(sections, tokens);
        var svd = RandomizedSvd.Compute(
            PositiveInformation(counts),
            dimensions,
            PowerIterations,
            seed
        );
        var roots = Array.ConvertAll(svd.Values, MathF.Sqrt);
        var result = new FloatMatrix(tokens, dimensions);
        for (var row = 0; row < tokens; row++)
        {
            var target = result.Row(row)[..roots.Length];
            TensorPrimitives.Multiply(svd.Left.Row(row), roots, target);
            Lexicon.Normalize(target);
        }
        return result;
    }

    private static SparseMatrix Count(IReadOnlyList<int[]> sections, int tokens)
    {
        var pairs = new List<long>();
        foreach (var section in sections)
        {
            for (var i = 0; i < section.Length; i++)
            {
                for (var j = i + 1; j < section.Length && j <= i + Window; j++)
                {
                    // Both orders at once: the matrix is symmetric, its diagonal counts twice.
                    pairs.Add(((long)section[i] << 32) | (uint)section[j]);
                    pairs.Add(((long)section[j] << 32) | (uint)section[i]);
                }
            }
        }
        pairs.Sort();
        return Merge(pairs, tokens);
    }

    private static SparseMatrix Merge(List<long> pairs, int tokens)
    {
        var starts = new int[tokens + 1];
        var indices = new List<int>();
        var values = new List<float>();
        for (var i = 0; i < pairs.Count; )
        {
            var end = i;
            while (end < pairs.Count && pairs[end] == pairs[i])
                end++;
            indices.Add((int)(pairs[i] & int.MaxValue));
            values.Add(end - i);
            starts[(int)(pairs[i] >> 32) + 1]++;
            i = end;
        }
        for (var row = 0; row < tokens; row++)
            starts[row + 1] += starts[row];
        return new SparseMatrix(tokens, starts, [.. indices], [.. values]);
    }

    private static SparseMatrix PositiveInformation(SparseMatrix counts)
    {
        var totals = new double[counts.Rows];
        for (var row = 0; row < totals.Length; row++)
            totals[row] = TensorPrimitives.Sum<float>(counts.RowValues(row));
        var contexts = Array.ConvertAll(totals, total => Math.Pow(total, ContextSmoothing));
        var all = contexts.Sum();
        var builder = new SparseMatrixBuilder(counts.Columns);
        var indices = new List<int>();
        var values = new List<float>();
        for (var row = 0; row < counts.Rows; row++)
        {
            indices.Clear();
            values.Clear();
            for (var i = counts.Starts[row]; i < counts.Starts[row + 1]; i++)
            {
                var column = counts.Indices[i];
                var information = Math.Log(
                    counts.Values[i] * all / (totals[row] * contexts[column])
                );
                if (information <= 0)
                    continue;
                indices.Add(column);
                values.Add((float)information);
            }
            builder.AddRow([.. indices], [.. values]);
        }
        return builder.Build();
    }
}
