using System.Numerics;
using System.Runtime.InteropServices;

namespace Motif.Code.Python;

/// <summary>What a file of Python says: every node of CPython 3.14's <c>ast</c>, in pre-order, with the
/// diagnostics where the source is no Python. Immutable and safe to share between threads.</summary>
public sealed class PythonTree
{
    private readonly PythonNodes _nodes;
    private readonly string[] _strings;
    private readonly int[] _lists;
    private readonly BigInteger[] _integers;
    private readonly byte[][] _bytes;
    private readonly Dictionary<int, int[]> _codePoints;
    private readonly PythonDiagnostic[] _diagnostics;
    private readonly int _bomLength;
    private int[]? _lineStarts;
    private readonly bool _ascii;

    internal PythonTree(
        PythonSource source,
        PythonNodes nodes,
        PythonTreeBuilder builder,
        PythonStringTable strings,
        PythonDiagnostic[] diagnostics
    )
    {
        Text = source.Text;
        Encoding = source.Encoding;
        _ascii = source.IsAscii;
        _bomLength = source.HasByteOrderMark ? 1 : 0;
        _nodes = nodes;
        _strings = strings.ToArray();
        _lists = [.. builder.Lists];
        _integers = [.. builder.Integers];
        _bytes = [.. builder.Bytes];
        _codePoints = builder.CodePoints;
        _diagnostics = diagnostics;
    }

    /// <summary>The decoded source with every line end as <c>\n</c> and one after the last line.
    /// All spans count in it.</summary>
    public string Text { get; }

    /// <summary>The encoding's name as the source or its byte order mark declares it, else <c>utf-8</c>.</summary>
    public string Encoding { get; }

    /// <summary>Whether CPython 3.14 would accept the source.</summary>
    public bool IsValid => _diagnostics.Length == 0;

    /// <summary>In the order in which they were found; empty for valid source.</summary>
    public IReadOnlyList<PythonDiagnostic> Diagnostics => _diagnostics;

    /// <summary>How many nodes there are; node 0 is the module.</summary>
    public int Count => _nodes.Kinds.Length;

    /// <summary>The module.</summary>
    public PythonNode Root => new(this, 0);

    /// <summary>The node at a place in pre-order.</summary>
    public PythonNode this[int index] => new(this, index);

    /// <summary>The kinds of all nodes in pre-order: what a linear scan looks at first.</summary>
    public ReadOnlySpan<PythonNodeKind> Kinds => _nodes.Kinds;

    /// <summary>The sizes of all subtrees in pre-order: <c>i + Sizes[i]</c> is the first node after the subtree of i.</summary>
    public ReadOnlySpan<int> Sizes => _nodes.Sizes;

    internal PythonNodes Nodes => _nodes;

    internal bool HasByteOrderMark => _bomLength > 0;

    internal string StringAt(int id) => _strings[id];

    internal ReadOnlySpan<int> ListAt(int offset, int count) => _lists.AsSpan(offset, count);

    internal BigInteger IntegerAt(int index) => _integers[index];

    internal ReadOnlySpan<byte> BytesAt(int index) => _bytes[index];

    internal int[]? CodePointsAt(int id) => _codePoints.GetValueOrDefault(id);

    /// <summary>How many lines the source has.</summary>
    public int LineCount => LineStarts.Length - 1;

    /// <summary>The 1-based line and the column in UTF-8 bytes, as CPython counts them, of an offset in <see cref="Text"/>.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var line = LineIndex(offset);
        return (line + 1, Utf8Column(LineStarts[line], offset));
    }

    /// <summary>The 1-based line of an offset in <see cref="Text"/>.</summary>
    public int Line(int offset) => LineIndex(offset) + 1;

    /// <summary>The text from one offset to before another.</summary>
    public ReadOnlySpan<char> Span(int start, int end) => Text.AsSpan(start, end - start);

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private int LineIndex(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? Math.Min(index, Math.Max(0, LineStarts.Length - 2)) : ~index - 1;
    }

    private int Utf8Column(int lineStart, int offset)
    {
        if (_ascii)
            return offset - lineStart;
        var line = Text.AsSpan(lineStart, offset - lineStart);
        return System.Text.Ascii.IsValid(line)
            ? line.Length
            : System.Text.Encoding.UTF8.GetByteCount(line);
    }

    // The last entry is the end of the text.
    private static int[] FindLineStarts(string text)
    {
        var count = text.AsSpan().Count('\n');
        var starts = new int[count + 1];
        var line = 1;
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); line <= count; line++)
        {
            starts[line] = i + 1;
            if (line < count)
                i = text.IndexOf('\n', i + 1);
        }
        return starts;
    }
}
