namespace Motif.Code.TypeScript.Facts;

/// <summary>Expressions: objects, arrays, <c>new</c>, JSX, and calls that say what a statement says elsewhere.</summary>
internal sealed partial class ScriptFactsWriter
{
    private Known Creation(ScriptNode expression, FactRole role, ScriptType? expected)
    {
        switch (expression.Kind)
        {
            case ScriptNodeKind.New:
                return New(expression, role, expected);
            case ScriptNodeKind.Call:
                return SuperCall(expression, role);
            case ScriptNodeKind.Array:
                return Array(expression, role, expected);
            case ScriptNodeKind.Object:
                return Object(expression, role, expected);
            case ScriptNodeKind.ImportCall:
                return ImportCall(expression, role);
            case ScriptNodeKind.JsxElement:
                return Jsx(expression, role);
            case ScriptNodeKind.JsxExpression
                when expression.Child(ScriptField.Value) is { Exists: true } inner:
                return Expression(inner, role);
            case ScriptNodeKind.Missing:
                _facts.Leaf(FactKind.Error, role, expression.Start, expression.End);
                return default;
            case ScriptNodeKind.PrivateName:
                _facts.Leaf(FactKind.Name, role, expression.Start, expression.End, expression.Text);
                return default;
            default:
                _facts.Open(FactKind.OtherExpression, role, expression.Start, expression.Text);
                foreach (var element in expression.In(ScriptField.Element))
                    Expression(element, FactRole.Value);
                _facts.Close(expression.End);
                return default;
        }
    }

    private Known New(ScriptNode creation, FactRole role, ScriptType? expected)
    {
        var call = _facts.Open(FactKind.Call, role, creation.Start, flags: FactFlags.Constructs);
        var callee = Expression(creation.Child(ScriptField.Callee), FactRole.Callee);
        _facts.Resolve(call, callee.Resolved);
        var arguments = new List<ScriptType>();
        foreach (var argument in creation.In(ScriptField.TypeArgument))
            arguments.Add(TypeReference(argument, FactRole.Type) ?? Unknown);
        foreach (var argument in creation.In(ScriptField.Argument))
            Expression(argument, FactRole.Argument);
        _facts.Close(creation.End);
        if (callee.Resolved is not { } made)
            return default;
        const string builtins = "builtins.";
        var name = made.StartsWith(builtins, StringComparison.Ordinal)
            ? made[builtins.Length..]
            : made;
        return arguments.Count == 0 && expected is { IsCollection: true } && expected.Name == name
            ? new Known(expected)
            : new Known(new ScriptType(name, arguments));
    }

    /// <summary><c>super(…)</c>, written as the call of the base's constructor.</summary>
    private Known SuperCall(ScriptNode call, FactRole role)
    {
        var callee = call.Child(ScriptField.Callee);
        var node = _facts.Open(FactKind.Call, role, call.Start);
        var attribute = _facts.Open(
            FactKind.Attribute,
            FactRole.Callee,
            callee.Start,
            "constructor"
        );
        Receiver(callee, FactRole.Object);
        _facts.Close(callee.End);
        if (_class?.Base is { } parent)
        {
            _facts.Resolve(attribute, $"{parent}.constructor");
            _facts.Resolve(node, $"{parent}.constructor");
        }
        foreach (var argument in call.In(ScriptField.Argument))
            Expression(argument, FactRole.Argument);
        _facts.Close(call.End);
        return default;
    }

    private Known Array(ScriptNode array, FactRole role, ScriptType? expected)
    {
        _facts.Open(FactKind.Collection, role, array.Start, "list");
        ScriptType? first = null;
        foreach (var element in array.In(ScriptField.Element))
        {
            if (element.Kind is ScriptNodeKind.Hole)
                continue;
            var known = Expression(element, FactRole.Value, expected?.Element);
            first ??= known.Type;
        }
        _facts.Close(array.End);
        return new Known(expected ?? new ScriptType("Array", first is null ? [] : [first]));
    }

    private Known Object(ScriptNode value, FactRole role, ScriptType? expected)
    {
        var isHolder = role is FactRole.Value && IsHolder(value);
        _facts.Open(FactKind.Mapping, role, value.Start);
        foreach (var property in value.In(ScriptField.Element))
            Property(property, isHolder);
        _facts.Close(value.End);
        return new Known(expected);
    }

    /// <summary>
    /// An object most of whose members are functions, the operations of something: bound to a name or given back by a function.
    /// One that is handed to a call is an argument with callbacks, one with a callback among its data is data.
    /// </summary>
    private static bool IsHolder(ScriptNode value)
    {
        var (members, functions) = (0, 0);
        foreach (var property in value.In(ScriptField.Element))
        {
            members++;
            var isFunction =
                property.Kind is ScriptNodeKind.Method
                || property.Kind is ScriptNodeKind.ObjectProperty
                    && IsFunctionLike(Unwrap(property.Child(ScriptField.Value)).Kind);
            functions += isFunction ? 1 : 0;
        }
        return functions * 2 > members;
    }

    private void Property(ScriptNode property, bool isHolder)
    {
        if (property.Kind is ScriptNodeKind.Spread)
        {
            Expression(property.Child(ScriptField.Value), FactRole.Value);
            return;
        }
        if (!HasRoom(property, FactRole.Value))
            return;
        var name = property.Text;
        if (name is null)
        {
            if (property.Child(ScriptField.Key) is { Exists: true } key)
                Expression(key, FactRole.Key);
        }
        else
            _facts.Leaf(
                FactKind.Literal,
                FactRole.Key,
                property.Start,
                property.Start,
                name.Length <= MaxLiteralName ? name : null,
                FactFlags.LiteralString
            );
        var isMethod = property.Kind is ScriptNodeKind.Method;
        var value = isMethod ? property : Unwrap(property.Child(ScriptField.Value));
        if (!value.Exists)
            return;
        var isAccessor = property.Has(ScriptFlags.Getter | ScriptFlags.Setter);
        if (isHolder && name is not null && (isMethod || IsFunctionLike(value.Kind)))
            Function(
                FunctionParts.Of(
                    value,
                    property.Has(ScriptFlags.Setter) ? $"{name}.set" : name,
                    isAccessor ? UnitKind.Property : UnitKind.Function
                ) with
                {
                    Whole = property,
                    Role = FactRole.Value,
                }
            );
        else if (isMethod)
            Lambda(property, FactRole.Value);
        else
            Expression(value, FactRole.Value);
    }

    private Known ImportCall(ScriptNode call, FactRole role)
    {
        var specifier = call.Child(ScriptField.Argument);
        var node = _facts.Open(FactKind.Call, role, call.Start);
        _facts.Leaf(
            FactKind.Name,
            FactRole.Callee,
            call.Start,
            call.Start + "import".Length,
            "import"
        );
        _facts.Resolve(node, "builtins.import");
        foreach (var argument in call.In(ScriptField.Argument))
            Expression(argument, FactRole.Argument);
        _facts.Close(call.End);
        return specifier is { Kind: ScriptNodeKind.String, Text: { } text }
            ? new Known(new ScriptType("Promise"), null, ScriptModules.Resolve(text, _path))
            : default;
    }

    /// <summary>A component is a call with its attributes by name; an element of the page is an expression of its parts.</summary>
    private Known Jsx(ScriptNode element, FactRole role)
    {
        var tag = element.Text;
        var isComponent =
            tag is not null
            && (char.IsUpper(tag[0]) || tag.Contains('.', StringComparison.Ordinal));
        var part = isComponent ? FactRole.Argument : FactRole.Value;
        if (isComponent)
            Component(element, tag!, role);
        else
            _facts.Open(FactKind.OtherExpression, role, element.Start, tag, FactFlags.Implicit);
        foreach (var attribute in element.In(ScriptField.Attribute))
        {
            _facts.Open(FactKind.KeywordArgument, part, attribute.Start, attribute.Text);
            if (attribute.Child(ScriptField.Value) is { Exists: true } value)
                Expression(value, FactRole.Value);
            _facts.Close(attribute.End);
        }
        foreach (var child in element.In(ScriptField.Element))
        {
            if (child.Kind is not ScriptNodeKind.JsxExpression || child.First.Exists)
                Expression(child, part);
        }
        _facts.Close(element.End);
        return new Known(new ScriptType("JSX.Element"));
    }

    private void Component(ScriptNode element, string tag, FactRole role)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? tag : tag[..dot];
        var resolved = Resolve(head, _scope) is { } known
            ? known + (dot < 0 ? "" : tag[dot..])
            : null;
        var call = _facts.Open(FactKind.Call, role, element.Start, flags: FactFlags.Implicit);
        var (start, end) = (element.Start + 1, element.Start + 1 + tag.Length);
        var callee = _facts.Leaf(
            FactKind.Name,
            FactRole.Callee,
            start,
            end,
            tag[(tag.LastIndexOf('.') + 1)..]
        );
        _facts.Resolve(call, resolved);
        _facts.Resolve(callee, resolved);
    }

    /// <summary><c>xs.forEach(x =&gt; …)</c> as the loop that it is.</summary>
    private bool ForEachCall(ScriptNode call, int start, int end)
    {
        var callee = call.Child(ScriptField.Callee);
        var function = Unwrap(call.Child(ScriptField.Argument));
        if (
            callee is not { Kind: ScriptNodeKind.Member, Text: "forEach" }
            || function.Kind is not ScriptNodeKind.Arrow
            || function.Has(ScriptFlags.Async)
            || call.Child(ScriptField.Argument).Next.Exists
        )
            return false;
        var parameter = function.Child(ScriptField.Parameter);
        if (!parameter.Exists || parameter.Next.Field is ScriptField.Parameter)
            return false;
        _facts.Open(FactKind.ForEach, FactRole.Statement, start);
        var target = parameter.Child(ScriptField.Target);
        Pattern(target, FactRole.Target);
        var outer = (_scope, _isForEachBody);
        _scope = new ScriptScope(_scope, _scope.UnitName);
        BindVariables(target, isModule: false);
        var iterated = Expression(callee.Child(ScriptField.Object), FactRole.Iterable);
        if (target.Kind is ScriptNodeKind.Identifier)
            _scope.Bind(target.Text!, iterated.Type?.Element);
        _isForEachBody = true;
        var body = function.Child(ScriptField.Body);
        _facts.Open(FactKind.Block, FactRole.Body, body.Start);
        if (body.Kind is ScriptNodeKind.Block)
        {
            BindDeclared(body, isModule: false);
            Statements(body.In(ScriptField.Statement));
        }
        else
            ExpressionStatement(body, body);
        _facts.Close(body.End);
        _facts.Close(end);
        (_scope, _isForEachBody) = outer;
        return true;
    }

    /// <summary><c>map.set(k, v)</c> of something known to be a map, as the assignment to a subscript that it is.</summary>
    private bool PutCall(ScriptNode call, int start, int end)
    {
        var callee = call.Child(ScriptField.Callee);
        var key = call.Child(ScriptField.Argument);
        if (
            callee is not { Kind: ScriptNodeKind.Member, Text: "set" }
            || !key.Exists
            || !key.Next.Exists
            || key.Next.Next.Exists
            || !IsMap(callee.Child(ScriptField.Object))
        )
            return false;
        _facts.Open(FactKind.Assign, FactRole.Statement, start);
        _facts.Open(FactKind.Subscript, FactRole.Target, callee.Start);
        Expression(callee.Child(ScriptField.Object), FactRole.Object);
        Expression(key, FactRole.Index);
        _facts.Close(key.End);
        Expression(key.Next, FactRole.Value);
        _facts.Close(end);
        return true;
    }

    /// <summary><c>map.has(k)</c> of something known to be a map, as the comparison that it is.</summary>
    private bool IsMembershipTest(ScriptNode call)
    {
        var callee = call.Child(ScriptField.Callee);
        var key = call.Child(ScriptField.Argument);
        return call.Kind is ScriptNodeKind.Call
            && callee is { Kind: ScriptNodeKind.Member, Text: "has" }
            && key.Exists
            && !key.Next.Exists
            && IsMap(callee.Child(ScriptField.Object));
    }

    private Known MembershipTest(ScriptNode call, FactRole role, string sign = "in")
    {
        _facts.Open(FactKind.Compare, role, call.Start, sign);
        Expression(call.Child(ScriptField.Argument), FactRole.Value);
        Expression(call.Child(ScriptField.Callee).Child(ScriptField.Object), FactRole.Value);
        _facts.Close(call.End);
        return new Known(new ScriptType("boolean"));
    }

    private bool IsMap(ScriptNode value)
    {
        value = Unwrap(value);
        if (value.Kind is ScriptNodeKind.Identifier)
            return _scope.TryFind(value.Text!, out var local) && local.Type is { IsMap: true };
        if (
            value.Kind is not ScriptNodeKind.Member
            || Unwrap(value.Child(ScriptField.Object))
                is not { Kind: ScriptNodeKind.This or ScriptNodeKind.Identifier } owner
            || _class is null
            || value.Text is not { } name
        )
            return false;
        if (owner.Kind is ScriptNodeKind.Identifier && owner.Text != _class.SimpleName)
            return false;
        var type =
            _class.Members.TryGetValue(name, out var written) && written.Exists
                ? Type(written, _class.Scope)
                : SeenType(_class, name);
        return type is { IsMap: true };
    }
}
