using System.Security.Cryptography;
using System.Text;

namespace Motif.Code.Python;

/// <summary>Feeds the canonical form of a tree to a hash.</summary>
internal sealed class PythonCanonicalWriter(PythonTree tree, bool positions, IncrementalHash hash)
{
    private const int FlushLength = 1 << 14;

    private readonly StringBuilder _output = new();
    private readonly PythonNodes _nodes = tree.Nodes;
    private Frame[] _frames = new Frame[64];
    private int _depth;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private byte[] _bytes = new byte[FlushLength * 4];

    internal void Write()
    {
        Open(0);
        while (_depth > 0)
        {
            Step();
            if (_output.Length > FlushLength)
                Flush();
        }
        Flush();
    }

    private void Open(int node)
    {
        var kind = _nodes.Kinds[node];
        _output.Append(PythonSchema.NameOf(kind));
        if (positions && PythonSchema.HasPosition(kind))
        {
            var (line, column) = tree.Position(_nodes.Starts[node]);
            var (endLine, endColumn) = tree.Position(_nodes.Ends[node]);
            _output.Append('@').Append(line).Append(':').Append(column);
            _output.Append('-').Append(endLine).Append(':').Append(endColumn);
        }
        _output.Append('(');
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = new Frame { Node = node };
    }

    // Writes up to the next child, or closes the node.
    private void Step()
    {
        ref var frame = ref _frames[_depth - 1];
        var node = frame.Node;
        var fields = PythonSchema.FieldsOf(_nodes.Kinds[node]);
        if (frame.Next > 0)
        {
            // A child was closed.
            _output.Append(',');
            var entry = fields[frame.Field];
            if (entry.Storage is PythonSchema.Storage.Required or PythonSchema.Storage.Optional)
                EndField(ref frame);
            else
                ContinueList(ref frame, entry);
            return;
        }
        if (frame.Field == fields.Length)
        {
            _output.Append(')');
            _depth--;
            return;
        }
        BeginField(ref frame, fields[frame.Field]);
    }

    private static void EndField(ref Frame frame)
    {
        frame.Field++;
        frame.Next = 0;
        frame.Previous = PythonField.None;
    }

    private void BeginField(ref Frame frame, PythonSchema.Entry entry)
    {
        var node = frame.Node;
        switch (entry.Storage)
        {
            case PythonSchema.Storage.EmptyList:
            case PythonSchema.Storage.UnicodePrefix
                when (_nodes.Aux[node] & PythonNode.UnicodeKind) == 0:
            case PythonSchema.Storage.List
                when entry.Field == PythonField.TypeParams
                    && PythonSchema.FirstIn(_nodes, node, entry.Field) < 0:
                frame.Field++;
                return;
        }
        _output.Append(entry.Name).Append('=');
        switch (entry.Storage)
        {
            case PythonSchema.Storage.Required:
            case PythonSchema.Storage.Optional:
                var child = PythonSchema.FirstIn(_nodes, node, entry.Field);
                if (child < 0)
                    break;
                frame.Next = child;
                Open(child);
                return;
            case PythonSchema.Storage.List:
            case PythonSchema.Storage.Keys:
            case PythonSchema.Storage.KeywordDefaults:
                _output.Append('[');
                frame.Next = node + 1;
                ContinueList(ref frame, entry);
                return;
        }
        AppendScalar(node, entry);
        _output.Append(',');
        frame.Field++;
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
            if (_nodes.Fields[child] == entry.Field)
            {
                Open(child);
                return;
            }
            if (PythonSchema.IsAbsent(_nodes, entry, previous, child, end))
                _output.Append("NoneType:None,");
        }
        _output.Append("],");
        EndField(ref frame);
    }

    private void AppendScalar(int node, PythonSchema.Entry entry)
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
                _output.Append('[');
                foreach (var operation in tree.ListAt(_nodes.Data[node], _nodes.Extra[node]))
                    _output.Append(PythonSchema.NameOf((PythonOperator)operation)).Append("(),");
                _output.Append(']');
                break;
            case PythonSchema.Storage.Identifiers:
                _output.Append('[');
                foreach (var name in tree.ListAt(_nodes.Data[node], _nodes.Extra[node]))
                {
                    AppendString(name);
                    _output.Append(',');
                }
                _output.Append(']');
                break;
            case PythonSchema.Storage.Number:
                _output.Append("int:").Append(_nodes.Aux[node]);
                break;
            case PythonSchema.Storage.Conversion:
                _output.Append("int:").Append((short)_nodes.Aux[node]);
                break;
            case PythonSchema.Storage.Level:
                _output.Append("int:").Append(_nodes.Extra[node]);
                break;
            case PythonSchema.Storage.UnicodePrefix:
                _output.Append("str:'u'");
                break;
            case PythonSchema.Storage.Constant:
                AppendConstant(tree[node]);
                break;
            case PythonSchema.Storage.SecondIdentifier:
                AppendString(_nodes.Extra[node]);
                break;
            case PythonSchema.Storage.Identifier:
            case PythonSchema.Storage.OptionalIdentifier:
            case PythonSchema.Storage.String:
                AppendString(_nodes.Data[node]);
                break;
            default:
                _output.Append("NoneType:None");
                break;
        }
    }

    private void AppendString(int id)
    {
        if (id < 0)
        {
            _output.Append("NoneType:None");
            return;
        }
        _output.Append("str:");
        PythonRepr.AppendString(_output, tree.StringAt(id), tree.CodePointsAt(id));
    }

    private void AppendConstant(PythonNode node)
    {
        switch (node.ConstantKind)
        {
            case PythonConstantKind.None:
                _output.Append("NoneType:None");
                break;
            case PythonConstantKind.True:
            case PythonConstantKind.False:
                _output.Append("bool:").Append(node.ConstantKind == PythonConstantKind.True);
                break;
            case PythonConstantKind.Ellipsis:
                _output.Append("ellipsis:Ellipsis");
                break;
            case PythonConstantKind.SmallInteger:
            case PythonConstantKind.BigInteger:
                _output.Append("int:");
                PythonRepr.AppendInteger(_output, node.IntegerValue);
                break;
            case PythonConstantKind.Real:
                _output.Append("float:");
                PythonRepr.AppendFloatHex(_output, node.FloatValue);
                break;
            case PythonConstantKind.Complex:
                _output.Append("complex:0x0.0p+0+");
                PythonRepr.AppendFloatHex(_output, node.FloatValue);
                _output.Append('j');
                break;
            case PythonConstantKind.Bytes:
                _output.Append("bytes:");
                PythonRepr.AppendBytes(_output, node.BytesValue);
                break;
            default:
                AppendString(_nodes.Data[node.Index]);
                break;
        }
    }

    private void Flush()
    {
        foreach (var chunk in _output.GetChunks())
        {
            var needed = Encoding.UTF8.GetMaxByteCount(chunk.Length);
            if (_bytes.Length < needed)
                _bytes = new byte[needed];
            var length = _encoder.GetBytes(chunk.Span, _bytes, flush: false);
            hash.AppendData(_bytes, 0, length);
        }
        _output.Clear();
    }

    // A node of which a field is being written.
    private struct Frame
    {
        internal int Node;
        internal int Field;

        // In the midst of a field: the next child to look at, and the field of the one before it.
        internal int Next;
        internal PythonField Previous;
    }
}
