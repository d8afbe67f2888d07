namespace Motif.Code.Python.Facts;

/// <summary>
/// Writes a tree as facts in one pass over its nodes in pre-order. The stack is explicit: a chain of a hundred thousand
/// calls is deep, but never recursion.
/// </summary>
internal sealed partial class PythonFactsWriter
{
    /// <summary>A node of the tree whose subtree is being written.</summary>
    private struct Frame
    {
        public int End;

        /// <summary>The node is a fact node, to be closed at <see cref="CloseAt"/>; otherwise it is transparent.</summary>
        public bool Writes;
        public int CloseAt;

        /// <summary>Given to the children of a transparent node; None keeps their own.</summary>
        public FactRole RoleOfChildren;

        /// <summary>The field whose Block is open.</summary>
        public PythonField Block;
        public int BlockEnd;
        public PythonNodeKind Kind;
        public bool OpensScope;
        public bool OpensUnit;
    }

    private const int MaxNameLength = 64;

    private readonly PythonModule _module;
    private readonly PythonTree _tree;
    private readonly CodeFactsBuilder _facts = new();
    private readonly PythonText _text;
    private readonly Stack<PythonScope> _scopes = new();
    private readonly Stack<int> _units = new();

    /// <summary>Per node of the tree 1 + its fact node; 0 for those that nothing asks for.</summary>
    private readonly int[] _factOf;
    private readonly List<(int Unit, int Node)> _classes = [];
    private Frame[] _frames = new Frame[32];
    private int _depth;
    private int _typeCheckingEnd;

    public PythonFactsWriter(PythonModule module)
    {
        _module = module;
        _tree = module.Tree;
        _text = new PythonText(_tree);
        _factOf = new int[_tree.Count];
        module.Attributes.Collect();
    }

    public CodeFacts Write(string path, string language)
    {
        _scopes.Push(_module.Scopes.Of(0));
        for (var i = 0; i < _tree.Count; )
        {
            while (_depth > 0 && _frames[_depth - 1].End <= i)
                CloseFrame();
            var node = _tree[i];
            EnterField(node);
            i = Write(node);
        }
        while (_depth > 0)
            CloseFrame();
        foreach (var diagnostic in _tree.Diagnostics)
            _facts.Add(new SourceError(_tree.Line(diagnostic.Start), diagnostic.Message));
        CompleteClasses();
        _facts.SetLines(_text.Lines.Starts, _text.Lines.Kinds(), _tree.Text.Length);
        return _facts.Build(path, language, _module.Name);
    }

    /// <summary>Opens and closes the Block around the statements of a field, and the scope of a body.</summary>
    private void EnterField(PythonNode node)
    {
        if (_depth == 0)
            return;
        ref var parent = ref _frames[_depth - 1];
        var block =
            HoldsStatements(parent.Kind) && IsStatementField(node.Field)
                ? node.Field
                : PythonField.None;
        if (parent.Block != block)
        {
            CloseBlock(ref parent);
            if (block != PythonField.None)
                _facts.Open(FactKind.Block, RoleOf(node, parent), node.Start);
            parent.Block = block;
        }
        if (block != PythonField.None)
            parent.BlockEnd = node.End;
        if (!parent.OpensScope && PythonScopes.OpensBody(node))
        {
            parent.OpensScope = true;
            _scopes.Push(_module.Scopes.Of(node.Parent.Index));
        }
    }

    /// <summary>Writes a node up to its children; returns the next node to look at.</summary>
    private int Write(PythonNode node)
    {
        var role = RoleOf(node);
        switch (node.Kind)
        {
            case PythonNodeKind.Arguments
            or PythonNodeKind.Import
            or PythonNodeKind.ImportFrom
            or PythonNodeKind.FormattedValue
            or PythonNodeKind.Interpolation:
                Push(node, writes: false, RoleOfTransparent(node));
                break;
            case PythonNodeKind.Tuple when node.Parent.Kind == PythonNodeKind.ExceptHandler:
                Push(node, writes: false, FactRole.Type);
                break;
            case PythonNodeKind.WithItem when !node.Child(PythonField.OptionalVars).Exists:
                Push(node, writes: false, FactRole.Item);
                break;
            case PythonNodeKind.Alias:
                WriteImport(node);
                break;
            case PythonNodeKind.Global or PythonNodeKind.Nonlocal:
                foreach (var name in node.Names)
                    _facts.Leaf(FactKind.ScopeDeclaration, role, node.Start, node.End, name);
                return node.Index + node.Size;
            default:
                if (node.Field is PythonField.Annotation or PythonField.Returns)
                {
                    WriteType(node, role, 0);
                    return node.Index + node.Size;
                }
                Open(node, role);
                break;
        }
        return node.Index + 1;
    }

    private void Open(PythonNode node, FactRole role)
    {
        var kind = KindOf(node.Kind);
        var fact = _facts.Open(kind, role, node.Start, NameOf(node), FlagsOf(node));
        if (node.Kind is PythonNodeKind.Name or PythonNodeKind.Attribute)
            _factOf[node.Index] = fact + 1;
        Push(node, writes: true, FactRole.None);
        ref var frame = ref _frames[_depth - 1];
        switch (node.Kind)
        {
            case PythonNodeKind.Arg:
                IncludeDefault(node, ref frame);
                break;
            case PythonNodeKind.Name or PythonNodeKind.Attribute:
                _facts.Resolve(fact, _module.Scopes.Resolve(node, _scopes.Peek()));
                break;
            case PythonNodeKind.Call:
                ResolveCall(node, fact);
                break;
            case PythonNodeKind.If:
                NoteTypeChecking(node);
                break;
            case PythonNodeKind.Module
            or PythonNodeKind.ClassDef
            or PythonNodeKind.FunctionDef
            or PythonNodeKind.AsyncFunctionDef:
                frame.OpensUnit = true;
                if (node.Kind == PythonNodeKind.Module)
                    frame.CloseAt = _tree.Text.Length;
                _units.Push(AddUnit(node, fact));
                if (node.Kind == PythonNodeKind.ClassDef)
                    _classes.Add((_units.Peek(), node.Index));
                break;
            default:
                break;
        }
    }

    /// <summary>A default follows its parameter as a sibling; here it is the parameter's child.</summary>
    private void IncludeDefault(PythonNode arg, ref Frame frame)
    {
        var next = arg.Index + arg.Size;
        if (
            next >= _tree.Count
            || _tree[next].Field is not (PythonField.Defaults or PythonField.KwDefaults)
        )
            return;
        frame.End = next + _tree[next].Size;
        frame.CloseAt = _tree[next].End;
    }

    private void ResolveCall(PythonNode call, int fact)
    {
        var callee = call.Child(PythonField.Func);
        if (_module.Scopes.Resolve(callee, _scopes.Peek()) is not { } resolved)
            return;
        _facts.Resolve(fact, resolved);
        if (_module.Types.IsClass(resolved, callee, _scopes.Peek()))
            _facts.AddFlags(fact, FactFlags.Constructs);
    }

    private void NoteTypeChecking(PythonNode node)
    {
        var test = node.Child(PythonField.Test);
        if (
            !test.Exists
            || test.Kind is not (PythonNodeKind.Name or PythonNodeKind.Attribute)
            || test.Name != "TYPE_CHECKING"
        )
            return;
        var orElse = node.Child(PythonField.Orelse);
        _typeCheckingEnd = Math.Max(
            _typeCheckingEnd,
            orElse.Exists ? orElse.Index : node.Index + node.Size
        );
    }

    private void WriteImport(PythonNode alias)
    {
        var statement = alias.Parent;
        var isFrom = statement.Kind == PythonNodeKind.ImportFrom;
        var package = isFrom ? _module.Absolute(statement.Name, statement.Level) : "";
        var isWhole = isFrom && alias.Name == "*";
        var target =
            isWhole ? package
            : package.Length == 0 ? alias.Name!
            : $"{package}.{alias.Name}";
        var node = _facts.Leaf(FactKind.Import, FactRole.Statement, alias.Start, alias.End, target);
        var bound = isWhole
            ? null
            : alias.AsName ?? (isFrom ? alias.Name : alias.Name!.Split('.')[0]);
        _facts.Add(new ImportFact(target, bound, node, alias.Index < _typeCheckingEnd));
    }

    /// <summary>An annotation as references to types, the arguments of generic ones inside.</summary>
    private void WriteType(PythonNode node, FactRole role, int depth)
    {
        var text = node.Text;
        var type = _module.Types.OfAnnotation(node, _scopes.Peek());
        var fact = _facts.Open(
            FactKind.TypeReference,
            role,
            node.Start,
            (text.Length > MaxNameLength ? text[..MaxNameLength] : text).ToString(),
            node.Kind == PythonNodeKind.BinOp ? FactFlags.Conditional : FactFlags.None
        );
        _facts.Resolve(fact, type.Name);
        if (depth < PythonTypes.MaxDepth)
            WriteTypeArguments(node, depth);
        _facts.Close(node.End);
    }

    private void WriteTypeArguments(PythonNode node, int depth)
    {
        if (node.Kind == PythonNodeKind.BinOp)
        {
            foreach (var side in node.Children)
                WriteType(side, FactRole.Argument, depth + 1);
        }
        else if (node.Kind == PythonNodeKind.Subscript)
        {
            var index = node.Child(PythonField.Slice);
            if (index.Kind != PythonNodeKind.Tuple)
                WriteType(index, FactRole.Argument, depth + 1);
            else
            {
                foreach (var argument in index.ChildrenIn(PythonField.Elts))
                    WriteType(argument, FactRole.Argument, depth + 1);
            }
        }
    }

    private void Push(PythonNode node, bool writes, FactRole roleOfChildren)
    {
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = new Frame
        {
            End = node.Index + node.Size,
            Writes = writes,
            CloseAt = node.End,
            RoleOfChildren = roleOfChildren,
            Kind = node.Kind,
        };
    }

    private void CloseFrame()
    {
        ref var frame = ref _frames[_depth - 1];
        CloseBlock(ref frame);
        if (frame.OpensUnit)
            _units.Pop();
        if (frame.OpensScope)
            _scopes.Pop();
        if (frame.Writes)
            _facts.Close(frame.CloseAt);
        _depth--;
    }

    private void CloseBlock(ref Frame frame)
    {
        if (frame.Block == PythonField.None)
            return;
        _facts.Close(frame.BlockEnd);
        frame.Block = PythonField.None;
    }
}
