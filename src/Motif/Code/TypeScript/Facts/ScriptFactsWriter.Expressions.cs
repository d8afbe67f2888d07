namespace Motif.Code.TypeScript.Facts;

/// <summary>Expressions: statements made of one, chains and names.</summary>
internal sealed partial class ScriptFactsWriter
{
    /// <summary>What is known of an expression's value.</summary>
    /// <param name="Entity">The module, class or function that the expression names.</param>
    /// <param name="Resolved">The dotted name it stands for.</param>
    private readonly record struct Known(
        ScriptType? Type,
        string? Entity = null,
        string? Resolved = null
    );

    private static ScriptNode Unwrap(ScriptNode expression)
    {
        while (
            expression.Kind
                is ScriptNodeKind.Parenthesized
                    or ScriptNodeKind.NonNull
                    or ScriptNodeKind.Instantiation
                    or ScriptNodeKind.Satisfies
        )
            expression = expression.Child(ScriptField.Value);
        return expression;
    }

    private void ExpressionStatement(ScriptNode expression, ScriptNode statement)
    {
        expression = Unwrap(expression);
        var (start, end) = (statement.Start, statement.End);
        switch (expression.Kind)
        {
            case ScriptNodeKind.Assign:
                Assign(expression, FactRole.Statement, start, end);
                return;
            case ScriptNodeKind.Update:
                Step(expression, start, end);
                return;
            case ScriptNodeKind.Unary when expression.Text is "delete":
                _facts.Open(FactKind.Delete, FactRole.Statement, start);
                Expression(expression.Child(ScriptField.Value), FactRole.Target);
                _facts.Close(end);
                return;
            case ScriptNodeKind.Sequence:
                foreach (var element in expression.In(ScriptField.Element))
                    ExpressionStatement(element, element);
                return;
            case ScriptNodeKind.Call
                when ForEachCall(expression, start, end) || PutCall(expression, start, end):
                return;
        }
        _facts.Open(FactKind.ExpressionStatement, FactRole.Statement, start);
        Expression(expression, FactRole.Value);
        _facts.Close(end);
    }

    /// <summary><c>n++</c> is <c>n += 1</c>.</summary>
    private void Step(ScriptNode step, int start, int end)
    {
        _facts.Open(FactKind.Assign, FactRole.Statement, start, step.Text == "++" ? "+=" : "-=");
        Target(step.Child(ScriptField.Value));
        _facts.Leaf(
            FactKind.Literal,
            FactRole.Value,
            end,
            end,
            "1",
            FactFlags.LiteralInteger | FactFlags.Implicit
        );
        _facts.Close(end);
    }

    private Known Expression(ScriptNode expression, FactRole role, ScriptType? expected = null)
    {
        if (!HasRoom(expression, role))
            return default;
        expression = Unwrap(expression);
        if (IsMembershipTest(expression))
            return MembershipTest(expression, role);
        return Left(expression).Exists
            ? Chain(expression, role)
            : Single(expression, role, expected);
    }

    /// <summary>The part of a chain that is left of its last link.</summary>
    private static ScriptNode Left(ScriptNode expression) =>
        expression.Kind switch
        {
            ScriptNodeKind.Member or ScriptNodeKind.Index => expression.Child(ScriptField.Object),
            ScriptNodeKind.Call when !IsSuperCall(expression) => expression.Child(
                ScriptField.Callee
            ),
            ScriptNodeKind.TaggedTemplate => expression.Child(ScriptField.Callee),
            ScriptNodeKind.Binary when !IsBoolean(expression) => expression.Child(ScriptField.Left),
            ScriptNodeKind.As => expression.Child(ScriptField.Value),
            _ => new ScriptNode(expression.Tree, -1),
        };

    private static bool IsSuperCall(ScriptNode call) =>
        call.Child(ScriptField.Callee).Kind is ScriptNodeKind.Super;

    private static bool IsBoolean(ScriptNode binary) => binary.Text is "&&" or "||" or "??";

    private Known Chain(ScriptNode expression, FactRole role)
    {
        var links = new List<ScriptNode>();
        var bottom = expression;
        for (; Left(bottom) is { Exists: true } left; bottom = Unwrap(left))
            links.Add(bottom);
        var nodes = new int[links.Count];
        for (var i = 0; i < links.Count; i++)
        {
            nodes[i] = OpenLink(links[i], role, bottom.Start);
            role = links[i].Kind switch
            {
                ScriptNodeKind.Member or ScriptNodeKind.Index => FactRole.Object,
                ScriptNodeKind.Call or ScriptNodeKind.TaggedTemplate => FactRole.Callee,
                _ => FactRole.Value,
            };
        }
        var known = HasRoom(bottom, role) ? Single(bottom, role, null) : default;
        for (var i = links.Count - 1; i >= 0; i--)
            known = CloseLink(links[i], nodes[i], known);
        return known;
    }

    private int OpenLink(ScriptNode link, FactRole role, int start)
    {
        var flags = link.Has(ScriptFlags.Optional) ? FactFlags.Conditional : FactFlags.None;
        return link.Kind switch
        {
            ScriptNodeKind.Member => _facts.Open(FactKind.Attribute, role, start, link.Text, flags),
            ScriptNodeKind.Index => _facts.Open(FactKind.Subscript, role, start),
            ScriptNodeKind.Binary => OpenBinary(link, role, start),
            ScriptNodeKind.As => _facts.Open(FactKind.TypeOperation, role, start, "cast"),
            _ => _facts.Open(FactKind.Call, role, start),
        };
    }

    private int OpenBinary(ScriptNode binary, FactRole role, int start) =>
        binary.Text switch
        {
            "===" => _facts.Open(FactKind.Compare, role, start, "=="),
            "!==" => _facts.Open(FactKind.Compare, role, start, "!="),
            "==" or "!=" or "<" or "<=" or ">" or ">=" or "in" => _facts.Open(
                FactKind.Compare,
                role,
                start,
                binary.Text
            ),
            "instanceof" => _facts.Open(FactKind.TypeOperation, role, start, "is"),
            _ => _facts.Open(FactKind.Binary, role, start, binary.Text),
        };

    private Known CloseLink(ScriptNode link, int node, Known left)
    {
        switch (link.Kind)
        {
            case ScriptNodeKind.Member:
                _facts.Close(link.End);
                return MemberOf(left, link.Text ?? "", node);
            case ScriptNodeKind.Index:
                Expression(link.Child(ScriptField.Value), FactRole.Index);
                _facts.Close(link.End);
                return new Known(left.Type?.Element);
            case ScriptNodeKind.As:
                var type = TypeReference(link.Child(ScriptField.Type), FactRole.Type);
                _facts.Close(link.End);
                return type is { Name: not "const" } ? new Known(type) : left;
            case ScriptNodeKind.Binary:
                var isTest = link.Text is "instanceof";
                var right = Expression(
                    link.Child(ScriptField.Right),
                    isTest ? FactRole.Type : FactRole.Value
                );
                _facts.Close(link.End);
                return link.Text is "+" or "-" or "*" or "/" or "%"
                    ? new Known(left.Type ?? right.Type)
                    : default;
            default:
                _facts.Resolve(node, left.Resolved);
                foreach (var argument in link.In(ScriptField.TypeArgument))
                    TypeReference(argument, FactRole.Type);
                foreach (var argument in link.In(ScriptField.Argument))
                    Expression(argument, FactRole.Argument);
                _facts.Close(link.End);
                return new Known(left.Type);
        }
    }

    /// <summary>A member of a value, of a class or of a module, as far as the file declares either.</summary>
    private Known MemberOf(Known owner, string name, int node)
    {
        var ownerName = owner.Entity ?? owner.Type?.Name;
        if (ownerName is null || ownerName is "unknown" or "any" or "object" or "Function")
            return default;
        var resolved = $"{ownerName}.{name}";
        _facts.Resolve(node, resolved);
        if (
            owner.Type is { Element: { } element }
            && name is "get" or "at" or "find" or "pop" or "shift"
        )
            return new Known(element, null, resolved);
        var declared = Declared(ownerName);
        for (var step = 0; declared is not null && step < 16; step++)
        {
            if (declared.Members.TryGetValue(name, out var member))
            {
                var type = member.Exists ? Type(member, declared.Scope) : null;
                return new Known(type ?? SeenType(declared, name), null, resolved);
            }
            declared = Declared(declared.Base);
        }
        var isModule = owner.Entity is not null && Declared(ownerName) is null;
        return isModule ? new Known(null, resolved, resolved) : new Known(null, null, resolved);
    }

    private static ScriptType? SeenType(ScriptClass declared, string name) =>
        declared.Attributes.TryGetValue(name, out var seen) ? seen.Whole : null;

    private Known Name(ScriptNode name, FactRole role)
    {
        var text = name.Text ?? "";
        if (text == "undefined")
        {
            _facts.Leaf(FactKind.Literal, role, name.Start, name.End, text, FactFlags.LiteralNull);
            return default;
        }
        var node = _facts.Leaf(FactKind.Name, role, name.Start, name.End, text);
        if (_scope.TryFind(text, out var local))
        {
            _facts.Resolve(node, local.Entity);
            // A variable of the module that holds an object of a known class is that object.
            return local.Type is null
                ? new Known(null, local.Entity, local.Entity)
                : new Known(local.Type, null, local.Entity);
        }
        if (!Globals.Contains(text))
            return default;
        var global = $"builtins.{text}";
        _facts.Resolve(node, global);
        return new Known(null, global, global);
    }

    private Known Receiver(ScriptNode expression, FactRole role)
    {
        var isSuper = expression.Kind is ScriptNodeKind.Super;
        var node = _facts.Leaf(
            FactKind.Name,
            role,
            expression.Start,
            expression.End,
            isSuper ? "base" : "this"
        );
        var type = isSuper ? _class?.Base : _class?.FullName;
        _facts.Resolve(node, type);
        return new Known(type is null ? null : new ScriptType(type));
    }
}
