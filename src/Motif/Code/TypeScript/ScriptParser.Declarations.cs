namespace Motif.Code.TypeScript;

/// <summary>Variables, functions, their parameters and the patterns that bind names.</summary>
internal sealed partial class ScriptParser
{
    /// <summary>Whether a declaration begins here; most of the words that begin one are names elsewhere.</summary>
    private bool IsDeclaration() =>
        Token switch
        {
            ScriptToken.Var or ScriptToken.Function or ScriptToken.Class or ScriptToken.Enum =>
                true,
            ScriptToken.Const => true,
            ScriptToken.Let => IsLetDeclaration(),
            ScriptToken.Using or ScriptToken.Await => IsUsing(isInFor: false),
            < ScriptToken.Abstract => false,
            _ => Ahead(Token, IsDeclarationBehind),
        };

    private bool Ahead(ScriptToken first, Func<ScriptToken, bool> holds) =>
        first
            is ScriptToken.Interface
                or ScriptToken.Type
                or ScriptToken.Module
                or ScriptToken.Namespace
                or ScriptToken.Abstract
                or ScriptToken.Accessor
                or ScriptToken.Async
                or ScriptToken.Declare
                or ScriptToken.Private
                or ScriptToken.Protected
                or ScriptToken.Public
                or ScriptToken.ReadOnly
                or ScriptToken.Static
                or ScriptToken.Global
        && Ahead(() => holds(first));

    /// <param name="word">The word before the token that stands here.</param>
    private bool IsDeclarationBehind(ScriptToken word)
    {
        for (; ; word = Token, _lexer.Next())
        {
            if (word is ScriptToken.Global)
                return Token is ScriptToken.OpenBrace;
            if (_lexer.IsNewLine && word is not ScriptToken.Static)
                return false;
            switch (word)
            {
                case ScriptToken.Interface or ScriptToken.Type:
                    return Token.IsIdentifier();
                case ScriptToken.Module or ScriptToken.Namespace:
                    return Token.IsIdentifier() || Token is ScriptToken.String;
                case ScriptToken.Async:
                    return Token is ScriptToken.Function;
            }
            switch (Token)
            {
                case ScriptToken.Var
                or ScriptToken.Let
                or ScriptToken.Const
                or ScriptToken.Function
                or ScriptToken.Class
                or ScriptToken.Enum:
                    return true;
                case ScriptToken.Import or ScriptToken.Export:
                    return true;
                case ScriptToken.Abstract
                or ScriptToken.Async
                or ScriptToken.Declare
                or ScriptToken.Interface
                or ScriptToken.Type
                or ScriptToken.Module
                or ScriptToken.Namespace
                or ScriptToken.Global
                or ScriptToken.Private
                or ScriptToken.Protected
                or ScriptToken.Public
                or ScriptToken.ReadOnly
                or ScriptToken.Static:
                    continue;
                default:
                    return false;
            }
        }
    }

    private bool IsLetDeclaration() =>
        Ahead(() =>
            Token.IsIdentifier() || Token is ScriptToken.OpenBracket or ScriptToken.OpenBrace
        );

    /// <summary><c>using x</c> or <c>await using x</c>, on one line.</summary>
    private bool IsUsing(bool isInFor)
    {
        if (Token is ScriptToken.Await)
            return IsNextOnSameLine(t =>
                t is ScriptToken.Using && IsNextOnSameLine(n => n.IsIdentifier())
            );
        return Token is ScriptToken.Using
            && IsNextOnSameLine(t => t.IsIdentifier() && !(isInFor && t is ScriptToken.Of));
    }

    /// <summary>A declaration behind its decorators and <c>export</c>.</summary>
    /// <param name="start">Where the whole begins.</param>
    /// <param name="decorators">A node whose children are its decorators, −1 for none.</param>
    private int Declaration(int start, ScriptFlags flags, int decorators)
    {
        while (true)
        {
            switch (Token)
            {
                case ScriptToken.Const when _lexer.Peek() == 'e' && Ahead(IsEnum):
                    _lexer.Next();
                    return Enum(start, flags | ScriptFlags.Const);
                case ScriptToken.Var
                or ScriptToken.Let
                or ScriptToken.Const
                or ScriptToken.Using
                or ScriptToken.Await:
                    return VariableStatement(start, flags);
                case ScriptToken.Function:
                    return Function(ScriptNodeKind.Function, start, flags);
                case ScriptToken.Class:
                    return Class(ScriptNodeKind.Class, start, flags, decorators);
                case ScriptToken.Enum:
                    return Enum(start, flags);
                case ScriptToken.Interface:
                    return Interface(start, flags);
                case ScriptToken.Type:
                    return TypeAlias(start, flags);
                case ScriptToken.Module or ScriptToken.Namespace or ScriptToken.Global:
                    return Namespace(start, flags);
                case ScriptToken.Import:
                    return Import();
                case ScriptToken.Export:
                    return Export(start, decorators);
                default:
                    if (!Token.IsModifier())
                        return Missing("declaration or statement expected");
                    flags |= FlagOf(Token);
                    _lexer.Next();
                    break;
            }
        }
    }

    private bool IsEnum() => Token is ScriptToken.Enum;

    private static ScriptFlags FlagOf(ScriptToken modifier) =>
        modifier switch
        {
            ScriptToken.Abstract => ScriptFlags.Abstract,
            ScriptToken.Accessor => ScriptFlags.Accessor,
            ScriptToken.Async => ScriptFlags.Async,
            ScriptToken.Declare => ScriptFlags.Declare,
            ScriptToken.Override => ScriptFlags.Override,
            ScriptToken.Private => ScriptFlags.Private,
            ScriptToken.Protected => ScriptFlags.Protected,
            ScriptToken.Public => ScriptFlags.Public,
            ScriptToken.ReadOnly => ScriptFlags.ReadOnly,
            ScriptToken.Static => ScriptFlags.Static,
            ScriptToken.Export => ScriptFlags.Export,
            ScriptToken.Default => ScriptFlags.Default,
            _ => ScriptFlags.None,
        };

    private int VariableStatement(int start, ScriptFlags flags)
    {
        var node = Variables(start, flags);
        Semicolon();
        return Close(node);
    }

    private int Variables(int start, ScriptFlags flags)
    {
        var node = Open(ScriptNodeKind.VariableStatement, start);
        if (Take(ScriptToken.Await))
            flags |= ScriptFlags.Async;
        Flag(node, flags);
        _tree.At(node).Text = Word();
        _lexer.Next();
        do
        {
            var variable = Open(ScriptNodeKind.Declarator);
            Link(variable, ScriptField.Target, Binding());
            if (Take(ScriptToken.Exclamation))
                Flag(variable, ScriptFlags.None);
            if (Take(ScriptToken.Colon))
                Link(variable, ScriptField.Type, Type());
            if (Take(ScriptToken.Equals))
                Link(variable, ScriptField.Init, Assignment());
            Link(node, ScriptField.Element, Close(variable));
        } while (Take(ScriptToken.Comma));
        return Close(node);
    }

    /// <summary>A name, or a pattern of them.</summary>
    private int Binding()
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        if (Token is ScriptToken.OpenBrace)
            return BindingPattern(ScriptNodeKind.ObjectPattern, ScriptToken.CloseBrace, "}");
        if (Token is ScriptToken.OpenBracket)
            return BindingPattern(ScriptNodeKind.ArrayPattern, ScriptToken.CloseBracket, "]");
        if (Token is ScriptToken.This)
        {
            var receiver = Open(ScriptNodeKind.Identifier);
            _tree.At(receiver).Text = "this";
            _lexer.Next();
            return Close(receiver);
        }
        return Identifier();
    }

    private int BindingPattern(ScriptNodeKind kind, ScriptToken close, string sign)
    {
        var node = Open(kind);
        _lexer.Next();
        var (outer, isObject) = (_noIn, kind is ScriptNodeKind.ObjectPattern);
        _noIn = false;
        while (Token != close && Token is not ScriptToken.EndOfFile)
        {
            var before = _lexer.Start;
            if (Token is ScriptToken.Comma && !isObject)
                Link(node, ScriptField.Element, Open(ScriptNodeKind.Hole));
            else
                Link(node, ScriptField.Element, BindingElement(isObject));
            if (!Take(ScriptToken.Comma) || _lexer.Start == before)
                break;
        }
        _noIn = outer;
        Expect(close, sign);
        return Close(node);
    }

    private int BindingElement(bool isObject)
    {
        var node = Open(ScriptNodeKind.BindingElement);
        if (Take(ScriptToken.DotDotDot))
        {
            Flag(node, ScriptFlags.Rest);
            Link(node, ScriptField.Target, Binding());
        }
        else if (isObject && !(Token.IsIdentifier() && _lexer.Peek() != ':'))
        {
            MemberName(node);
            Expect(ScriptToken.Colon, ":");
            Link(node, ScriptField.Target, Binding());
        }
        else
            Link(node, ScriptField.Target, Binding());
        if (Take(ScriptToken.Equals))
            Link(node, ScriptField.Init, Assignment());
        return Close(node);
    }

    /// <summary>A function declaration or expression from its keyword on.</summary>
    private int Function(ScriptNodeKind kind, int start, ScriptFlags flags)
    {
        var node = Open(kind, start);
        _lexer.Next();
        if (Take(ScriptToken.Asterisk))
            flags |= ScriptFlags.Generator;
        if (Token.IsIdentifier())
        {
            _tree.At(node).Text = Word();
            _lexer.Next();
        }
        else if (kind is ScriptNodeKind.Function && !flags.HasFlag(ScriptFlags.Default))
            _lexer.Report(_lexer.Start, "identifier expected");
        Signature(node, flags);
        return Close(node);
    }

    /// <summary>Type parameters, parameters, what is returned, and the body or a semicolon.</summary>
    private void Signature(int node, ScriptFlags flags)
    {
        Flag(node, flags);
        TypeParameters(node);
        var outer = EnterFunction(flags);
        Parameters(node);
        if (Take(ScriptToken.Colon))
            Link(node, ScriptField.Returns, ReturnType());
        if (Token is ScriptToken.OpenBrace)
        {
            Flag(node, ScriptFlags.HasBody);
            Link(node, ScriptField.Body, Block());
            Leave(outer);
            return;
        }
        Leave(outer);
        if (KindOf(node) is ScriptNodeKind.FunctionExpression)
            Expect(ScriptToken.OpenBrace, "{");
        else
            Semicolon();
    }

    private bool Parameters(int node)
    {
        if (!Expect(ScriptToken.OpenParenthesis, "("))
            return false;
        while (Token is not (ScriptToken.CloseParenthesis or ScriptToken.EndOfFile))
        {
            Link(node, ScriptField.Parameter, Parameter());
            if (!Take(ScriptToken.Comma))
                break;
        }
        return Expect(ScriptToken.CloseParenthesis, ")");
    }

    private int Parameter()
    {
        var node = Open(ScriptNodeKind.Parameter);
        while (Token is ScriptToken.At)
            Link(node, ScriptField.Decorator, Decorator());
        while (Token.IsModifier() && Ahead(IsParameterName))
        {
            Flag(node, FlagOf(Token));
            _lexer.Next();
        }
        if (Take(ScriptToken.DotDotDot))
            Flag(node, ScriptFlags.Rest);
        Link(node, ScriptField.Target, Binding());
        if (Take(ScriptToken.Question))
            Flag(node, ScriptFlags.Optional);
        if (Take(ScriptToken.Colon))
            Link(node, ScriptField.Type, Type());
        if (Take(ScriptToken.Equals))
            Link(node, ScriptField.Init, Assignment());
        return Close(node);
    }

    private bool IsParameterName() =>
        Token.IsIdentifier()
        || Token
            is ScriptToken.OpenBrace
                or ScriptToken.OpenBracket
                or ScriptToken.DotDotDot
                or ScriptToken.This;

    private void TypeParameters(int node)
    {
        if (!Take(ScriptToken.Less))
            return;
        while (Token is not (ScriptToken.Greater or ScriptToken.EndOfFile))
        {
            var parameter = Open(ScriptNodeKind.TypeParameter);
            while (
                Token is ScriptToken.Const or ScriptToken.In
                || (Token is ScriptToken.Out && Ahead(() => Token.IsIdentifier()))
            )
                _lexer.Next();
            if (Token.IsIdentifier())
                _tree.At(parameter).Text = Word();
            else
                _lexer.Report(_lexer.Start, "type parameter expected");
            if (Token.IsIdentifier())
                _lexer.Next();
            if (Take(ScriptToken.Extends))
                Link(parameter, ScriptField.Type, Type());
            if (Take(ScriptToken.Equals))
                Link(parameter, ScriptField.Init, Type());
            Link(node, ScriptField.TypeParameter, Close(parameter));
            if (!Take(ScriptToken.Comma))
                break;
        }
        Expect(ScriptToken.Greater, ">");
    }

    private int Decorator()
    {
        var node = Open(ScriptNodeKind.Decorator);
        _lexer.Next();
        var outer = _inDecorator;
        _inDecorator = true;
        Link(node, ScriptField.Value, LeftHandSide());
        _inDecorator = outer;
        return Close(node);
    }

    /// <summary>Decorators, and the class or export that they belong to.</summary>
    private int Decorated()
    {
        var start = _lexer.Start;
        var decorators = Open(ScriptNodeKind.Missing);
        while (Token is ScriptToken.At)
            Link(decorators, ScriptField.Decorator, Decorator());
        return Token is ScriptToken.Export
            ? Export(start, decorators)
            : Declaration(start, ScriptFlags.None, decorators);
    }
}
