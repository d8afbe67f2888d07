using System.Numerics;

namespace Motif.Code.Python;

/// <summary>A view of one node of a <see cref="PythonTree"/>. Asking a kind for a property that it lacks
/// gives nothing, never an error.</summary>
public readonly struct PythonNode : IEquatable<PythonNode>
{
    // Flags beside the constant's kind in Aux.
    internal const int UnicodeKind = 1 << 8;

    private readonly PythonTree _tree;

    internal PythonNode(PythonTree tree, int index)
    {
        _tree = tree;
        Index = index;
    }

    /// <summary>The tree that the node belongs to.</summary>
    public PythonTree Tree => _tree;

    /// <summary>The place in pre-order; -1 where there is no node.</summary>
    public int Index { get; }

    /// <summary>Whether there is a node.</summary>
    public bool Exists => Index >= 0;

    public PythonNodeKind Kind => _tree.Nodes.Kinds[Index];

    /// <summary>The field of the parent that holds the node.</summary>
    public PythonField Field => _tree.Nodes.Fields[Index];

    /// <summary>Where the node begins in the tree's text, as CPython's <c>lineno</c> and <c>col_offset</c> say it.</summary>
    public int Start => _tree.Nodes.Starts[Index];

    /// <summary>Where the node ends in the tree's text, exclusive.</summary>
    public int End => _tree.Nodes.Ends[Index];

    /// <summary>How many nodes the subtree has, this one included.</summary>
    public int Size => _tree.Nodes.Sizes[Index];

    /// <summary>The source of the node.</summary>
    public ReadOnlySpan<char> Text => _tree.Span(Start, End);

    /// <summary>The node that holds this one; does not exist for the module.</summary>
    public PythonNode Parent => new(_tree, _tree.Nodes.Parents[Index]);

    /// <summary>The children in source order.</summary>
    public ChildSequence Children => new(_tree, Index, null);

    /// <summary>The children that stand in one field, in source order.</summary>
    public ChildSequence ChildrenIn(PythonField field) => new(_tree, Index, field);

    /// <summary>The first child in a field; does not exist where the field is empty.</summary>
    public PythonNode Child(PythonField field)
    {
        foreach (var child in ChildrenIn(field))
            return child;
        return new PythonNode(_tree, -1);
    }

    /// <summary>The identifier of a definition, name, attribute, argument, keyword, alias or capture; null where there is none.</summary>
    public string? Name => Data < 0 || !HasName(Kind) ? null : _tree.StringAt(Data);

    /// <summary>The name after <c>as</c> of an alias.</summary>
    public string? AsName =>
        Kind != PythonNodeKind.Alias || Extra < 0 ? null : _tree.StringAt(Extra);

    /// <summary>The names of <c>global</c> and <c>nonlocal</c> and the keyword names of a class pattern.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (
                Kind
                is PythonNodeKind.Global
                    or PythonNodeKind.Nonlocal
                    or PythonNodeKind.MatchClass
            )
            {
                for (var i = 0; i < Extra; i++)
                    yield return _tree.StringAt(_tree.ListAt(Data, Extra)[i]);
            }
        }
    }

    /// <summary>The number of leading dots of <c>from … import</c>.</summary>
    public int Level => Kind == PythonNodeKind.ImportFrom ? Extra : 0;

    /// <summary>Where the name of a definition or attribute begins.</summary>
    public int NameStart =>
        Kind
            is PythonNodeKind.Attribute
                or PythonNodeKind.FunctionDef
                or PythonNodeKind.AsyncFunctionDef
                or PythonNodeKind.ClassDef
            ? Extra
            : Start;

    public PythonContext Context => (PythonContext)Aux;

    public PythonOperator Operator => (PythonOperator)Aux;

    /// <summary>How many operators a comparison has.</summary>
    public int OperatorCount => Kind == PythonNodeKind.Compare ? Extra : 0;

    /// <summary>One of a comparison's operators.</summary>
    public PythonOperator OperatorAt(int index) => (PythonOperator)_tree.ListAt(Data, Extra)[index];

    /// <summary>Whether a comprehension clause is <c>async for</c>.</summary>
    public bool IsAsync => Kind == PythonNodeKind.Comprehension && Aux == 1;

    /// <summary>Whether an annotated target is a bare name.</summary>
    public bool IsSimple => Kind == PythonNodeKind.AnnAssign && Aux == 1;

    /// <summary>The conversion of a replacement field: <c>s</c>, <c>r</c> or <c>a</c> as a code point, else -1.</summary>
    public int Conversion => (short)Aux;

    public PythonConstantKind ConstantKind => (PythonConstantKind)(byte)Aux;

    /// <summary>Whether a string constant began with <c>u</c>.</summary>
    public bool HasUnicodePrefix => Kind == PythonNodeKind.Constant && (Aux & UnicodeKind) != 0;

    /// <summary>The value of a string constant, or the source text of an interpolation.</summary>
    public string? StringValue =>
        Kind == PythonNodeKind.Interpolation
        || (Kind == PythonNodeKind.Constant && ConstantKind == PythonConstantKind.Str)
            ? _tree.StringAt(Data)
            : null;

    /// <summary>The value of a bytes constant.</summary>
    public ReadOnlySpan<byte> BytesValue =>
        Kind == PythonNodeKind.Constant && ConstantKind == PythonConstantKind.Bytes
            ? _tree.BytesAt(Data)
            : [];

    /// <summary>The value of an integer constant.</summary>
    public BigInteger IntegerValue =>
        ConstantKind == PythonConstantKind.BigInteger
            ? _tree.IntegerAt(Data)
            : new BigInteger((ulong)(uint)Data | ((ulong)(uint)Extra << 32));

    /// <summary>The value of a float, or the imaginary part of a complex constant.</summary>
    public double FloatValue =>
        BitConverter.UInt64BitsToDouble((uint)Data | ((ulong)(uint)Extra << 32));

    internal int Aux => _tree.Nodes.Aux[Index];
    internal int Data => _tree.Nodes.Data[Index];
    internal int Extra => _tree.Nodes.Extra[Index];

    public bool Equals(PythonNode other) =>
        ReferenceEquals(_tree, other._tree) && Index == other.Index;

    public override bool Equals(object? obj) => obj is PythonNode other && Equals(other);

    public override int GetHashCode() => Index;

    public static bool operator ==(PythonNode left, PythonNode right) => left.Equals(right);

    public static bool operator !=(PythonNode left, PythonNode right) => !left.Equals(right);

    private static bool HasName(PythonNodeKind kind) =>
        kind
            is PythonNodeKind.FunctionDef
                or PythonNodeKind.AsyncFunctionDef
                or PythonNodeKind.ClassDef
                or PythonNodeKind.ImportFrom
                or PythonNodeKind.Name
                or PythonNodeKind.Attribute
                or PythonNodeKind.Arg
                or PythonNodeKind.Keyword
                or PythonNodeKind.Alias
                or PythonNodeKind.ExceptHandler
                or PythonNodeKind.MatchMapping
                or PythonNodeKind.MatchStar
                or PythonNodeKind.MatchAs
                or PythonNodeKind.TypeVar
                or PythonNodeKind.ParamSpec
                or PythonNodeKind.TypeVarTuple;

    /// <summary>Children of a node, all or those of one field.</summary>
    public readonly struct ChildSequence
    {
        private readonly PythonTree _tree;
        private readonly int _parent;
        private readonly PythonField? _field;

        internal ChildSequence(PythonTree tree, int parent, PythonField? field)
        {
            _tree = tree;
            _parent = parent;
            _field = field;
        }

        public ChildEnumerator GetEnumerator() => new(_tree, _parent, _field);

        /// <summary>How many there are.</summary>
        public int Count()
        {
            var count = 0;
            foreach (var _ in this)
                count++;
            return count;
        }

        /// <summary>Whether there is one.</summary>
        public bool Any() => GetEnumerator().MoveNext();

        /// <summary>A copy as a list.</summary>
        public List<PythonNode> ToList()
        {
            var list = new List<PythonNode>();
            foreach (var child in this)
                list.Add(child);
            return list;
        }
    }

    /// <summary>Steps from child to child by the sizes of their subtrees.</summary>
    public struct ChildEnumerator
    {
        private readonly PythonTree _tree;
        private readonly PythonField? _field;
        private readonly int _end;
        private int _next;

        internal ChildEnumerator(PythonTree tree, int parent, PythonField? field)
        {
            _tree = tree;
            _field = field;
            _next = parent + 1;
            _end = parent + (parent < 0 ? 1 : tree.Nodes.Sizes[parent]);
            Current = new PythonNode(tree, -1);
        }

        public PythonNode Current { get; private set; }

        public bool MoveNext()
        {
            while (_next < _end)
            {
                var node = _next;
                _next += _tree.Nodes.Sizes[node];
                if (_field is { } field && _tree.Nodes.Fields[node] != field)
                    continue;
                Current = new PythonNode(_tree, node);
                return true;
            }
            return false;
        }
    }
}
