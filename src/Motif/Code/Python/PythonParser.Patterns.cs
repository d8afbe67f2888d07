namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    /// <summary><c>match</c> is a keyword if a subject, a colon and the end of the line follow it.</summary>
    private bool TryParseMatch(int mark, int start)
    {
        var attempt = BeginAttempt();
        Advance();
        if (!StartsExpression[(int)Kind])
        {
            TakeBack(attempt);
            return false;
        }
        ParseSubject();
        if (!Accept(PythonToken.Colon) || Kind != PythonToken.Newline)
        {
            TakeBack(attempt);
            return false;
        }
        Advance();
        ParseCases();
        Finish(PythonNodeKind.Match, mark, start);
        return true;
    }

    private void ParseSubject()
    {
        var mark = Mark;
        var start = Start;
        var isStarred = Kind == PythonToken.Star;
        ParseStarNamedExpression();
        if (Kind == PythonToken.Comma)
        {
            Tag(PythonField.Elts);
            while (Accept(PythonToken.Comma) && StartsExpression[(int)Kind])
            {
                ParseStarNamedExpression();
                Tag(PythonField.Elts);
            }
            Emit(PythonNodeKind.Tuple, mark, start, aux: (int)PythonContext.Load);
        }
        else if (isStarred)
        {
            Fail("invalid syntax");
        }
        Tag(PythonField.Subject);
    }

    private void ParseCases()
    {
        if (!Accept(PythonToken.Indent))
        {
            Fail("expected an indented block after 'match' statement");
            return;
        }
        var pendingBase = _pendingBase;
        _pendingBase = _pending.Count;
        while (Kind is not (PythonToken.Dedent or PythonToken.EndOfFile) && !_outOfStack)
        {
            var mark = Mark;
            var start = Start;
            _salvaged = mark;
            ParseCase();
            if (_failed)
                Recover(mark, start, PythonField.Cases);
        }
        _pendingBase = pendingBase;
        Accept(PythonToken.Dedent);
    }

    private void ParseCase()
    {
        var mark = Mark;
        var start = Start;
        if (!Is(PythonStringTable.Case))
        {
            Fail("expected 'case'");
            return;
        }
        Advance();
        ParsePatterns();
        Tag(PythonField.Pattern);
        if (Accept(PythonToken.If))
        {
            ParseNamedExpression();
            Tag(PythonField.Guard);
        }
        ParseBlock(PythonField.Body);
        Emit(PythonNodeKind.MatchCase, mark, start);
        Tag(PythonField.Cases);
    }

    private void ParsePatterns()
    {
        var mark = Mark;
        var start = Start;
        var isStar = ParseMaybeStarPattern();
        if (Kind != PythonToken.Comma)
        {
            if (isStar)
                Fail("invalid syntax");
            return;
        }
        Tag(PythonField.Patterns);
        while (Accept(PythonToken.Comma) && Kind is not (PythonToken.Colon or PythonToken.If))
        {
            ParseMaybeStarPattern();
            Tag(PythonField.Patterns);
        }
        Emit(PythonNodeKind.MatchSequence, mark, start);
    }

    private bool ParseMaybeStarPattern()
    {
        if (Kind != PythonToken.Star)
        {
            ParsePattern();
            return false;
        }
        var start = Start;
        Advance();
        var name = ParseCaptureName(allowsWildcard: true);
        Emit(PythonNodeKind.MatchStar, Mark, start, data: name);
        return true;
    }

    // -1 for the wildcard.
    private int ParseCaptureName(bool allowsWildcard)
    {
        var isWildcard = Is(PythonStringTable.Underscore);
        var name = ExpectName();
        if (isWildcard && !allowsWildcard)
            Fail("cannot use '_' as a target");
        if (!isWildcard && Kind is PythonToken.Dot or PythonToken.LeftParen or PythonToken.Equal)
            Fail("cannot use a dotted name, a call or an assignment as pattern target");
        return isWildcard ? -1 : name;
    }

    private void ParsePattern()
    {
        if (!Enter())
            return;
        var mark = Mark;
        var start = Start;
        ParseClosedPattern();
        if (Kind == PythonToken.Pipe)
        {
            Tag(PythonField.Patterns);
            while (Accept(PythonToken.Pipe))
            {
                ParseClosedPattern();
                Tag(PythonField.Patterns);
            }
            Emit(PythonNodeKind.MatchOr, mark, start);
        }
        if (Accept(PythonToken.As))
        {
            Tag(PythonField.Pattern);
            var name = ParseCaptureName(allowsWildcard: false);
            Emit(PythonNodeKind.MatchAs, mark, start, data: name);
        }
        _depth--;
    }

    private void ParseClosedPattern()
    {
        var mark = Mark;
        var start = Start;
        switch (Kind)
        {
            case PythonToken.Number:
            case PythonToken.Minus:
                ParseSignedNumber();
                EmitMatchValue(mark, start);
                break;
            case PythonToken.String:
            case PythonToken.FormatStringStart:
                ParseStrings();
                EmitMatchValue(mark, start);
                break;
            case PythonToken.None:
                ParseSingleton(PythonConstantKind.None);
                break;
            case PythonToken.True:
                ParseSingleton(PythonConstantKind.True);
                break;
            case PythonToken.False:
                ParseSingleton(PythonConstantKind.False);
                break;
            case PythonToken.Name:
                ParseNamePattern(mark, start);
                break;
            case PythonToken.LeftParen:
                ParseGroupPattern(mark, start);
                break;
            case PythonToken.LeftBracket:
                Advance();
                ParsePatternList(PythonToken.RightBracket, "]");
                Emit(PythonNodeKind.MatchSequence, mark, start);
                break;
            case PythonToken.LeftBrace:
                ParseMappingPattern(mark, start);
                break;
            default:
                Fail("invalid syntax");
                EmitMissing();
                break;
        }
    }

    private void EmitMatchValue(int mark, int start)
    {
        Tag(PythonField.Value);
        Emit(PythonNodeKind.MatchValue, mark, start);
    }

    private void ParseSingleton(PythonConstantKind kind)
    {
        var start = Start;
        Advance();
        Emit(PythonNodeKind.MatchSingleton, Mark, start, aux: (int)kind);
    }

    /// <summary>A number with an optional minus, and an imaginary number added to it or taken from it.</summary>
    private void ParseSignedNumber()
    {
        var mark = Mark;
        var start = Start;
        var isReal = ParseNegatableNumber();
        if (Kind is not (PythonToken.Plus or PythonToken.Minus))
            return;
        if (!isReal)
            Fail("real number required in complex literal");
        var operation = Kind == PythonToken.Plus ? PythonOperator.Add : PythonOperator.Sub;
        Tag(PythonField.Left);
        Advance();
        if (Kind != PythonToken.Number)
        {
            Fail("imaginary number required in complex literal");
            return;
        }
        ParseNumber();
        if (!_failed && !IsImaginary())
            Fail("imaginary number required in complex literal");
        Tag(PythonField.Right);
        Emit(PythonNodeKind.BinOp, mark, start, aux: (int)operation);
    }

    private bool ParseNegatableNumber()
    {
        var mark = Mark;
        var start = Start;
        var isNegative = Accept(PythonToken.Minus);
        if (Kind != PythonToken.Number)
        {
            Fail("invalid syntax");
            EmitMissing();
            return true;
        }
        ParseNumber();
        var isReal = !IsImaginary();
        if (isNegative)
        {
            Tag(PythonField.Operand);
            Emit(PythonNodeKind.UnaryOp, mark, start, aux: (int)PythonOperator.USub);
        }
        return isReal;
    }

    private bool IsImaginary() =>
        (PythonConstantKind)(byte)_nodes.Last.Aux == PythonConstantKind.Complex;

    private void ParseNamePattern(int mark, int start)
    {
        var isWildcard = Is(PythonStringTable.Underscore);
        var name = _lexer.Name;
        Advance();
        if (Kind is PythonToken.Dot or PythonToken.LeftParen)
        {
            if (isWildcard)
                Fail("invalid syntax");
            _nodes.Emit(
                PythonNodeKind.Name,
                mark,
                start,
                _previousEnd,
                (int)PythonContext.Load,
                name,
                -1
            );
            ParseDottedRest(mark, start);
            if (Kind == PythonToken.LeftParen)
                ParseClassPattern(mark, start);
            else
                EmitMatchValue(mark, start);
        }
        else
        {
            Emit(PythonNodeKind.MatchAs, mark, start, data: isWildcard ? -1 : name);
        }
        if (Kind == PythonToken.Equal)
            Fail("invalid syntax");
    }

    private void ParseDottedRest(int mark, int start)
    {
        while (Accept(PythonToken.Dot))
        {
            Tag(PythonField.Value);
            var nameStart = Start;
            var name = ExpectName();
            Emit(
                PythonNodeKind.Attribute,
                mark,
                start,
                aux: (int)PythonContext.Load,
                data: name,
                extra: nameStart
            );
        }
    }

    private void ParseGroupPattern(int mark, int start)
    {
        Advance();
        if (Accept(PythonToken.RightParen))
        {
            Emit(PythonNodeKind.MatchSequence, mark, start);
            return;
        }
        var isStar = ParseMaybeStarPattern();
        if (Kind != PythonToken.Comma)
        {
            if (isStar)
                Fail("invalid syntax");
            Expect(PythonToken.RightParen, ")");
            return;
        }
        Tag(PythonField.Patterns);
        Advance();
        ParsePatternList(PythonToken.RightParen, ")");
        Emit(PythonNodeKind.MatchSequence, mark, start);
    }

    private void ParsePatternList(PythonToken close, string text)
    {
        while (Kind != close && !_failed)
        {
            ParseMaybeStarPattern();
            Tag(PythonField.Patterns);
            if (!Accept(PythonToken.Comma))
                break;
        }
        Expect(close, text);
    }

    private void ParseMappingPattern(int mark, int start)
    {
        Advance();
        var rest = -1;
        while (Kind != PythonToken.RightBrace && !_failed)
        {
            if (Accept(PythonToken.DoubleStar))
            {
                rest = ParseCaptureName(allowsWildcard: false);
                Accept(PythonToken.Comma);
                break;
            }
            ParseMappingKey();
            Tag(PythonField.Keys);
            Expect(PythonToken.Colon, ":");
            ParsePattern();
            Tag(PythonField.Patterns);
            if (!Accept(PythonToken.Comma))
                break;
        }
        Expect(PythonToken.RightBrace, "}");
        Emit(PythonNodeKind.MatchMapping, mark, start, data: rest);
    }

    private void ParseMappingKey()
    {
        var mark = Mark;
        var start = Start;
        switch (Kind)
        {
            case PythonToken.Number:
            case PythonToken.Minus:
                ParseSignedNumber();
                break;
            case PythonToken.String:
            case PythonToken.FormatStringStart:
                ParseStrings();
                break;
            case PythonToken.None:
                ParseConstant(PythonConstantKind.None);
                break;
            case PythonToken.True:
                ParseConstant(PythonConstantKind.True);
                break;
            case PythonToken.False:
                ParseConstant(PythonConstantKind.False);
                break;
            default:
                var name = ExpectName();
                _nodes.Emit(
                    PythonNodeKind.Name,
                    mark,
                    start,
                    _previousEnd,
                    (int)PythonContext.Load,
                    name,
                    -1
                );
                if (Kind != PythonToken.Dot)
                    Fail("invalid syntax");
                ParseDottedRest(mark, start);
                break;
        }
    }

    private void ParseClassPattern(int mark, int start)
    {
        Tag(PythonField.Cls);
        Advance();
        var names = _namesInPattern.Count;
        while (Kind != PythonToken.RightParen && !_failed)
        {
            if (!TryParseKeywordPattern())
            {
                if (_namesInPattern.Count > names)
                    Fail("positional patterns follow keyword patterns");
                ParsePattern();
                Tag(PythonField.Patterns);
            }
            if (!Accept(PythonToken.Comma))
                break;
        }
        Expect(PythonToken.RightParen, ")");
        var offset = _nodes.Lists.Count;
        var count = _namesInPattern.Count - names;
        for (var i = names; i < _namesInPattern.Count; i++)
            _nodes.Lists.Add(_namesInPattern[i]);
        _namesInPattern.RemoveRange(names, count);
        Emit(PythonNodeKind.MatchClass, mark, start, data: offset, extra: count);
    }

    private readonly List<int> _namesInPattern = [];

    private bool TryParseKeywordPattern()
    {
        if (Kind != PythonToken.Name)
            return false;
        var state = _lexer.Save();
        var name = _lexer.Name;
        var diagnostics = _diagnostics.Count;
        _lexer.Next();
        if (Kind != PythonToken.Equal)
        {
            _diagnostics.RemoveRange(diagnostics, _diagnostics.Count - diagnostics);
            _lexer.Restore(state);
            return false;
        }
        Advance();
        ParsePattern();
        Tag(PythonField.KwdPatterns);
        _namesInPattern.Add(name);
        return true;
    }
}
