namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    /// <summary>An atom with every attribute, call and subscript that follows it.</summary>
    private void ParsePrimary()
    {
        var mark = Mark;
        var start = Start;
        ParseAtom();
        while (true)
        {
            switch (Kind)
            {
                case PythonToken.Dot:
                    Tag(PythonField.Value);
                    Advance();
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
                    break;
                case PythonToken.LeftParen:
                    Tag(PythonField.Func);
                    ParseArguments(PythonField.Args, allowsGenerator: true);
                    Emit(PythonNodeKind.Call, mark, start);
                    break;
                case PythonToken.LeftBracket:
                    Tag(PythonField.Value);
                    Advance();
                    ParseSlices();
                    Expect(PythonToken.RightBracket, "]");
                    Emit(PythonNodeKind.Subscript, mark, start, aux: (int)PythonContext.Load);
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Arguments in parentheses: positional ones, then keywords and unpacked sequences, then keywords and
    /// unpacked mappings.</summary>
    private void ParseArguments(PythonField positional, bool allowsGenerator)
    {
        var open = Start;
        var first = Mark;
        Advance();
        var hasKeyword = false;
        var hasMapping = false;
        while (Kind != PythonToken.RightParen && !_failed)
        {
            var mark = Mark;
            var start = Start;
            if (Kind == PythonToken.Star)
            {
                if (hasMapping)
                    Fail("iterable argument unpacking follows keyword argument unpacking");
                ParseStarred(0);
                Tag(positional);
            }
            else if (Accept(PythonToken.DoubleStar))
            {
                ParseExpression();
                EmitKeyword(mark, start, -1);
                hasMapping = true;
            }
            else if (ParseArgument(mark, start))
            {
                hasKeyword = true;
            }
            else if (
                Kind is PythonToken.For or PythonToken.Async
                && allowsGenerator
                && mark == first
            )
            {
                ParseBareGenerator(mark, open);
                return;
            }
            else
            {
                if (hasKeyword || hasMapping)
                    Fail("positional argument follows keyword argument");
                Tag(positional);
            }
            if (!Accept(PythonToken.Comma))
                break;
        }
        Expect(PythonToken.RightParen, ")");
    }

    // True for a keyword argument.
    private bool ParseArgument(int mark, int start)
    {
        var startsWithName = Kind == PythonToken.Name;
        ParseExpression();
        if (Kind == PythonToken.ColonEqual)
        {
            ParseWalrus(mark, start, startsWithName);
            return false;
        }
        if (Kind != PythonToken.Equal)
            return false;
        if (!IsBareName(mark, startsWithName))
            Fail("expression cannot contain assignment, perhaps you meant \"==\"?");
        var name = _nodes[mark].Data;
        _nodes.Truncate(mark);
        Advance();
        ParseExpression();
        EmitKeyword(mark, start, name);
        return true;
    }

    private void EmitKeyword(int mark, int start, int name)
    {
        Tag(PythonField.Value);
        Emit(PythonNodeKind.Keyword, mark, start, data: name);
        Tag(PythonField.Keywords);
    }

    // The call's parentheses are the generator's too.
    private void ParseBareGenerator(int mark, int open)
    {
        Tag(PythonField.Elt);
        ParseComprehensionClauses();
        if (Kind != PythonToken.RightParen)
            Fail("Generator expression must be parenthesized");
        Advance();
        Emit(PythonNodeKind.GeneratorExp, mark, open);
        Tag(PythonField.Args);
    }

    private void ParseSlices()
    {
        var mark = Mark;
        var start = Start;
        var isTuple = ParseSlice();
        if (isTuple || Kind == PythonToken.Comma)
        {
            Tag(PythonField.Elts);
            while (Accept(PythonToken.Comma) && Kind != PythonToken.RightBracket)
            {
                ParseSlice();
                Tag(PythonField.Elts);
            }
            Emit(PythonNodeKind.Tuple, mark, start, aux: (int)PythonContext.Load);
        }
        Tag(PythonField.Slice);
    }

    // True for an unpacked one, which makes a tuple of the subscript.
    private bool ParseSlice()
    {
        var mark = Mark;
        var start = Start;
        if (Kind == PythonToken.Star)
        {
            ParseStarred(0);
            return true;
        }
        if (Kind != PythonToken.Colon)
        {
            var startsWithName = Kind == PythonToken.Name;
            ParseExpression();
            if (Kind == PythonToken.ColonEqual)
            {
                ParseWalrus(mark, start, startsWithName);
                return false;
            }
            if (Kind != PythonToken.Colon)
                return false;
            Tag(PythonField.Lower);
        }
        Advance();
        ParseSlicePart(PythonField.Upper);
        if (Accept(PythonToken.Colon))
            ParseSlicePart(PythonField.Step);
        Emit(PythonNodeKind.Slice, mark, start);
        return false;
    }

    private void ParseSlicePart(PythonField field)
    {
        if (Kind is PythonToken.Colon or PythonToken.Comma or PythonToken.RightBracket)
            return;
        ParseExpression();
        Tag(field);
    }

    private void ParseAtom()
    {
        switch (Kind)
        {
            case PythonToken.Name:
                _nodes.Emit(
                    PythonNodeKind.Name,
                    Mark,
                    Start,
                    _lexer.End,
                    (int)PythonContext.Load,
                    _lexer.Name,
                    -1
                );
                Advance();
                break;
            case PythonToken.String:
            case PythonToken.FormatStringStart:
                ParseStrings();
                break;
            case PythonToken.Number:
                ParseNumber();
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
            case PythonToken.Ellipsis:
                ParseConstant(PythonConstantKind.Ellipsis);
                break;
            case PythonToken.LeftParen:
                ParseParenthesized();
                break;
            case PythonToken.LeftBracket:
                ParseList();
                break;
            case PythonToken.LeftBrace:
                ParseBraces();
                break;
            default:
                Fail("invalid syntax");
                EmitMissing();
                break;
        }
    }

    private void ParseConstant(PythonConstantKind kind)
    {
        var start = Start;
        Advance();
        Emit(PythonNodeKind.Constant, Mark, start, aux: (int)kind);
    }

    private void ParseParenthesized()
    {
        var mark = Mark;
        var start = Start;
        Advance();
        if (Accept(PythonToken.RightParen))
        {
            Emit(PythonNodeKind.Tuple, mark, start, aux: (int)PythonContext.Load);
            return;
        }
        if (Kind == PythonToken.Yield)
        {
            ParseYield();
            Expect(PythonToken.RightParen, ")");
            return;
        }
        var isStarred = Kind == PythonToken.Star;
        ParseStarNamedExpression();
        if (Kind is PythonToken.For or PythonToken.Async)
        {
            ParseComprehension(
                PythonNodeKind.GeneratorExp,
                mark,
                start,
                isStarred,
                PythonToken.RightParen,
                ")"
            );
        }
        else if (Kind == PythonToken.Comma)
        {
            ParseElements(PythonToken.RightParen, ")");
            Emit(PythonNodeKind.Tuple, mark, start, aux: (int)PythonContext.Load);
        }
        else
        {
            if (isStarred)
                FailAtNode("cannot use starred expression here", _nodes.Count - 1);
            Expect(PythonToken.RightParen, ")");
        }
    }

    private void ParseList()
    {
        var mark = Mark;
        var start = Start;
        Advance();
        if (Kind != PythonToken.RightBracket)
        {
            var isStarred = Kind == PythonToken.Star;
            ParseStarNamedExpression();
            if (Kind is PythonToken.For or PythonToken.Async)
            {
                ParseComprehension(
                    PythonNodeKind.ListComp,
                    mark,
                    start,
                    isStarred,
                    PythonToken.RightBracket,
                    "]"
                );
                return;
            }
            ParseElements(PythonToken.RightBracket, "]");
        }
        else
        {
            Advance();
        }
        Emit(PythonNodeKind.List, mark, start, aux: (int)PythonContext.Load);
    }

    // After the first element.
    private void ParseElements(PythonToken close, string text)
    {
        Tag(PythonField.Elts);
        while (Accept(PythonToken.Comma) && Kind != close)
        {
            ParseStarNamedExpression();
            Tag(PythonField.Elts);
        }
        Expect(close, text);
    }

    private void ParseComprehension(
        PythonNodeKind kind,
        int mark,
        int start,
        bool isStarred,
        PythonToken close,
        string text
    )
    {
        if (isStarred)
            FailAtNode("iterable unpacking cannot be used in comprehension", _nodes.Count - 1);
        Tag(PythonField.Elt);
        ParseComprehensionClauses();
        Expect(close, text);
        Emit(kind, mark, start);
    }

    private void ParseComprehensionClauses()
    {
        while (Kind is PythonToken.For or PythonToken.Async)
        {
            var mark = Mark;
            var start = Start;
            var isAsync = Accept(PythonToken.Async);
            Expect(PythonToken.For, "for");
            ParseForTargets();
            Expect(PythonToken.In, "in");
            ParseBinary(OrPrecedence);
            Tag(PythonField.Iter);
            while (Accept(PythonToken.If))
            {
                ParseBinary(OrPrecedence);
                Tag(PythonField.Ifs);
            }
            Emit(PythonNodeKind.Comprehension, mark, start, aux: isAsync ? 1 : 0);
            Tag(PythonField.Generators);
        }
    }

    private void ParseBraces()
    {
        var mark = Mark;
        var start = Start;
        Advance();
        if (Accept(PythonToken.RightBrace))
        {
            Emit(PythonNodeKind.Dict, mark, start);
            return;
        }
        if (Kind == PythonToken.DoubleStar)
        {
            ParseDictionary(mark, start);
            return;
        }
        var isStarred = Kind == PythonToken.Star;
        ParseStarNamedExpression();
        if (Kind == PythonToken.Colon && !isStarred && _nodes.Last.Kind != PythonNodeKind.NamedExpr)
        {
            ParseDictionaryAfterKey(mark, start);
        }
        else if (Kind == PythonToken.Colon && !isStarred && EndsWithParenthesis())
        {
            // A key in parentheses may be a named expression.
            ParseDictionaryAfterKey(mark, start);
        }
        else if (Kind is PythonToken.For or PythonToken.Async)
        {
            ParseComprehension(
                PythonNodeKind.SetComp,
                mark,
                start,
                isStarred,
                PythonToken.RightBrace,
                "}"
            );
        }
        else
        {
            ParseElements(PythonToken.RightBrace, "}");
            Emit(PythonNodeKind.Set, mark, start);
        }
    }

    private bool EndsWithParenthesis() => _nodes.Last.End < _previousEnd;

    private void ParseDictionaryAfterKey(int mark, int start)
    {
        Tag(PythonField.Keys);
        Advance();
        ParseExpression();
        if (Kind is PythonToken.For or PythonToken.Async)
        {
            ParseDictionaryComprehension(mark, start);
            return;
        }
        Tag(PythonField.Values);
        if (Accept(PythonToken.Comma))
            ParseDictionary(mark, start);
        else
            CloseDictionary(mark, start);
    }

    // At an item, or at the brace after a comma.
    private void ParseDictionary(int mark, int start)
    {
        while (Kind != PythonToken.RightBrace)
        {
            if (Accept(PythonToken.DoubleStar))
            {
                ParseBinary(BitOrPrecedence);
            }
            else
            {
                ParseExpression();
                Tag(PythonField.Keys);
                Expect(PythonToken.Colon, ":");
                ParseExpression();
            }
            Tag(PythonField.Values);
            if (!Accept(PythonToken.Comma))
                break;
        }
        CloseDictionary(mark, start);
    }

    private void CloseDictionary(int mark, int start)
    {
        Expect(PythonToken.RightBrace, "}");
        Emit(PythonNodeKind.Dict, mark, start);
    }

    private void ParseDictionaryComprehension(int mark, int start)
    {
        Tag(PythonField.Value);
        var key = _nodes.Count - 1 - _nodes.Last.Size;
        _nodes[key].Field = PythonField.Key;
        ParseComprehensionClauses();
        Expect(PythonToken.RightBrace, "}");
        Emit(PythonNodeKind.DictComp, mark, start);
    }
}
