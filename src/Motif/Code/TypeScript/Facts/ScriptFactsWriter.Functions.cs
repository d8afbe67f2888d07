namespace Motif.Code.TypeScript.Facts;

/// <summary>Everything that has parameters and a body.</summary>
internal sealed partial class ScriptFactsWriter
{
    private void FunctionDeclaration(ScriptNode function)
    {
        var isDefault = function.Has(ScriptFlags.Default);
        // An overload's signature is not the function; a declaration of what is elsewhere is.
        if (!function.Has(ScriptFlags.HasBody) && !IsAmbient(function))
            return;
        var name = function.Text ?? "default";
        Function(FunctionParts.Of(function, name, UnitKind.Function));
        if (isDefault)
            PassOn(function, function.Text);
    }

    /// <summary>
    /// The function inside of <c>memo(forwardRef((props, ref) =&gt; …))</c>, and what stands around it: React's wrappers leave a
    /// component what it is. One that does not exist for any other value.
    /// </summary>
    private (ScriptNode Function, List<ScriptNode> Wrappers) Wrapped(ScriptNode value)
    {
        var wrappers = new List<ScriptNode>();
        while (value.Kind is ScriptNodeKind.Call && IsWrapper(value.Child(ScriptField.Callee)))
        {
            wrappers.Add(value.Child(ScriptField.Callee));
            value = Unwrap(value.Child(ScriptField.Argument));
        }
        return wrappers.Count > 0 && IsFunctionLike(value.Kind) ? (value, wrappers) : default;
    }

    private bool IsWrapper(ScriptNode callee)
    {
        if (DottedName(callee) is not { } name)
            return false;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Resolve(dot < 0 ? name : name[..dot], _scope) + (dot < 0 ? "" : name[dot..])
            is "react.memo"
                or "react.forwardRef"
                or "react.default.memo"
                or "react.default.forwardRef"
                or "mobx-react.observer"
                or "mobx-react-lite.observer";
    }

    private bool IsAmbient(ScriptNode node) =>
        node.Has(ScriptFlags.Declare)
        || _isAmbient
        || _path.Contains(".d.", StringComparison.Ordinal);

    private bool _isAmbient;

    /// <summary>How many lambdas stand around, inside the unit that is open.</summary>
    private int _lambdas;

    private void Function(FunctionParts parts)
    {
        var (outerScope, outerUnit, outerLoop) = (_scope, _unit, _isForEachBody);
        var (node, whole) = (parts.Node, parts.Whole);
        var outerLambdas = _lambdas;
        (_isForEachBody, _lambdas) = (false, 0);
        var isAsync = parts.Traits.HasFlag(UnitTraits.Async);
        var fact = _facts.Open(
            FactKind.Function,
            parts.Role,
            whole.Start,
            parts.Name,
            isAsync ? FactFlags.Async : FactFlags.None
        );
        var decorators = Decorators(parts.Decorated);
        foreach (var wrapper in parts.Wrappers)
            decorators.Add(Expression(wrapper, FactRole.Decorator).Resolved ?? wrapper.Text!);
        _scope = new ScriptScope(outerScope, parts.Name);
        TypeParameters(node);
        var parameters = new List<ParameterFact>();
        foreach (var parameter in node.In(ScriptField.Parameter))
            Parameter(parameter, parameters);
        var returns = TypeReference(node.Child(ScriptField.Returns), FactRole.Returns);
        AddFunctionUnit(fact, parts, parameters, returns, decorators);
        FunctionBody(node, whole.End);
        _facts.Close(whole.End);
        (_scope, _unit, _isForEachBody) = (outerScope, outerUnit, outerLoop);
        _lambdas = outerLambdas;
    }

    private void AddFunctionUnit(
        int fact,
        FunctionParts parts,
        List<ParameterFact> parameters,
        ScriptType? returns,
        List<string> decorators
    )
    {
        var names = NamesOf(parts.Name);
        var outer = _facts.Unit(_unit);
        var isNested = outer.Kind is not (UnitKind.Module or UnitKind.Class);
        var body = parts.Node.Child(ScriptField.Body);
        var first = body.Kind is ScriptNodeKind.Block ? body.Child(ScriptField.Statement) : body;
        _facts.Resolve(fact, names.Full);
        _unit = AddUnit(
            fact,
            parts.Kind,
            names,
            (parts.Whole.Start, parts.Whole.End),
            unit =>
                unit with
                {
                    Traits =
                        parts.Traits
                        | _fileTraits
                        | (isNested ? UnitTraits.Nested : UnitTraits.None),
                    Parameters = parameters,
                    Returns = returns?.Name,
                    Decorators = decorators,
                    Documentation = Documentation(parts.Whole.Start),
                    BodyStartLine = first.Exists
                        ? Math.Max(unit.StartLine, _lines.LineOf(first.Start) + 1)
                        : unit.StartLine,
                }
        );
    }

    private void FunctionBody(ScriptNode function, int end)
    {
        var body = function.Child(ScriptField.Body);
        if (!body.Exists)
            return;
        _facts.Open(FactKind.Block, FactRole.Body, body.Start);
        foreach (var parameter in function.In(ScriptField.Parameter))
            Unpacked(parameter);
        if (function.Has(ScriptFlags.Constructor))
        {
            foreach (var parameter in function.In(ScriptField.Parameter))
                Kept(parameter);
        }
        BindDeclared(body, isModule: false);
        if (body.Kind is ScriptNodeKind.Block)
            Statements(body.In(ScriptField.Statement));
        else
            Returned(body);
        _facts.Close(Math.Max(body.Start, end));
    }

    /// <summary>An expression body is the return it stands for.</summary>
    private void Returned(ScriptNode value)
    {
        if (ReturnedFunction(value))
            return;
        _facts.Open(FactKind.Return, FactRole.Statement, value.Start);
        Expression(value, FactRole.Value);
        _facts.Close(value.End);
    }

    /// <summary>
    /// A function gives back a function: written as other languages must write it, a nested function and its name given back. In
    /// a lambda, which is part of the unit around, it stays a value.
    /// </summary>
    private bool ReturnedFunction(ScriptNode value)
    {
        var function = Unwrap(value);
        var outer = _facts.Unit(_unit).Kind;
        if (
            !IsFunctionLike(function.Kind)
            // What takes nothing undoes or ends what its surroundings did: `return () => listeners.delete(listener)`.
            || !function.HasChild(ScriptField.Parameter)
            || _lambdas > 0
            || outer is UnitKind.Module or UnitKind.Class
        )
            return false;
        var name = function.Text ?? "returned";
        Function(FunctionParts.Of(function, name, UnitKind.Function));
        _facts.Open(FactKind.Return, FactRole.Statement, function.End, null, FactFlags.Implicit);
        _facts.Leaf(
            FactKind.Name,
            FactRole.Value,
            function.End,
            function.End,
            name,
            FactFlags.Implicit
        );
        _facts.Close(function.End);
        return true;
    }

    /// <summary>As if the constructor wrote <c>this.p = p</c>, which is what the language does.</summary>
    private void Kept(ScriptNode parameter)
    {
        if (
            _class is null
            || !ScriptClass.IsProperty(parameter)
            || parameter.Child(ScriptField.Target).Text is not { } name
        )
            return;
        var end = parameter.End;
        var node = _facts.Open(FactKind.Assign, FactRole.Statement, end, null, FactFlags.Implicit);
        _facts.Open(FactKind.Attribute, FactRole.Target, end, name, FactFlags.Implicit);
        _facts.Leaf(FactKind.Name, FactRole.Object, end, end, "this", FactFlags.Implicit);
        _facts.Close(end);
        _facts.Leaf(FactKind.Name, FactRole.Value, end, end, name, FactFlags.Implicit);
        _facts.Close(end);
        var sightings = _class.Seen(name, node);
        sightings.AssignedIn.Add("constructor");
        sightings.Saw(Type(parameter.Child(ScriptField.Type)));
    }

    /// <summary>As if a parameter that is a pattern were taken apart in the body.</summary>
    private void Unpacked(ScriptNode parameter)
    {
        var target = parameter.Child(ScriptField.Target);
        if (target.Kind is not (ScriptNodeKind.ObjectPattern or ScriptNodeKind.ArrayPattern))
            return;
        _facts.Open(FactKind.Assign, FactRole.Statement, parameter.End, null, FactFlags.Implicit);
        Pattern(target, FactRole.Target);
        _facts.Leaf(
            FactKind.Name,
            FactRole.Value,
            parameter.End,
            parameter.End,
            ParameterName(target),
            FactFlags.Implicit
        );
        _facts.Close(parameter.End);
    }

    private void Parameter(ScriptNode parameter, List<ParameterFact> facts)
    {
        var target = parameter.Child(ScriptField.Target);
        var name = ParameterName(target);
        // `this: T` says what the receiver is; nobody passes it.
        if (name == "this")
            return;
        var flags = parameter.Has(ScriptFlags.Rest) ? FactFlags.VariadicPositional : FactFlags.None;
        var init = parameter.Child(ScriptField.Init);
        _facts.Open(FactKind.Parameter, FactRole.Parameter, parameter.Start, name, flags);
        Decorators(parameter);
        var type = TypeReference(parameter.Child(ScriptField.Type), FactRole.Annotation);
        Known value = default;
        if (init.Exists)
            value = Expression(init, FactRole.Default);
        _facts.Close(parameter.End);
        if (target.Kind is ScriptNodeKind.Identifier)
            _scope.Bind(name, type ?? value.Type);
        else
            BindVariables(target, isModule: false);
        facts.Add(
            new ParameterFact(
                name,
                type?.Name,
                init.Exists || parameter.Has(ScriptFlags.Optional),
                IsReceiver: false,
                flags
            )
        );
    }

    /// <summary>A name, or a pattern as it is written.</summary>
    private string ParameterName(ScriptNode target)
    {
        if (target.Text is { } name)
            return name;
        var text = new System.Text.StringBuilder();
        foreach (
            var c in _text.AsSpan(target.Start, Math.Min(MaxLiteralName, target.End - target.Start))
        )
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }
        return text.Length == 0 ? "_" : text.ToString();
    }

    private void TypeParameters(ScriptNode node)
    {
        foreach (var parameter in node.In(ScriptField.TypeParameter))
        {
            _facts.Open(
                FactKind.TypeReference,
                FactRole.TypeParameter,
                parameter.Start,
                parameter.Text
            );
            if (parameter.Text is { } name)
                _scope.Bind(name, null);
            TypeReference(parameter.Child(ScriptField.Type), FactRole.Type);
            _facts.Close(parameter.End);
        }
    }

    private List<string> Decorators(ScriptNode node)
    {
        var names = new List<string>();
        foreach (var decorator in node.In(ScriptField.Decorator))
        {
            var value = Unwrap(decorator.Child(ScriptField.Value));
            var known = Expression(value, FactRole.Decorator);
            var callee =
                value.Kind is ScriptNodeKind.Call ? value.Child(ScriptField.Callee) : value;
            names.Add(
                known.Resolved
                    ?? _text[callee.Start..Math.Min(callee.End, callee.Start + MaxTypeName)]
            );
        }
        return names;
    }

    /// <summary>A function that is a value: anonymous, and part of the unit it stands in.</summary>
    private Known Lambda(ScriptNode function, FactRole role)
    {
        var isAsync = function.Has(ScriptFlags.Async);
        _facts.Open(
            FactKind.Lambda,
            role,
            function.Start,
            flags: isAsync ? FactFlags.Async : FactFlags.None
        );
        var (outer, outerLoop) = (_scope, _isForEachBody);
        _isForEachBody = false;
        _lambdas++;
        _scope = new ScriptScope(outer, outer.UnitName);
        TypeParameters(function);
        var parameters = new List<ParameterFact>();
        foreach (var parameter in function.In(ScriptField.Parameter))
            Parameter(parameter, parameters);
        var body = function.Child(ScriptField.Body);
        if (body.Kind is ScriptNodeKind.Block)
        {
            _facts.Open(FactKind.Block, FactRole.Body, body.Start);
            foreach (var parameter in function.In(ScriptField.Parameter))
                Unpacked(parameter);
            BindDeclared(body, isModule: false);
            Statements(body.In(ScriptField.Statement));
            _facts.Close(body.End);
        }
        else if (body.Exists)
            Expression(body, FactRole.Body);
        (_scope, _isForEachBody) = (outer, outerLoop);
        _lambdas--;
        _facts.Close(function.End);
        return new Known(new ScriptType("Function"));
    }
}
