namespace Motif.Numerics;

/// <summary>Dense single-precision matrix, row-major in one array.</summary>
internal sealed class FloatMatrix(int rows, int columns)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public float[] Values { get; } = new float[checked(rows * columns)];

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
