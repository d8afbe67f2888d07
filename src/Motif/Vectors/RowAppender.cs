namespace Motif.Vectors;

/// <summary>Codes late rows into the tails of their nearest lists. Belongs to the one writer of one layout.</summary>
internal sealed unsafe class RowAppender
{
    private readonly float[] _rotated;
    private readonly RowBlock _row;
    private readonly ListAssigner? _assigner;

    public RowAppender(Layout layout)
    {
        Layout = layout;
        _rotated = new float[layout.Space.Dimension];
        _row = new RowBlock(Int8Dot.Group, layout.Stride);
        if (layout.Centroids is { } tree)
            _assigner = new ListAssigner(
                layout.Space.Metric,
                layout.Stride,
                tree.LongestGroup,
                tree.GroupCount
            );
    }

    public Layout Layout { get; }

    public void Append(ReadOnlySpan<float> vector, int ordinal)
    {
        fixed (float* target = _rotated)
            Layout.Rotation.Rotate(vector, target);
        var half = LayoutBuilder.HalfNorm(Layout.Space.Metric, vector);
        _row.Encode(0, _rotated, half, ordinal);
        var list = _assigner?.Nearest(Layout.Centroids!, _row, 0) ?? 0;
        Layout.Lists.Append(list, _row, ordinal);
    }
}
