using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>Sums of coded rows by centroid, and their means written back as codes.</summary>
internal sealed unsafe class CentroidSums(VectorMetric metric, int count, int stride)
{
    private readonly NativeBlock _block = Zeroed((long)count * stride * sizeof(float));
    private readonly int[] _counts = new int[count];

    public void Clear()
    {
        _block.Clear();
        Array.Clear(_counts);
    }

    public void Add(int centroid, RowBlock rows, int row)
    {
        Int8Code.AddTo(Sum(centroid), rows.Code(row), rows.Scale(row), stride);
        _counts[centroid]++;
    }

    /// <summary>
    /// Codes the means of centroids firstId … firstId + rows − 1 into <paramref name="target"/>. One without
    /// rows keeps the place it had.
    /// </summary>
    public void Store(RowBlock target, int start, int rows, int firstId)
    {
        for (var i = 0; i < rows; i++)
        {
            var members = _counts[firstId + i];
            if (members == 0)
                continue;
            var mean = new Span<float>(Sum(firstId + i), stride);
            TensorPrimitives.Divide(mean, members, mean);
            var norm = (double)TensorPrimitives.Norm<float>(mean);
            if (metric == VectorMetric.Cosine && norm > 0)
                UnitVector.Normalize(mean, norm, mean);
            var half = metric == VectorMetric.Cosine ? 0 : (float)(-norm * norm / 2);
            target.Encode(start + i, mean, half, firstId + i);
        }
    }

    private float* Sum(int centroid) => (float*)_block.Pointer + (long)centroid * stride;

    private static NativeBlock Zeroed(long bytes)
    {
        var block = new NativeBlock(bytes);
        block.Clear();
        return block;
    }
}
