using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Motif.Code.CSharp;

/// <summary>Namespaces and types.</summary>
internal sealed partial class CSharpReader
{
    private void Members(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var statement in members.OfType<GlobalStatementSyntax>())
        {
            if (statement.Statement is LocalFunctionStatementSyntax function)
                BindFunction(function);
        }
        foreach (var member in members)
        {
            if (HasRoom(member, FactRole.Statement))
                Member(member);
        }
    }

    private void Member(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                Namespace(space);
                break;
            case ExtensionBlockDeclarationSyntax extension:
                ExtensionBlock(extension);
                break;
            case BaseTypeDeclarationSyntax type:
                Type(type);
                break;
            case DelegateDeclarationSyntax type:
                Delegate(type);
                break;
            case GlobalStatementSyntax statement:
                Statement(statement.Statement);
                break;
            case BaseMethodDeclarationSyntax method:
                Method(method);
                break;
            case BasePropertyDeclarationSyntax property:
                Property(property);
                break;
            case BaseFieldDeclarationSyntax field:
                Field(field);
                break;
            default:
                _facts.Leaf(FactKind.Error, FactRole.Statement, member.SpanStart, member.Span.End);
                break;
        }
    }

    private void Namespace(BaseNamespaceDeclarationSyntax space)
    {
        var outer = _namespace;
        _namespace = outer.Length == 0 ? space.Name.ToString() : $"{outer}.{space.Name}";
        Usings(space.Usings);
        Members(space.Members);
        _namespace = outer;
    }

    private void Type(BaseTypeDeclarationSyntax syntax)
    {
        var name = syntax.Identifier.ValueText;
        var span = Declared(syntax, syntax.AttributeLists);
        var (outerType, outerUnit) = (_type, _unit);
        var fullName = Resolve(name);
        var type = _names.Declared(fullName) ?? Undeclared(name);
        var node = _facts.Open(FactKind.Class, FactRole.Statement, span.Start, name);
        _facts.Resolve(node, type.FullName);
        var decorators = Decorators(syntax.AttributeLists);
        _type = type;
        TypeParameters((syntax as TypeDeclarationSyntax)?.TypeParameterList, Constraints(syntax));
        var bases = Bases(syntax.BaseList);
        type.Base ??= bases.Count > 0 ? bases[0] : null;
        type.HasMembersElsewhere |=
            syntax.Modifiers.Any(SyntaxKind.PartialKeyword) || bases.Exists(IsClassElsewhere);
        _unit = AddUnit(
            node,
            UnitKind.Class,
            (name, type.QualifiedName, type.FullName),
            span,
            unit =>
                unit with
                {
                    Parent = outerUnit,
                    Traits = TypeTraits(syntax, outerType is not null, decorators),
                    Decorators = decorators,
                    Bases = bases,
                    Documentation = DocumentationComment.Of(syntax),
                    BodyStartLine = syntax.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken)
                        ? _lines.LineOf(syntax.OpenBraceToken.SpanStart) + 1
                        : unit.StartLine,
                }
        );
        var unit = _unit;
        Body(syntax, type);
        _facts.Close(span.End);
        _facts.Replace(
            unit,
            _facts.Unit(unit) with
            {
                Attributes = [.. type.Attributes.Select(a => a.Value.ToFact(a.Key))],
            }
        );
        (_type, _unit) = (outerType, outerUnit);
    }

    /// <summary>By the convention that an interface begins with an I and another capital.</summary>
    private bool IsClassElsewhere(string baseName)
    {
        var simple = baseName.AsSpan(baseName.LastIndexOf('.') + 1);
        var isInterface = simple is ['I', var second, ..] && char.IsUpper(second);
        return !isInterface && _names.Declared(baseName) is null;
    }

    /// <summary>A type that the first pass did not reach, since it stands too deep.</summary>
    private DeclaredType Undeclared(string name) =>
        new(
            _type is null ? name : $"{_type.FullName}.{name}",
            _type is null ? name : $"{_type.QualifiedName}.{name}",
            _type,
            _namespace
        );

    private void Body(BaseTypeDeclarationSyntax syntax, DeclaredType type)
    {
        var start = Math.Max(syntax.OpenBraceToken.SpanStart, syntax.Identifier.Span.End);
        _facts.Open(FactKind.Block, FactRole.Body, start);
        var outerScope = _scope;
        _scope = new FunctionScope(null, type.QualifiedName);
        switch (syntax)
        {
            case EnumDeclarationSyntax values:
                foreach (var value in values.Members)
                    EnumValue(value);
                break;
            case TypeDeclarationSyntax body:
                PrimaryConstructor(body);
                Members(body.Members);
                break;
        }
        _scope = outerScope;
        _facts.Close(Math.Max(start, syntax.Span.End));
    }

    private void EnumValue(EnumMemberDeclarationSyntax value)
    {
        var name = value.Identifier.ValueText;
        var node = _facts.Open(FactKind.Assign, FactRole.Statement, value.SpanStart);
        _facts.Leaf(
            FactKind.Name,
            FactRole.Target,
            value.Identifier.SpanStart,
            value.Identifier.Span.End,
            name
        );
        if (value.EqualsValue is { } equals)
            Expression(equals.Value, FactRole.Value);
        _facts.Close(value.Span.End);
        var sightings = Sightings(name, node);
        sightings.IsClassLevel = true;
        sightings.Types.Add(_type!.FullName);
    }

    private void Delegate(DelegateDeclarationSyntax syntax)
    {
        var name = syntax.Identifier.ValueText;
        var span = Declared(syntax, syntax.AttributeLists);
        var (outerType, outerUnit) = (_type, _unit);
        _type = _names.Declared(Resolve(name)) ?? Undeclared(name);
        var node = _facts.Open(FactKind.Class, FactRole.Statement, span.Start, name);
        _facts.Resolve(node, _type.FullName);
        var decorators = Decorators(syntax.AttributeLists);
        TypeParameters(syntax.TypeParameterList, syntax.ConstraintClauses);
        _unit = AddUnit(
            node,
            UnitKind.Class,
            (name, _type.QualifiedName, _type.FullName),
            span,
            unit =>
                unit with
                {
                    Parent = outerUnit,
                    Traits =
                        UnitTraits.Interface
                        | UnitTraits.Abstract
                        | Accessibility(syntax.Modifiers, outerType is not null)
                        | _fileTraits,
                    Decorators = decorators,
                    Documentation = DocumentationComment.Of(syntax),
                }
        );
        _facts.Open(FactKind.Block, FactRole.Body, span.Start);
        Function(
            new FunctionParts(syntax, "Invoke", UnitKind.Method)
            {
                Parameters = syntax.ParameterList.Parameters,
                Returns = syntax.ReturnType,
                Traits = UnitTraits.Abstract,
            }
        );
        _facts.Close(span.End);
        _facts.Close(span.End);
        (_type, _unit) = (outerType, outerUnit);
    }

    /// <summary>Members of an extension block are the enclosing class's, each with the receiver as its first parameter.</summary>
    private void ExtensionBlock(ExtensionBlockDeclarationSyntax extension)
    {
        var outer = _extensionReceiver;
        _extensionReceiver = extension.ParameterList?.Parameters.FirstOrDefault();
        Members(extension.Members);
        _extensionReceiver = outer;
    }

    private List<string> Bases(BaseListSyntax? list)
    {
        var bases = new List<string>();
        foreach (var entry in list?.Types ?? default)
        {
            if (TypeReference(entry.Type, FactRole.Base) is { } type)
                bases.Add(type.Name);
        }
        return bases;
    }

    private void TypeParameters(
        TypeParameterListSyntax? list,
        SyntaxList<TypeParameterConstraintClauseSyntax> constraints
    )
    {
        foreach (var parameter in list?.Parameters ?? default)
        {
            var name = parameter.Identifier.ValueText;
            _facts.Open(FactKind.TypeReference, FactRole.TypeParameter, parameter.SpanStart, name);
            foreach (var clause in constraints.Where(c => c.Name.Identifier.ValueText == name))
            {
                foreach (var constraint in clause.Constraints.OfType<TypeConstraintSyntax>())
                    TypeReference(constraint.Type, FactRole.Type);
            }
            _facts.Close(parameter.Span.End);
        }
    }

    private static SyntaxList<TypeParameterConstraintClauseSyntax> Constraints(
        BaseTypeDeclarationSyntax syntax
    ) => (syntax as TypeDeclarationSyntax)?.ConstraintClauses ?? default;

    private List<string> Decorators(SyntaxList<AttributeListSyntax> lists)
    {
        var names = new List<string>();
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
                names.Add(Decorator(attribute));
        }
        return names;
    }

    private string Decorator(AttributeSyntax attribute)
    {
        var written = TypeOf(attribute.Name)?.Name ?? attribute.Name.ToString();
        var resolved = attribute.Name is SimpleNameSyntax simple
            ? _names.ResolveAttribute(simple.Identifier.ValueText, _type, _namespace)
            : written;
        if (attribute.ArgumentList is { } list)
        {
            var call = _facts.Open(FactKind.Call, FactRole.Decorator, attribute.SpanStart);
            _facts.Resolve(call, resolved);
            DecoratorName(attribute, FactRole.Callee, resolved);
            foreach (var argument in list.Arguments)
            {
                var name =
                    argument.NameEquals?.Name.Identifier.ValueText
                    ?? argument.NameColon?.Name.Identifier.ValueText;
                Argument(argument.Expression, name, argument.SpanStart, argument.Span.End);
            }
            _facts.Close(attribute.Span.End);
        }
        else
        {
            DecoratorName(attribute, FactRole.Decorator, resolved);
        }
        return resolved;
    }

    private void DecoratorName(AttributeSyntax attribute, FactRole role, string resolved)
    {
        var name = attribute.Name;
        var node = _facts.Leaf(FactKind.Name, role, name.SpanStart, name.Span.End, name.ToString());
        _facts.Resolve(node, resolved);
    }

    private UnitTraits TypeTraits(
        BaseTypeDeclarationSyntax syntax,
        bool isNested,
        List<string> decorators
    )
    {
        var traits = _fileTraits | Accessibility(syntax.Modifiers, isNested);
        traits |= syntax switch
        {
            InterfaceDeclarationSyntax => UnitTraits.Interface | UnitTraits.Abstract,
            EnumDeclarationSyntax => UnitTraits.Enum,
            StructDeclarationSyntax => UnitTraits.DataType | UnitTraits.Struct,
            RecordDeclarationSyntax or UnionDeclarationSyntax => UnitTraits.DataType,
            _ => UnitTraits.None,
        };
        if (
            syntax
            is TypeDeclarationSyntax { Members: var members }
                and not InterfaceDeclarationSyntax
        )
            traits |= MemberAccess.Of(members);
        if (syntax.Modifiers.Any(SyntaxKind.AbstractKeyword))
            traits |= UnitTraits.Abstract;
        if (syntax.Modifiers.Any(SyntaxKind.StaticKeyword))
            traits |= UnitTraits.Static;
        if (syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            traits |= UnitTraits.Partial;
        return traits | DecoratorTraits(decorators);
    }

    private static UnitTraits DecoratorTraits(List<string> decorators)
    {
        var traits = UnitTraits.None;
        foreach (var decorator in decorators)
        {
            traits |= decorator[(decorator.LastIndexOf('.') + 1)..] switch
            {
                "Fact"
                or "Theory"
                or "Test"
                or "TestCase"
                or "TestMethod"
                or "TestFixture"
                or "TestClass" => UnitTraits.Test,
                "GeneratedCode"
                or "GeneratedCodeAttribute"
                or "CompilerGenerated"
                or "CompilerGeneratedAttribute" => UnitTraits.Generated,
                _ => UnitTraits.None,
            };
        }
        return traits;
    }

    /// <summary>Private by keyword, or as the default of what stands in a type.</summary>
    private UnitTraits Accessibility(SyntaxTokenList modifiers, bool isMember)
    {
        var isOpen =
            modifiers.Any(SyntaxKind.PublicKeyword)
            || modifiers.Any(SyntaxKind.InternalKeyword)
            || modifiers.Any(SyntaxKind.ProtectedKeyword);
        if (modifiers.Any(SyntaxKind.PrivateKeyword))
            return modifiers.Any(SyntaxKind.ProtectedKeyword)
                ? UnitTraits.Protected
                : UnitTraits.Private;
        if (
            modifiers.Any(SyntaxKind.ProtectedKeyword) && !modifiers.Any(SyntaxKind.InternalKeyword)
        )
            return UnitTraits.Protected;
        return isOpen || !isMember || IsInterface ? UnitTraits.None : UnitTraits.Private;
    }

    /// <summary>From the first token behind the attributes to the end.</summary>
    private static TextSpan Declared(
        SyntaxNode declaration,
        SyntaxList<AttributeListSyntax> attributes
    )
    {
        var start =
            attributes.Count == 0
                ? declaration.SpanStart
                : attributes[^1].GetLastToken().GetNextToken().SpanStart;
        return TextSpan.FromBounds(Math.Min(start, declaration.Span.End), declaration.Span.End);
    }

    private AttributeSightings Sightings(string name, int node)
    {
        if (!_type!.Attributes.TryGetValue(name, out var sightings))
            _type.Attributes[name] = sightings = new AttributeSightings();
        // It may be assigned before the line that declares it.
        if (sightings.Node < 0)
            sightings.Node = node;
        return sightings;
    }
}
