using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cloud.Unum.USearch;

namespace Motif.Bench;

/// <summary>
/// USearch by its .NET package in this process: HNSW with connectivity 16 and expansion_add 200 on inner products of unit
/// vectors, one thread, processor time, recall by score with ties as hits. The recall is steered by expansion_search.
/// </summary>
internal static partial class UsearchPeer
{
    private const float Tie = 1e-5f;
    private const int Passes = 3;
    private static readonly ulong[] Expansions = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512];

    /// <param name="quantization">How USearch keeps the vectors: <c>Float32</c> as hnswlib does, <c>Int8</c> as we do.</param>
    public static VectorPeer Run(
        float[] vectors,
        float[] queries,
        int dimension,
        float[] worstScores,
        IReadOnlyList<double> recalls,
        ScalarKind quantization
    )
    {
        var rows = Rows(vectors, dimension);
        var questions = Rows(queries, dimension);
        var before = Environment.CpuUsage.TotalTime;
        using var index = new USearchIndex(
            MetricKind.Ip,
            quantization,
            (ulong)dimension,
            connectivity: 16,
            expansionAdd: 200,
            expansionSearch: Expansions[0]
        );
        for (var row = 0; row < rows.Length; row++)
            index.Add((ulong)row, rows[row]);
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var settings = Expansions
            .Select(expansion => Measure(index, expansion, rows, questions, worstScores))
            .ToList();
        return new VectorPeer(
            $"USearch 2.26 {quantization}, connectivity 16, expansion_add 200",
            Interpolated(settings, recalls),
            seconds,
            MemoryUsage(Handle(index), out _) / 1e6
        );
    }

    private static float[][] Rows(float[] vectors, int dimension)
    {
        var rows = new float[vectors.Length / dimension][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = vectors[(row * dimension)..((row + 1) * dimension)];
            var norm = TensorPrimitives.Norm<float>(rows[row]);
            TensorPrimitives.Divide(rows[row], norm, rows[row]);
        }
        return rows;
    }

    private static (double Recall, double Rate) Measure(
        USearchIndex index,
        ulong expansion,
        float[][] rows,
        float[][] questions,
        float[] worstScores
    )
    {
        ChangeExpansion(Handle(index), (nuint)expansion, out var error);
        if (error != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(error));
        var hits = 0;
        for (var question = 0; question < questions.Length; question++)
        {
            index.Search(questions[question], 10, out var keys, out _);
            foreach (var key in keys)
                if (
                    TensorPrimitives.Dot<float>(rows[key], questions[question])
                    >= worstScores[question] - Tie
                )
                    hits++;
        }
        var best = double.PositiveInfinity;
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var question in questions)
                index.Search(question, 10, out _, out _);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return (hits / (10.0 * questions.Length), questions.Length / best);
    }

    private static Dictionary<double, double> Interpolated(
        List<(double Recall, double Rate)> settings,
        IReadOnlyList<double> recalls
    )
    {
        var rates = new Dictionary<double, double>();
        foreach (var recall in recalls)
        {
            var after = settings.FindIndex(setting => setting.Recall >= recall);
            if (after == 0)
                rates[recall] = settings[0].Rate;
            if (after <= 0)
                continue;
            var (low, high) = (settings[after - 1], settings[after]);
            var share = (recall - low.Recall) / (high.Recall - low.Recall);
            rates[recall] = Math.Exp(
                (Math.Log(low.Rate) * (1 - share)) + (Math.Log(high.Rate) * share)
            );
        }
        return rates;
    }

    /// <summary>The package sets the expansion of a search only when an index is made; its native library at any time.</summary>
    [LibraryImport("libusearch_c", EntryPoint = "usearch_change_expansion_search")]
    private static partial void ChangeExpansion(nint index, nuint expansion, out nint error);

    [LibraryImport("libusearch_c", EntryPoint = "usearch_memory_usage")]
    private static partial nuint MemoryUsage(nint index, out nint error);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_index")]
    private static extern ref nint Handle(USearchIndex index);
}
