namespace Motif.Numerics;

/// <summary>Dense single-precision matrix, row-major in one array.</summary>
internal sealed class FloatMatrix
{
    public FloatMatrix(int rows, int columns)
        : this(rows, columns, new float[checked(rows * columns)]) { }

    private FloatMatrix(int rows, int columns, float[] values) =>
        (Rows, Columns, Values) = (rows, columns, values);

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>At least as many as the matrix has entries: of <see cref="First"/> those of the whole.</summary>
    public float[] Values { get; }

    public Span<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    public FloatMatrix Transpose()
    {
        const int Block = 32;
        var result = new FloatMatrix(Columns, Rows);
        var blocks = (Rows + Block - 1) / Block;
        Parallel.For(
            0,
            blocks,
            block =>
            {
                var end = Math.Min(Rows, (block + 1) * Block);
                for (var column = 0; column < Columns; column++)
                {
                    for (var row = block * Block; row < end; row++)
                        result.Values[(column * Rows) + row] = Values[(row * Columns) + column];
                }
            }
        );
        return result;
    }

    /// <summary>The first rows, in the same memory: what is made for many is used for few.</summary>
    public FloatMatrix First(int rows) =>
        rows <= Rows
            ? new FloatMatrix(rows, Columns, Values)
            : throw new ArgumentOutOfRangeException(nameof(rows), rows, $"of {Rows} rows");

    public FloatMatrix Copy()
    {
        var result = new FloatMatrix(Rows, Columns);
        Values.CopyTo(result.Values, 0);
        return result;
    }

    /// <summary>Independent standard normal entries (Box–Muller) from a seed.</summary>
    public static FloatMatrix Gaussian(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var result = new FloatMatrix(rows, columns);
        for (var i = 0; i < result.Values.Length; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            result.Values[i] = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
        return result;
    }
}
