namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    private void ParseStatements(PythonField field, bool isModule = false)
    {
        var pendingBase = _pendingBase;
        _pendingBase = _pending.Count;
        while (Kind != PythonToken.EndOfFile && (isModule || Kind != PythonToken.Dedent))
        {
            if (Accept(PythonToken.Dedent))
                continue;
            var mark = Mark;
            var start = Start;
            _salvaged = mark;
            ParseStatement(field);
            if (_failed)
                Recover(mark, start, field);
            if (_outOfStack)
                return;
        }
        _pendingBase = pendingBase;
    }

    private void ParseStatement(PythonField field)
    {
        var mark = Mark;
        var start = Start;
        switch (Kind)
        {
            case PythonToken.If:
                ParseIf(field);
                return;
            case PythonToken.For:
                ParseFor(mark, start, PythonNodeKind.For);
                break;
            case PythonToken.While:
                ParseWhile(mark, start);
                break;
            case PythonToken.Try:
                ParseTry(mark, start);
                break;
            case PythonToken.With:
                ParseWith(mark, start, PythonNodeKind.With);
                break;
            case PythonToken.Def:
                ParseFunction(mark, start, PythonNodeKind.FunctionDef);
                break;
            case PythonToken.Class:
                ParseClass(mark, start);
                break;
            case PythonToken.At:
                ParseDecorated(mark);
                break;
            case PythonToken.Async:
                ParseAsync(mark, start);
                break;
            case PythonToken.Name when Is(PythonStringTable.Match) && TryParseMatch(mark, start):
                break;
            case PythonToken.Indent:
                ParseUnexpectedBlock(mark, start);
                break;
            default:
                ParseSimpleStatements(field);
                return;
        }
        if (Mark > mark)
            Tag(field);
    }

    private void ParseSimpleStatements(PythonField field)
    {
        while (true)
        {
            ParseSimpleStatement();
            Tag(field);
            if (Kind == PythonToken.Newline)
            {
                Advance();
                return;
            }
            if (Kind != PythonToken.Semicolon)
            {
                Fail(WhyNotEnded());
                return;
            }
            _salvaged = Mark;
            Advance();
            if (Accept(PythonToken.Newline))
                return;
        }
    }

    private string WhyNotEnded()
    {
        if (_failed || _nodes.Last.Kind != PythonNodeKind.Expr || _nodes.Last.Size != 2)
            return "invalid syntax";
        var word = _text.AsSpan(_nodes.Last.Start, _nodes.Last.End - _nodes.Last.Start);
        return word is "print" or "exec"
            ? $"Missing parentheses in call to '{word}'. Did you mean {word}(...)?"
            : "invalid syntax";
    }

    private void ParseSimpleStatement()
    {
        var mark = Mark;
        var start = Start;
        switch (Kind)
        {
            case PythonToken.Return:
                Advance();
                if (StartsExpression[(int)Kind])
                {
                    ParseStarExpressions();
                    Tag(PythonField.Value);
                }
                Emit(PythonNodeKind.Return, mark, start);
                break;
            case PythonToken.Import:
                ParseImport(mark, start);
                break;
            case PythonToken.From:
                ParseImportFrom(mark, start);
                break;
            case PythonToken.Raise:
                ParseRaise(mark, start);
                break;
            case PythonToken.Pass:
                ParseWord(PythonNodeKind.Pass, mark, start);
                break;
            case PythonToken.Break:
                ParseWord(PythonNodeKind.Break, mark, start);
                break;
            case PythonToken.Continue:
                ParseWord(PythonNodeKind.Continue, mark, start);
                break;
            case PythonToken.Del:
                ParseDelete(mark, start);
                break;
            case PythonToken.Assert:
                ParseAssert(mark, start);
                break;
            case PythonToken.Global:
                ParseScope(PythonNodeKind.Global, mark, start);
                break;
            case PythonToken.Nonlocal:
                ParseScope(PythonNodeKind.Nonlocal, mark, start);
                break;
            case PythonToken.Name when Is(PythonStringTable.Type) && IsTypeAlias():
                ParseTypeAlias(mark, start);
                break;
            default:
                ParseExpressionStatement(mark, start);
                break;
        }
    }

    private void ParseWord(PythonNodeKind kind, int mark, int start)
    {
        Advance();
        Emit(kind, mark, start);
    }

    private void ParseRaise(int mark, int start)
    {
        Advance();
        if (StartsExpression[(int)Kind])
        {
            ParseExpression();
            Tag(PythonField.Exc);
            if (Accept(PythonToken.From))
            {
                ParseExpression();
                Tag(PythonField.Cause);
            }
        }
        Emit(PythonNodeKind.Raise, mark, start);
    }

    private void ParseAssert(int mark, int start)
    {
        Advance();
        ParseExpression();
        Tag(PythonField.Test);
        if (Accept(PythonToken.Comma))
        {
            ParseExpression();
            Tag(PythonField.Msg);
        }
        Emit(PythonNodeKind.Assert, mark, start);
    }

    private void ParseScope(PythonNodeKind kind, int mark, int start)
    {
        Advance();
        var offset = _nodes.Lists.Count;
        do
        {
            _nodes.Lists.Add(ExpectName());
        } while (Accept(PythonToken.Comma));
        Emit(kind, mark, start, data: offset, extra: _nodes.Lists.Count - offset);
    }

    private void ParseDelete(int mark, int start)
    {
        Advance();
        do
        {
            if (Mark > mark && Kind is PythonToken.Newline or PythonToken.Semicolon)
                break;
            ParseExpression();
            MakeTarget(_nodes.Count - 1, PythonContext.Del, "delete");
            Tag(PythonField.Targets);
        } while (Accept(PythonToken.Comma));
        Emit(PythonNodeKind.Delete, mark, start);
    }

    // `type` is a keyword only where a name follows it.
    private bool IsTypeAlias()
    {
        var state = _lexer.Save();
        var diagnostics = _diagnostics.Count;
        _lexer.Next();
        var isAlias = Kind == PythonToken.Name;
        _diagnostics.RemoveRange(diagnostics, _diagnostics.Count - diagnostics);
        _lexer.Restore(state);
        return isAlias;
    }

    private void ParseTypeAlias(int mark, int start)
    {
        Advance();
        var nameStart = Start;
        var name = ExpectName();
        _nodes.Emit(
            PythonNodeKind.Name,
            Mark,
            nameStart,
            _previousEnd,
            (int)PythonContext.Store,
            name,
            -1
        );
        Tag(PythonField.Name);
        ParseTypeParameters();
        Expect(PythonToken.Equal, "=");
        ParseExpression();
        Tag(PythonField.Value);
        Emit(PythonNodeKind.TypeAlias, mark, start);
    }

    private void ParseExpressionStatement(int mark, int start)
    {
        var startsWithName = Kind == PythonToken.Name;
        var startsWithParenthesis = Kind == PythonToken.LeftParen;
        ParseRightHandSide();
        switch (Kind)
        {
            case PythonToken.Equal:
                ParseAssignment(mark, start);
                break;
            case PythonToken.Colon:
                ParseAnnotatedAssignment(mark, start, startsWithName, startsWithParenthesis);
                break;
            case >= PythonToken.PlusEqual and <= PythonToken.DoubleSlashEqual:
                ParseAugmentedAssignment(mark, start);
                break;
            default:
                Tag(PythonField.Value);
                Emit(PythonNodeKind.Expr, mark, start);
                break;
        }
    }

    private void ParseRightHandSide()
    {
        if (Kind == PythonToken.Yield)
            ParseYield();
        else
            ParseStarExpressions();
    }

    private void ParseAssignment(int mark, int start)
    {
        while (Kind == PythonToken.Equal)
        {
            MakeTarget(_nodes.Count - 1, PythonContext.Store, "assign to");
            Tag(PythonField.Targets);
            Advance();
            ParseRightHandSide();
        }
        Tag(PythonField.Value);
        Emit(PythonNodeKind.Assign, mark, start);
    }

    private void ParseAnnotatedAssignment(
        int mark,
        int start,
        bool startsWithName,
        bool startsWithParenthesis
    )
    {
        var target = _nodes.Count - 1;
        var kind = _nodes[target].Kind;
        var isSingle =
            kind is PythonNodeKind.Name or PythonNodeKind.Attribute or PythonNodeKind.Subscript;
        if (!isSingle)
        {
            FailAtNode(
                kind is PythonNodeKind.Tuple or PythonNodeKind.List
                    ? "only single target can be annotated"
                    : "illegal target for annotation",
                target
            );
        }
        var isSimple = kind == PythonNodeKind.Name && startsWithName && !startsWithParenthesis;
        MakeTarget(target, PythonContext.Store, "assign to");
        Tag(PythonField.Target);
        Advance();
        ParseExpression();
        Tag(PythonField.Annotation);
        if (Accept(PythonToken.Equal))
        {
            ParseRightHandSide();
            Tag(PythonField.Value);
        }
        Emit(PythonNodeKind.AnnAssign, mark, start, aux: isSimple ? 1 : 0);
    }

    private void ParseAugmentedAssignment(int mark, int start)
    {
        var target = _nodes.Count - 1;
        if (
            _nodes[target].Kind
            is not (PythonNodeKind.Name or PythonNodeKind.Attribute or PythonNodeKind.Subscript)
        )
            FailAtNode("illegal expression for augmented assignment", target);
        MakeTarget(target, PythonContext.Store, "assign to");
        Tag(PythonField.Target);
        var operation = PythonOperator.Add + (Kind - PythonToken.PlusEqual);
        Advance();
        ParseRightHandSide();
        Tag(PythonField.Value);
        Emit(PythonNodeKind.AugAssign, mark, start, aux: (int)operation);
    }
}
