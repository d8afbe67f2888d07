using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>Expressions: assignments, lambdas, conversions and whatever else computes something.</summary>
internal sealed partial class CSharpReader
{
    private Known Operation(ExpressionSyntax expression, FactRole role, TypeName? expected)
    {
        switch (expression)
        {
            case AssignmentExpressionSyntax assignment:
                return Assign(assignment, role, assignment.SpanStart, assignment.Span.End);
            case ConditionalExpressionSyntax conditional:
                return Conditional(conditional, role, expected);
            case AwaitExpressionSyntax await:
                _facts.Open(FactKind.Await, role, await.SpanStart);
                var awaited = Expression(await.Expression, FactRole.Value);
                _facts.Close(await.Span.End);
                return new Known(awaited.Type?.Awaited);
            case PrefixUnaryExpressionSyntax unary:
                return Prefix(unary, role);
            case AnonymousFunctionExpressionSyntax function:
                return Lambda(function, role);
            case InterpolatedStringExpressionSyntax text:
                return Interpolated(text, role);
            case IsPatternExpressionSyntax test:
                return IsPattern(test, role);
            case SwitchExpressionSyntax choice:
                return Switch(choice, role, expected);
            case QueryExpressionSyntax query:
                return Query(query, role);
            case DeclarationExpressionSyntax declaration:
                Designation(declaration.Designation, role, TypeOf(declaration.Type));
                return default;
            case InvocationExpressionSyntax nameOf:
                return TypeOperation("nameof", nameOf, role, null, nameOf.ArgumentList.Arguments);
            case RangeExpressionSyntax range:
                return Range(range, role);
            default:
                return Conversion(expression, role) ?? Creation(expression, role, expected);
        }
    }

    private Known Assign(AssignmentExpressionSyntax assignment, FactRole role, int start, int end)
    {
        var isStatement = role is FactRole.Statement;
        var token = assignment.OperatorToken.Text;
        _facts.Open(
            isStatement ? FactKind.Assign : FactKind.NamedExpression,
            role,
            start,
            token == "=" ? null : token
        );
        var target = Target(assignment.Left, null);
        var value = Expression(assignment.Right, FactRole.Value, target.Type);
        _facts.Close(end);
        if (token is "=" or "??=")
            Saw(assignment.Left, value.Type);
        return new Known(target.Type ?? value.Type);
    }

    private Known Target(ExpressionSyntax target, TypeName? type)
    {
        var known = Expression(target, FactRole.Target, type);
        Saw(target, null);
        return known;
    }

    /// <summary>An assignment tells more about an attribute of the own type.</summary>
    private void Saw(ExpressionSyntax target, TypeName? type)
    {
        var name = Unwrap(target) switch
        {
            IdentifierNameSyntax bare => bare.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own => own.Name
                .Identifier
                .ValueText,
            FieldExpressionSyntax => _property,
            _ => null,
        };
        if (name is null || _type is null)
            return;
        if (target is IdentifierNameSyntax && _scope.TryFind(name, out _))
            return;
        if (!_type.Members.TryGetValue(name, out var member) || member.IsMethod)
            return;
        var sightings = Sightings(name, node: -1);
        sightings.AssignedIn.Add(_scope.UnitName);
        sightings.Saw(type);
    }

    private Known Conditional(
        ConditionalExpressionSyntax conditional,
        FactRole role,
        TypeName? expected
    )
    {
        _facts.Open(FactKind.Conditional, role, conditional.SpanStart);
        Expression(conditional.Condition, FactRole.Test);
        var body = Expression(conditional.WhenTrue, FactRole.Body, expected);
        var otherwise = Expression(conditional.WhenFalse, FactRole.Else, expected);
        _facts.Close(conditional.WhenFalse.Span.End);
        return new Known(body.Type ?? otherwise.Type);
    }

    private Known Prefix(PrefixUnaryExpressionSyntax unary, FactRole role)
    {
        var token = unary.OperatorToken.Text;
        var depth = 0;
        ExpressionSyntax rest = unary;
        // !!!!x: as deep as the author likes.
        for (; rest is PrefixUnaryExpressionSyntax next; rest = Unwrap(next.Operand), depth++)
        {
            token = next.OperatorToken.Text;
            _facts.Open(
                FactKind.Unary,
                depth == 0 ? role : FactRole.Value,
                next.SpanStart,
                token == "!" ? "not" : token
            );
        }
        var known = Expression(rest, FactRole.Value);
        for (; depth > 0; depth--)
            _facts.Close(rest.Span.End);
        return new Known(token is "-" or "+" or "~" ? known.Type : null);
    }

    private Known Lambda(AnonymousFunctionExpressionSyntax function, FactRole role)
    {
        var isAsync = function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        _facts.Open(
            FactKind.Lambda,
            role,
            function.SpanStart,
            flags: isAsync ? FactFlags.Async : FactFlags.None
        );
        var (outer, outerReturns, outerReceiver) = (_scope, _returns, _extensionReceiver);
        (_scope, _returns) = (new FunctionScope(outer, outer.UnitName), null);
        _extensionReceiver = null;
        Parameters(
            function switch
            {
                SimpleLambdaExpressionSyntax simple => SyntaxFactory.SingletonSeparatedList(
                    simple.Parameter
                ),
                ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
                AnonymousMethodExpressionSyntax method => method.ParameterList?.Parameters
                    ?? default,
                _ => default,
            }
        );
        if (function.Block is { } block)
            Block(block, FactRole.Body);
        else if (function.ExpressionBody is { } body)
            Expression(body, FactRole.Body);
        (_scope, _returns, _extensionReceiver) = (outer, outerReturns, outerReceiver);
        _facts.Close(function.Span.End);
        return default;
    }

    private Known Interpolated(InterpolatedStringExpressionSyntax text, FactRole role)
    {
        _facts.Open(FactKind.InterpolatedString, role, text.SpanStart);
        foreach (var content in text.Contents)
        {
            if (content is InterpolationSyntax hole)
                Expression(hole.Expression, FactRole.Value);
            else if (content is InterpolatedStringTextSyntax { TextToken.ValueText: var literal })
                _facts.Leaf(
                    FactKind.Literal,
                    FactRole.Value,
                    content.SpanStart,
                    content.Span.End,
                    literal.Length <= MaxLiteralName ? literal : null,
                    FactFlags.LiteralString
                );
        }
        _facts.Close(text.Span.End);
        return new Known(new TypeName("System.String"));
    }

    private Known Range(RangeExpressionSyntax range, FactRole role)
    {
        _facts.Open(FactKind.Slice, role, range.SpanStart);
        if (range.LeftOperand is { } left)
            Expression(left, FactRole.Value);
        if (range.RightOperand is { } right)
            Expression(right, FactRole.Value);
        _facts.Close(range.Span.End);
        return new Known(new TypeName("System.Range"));
    }

    /// <summary>Casts and what else names a type; null where it is none of them.</summary>
    private Known? Conversion(ExpressionSyntax expression, FactRole role)
    {
        switch (expression)
        {
            case CastExpressionSyntax cast:
                _facts.Open(FactKind.TypeOperation, role, cast.SpanStart, "cast");
                var type = TypeReference(cast.Type, FactRole.Type);
                Expression(cast.Expression, FactRole.Value);
                _facts.Close(cast.Span.End);
                return new Known(type);
            case TypeOfExpressionSyntax of:
                return TypeOperation("typeof", of, role, of.Type) with
                {
                    Type = new TypeName("System.Type"),
                };
            case SizeOfExpressionSyntax of:
                return TypeOperation("sizeof", of, role, of.Type) with { Type = null };
            case DefaultExpressionSyntax of:
                return TypeOperation("default", of, role, of.Type);
            case ThrowExpressionSyntax thrown:
                _facts.Open(FactKind.TypeOperation, role, thrown.SpanStart, "throw");
                Expression(thrown.Expression, FactRole.Value);
                _facts.Close(thrown.Span.End);
                return default(Known);
            case WithExpressionSyntax with:
                _facts.Open(FactKind.TypeOperation, role, with.SpanStart, "with");
                var copied = Expression(with.Expression, FactRole.Value);
                Initializer(with.Initializer);
                _facts.Close(with.Span.End);
                return new Known(copied.Type);
            default:
                return null;
        }
    }

    private Known TypeOperation(
        string name,
        ExpressionSyntax expression,
        FactRole role,
        TypeSyntax? type,
        SeparatedSyntaxList<ArgumentSyntax> arguments = default
    )
    {
        _facts.Open(FactKind.TypeOperation, role, expression.SpanStart, name);
        foreach (var argument in arguments)
            Expression(argument.Expression, FactRole.Value);
        var known = TypeReference(type, FactRole.Type);
        _facts.Close(expression.Span.End);
        return new Known(known);
    }
}
