using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>Expressions: arguments, objects and collections.</summary>
internal sealed partial class CSharpReader
{
    private void Arguments(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        foreach (var argument in arguments)
            Argument(
                argument.Expression,
                argument.NameColon?.Name.Identifier.ValueText,
                argument.SpanStart,
                argument.Span.End
            );
    }

    private void Argument(ExpressionSyntax value, string? name, int start, int end)
    {
        if (name is null)
        {
            Expression(value, FactRole.Argument);
            return;
        }
        _facts.Open(FactKind.KeywordArgument, FactRole.Argument, start, name);
        Expression(value, FactRole.Value);
        _facts.Close(end);
    }

    /// <summary>The types in <c>Add&lt;IPort, Adapter&gt;()</c> stand in the call, since the callee is a name alone.</summary>
    private void GenericArguments(ExpressionSyntax callee)
    {
        var name = callee switch
        {
            GenericNameSyntax generic => generic,
            MemberAccessExpressionSyntax access => access.Name as GenericNameSyntax,
            MemberBindingExpressionSyntax binding => binding.Name as GenericNameSyntax,
            _ => null,
        };
        foreach (var argument in name?.TypeArgumentList.Arguments ?? default)
            TypeReference(argument, FactRole.Type);
    }

    private Known Creation(ExpressionSyntax expression, FactRole role, TypeName? expected)
    {
        switch (expression)
        {
            case ObjectCreationExpressionSyntax creation:
                return New(creation, role, TypeOf(creation.Type), creation.Type);
            case ImplicitObjectCreationExpressionSyntax creation:
                return New(creation, role, expected, null);
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return Anonymous(anonymous, role);
            case ArrayCreationExpressionSyntax { Initializer: null } array:
                return EmptyArray(array, array.Type, role);
            case ArrayCreationExpressionSyntax { Initializer: { } values } array:
                return Collection(array, values, role, TypeOf(array.Type));
            case ImplicitArrayCreationExpressionSyntax array:
                return Collection(array, array.Initializer, role, expected);
            case StackAllocArrayCreationExpressionSyntax { Initializer: null } array:
                return EmptyArray(array, array.Type, role);
            case StackAllocArrayCreationExpressionSyntax { Initializer: { } values } array:
                return Collection(array, values, role, TypeOf(array.Type));
            case ImplicitStackAllocArrayCreationExpressionSyntax array:
                return Collection(array, array.Initializer, role, expected);
            case InitializerExpressionSyntax values:
                return Collection(values, values, role, expected);
            case CollectionExpressionSyntax collection:
                return Collection(collection, role, expected);
            case TupleExpressionSyntax tuple:
                return Tuple(tuple, role);
            default:
                return Other(expression, role);
        }
    }

    private Known New(
        BaseObjectCreationExpressionSyntax creation,
        FactRole role,
        TypeName? type,
        TypeSyntax? written
    )
    {
        var call = _facts.Open(
            FactKind.Call,
            role,
            creation.SpanStart,
            flags: FactFlags.Constructs
        );
        var callee = _facts.Leaf(
            FactKind.Name,
            FactRole.Callee,
            written?.SpanStart ?? creation.SpanStart,
            written?.Span.End ?? creation.SpanStart,
            type?.SimpleName,
            written is null ? FactFlags.Implicit : FactFlags.None
        );
        _facts.Resolve(call, type?.Name);
        _facts.Resolve(callee, type?.Name);
        if (written is not null)
            GenericTypeArguments(written);
        Arguments(creation.ArgumentList?.Arguments ?? default);
        if (creation.Initializer is { } initializer)
            Initializer(initializer);
        _facts.Close(creation.Span.End);
        return new Known(type);
    }

    private void GenericTypeArguments(TypeSyntax type)
    {
        foreach (var argument in TypeArguments(type))
            TypeReference(argument, FactRole.Type);
    }

    /// <summary>Members that are set at once are keyword arguments; elements are one more argument.</summary>
    private void Initializer(InitializerExpressionSyntax initializer)
    {
        if (!initializer.Expressions.All(IsMemberAssignment))
        {
            Collection(initializer, initializer, FactRole.Argument, null);
            return;
        }
        foreach (var assignment in initializer.Expressions.Cast<AssignmentExpressionSyntax>())
        {
            var name = ((IdentifierNameSyntax)assignment.Left).Identifier.ValueText;
            Argument(assignment.Right, name, assignment.SpanStart, assignment.Span.End);
        }
    }

    private static bool IsMemberAssignment(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax };

    /// <summary>A mapping where elements are written with their keys, otherwise a list.</summary>
    private Known Collection(
        ExpressionSyntax expression,
        InitializerExpressionSyntax values,
        FactRole role,
        TypeName? type
    )
    {
        var isMapping = values.Expressions.Any(e =>
            e is AssignmentExpressionSyntax
            || e.IsKind(SyntaxKind.ComplexElementInitializerExpression)
        );
        _facts.Open(
            isMapping ? FactKind.Mapping : FactKind.Collection,
            role,
            expression.SpanStart,
            isMapping ? null : "list"
        );
        foreach (var value in values.Expressions)
            Element(value);
        _facts.Close(expression.Span.End);
        return new Known(type);
    }

    private void Element(ExpressionSyntax value)
    {
        switch (value)
        {
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax key } entry:
                foreach (var argument in key.ArgumentList.Arguments)
                    Expression(argument.Expression, FactRole.Key);
                Expression(entry.Right, FactRole.Value);
                break;
            case AssignmentExpressionSyntax entry:
                Expression(entry.Left, FactRole.Key);
                Expression(entry.Right, FactRole.Value);
                break;
            case InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.ComplexElementInitializerExpression
            } pair:
                for (var i = 0; i < pair.Expressions.Count; i++)
                    Expression(pair.Expressions[i], i == 0 ? FactRole.Key : FactRole.Value);
                break;
            default:
                Expression(value, FactRole.Value);
                break;
        }
    }

    private Known Collection(
        CollectionExpressionSyntax collection,
        FactRole role,
        TypeName? expected
    )
    {
        _facts.Open(FactKind.Collection, role, collection.SpanStart, "list");
        foreach (var element in collection.Elements)
        {
            switch (element)
            {
                case ExpressionElementSyntax value:
                    Expression(value.Expression, FactRole.Value, expected?.Element);
                    break;
                case SpreadElementSyntax spread:
                    _facts.Open(FactKind.Starred, FactRole.Value, spread.SpanStart);
                    Expression(spread.Expression, FactRole.Value);
                    _facts.Close(spread.Span.End);
                    break;
                case WithElementSyntax with:
                    Arguments(with.ArgumentList.Arguments);
                    break;
            }
        }
        _facts.Close(collection.Span.End);
        return new Known(expected);
    }

    private Known Tuple(TupleExpressionSyntax tuple, FactRole role)
    {
        _facts.Open(FactKind.Collection, role, tuple.SpanStart, "tuple");
        foreach (var argument in tuple.Arguments)
            Expression(
                argument.Expression,
                role is FactRole.Target ? FactRole.Target : FactRole.Value
            );
        _facts.Close(tuple.Span.End);
        return default;
    }

    private Known Anonymous(AnonymousObjectCreationExpressionSyntax anonymous, FactRole role)
    {
        _facts.Open(FactKind.Mapping, role, anonymous.SpanStart);
        foreach (var member in anonymous.Initializers)
        {
            if (member.NameEquals is { } name)
                _facts.Leaf(
                    FactKind.Literal,
                    FactRole.Key,
                    name.SpanStart,
                    name.Name.Span.End,
                    name.Name.Identifier.ValueText,
                    FactFlags.LiteralString
                );
            Expression(member.Expression, FactRole.Value);
        }
        _facts.Close(anonymous.Span.End);
        return default;
    }

    /// <summary><c>new T[n]</c> makes an instance of an array type.</summary>
    private Known EmptyArray(ExpressionSyntax creation, TypeSyntax written, FactRole role)
    {
        var type = TypeOf(written);
        var call = _facts.Open(
            FactKind.Call,
            role,
            creation.SpanStart,
            flags: FactFlags.Constructs
        );
        _facts.Resolve(call, type?.Name);
        var callee = _facts.Leaf(
            FactKind.Name,
            FactRole.Callee,
            written.SpanStart,
            written.Span.End,
            type?.SimpleName
        );
        _facts.Resolve(callee, type?.Name);
        foreach (var rank in (written as ArrayTypeSyntax)?.RankSpecifiers ?? default)
        {
            foreach (var size in rank.Sizes.Where(s => s is not OmittedArraySizeExpressionSyntax))
                Expression(size, FactRole.Argument);
        }
        _facts.Close(creation.Span.End);
        return new Known(type);
    }

    private Known Other(ExpressionSyntax expression, FactRole role)
    {
        _facts.Open(FactKind.OtherExpression, role, expression.SpanStart);
        foreach (var child in expression.ChildNodes().OfType<ExpressionSyntax>())
            Expression(child, FactRole.Value);
        _facts.Close(expression.Span.End);
        return default;
    }
}
