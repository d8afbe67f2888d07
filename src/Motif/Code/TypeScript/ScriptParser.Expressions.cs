namespace Motif.Code.TypeScript;

/// <summary>Expressions: operators, assignments and chains.</summary>
internal sealed partial class ScriptParser
{
    private int Expression()
    {
        var first = Assignment();
        if (Token is not ScriptToken.Comma)
            return first;
        var node = Around(ScriptNodeKind.Sequence, ScriptField.Element, first);
        while (Take(ScriptToken.Comma))
            Link(node, ScriptField.Element, Assignment());
        return Close(node);
    }

    /// <summary>An expression inside brackets, where <c>in</c> is an operator again.</summary>
    private int Enclosed()
    {
        var outer = (_noIn, _inDecorator);
        (_noIn, _inDecorator) = (false, false);
        var node = Expression();
        (_noIn, _inDecorator) = outer;
        return node;
    }

    /// <summary>An assignment, an arrow function, or anything that binds tighter.</summary>
    /// <param name="colonFollows">
    /// Between <c>?</c> and <c>:</c>, where <c>(a): b =&gt; c</c> is an arrow function only if a colon follows.
    /// </param>
    private int Assignment(bool colonFollows = false)
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        if (IsYield())
            return Yield();
        if (TryArrow(colonFollows) is { } arrow)
            return arrow;
        var left = Binary(0);
        if (
            KindOf(left) is ScriptNodeKind.Identifier
            && Token is ScriptToken.Arrow
            && !_lexer.IsNewLine
        )
            return SimpleArrow(left, ScriptFlags.None, colonFollows);
        _lexer.AgainAsOperator();
        if (Token.IsAssignment() && IsLeftHandSide(KindOf(left)))
        {
            var assign = Around(ScriptNodeKind.Assign, ScriptField.Left, left);
            _tree.At(assign).Text = Intern(_lexer.TokenText);
            _lexer.Next();
            Link(assign, ScriptField.Right, Assignment(colonFollows));
            return Close(assign);
        }
        return Token is ScriptToken.Question ? Conditional(left, colonFollows) : left;
    }

    private static bool IsLeftHandSide(ScriptNodeKind kind) =>
        kind
            is not (
                ScriptNodeKind.Binary
                or ScriptNodeKind.Unary
                or ScriptNodeKind.Update
                or ScriptNodeKind.Await
                or ScriptNodeKind.As
                or ScriptNodeKind.Satisfies
                or ScriptNodeKind.TypeAssertion
            );

    private int Conditional(int test, bool colonFollows)
    {
        var node = Around(ScriptNodeKind.Conditional, ScriptField.Test, test);
        _lexer.Next();
        var outer = _noIn;
        _noIn = false;
        Link(node, ScriptField.Then, Assignment(colonFollows: true));
        _noIn = outer;
        if (Expect(ScriptToken.Colon, ":"))
            Link(node, ScriptField.Else, Assignment(colonFollows));
        return Close(node);
    }

    private bool IsYield() =>
        Token is ScriptToken.Yield
        && (_inGenerator || IsNextOnSameLine(t => t.IsWord() || IsLiteral(t)));

    private static bool IsLiteral(ScriptToken token) =>
        token is ScriptToken.Number or ScriptToken.BigInteger or ScriptToken.String;

    private int Yield()
    {
        var node = Open(ScriptNodeKind.Yield);
        _lexer.Next();
        if (!_lexer.IsNewLine && Take(ScriptToken.Asterisk))
            Flag(node, ScriptFlags.Generator);
        var isAlone =
            IsStatementEnd()
            || Token
                is ScriptToken.CloseParenthesis
                    or ScriptToken.CloseBracket
                    or ScriptToken.Colon
                    or ScriptToken.Comma
                    or ScriptToken.In
                    or ScriptToken.Of
                    or ScriptToken.TemplateMiddle
                    or ScriptToken.TemplateTail;
        if (!isAlone || new ScriptNode(_tree, node).Has(ScriptFlags.Generator))
            Link(node, ScriptField.Value, Assignment());
        return Close(node);
    }

    /// <summary>Operators by precedence climbing.</summary>
    /// <param name="binding">How tightly the operator before binds.</param>
    private int Binary(int binding)
    {
        var left = Unary();
        while (true)
        {
            _lexer.AgainAsOperator();
            var sign = Token;
            var precedence = sign.Precedence();
            var isRight = sign is ScriptToken.AsteriskAsterisk;
            if (precedence == 0 || (isRight ? precedence < binding : precedence <= binding))
                return left;
            if (sign is ScriptToken.In && _noIn)
                return left;
            if (sign is ScriptToken.As or ScriptToken.Satisfies)
            {
                if (_lexer.IsNewLine)
                    return left;
                _lexer.Next();
                left = Around(
                    sign is ScriptToken.As ? ScriptNodeKind.As : ScriptNodeKind.Satisfies,
                    ScriptField.Value,
                    left
                );
                Link(left, ScriptField.Type, Type());
                Close(left);
                continue;
            }
            left = Around(ScriptNodeKind.Binary, ScriptField.Left, left);
            _tree.At(left).Text = Intern(_lexer.TokenText);
            _lexer.Next();
            if (!HasRoom())
                return Close(left);
            Link(left, ScriptField.Right, Binary(precedence));
            Close(left);
        }
    }

    private int Unary()
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        switch (Token)
        {
            case ScriptToken.Plus
            or ScriptToken.Minus
            or ScriptToken.Tilde
            or ScriptToken.Exclamation
            or ScriptToken.TypeOf
            or ScriptToken.Void
            or ScriptToken.Delete:
                return Prefix(ScriptNodeKind.Unary);
            case ScriptToken.PlusPlus or ScriptToken.MinusMinus:
                return Prefix(ScriptNodeKind.Update);
            case ScriptToken.Await when IsAwait():
                return Prefix(ScriptNodeKind.Await);
            case ScriptToken.Less when !_isJsx:
                return TypeAssertion();
            default:
                return Postfix();
        }
    }

    private bool IsAwait() => _inAsync || IsNextOnSameLine(t => t.IsWord() || IsLiteral(t));

    private int Prefix(ScriptNodeKind kind)
    {
        var node = Open(kind);
        _tree.At(node).Text = Intern(_lexer.TokenText);
        _lexer.Next();
        Link(node, ScriptField.Value, Unary());
        return Close(node);
    }

    private int TypeAssertion()
    {
        var node = Open(ScriptNodeKind.TypeAssertion);
        _lexer.Next();
        Link(node, ScriptField.Type, Type());
        Expect(ScriptToken.Greater, ">");
        Link(node, ScriptField.Value, Unary());
        return Close(node);
    }

    private int Postfix()
    {
        var value = LeftHandSide();
        if (Token is not (ScriptToken.PlusPlus or ScriptToken.MinusMinus) || _lexer.IsNewLine)
            return value;
        var node = Around(ScriptNodeKind.Update, ScriptField.Value, value);
        Flag(node, ScriptFlags.Postfix);
        _tree.At(node).Text = Intern(_lexer.TokenText);
        _lexer.Next();
        return Close(node);
    }

    /// <summary>A chain of members and calls.</summary>
    private int LeftHandSide()
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        return Chain(Primary(), isNew: false);
    }

    private int Chain(int left, bool isNew)
    {
        while (true)
        {
            var next = Link(left, isNew);
            if (next < 0)
                return left;
            left = next;
        }
    }

    /// <summary>One more link of a chain; −1 where it ends.</summary>
    private int Link(int left, bool isNew)
    {
        switch (Token)
        {
            case ScriptToken.Dot:
                _lexer.Next();
                return MemberOf(left, ScriptFlags.None);
            case ScriptToken.QuestionDot when !isNew:
                _lexer.Next();
                return OptionalLink(left);
            case ScriptToken.Exclamation when !_lexer.IsNewLine:
                var sure = Around(ScriptNodeKind.NonNull, ScriptField.Value, left);
                _lexer.Next();
                return Close(sure);
            case ScriptToken.OpenBracket when !_inDecorator:
                return Index(left, ScriptFlags.None);
            case ScriptToken.OpenParenthesis when !isNew:
                return Call(Around(ScriptNodeKind.Call, ScriptField.Callee, left));
            case ScriptToken.Template or ScriptToken.TemplateHead:
                return Tagged(Around(ScriptNodeKind.TaggedTemplate, ScriptField.Callee, left));
            case ScriptToken.Less or ScriptToken.LessLess when _isTyped:
                return TypedLink(left, isNew);
            default:
                return -1;
        }
    }

    private int OptionalLink(int left)
    {
        switch (Token)
        {
            case ScriptToken.OpenBracket:
                return Index(left, ScriptFlags.Optional);
            case ScriptToken.OpenParenthesis or ScriptToken.Less or ScriptToken.LessLess:
                var call = Around(ScriptNodeKind.Call, ScriptField.Callee, left);
                Flag(call, ScriptFlags.Optional);
                if (Token is not ScriptToken.OpenParenthesis)
                    TypeArguments(call);
                return Call(call);
            case ScriptToken.Template or ScriptToken.TemplateHead:
                return Tagged(Around(ScriptNodeKind.TaggedTemplate, ScriptField.Callee, left));
            default:
                return MemberOf(left, ScriptFlags.Optional);
        }
    }

    private int MemberOf(int left, ScriptFlags flags)
    {
        var node = Around(ScriptNodeKind.Member, ScriptField.Object, left);
        Flag(node, flags);
        if (Token.IsWord() || Token is ScriptToken.PrivateName)
        {
            _tree.At(node).Text = Word();
            _lexer.Next();
        }
        else
            _lexer.Report(_lexer.Start, "identifier expected");
        return Close(node);
    }

    private int Index(int left, ScriptFlags flags)
    {
        var node = Around(ScriptNodeKind.Index, ScriptField.Object, left);
        Flag(node, flags);
        _lexer.Next();
        Link(node, ScriptField.Value, Enclosed());
        Expect(ScriptToken.CloseBracket, "]");
        return Close(node);
    }

    private int Call(int node)
    {
        Arguments(node);
        return Close(node);
    }

    private void Arguments(int node)
    {
        var outer = (_noIn, _inDecorator);
        (_noIn, _inDecorator) = (false, false);
        Expect(ScriptToken.OpenParenthesis, "(");
        while (Token is not (ScriptToken.CloseParenthesis or ScriptToken.EndOfFile))
        {
            Link(node, ScriptField.Argument, SpreadOrAssignment());
            if (!Take(ScriptToken.Comma))
                break;
        }
        Expect(ScriptToken.CloseParenthesis, ")");
        (_noIn, _inDecorator) = outer;
    }

    private int SpreadOrAssignment()
    {
        if (Token is not ScriptToken.DotDotDot)
            return Assignment();
        var node = Open(ScriptNodeKind.Spread);
        _lexer.Next();
        Link(node, ScriptField.Value, Assignment());
        return Close(node);
    }

    private int Tagged(int node)
    {
        Link(node, ScriptField.Argument, Template());
        return Close(node);
    }

    /// <summary><c>f&lt;T&gt;(x)</c>, or a comparison.</summary>
    private int TypedLink(int left, bool isNew)
    {
        var (mark, count) = (_lexer.Remember(), _tree.Count);
        var holder = Open(ScriptNodeKind.Missing);
        if (!TypeArguments(holder) || !CanFollowTypeArguments())
        {
            _lexer.GoBack(mark);
            _tree.Cut(count);
            return -1;
        }
        var kind = Token switch
        {
            ScriptToken.OpenParenthesis when !isNew => ScriptNodeKind.Call,
            ScriptToken.Template or ScriptToken.TemplateHead => ScriptNodeKind.TaggedTemplate,
            _ => ScriptNodeKind.Instantiation,
        };
        var field = kind is ScriptNodeKind.Instantiation ? ScriptField.Value : ScriptField.Callee;
        var node = Around(kind, field, left);
        MoveTypeArguments(holder, node);
        return kind switch
        {
            ScriptNodeKind.Call => Call(node),
            ScriptNodeKind.TaggedTemplate => Tagged(node),
            _ => Close(node),
        };
    }

    private void MoveTypeArguments(int from, int to)
    {
        for (var child = _tree.At(from).First; child >= 0; )
        {
            var next = _tree.At(child).Next;
            _tree.At(child).Next = -1;
            Link(to, ScriptField.TypeArgument, child);
            child = next;
        }
    }

    /// <summary>As the TypeScript compiler decides it since 4.7.</summary>
    private bool CanFollowTypeArguments()
    {
        switch (Token)
        {
            case ScriptToken.OpenParenthesis or ScriptToken.Template or ScriptToken.TemplateHead:
                return true;
            case ScriptToken.Less or ScriptToken.Greater or ScriptToken.Plus or ScriptToken.Minus:
                return false;
            default:
                return _lexer.IsNewLine || Token.Precedence() > 0 || !IsExpressionStart();
        }
    }

    private bool IsExpressionStart() =>
        Token.IsIdentifier()
        || Token
            is ScriptToken.This
                or ScriptToken.Super
                or ScriptToken.Null
                or ScriptToken.True
                or ScriptToken.False
                or ScriptToken.Number
                or ScriptToken.BigInteger
                or ScriptToken.String
                or ScriptToken.Template
                or ScriptToken.TemplateHead
                or ScriptToken.OpenParenthesis
                or ScriptToken.OpenBracket
                or ScriptToken.OpenBrace
                or ScriptToken.Function
                or ScriptToken.Class
                or ScriptToken.New
                or ScriptToken.Slash
                or ScriptToken.SlashEquals
                or ScriptToken.Import
                or ScriptToken.Plus
                or ScriptToken.Minus
                or ScriptToken.Tilde
                or ScriptToken.Exclamation
                or ScriptToken.Delete
                or ScriptToken.TypeOf
                or ScriptToken.Void
                or ScriptToken.PlusPlus
                or ScriptToken.MinusMinus
                or ScriptToken.Less
                or ScriptToken.At
                or ScriptToken.PrivateName;
}
