using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Motif.Vectors;

/// <summary>
/// What each of the sixteen patterns of a column's four signs adds to Σ sign·q of one query, as a number 0..63: the sum of the
/// entries looked up, times <see cref="Step"/>, less <see cref="Bias"/>, is Σ sign·q. Six bits err by a tenth of what the signs
/// do, and four entries still add up in a byte.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct SignTable
{
    private const float EntryMax = 63;

    private SignTable(byte* entries, float step, float bias)
    {
        Entries = entries;
        Step = step;
        Bias = bias;
    }

    /// <summary>Sixteen bytes a column; null before <see cref="Build"/>.</summary>
    public byte* Entries { get; }

    public float Step { get; }

    /// <summary>Σ|q|, since each column's entries count from its least, −Σ|q| of its four components.</summary>
    public float Bias { get; }

    /// <param name="query">The rotated query, zero beyond its dimension.</param>
    /// <param name="stride">Its padded dimension.</param>
    /// <param name="entries">Room for <see cref="SignCode.ColumnsBytes"/>.</param>
    public static SignTable Build(float* query, int stride, byte* entries)
    {
        var most = Vector128<float>.Zero;
        var bias = Vector128<float>.Zero;
        for (var i = 0; i < stride; i += 16)
        {
            var sums = ColumnSums(query + i);
            most = Vector128.Max(most, sums);
            bias += sums;
        }
        var widest = 2 * Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        var factor = widest > 0 ? EntryMax / widest : 0;
        for (var i = 0; i < stride; i += 4)
            Column(query + i, factor).Store(entries + 4 * i);
        return new SignTable(entries, widest / EntryMax, Vector128.Sum(bias));
    }

    /// <summary>Σ|q| of four columns.</summary>
    private static Vector128<float> ColumnSums(float* q)
    {
        var (a, b) = (Vector128.Abs(Vector128.Load(q)), Vector128.Abs(Vector128.Load(q + 4)));
        var (c, d) = (Vector128.Abs(Vector128.Load(q + 8)), Vector128.Abs(Vector128.Load(q + 12)));
        return Vector128.Create(
            Vector128.Sum(a),
            Vector128.Sum(b),
            Vector128.Sum(c),
            Vector128.Sum(d)
        );
    }

    private static Vector128<byte> Column(float* q, float factor)
    {
        var bias = Vector128.Sum(Vector128.Abs(Vector128.Load(q)));
        var three =
            Vector256.Create(q[0]) * Vector256.Create(-1f, 1, -1, 1, -1, 1, -1, 1)
            + Vector256.Create(q[1]) * Vector256.Create(-1f, -1, 1, 1, -1, -1, 1, 1)
            + Vector256.Create(q[2]) * Vector256.Create(-1f, -1, -1, -1, 1, 1, 1, 1)
            + Vector256.Create(bias);
        var low = Entries8(three - Vector256.Create(q[3]), factor);
        var high = Entries8(three + Vector256.Create(q[3]), factor);
        var words = Vector256.Narrow(low, high);
        return Vector128.Narrow(words.GetLower(), words.GetUpper()).AsByte();
    }

    // Never negative but for rounding, so truncating after a half is rounding.
    private static Vector256<int> Entries8(Vector256<float> sums, float factor) =>
        Vector256.ConvertToInt32Native(sums * factor + Vector256.Create(0.5f));
}
