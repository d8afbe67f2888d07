using System.Numerics.Tensors;

namespace Motif.Numerics;

/// <summary>Sparse matrix by rows: row r holds the entries from <c>Starts[r]</c> to <c>Starts[r + 1]</c>.</summary>
internal sealed class SparseMatrix(int columns, int[] starts, int[] indices, float[] values)
{
    public int Rows => Starts.Length - 1;

    public int Columns { get; } = columns;

    public int[] Starts { get; } = starts;

    public int[] Indices { get; } = indices;

    public float[] Values { get; } = values;

    public int RowLength(int row) => Starts[row + 1] - Starts[row];

    public ReadOnlySpan<int> RowIndices(int row) => Indices.AsSpan(Starts[row], RowLength(row));

    public Span<float> RowValues(int row) => Values.AsSpan(Starts[row], RowLength(row));

    /// <summary>This · dense.</summary>
    public FloatMatrix Multiply(FloatMatrix dense)
    {
        if (Columns != dense.Rows)
            throw new ArgumentException(
                $"{Rows}×{Columns} cannot be multiplied by {dense.Rows}×…",
                nameof(dense)
            );
        var result = new FloatMatrix(Rows, dense.Columns);
        Parallel.For(0, Rows, row => MultiplyRow(row, dense, result.Row(row)));
        return result;
    }

    /// <summary>Adds row · dense to a vector.</summary>
    public void MultiplyRow(int row, FloatMatrix dense, Span<float> target)
    {
        for (var i = Starts[row]; i < Starts[row + 1]; i++)
            TensorPrimitives.MultiplyAdd(dense.Row(Indices[i]), Values[i], target, target);
    }

    public SparseMatrix Transpose()
    {
        var first = new int[Columns + 1];
        foreach (var column in Indices)
            first[column + 1]++;
        for (var column = 0; column < Columns; column++)
            first[column + 1] += first[column];
        var next = first[..^1];
        var rows = new int[Indices.Length];
        var entries = new float[Values.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = Starts[row]; i < Starts[row + 1]; i++)
            {
                var place = next[Indices[i]]++;
                rows[place] = row;
                entries[place] = Values[i];
            }
        }
        return new SparseMatrix(Rows, first, rows, entries);
    }

    /// <summary>The chosen rows, in the order given.</summary>
    public SparseMatrix Select(ReadOnlySpan<int> rows)
    {
        var builder = new SparseMatrixBuilder(Columns);
        foreach (var row in rows)
            builder.AddRow(RowIndices(row), RowValues(row));
        return builder.Build();
    }
}

/// <summary>Collects the rows of a <see cref="SparseMatrix"/>.</summary>
internal sealed class SparseMatrixBuilder(int columns)
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _indices = [];
    private readonly List<float> _values = [];

    public void AddRow(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        foreach (var index in indices)
            _indices.Add(index);
        foreach (var value in values)
            _values.Add(value);
        _starts.Add(_indices.Count);
    }

    public SparseMatrix Build() => new(columns, [.. _starts], [.. _indices], [.. _values]);
}
