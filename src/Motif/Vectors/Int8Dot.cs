using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Motif.Vectors;

/// <summary>
/// Dot products of one coded query (bytes 1..127) with groups of four coded rows (−127..127), wherever they lie.
/// Four rows share each load of the query and hide each other's latency. All paths return the same
/// integers: pair sums stay below 2 · 127 · 127 = 32,258, so no 16-bit step saturates.
/// </summary>
internal static unsafe class Int8Dot
{
    public const int Group = 4;

    /// <summary>The paths, fastest first; tests prove those the machine supports equal to the last.</summary>
    public static readonly DotPath[] Paths =
    [
        new("avx-vnni", AvxVnni.IsSupported, &AvxVnniGroup),
        new("avx512bw", Avx512BW.IsSupported, &Avx512Group),
        new("avx2", Avx2.IsSupported, &Avx2Group),
        new("arm-dp", Dp.IsSupported, &ArmGroup),
        new("vector256", true, &PortableGroup),
        new("scalar", true, &ScalarGroup),
    ];

    /// <summary>Name of the path this machine takes.</summary>
    public static string PathName
    {
        get
        {
            foreach (var path in Paths)
                if (path.IsSupported)
                    return path.Name;
            return "scalar";
        }
    }

    /// <summary>The dot products of four consecutive rows, stride bytes each, 64-byte aligned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> FourRows(sbyte* rows, nint stride, byte* query) =>
        FourRows(rows, rows + stride, rows + 2 * stride, rows + 3 * stride, stride, query);

    /// <summary>The dot products of any four rows.</summary>
    /// <param name="first">stride bytes like the others, 64-byte aligned.</param>
    /// <param name="second">The second row.</param>
    /// <param name="third">The third row.</param>
    /// <param name="fourth">The fourth row.</param>
    /// <param name="stride">A multiple of 64.</param>
    /// <param name="query">stride bytes, 64-byte aligned.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> FourRows(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    )
    {
        if (AvxVnni.IsSupported)
            return AvxVnniGroup(first, second, third, fourth, stride, query);
        if (Avx512BW.IsSupported)
            return Avx512Group(first, second, third, fourth, stride, query);
        if (Avx2.IsSupported)
            return Avx2Group(first, second, third, fourth, stride, query);
        return Dp.IsSupported
            ? ArmGroup(first, second, third, fourth, stride, query)
            : PortableGroup(first, second, third, fourth, stride, query);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AvxVnniGroup(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    )
    {
        Vector256<int> a = default,
            b = default,
            c = default,
            d = default;
        for (nint i = 0; i < stride; i += 32)
        {
            var q = Vector256.LoadAligned(query + i);
            a = AvxVnni.MultiplyWideningAndAdd(a, q, Vector256.LoadAligned(first + i));
            b = AvxVnni.MultiplyWideningAndAdd(b, q, Vector256.LoadAligned(second + i));
            c = AvxVnni.MultiplyWideningAndAdd(c, q, Vector256.LoadAligned(third + i));
            d = AvxVnni.MultiplyWideningAndAdd(d, q, Vector256.LoadAligned(fourth + i));
        }
        return SumEach(a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Avx512Group(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    )
    {
        Vector512<int> a = default,
            b = default,
            c = default,
            d = default;
        for (nint i = 0; i < stride; i += 64)
        {
            var q = Vector512.LoadAligned(query + i);
            a += Multiply512(q, first + i);
            b += Multiply512(q, second + i);
            c += Multiply512(q, third + i);
            d += Multiply512(q, fourth + i);
        }
        return SumEach(
            a.GetLower() + a.GetUpper(),
            b.GetLower() + b.GetUpper(),
            c.GetLower() + c.GetUpper(),
            d.GetLower() + d.GetUpper()
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Multiply512(Vector512<byte> q, sbyte* row) =>
        Avx512BW.MultiplyAddAdjacent(
            Avx512BW.MultiplyAddAdjacent(q, Vector512.LoadAligned(row)),
            Vector512<short>.One
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Avx2Group(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    )
    {
        Vector256<int> a = default,
            b = default,
            c = default,
            d = default;
        for (nint i = 0; i < stride; i += 32)
        {
            var q = Vector256.LoadAligned(query + i);
            a += Multiply256(q, first + i);
            b += Multiply256(q, second + i);
            c += Multiply256(q, third + i);
            d += Multiply256(q, fourth + i);
        }
        return SumEach(a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Multiply256(Vector256<byte> q, sbyte* row) =>
        Avx2.MultiplyAddAdjacent(
            Avx2.MultiplyAddAdjacent(q, Vector256.LoadAligned(row)),
            Vector256<short>.One
        );

    /// <summary>The sums of four vectors, one in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SumEach(
        Vector256<int> a,
        Vector256<int> b,
        Vector256<int> c,
        Vector256<int> d
    )
    {
        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
        return sums.GetLower() + sums.GetUpper();
    }

    // A query byte is at most 127, so it reads the same as a signed byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> ArmGroup(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    )
    {
        Vector128<int> a = default,
            b = default,
            c = default,
            d = default;
        for (nint i = 0; i < stride; i += 16)
        {
            var q = Vector128.Load(query + i).AsSByte();
            a = Dp.DotProduct(a, q, Vector128.Load(first + i));
            b = Dp.DotProduct(b, q, Vector128.Load(second + i));
            c = Dp.DotProduct(c, q, Vector128.Load(third + i));
            d = Dp.DotProduct(d, q, Vector128.Load(fourth + i));
        }
        return Vector128.Create(
            Vector128.Sum(a),
            Vector128.Sum(b),
            Vector128.Sum(c),
            Vector128.Sum(d)
        );
    }

    private static Vector128<int> PortableGroup(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    ) =>
        Vector128.Create(
            PortableRow(first, stride, query),
            PortableRow(second, stride, query),
            PortableRow(third, stride, query),
            PortableRow(fourth, stride, query)
        );

    private static int PortableRow(sbyte* row, nint stride, byte* query)
    {
        Vector256<int> sum = default;
        for (nint i = 0; i < stride; i += 32)
        {
            var (rowLow, rowHigh) = Vector256.Widen(Vector256.Load(row + i));
            var (queryLow, queryHigh) = Vector256.Widen(Vector256.Load(query + i).AsSByte());
            var (a, b) = Vector256.Widen(rowLow * queryLow);
            var (c, d) = Vector256.Widen(rowHigh * queryHigh);
            sum += a + b + (c + d);
        }
        return Vector256.Sum(sum);
    }

    private static Vector128<int> ScalarGroup(
        sbyte* first,
        sbyte* second,
        sbyte* third,
        sbyte* fourth,
        nint stride,
        byte* query
    ) =>
        Vector128.Create(
            ScalarRow(first, stride, query),
            ScalarRow(second, stride, query),
            ScalarRow(third, stride, query),
            ScalarRow(fourth, stride, query)
        );

    private static int ScalarRow(sbyte* row, nint stride, byte* query)
    {
        var sum = 0;
        for (nint i = 0; i < stride; i++)
            sum += row[i] * query[i];
        return sum;
    }
}

/// <summary>One way to compute the dot products of four rows.</summary>
internal readonly unsafe struct DotPath(
    string name,
    bool isSupported,
    delegate* managed<sbyte*, sbyte*, sbyte*, sbyte*, nint, byte*, Vector128<int>> run
)
{
    public string Name { get; } = name;
    public bool IsSupported { get; } = isSupported;

    public Vector128<int> FourRows(sbyte* rows, nint stride, byte* query) =>
        run(rows, rows + stride, rows + 2 * stride, rows + 3 * stride, stride, query);
}
