namespace Motif.Code;

/// <summary>The lines of a file with what they hold, and their counts over any stretch in constant time.</summary>
public sealed class LineIndex
{
    private readonly LineKind[] _kinds;
    private (int Source, int Comment, int Blank, int Text)[]? _sums;

    /// <param name="starts">UTF-16 offset of each line's first character, beginning with 0.</param>
    public LineIndex(int[] starts)
    {
        ArgumentNullException.ThrowIfNull(starts);
        Starts = starts;
        _kinds = new LineKind[starts.Length];
    }

    public int[] Starts { get; }

    /// <summary>One kind per line.</summary>
    public LineKind[] Kinds() => _kinds;

    /// <summary>The line of an offset, counted from 0.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(Starts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Marks the line as holding that, beside what it holds already.</summary>
    /// <param name="line">Counted from 0.</param>
    public void Mark(int line, LineKind kind) => _kinds[line] |= kind;

    /// <summary>The counts of the lines from first to last, both counted from 0 and included; complete once everything is marked.</summary>
    public LineCounts Count(int first, int last, int logical)
    {
        _sums ??= Sums();
        var (from, to) = (_sums[first], _sums[last + 1]);
        return new LineCounts(
            to.Source - from.Source,
            logical,
            to.Comment - from.Comment,
            to.Blank - from.Blank,
            to.Text - from.Text
        );
    }

    private (int, int, int, int)[] Sums()
    {
        var sums = new (int Source, int Comment, int Blank, int Text)[_kinds.Length + 1];
        for (var i = 0; i < _kinds.Length; i++)
        {
            var kind = _kinds[i];
            sums[i + 1] = (
                sums[i].Source + (kind.HasFlag(LineKind.Code) ? 1 : 0),
                sums[i].Comment + (kind.HasFlag(LineKind.Comment) ? 1 : 0),
                sums[i].Blank + (kind is LineKind.Blank ? 1 : 0),
                sums[i].Text + (kind.HasFlag(LineKind.Text) ? 1 : 0)
            );
        }
        return sums;
    }
}
