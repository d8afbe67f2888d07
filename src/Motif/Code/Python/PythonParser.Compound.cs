namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    /// <summary>The colon and what it governs: an indented block, or simple statements on the same line.</summary>
    private void ParseBlock(PythonField field)
    {
        if (Kind == PythonToken.Newline && !_failed)
            _diagnostics.Add(new PythonDiagnostic(Start, Start, "expected ':'"));
        else
            Expect(PythonToken.Colon, ":");
        var salvaged = _salvaged;
        if (Kind != PythonToken.Newline)
        {
            ParseSimpleStatements(field);
        }
        else
        {
            Advance();
            if (Kind != PythonToken.Indent)
            {
                Fail("expected an indented block");
                return;
            }
            Advance();
            ParseStatements(field);
            Accept(PythonToken.Dedent);
        }
        _salvaged = salvaged;
    }

    // An `elif` is the only statement of the `else` before it. A chain of any length is one loop: every `if` is
    // finished from the innermost out. If a part fails, those before it are kept.
    private void ParseIf(PythonField field)
    {
        var bottom = _pending.Count;
        do
        {
            var mark = Mark;
            var start = Start;
            Advance();
            ParseNamedExpression();
            Tag(PythonField.Test);
            ParseBlock(PythonField.Body);
            if (_failed)
            {
                if (_pending.Count == bottom)
                    return;
                DropBroken(mark);
                break;
            }
            _pending.Add(new PendingNode(PythonNodeKind.If, default, mark, start));
        } while (Kind == PythonToken.Elif);
        if (Kind == PythonToken.Else)
            ParseElse();
        while (_pending.Count > bottom)
        {
            var pending = PopPending();
            Emit(PythonNodeKind.If, pending.Mark, pending.Start);
            Tag(_pending.Count > bottom ? PythonField.Orelse : field);
        }
        if (_failed)
            _salvaged = Mark;
    }

    // What was finished before a broken part ends where it ended.
    private void DropBroken(int mark)
    {
        _nodes.Truncate(mark);
        _previousEnd = _nodes.Last.End;
    }

    private void ParseElse()
    {
        var mark = Mark;
        Advance();
        ParseBlock(PythonField.Orelse);
        if (_failed)
            DropBroken(mark);
    }

    private void ParseOptionalElse()
    {
        if (Kind == PythonToken.Else)
            ParseElse();
    }

    private void ParseWhile(int mark, int start)
    {
        Advance();
        ParseNamedExpression();
        Tag(PythonField.Test);
        ParseBlock(PythonField.Body);
        if (_failed)
            return;
        ParseOptionalElse();
        Finish(PythonNodeKind.While, mark, start);
    }

    private void ParseFor(int mark, int start, PythonNodeKind kind)
    {
        Advance();
        ParseForTargets();
        Expect(PythonToken.In, "in");
        ParseStarExpressions();
        Tag(PythonField.Iter);
        ParseBlock(PythonField.Body);
        if (_failed)
            return;
        ParseOptionalElse();
        Finish(kind, mark, start);
    }

    /// <summary>Emits a statement of which at least the first block is whole, and keeps it if a later part failed.</summary>
    private void Finish(PythonNodeKind kind, int mark, int start, int data = -1, int extra = -1)
    {
        Emit(kind, mark, start, data: data, extra: extra);
        if (_failed)
            _salvaged = Mark;
    }

    private void ParseTry(int mark, int start)
    {
        Advance();
        ParseBlock(PythonField.Body);
        if (_failed)
            return;
        var handlers = 0;
        var isStar = false;
        while (Kind == PythonToken.Except)
        {
            var handler = Mark;
            var isStarHandler = ParseHandler();
            if (handlers > 0 && isStarHandler != isStar)
                Fail("cannot have both 'except' and 'except*' on the same 'try'");
            isStar = isStarHandler;
            if (_failed)
                DropBroken(handler);
            else
                handlers++;
        }
        if (handlers > 0)
            ParseOptionalElse();
        if (Kind == PythonToken.Finally)
            ParseFinally();
        else if (handlers == 0)
            Fail("expected 'except' or 'finally' block");
        Finish(isStar ? PythonNodeKind.TryStar : PythonNodeKind.Try, mark, start);
    }

    private void ParseFinally()
    {
        var mark = Mark;
        Advance();
        ParseBlock(PythonField.Finalbody);
        if (_failed)
            DropBroken(mark);
    }

    private bool ParseHandler()
    {
        var mark = Mark;
        var start = Start;
        var name = -1;
        Advance();
        var isStar = Accept(PythonToken.Star);
        if (Kind != PythonToken.Colon || isStar)
        {
            var isTuple = ParseExpressions();
            if (Kind == PythonToken.As)
            {
                if (isTuple)
                    Fail("multiple exception types must be parenthesized when using 'as'");
                Advance();
                name = ExpectName();
            }
            Tag(PythonField.Type);
        }
        ParseBlock(PythonField.Body);
        Emit(PythonNodeKind.ExceptHandler, mark, start, data: name);
        Tag(PythonField.Handlers);
        return isStar;
    }

    private void ParseFunction(int mark, int start, PythonNodeKind kind)
    {
        Advance();
        var nameStart = Start;
        var name = ExpectName();
        ParseTypeParameters();
        Expect(PythonToken.LeftParen, "(");
        ParseParameters(PythonToken.RightParen, hasAnnotations: true);
        Expect(PythonToken.RightParen, ")");
        if (Accept(PythonToken.Arrow))
        {
            ParseExpression();
            Tag(PythonField.Returns);
        }
        ParseBlock(PythonField.Body);
        Emit(kind, mark, start, data: name, extra: nameStart);
    }

    private void ParseClass(int mark, int start)
    {
        Advance();
        var nameStart = Start;
        var name = ExpectName();
        ParseTypeParameters();
        if (Kind == PythonToken.LeftParen)
            ParseArguments(PythonField.Bases, allowsGenerator: false);
        ParseBlock(PythonField.Body);
        Emit(PythonNodeKind.ClassDef, mark, start, data: name, extra: nameStart);
    }

    private void ParseDecorated(int mark)
    {
        while (Accept(PythonToken.At))
        {
            ParseNamedExpression();
            Tag(PythonField.DecoratorList);
            Expect(PythonToken.Newline, "newline");
        }
        var start = Start;
        switch (Kind)
        {
            case PythonToken.Def:
                ParseFunction(mark, start, PythonNodeKind.FunctionDef);
                break;
            case PythonToken.Class:
                ParseClass(mark, start);
                break;
            case PythonToken.Async:
                Advance();
                if (Kind == PythonToken.Def)
                    ParseFunction(mark, start, PythonNodeKind.AsyncFunctionDef);
                else
                    Fail("expected 'def'");
                break;
            default:
                Fail("expected a function or class after a decorator");
                break;
        }
    }

    private void ParseAsync(int mark, int start)
    {
        Advance();
        switch (Kind)
        {
            case PythonToken.Def:
                ParseFunction(mark, start, PythonNodeKind.AsyncFunctionDef);
                break;
            case PythonToken.For:
                ParseFor(mark, start, PythonNodeKind.AsyncFor);
                break;
            case PythonToken.With:
                ParseWith(mark, start, PythonNodeKind.AsyncWith);
                break;
            default:
                Fail("invalid syntax");
                EmitMissing();
                break;
        }
    }

    // Parentheses after `with` hold the items, or belong to the first item's expression: tried in that order.
    private void ParseWith(int mark, int start, PythonNodeKind kind)
    {
        Advance();
        if (Kind != PythonToken.LeftParen || !TryParseParenthesizedItems())
        {
            do
            {
                ParseWithItem();
            } while (Accept(PythonToken.Comma));
        }
        ParseBlock(PythonField.Body);
        Emit(kind, mark, start);
    }

    private bool TryParseParenthesizedItems()
    {
        var attempt = BeginAttempt();
        Advance();
        do
        {
            if (Mark > attempt.Mark && Kind == PythonToken.RightParen)
                break;
            ParseWithItem();
        } while (Accept(PythonToken.Comma));
        Expect(PythonToken.RightParen, ")");
        if (!_failed && Kind == PythonToken.Colon)
            return true;
        TakeBack(attempt);
        return false;
    }

    private void ParseWithItem()
    {
        var mark = Mark;
        var start = Start;
        ParseExpression();
        Tag(PythonField.ContextExpr);
        if (Accept(PythonToken.As))
        {
            ParseStarTarget();
            Tag(PythonField.OptionalVars);
        }
        Emit(PythonNodeKind.WithItem, mark, start);
        Tag(PythonField.Items);
    }

    private readonly record struct Attempt(
        PythonLexer.State Lexer,
        int Mark,
        int Diagnostics,
        int PreviousEnd,
        bool PreviousWasLayout,
        int Lists
    );

    private Attempt BeginAttempt() =>
        new(
            _lexer.Save(),
            Mark,
            _diagnostics.Count,
            _previousEnd,
            _previousWasLayout,
            _nodes.Lists.Count
        );

    private void TakeBack(in Attempt attempt)
    {
        _lexer.Restore(attempt.Lexer);
        _nodes.Truncate(attempt.Mark);
        _nodes.Lists.RemoveRange(attempt.Lists, _nodes.Lists.Count - attempt.Lists);
        _diagnostics.RemoveRange(attempt.Diagnostics, _diagnostics.Count - attempt.Diagnostics);
        _previousEnd = attempt.PreviousEnd;
        _previousWasLayout = attempt.PreviousWasLayout;
        _failed = false;
        _depth = 0;
        _formatStringDepth = 0;
        _pending.RemoveRange(_pendingBase, _pending.Count - _pendingBase);
        _operators.Clear();
        _characters.Clear();
    }
}
