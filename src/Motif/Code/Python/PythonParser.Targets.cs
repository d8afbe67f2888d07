namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    /// <summary>Makes the finished expression a target, or fails if it cannot be one.</summary>
    private void MakeTarget(int node, PythonContext context, string verb)
    {
        ref var record = ref _nodes[node];
        switch (record.Kind)
        {
            case PythonNodeKind.Name:
            case PythonNodeKind.Attribute:
            case PythonNodeKind.Subscript:
                record.Aux = (ushort)context;
                break;
            case PythonNodeKind.Tuple:
            case PythonNodeKind.List:
                record.Aux = (ushort)context;
                MakeElementsTargets(node, context, verb);
                break;
            case PythonNodeKind.Starred when context == PythonContext.Store:
                record.Aux = (ushort)context;
                MakeElementsTargets(node, context, verb);
                break;
            default:
                FailAtNode($"cannot {verb} {Describe(record.Kind)}", node);
                break;
        }
    }

    // Nesting is bounded by brackets.
    private void MakeElementsTargets(int node, PythonContext context, string verb)
    {
        var first = node - _nodes[node].Size + 1;
        for (var child = node - 1; child >= first; child -= _nodes[child].Size)
            MakeTarget(child, context, verb);
    }

    /// <summary>Targets of <c>for</c>, up to the word <c>in</c>.</summary>
    private void ParseForTargets()
    {
        var mark = Mark;
        var start = Start;
        ParseStarTarget();
        if (Kind == PythonToken.Comma)
        {
            Tag(PythonField.Elts);
            while (Accept(PythonToken.Comma) && Kind != PythonToken.In)
            {
                ParseStarTarget();
                Tag(PythonField.Elts);
            }
            Emit(PythonNodeKind.Tuple, mark, start, aux: (int)PythonContext.Store);
        }
        Tag(PythonField.Target);
    }

    private void ParseStarTarget()
    {
        var mark = Mark;
        var start = Start;
        if (Accept(PythonToken.Star))
        {
            ParsePrimary();
            Tag(PythonField.Value);
            Emit(PythonNodeKind.Starred, mark, start);
        }
        else
        {
            ParsePrimary();
        }
        if (!_failed)
            MakeTarget(_nodes.Count - 1, PythonContext.Store, "assign to");
    }

    private static string Describe(PythonNodeKind kind) =>
        kind switch
        {
            PythonNodeKind.Call => "function call",
            PythonNodeKind.BoolOp or PythonNodeKind.BinOp or PythonNodeKind.UnaryOp => "expression",
            PythonNodeKind.Compare => "comparison",
            PythonNodeKind.GeneratorExp => "generator expression",
            PythonNodeKind.Yield or PythonNodeKind.YieldFrom => "yield expression",
            PythonNodeKind.Await => "await expression",
            PythonNodeKind.ListComp => "list comprehension",
            PythonNodeKind.SetComp => "set comprehension",
            PythonNodeKind.DictComp => "dict comprehension",
            PythonNodeKind.Dict => "dict literal",
            PythonNodeKind.Set => "set display",
            PythonNodeKind.JoinedStr => "f-string expression",
            PythonNodeKind.TemplateStr => "t-string expression",
            PythonNodeKind.Constant => "literal",
            PythonNodeKind.IfExp => "conditional expression",
            PythonNodeKind.NamedExpr => "named expression",
            PythonNodeKind.Lambda => "lambda",
            PythonNodeKind.Starred => "starred",
            _ => "this",
        };
}
