namespace Motif.Code.TypeScript;

/// <summary>Statements.</summary>
internal sealed partial class ScriptParser
{
    private int Statement()
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        switch (Token)
        {
            case ScriptToken.Semicolon:
                return Leaf(ScriptNodeKind.Empty);
            case ScriptToken.OpenBrace:
                return Block();
            case ScriptToken.If:
                return If();
            case ScriptToken.For:
                return For();
            case ScriptToken.While:
                return While();
            case ScriptToken.Do:
                return DoWhile();
            case ScriptToken.Return:
                return Leave(ScriptNodeKind.Return);
            case ScriptToken.Throw:
                return Leave(ScriptNodeKind.Throw);
            case ScriptToken.Break:
                return Jump(ScriptNodeKind.Break);
            case ScriptToken.Continue:
                return Jump(ScriptNodeKind.Continue);
            case ScriptToken.Try or ScriptToken.Catch or ScriptToken.Finally:
                return Try();
            case ScriptToken.Switch:
                return Switch();
            case ScriptToken.With:
                return With();
            case ScriptToken.Debugger:
                var stop = Leaf(ScriptNodeKind.Debugger);
                Semicolon();
                return stop;
            case ScriptToken.Import when _lexer.Peek() is not ('(' or '.'):
                return Import();
            case ScriptToken.Export:
                return Export(_lexer.Start, -1);
            case ScriptToken.At:
                return Decorated();
            default:
                return IsDeclaration() ? Declaration(_lexer.Start, ScriptFlags.None, -1) : Simple();
        }
    }

    private int Block()
    {
        var node = Open(ScriptNodeKind.Block);
        if (Expect(ScriptToken.OpenBrace, "{"))
        {
            Statements(node);
            while (Token is ScriptToken.Case or ScriptToken.Default)
                Statements(node);
            Expect(ScriptToken.CloseBrace, "}");
        }
        return Close(node);
    }

    /// <summary>An expression, or a label and what it labels.</summary>
    private int Simple()
    {
        if (Token.IsIdentifier() && _lexer.Peek() == ':' && !IsKeywordExpression())
        {
            var label = Open(ScriptNodeKind.Labeled);
            _tree.At(label).Text = Word();
            _lexer.Next();
            Expect(ScriptToken.Colon, ":");
            Link(label, ScriptField.Body, Statement());
            return Close(label);
        }
        var node = Open(ScriptNodeKind.ExpressionStatement);
        Link(node, ScriptField.Value, Expression());
        Semicolon();
        return Close(node);
    }

    private bool IsKeywordExpression() =>
        Token is ScriptToken.Yield && _inGenerator || Token is ScriptToken.Await && _inAsync;

    private int If()
    {
        var first = Open(ScriptNodeKind.If);
        var open = new List<int> { first };
        for (var node = first; ; )
        {
            _lexer.Next();
            Link(node, ScriptField.Test, Condition());
            Link(node, ScriptField.Then, Statement());
            if (!Take(ScriptToken.Else))
                break;
            if (Token is not ScriptToken.If)
            {
                Link(node, ScriptField.Else, Statement());
                break;
            }
            var next = Open(ScriptNodeKind.If);
            Link(node, ScriptField.Else, next);
            open.Add(node = next);
        }
        foreach (var node in open)
            Close(node);
        return first;
    }

    /// <summary>An expression in parentheses.</summary>
    private int Condition()
    {
        Expect(ScriptToken.OpenParenthesis, "(");
        var test = Expression();
        Expect(ScriptToken.CloseParenthesis, ")");
        return test;
    }

    private int While()
    {
        var node = Open(ScriptNodeKind.While);
        _lexer.Next();
        Link(node, ScriptField.Test, Condition());
        Link(node, ScriptField.Body, Statement());
        return Close(node);
    }

    private int DoWhile()
    {
        var node = Open(ScriptNodeKind.DoWhile);
        _lexer.Next();
        Link(node, ScriptField.Body, Statement());
        if (Expect(ScriptToken.While, "while"))
            Link(node, ScriptField.Test, Condition());
        // Here the language puts in a semicolon wherever there is none.
        Take(ScriptToken.Semicolon);
        return Close(node);
    }

    private int For()
    {
        var node = Open(ScriptNodeKind.For);
        _lexer.Next();
        if (Take(ScriptToken.Await))
            Flag(node, ScriptFlags.Async);
        Expect(ScriptToken.OpenParenthesis, "(");
        var first = ForStart();
        if (first >= 0 && Token is ScriptToken.Of or ScriptToken.In)
        {
            var isOf = Token is ScriptToken.Of;
            _tree.At(node).Kind = isOf ? ScriptNodeKind.ForOf : ScriptNodeKind.ForIn;
            _lexer.Next();
            Link(node, ScriptField.Target, first);
            Link(node, ScriptField.Value, isOf ? Assignment() : Expression());
        }
        else
        {
            if (first >= 0)
                Link(node, ScriptField.Init, first);
            Expect(ScriptToken.Semicolon, ";");
            if (Token is not ScriptToken.Semicolon)
                Link(node, ScriptField.Test, Expression());
            Expect(ScriptToken.Semicolon, ";");
            if (Token is not ScriptToken.CloseParenthesis)
                Link(node, ScriptField.Step, Expression());
        }
        Expect(ScriptToken.CloseParenthesis, ")");
        Link(node, ScriptField.Body, Statement());
        return Close(node);
    }

    /// <summary>What stands before the first semicolon, <c>in</c> or <c>of</c>; −1 for nothing.</summary>
    private int ForStart()
    {
        if (Token is ScriptToken.Semicolon)
            return -1;
        _noIn = true;
        var isDeclaration =
            Token is ScriptToken.Var or ScriptToken.Const
            || (Token is ScriptToken.Let && IsLetDeclaration())
            || IsUsing(isInFor: true);
        var first = isDeclaration ? Variables(_lexer.Start, ScriptFlags.None) : Expression();
        _noIn = false;
        return first;
    }

    private int Leave(ScriptNodeKind kind)
    {
        var node = Open(kind);
        _lexer.Next();
        if (!IsStatementEnd())
            Link(node, ScriptField.Value, Expression());
        else if (kind is ScriptNodeKind.Throw)
            Link(node, ScriptField.Value, Missing("expression expected"));
        Semicolon();
        return Close(node);
    }

    private int Jump(ScriptNodeKind kind)
    {
        var node = Open(kind);
        _lexer.Next();
        if (!IsStatementEnd())
            Link(node, ScriptField.Target, Identifier());
        Semicolon();
        return Close(node);
    }

    private bool IsStatementEnd() =>
        _lexer.IsNewLine
        || Token is ScriptToken.Semicolon or ScriptToken.CloseBrace or ScriptToken.EndOfFile;

    private int Try()
    {
        var node = Open(ScriptNodeKind.Try);
        Expect(ScriptToken.Try, "try");
        Link(node, ScriptField.Body, Block());
        if (Token is ScriptToken.Catch)
            Link(node, ScriptField.Handler, Catch());
        if (Take(ScriptToken.Finally))
            Link(node, ScriptField.Finally, Block());
        else if (!new ScriptNode(_tree, node).HasChild(ScriptField.Handler))
            _lexer.Report(_lexer.Start, "'catch' or 'finally' expected");
        return Close(node);
    }

    private int Catch()
    {
        var node = Open(ScriptNodeKind.Catch);
        _lexer.Next();
        if (Take(ScriptToken.OpenParenthesis))
        {
            Link(node, ScriptField.Target, Binding());
            if (Take(ScriptToken.Colon))
                Link(node, ScriptField.Type, Type());
            Expect(ScriptToken.CloseParenthesis, ")");
        }
        Link(node, ScriptField.Body, Block());
        return Close(node);
    }

    private int Switch()
    {
        var node = Open(ScriptNodeKind.Switch);
        _lexer.Next();
        Link(node, ScriptField.Value, Condition());
        Expect(ScriptToken.OpenBrace, "{");
        while (Token is ScriptToken.Case or ScriptToken.Default)
        {
            var choice = Open(ScriptNodeKind.Case);
            var isDefault = Token is ScriptToken.Default;
            _lexer.Next();
            if (!isDefault)
                Link(choice, ScriptField.Test, Expression());
            Expect(ScriptToken.Colon, ":");
            Statements(choice);
            Link(node, ScriptField.Element, Close(choice));
        }
        Expect(ScriptToken.CloseBrace, "}");
        return Close(node);
    }

    private int With()
    {
        var node = Open(ScriptNodeKind.With);
        _lexer.Next();
        Link(node, ScriptField.Value, Condition());
        Link(node, ScriptField.Body, Statement());
        return Close(node);
    }
}
