namespace Motif.Code;

/// <summary>
/// The columns of <see cref="CodeFacts"/> while they are being written. They grow together, and the last ones of a thread are
/// written again for its next file: growing new ones for every file was half of what a scan allocated, most of it in the heap of
/// large objects.
/// </summary>
internal sealed class CodeFactColumns
{
    private const int FirstCapacity = 4096;

    /// <summary>Larger ones are not kept.</summary>
    private const int KeptCapacity = 1 << 18;

    [ThreadStatic]
    private static CodeFactColumns? kept;

    private CodeFactColumns() { }

    /// <summary>Nodes so far.</summary>
    public int Count { get; private set; }

    public FactKind[] Kinds { get; private set; } = new FactKind[FirstCapacity];

    public FactRole[] Roles { get; private set; } = new FactRole[FirstCapacity];

    public FactFlags[] Flags { get; private set; } = new FactFlags[FirstCapacity];

    public int[] Sizes { get; private set; } = new int[FirstCapacity];

    public int[] Parents { get; private set; } = new int[FirstCapacity];

    public int[] Names { get; private set; } = new int[FirstCapacity];

    public int[] Resolved { get; private set; } = new int[FirstCapacity];

    public int[] Starts { get; private set; } = new int[FirstCapacity];

    public int[] Ends { get; private set; } = new int[FirstCapacity];

    /// <summary>Empty columns, for this thread alone.</summary>
    public static CodeFactColumns Take()
    {
        var columns = kept ?? new CodeFactColumns();
        kept = null;
        columns.Count = 0;
        return columns;
    }

    /// <summary>Leaves columns that nobody uses any more to the thread's next file.</summary>
    public static void Return(CodeFactColumns columns) =>
        kept = columns.Kinds.Length <= KeptCapacity ? columns : null;

    /// <summary>A further node, whose columns are all to be written.</summary>
    public int Add()
    {
        if (Count == Kinds.Length)
            Grow();
        return Count++;
    }

    private void Grow()
    {
        Kinds = Doubled(Kinds);
        Roles = Doubled(Roles);
        Flags = Doubled(Flags);
        Sizes = Doubled(Sizes);
        Parents = Doubled(Parents);
        Names = Doubled(Names);
        Resolved = Doubled(Resolved);
        Starts = Doubled(Starts);
        Ends = Doubled(Ends);
    }

    private static T[] Doubled<T>(T[] column)
    {
        Array.Resize(ref column, column.Length * 2);
        return column;
    }
}
