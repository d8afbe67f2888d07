namespace Motif.Code.TypeScript;

/// <summary>What expressions are made of: literals, objects, templates, <c>new</c>.</summary>
internal sealed partial class ScriptParser
{
    private int Primary()
    {
        switch (Token)
        {
            case ScriptToken.Number:
                return Literal(ScriptNodeKind.Number);
            case ScriptToken.BigInteger:
                return Literal(ScriptNodeKind.BigInteger);
            case ScriptToken.String:
                var text = Open(ScriptNodeKind.String);
                _tree.At(text).Text = StringValue();
                _lexer.Next();
                return Close(text);
            case ScriptToken.True or ScriptToken.False:
                return Literal(ScriptNodeKind.Boolean);
            case ScriptToken.Null:
                return Leaf(ScriptNodeKind.Null);
            case ScriptToken.This:
                return Leaf(ScriptNodeKind.This);
            case ScriptToken.Super:
                return Leaf(ScriptNodeKind.Super);
            case ScriptToken.Template or ScriptToken.TemplateHead:
                return Template();
            case ScriptToken.Slash or ScriptToken.SlashEquals:
                _lexer.AgainAsRegex();
                return Literal(ScriptNodeKind.Regex);
            case ScriptToken.OpenParenthesis:
                return Parenthesized();
            case ScriptToken.OpenBracket:
                return Array();
            case ScriptToken.OpenBrace:
                return Object();
            case ScriptToken.Function:
                return Function(ScriptNodeKind.FunctionExpression, _lexer.Start, ScriptFlags.None);
            case ScriptToken.Async when IsNextOnSameLine(t => t is ScriptToken.Function):
                var start = _lexer.Start;
                _lexer.Next();
                return Function(ScriptNodeKind.FunctionExpression, start, ScriptFlags.Async);
            case ScriptToken.Class:
                return Class(ScriptNodeKind.ClassExpression, _lexer.Start, ScriptFlags.None, -1);
            case ScriptToken.At:
                return DecoratedClass();
            case ScriptToken.New:
                return New();
            case ScriptToken.Import:
                return ImportExpression();
            case ScriptToken.PrivateName:
                return Literal(ScriptNodeKind.PrivateName);
            case ScriptToken.Less when _isJsx:
                return Jsx(inExpression: true);
            default:
                return Token.IsIdentifier() ? Identifier() : Missing("expression expected");
        }
    }

    /// <summary>A leaf whose text is what stands in the source, if it is short.</summary>
    private int Literal(ScriptNodeKind kind)
    {
        const int longest = 80;
        var node = Open(kind);
        if (_lexer.TokenText.Length <= longest)
            _tree.At(node).Text = Intern(_lexer.TokenText);
        _lexer.Next();
        return Close(node);
    }

    private int Parenthesized()
    {
        var node = Open(ScriptNodeKind.Parenthesized);
        _lexer.Next();
        Link(node, ScriptField.Value, Enclosed());
        Expect(ScriptToken.CloseParenthesis, ")");
        return Close(node);
    }

    private int DecoratedClass()
    {
        var start = _lexer.Start;
        var decorators = Open(ScriptNodeKind.Missing);
        while (Token is ScriptToken.At)
            Link(decorators, ScriptField.Decorator, Decorator());
        return Token is ScriptToken.Class
            ? Class(ScriptNodeKind.ClassExpression, start, ScriptFlags.None, decorators)
            : Missing("class expected");
    }

    private int Array()
    {
        var node = Open(ScriptNodeKind.Array);
        _lexer.Next();
        var outer = (_noIn, _inDecorator);
        (_noIn, _inDecorator) = (false, false);
        while (Token is not (ScriptToken.CloseBracket or ScriptToken.EndOfFile))
        {
            Link(
                node,
                ScriptField.Element,
                Token is ScriptToken.Comma ? Open(ScriptNodeKind.Hole) : SpreadOrAssignment()
            );
            if (!Take(ScriptToken.Comma))
                break;
        }
        (_noIn, _inDecorator) = outer;
        Expect(ScriptToken.CloseBracket, "]");
        return Close(node);
    }

    private int Object()
    {
        var node = Open(ScriptNodeKind.Object);
        _lexer.Next();
        var outer = (_noIn, _inDecorator);
        (_noIn, _inDecorator) = (false, false);
        while (Token is not (ScriptToken.CloseBrace or ScriptToken.EndOfFile))
        {
            Link(
                node,
                ScriptField.Element,
                Token is ScriptToken.DotDotDot ? SpreadOrAssignment() : ObjectProperty()
            );
            if (!Take(ScriptToken.Comma))
                break;
        }
        (_noIn, _inDecorator) = outer;
        Expect(ScriptToken.CloseBrace, "}");
        return Close(node);
    }

    private int ObjectProperty()
    {
        var node = Open(ScriptNodeKind.ObjectProperty);
        var flags = ScriptFlags.None;
        if (
            Token is ScriptToken.Async
            && IsNextOnSameLine(t => t is ScriptToken.Asterisk || IsMemberName())
        )
        {
            flags |= ScriptFlags.Async;
            _lexer.Next();
        }
        else if (Token is ScriptToken.Get or ScriptToken.Set && Ahead(IsMemberName))
        {
            flags |= Token is ScriptToken.Get ? ScriptFlags.Getter : ScriptFlags.Setter;
            _lexer.Next();
        }
        if (Take(ScriptToken.Asterisk))
            flags |= ScriptFlags.Generator;
        var (word, start) = (Token, _lexer.Start);
        MemberName(node);
        if (Token is ScriptToken.OpenParenthesis or ScriptToken.Less)
        {
            _tree.At(node).Kind = ScriptNodeKind.Method;
            Signature(node, flags);
            return Close(node);
        }
        Flag(node, flags);
        if (Take(ScriptToken.Colon))
        {
            Link(node, ScriptField.Value, Assignment());
            return Close(node);
        }
        if (!word.IsIdentifier())
        {
            _lexer.Report(_lexer.Start, "':' expected");
            return Close(node);
        }
        Flag(node, ScriptFlags.Shorthand);
        var value = Open(ScriptNodeKind.Identifier, start);
        _tree.At(value).Text = _tree.At(node).Text;
        Close(value);
        if (Token is ScriptToken.Equals)
        {
            // `({ a = 1 } = b)`: a default, as only a pattern has one.
            value = Around(ScriptNodeKind.Assign, ScriptField.Left, value);
            Flag(value, ScriptFlags.Shorthand);
            _tree.At(value).Text = "=";
            _lexer.Next();
            Link(value, ScriptField.Right, Assignment());
            Close(value);
        }
        Link(node, ScriptField.Value, value);
        return Close(node);
    }

    private int Template()
    {
        var node = Open(ScriptNodeKind.Template);
        var isWhole = Token is ScriptToken.Template;
        TemplateText(node);
        while (!isWhole && Token is not ScriptToken.EndOfFile)
        {
            Link(node, ScriptField.Value, Enclosed());
            if (Token is not ScriptToken.CloseBrace)
            {
                _lexer.Report(_lexer.Start, "'}' expected");
                break;
            }
            _lexer.AgainAsTemplate();
            isWhole = Token is ScriptToken.TemplateTail;
            TemplateText(node);
        }
        return Close(node);
    }

    private void TemplateText(int node)
    {
        var text = Open(ScriptNodeKind.TemplateText);
        var inside = _lexer.TokenText;
        inside = inside[1..];
        inside = inside.EndsWith("${") ? inside[..^2] : inside.TrimEnd('`');
        const int longest = 80;
        if (inside.Length <= longest)
            _tree.At(text).Text = Intern(inside);
        var isEmpty = inside.IsEmpty;
        _lexer.Next();
        Close(text);
        if (!isEmpty)
            Link(node, ScriptField.Value, text);
    }

    private int New()
    {
        var node = Open(ScriptNodeKind.New);
        _lexer.Next();
        if (Token is ScriptToken.Dot)
        {
            _lexer.Next();
            _tree.At(node).Kind = ScriptNodeKind.MetaProperty;
            _tree.At(node).Text = "new.target";
            Identifier();
            return Close(node);
        }
        if (!HasRoom())
            return node;
        var callee = Chain(Primary(), isNew: true);
        if (KindOf(callee) is ScriptNodeKind.Instantiation)
        {
            var value = _tree.At(callee).First;
            var arguments = _tree.At(value).Next;
            _tree.At(value).Next = -1;
            Link(node, ScriptField.Callee, value);
            while (arguments >= 0)
            {
                var next = _tree.At(arguments).Next;
                _tree.At(arguments).Next = -1;
                Link(node, ScriptField.TypeArgument, arguments);
                arguments = next;
            }
        }
        else
            Link(node, ScriptField.Callee, callee);
        if (Token is ScriptToken.OpenParenthesis)
            Arguments(node);
        return Close(node);
    }

    private int ImportExpression()
    {
        var node = Open(ScriptNodeKind.ImportCall);
        _lexer.Next();
        if (Take(ScriptToken.Dot))
        {
            var name = Token.IsWord() ? Word() : "";
            if (Token.IsWord())
                _lexer.Next();
            if (name is not ("defer" or "source"))
            {
                _tree.At(node).Kind = ScriptNodeKind.MetaProperty;
                _tree.At(node).Text = $"import.{name}";
                return Close(node);
            }
        }
        Arguments(node);
        return Close(node);
    }
}
