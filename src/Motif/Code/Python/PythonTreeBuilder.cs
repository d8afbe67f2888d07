using System.Numerics;
using System.Runtime.CompilerServices;

namespace Motif.Code.Python;

/// <summary>Collects nodes in the order in which they are complete (children before their parent), so that
/// a parent learns its kind after its children without moving them, and turns them into pre-order at the end.</summary>
internal sealed class PythonTreeBuilder
{
    internal struct Record
    {
        internal PythonNodeKind Kind;
        internal PythonField Field;
        internal ushort Aux;
        internal int Start;
        internal int End;
        internal int Size;
        internal int Data;
        internal int Extra;
    }

    private struct Ancestor
    {
        internal int FirstRecord;
        internal int Node;
    }

    private const int KeptCapacity = 1 << 18;

    private Record[] _records = new Record[4096];
    private Ancestor[] _ancestors = new Ancestor[64];

    internal int Count { get; private set; }

    internal List<int> Lists { get; } = [];
    internal List<BigInteger> Integers { get; } = [];
    internal List<byte[]> Bytes { get; } = [];

    /// <summary>The code points of the few strings that UTF-16 cannot tell from another, by string.</summary>
    internal Dictionary<int, int[]> CodePoints { get; private set; } = [];

    internal ref Record this[int index] => ref _records[index];

    internal ref Record Last => ref _records[Count - 1];

    internal void Reset()
    {
        if (_records.Length > KeptCapacity)
            _records = new Record[4096];
        Count = 0;
        Lists.Clear();
        Integers.Clear();
        Bytes.Clear();
        if (CodePoints.Count > 0)
            CodePoints = [];
    }

    /// <summary>Forgets every node from <paramref name="count"/> on.</summary>
    internal void Truncate(int count) => Count = count;

    /// <summary>Adds a node whose children are all nodes from <paramref name="mark"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Emit(
        PythonNodeKind kind,
        int mark,
        int start,
        int end,
        int aux,
        int data,
        int extra
    )
    {
        var index = Count;
        if (index == _records.Length)
            Grow();
        ref var record = ref _records[index];
        record.Kind = kind;
        record.Field = PythonField.None;
        record.Aux = (ushort)aux;
        record.Start = start;
        record.End = end;
        record.Size = index - mark + 1;
        record.Data = data;
        record.Extra = extra;
        Count = index + 1;
        return index;
    }

    /// <summary>Puts a childless node before the records from <paramref name="index"/> on.</summary>
    internal void InsertLeaf(int index, in Record leaf)
    {
        if (Count == _records.Length)
            Grow();
        Array.Copy(_records, index, _records, index + 1, Count - index);
        _records[index] = leaf;
        Count++;
    }

    /// <summary>Turns the records, whose last one is the root, into pre-order arrays.</summary>
    internal PythonNodes ToNodes()
    {
        var nodes = new PythonNodes(Count);
        var depth = 0;
        for (var i = Count - 1; i >= 0; i--)
        {
            ref var record = ref _records[i];
            while (depth > 0 && i < _ancestors[depth - 1].FirstRecord)
                depth--;
            var node = i - record.Size + 1 + depth;
            nodes.Kinds[node] = record.Kind;
            nodes.Fields[node] = record.Field;
            nodes.Aux[node] = record.Aux;
            nodes.Starts[node] = record.Start;
            nodes.Ends[node] = record.End;
            nodes.Sizes[node] = record.Size;
            nodes.Data[node] = record.Data;
            nodes.Extra[node] = record.Extra;
            nodes.Parents[node] = depth == 0 ? -1 : _ancestors[depth - 1].Node;
            if (record.Size == 1)
                continue;
            if (depth == _ancestors.Length)
                Array.Resize(ref _ancestors, depth * 2);
            _ancestors[depth].FirstRecord = i - record.Size + 1;
            _ancestors[depth].Node = node;
            depth++;
        }
        return nodes;
    }

    private void Grow() => Array.Resize(ref _records, _records.Length * 2);
}
