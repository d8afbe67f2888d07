namespace Motif.Vectors;

/// <summary>
/// What one search sees from beginning to end: the rows below <paramref name="Rows"/> that no write up to
/// <paramref name="Sequence"/> has ended. The writer publishes a new view after each batch.
/// </summary>
/// <param name="Layout">The data.</param>
/// <param name="Rows">Ordinals below this exist.</param>
/// <param name="Sequence">Number of the last write in it.</param>
/// <param name="Keys">Stored keys, those of zero vectors among them.</param>
internal sealed record View(Layout Layout, int Rows, int Sequence, int Keys)
{
    /// <summary>No row in a list has ended: visibility then needs no look at memory.</summary>
    private readonly bool _isWhole = Rows == Keys;

    public bool IsVisible(int ordinal) =>
        (uint)ordinal < (uint)Rows && Layout.Rows.IsVisible(ordinal, Sequence);

    /// <summary>The same for a row found in a list, where zero vectors never are.</summary>
    public bool IsVisibleInList(int ordinal) =>
        (uint)ordinal < (uint)Rows && (_isWhole || Layout.Rows.IsVisible(ordinal, Sequence));
}

/// <summary>One arrangement of the data, replaced as a whole by a compaction or a rebuild.</summary>
internal sealed record Layout
{
    public required VectorSpace Space { get; init; }
    public required HadamardRotation Rotation { get; init; }
    public required RowStore Rows { get; init; }
    public required KeyTable Keys { get; init; }
    public required InvertedLists Lists { get; init; }

    /// <summary>Null for a flat layout: one list, always scanned.</summary>
    public CentroidTree? Centroids { get; init; }

    /// <summary>Null for a flat layout or few dimensions.</summary>
    public SignBlocks? Signs { get; init; }

    /// <summary>By wanted recall, ascending; a flat layout has one.</summary>
    public required IReadOnlyList<ProbePlan> Plans { get; init; }

    /// <summary>Rows when the centroids were trained; twice as many ask for new ones.</summary>
    public required int TrainedRows { get; init; }

    /// <summary>Rows when the layout was made: those from this place on were appended since.</summary>
    public required int ArrangedRows { get; init; }

    /// <summary>How many of the appended rows are stored now.</summary>
    public int StoredAppended()
    {
        var stored = 0;
        for (var ordinal = ArrangedRows; ordinal < Rows.Count; ordinal++)
            stored += Rows.IsStored(ordinal) ? 1 : 0;
        return stored;
    }

    public int Stride => Int8Code.Stride(Space.Dimension);

    /// <summary>The cheapest plan that reaches the wanted recall; null where only the exact scan does.</summary>
    public ProbePlan? PlanFor(double recall)
    {
        // By index: an enumerator behind an interface would be the one allocation of a search.
        for (var i = 0; i < Plans.Count; i++)
            if (Plans[i].Recall >= recall)
                return Plans[i];
        return null;
    }
}
