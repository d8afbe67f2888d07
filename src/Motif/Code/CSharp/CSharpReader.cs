using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Motif.Code.CSharp;

/// <summary>
/// Writes the <see cref="CodeFacts"/> of one syntax tree. Chains that are deep to the left (<c>a + b + …</c>, <c>a.B().C()…</c>,
/// <c>else if …</c>) are walked in loops; every other descent first asks whether the stack has room, and writes an
/// <see cref="FactKind.Error"/> where it has none.
/// </summary>
internal sealed partial class CSharpReader
{
    private const int MaxLiteralName = 64;
    private const int MaxTypeName = 400;

    /// <summary>A chain of bases that is longer than this is a ring.</summary>
    private const int MaxAncestors = 32;

    private readonly CodeFactsBuilder _facts = new();
    private readonly CompilationUnitSyntax _root;
    private readonly string _path;
    private readonly TokenHashes _tokens;
    private readonly LineIndex _lines;
    private readonly CSharpNames _names;
    private readonly UnitTraits _fileTraits;

    private string _namespace = "";
    private DeclaredType? _type;
    private FunctionScope _scope;
    private int _unit;
    private bool _isTooDeep;

    public CSharpReader(CompilationUnitSyntax root, SourceText text, string path)
    {
        (_root, _path) = (root, path);
        (_tokens, _lines) = TokenScan.Of(root, text);
        _names = new CSharpNames(Declarations.Of(root));
        _fileTraits = FileTraits.Of(path, root);
        _scope = new FunctionScope(null, ModuleUnitName);
        SourceLength = text.Length;
    }

    private int SourceLength { get; }

    private string ModuleUnitName => Path.GetFileNameWithoutExtension(_path);

    public void Report(SourceError error) => _facts.Add(error);

    public CodeFacts Read(string language)
    {
        _facts.SetLines(_lines.Starts, _lines.Kinds(), SourceLength);
        var module = _facts.Open(FactKind.Module, FactRole.None, 0);
        AddUnit(
            module,
            UnitKind.Module,
            (ModuleUnitName, ModuleUnitName, ModuleUnitName),
            new TextSpan(0, SourceLength),
            unit => unit with { Traits = _fileTraits }
        );
        _facts.Open(FactKind.Block, FactRole.Body, 0);
        Usings(_root.Usings);
        Members(_root.Members);
        _facts.Close(SourceLength);
        _facts.Close(SourceLength);
        _facts.CountLines(_lines);
        return _facts.Build(_path, language, moduleName: "");
    }

    /// <summary>Whether to go down into a node; otherwise an error stands in its place.</summary>
    private bool HasRoom(SyntaxNode node, FactRole role)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        var start = node.FullSpan.Start;
        _facts.Leaf(FactKind.Error, role, start, node.FullSpan.End);
        if (!_isTooDeep)
            Report(new SourceError(_lines.LineOf(start) + 1, "nested too deeply to be read"));
        _isTooDeep = true;
        return false;
    }

    private int AddUnit(
        int node,
        UnitKind kind,
        (string Name, string Qualified, string Full) names,
        TextSpan span,
        Func<CodeUnit, CodeUnit> complete
    )
    {
        var (hash, tokens) = _tokens.Between(span.Start, span.End);
        var startLine = _lines.LineOf(span.Start) + 1;
        return _facts.Add(
            complete(
                new CodeUnit
                {
                    Kind = kind,
                    Name = names.Name,
                    QualifiedName = names.Qualified,
                    FullName = names.Full,
                    Parent = node == 0 ? -1 : _unit,
                    Node = node,
                    StartLine = startLine,
                    EndLine = _lines.LineOf(Math.Max(span.Start, span.End - 1)) + 1,
                    BodyStartLine = startLine,
                    Lines = new LineCounts(0, 0, 0, 0, 0),
                    TokenHash = hash,
                    Tokens = tokens,
                }
            )
        );
    }

    private TypeName? TypeOf(TypeSyntax? type) => _names.Type(type, _type, _namespace);

    private string Resolve(string name) => _names.Resolve(name, _type, _namespace);

    private void Usings(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var directive in usings)
        {
            if (directive.NamespaceOrType is not { } target)
                continue;
            var name = TypeOf(target)?.Name ?? target.ToString();
            var isAlias = directive.Alias is not null;
            var bound = directive.Alias?.Name.Identifier.ValueText;
            var node = _facts.Leaf(
                FactKind.Import,
                FactRole.Statement,
                directive.SpanStart,
                directive.Span.End,
                name
            );
            _facts.Add(
                new ImportFact(
                    name,
                    bound,
                    node,
                    IsTypeCheckingOnly: false,
                    IsGlobal: directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)
                )
            );
            if (isAlias)
                _names.Alias(bound!, name);
            else if (!directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
                _names.Import(name);
        }
    }

    /// <summary>A reference to a type, with its type arguments inside.</summary>
    /// <returns>The type; null for <c>var</c>, which is not written.</returns>
    private TypeName? TypeReference(TypeSyntax? type, FactRole role)
    {
        if (type is null or IdentifierNameSyntax { IsVar: true })
            return null;
        var resolved = TypeOf(type);
        WriteTypeReference(type, resolved, role);
        return resolved;
    }

    private void WriteTypeReference(TypeSyntax type, TypeName? resolved, FactRole role)
    {
        if (!HasRoom(type, role))
            return;
        // Of a tower of types every floor would repeat the text of all above.
        var name = type.Span.Length <= MaxTypeName ? type.ToString() : null;
        var node = _facts.Open(FactKind.TypeReference, role, type.SpanStart, name);
        _facts.Resolve(node, resolved?.Name);
        foreach (var argument in TypeArguments(type))
            TypeReference(argument, FactRole.Type);
        _facts.Close(type.Span.End);
    }

    private static IEnumerable<TypeSyntax> TypeArguments(TypeSyntax type) =>
        type switch
        {
            GenericNameSyntax generic => generic.TypeArgumentList.Arguments.Where(a =>
                a is not OmittedTypeArgumentSyntax
            ),
            QualifiedNameSyntax qualified => TypeArguments(qualified.Right),
            AliasQualifiedNameSyntax aliased => TypeArguments(aliased.Name),
            NullableTypeSyntax nullable => [nullable.ElementType],
            ArrayTypeSyntax array => [array.ElementType],
            TupleTypeSyntax tuple => tuple.Elements.Select(e => e.Type),
            RefTypeSyntax reference => [reference.Type],
            ScopedTypeSyntax scoped => [scoped.Type],
            PointerTypeSyntax pointer => [pointer.ElementType],
            _ => [],
        };
}
