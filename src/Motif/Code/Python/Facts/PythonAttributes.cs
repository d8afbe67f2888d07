namespace Motif.Code.Python.Facts;

/// <summary>What the classes of a file hold: assigned in the body, or through the receiver in a method.</summary>
internal sealed class PythonAttributes
{
    private sealed class Collected
    {
        public SortedSet<string> Types { get; } = new(StringComparer.Ordinal);
        public SortedSet<string> AssignedIn { get; } = new(StringComparer.Ordinal);

        /// <summary>The type of the collection that it is; null when it is none.</summary>
        public string? Collection { get; set; }
        public bool IsClassLevel { get; set; }
        public int Node { get; set; } = -1;
    }

    private static readonly string[] Adders =
    [
        "append",
        "add",
        "appendleft",
        "insert",
        "put",
        "push",
    ];

    private readonly PythonModule _module;
    private readonly Dictionary<int, SortedDictionary<string, Collected>> _byClass = [];

    public PythonAttributes(PythonModule module)
    {
        _module = module;
        var kinds = module.Tree.Kinds;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == PythonNodeKind.ClassDef)
                _byClass[i] = new SortedDictionary<string, Collected>(StringComparer.Ordinal);
        }
    }

    /// <summary>Finds them all; types may refer to one another, so this runs when the scopes are known.</summary>
    public void Collect()
    {
        foreach (var owner in _byClass.Keys.Order())
        {
            CollectBody(owner);
            foreach (var method in _module.Tree[owner].ChildrenIn(PythonField.Body))
            {
                if (method.Kind is PythonNodeKind.FunctionDef or PythonNodeKind.AsyncFunctionDef)
                    CollectMethod(owner, method);
            }
        }
    }

    /// <summary>The type of an attribute; the first where several are known.</summary>
    public InferredType TypeOf(int owner, string name)
    {
        if (!_byClass[owner].TryGetValue(name, out var attribute))
            return InferredType.Unknown;
        var type = attribute.Types.FirstOrDefault();
        return attribute.Collection is { } collection
            ? new InferredType(collection, true, type)
            : new InferredType(type);
    }

    /// <param name="factOf">The fact node of a tree node.</param>
    public IReadOnlyList<AttributeFact> Of(int owner, Func<int, int> factOf) =>
        [
            .. _byClass[owner]
                .Select(a => new AttributeFact(
                    a.Key,
                    [.. a.Value.Types],
                    a.Value.Collection is not null,
                    a.Value.IsClassLevel,
                    [.. a.Value.AssignedIn],
                    factOf(a.Value.Node)
                )),
        ];

    private void CollectBody(int owner)
    {
        var scope = _module.Scopes.Of(owner);
        foreach (var statement in _module.Tree[owner].ChildrenIn(PythonField.Body))
        {
            if (statement.Kind == PythonNodeKind.AnnAssign)
                Add(owner, statement.Child(PythonField.Target), statement, scope, null);
            else if (statement.Kind == PythonNodeKind.Assign)
            {
                foreach (var target in statement.ChildrenIn(PythonField.Targets))
                    Add(owner, target, statement, scope, null);
            }
        }
    }

    private void CollectMethod(int owner, PythonNode method)
    {
        var scope = _module.Scopes.Of(method.Index);
        if (Receiver(method, scope) is not { } receiver)
            return;
        var tree = _module.Tree;
        for (var i = method.Index + 1; i < method.Index + method.Size; i++)
        {
            var node = tree[i];
            if (node.Kind == PythonNodeKind.ClassDef)
                i += node.Size - 1;
            else if (node.Kind == PythonNodeKind.Attribute && IsOwn(node, receiver))
                CollectUse(owner, node, scope, method.Name!);
        }
    }

    private void CollectUse(int owner, PythonNode attribute, PythonScope scope, string method)
    {
        if (attribute.Context == PythonContext.Store)
            Add(owner, attribute, attribute.Parent, scope, method);
        else if (
            attribute.Parent is { Kind: PythonNodeKind.Attribute } adder
            && adder.Parent.Kind == PythonNodeKind.Call
            && adder.Field == PythonField.Func
            && Adders.Contains(adder.Name, StringComparer.Ordinal)
        )
            AddElement(owner, attribute.Name!, adder.Parent, scope);
        else if (
            attribute.Parent
                is { Kind: PythonNodeKind.Subscript, Context: PythonContext.Store } item
            && item.Parent.Kind == PythonNodeKind.Assign
        )
            AddType(
                owner,
                attribute.Name!,
                _module.Types.Of(item.Parent.Child(PythonField.Value), scope).Name
            );
    }

    private void Add(
        int owner,
        PythonNode target,
        PythonNode statement,
        PythonScope scope,
        string? method
    )
    {
        if (
            target.Kind is not (PythonNodeKind.Name or PythonNodeKind.Attribute)
            || target.Name is not { } name
        )
            return;
        var attribute = GetOrAdd(owner, name, target.Index);
        if (method is null)
            attribute.IsClassLevel = true;
        else
            attribute.AssignedIn.Add(method);
        var type = statement.Kind switch
        {
            PythonNodeKind.AnnAssign => _module.Types.OfAnnotation(
                statement.Child(PythonField.Annotation),
                scope
            ),
            PythonNodeKind.Assign => _module.Types.Of(statement.Child(PythonField.Value), scope),
            _ => InferredType.Unknown,
        };
        if (type.IsCollection)
            attribute.Collection ??= type.Name;
        if ((type.IsCollection ? type.Element : type.Name) is { } known)
            attribute.Types.Add(known);
    }

    private void AddElement(int owner, string name, PythonNode call, PythonScope scope)
    {
        if (!_byClass[owner].TryGetValue(name, out var attribute) || attribute.Collection is null)
            return;
        foreach (var argument in call.ChildrenIn(PythonField.Args))
            AddType(owner, name, _module.Types.Of(argument, scope).Name);
    }

    private void AddType(int owner, string name, string? type)
    {
        if (type is not null && _byClass[owner].TryGetValue(name, out var attribute))
            attribute.Types.Add(type);
    }

    private Collected GetOrAdd(int owner, string name, int node)
    {
        if (!_byClass[owner].TryGetValue(name, out var attribute))
            _byClass[owner][name] = attribute = new Collected { Node = node };
        return attribute;
    }

    private string? Receiver(PythonNode method, PythonScope scope)
    {
        foreach (var child in method.Children)
        {
            if (child.Kind != PythonNodeKind.Arguments)
                continue;
            foreach (var arg in child.Children)
            {
                if (arg.Kind == PythonNodeKind.Arg)
                    return _module.Types.IsReceiver(arg, scope) ? arg.Name : null;
            }
        }
        return null;
    }

    private static bool IsOwn(PythonNode attribute, string receiver) =>
        attribute.Child(PythonField.Value) is { Exists: true, Kind: PythonNodeKind.Name } value
        && value.Name == receiver;
}
