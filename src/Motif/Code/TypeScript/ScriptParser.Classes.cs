namespace Motif.Code.TypeScript;

/// <summary>Classes, interfaces, enums, namespaces and aliases.</summary>
internal sealed partial class ScriptParser
{
    private int Class(ScriptNodeKind kind, int start, ScriptFlags flags, int decorators)
    {
        var node = Open(kind, start);
        Flag(node, flags);
        if (decorators >= 0)
            LinkAll(node, decorators);
        _lexer.Next();
        if (
            Token.IsIdentifier()
            && !(Token is ScriptToken.Implements && Ahead(() => Token.IsIdentifier()))
        )
        {
            _tree.At(node).Text = Word();
            _lexer.Next();
        }
        TypeParameters(node);
        var outer = (_inDecorator, _noIn);
        (_inDecorator, _noIn) = (false, false);
        while (Token is ScriptToken.Extends or ScriptToken.Implements)
        {
            var field = Token is ScriptToken.Extends ? ScriptField.Base : ScriptField.Implements;
            _lexer.Next();
            do Link(node, field, Heritage());
            while (Take(ScriptToken.Comma));
        }
        if (Expect(ScriptToken.OpenBrace, "{"))
        {
            while (Token is not (ScriptToken.CloseBrace or ScriptToken.EndOfFile))
            {
                if (Take(ScriptToken.Semicolon))
                    continue;
                var before = _lexer.Start;
                Link(node, ScriptField.Member, ClassMember());
                if (_lexer.Start == before)
                    Unexpected("unexpected token in a class");
            }
            Expect(ScriptToken.CloseBrace, "}");
        }
        (_inDecorator, _noIn) = outer;
        return Close(node);
    }

    private void LinkAll(int node, int decorators)
    {
        for (var child = _tree.At(decorators).First; child >= 0; )
        {
            var next = _tree.At(child).Next;
            _tree.At(child).Next = -1;
            Link(node, ScriptField.Decorator, child);
            child = next;
        }
    }

    private int Heritage()
    {
        var value = LeftHandSide();
        if (KindOf(value) is ScriptNodeKind.Instantiation)
        {
            _tree.At(value).Kind = ScriptNodeKind.Heritage;
            return value;
        }
        var node = Around(ScriptNodeKind.Heritage, ScriptField.Value, value);
        TypeArguments(node);
        return Close(node);
    }

    private int ClassMember()
    {
        var node = Open(ScriptNodeKind.Property);
        while (Token is ScriptToken.At)
            Link(node, ScriptField.Decorator, Decorator());
        if (Token is ScriptToken.Static && _lexer.Peek() == '{')
        {
            _lexer.Next();
            _tree.At(node).Kind = ScriptNodeKind.StaticBlock;
            var outer = EnterFunction(ScriptFlags.None);
            Link(node, ScriptField.Body, Block());
            Leave(outer);
            return Close(node);
        }
        var flags = ScriptFlags.None;
        while (Token.IsModifier() && CanBeModifier())
        {
            flags |= FlagOf(Token);
            _lexer.Next();
            while (Token is ScriptToken.At)
                Link(node, ScriptField.Decorator, Decorator());
        }
        if (IsIndexSignature())
            return IndexSignature(node, flags);
        return Member(node, flags, isInterface: false);
    }

    /// <summary>A modifier is one where a name follows, on the same line unless it is static.</summary>
    private bool CanBeModifier()
    {
        var isStatic = Token is ScriptToken.Static;
        return Ahead(() =>
            (isStatic || !_lexer.IsNewLine)
            && (
                IsMemberName()
                || Token is ScriptToken.Asterisk or ScriptToken.OpenBrace or ScriptToken.At
            )
        );
    }

    private bool IsMemberName() =>
        Token.IsWord()
        || Token
            is ScriptToken.String
                or ScriptToken.Number
                or ScriptToken.BigInteger
                or ScriptToken.PrivateName
                or ScriptToken.OpenBracket;

    /// <summary>A method, accessor or property from its name on; in objects too the same names are in use.</summary>
    private int Member(int node, ScriptFlags flags, bool isInterface)
    {
        if (Token is ScriptToken.Get or ScriptToken.Set && Ahead(IsMemberName))
        {
            flags |= Token is ScriptToken.Get ? ScriptFlags.Getter : ScriptFlags.Setter;
            _lexer.Next();
        }
        else if (Take(ScriptToken.Asterisk))
            flags |= ScriptFlags.Generator;
        var isConstructor =
            !isInterface && Token is ScriptToken.Constructor && !flags.HasFlag(ScriptFlags.Static)
            || Token is ScriptToken.String
                && _lexer.TokenText is "'constructor'" or "\"constructor\"";
        MemberName(node);
        if (Take(ScriptToken.Question))
            flags |= ScriptFlags.Optional;
        else if (!isInterface && !_lexer.IsNewLine)
            Take(ScriptToken.Exclamation);
        if (Token is ScriptToken.OpenParenthesis or ScriptToken.Less)
        {
            if (isConstructor)
                flags |= ScriptFlags.Constructor;
            _tree.At(node).Kind = ScriptNodeKind.Method;
            if (isInterface)
                SignatureAlone(node, flags);
            else
                Signature(node, flags);
            return Close(node);
        }
        Flag(node, flags);
        var outer = EnterFunction(ScriptFlags.None);
        if (Take(ScriptToken.Colon))
            Link(node, ScriptField.Type, Type());
        if (Take(ScriptToken.Equals))
            Link(node, ScriptField.Init, Assignment());
        Leave(outer);
        if (isInterface)
            MemberEnd();
        else
            Semicolon();
        return Close(node);
    }

    /// <summary>A name before a colon, an equals sign or parameters; its text where it is no computed one.</summary>
    private void MemberName(int node)
    {
        if (Token is ScriptToken.OpenBracket)
        {
            _lexer.Next();
            Flag(node, ScriptFlags.Computed);
            var outer = _noIn;
            _noIn = false;
            Link(node, ScriptField.Key, Expression());
            _noIn = outer;
            Expect(ScriptToken.CloseBracket, "]");
            return;
        }
        if (!IsMemberName())
        {
            _lexer.Report(_lexer.Start, "property name expected");
            return;
        }
        _tree.At(node).Text = Token is ScriptToken.String ? StringValue() : Word();
        _lexer.Next();
    }

    private void SignatureAlone(int node, ScriptFlags flags)
    {
        Flag(node, flags | ScriptFlags.InType);
        TypeParameters(node);
        Parameters(node);
        if (Take(ScriptToken.Colon))
            Link(node, ScriptField.Returns, ReturnType());
        MemberEnd();
    }

    /// <summary>Members of types end in a comma, a semicolon or a line.</summary>
    private void MemberEnd()
    {
        if (!Take(ScriptToken.Comma))
            Semicolon();
    }

    /// <summary><c>[key: string]: T</c>, not a computed name.</summary>
    private bool IsIndexSignature() =>
        Token is ScriptToken.OpenBracket
        && Ahead(() =>
        {
            if (!Token.IsIdentifier())
                return false;
            _lexer.Next();
            return Token is ScriptToken.Colon;
        });

    private int IndexSignature(int node, ScriptFlags flags)
    {
        _tree.At(node).Kind = ScriptNodeKind.IndexSignature;
        Flag(node, flags);
        _lexer.Next();
        Link(node, ScriptField.Parameter, Parameter());
        Expect(ScriptToken.CloseBracket, "]");
        if (Take(ScriptToken.Colon))
            Link(node, ScriptField.Type, Type());
        MemberEnd();
        return Close(node);
    }

    private int Interface(int start, ScriptFlags flags)
    {
        var node = Open(ScriptNodeKind.Interface, start);
        Flag(node, flags);
        _lexer.Next();
        _tree.At(node).Text = Name();
        TypeParameters(node);
        if (Take(ScriptToken.Extends))
        {
            do Link(node, ScriptField.Base, Heritage());
            while (Take(ScriptToken.Comma));
        }
        TypeMembers(node);
        return Close(node);
    }

    private string? Name()
    {
        if (!Token.IsIdentifier())
        {
            _lexer.Report(_lexer.Start, "identifier expected");
            return null;
        }
        var name = Word();
        _lexer.Next();
        return name;
    }

    /// <summary>The members of an interface or an object type, braces and all.</summary>
    private void TypeMembers(int node)
    {
        if (!Expect(ScriptToken.OpenBrace, "{"))
            return;
        while (Token is not (ScriptToken.CloseBrace or ScriptToken.EndOfFile))
        {
            var before = _lexer.Start;
            Link(node, ScriptField.Member, TypeMember());
            if (_lexer.Start == before)
                Unexpected("property or signature expected");
        }
        Expect(ScriptToken.CloseBrace, "}");
    }

    private int TypeMember()
    {
        var node = Open(ScriptNodeKind.Property);
        if (Token is ScriptToken.OpenParenthesis or ScriptToken.Less)
        {
            _tree.At(node).Kind = ScriptNodeKind.CallSignature;
            SignatureAlone(node, ScriptFlags.None);
            return Close(node);
        }
        if (Token is ScriptToken.New && _lexer.Peek() is '(' or '<')
        {
            _lexer.Next();
            _tree.At(node).Kind = ScriptNodeKind.ConstructSignature;
            SignatureAlone(node, ScriptFlags.None);
            return Close(node);
        }
        var flags = ScriptFlags.None;
        while (Token.IsModifier() && CanBeModifier())
        {
            flags |= FlagOf(Token);
            _lexer.Next();
        }
        return IsIndexSignature()
            ? IndexSignature(node, flags)
            : Member(node, flags, isInterface: true);
    }

    private int Enum(int start, ScriptFlags flags)
    {
        var node = Open(ScriptNodeKind.Enum, start);
        Flag(node, flags);
        _lexer.Next();
        _tree.At(node).Text = Name();
        if (Expect(ScriptToken.OpenBrace, "{"))
        {
            while (Token is not (ScriptToken.CloseBrace or ScriptToken.EndOfFile))
            {
                var member = Open(ScriptNodeKind.EnumMember);
                MemberName(member);
                if (Take(ScriptToken.Equals))
                    Link(member, ScriptField.Init, Assignment());
                Link(node, ScriptField.Member, Close(member));
                if (!Take(ScriptToken.Comma))
                    break;
            }
            Expect(ScriptToken.CloseBrace, "}");
        }
        return Close(node);
    }

    private int TypeAlias(int start, ScriptFlags flags)
    {
        var node = Open(ScriptNodeKind.TypeAlias, start);
        Flag(node, flags);
        _lexer.Next();
        _tree.At(node).Text = Name();
        TypeParameters(node);
        Expect(ScriptToken.Equals, "=");
        Link(node, ScriptField.Type, Type());
        Semicolon();
        return Close(node);
    }

    private int Namespace(int start, ScriptFlags flags)
    {
        var node = Open(ScriptNodeKind.Namespace, start);
        Flag(node, flags);
        var isGlobal = Token is ScriptToken.Global;
        _lexer.Next();
        if (Token is ScriptToken.String)
            _lexer.Next();
        else if (!isGlobal)
        {
            var name = Name();
            while (name is not null && Take(ScriptToken.Dot))
                name = $"{name}.{Name()}";
            _tree.At(node).Text = name;
        }
        if (Token is ScriptToken.OpenBrace)
            Link(node, ScriptField.Body, Block());
        else
            Semicolon();
        return Close(node);
    }
}
