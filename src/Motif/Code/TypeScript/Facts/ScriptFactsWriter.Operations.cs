namespace Motif.Code.TypeScript.Facts;

/// <summary>Expressions: operators, assignments, literals and what else computes something.</summary>
internal sealed partial class ScriptFactsWriter
{
    private Known Single(ScriptNode expression, FactRole role, ScriptType? expected)
    {
        switch (expression.Kind)
        {
            case ScriptNodeKind.Identifier:
                return Name(expression, role);
            case ScriptNodeKind.This or ScriptNodeKind.Super:
                return Receiver(expression, role);
            case ScriptNodeKind.Number
            or ScriptNodeKind.BigInteger
            or ScriptNodeKind.String
            or ScriptNodeKind.Boolean
            or ScriptNodeKind.Null
            or ScriptNodeKind.Regex
            or ScriptNodeKind.TemplateText
            or ScriptNodeKind.JsxText:
                return Literal(expression, role);
            case ScriptNodeKind.Template:
                return Template(expression, role);
            case ScriptNodeKind.Arrow or ScriptNodeKind.FunctionExpression:
                return Lambda(expression, role);
            case ScriptNodeKind.ClassExpression:
                var name = expression.Text ?? "class";
                Class(expression, role, name, expression);
                return new Known(null, NamesOf(name).Full, NamesOf(name).Full);
            case ScriptNodeKind.Assign:
                return Assign(expression, role, expression.Start, expression.End);
            case ScriptNodeKind.Binary:
                return Boolean(expression, role);
            case ScriptNodeKind.Conditional:
                return Conditional(expression, role, expected);
            case ScriptNodeKind.Unary or ScriptNodeKind.Update:
                return Unary(expression, role);
            case ScriptNodeKind.Await:
                _facts.Open(FactKind.Await, role, expression.Start);
                var awaited = Expression(expression.Child(ScriptField.Value), FactRole.Value);
                _facts.Close(expression.End);
                return new Known(awaited.Type?.Awaited);
            case ScriptNodeKind.Yield:
                return Yield(expression, role);
            case ScriptNodeKind.Spread:
                _facts.Open(FactKind.Starred, role, expression.Start);
                Expression(expression.Child(ScriptField.Value), FactRole.Value);
                _facts.Close(expression.End);
                return default;
            case ScriptNodeKind.TypeAssertion:
                _facts.Open(FactKind.TypeOperation, role, expression.Start, "cast");
                var type = TypeReference(expression.Child(ScriptField.Type), FactRole.Type);
                Expression(expression.Child(ScriptField.Value), FactRole.Value);
                _facts.Close(expression.End);
                return new Known(type);
            default:
                return Creation(expression, role, expected);
        }
    }

    private Known Literal(ScriptNode literal, FactRole role)
    {
        var (flags, type) = literal.Kind switch
        {
            ScriptNodeKind.Boolean when literal.Text is "true" => (
                FactFlags.LiteralTrue,
                "boolean"
            ),
            ScriptNodeKind.Boolean => (FactFlags.LiteralFalse, "boolean"),
            ScriptNodeKind.Null => (FactFlags.LiteralNull, null),
            ScriptNodeKind.BigInteger => (FactFlags.LiteralInteger, "bigint"),
            ScriptNodeKind.Number when IsReal(literal.Text) => (FactFlags.LiteralReal, "number"),
            ScriptNodeKind.Number => (FactFlags.LiteralInteger, "number"),
            ScriptNodeKind.Regex => (FactFlags.None, "RegExp"),
            _ => (FactFlags.LiteralString, "string"),
        };
        var text = literal.Text;
        _facts.Leaf(
            FactKind.Literal,
            role,
            literal.Start,
            literal.End,
            text?.Length <= MaxLiteralName ? text : null,
            flags
        );
        return new Known(type is null ? null : new ScriptType(type));
    }

    private static bool IsReal(string? text) =>
        text is not null
        && !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0;

    private Known Template(ScriptNode template, FactRole role)
    {
        _facts.Open(FactKind.InterpolatedString, role, template.Start);
        foreach (var part in template.In(ScriptField.Value))
            Expression(part, FactRole.Value);
        _facts.Close(template.End);
        return new Known(new ScriptType("string"));
    }

    private Known Assign(ScriptNode assign, FactRole role, int start, int end)
    {
        var isStatement = role is FactRole.Statement;
        var (left, right) = (
            Unwrap(assign.Child(ScriptField.Left)),
            assign.Child(ScriptField.Right)
        );
        var isPlain = assign.Text is "=";
        if (isStatement && isPlain && FunctionAssigned(left, Unwrap(right), start, end))
            return default;
        _facts.Open(
            isStatement ? FactKind.Assign : FactKind.NamedExpression,
            role,
            start,
            isPlain ? null : assign.Text
        );
        var target = Target(left);
        var value = Expression(right, FactRole.Value, target.Type);
        _facts.Close(end);
        if (isPlain || assign.Text is "??=" or "||=")
            Saw(left, value.Type);
        return new Known(target.Type ?? value.Type);
    }

    /// <summary><c>exports.f = function …</c> and <c>A.prototype.f = function …</c> are declarations of a function.</summary>
    private bool FunctionAssigned(ScriptNode left, ScriptNode right, int start, int end)
    {
        if (
            !IsFunctionLike(right.Kind)
            || left.Kind is not ScriptNodeKind.Member
            || left.Text is not { } name
            || _facts.Unit(_unit).Kind is not UnitKind.Module
        )
            return false;
        var owner = DottedName(left.Child(ScriptField.Object));
        var isExport = owner is "exports" or "module.exports";
        if (!isExport && owner?.EndsWith(".prototype", StringComparison.Ordinal) != true)
            return false;
        var prefix = isExport ? "" : $"{owner![..^".prototype".Length]}.";
        var outer = _namespace;
        _namespace += prefix;
        var whole = _tree.Add(ScriptNodeKind.ExpressionStatement, start);
        _tree.At(whole).End = end;
        Function(FunctionParts.Of(right, name, UnitKind.Function) with { Whole = _tree[whole] });
        _namespace = outer;
        return true;
    }

    private Known Target(ScriptNode target)
    {
        target = Unwrap(target);
        if (target.Kind is ScriptNodeKind.Array or ScriptNodeKind.Object)
        {
            if (!HasRoom(target, FactRole.Target))
                return default;
            _facts.Open(FactKind.Collection, FactRole.Target, target.Start, "tuple");
            foreach (var element in target.In(ScriptField.Element))
            {
                var inner = element.Kind is ScriptNodeKind.ObjectProperty or ScriptNodeKind.Spread
                    ? element.Child(ScriptField.Value)
                    : element;
                if (inner.Kind is ScriptNodeKind.Assign)
                    inner = inner.Child(ScriptField.Left);
                if (inner.Exists && inner.Kind is not ScriptNodeKind.Hole)
                    Target(inner);
            }
            _facts.Close(target.End);
            return default;
        }
        var known = Expression(target, FactRole.Target);
        Saw(target, null);
        return known;
    }

    /// <summary>An assignment tells more about an attribute of the own class.</summary>
    private void Saw(ScriptNode target, ScriptType? type)
    {
        if (
            _class is null
            || target.Kind is not ScriptNodeKind.Member
            || target.Text is not { } name
        )
            return;
        var owner = Unwrap(target.Child(ScriptField.Object));
        var isOwn =
            owner.Kind is ScriptNodeKind.This
            || owner.Kind is ScriptNodeKind.Identifier && owner.Text == _class.SimpleName;
        if (!isOwn)
            return;
        var sightings = _class.Seen(name, -1);
        sightings.AssignedIn.Add(_scope.UnitName);
        sightings.Saw(type);
    }

    /// <summary>Of one operator with any number of operands; a chain of them is a list to the left.</summary>
    private Known Boolean(ScriptNode binary, FactRole role)
    {
        var operands = new Stack<ScriptNode>();
        var left = binary;
        for (
            ;
            left.Kind is ScriptNodeKind.Binary && left.Text == binary.Text;
            left = Unwrap(left.Child(ScriptField.Left))
        )
            operands.Push(left.Child(ScriptField.Right));
        _facts.Open(
            FactKind.Boolean,
            role,
            binary.Start,
            binary.Text switch
            {
                "&&" => "and",
                "||" => "or",
                _ => "??",
            }
        );
        var known = Expression(left, FactRole.Value);
        while (operands.TryPop(out var operand))
        {
            var next = Expression(operand, FactRole.Value);
            known = known.Type is null || binary.Text is "&&" ? next : known;
        }
        _facts.Close(binary.End);
        return new Known(known.Type);
    }

    private Known Conditional(ScriptNode conditional, FactRole role, ScriptType? expected)
    {
        _facts.Open(FactKind.Conditional, role, conditional.Start);
        Expression(conditional.Child(ScriptField.Test), FactRole.Test);
        var then = Expression(conditional.Child(ScriptField.Then), FactRole.Body, expected);
        Known otherwise = default;
        if (conditional.Child(ScriptField.Else) is { Exists: true } rest)
            otherwise = Expression(rest, FactRole.Else, expected);
        _facts.Close(conditional.End);
        return new Known(then.Type ?? otherwise.Type);
    }

    private Known Unary(ScriptNode unary, FactRole role)
    {
        var value = unary.Child(ScriptField.Value);
        if (unary.Text is "void" && Unwrap(value).Kind is ScriptNodeKind.Number)
        {
            _facts.Leaf(
                FactKind.Literal,
                role,
                unary.Start,
                unary.End,
                null,
                FactFlags.LiteralNull
            );
            return default;
        }
        if (unary.Text is "!" && IsMembershipTest(Unwrap(value)))
            return MembershipTest(Unwrap(value), role, "not in");
        var (kind, name) = unary.Text switch
        {
            "!" => (FactKind.Unary, "not"),
            "typeof" => (FactKind.TypeOperation, "typeof"),
            _ => (FactKind.Unary, unary.Text),
        };
        _facts.Open(kind, role, unary.Start, name);
        var known = Expression(value, FactRole.Value);
        _facts.Close(unary.End);
        return new Known(unary.Text is "-" or "+" or "~" or "++" or "--" ? known.Type : null);
    }

    private Known Yield(ScriptNode yield, FactRole role)
    {
        _facts.Open(
            yield.Has(ScriptFlags.Generator) ? FactKind.YieldFrom : FactKind.Yield,
            role,
            yield.Start
        );
        if (yield.Child(ScriptField.Value) is { Exists: true } value)
            Expression(value, FactRole.Value);
        _facts.Close(yield.End);
        return default;
    }
}
