namespace Motif.Code.TypeScript;

/// <summary>JSX: elements, fragments and what stands between their tags.</summary>
internal sealed partial class ScriptParser
{
    /// <param name="inExpression">Behind the element code goes on, otherwise the text of the element around.</param>
    private int Jsx(bool inExpression)
    {
        var node = Open(ScriptNodeKind.JsxElement);
        if (!HasRoom())
            return node;
        _lexer.Next();
        if (Token is not ScriptToken.Greater)
        {
            _tree.At(node).Text = JsxTag();
            if (_isTyped && Token is ScriptToken.Less or ScriptToken.LessLess)
                TypeArguments(node);
            JsxAttributes(node);
            if (Take(ScriptToken.Slash))
            {
                JsxEnd(inExpression);
                return Close(node);
            }
        }
        if (Token is ScriptToken.Greater)
        {
            _lexer.NextJsxChild();
            JsxChildren(node, inExpression);
        }
        else
            _lexer.Report(_lexer.Start, "'>' expected");
        return Close(node);
    }

    private void JsxEnd(bool inExpression)
    {
        if (Token is not ScriptToken.Greater)
            _lexer.Report(_lexer.Start, "'>' expected");
        else if (inExpression)
            _lexer.Next();
        else
            _lexer.NextJsxChild();
    }

    /// <summary><c>div</c>, <c>svg:rect</c>, <c>Menu.Item</c>.</summary>
    private string? JsxTag()
    {
        if (Token is not ScriptToken.This && !Token.IsWord())
        {
            _lexer.Report(_lexer.Start, "identifier expected");
            return null;
        }
        var name = JsxName();
        if (Take(ScriptToken.Colon))
            return Intern($"{name}:{JsxName()}");
        while (Take(ScriptToken.Dot))
            name = $"{name}.{JsxName()}";
        return Intern(name);
    }

    private string JsxName()
    {
        _lexer.AgainAsJsxName();
        if (!Token.IsIdentifier())
        {
            _lexer.Report(_lexer.Start, "identifier expected");
            return "";
        }
        var name = Word();
        _lexer.Next();
        return name;
    }

    private void JsxAttributes(int node)
    {
        while (Token.IsWord() || Token is ScriptToken.OpenBrace)
        {
            var attribute = Open(ScriptNodeKind.JsxAttribute);
            if (Take(ScriptToken.OpenBrace))
            {
                _tree.At(attribute).Kind = ScriptNodeKind.JsxSpread;
                Expect(ScriptToken.DotDotDot, "...");
                Link(attribute, ScriptField.Value, Enclosed());
                Expect(ScriptToken.CloseBrace, "}");
                Link(node, ScriptField.Attribute, Close(attribute));
                continue;
            }
            var name = JsxName();
            if (Take(ScriptToken.Colon))
                name = $"{name}:{JsxName()}";
            _tree.At(attribute).Text = Intern(name);
            if (Token is ScriptToken.Equals)
            {
                _lexer.NextJsxAttributeValue();
                Link(attribute, ScriptField.Value, JsxAttributeValue());
            }
            Link(node, ScriptField.Attribute, Close(attribute));
        }
    }

    private int JsxAttributeValue()
    {
        switch (Token)
        {
            case ScriptToken.String:
                return Primary();
            case ScriptToken.Less:
                return Jsx(inExpression: true);
            case ScriptToken.OpenBrace:
                _lexer.Next();
                var value = Enclosed();
                Expect(ScriptToken.CloseBrace, "}");
                return value;
            default:
                return Missing("string, expression or element expected");
        }
    }

    private void JsxChildren(int node, bool inExpression)
    {
        while (true)
        {
            switch (Token)
            {
                case ScriptToken.JsxText:
                    var text = Open(ScriptNodeKind.JsxText);
                    var isBlank = _lexer.TokenText.IsWhiteSpace();
                    _lexer.NextJsxChild();
                    if (!isBlank)
                        Link(node, ScriptField.Element, Close(text));
                    break;
                case ScriptToken.OpenBrace:
                    JsxHole(node);
                    break;
                case ScriptToken.Less when _lexer.Peek() == '/':
                    JsxClosing(node, inExpression);
                    return;
                case ScriptToken.Less:
                    var before = _lexer.Start;
                    Link(node, ScriptField.Element, Jsx(inExpression: false));
                    if (_lexer.Start == before)
                        return;
                    break;
                default:
                    _lexer.Report(
                        _lexer.Start,
                        $"JSX element '{_tree.At(node).Text}' has no closing tag"
                    );
                    return;
            }
        }
    }

    private void JsxHole(int node)
    {
        var hole = Open(ScriptNodeKind.JsxExpression);
        _lexer.Next();
        var isSpread = Take(ScriptToken.DotDotDot);
        if (isSpread || Token is not ScriptToken.CloseBrace)
            Link(hole, ScriptField.Value, Enclosed());
        if (Token is ScriptToken.CloseBrace)
            _lexer.NextJsxChild();
        else
        {
            _lexer.Report(_lexer.Start, "'}' expected");
            _lexer.NextJsxChild();
        }
        Link(node, ScriptField.Element, Close(hole));
    }

    private void JsxClosing(int node, bool inExpression)
    {
        _lexer.Next();
        _lexer.Next();
        var start = _lexer.Start;
        var closed = Token is ScriptToken.Greater ? null : JsxTag();
        if (closed != _tree.At(node).Text)
            _lexer.Report(start, $"expected the closing tag of '{_tree.At(node).Text}'");
        JsxEnd(inExpression);
    }
}
