using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>Expressions: chains, operators, names and literals.</summary>
internal sealed partial class CSharpReader
{
    /// <summary>What is known of an expression's value.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="Entity">The type or namespace that the expression names, when it is no value.</param>
    /// <param name="Resolved">The dotted name it stands for.</param>
    /// <param name="IsNamespace">The entity is a namespace.</param>
    private readonly record struct Known(
        TypeName? Type,
        string? Entity = null,
        string? Resolved = null,
        bool IsNamespace = false
    );

    /// <summary>The part of a chain that is left of its last link.</summary>
    private static ExpressionSyntax? Left(ExpressionSyntax expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            InvocationExpressionSyntax call when !IsNameOf(call) => call.Expression,
            ElementAccessExpressionSyntax access => access.Expression,
            BinaryExpressionSyntax binary when !IsBoolean(binary) => binary.Left,
            PostfixUnaryExpressionSyntax unary => unary.Operand,
            _ => null,
        };

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CheckedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case RefExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SuppressNullableWarningExpression
                } inner:
                    expression = inner.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <param name="expected">The type that the surroundings ask for; tells what <c>new()</c> makes.</param>
    private Known Expression(ExpressionSyntax expression, FactRole role, TypeName? expected = null)
    {
        if (!HasRoom(expression, role))
            return default;
        expression = Unwrap(expression);
        return Left(expression) is null
            ? Single(expression, role, expected)
            : Chain(expression, role);
    }

    private Known Chain(ExpressionSyntax expression, FactRole role)
    {
        var links = new List<ExpressionSyntax>();
        var bottom = expression;
        for (; Left(bottom) is { } left; bottom = Unwrap(left))
            links.Add(bottom);
        var start = bottom.SpanStart;
        var nodes = new int[links.Count];
        for (var i = 0; i < links.Count; i++)
        {
            nodes[i] = OpenLink(links[i], role, start);
            role = LeftRole(links[i]);
        }
        var known = HasRoom(bottom, role) ? Single(bottom, role, null) : default;
        for (var i = links.Count - 1; i >= 0; i--)
            known = CloseLink(links[i], nodes[i], known);
        return known;
    }

    private int OpenLink(ExpressionSyntax link, FactRole role, int start) =>
        link switch
        {
            MemberAccessExpressionSyntax access => _facts.Open(
                FactKind.Attribute,
                role,
                start,
                access.Name.Identifier.ValueText
            ),
            InvocationExpressionSyntax => _facts.Open(FactKind.Call, role, start),
            ElementAccessExpressionSyntax => _facts.Open(FactKind.Subscript, role, start),
            PostfixUnaryExpressionSyntax unary => _facts.Open(
                FactKind.Unary,
                role,
                start,
                unary.OperatorToken.Text
            ),
            BinaryExpressionSyntax binary => OpenBinary(binary, role, start),
            _ => throw new InvalidOperationException($"{link.Kind()} is no link of a chain"),
        };

    private int OpenBinary(BinaryExpressionSyntax binary, FactRole role, int start)
    {
        var token = binary.OperatorToken.Text;
        var kind = token switch
        {
            "==" or "!=" or "<" or "<=" or ">" or ">=" => FactKind.Compare,
            "is" or "as" => FactKind.TypeOperation,
            _ => FactKind.Binary,
        };
        return _facts.Open(kind, role, start, token);
    }

    private static FactRole LeftRole(ExpressionSyntax link) =>
        link switch
        {
            MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => FactRole.Object,
            InvocationExpressionSyntax => FactRole.Callee,
            _ => FactRole.Value,
        };

    private Known CloseLink(ExpressionSyntax link, int node, Known left)
    {
        switch (link)
        {
            case MemberAccessExpressionSyntax access:
                _facts.Close(access.Name.Span.End);
                return MemberOf(left, access.Name.Identifier.ValueText, node);
            case InvocationExpressionSyntax call:
                _facts.Resolve(node, left.Resolved);
                GenericArguments(call.Expression);
                Arguments(call.ArgumentList.Arguments);
                _facts.Close(call.ArgumentList.Span.End);
                return new Known(left.Type);
            case ElementAccessExpressionSyntax access:
                foreach (var argument in access.ArgumentList.Arguments)
                    Expression(argument.Expression, FactRole.Index);
                _facts.Close(access.ArgumentList.Span.End);
                return new Known(left.Type?.Element);
            case PostfixUnaryExpressionSyntax unary:
                _facts.Close(unary.OperatorToken.Span.End);
                return left;
            default:
                return CloseBinary((BinaryExpressionSyntax)link, left);
        }
    }

    private Known CloseBinary(BinaryExpressionSyntax binary, Known left)
    {
        var isTypeTest =
            binary.OperatorToken.Kind() is SyntaxKind.IsKeyword or SyntaxKind.AsKeyword;
        Known right = default;
        if (isTypeTest && binary.Right is TypeSyntax type)
            right = new Known(TypeReference(type, FactRole.Type));
        else
            right = Expression(binary.Right, FactRole.Value);
        _facts.Close(binary.Right.Span.End);
        return binary.Kind() switch
        {
            SyntaxKind.AsExpression => right,
            SyntaxKind.AddExpression
            or SyntaxKind.SubtractExpression
            or SyntaxKind.MultiplyExpression
            or SyntaxKind.DivideExpression => left with
            {
                Resolved = null,
            },
            _ => default,
        };
    }

    /// <summary>A member of a value or of a type, as far as the file declares either.</summary>
    private Known MemberOf(Known owner, string name, int node)
    {
        var ownerName = owner.Entity ?? owner.Type?.Name;
        if (ownerName is null)
            return default;
        var resolved = $"{ownerName}.{name}";
        _facts.Resolve(node, resolved);
        if (owner.Entity is not null && _names.Declared(resolved) is not null)
            return new Known(null, resolved, resolved);
        if (_names.Declared(ownerName) is { } declared)
        {
            return declared.Members.TryGetValue(name, out var member)
                ? new Known(MemberType(member, declared), null, resolved)
                : new Known(null, null, resolved);
        }
        // A namespace's member is a type or a namespace again; a library type's member is a value of unknown type.
        return owner.IsNamespace
            ? new Known(null, resolved, resolved, _names.IsNamespace(resolved))
            : new Known(null, null, resolved);
    }

    private TypeName? MemberType(DeclaredMember member, DeclaredType declared) =>
        _names.Type(member.Type, declared, declared.Namespace);

    private Known Single(ExpressionSyntax expression, FactRole role, TypeName? expected)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return Literal(literal, role);
            case IdentifierNameSyntax name:
                return Name(name, role);
            case GenericNameSyntax name:
                return Name(name, role);
            case ThisExpressionSyntax or BaseExpressionSyntax:
                return Receiver(expression, role);
            case FieldExpressionSyntax:
                return OwnMember(_property ?? "field", expression, role);
            case MemberBindingExpressionSyntax binding:
                return Binding(binding, role);
            case ElementBindingExpressionSyntax binding:
                return Binding(binding, role);
            case ConditionalAccessExpressionSyntax access:
                return ConditionalAccess(access, role);
            case BinaryExpressionSyntax boolean:
                return Boolean(boolean, role);
            case PredefinedTypeSyntax predefined:
                return Entity(predefined, role, WellKnownTypes.OfKeyword(predefined.Keyword.Text));
            case TypeSyntax type:
                var referred = TypeReference(type, role);
                return new Known(null, referred?.Name, referred?.Name);
            default:
                return Operation(expression, role, expected);
        }
    }

    private Known Literal(LiteralExpressionSyntax literal, FactRole role)
    {
        var text = literal.Token.Text;
        var (flags, type) = literal.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => (FactFlags.LiteralTrue, "System.Boolean"),
            SyntaxKind.FalseLiteralExpression => (FactFlags.LiteralFalse, "System.Boolean"),
            SyntaxKind.NullLiteralExpression => (FactFlags.LiteralNull, null),
            SyntaxKind.DefaultLiteralExpression => (FactFlags.None, null),
            SyntaxKind.CharacterLiteralExpression => (FactFlags.LiteralString, "System.Char"),
            SyntaxKind.Utf8StringLiteralExpression => (FactFlags.LiteralBytes, null),
            SyntaxKind.NumericLiteralExpression
                when literal.Token.Value is double or float or decimal => (
                FactFlags.LiteralReal,
                "System.Double"
            ),
            SyntaxKind.NumericLiteralExpression => (FactFlags.LiteralInteger, "System.Int32"),
            _ => (FactFlags.LiteralString, "System.String"),
        };
        if (flags.HasFlag(FactFlags.LiteralString))
            text = literal.Token.ValueText;
        _facts.Leaf(
            FactKind.Literal,
            role,
            literal.SpanStart,
            literal.Span.End,
            text.Length <= MaxLiteralName ? text : null,
            flags
        );
        return new Known(type is null ? null : new TypeName(type));
    }

    /// <summary>A local, a member of the own type, a type, or something that another file declares.</summary>
    private Known Name(SimpleNameSyntax syntax, FactRole role)
    {
        var name = syntax.Identifier.ValueText;
        if (_scope.TryFind(name, out var local))
        {
            _facts.Resolve(Leaf(syntax, role, name), local.Function);
            return new Known(local.Type, null, local.Function);
        }
        if (OwnerOf(name) is not null)
            return OwnMember(name, syntax, role);
        if (_names.IsEntity(name, _type, _namespace, out var entity))
            return Entity(syntax, role, entity);
        if (_type is { HasMembersElsewhere: true } && IsMemberByForm(syntax, name))
            return OwnMember(name, syntax, role);
        Leaf(syntax, role, name);
        return default;
    }

    /// <summary>What is called, or is written as fields are: a bare name with a capital may as well be a type.</summary>
    private static bool IsMemberByForm(SimpleNameSyntax syntax, string name) =>
        !char.IsUpper(name[0])
        || syntax.Parent is InvocationExpressionSyntax call && call.Expression == syntax;

    private int Leaf(ExpressionSyntax syntax, FactRole role, string name) =>
        _facts.Leaf(FactKind.Name, role, syntax.SpanStart, syntax.Span.End, name);

    private Known Entity(ExpressionSyntax syntax, FactRole role, string entity)
    {
        var node = Leaf(
            syntax,
            role,
            syntax is SimpleNameSyntax s ? s.Identifier.ValueText : syntax.ToString()
        );
        _facts.Resolve(node, entity);
        return new Known(null, entity, entity, _names.IsNamespace(entity));
    }

    private DeclaredType? OwnerOf(string name)
    {
        for (var type = _type; type is not null; type = type.Outer)
        {
            if (Inherited(type, name) is { } owner)
                return owner;
        }
        return null;
    }

    /// <summary>The type itself or the nearest of its bases in this file that has the member.</summary>
    private DeclaredType? Inherited(DeclaredType type, string name)
    {
        var ancestor = type;
        for (var i = 0; ancestor is not null && i < MaxAncestors; i++)
        {
            if (ancestor.Members.ContainsKey(name))
                return ancestor;
            ancestor = _names.Declared(ancestor.Base);
        }
        return null;
    }

    /// <summary>The bare name of an own member is what it would be behind <c>this.</c></summary>
    private Known OwnMember(string name, ExpressionSyntax syntax, FactRole role)
    {
        var owner = OwnerOf(name) ?? _type;
        var start = syntax.SpanStart;
        var node = _facts.Open(FactKind.Attribute, role, start, name);
        var member = owner?.Members.GetValueOrDefault(name);
        var receiver = _facts.Leaf(
            FactKind.Name,
            FactRole.Object,
            start,
            start,
            member is { IsStatic: true }
                ? owner!.FullName[(owner.FullName.LastIndexOf('.') + 1)..]
                : "this",
            FactFlags.Implicit
        );
        _facts.Close(syntax.Span.End);
        if (owner is null)
            return default;
        _facts.Resolve(receiver, owner.FullName);
        var resolved = $"{owner.FullName}.{name}";
        _facts.Resolve(node, resolved);
        return new Known(member is null ? null : MemberType(member, owner), null, resolved);
    }

    private Known Receiver(ExpressionSyntax syntax, FactRole role)
    {
        var isBase = syntax is BaseExpressionSyntax;
        var node = Leaf(syntax, role, isBase ? "base" : "this");
        var type = isBase ? _type?.Base : _type?.FullName;
        _facts.Resolve(node, type);
        return new Known(type is null ? null : new TypeName(type));
    }

    /// <summary>The receivers of the <c>?.</c> that are being read, innermost first.</summary>
    private sealed record PendingReceiver(ExpressionSyntax Expression, PendingReceiver? Outer);

    private PendingReceiver? _pending;

    private Known ConditionalAccess(ConditionalAccessExpressionSyntax access, FactRole role)
    {
        _pending = new PendingReceiver(access.Expression, _pending);
        var known = Expression(access.WhenNotNull, role);
        _pending = _pending?.Outer;
        return known;
    }

    private Known Binding(MemberBindingExpressionSyntax binding, FactRole role)
    {
        var name = binding.Name.Identifier.ValueText;
        var node = _facts.Open(
            FactKind.Attribute,
            role,
            _pending?.Expression.SpanStart ?? binding.SpanStart,
            name,
            FactFlags.Conditional
        );
        var owner = PendingObject();
        _facts.Close(binding.Span.End);
        return MemberOf(owner, name, node);
    }

    private Known Binding(ElementBindingExpressionSyntax binding, FactRole role)
    {
        _facts.Open(
            FactKind.Subscript,
            role,
            _pending?.Expression.SpanStart ?? binding.SpanStart,
            flags: FactFlags.Conditional
        );
        var owner = PendingObject();
        foreach (var argument in binding.ArgumentList.Arguments)
            Expression(argument.Expression, FactRole.Index);
        _facts.Close(binding.Span.End);
        return new Known(owner.Type?.Element);
    }

    private Known PendingObject()
    {
        if (_pending is not { } receiver)
            return default;
        _pending = receiver.Outer;
        var known = Expression(receiver.Expression, FactRole.Object);
        _pending = receiver;
        return known;
    }

    private static bool IsBoolean(BinaryExpressionSyntax binary) =>
        binary.Kind()
            is SyntaxKind.LogicalAndExpression
                or SyntaxKind.LogicalOrExpression
                or SyntaxKind.CoalesceExpression;

    /// <summary>All operands of one operator in a row; <c>??</c> leans to the right, the others to the left.</summary>
    private Known Boolean(BinaryExpressionSyntax boolean, FactRole role)
    {
        var kind = boolean.Kind();
        var operands = new List<ExpressionSyntax>();
        var name = kind switch
        {
            SyntaxKind.LogicalAndExpression => "and",
            SyntaxKind.LogicalOrExpression => "or",
            _ => "??",
        };
        ExpressionSyntax rest = boolean;
        while (rest is BinaryExpressionSyntax next && next.IsKind(kind))
        {
            var isCoalesce = kind is SyntaxKind.CoalesceExpression;
            operands.Add(isCoalesce ? next.Left : next.Right);
            rest = isCoalesce ? next.Right : next.Left;
        }
        operands.Add(rest);
        if (kind is not SyntaxKind.CoalesceExpression)
            operands.Reverse();
        _facts.Open(FactKind.Boolean, role, operands[0].SpanStart, name);
        Known first = default;
        for (var i = 0; i < operands.Count; i++)
        {
            var known = Expression(operands[i], FactRole.Value);
            first = i == 0 ? known : first;
        }
        _facts.Close(operands[^1].Span.End);
        return new Known(kind is SyntaxKind.CoalesceExpression ? first.Type : null);
    }

    private static bool IsNameOf(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };
}
