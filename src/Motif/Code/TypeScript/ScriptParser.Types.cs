namespace Motif.Code.TypeScript;

/// <summary>Types.</summary>
internal sealed partial class ScriptParser
{
    private int Type()
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        if (IsFunctionType())
            return FunctionType();
        var type = Alternatives();
        if (_noConditionalTypes || _lexer.IsNewLine || Token is not ScriptToken.Extends)
            return type;
        var node = Around(ScriptNodeKind.ConditionalType, ScriptField.Test, type);
        _lexer.Next();
        _noConditionalTypes = true;
        Link(node, ScriptField.Type, Type());
        _noConditionalTypes = false;
        Expect(ScriptToken.Question, "?");
        Link(node, ScriptField.Then, Type());
        Expect(ScriptToken.Colon, ":");
        Link(node, ScriptField.Else, Type());
        return Close(node);
    }

    /// <summary>A type inside brackets, where conditional types are conditional again.</summary>
    private int EnclosedType()
    {
        var outer = _noConditionalTypes;
        _noConditionalTypes = false;
        var type = Type();
        _noConditionalTypes = outer;
        return type;
    }

    /// <summary>What a function returns: also <c>x is T</c> and <c>asserts x</c>.</summary>
    private int ReturnType()
    {
        var start = _lexer.Start;
        if (
            Token is ScriptToken.Asserts
            && IsNextOnSameLine(t => t.IsIdentifier() || t is ScriptToken.This)
            && !Ahead(() => Token is ScriptToken.Is && _lexer.Peek() is not ('\0' or ';' or '{'))
        )
        {
            _lexer.Next();
            return Predicate(start);
        }
        return
            (Token.IsIdentifier() || Token is ScriptToken.This)
            && IsNextOnSameLine(t => t is ScriptToken.Is)
            ? Predicate(start)
            : Type();
    }

    private int Predicate(int start)
    {
        var node = Open(ScriptNodeKind.PredicateType, start);
        _lexer.Next();
        if (Token is ScriptToken.Is && !_lexer.IsNewLine)
        {
            _lexer.Next();
            Link(node, ScriptField.Type, Type());
        }
        return Close(node);
    }

    private bool IsFunctionType() =>
        Token switch
        {
            ScriptToken.Less => true,
            ScriptToken.New => true,
            ScriptToken.Abstract => Ahead(() => Token is ScriptToken.New),
            ScriptToken.OpenParenthesis => Ahead(IsParameterList),
            _ => false,
        };

    private bool IsParameterList()
    {
        if (Token is ScriptToken.CloseParenthesis or ScriptToken.DotDotDot)
            return true;
        while (Token.IsModifier() && Ahead(IsParameterName))
            _lexer.Next();
        if (Token.IsIdentifier() || Token is ScriptToken.This)
            _lexer.Next();
        else if (Token is ScriptToken.OpenBracket or ScriptToken.OpenBrace)
        {
            var (errors, count) = (_lexer.Errors.Count, _tree.Count);
            Binding();
            _tree.Cut(count);
            if (_lexer.Errors.Count > errors)
                return false;
        }
        else
            return false;
        if (
            Token
            is ScriptToken.Colon
                or ScriptToken.Comma
                or ScriptToken.Question
                or ScriptToken.Equals
        )
            return true;
        return Take(ScriptToken.CloseParenthesis) && Token is ScriptToken.Arrow;
    }

    private int FunctionType()
    {
        var node = Open(ScriptNodeKind.FunctionType);
        Take(ScriptToken.Abstract);
        Take(ScriptToken.New);
        TypeParameters(node);
        Parameters(node);
        Expect(ScriptToken.Arrow, "=>");
        var outer = _noConditionalTypes;
        _noConditionalTypes = false;
        Link(node, ScriptField.Returns, ReturnType());
        _noConditionalTypes = outer;
        return Close(node);
    }

    private int Alternatives() =>
        Operands(ScriptNodeKind.UnionType, ScriptToken.Bar, Intersections);

    private int Intersections() =>
        Operands(ScriptNodeKind.IntersectionType, ScriptToken.Ampersand, TypeOperator);

    private int Operands(ScriptNodeKind kind, ScriptToken sign, Func<int> operand)
    {
        var start = _lexer.Start;
        var hasSign = Take(sign);
        var first = IsFunctionType() && hasSign ? FunctionType() : operand();
        if (Token != sign)
            return first;
        var node = Around(kind, ScriptField.Type, first);
        _tree.At(node).Start = start;
        while (Take(sign))
            Link(node, ScriptField.Type, IsFunctionType() ? FunctionType() : operand());
        return Close(node);
    }

    private int TypeOperator()
    {
        if (!HasRoom())
            return Open(ScriptNodeKind.Missing);
        switch (Token)
        {
            case ScriptToken.KeyOf
            or ScriptToken.Unique
            or ScriptToken.ReadOnly when Ahead(IsTypeStart):
                var node = Open(ScriptNodeKind.TypeOperator);
                _tree.At(node).Text = Word();
                _lexer.Next();
                Link(node, ScriptField.Type, TypeOperator());
                return Close(node);
            case ScriptToken.Infer when Ahead(() => Token.IsIdentifier()):
                return Infer();
            default:
                return PostfixType();
        }
    }

    private bool IsTypeStart() =>
        Token.IsWord()
        || IsLiteral(Token)
        || Token
            is ScriptToken.OpenBrace
                or ScriptToken.OpenBracket
                or ScriptToken.OpenParenthesis
                or ScriptToken.Template
                or ScriptToken.TemplateHead
                or ScriptToken.Minus;

    private int Infer()
    {
        var node = Open(ScriptNodeKind.TypeOperator);
        _tree.At(node).Text = "infer";
        _lexer.Next();
        Identifier();
        if (Token is ScriptToken.Extends)
        {
            // A constraint, unless it is the condition around: `A extends infer T extends string ? B : C`.
            var (mark, count) = (_lexer.Remember(), _tree.Count);
            _lexer.Next();
            var outer = _noConditionalTypes;
            _noConditionalTypes = true;
            var constraint = Type();
            _noConditionalTypes = outer;
            if (outer || Token is not ScriptToken.Question)
                Link(node, ScriptField.Type, constraint);
            else
            {
                _lexer.GoBack(mark);
                _tree.Cut(count);
            }
        }
        return Close(node);
    }

    private int PostfixType()
    {
        var type = PrimaryType();
        while (!_lexer.IsNewLine)
        {
            if (Token is ScriptToken.Exclamation)
            {
                _lexer.Next();
                continue;
            }
            if (Token is not ScriptToken.OpenBracket)
                break;
            _lexer.Next();
            if (Token is ScriptToken.CloseBracket)
                type = Around(ScriptNodeKind.ArrayType, ScriptField.Type, type);
            else
            {
                type = Around(ScriptNodeKind.IndexedType, ScriptField.Type, type);
                Link(type, ScriptField.Value, EnclosedType());
            }
            Expect(ScriptToken.CloseBracket, "]");
            Close(type);
        }
        return type;
    }

    private int PrimaryType()
    {
        switch (Token)
        {
            case ScriptToken.OpenBrace:
                return ObjectType();
            case ScriptToken.OpenBracket:
                return TupleType();
            case ScriptToken.OpenParenthesis:
                _lexer.Next();
                var inner = EnclosedType();
                Expect(ScriptToken.CloseParenthesis, ")");
                return inner;
            case ScriptToken.String
            or ScriptToken.Number
            or ScriptToken.BigInteger
            or ScriptToken.True
            or ScriptToken.False
            or ScriptToken.Null:
                return Literal(ScriptNodeKind.LiteralType);
            case ScriptToken.Minus:
                var negative = Open(ScriptNodeKind.LiteralType);
                _lexer.Next();
                _lexer.Next();
                return Close(negative);
            case ScriptToken.Template or ScriptToken.TemplateHead:
                return TemplateType();
            case ScriptToken.TypeOf:
                return TypeQuery();
            case ScriptToken.Import:
                return ImportType();
            case ScriptToken.This:
                var receiver = Leaf(ScriptNodeKind.TypeReference);
                _tree.At(receiver).Text = "this";
                return receiver;
            case ScriptToken.Void or ScriptToken.Const:
                return Literal(ScriptNodeKind.TypeReference);
            case ScriptToken.Asterisk or ScriptToken.Question:
                return ClosureType();
            default:
                return Token.IsIdentifier() ? TypeReference() : Missing("type expected");
        }
    }

    /// <summary><c>*</c> and <c>?T</c>, which Closure and Flow write and the TypeScript compiler reads.</summary>
    private int ClosureType()
    {
        var node = Open(ScriptNodeKind.TypeOperator);
        _tree.At(node).Text = Intern(_lexer.TokenText);
        var isNullable = Take(ScriptToken.Question);
        if (!isNullable)
            _lexer.Next();
        if (isNullable && IsTypeStart())
            Link(node, ScriptField.Type, Type());
        return Close(node);
    }

    private int TypeReference()
    {
        var node = Open(ScriptNodeKind.TypeReference);
        var name = DottedName();
        _tree.At(node).Text = name;
        // `x as number < y` compares.
        if (!_lexer.IsNewLine && !IsKeywordType(name))
            TypeArguments(node);
        return Close(node);
    }

    private static bool IsKeywordType(string? name) =>
        name
            is "any"
                or "bigint"
                or "boolean"
                or "never"
                or "number"
                or "object"
                or "string"
                or "symbol"
                or "undefined"
                or "unknown";

    /// <summary>Type arguments if they stand here.</summary>
    /// <returns>Whether they were complete.</returns>
    private bool TypeArguments(int node)
    {
        _lexer.AgainAsLess();
        if (Token is not ScriptToken.Less)
            return false;
        var errors = _lexer.Errors.Count;
        _lexer.Next();
        while (Token is not (ScriptToken.Greater or ScriptToken.EndOfFile))
        {
            Link(node, ScriptField.TypeArgument, EnclosedType());
            if (!Take(ScriptToken.Comma))
                break;
        }
        return Expect(ScriptToken.Greater, ">") && _lexer.Errors.Count == errors;
    }

    private int TypeQuery()
    {
        var node = Open(ScriptNodeKind.TypeQuery);
        _lexer.Next();
        if (Token is ScriptToken.Import)
        {
            Link(node, ScriptField.Type, ImportType());
            return Close(node);
        }
        var name = Token.IsWord() ? Word() : null;
        if (name is null)
            _lexer.Report(_lexer.Start, "identifier expected");
        else
            _lexer.Next();
        while (Take(ScriptToken.Dot))
        {
            name = $"{name}.{Word()}";
            _lexer.Next();
        }
        _tree.At(node).Text = name;
        if (!_lexer.IsNewLine)
            TypeArguments(node);
        return Close(node);
    }

    private int ImportType()
    {
        var node = Open(ScriptNodeKind.ImportType);
        _lexer.Next();
        if (Expect(ScriptToken.OpenParenthesis, "("))
        {
            Link(node, ScriptField.Value, Type());
            if (Take(ScriptToken.Comma) && Token is ScriptToken.OpenBrace)
            {
                Object();
                Take(ScriptToken.Comma);
            }
            Expect(ScriptToken.CloseParenthesis, ")");
        }
        if (Take(ScriptToken.Dot))
            _tree.At(node).Text = DottedName();
        if (!_lexer.IsNewLine)
            TypeArguments(node);
        return Close(node);
    }

    private int TupleType()
    {
        var node = Open(ScriptNodeKind.TupleType);
        _lexer.Next();
        while (Token is not (ScriptToken.CloseBracket or ScriptToken.EndOfFile))
        {
            Take(ScriptToken.DotDotDot);
            if (Token.IsWord() && Ahead(IsBehindTupleName))
            {
                _lexer.Next();
                Take(ScriptToken.Question);
                Expect(ScriptToken.Colon, ":");
            }
            Link(node, ScriptField.Type, EnclosedType());
            Take(ScriptToken.Question);
            if (!Take(ScriptToken.Comma))
                break;
        }
        Expect(ScriptToken.CloseBracket, "]");
        return Close(node);
    }

    private bool IsBehindTupleName()
    {
        Take(ScriptToken.Question);
        return Token is ScriptToken.Colon;
    }

    private int ObjectType()
    {
        var node = Open(ScriptNodeKind.ObjectType);
        if (Ahead(IsMapped))
            return MappedType(node);
        var outer = _noConditionalTypes;
        _noConditionalTypes = false;
        TypeMembers(node);
        _noConditionalTypes = outer;
        return Close(node);
    }

    private bool IsMapped()
    {
        if (Token is ScriptToken.Plus or ScriptToken.Minus)
            return true;
        Take(ScriptToken.ReadOnly);
        if (!Take(ScriptToken.OpenBracket) || !Token.IsIdentifier())
            return false;
        _lexer.Next();
        return Token is ScriptToken.In;
    }

    private int MappedType(int node)
    {
        _tree.At(node).Kind = ScriptNodeKind.MappedType;
        _lexer.Next();
        if (Token is ScriptToken.Plus or ScriptToken.Minus)
            _lexer.Next();
        Take(ScriptToken.ReadOnly);
        Expect(ScriptToken.OpenBracket, "[");
        Identifier();
        Expect(ScriptToken.In, "in");
        Link(node, ScriptField.Type, EnclosedType());
        if (Take(ScriptToken.As))
            Link(node, ScriptField.Type, EnclosedType());
        Expect(ScriptToken.CloseBracket, "]");
        if (Token is ScriptToken.Plus or ScriptToken.Minus)
            _lexer.Next();
        Take(ScriptToken.Question);
        if (Take(ScriptToken.Colon))
            Link(node, ScriptField.Value, EnclosedType());
        if (!Take(ScriptToken.Comma))
            Semicolon();
        Expect(ScriptToken.CloseBrace, "}");
        return Close(node);
    }

    private int TemplateType()
    {
        var node = Open(ScriptNodeKind.TemplateType);
        var isWhole = Token is ScriptToken.Template;
        _lexer.Next();
        while (!isWhole && Token is not ScriptToken.EndOfFile)
        {
            Link(node, ScriptField.Type, EnclosedType());
            if (Token is not ScriptToken.CloseBrace)
            {
                _lexer.Report(_lexer.Start, "'}' expected");
                break;
            }
            _lexer.AgainAsTemplate();
            isWhole = Token is ScriptToken.TemplateTail;
            _lexer.Next();
        }
        return Close(node);
    }
}
