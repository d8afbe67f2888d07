namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    private const int OrPrecedence = 1;
    private const int AndPrecedence = 2;
    private const int NotPrecedence = 3;
    private const int ComparisonPrecedence = 4;
    private const int BitOrPrecedence = 5;

    // 0 for tokens that are no binary operator. Power binds tighter than unary operators and is not here.
    private static readonly byte[] Precedences = BuildPrecedences();

    // What waits for its right-hand side: nested lambdas, conditional expressions, unary operators and powers are
    // finished from this stack, innermost first, so that a chain of them needs no recursion.
    private readonly List<PendingNode> _pending = [];

    private readonly record struct PendingNode(
        PythonNodeKind Kind,
        PythonOperator Operator,
        int Mark,
        int Start
    );

    /// <summary><c>star_expressions</c>: one expression, or a tuple without parentheses.</summary>
    private void ParseStarExpressions()
    {
        var mark = Mark;
        var start = Start;
        ParseStarExpression();
        if (Kind == PythonToken.Comma)
            ParseRestOfTuple(mark, start, allowsStar: true);
    }

    /// <summary><c>expressions</c>: like <see cref="ParseStarExpressions"/> without unpacking.
    /// True for a tuple without parentheses.</summary>
    private bool ParseExpressions()
    {
        var mark = Mark;
        var start = Start;
        ParseExpression();
        if (Kind != PythonToken.Comma)
            return false;
        ParseRestOfTuple(mark, start, allowsStar: false);
        return true;
    }

    private void ParseRestOfTuple(int mark, int start, bool allowsStar)
    {
        Tag(PythonField.Elts);
        while (Accept(PythonToken.Comma) && StartsExpression[(int)Kind])
        {
            if (allowsStar)
                ParseStarExpression();
            else
                ParseExpression();
            Tag(PythonField.Elts);
        }
        Emit(PythonNodeKind.Tuple, mark, start, aux: (int)PythonContext.Load);
    }

    private void ParseStarExpression()
    {
        if (Kind == PythonToken.Star)
            ParseStarred(BitOrPrecedence);
        else
            ParseExpression();
    }

    private void ParseStarNamedExpression()
    {
        if (Kind == PythonToken.Star)
            ParseStarred(BitOrPrecedence);
        else
            ParseNamedExpression();
    }

    // Precedence 0 allows a whole expression.
    private void ParseStarred(int precedence)
    {
        var mark = Mark;
        var start = Start;
        Advance();
        if (precedence == 0)
            ParseExpression();
        else
            ParseBinary(precedence);
        Tag(PythonField.Value);
        Emit(PythonNodeKind.Starred, mark, start, aux: (int)PythonContext.Load);
    }

    private void ParseNamedExpression()
    {
        var mark = Mark;
        var start = Start;
        var startsWithName = Kind == PythonToken.Name;
        ParseExpression();
        if (Kind == PythonToken.ColonEqual)
            ParseWalrus(mark, start, startsWithName);
    }

    private void ParseWalrus(int mark, int start, bool startsWithName)
    {
        if (!IsBareName(mark, startsWithName))
            FailAtNode(
                $"cannot use assignment expressions with {Describe(_nodes.Last.Kind)}",
                _nodes.Count - 1
            );
        _nodes.Last.Aux = (ushort)PythonContext.Store;
        Tag(PythonField.Target);
        Advance();
        ParseExpression();
        Tag(PythonField.Value);
        Emit(PythonNodeKind.NamedExpr, mark, start);
    }

    // A name in parentheses is one node too, but began with a parenthesis.
    private bool IsBareName(int mark, bool startsWithName) =>
        startsWithName && Mark == mark + 1 && _nodes.Last.Kind == PythonNodeKind.Name;

    private void ParseYield()
    {
        var mark = Mark;
        var start = Start;
        Advance();
        if (Accept(PythonToken.From))
        {
            ParseExpression();
            Tag(PythonField.Value);
            Emit(PythonNodeKind.YieldFrom, mark, start);
            return;
        }
        if (StartsExpression[(int)Kind])
        {
            ParseStarExpressions();
            Tag(PythonField.Value);
        }
        Emit(PythonNodeKind.Yield, mark, start);
    }

    private void ParseExpression()
    {
        if (!Enter())
            return;
        var bottom = _pending.Count;
        while (true)
        {
            var mark = Mark;
            var start = Start;
            if (Kind == PythonToken.Lambda)
            {
                ParseLambdaHead();
                _pending.Add(new PendingNode(PythonNodeKind.Lambda, default, mark, start));
                continue;
            }
            ParseBinary(OrPrecedence);
            if (Kind != PythonToken.If)
                break;
            Tag(PythonField.Body);
            Advance();
            ParseBinary(OrPrecedence);
            Tag(PythonField.Test);
            if (Kind != PythonToken.Else)
                Fail("expected 'else' after 'if' expression");
            Advance();
            _pending.Add(new PendingNode(PythonNodeKind.IfExp, default, mark, start));
        }
        while (_pending.Count > bottom)
        {
            var pending = PopPending();
            Tag(pending.Kind == PythonNodeKind.Lambda ? PythonField.Body : PythonField.Orelse);
            Emit(pending.Kind, pending.Mark, pending.Start);
        }
        _depth--;
    }

    private PendingNode PopPending()
    {
        var last = _pending[^1];
        _pending.RemoveAt(_pending.Count - 1);
        return last;
    }

    private void ParseLambdaHead()
    {
        Advance();
        ParseParameters(PythonToken.Colon, hasAnnotations: false);
        Expect(PythonToken.Colon, ":");
    }

    /// <summary>Precedence climbing over <c>or</c>, <c>and</c>, <c>not</c>, comparisons and arithmetic.</summary>
    private void ParseBinary(int minimum)
    {
        var mark = Mark;
        var start = Start;
        if (Kind == PythonToken.Not && minimum <= NotPrecedence)
            ParseNot();
        else
            ParseUnary();
        while (true)
        {
            int precedence = Precedences[(int)Kind];
            if (precedence < minimum || precedence == 0)
                return;
            if (precedence == ComparisonPrecedence)
            {
                if (!ParseComparison(mark, start))
                    return;
            }
            else if (precedence <= AndPrecedence)
            {
                ParseBoolean(mark, start, precedence);
            }
            else
            {
                var operation = BinaryOperator(Kind);
                Tag(PythonField.Left);
                Advance();
                ParseBinary(precedence + 1);
                Tag(PythonField.Right);
                Emit(PythonNodeKind.BinOp, mark, start, aux: (int)operation);
            }
        }
    }

    private void ParseNot()
    {
        var bottom = _pending.Count;
        while (Kind == PythonToken.Not)
        {
            _pending.Add(new PendingNode(PythonNodeKind.UnaryOp, PythonOperator.Not, Mark, Start));
            Advance();
        }
        ParseBinary(ComparisonPrecedence);
        FinishUnary(bottom);
    }

    private void ParseBoolean(int mark, int start, int precedence)
    {
        var token = precedence == OrPrecedence ? PythonToken.Or : PythonToken.And;
        var operation = precedence == OrPrecedence ? PythonOperator.Or : PythonOperator.And;
        while (Kind == token)
        {
            Tag(PythonField.Values);
            Advance();
            ParseBinary(precedence + 1);
        }
        Tag(PythonField.Values);
        Emit(PythonNodeKind.BoolOp, mark, start, aux: (int)operation);
    }

    private bool ParseComparison(int mark, int start)
    {
        Tag(PythonField.Left);
        var bottom = _operators.Count;
        while (Precedences[(int)Kind] == ComparisonPrecedence)
        {
            _operators.Add((int)ParseComparisonOperator());
            if (_failed)
                break;
            ParseBinary(BitOrPrecedence);
            Tag(PythonField.Comparators);
        }
        var offset = _nodes.Lists.Count;
        var count = _operators.Count - bottom;
        for (var i = bottom; i < _operators.Count; i++)
            _nodes.Lists.Add(_operators[i]);
        _operators.RemoveRange(bottom, count);
        Emit(PythonNodeKind.Compare, mark, start, data: offset, extra: count);
        return !_failed;
    }

    private readonly List<int> _operators = [];

    private PythonOperator ParseComparisonOperator()
    {
        var token = Kind;
        if (token == (_flufl ? PythonToken.NotEqual : PythonToken.LessGreater))
            Fail(_flufl ? "with Barry as BDFL, use '<>' instead of '!='" : "invalid syntax");
        Advance();
        switch (token)
        {
            case PythonToken.Is:
                return Accept(PythonToken.Not) ? PythonOperator.IsNot : PythonOperator.Is;
            case PythonToken.Not:
                Expect(PythonToken.In, "in");
                return PythonOperator.NotIn;
            case PythonToken.In:
                return PythonOperator.In;
            case PythonToken.EqualEqual:
                return PythonOperator.Eq;
            case PythonToken.Less:
                return PythonOperator.Lt;
            case PythonToken.LessEqual:
                return PythonOperator.LtE;
            case PythonToken.Greater:
                return PythonOperator.Gt;
            case PythonToken.GreaterEqual:
                return PythonOperator.GtE;
            default:
                return PythonOperator.NotEq;
        }
    }

    private void ParseUnary()
    {
        var mark = Mark;
        var start = Start;
        var bottom = _pending.Count;
        while (true)
        {
            if (Kind is PythonToken.Minus or PythonToken.Plus or PythonToken.Tilde)
            {
                var operation = Kind switch
                {
                    PythonToken.Minus => PythonOperator.USub,
                    PythonToken.Plus => PythonOperator.UAdd,
                    _ => PythonOperator.Invert,
                };
                _pending.Add(new PendingNode(PythonNodeKind.UnaryOp, operation, mark, start));
                Advance();
            }
            else
            {
                ParseAwaited();
                if (Kind != PythonToken.DoubleStar)
                    break;
                Tag(PythonField.Left);
                _pending.Add(
                    new PendingNode(PythonNodeKind.BinOp, PythonOperator.Pow, mark, start)
                );
                Advance();
            }
            mark = Mark;
            start = Start;
        }
        if (_pending.Count > bottom)
            FinishUnary(bottom);
    }

    private void FinishUnary(int bottom)
    {
        while (_pending.Count > bottom)
        {
            var pending = PopPending();
            Tag(pending.Kind == PythonNodeKind.BinOp ? PythonField.Right : PythonField.Operand);
            Emit(pending.Kind, pending.Mark, pending.Start, aux: (int)pending.Operator);
        }
    }

    private void ParseAwaited()
    {
        if (Kind != PythonToken.Await)
        {
            ParsePrimary();
            return;
        }
        var mark = Mark;
        var start = Start;
        Advance();
        ParsePrimary();
        Tag(PythonField.Value);
        Emit(PythonNodeKind.Await, mark, start);
    }

    private static PythonOperator BinaryOperator(PythonToken token) =>
        token switch
        {
            PythonToken.Pipe => PythonOperator.BitOr,
            PythonToken.Caret => PythonOperator.BitXor,
            PythonToken.Ampersand => PythonOperator.BitAnd,
            PythonToken.LeftShift => PythonOperator.LShift,
            PythonToken.RightShift => PythonOperator.RShift,
            PythonToken.Plus => PythonOperator.Add,
            PythonToken.Minus => PythonOperator.Sub,
            PythonToken.Star => PythonOperator.Mult,
            PythonToken.Slash => PythonOperator.Div,
            PythonToken.DoubleSlash => PythonOperator.FloorDiv,
            PythonToken.Percent => PythonOperator.Mod,
            _ => PythonOperator.MatMult,
        };

    private static byte[] BuildPrecedences()
    {
        var table = new byte[256];
        table[(int)PythonToken.Or] = OrPrecedence;
        table[(int)PythonToken.And] = AndPrecedence;
        foreach (
            var comparison in (ReadOnlySpan<PythonToken>)
                [
                    PythonToken.EqualEqual,
                    PythonToken.NotEqual,
                    PythonToken.LessGreater,
                    PythonToken.Less,
                    PythonToken.LessEqual,
                    PythonToken.Greater,
                    PythonToken.GreaterEqual,
                    PythonToken.In,
                    PythonToken.Is,
                    PythonToken.Not,
                ]
        )
            table[(int)comparison] = ComparisonPrecedence;
        table[(int)PythonToken.Pipe] = BitOrPrecedence;
        table[(int)PythonToken.Caret] = 6;
        table[(int)PythonToken.Ampersand] = 7;
        table[(int)PythonToken.LeftShift] = table[(int)PythonToken.RightShift] = 8;
        table[(int)PythonToken.Plus] = table[(int)PythonToken.Minus] = 9;
        table[(int)PythonToken.Star] = table[(int)PythonToken.Slash] = 10;
        table[(int)PythonToken.DoubleSlash] =
            table[(int)PythonToken.Percent] =
            table[(int)PythonToken.At] =
                10;
        return table;
    }
}
