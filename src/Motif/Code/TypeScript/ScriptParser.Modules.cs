namespace Motif.Code.TypeScript;

/// <summary>Imports and exports.</summary>
internal sealed partial class ScriptParser
{
    private int Import()
    {
        var node = Open(ScriptNodeKind.Import);
        _lexer.Next();
        if (Token is ScriptToken.Type && Ahead(IsBehindImportType))
        {
            Flag(node, ScriptFlags.TypeOnly);
            _lexer.Next();
        }
        else if (
            Token is ScriptToken.Identifier
            && _lexer.TokenText is "defer" or "source"
            && Ahead(() => Token is ScriptToken.Asterisk || (Token.IsIdentifier() && !IsFrom()))
        )
            _lexer.Next();
        if (Token is not ScriptToken.String)
        {
            if (Token.IsIdentifier())
            {
                var target = Identifier();
                if (Take(ScriptToken.Equals))
                    return ImportEquals(node, target);
                Link(node, ScriptField.Specifier, Specifier("default", target));
                Take(ScriptToken.Comma);
            }
            if (Token is ScriptToken.Asterisk)
            {
                _lexer.Next();
                Expect(ScriptToken.As, "as");
                Link(node, ScriptField.Specifier, Specifier("*", Identifier()));
            }
            else if (Token is ScriptToken.OpenBrace)
                Specifiers(node, ScriptNodeKind.ImportSpecifier);
            From(node);
        }
        else
            Module(node);
        Attributes();
        Semicolon();
        return Close(node);
    }

    private bool IsFrom() => Token is ScriptToken.Identifier && _lexer.TokenText is "from";

    /// <summary><c>import type X</c>, not the import of something called <c>type</c>.</summary>
    private bool IsBehindImportType()
    {
        if (Token is ScriptToken.OpenBrace or ScriptToken.Asterisk)
            return true;
        if (!Token.IsIdentifier())
            return false;
        // `import type from "x"` imports `type`; `import type from from "x"` does not.
        return !IsFrom() || Ahead(() => IsFrom() || Token is ScriptToken.Equals);
    }

    private int Specifier(string name, int target)
    {
        var node = Around(ScriptNodeKind.ImportSpecifier, ScriptField.Target, target);
        _tree.At(node).Text = name;
        return Close(node);
    }

    private int ImportEquals(int node, int target)
    {
        _tree.At(node).Kind = ScriptNodeKind.ImportEquals;
        Link(node, ScriptField.Target, target);
        if (Token is ScriptToken.Require && _lexer.Peek() == '(')
        {
            _lexer.Next();
            _lexer.Next();
            Flag(node, ScriptFlags.Computed);
            Module(node);
            Expect(ScriptToken.CloseParenthesis, ")");
        }
        else
            _tree.At(node).Text = DottedName();
        Semicolon();
        return Close(node);
    }

    private void Specifiers(int node, ScriptNodeKind kind)
    {
        _lexer.Next();
        while (Token is not (ScriptToken.CloseBrace or ScriptToken.EndOfFile))
        {
            var specifier = Open(kind);
            if (Token is ScriptToken.Type && Ahead(IsTypeSpecifier))
            {
                Flag(specifier, ScriptFlags.TypeOnly);
                _lexer.Next();
            }
            _tree.At(specifier).Text = ModuleName();
            var last = Open(ScriptNodeKind.Identifier, _lexer.LastEnd);
            _tree.At(last).Text = _tree.At(specifier).Text;
            if (Take(ScriptToken.As))
            {
                _tree.At(last).Start = _lexer.Start;
                _tree.At(last).Text = ModuleName();
            }
            Link(specifier, ScriptField.Target, Close(last));
            Link(node, ScriptField.Specifier, Close(specifier));
            if (!Take(ScriptToken.Comma))
                break;
        }
        Expect(ScriptToken.CloseBrace, "}");
    }

    /// <summary><c>type X</c> or <c>type as as X</c>, not something called <c>type</c>.</summary>
    private bool IsTypeSpecifier()
    {
        if (Token is ScriptToken.As)
            // `type as x` renames `type`; `type as as x` and `type as` are of a type called `as`.
            return Ahead(() =>
                Token is ScriptToken.As or ScriptToken.Comma or ScriptToken.CloseBrace
            );
        return Token.IsWord() || Token is ScriptToken.String;
    }

    private string? ModuleName()
    {
        if (!Token.IsWord() && Token is not ScriptToken.String)
        {
            _lexer.Report(_lexer.Start, "identifier expected");
            return null;
        }
        var name = Token is ScriptToken.String ? StringValue() : Word();
        _lexer.Next();
        return name;
    }

    private void From(int node)
    {
        if (IsFrom())
            _lexer.Next();
        else
            _lexer.Report(_lexer.Start, "'from' expected");
        Module(node);
    }

    private void Module(int node)
    {
        if (Token is ScriptToken.String)
        {
            _tree.At(node).Text = StringValue();
            _lexer.Next();
        }
        else
            _lexer.Report(_lexer.Start, "string literal expected");
    }

    /// <summary><c>with { type: "json" }</c>, formerly <c>assert</c>.</summary>
    private void Attributes()
    {
        var isOld =
            Token is ScriptToken.Identifier && _lexer.TokenText is "assert" && !_lexer.IsNewLine;
        if (Token is not ScriptToken.With && !isOld)
            return;
        _lexer.Next();
        if (Token is ScriptToken.OpenBrace)
            Object();
    }

    private string? DottedName()
    {
        var name = ModuleName();
        while (name is not null && Take(ScriptToken.Dot))
            name = $"{name}.{ModuleName()}";
        return name is null ? null : Intern(name);
    }

    /// <param name="start">Where the statement begins, before its decorators.</param>
    private int Export(int start, int decorators)
    {
        _lexer.Next();
        switch (Token)
        {
            case ScriptToken.Equals:
                _lexer.Next();
                return ExportedValue(start);
            case ScriptToken.As:
                var space = Open(ScriptNodeKind.Empty, start);
                _lexer.Next();
                Expect(ScriptToken.Namespace, "namespace");
                Identifier();
                Semicolon();
                return Close(space);
            case ScriptToken.Asterisk or ScriptToken.OpenBrace:
                return ExportedNames(start, ScriptFlags.None);
            case ScriptToken.Type when Ahead(IsBehindExportType):
                _lexer.Next();
                return ExportedNames(start, ScriptFlags.TypeOnly);
            case ScriptToken.Default:
                _lexer.Next();
                return ExportedDefault(start, decorators);
            case ScriptToken.Import:
                return Import();
            case ScriptToken.At:
                var own = Open(ScriptNodeKind.Missing);
                while (Token is ScriptToken.At)
                    Link(own, ScriptField.Decorator, Decorator());
                return Token is ScriptToken.Default
                    ? Export(start, own)
                    : Declaration(start, ScriptFlags.Export, own);
            default:
                return Declaration(start, ScriptFlags.Export, decorators);
        }
    }

    private bool IsBehindExportType() => Token is ScriptToken.Asterisk or ScriptToken.OpenBrace;

    private int ExportedValue(int start)
    {
        var node = Open(ScriptNodeKind.ExportValue, start);
        Flag(node, ScriptFlags.Default);
        Link(node, ScriptField.Value, Assignment());
        Semicolon();
        return Close(node);
    }

    private int ExportedNames(int start, ScriptFlags flags)
    {
        var node = Open(ScriptNodeKind.ExportNames, start);
        Flag(node, flags);
        if (Take(ScriptToken.Asterisk))
        {
            _tree.At(node).Kind = ScriptNodeKind.ExportAll;
            if (Take(ScriptToken.As))
            {
                var name = Open(ScriptNodeKind.Identifier);
                _tree.At(name).Text = ModuleName();
                Link(node, ScriptField.Target, Close(name));
            }
            From(node);
        }
        else
        {
            Specifiers(node, ScriptNodeKind.ExportSpecifier);
            if (IsFrom())
                From(node);
        }
        Attributes();
        Semicolon();
        return Close(node);
    }

    private int ExportedDefault(int start, int decorators)
    {
        const ScriptFlags flags = ScriptFlags.Export | ScriptFlags.Default;
        while (Token is ScriptToken.At)
        {
            if (decorators < 0)
                decorators = Open(ScriptNodeKind.Missing);
            Link(decorators, ScriptField.Decorator, Decorator());
        }
        var isDeclaration =
            Token is ScriptToken.Function or ScriptToken.Class
            || (Token is ScriptToken.Async && IsNextOnSameLine(t => t is ScriptToken.Function))
            || (Token is ScriptToken.Abstract && IsNextOnSameLine(t => t is ScriptToken.Class))
            || (Token is ScriptToken.Interface && IsNextOnSameLine(t => t.IsIdentifier()))
            || (Token is ScriptToken.Enum);
        return isDeclaration ? Declaration(start, flags, decorators) : ExportedValue(start);
    }
}
