using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Matching.Ranking;

/// <summary>
/// The LSI signal (Deerwester et al., JASIS 1990): right singular vectors of the (1 + ln tf)·idf term matrix with unit rows; a
/// text is Σ weight·row, folded in the same way whether it was there at the fit or came later. Immutable.
/// </summary>
internal sealed class LatentSemantics
{
    /// <summary>Below so many documents there is nothing to learn from who stands beside whom.</summary>
    public const int FewestDocuments = 50;

    private const int MostDimensions = 200;
    private const int MostFittedDocuments = 12_000;
    private const int PowerIterations = 3;
    private const int Seed = 7;

    private readonly FloatMatrix _basis;
    private readonly int[] _rowOfTerm;
    private readonly float[] _idf;

    private LatentSemantics(FloatMatrix basis, int[] rowOfTerm, float[] idf)
    {
        _basis = basis;
        _rowOfTerm = rowOfTerm;
        _idf = idf;
    }

    public int Dimensions => _basis.Columns;

    /// <summary>Fits on the documents given; evenly spaced ones where there are more than 12,000.</summary>
    /// <param name="documents">Their terms, in slot order.</param>
    /// <param name="idf">Inverse document frequency by term number.</param>
    public static LatentSemantics? Fit(IReadOnlyList<StoredTerm[]> documents, float[] idf)
    {
        if (documents.Count < FewestDocuments)
            return null;
        var step = Math.Max(1, (documents.Count + MostFittedDocuments - 1) / MostFittedDocuments);
        var sample = documents.Where((_, index) => index % step == 0).ToList();
        var rowOfTerm = SharedTerms(sample, idf.Length, out var rows);
        if (rows < 2)
            return null;
        var builder = new SparseMatrixBuilder(rows);
        foreach (var document in sample)
            AddRow(builder, document, rowOfTerm, idf);
        var rank = Math.Min(MostDimensions, Math.Min(sample.Count, rows) - 1);
        var svd = RandomizedSvd.Compute(builder.Build(), rank, PowerIterations, Seed);
        return new LatentSemantics(svd.Right, rowOfTerm, idf);
    }

    /// <summary>Projects a text given as (term number, weighted count) pairs.</summary>
    public void Project(ReadOnlySpan<(int Term, float Weight)> terms, Span<float> target)
    {
        target.Clear();
        foreach (var (term, weight) in terms)
        {
            if (term < 0 || term >= _rowOfTerm.Length || _rowOfTerm[term] < 0)
                continue;
            TensorPrimitives.MultiplyAdd(
                _basis.Row(_rowOfTerm[term]),
                weight * _idf[term],
                target,
                target
            );
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_basis.Rows);
        writer.Write(_basis.Columns);
        writer.WriteArray<float>(_basis.Values);
        writer.WriteArray<int>(_rowOfTerm);
        writer.WriteArray<float>(_idf);
    }

    public static LatentSemantics Read(BinaryReader reader)
    {
        var basis = new FloatMatrix(reader.ReadInt32(), reader.ReadInt32());
        reader.ReadArray<float>().CopyTo(basis.Values, 0);
        return new LatentSemantics(basis, reader.ReadArray<int>(), reader.ReadArray<float>());
    }

    private static int[] SharedTerms(List<StoredTerm[]> sample, int termCount, out int rows)
    {
        var frequencies = new int[termCount];
        foreach (var stored in sample.SelectMany(document => document))
            frequencies[stored.Term]++;
        var rowOfTerm = new int[termCount];
        rows = 0;
        for (var term = 0; term < termCount; term++)
            rowOfTerm[term] = frequencies[term] >= 2 ? rows++ : -1;
        return rowOfTerm;
    }

    private static void AddRow(
        SparseMatrixBuilder builder,
        StoredTerm[] document,
        int[] rowOfTerm,
        float[] idf
    )
    {
        var known = document.Where(stored => rowOfTerm[stored.Term] >= 0).ToArray();
        var values = known.Select(stored => stored.Damped * idf[stored.Term]).ToArray();
        var norm = TensorPrimitives.Norm<float>(values);
        if (norm > 0)
            TensorPrimitives.Divide(values, norm, values);
        builder.AddRow([.. known.Select(stored => rowOfTerm[stored.Term])], values);
    }
}
