namespace Motif.Code.TypeScript;

/// <summary>
/// The syntax tree of one file. Nodes stand in one array and are linked by indices: a parser that learns late what it has
/// parsed can put a node around another, and going back is to forget the last ones.
/// </summary>
internal sealed class ScriptTree
{
    private Node[] _nodes = new Node[1024];

    public int Count { get; private set; }

    public ScriptNode this[int index] => new(this, index);

    internal struct Node
    {
        public ScriptNodeKind Kind;
        public ScriptField Field;
        public ScriptFlags Flags;
        public int Start;
        public int End;
        public int First;
        public int Last;
        public int Next;
        public string? Text;
    }

    internal ref Node At(int index) => ref _nodes[index];

    public int Add(ScriptNodeKind kind, int start)
    {
        if (Count == _nodes.Length)
            Array.Resize(ref _nodes, _nodes.Length * 2);
        _nodes[Count] = new Node
        {
            Kind = kind,
            Start = start,
            End = start,
            First = -1,
            Last = -1,
            Next = -1,
        };
        return Count++;
    }

    /// <summary>Makes one node the last child of another.</summary>
    public void Link(int parent, ScriptField field, int child)
    {
        ref var node = ref _nodes[parent];
        _nodes[child].Field = field;
        if (node.Last < 0)
            node.First = child;
        else
            _nodes[node.Last].Next = child;
        node.Last = child;
    }

    /// <summary>Forgets all nodes from that one on.</summary>
    public void Cut(int count) => Count = count;
}

/// <summary>A view of one node of a <see cref="ScriptTree"/>; one that was not found does not exist.</summary>
internal readonly record struct ScriptNode(ScriptTree Tree, int Index)
{
    public bool Exists => Index >= 0;

    public ScriptNodeKind Kind => Exists ? Tree.At(Index).Kind : ScriptNodeKind.Missing;

    public ScriptField Field => Tree.At(Index).Field;

    public ScriptFlags Flags => Tree.At(Index).Flags;

    /// <summary>UTF-16 offset of the first character.</summary>
    public int Start => Tree.At(Index).Start;

    /// <summary>UTF-16 offset behind the last character.</summary>
    public int End => Tree.At(Index).End;

    /// <summary>Its name, operator or value; which is said at <see cref="ScriptNodeKind"/>.</summary>
    public string? Text => Exists ? Tree.At(Index).Text : null;

    public bool Has(ScriptFlags flags) => Exists && (Flags & flags) != ScriptFlags.None;

    public ScriptNode First => new(Tree, Tree.At(Index).First);

    public ScriptNode Next => new(Tree, Tree.At(Index).Next);

    /// <summary>The first child in that field; one that does not exist where there is none.</summary>
    public ScriptNode Child(ScriptField field)
    {
        if (!Exists)
            return this;
        var child = First;
        while (child.Exists && child.Field != field)
            child = child.Next;
        return child;
    }

    public bool HasChild(ScriptField field) => Child(field).Exists;

    public ChildSequence Children => new(Exists ? First : this, null);

    public ChildSequence In(ScriptField field) => new(Exists ? First : this, field);

    /// <summary>Children in source order, all or those in one field; for <c>foreach</c> without allocation.</summary>
    internal struct ChildSequence(ScriptNode first, ScriptField? field)
    {
        private ScriptNode _next = first;

        public ScriptNode Current { get; private set; }

        public readonly ChildSequence GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next.Exists && field is { } wanted && _next.Field != wanted)
                _next = _next.Next;
            if (!_next.Exists)
                return false;
            Current = _next;
            _next = _next.Next;
            return true;
        }
    }
}
