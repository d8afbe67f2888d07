namespace Motif.Vectors;

internal static class UnitVector
{
    /// <summary>
    /// target = x / |x|; in double where the length lies beyond what a float's reciprocal can hold.
    /// </summary>
    public static void Normalize(ReadOnlySpan<float> x, double norm, Span<float> target)
    {
        if (norm is > 1e-15 and < 1e15)
        {
            System.Numerics.Tensors.TensorPrimitives.Multiply(x, (float)(1 / norm), target);
            return;
        }
        for (var i = 0; i < x.Length; i++)
            target[i] = (float)(x[i] / norm);
    }
}
