using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Motif.Code.CSharp;

/// <summary>Members of types, and everything else that has a body.</summary>
internal sealed partial class CSharpReader
{
    private ParameterSyntax? _extensionReceiver;
    private string? _property;

    private bool IsInterface => _type is not null && _facts.Unit(_unit).Has(UnitTraits.Interface);

    private void Method(BaseMethodDeclarationSyntax method)
    {
        var parts = new FunctionParts(method, NameOf(method), UnitKind.Method)
        {
            Traits = MemberTraits(
                method.Modifiers,
                method.Body is null && method.ExpressionBody is null
            ),
            Attributes = method.AttributeLists,
            Parameters = method.ParameterList.Parameters,
            Block = method.Body,
            Arrow = method.ExpressionBody,
        };
        Function(
            method switch
            {
                MethodDeclarationSyntax m => parts with
                {
                    Kind = _type is null ? UnitKind.Function : UnitKind.Method,
                    Traits = parts.Traits | ExplicitTraits(m.ExplicitInterfaceSpecifier),
                    TypeParameters = m.TypeParameterList,
                    Constraints = m.ConstraintClauses,
                    Returns = m.ReturnType,
                    ArrowReturns = !IsVoid(m.ReturnType),
                },
                ConstructorDeclarationSyntax c => parts with
                {
                    Traits = parts.Traits | UnitTraits.Constructor,
                    Initializer = c.Initializer,
                },
                OperatorDeclarationSyntax o => parts with
                {
                    Returns = o.ReturnType,
                    ArrowReturns = !IsVoid(o.ReturnType),
                },
                ConversionOperatorDeclarationSyntax c => parts with
                {
                    Returns = c.Type,
                    ArrowReturns = true,
                },
                _ => parts,
            }
        );
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            MethodDeclarationSyntax m => m.Identifier.ValueText,
            ConstructorDeclarationSyntax c => c.Modifiers.Any(SyntaxKind.StaticKeyword)
                ? ".cctor"
                : ".ctor",
            DestructorDeclarationSyntax => "Finalize",
            OperatorDeclarationSyntax o => OperatorNames.Of(
                o.OperatorToken.Text,
                o.ParameterList.Parameters.Count
            ),
            ConversionOperatorDeclarationSyntax c => c.ImplicitOrExplicitKeyword.IsKind(
                SyntaxKind.ImplicitKeyword
            )
                ? "op_Implicit"
                : "op_Explicit",
            _ => "",
        };

    /// <summary>
    /// A property is its getter: <c>Cache.Count</c>; setters and event accessors stand beside it as <c>Cache.Count.set</c>.
    /// What has no body is an attribute alone.
    /// </summary>
    private void Property(BasePropertyDeclarationSyntax property)
    {
        var name = property switch
        {
            PropertyDeclarationSyntax p => p.Identifier.ValueText,
            EventDeclarationSyntax e => e.Identifier.ValueText,
            _ => "Item",
        };
        var outer = _property;
        _property = name;
        var arrow =
            (property as PropertyDeclarationSyntax)?.ExpressionBody
            ?? (property as IndexerDeclarationSyntax)?.ExpressionBody;
        var accessors = property.AccessorList?.Accessors ?? default;
        var hasBodies = accessors.Any(a => a.Body is not null || a.ExpressionBody is not null);
        if (!hasBodies && arrow is null || UsesFieldKeyword(accessors))
            PropertyAttribute(property, name);
        if (arrow is not null)
            Function(Getter(property, property, name) with { Arrow = arrow, ArrowReturns = true });
        foreach (var accessor in accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                Accessor(property, accessor, name);
        }
        _property = outer;
    }

    private void Accessor(
        BasePropertyDeclarationSyntax property,
        AccessorDeclarationSyntax accessor,
        string name
    )
    {
        var isGetter = accessor.IsKind(SyntaxKind.GetAccessorDeclaration);
        var parts = Getter(property, accessor, name) with
        {
            Block = accessor.Body,
            Arrow = accessor.ExpressionBody,
            ArrowReturns = isGetter,
        };
        Function(
            isGetter
                ? parts
                : parts with
                {
                    Name = $"{name}.{accessor.Keyword.Text}",
                    Returns = null,
                    ValueType = property.Type,
                    Documented = null,
                }
        );
    }

    private FunctionParts Getter(
        BasePropertyDeclarationSyntax property,
        SyntaxNode declaration,
        string name
    ) =>
        new(declaration, name, UnitKind.Property)
        {
            Traits =
                MemberTraits(property.Modifiers, isWithoutBody: false)
                | ExplicitTraits(property.ExplicitInterfaceSpecifier),
            Attributes = property.AttributeLists,
            Parameters =
                (property as IndexerDeclarationSyntax)?.ParameterList.Parameters ?? default,
            Returns = property.Type,
            Documented = property,
        };

    /// <summary>A property with storage: in the tree an assignment in the class body, as a field is.</summary>
    private void PropertyAttribute(BasePropertyDeclarationSyntax property, string name)
    {
        if (property is IndexerDeclarationSyntax)
            return;
        var span = Declared(property, property.AttributeLists);
        var node = _facts.Open(FactKind.Assign, FactRole.Statement, span.Start);
        _facts.Leaf(FactKind.Name, FactRole.Target, span.Start, span.End, name);
        var type = TypeReference(property.Type, FactRole.Annotation);
        if ((property as PropertyDeclarationSyntax)?.Initializer is { } initializer)
            Expression(initializer.Value, FactRole.Value, type);
        _facts.Close(span.End);
        if (_type is null)
            return;
        var sightings = Sightings(name, node);
        sightings.IsClassLevel = property.Modifiers.Any(SyntaxKind.StaticKeyword);
        sightings.Saw(type);
    }

    private static bool UsesFieldKeyword(SyntaxList<AccessorDeclarationSyntax> accessors) =>
        accessors.Any(a => a.DescendantNodes().Any(n => n.IsKind(SyntaxKind.FieldExpression)));

    private void Field(BaseFieldDeclarationSyntax field)
    {
        var isStatic =
            field.Modifiers.Any(SyntaxKind.StaticKeyword)
            || field.Modifiers.Any(SyntaxKind.ConstKeyword);
        foreach (var variable in field.Declaration.Variables)
        {
            var node = _facts.Count;
            var type = Variable(
                variable,
                field.Declaration.Type,
                isLocal: false,
                kind: field is EventFieldDeclarationSyntax ? "event" : null
            );
            if (_type is null)
                continue;
            var sightings = Sightings(variable.Identifier.ValueText, node);
            sightings.IsClassLevel |= isStatic;
            sightings.Saw(type);
        }
    }

    /// <summary>The constructor in a type's head; its parameters are the instance's own values from then on.</summary>
    private void PrimaryConstructor(TypeDeclarationSyntax type)
    {
        if (type.ParameterList is not { } list)
            return;
        var bases = type
            .BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>()
            .FirstOrDefault();
        var outer = _scope;
        var parts = new FunctionParts(list, ".ctor", UnitKind.Method)
        {
            Traits = UnitTraits.Constructor | _fileTraits,
            Parameters = list.Parameters,
        };
        _scope = new FunctionScope(null, ".ctor");
        var node = _facts.Open(
            FactKind.Function,
            FactRole.Statement,
            list.SpanStart,
            ".ctor",
            FactFlags.Implicit
        );
        var outerUnit = _unit;
        var parameters = Parameters(list.Parameters);
        AddFunctionUnit(node, parts, list.Span, parameters, []);
        _facts.Open(FactKind.Block, FactRole.Body, list.Span.End);
        if (bases is not null)
            ConstructorCall("base", bases.ArgumentList, bases.Span);
        if (type is not RecordDeclarationSyntax)
        {
            foreach (var parameter in list.Parameters)
                Kept(parameter);
        }
        _facts.Close(list.Span.End);
        _facts.Close(list.Span.End);
        (_scope, _unit) = (outer, outerUnit);
        foreach (var (parameter, syntax) in parameters.Zip(list.Parameters))
        {
            var sightings = Sightings(parameter.Name, node);
            sightings.AssignedIn.Add(".ctor");
            sightings.Saw(TypeOf(syntax.Type));
        }
    }

    /// <summary>As if the constructor wrote <c>this.p = p</c>, which is what the language does.</summary>
    private void Kept(ParameterSyntax parameter)
    {
        var (name, end) = (parameter.Identifier.ValueText, parameter.Span.End);
        _facts.Open(FactKind.Assign, FactRole.Statement, end, null, FactFlags.Implicit);
        _facts.Open(FactKind.Attribute, FactRole.Target, end, name, FactFlags.Implicit);
        _facts.Leaf(FactKind.Name, FactRole.Object, end, end, "this", FactFlags.Implicit);
        _facts.Close(end);
        _facts.Leaf(FactKind.Name, FactRole.Value, end, end, name, FactFlags.Implicit);
        _facts.Close(end);
    }

    private void Function(FunctionParts parts)
    {
        var span = Declared(parts.Declaration, parts.Attributes);
        var (outerScope, outerUnit) = (_scope, _unit);
        var isAsync = parts.Traits.HasFlag(UnitTraits.Async);
        var node = _facts.Open(
            FactKind.Function,
            FactRole.Statement,
            span.Start,
            parts.Name,
            isAsync ? FactFlags.Async : FactFlags.None
        );
        var decorators = Decorators(parts.Attributes);
        TypeParameters(parts.TypeParameters, parts.Constraints);
        _scope = new FunctionScope(parts.Kind is UnitKind.Function ? outerScope : null, parts.Name);
        var parameters = Parameters(parts.Parameters);
        // The functions inside have parameters of their own alone.
        var receiver = _extensionReceiver;
        _extensionReceiver = null;
        if (parts.ValueType is { } value)
            _scope.Bind("value", TypeOf(value));
        var returns = TypeReference(parts.Returns, FactRole.Returns);
        AddFunctionUnit(node, parts, span, parameters, decorators);
        var unit = _unit;
        FunctionBody(parts, span, returns);
        _facts.Close(span.End);
        if (_scope.Yields)
            _facts.Replace(
                unit,
                _facts.Unit(unit) with
                {
                    Traits = _facts.Unit(unit).Traits | UnitTraits.Generator,
                }
            );
        (_scope, _unit, _extensionReceiver) = (outerScope, outerUnit, receiver);
    }

    private void AddFunctionUnit(
        int node,
        FunctionParts parts,
        TextSpan span,
        List<ParameterFact> parameters,
        List<string> decorators
    )
    {
        var outer = _facts.Unit(_unit);
        var isTopLevel = outer.Kind is UnitKind.Module;
        var qualified = isTopLevel ? parts.Name : $"{outer.QualifiedName}.{parts.Name}";
        var full = isTopLevel ? parts.Name : $"{outer.FullName}.{parts.Name}";
        var body = (SyntaxNode?)parts.Block ?? parts.Arrow?.Expression;
        var bodyStart = parts.Block?.Statements.FirstOrDefault()?.SpanStart ?? body?.SpanStart;
        _facts.Resolve(node, full);
        _unit = AddUnit(
            node,
            parts.Kind,
            (parts.Name, qualified, full),
            span,
            unit =>
                unit with
                {
                    Traits = parts.Traits | DecoratorTraits(decorators),
                    Parameters = parameters,
                    Returns = TypeOf(parts.Returns)?.Name,
                    Decorators = decorators,
                    Documentation = DocumentationComment.Of(parts.Documented ?? parts.Declaration),
                    BodyStartLine = bodyStart is { } start
                        ? _lines.LineOf(start) + 1
                        : unit.StartLine,
                }
        );
    }

    private void FunctionBody(FunctionParts parts, TextSpan span, TypeName? returns)
    {
        if (parts.Block is null && parts.Arrow is null && parts.Initializer is null)
            return;
        var outer = _returns;
        _returns = parts.Traits.HasFlag(UnitTraits.Async) ? returns?.Awaited : returns;
        var start = parts.Block?.SpanStart ?? parts.Arrow?.SpanStart ?? span.End;
        _facts.Open(FactKind.Block, FactRole.Body, start);
        if (parts.Initializer is { } initializer)
            ConstructorCall(
                initializer.ThisOrBaseKeyword.Text,
                initializer.ArgumentList,
                initializer.Span
            );
        if (parts.Block is { } block)
            Statements(block.Statements);
        else if (parts.Arrow is { } arrow)
            ArrowBody(arrow.Expression, parts.ArrowReturns);
        _facts.Close(span.End);
        _returns = outer;
    }

    /// <summary>An expression body is the one statement it stands for.</summary>
    private void ArrowBody(ExpressionSyntax expression, bool returns)
    {
        if (returns && expression is not ThrowExpressionSyntax)
        {
            _facts.Open(FactKind.Return, FactRole.Statement, expression.SpanStart);
            Expression(expression, FactRole.Value, _returns);
            _facts.Close(expression.Span.End);
        }
        else if (expression is ThrowExpressionSyntax thrown)
        {
            _facts.Open(FactKind.Raise, FactRole.Statement, expression.SpanStart);
            Expression(thrown.Expression, FactRole.Value);
            _facts.Close(expression.Span.End);
        }
        else
        {
            ExpressionAsStatement(expression, expression.SpanStart, expression.Span.End);
        }
    }

    private void ConstructorCall(string callee, ArgumentListSyntax arguments, TextSpan span)
    {
        _facts.Open(FactKind.ExpressionStatement, FactRole.Statement, span.Start);
        var call = _facts.Open(FactKind.Call, FactRole.Value, span.Start);
        var attribute = _facts.Open(FactKind.Attribute, FactRole.Callee, span.Start, ".ctor");
        var name = _facts.Leaf(FactKind.Name, FactRole.Object, span.Start, span.Start, callee);
        var target = callee == "base" ? _type?.Base : _type?.FullName;
        _facts.Resolve(name, target);
        if (target is not null)
        {
            _facts.Resolve(attribute, $"{target}..ctor");
            _facts.Resolve(call, $"{target}..ctor");
        }
        _facts.Close(span.End);
        Arguments(arguments.Arguments);
        _facts.Close(span.End);
        _facts.Close(span.End);
    }

    private List<ParameterFact> Parameters(SeparatedSyntaxList<ParameterSyntax> list)
    {
        var facts = new List<ParameterFact>(list.Count + 1);
        if (_extensionReceiver is { Identifier.ValueText.Length: > 0 } receiver)
            facts.Add(Parameter(receiver));
        foreach (var parameter in list)
            facts.Add(Parameter(parameter));
        return facts;
    }

    private ParameterFact Parameter(ParameterSyntax parameter)
    {
        var name = parameter.Identifier.ValueText;
        var flags = parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
            ? FactFlags.VariadicPositional
            : FactFlags.None;
        _facts.Open(FactKind.Parameter, FactRole.Parameter, parameter.SpanStart, name, flags);
        var type = TypeReference(parameter.Type, FactRole.Annotation);
        if (parameter.Default is { } value)
            Expression(value.Value, FactRole.Default, type);
        _facts.Close(parameter.Span.End);
        _scope.Bind(name, type);
        return new ParameterFact(
            name,
            type?.Name,
            parameter.Default is not null,
            IsReceiver: false,
            flags
        );
    }

    private UnitTraits MemberTraits(SyntaxTokenList modifiers, bool isWithoutBody)
    {
        var traits = _fileTraits | Accessibility(modifiers, _type is not null);
        foreach (var modifier in modifiers)
        {
            traits |= modifier.Kind() switch
            {
                SyntaxKind.AsyncKeyword => UnitTraits.Async,
                SyntaxKind.StaticKeyword => UnitTraits.Static,
                SyntaxKind.AbstractKeyword => UnitTraits.Abstract,
                SyntaxKind.OverrideKeyword => UnitTraits.Override,
                _ => UnitTraits.None,
            };
        }
        return isWithoutBody && IsInterface ? traits | UnitTraits.Abstract : traits;
    }

    /// <summary>Written as <c>IPort.Send</c>, a member is not private but the interface's.</summary>
    private static UnitTraits ExplicitTraits(ExplicitInterfaceSpecifierSyntax? specifier) =>
        specifier is null ? UnitTraits.None : UnitTraits.Override;

    private static bool IsVoid(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
