using System.Text;

namespace Motif.Code.Python;

/// <summary>Writes a node as CPython 3.14's <c>ast.dump</c> does, without recursion.</summary>
internal sealed class PythonDumpWriter(PythonNode root, bool positions, int? indent)
{
    private readonly StringBuilder _output = new();
    private readonly PythonTree _tree = root.Tree;
    private readonly PythonNodes _nodes = root.Tree.Nodes;
    private Frame[] _frames = new Frame[64];
    private int _depth;

    // A node whose fields are being written, on one line or on a line each.
    private struct Frame
    {
        internal int Node;
        internal int Field;
        internal int Level;
        internal bool IsInline;
        internal bool HasArguments;

        // In the midst of a list: the next child, the field of the one before it, and whether an item was written.
        internal int Next;
        internal PythonField Previous;
        internal bool HasItems;
    }

    internal string Write()
    {
        Open(root.Index, 1);
        while (_depth > 0)
            Step();
        return _output.ToString();
    }

    private void Open(int node, int level)
    {
        var kind = _nodes.Kinds[node];
        _output.Append(PythonSchema.NameOf(kind)).Append('(');
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = new Frame
        {
            Node = node,
            Level = level,
            IsInline = indent is null || FitsOneLine(node),
        };
    }

    private void Step()
    {
        ref var frame = ref _frames[_depth - 1];
        var fields = PythonSchema.FieldsOf(_nodes.Kinds[frame.Node]);
        if (frame.Next > 0)
        {
            ContinueList(ref frame, fields[frame.Field]);
            return;
        }
        if (frame.Field == fields.Length)
        {
            if (positions)
                AppendPosition(ref frame);
            _output.Append(')');
            _depth--;
            return;
        }
        var entry = fields[frame.Field];
        if (!IsShown(frame.Node, entry))
        {
            frame.Field++;
            return;
        }
        BeginArgument(ref frame, entry.Name);
        switch (entry.Storage)
        {
            case PythonSchema.Storage.Required:
            case PythonSchema.Storage.Optional:
                frame.Field++;
                Open(PythonSchema.FirstIn(_nodes, frame.Node, entry.Field), frame.Level + 1);
                break;
            case PythonSchema.Storage.List:
            case PythonSchema.Storage.Keys:
            case PythonSchema.Storage.KeywordDefaults:
                _output.Append('[');
                frame.Next = frame.Node + 1;
                frame.Previous = PythonField.None;
                frame.HasItems = false;
                ContinueList(ref frame, entry);
                break;
            default:
                frame.Field++;
                AppendScalar(frame.Node, entry, frame.Level + 1);
                break;
        }
    }

    private void BeginArgument(ref Frame frame, string name)
    {
        if (frame.HasArguments)
            _output.Append(frame.IsInline ? ", " : ",");
        frame.HasArguments = true;
        if (!frame.IsInline)
            NewLine(frame.Level);
        _output.Append(name).Append('=');
    }

    private void NewLine(int level) =>
        _output.Append('\n').Append(' ', indent.GetValueOrDefault() * level);

    private void BeginItem(ref bool hasItems, int level)
    {
        if (hasItems)
            _output.Append(indent is null ? ", " : ",");
        hasItems = true;
        if (indent is not null)
            NewLine(level);
    }

    private void ContinueList(ref Frame frame, PythonSchema.Entry entry)
    {
        var end = frame.Node + _nodes.Sizes[frame.Node];
        while (frame.Next < end)
        {
            var child = frame.Next;
            var previous = frame.Previous;
            frame.Next += _nodes.Sizes[child];
            frame.Previous = _nodes.Fields[child];
            var isItem = _nodes.Fields[child] == entry.Field;
            if (!isItem && !PythonSchema.IsAbsent(_nodes, entry, previous, child, end))
                continue;
            BeginItem(ref frame.HasItems, frame.Level + 1);
            if (isItem)
            {
                Open(child, frame.Level + 2);
                return;
            }
            _output.Append("None");
        }
        _output.Append(']');
        frame.Next = 0;
        frame.Field++;
    }

    private void AppendPosition(ref Frame frame)
    {
        if (!PythonSchema.HasPosition(_nodes.Kinds[frame.Node]))
            return;
        var (line, column) = _tree.Position(_nodes.Starts[frame.Node]);
        var (endLine, endColumn) = _tree.Position(_nodes.Ends[frame.Node]);
        BeginArgument(ref frame, "lineno");
        _output.Append(line);
        BeginArgument(ref frame, "col_offset");
        _output.Append(column);
        BeginArgument(ref frame, "end_lineno");
        _output.Append(endLine);
        BeginArgument(ref frame, "end_col_offset");
        _output.Append(endColumn);
    }

    // None where the class's default is None, and empty lists, are left out.
    private bool IsShown(int node, PythonSchema.Entry entry) =>
        entry.Storage switch
        {
            PythonSchema.Storage.Nothing or PythonSchema.Storage.EmptyList => false,
            PythonSchema.Storage.Optional => PythonSchema.FirstIn(_nodes, node, entry.Field) >= 0,
            PythonSchema.Storage.List => PythonSchema.FirstIn(_nodes, node, entry.Field) >= 0,
            PythonSchema.Storage.Keys => _nodes.Sizes[node] > 1,
            PythonSchema.Storage.KeywordDefaults => PythonSchema.FirstIn(
                _nodes,
                node,
                PythonField.KwOnlyArgs
            ) >= 0,
            PythonSchema.Storage.OptionalIdentifier => _nodes.Data[node] >= 0,
            PythonSchema.Storage.SecondIdentifier => _nodes.Extra[node] >= 0,
            PythonSchema.Storage.Identifiers or PythonSchema.Storage.Operators => _nodes.Extra[node]
                > 0,
            PythonSchema.Storage.UnicodePrefix => (_nodes.Aux[node] & PythonNode.UnicodeKind) != 0,
            _ => true,
        };

    // At most three arguments, all of them simple: values, and nodes without arguments.
    private bool FitsOneLine(int node)
    {
        var kind = _nodes.Kinds[node];
        var count = positions && PythonSchema.HasPosition(kind) ? 4 : 0;
        foreach (var entry in PythonSchema.FieldsOf(kind))
        {
            if (!IsShown(node, entry))
                continue;
            count++;
            if (!IsSimple(node, entry))
                return false;
        }
        return count <= 3;
    }

    private bool IsSimple(int node, PythonSchema.Entry entry)
    {
        switch (entry.Storage)
        {
            case PythonSchema.Storage.List:
            case PythonSchema.Storage.Keys:
            case PythonSchema.Storage.KeywordDefaults:
            case PythonSchema.Storage.Identifiers:
            case PythonSchema.Storage.Operators:
                return false;
            case PythonSchema.Storage.Required:
            case PythonSchema.Storage.Optional:
                var child = PythonSchema.FirstIn(_nodes, node, entry.Field);
                var kind = _nodes.Kinds[child];
                if (positions && PythonSchema.HasPosition(kind))
                    return false;
                foreach (var inner in PythonSchema.FieldsOf(kind))
                {
                    if (IsShown(child, inner))
                        return false;
                }
                return true;
            default:
                return true;
        }
    }

    private void AppendScalar(int node, PythonSchema.Entry entry, int level)
    {
        switch (entry.Storage)
        {
            case PythonSchema.Storage.Context:
                _output.Append(PythonSchema.NameOf((PythonContext)_nodes.Aux[node])).Append("()");
                break;
            case PythonSchema.Storage.Operator:
                _output.Append(PythonSchema.NameOf((PythonOperator)_nodes.Aux[node])).Append("()");
                break;
            case PythonSchema.Storage.Operators:
            case PythonSchema.Storage.Identifiers:
                AppendList(node, entry.Storage, level);
                break;
            case PythonSchema.Storage.Number:
                _output.Append(_nodes.Aux[node]);
                break;
            case PythonSchema.Storage.Conversion:
                _output.Append((short)_nodes.Aux[node]);
                break;
            case PythonSchema.Storage.Level:
                _output.Append(_nodes.Extra[node]);
                break;
            case PythonSchema.Storage.UnicodePrefix:
                _output.Append("'u'");
                break;
            case PythonSchema.Storage.Constant:
                AppendConstant(_tree[node]);
                break;
            case PythonSchema.Storage.SecondIdentifier:
                AppendString(_nodes.Extra[node]);
                break;
            default:
                AppendString(_nodes.Data[node]);
                break;
        }
    }

    private void AppendList(int node, PythonSchema.Storage storage, int level)
    {
        _output.Append('[');
        var hasItems = false;
        foreach (var item in _tree.ListAt(_nodes.Data[node], _nodes.Extra[node]))
        {
            BeginItem(ref hasItems, level);
            if (storage == PythonSchema.Storage.Operators)
                _output.Append(PythonSchema.NameOf((PythonOperator)item)).Append("()");
            else
                AppendString(item);
        }
        _output.Append(']');
    }

    private void AppendString(int id)
    {
        if (id < 0)
            _output.Append("None");
        else
            PythonRepr.AppendString(_output, _tree.StringAt(id), _tree.CodePointsAt(id));
    }

    private void AppendConstant(PythonNode node)
    {
        switch (node.ConstantKind)
        {
            case PythonConstantKind.None:
            case PythonConstantKind.True:
            case PythonConstantKind.False:
            case PythonConstantKind.Ellipsis:
                _output.Append(node.ConstantKind);
                break;
            case PythonConstantKind.SmallInteger:
            case PythonConstantKind.BigInteger:
                PythonRepr.AppendInteger(_output, node.IntegerValue);
                break;
            case PythonConstantKind.Real:
                AppendReal(node.FloatValue);
                break;
            case PythonConstantKind.Complex:
                AppendReal(node.FloatValue, isImaginary: true);
                break;
            case PythonConstantKind.Bytes:
                PythonRepr.AppendBytes(_output, node.BytesValue);
                break;
            default:
                AppendString(_nodes.Data[node.Index]);
                break;
        }
    }

    private void AppendReal(double value, bool isImaginary = false)
    {
        if (isImaginary)
            PythonRepr.AppendImaginary(_output, value);
        else
            PythonRepr.AppendFloat(_output, value);
    }
}
