using System.Collections.Frozen;

namespace Motif.Code.Python.Facts;

/// <summary>A type as far as one file tells.</summary>
/// <param name="Name">Dotted name; null where unknown.</param>
/// <param name="IsCollection">A list, set, mapping, queue …</param>
/// <param name="Element">What a collection holds (the values of a mapping); null where unknown.</param>
internal readonly record struct InferredType(
    string? Name,
    bool IsCollection = false,
    string? Element = null
)
{
    public static InferredType Unknown { get; }

    public bool IsKnown => Name is not null;
}

/// <summary>
/// Types of expressions from annotations, constructor calls and assignments; best effort, local, never executed.
/// </summary>
internal sealed class PythonTypes(PythonModule module)
{
    /// <summary>Longer chains are not followed: cost is bounded, and nobody reads a type off them.</summary>
    public const int MaxDepth = 16;

    private static readonly FrozenSet<string> Collections = (
        "list dict set frozenset tuple deque defaultdict OrderedDict Counter ChainMap WeakSet WeakValueDictionary WeakKeyDictionary "
        + "Queue PriorityQueue LifoQueue SimpleQueue List Dict Set FrozenSet Tuple Deque DefaultDict Sequence MutableSequence "
        + "Mapping MutableMapping Iterable Iterator Collection AbstractSet MutableSet AsyncIterator AsyncIterable Generator "
        + "AsyncGenerator"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Transparent = (
        "Optional Annotated Final ClassVar Required NotRequired ReadOnly Awaitable Coroutine Mapped"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type of an expression's value.</summary>
    public InferredType Of(PythonNode node, PythonScope scope, int depth = 0)
    {
        if (depth > MaxDepth || !node.Exists)
            return InferredType.Unknown;
        switch (node.Kind)
        {
            case PythonNodeKind.Name:
                return module.Scopes.Find(node.Name!, scope) is { } binding
                    ? Of(binding, scope, depth + 1)
                    : InferredType.Unknown;
            case PythonNodeKind.Attribute:
                return OfAttribute(node, scope, depth + 1);
            case PythonNodeKind.Call:
                return OfCall(node, scope, depth + 1);
            case PythonNodeKind.Subscript:
                var container = Of(node.Child(PythonField.Value), scope, depth + 1);
                return new InferredType(container.Element);
            case PythonNodeKind.Await or PythonNodeKind.NamedExpr or PythonNodeKind.Starred:
                return Of(node.Child(PythonField.Value), scope, depth + 1);
            case PythonNodeKind.BoolOp:
                return FirstKnown(node.ChildrenIn(PythonField.Values), scope, depth + 1);
            case PythonNodeKind.IfExp:
                var then = Of(node.Child(PythonField.Body), scope, depth + 1);
                return then.IsKnown ? then : Of(node.Child(PythonField.Orelse), scope, depth + 1);
            case PythonNodeKind.List or PythonNodeKind.Set or PythonNodeKind.Tuple:
                return new InferredType(
                    CollectionName(node.Kind),
                    true,
                    FirstKnown(node.ChildrenIn(PythonField.Elts), scope, depth + 1).Name
                );
            case PythonNodeKind.Dict:
                return new InferredType(
                    "builtins.dict",
                    true,
                    FirstKnown(node.ChildrenIn(PythonField.Values), scope, depth + 1).Name
                );
            case PythonNodeKind.ListComp or PythonNodeKind.SetComp:
                return new InferredType(
                    CollectionName(node.Kind),
                    true,
                    Of(node.Child(PythonField.Elt), scope, depth + 1).Name
                );
            case PythonNodeKind.DictComp:
                return new InferredType(
                    "builtins.dict",
                    true,
                    Of(node.Child(PythonField.Value), scope, depth + 1).Name
                );
            case PythonNodeKind.JoinedStr:
                return new InferredType("builtins.str");
            case PythonNodeKind.Constant:
                return new InferredType(ConstantName(node.ConstantKind));
            default:
                return InferredType.Unknown;
        }
    }

    /// <summary>The type that an annotation names; quoted names, <c>Optional</c> and <c>X | None</c> are seen through.</summary>
    public InferredType OfAnnotation(PythonNode node, PythonScope scope, int depth = 0)
    {
        if (depth > MaxDepth || !node.Exists)
            return InferredType.Unknown;
        switch (node.Kind)
        {
            case PythonNodeKind.Name or PythonNodeKind.Attribute:
                var name = module.Scopes.Resolve(node, scope) ?? node.Text.ToString();
                return new InferredType(name, Collections.Contains(Last(name)));
            case PythonNodeKind.Constant when node.StringValue is { } quoted:
                return OfQuoted(quoted, scope);
            case PythonNodeKind.BinOp when node.Operator == PythonOperator.BitOr:
                var left = OfAnnotation(node.Child(PythonField.Left), scope, depth + 1);
                return left.IsKnown
                    ? left
                    : OfAnnotation(node.Child(PythonField.Right), scope, depth + 1);
            case PythonNodeKind.Subscript:
                return OfSubscript(node, scope, depth + 1);
            default:
                return InferredType.Unknown;
        }
    }

    /// <summary>Whether a call of that name makes an instance: a class of this file, or a name written like one.</summary>
    public bool IsClass(string resolved, PythonNode callee, PythonScope scope)
    {
        if (
            callee.Kind == PythonNodeKind.Name
            && module.Scopes.Find(callee.Name!, scope) is { } binding
        )
        {
            if (binding.Kind is BindingKind.Class)
                return true;
            if (binding.Kind is BindingKind.Function)
                return false;
        }
        var last = Last(resolved).AsSpan().TrimStart('_');
        return last.Length > 1 && char.IsUpper(last[0]) && last.ContainsAnyInRange('a', 'z');
    }

    private InferredType Of(Binding binding, PythonScope scope, int depth)
    {
        if (binding.Type is { } known)
            return known;
        if (binding.IsBusy)
            return InferredType.Unknown;
        binding.IsBusy = true;
        try
        {
            var type = binding.Kind switch
            {
                BindingKind.Parameter => OfParameter(module.Tree[binding.Node], depth),
                BindingKind.Variable => OfVariable(module.Tree[binding.Node], scope, depth),
                _ => InferredType.Unknown,
            };
            binding.Type = type;
            return type;
        }
        finally
        {
            binding.IsBusy = false;
        }
    }

    private InferredType OfParameter(PythonNode arg, int depth)
    {
        var function = arg.Parent.Parent;
        var scope = module.Scopes.Of(function.Index);
        if (arg.Child(PythonField.Annotation) is { Exists: true } annotation)
            return OfAnnotation(annotation, scope.Parent!, depth);
        return IsReceiver(arg, scope)
            ? new InferredType(module.Qualify(scope.Parent!.QualifiedName))
            : InferredType.Unknown;
    }

    /// <summary>self and cls: the first parameter of a function in a class, unless it is static.</summary>
    public bool IsReceiver(PythonNode arg, PythonScope function)
    {
        if (function.Parent is not { IsClass: true } || arg.Parent.Kind != PythonNodeKind.Arguments)
            return false;
        foreach (var decorator in module.Tree[function.Node].ChildrenIn(PythonField.DecoratorList))
        {
            if (decorator is { Kind: PythonNodeKind.Name, Name: "staticmethod" })
                return false;
        }
        foreach (var child in arg.Parent.Children)
        {
            if (child.Kind == PythonNodeKind.Arg)
                return child == arg && child.Field is PythonField.Args or PythonField.PosOnlyArgs;
        }
        return false;
    }

    private InferredType OfVariable(PythonNode node, PythonScope scope, int depth)
    {
        var parent = node.Parent;
        switch (parent.Kind)
        {
            case PythonNodeKind.Assign or PythonNodeKind.NamedExpr:
                return Of(parent.Child(PythonField.Value), scope, depth);
            case PythonNodeKind.AnnAssign:
                return OfAnnotation(parent.Child(PythonField.Annotation), scope, depth);
            case PythonNodeKind.WithItem:
                return Of(parent.Child(PythonField.ContextExpr), scope, depth);
            case PythonNodeKind.For
            or PythonNodeKind.AsyncFor
            or PythonNodeKind.Comprehension when node.Field == PythonField.Target:
                return new InferredType(Of(parent.Child(PythonField.Iter), scope, depth).Element);
            default:
                return InferredType.Unknown;
        }
    }

    private InferredType OfAttribute(PythonNode node, PythonScope scope, int depth)
    {
        var value = node.Child(PythonField.Value);
        if (
            !value.Exists
            || value.Kind != PythonNodeKind.Name
            || PythonScopes.ClassOf(scope) is not { } owner
        )
            return InferredType.Unknown;
        var isOwn =
            module.Scopes.Find(value.Name!, scope) is { Kind: BindingKind.Parameter } receiver
            && Of(receiver, scope, depth).Name == module.Qualify(owner.QualifiedName);
        return isOwn ? module.Attributes.TypeOf(owner.Node, node.Name!) : InferredType.Unknown;
    }

    private InferredType OfCall(PythonNode call, PythonScope scope, int depth)
    {
        var callee = call.Child(PythonField.Func);
        if (module.Scopes.Resolve(callee, scope, depth) is not { } resolved)
            return OfReceiverCall(callee, scope);
        if (resolved == "builtins.super")
            return new InferredType(FirstBase(scope, depth));
        if (Collections.Contains(Last(resolved)))
            return new InferredType(resolved, true);
        if (
            callee.Kind == PythonNodeKind.Name
            && module.Scopes.Find(callee.Name!, scope) is { Kind: BindingKind.Function } function
            && module.Tree[function.Node].Child(PythonField.Returns) is { Exists: true } returns
        )
            return OfAnnotation(returns, scope, depth);
        return IsClass(resolved, callee, scope) ? new InferredType(resolved) : InferredType.Unknown;
    }

    /// <summary><c>cls(…)</c> in a class method.</summary>
    private InferredType OfReceiverCall(PythonNode callee, PythonScope scope) =>
        callee is { Exists: true, Kind: PythonNodeKind.Name }
        && module.Scopes.Find(callee.Name!, scope) is { Kind: BindingKind.Parameter } binding
        && module.Tree[binding.Node] is var arg
        && IsReceiver(arg, module.Scopes.Of(arg.Parent.Parent.Index))
            ? Of(binding, scope, MaxDepth - 1)
            : InferredType.Unknown;

    private string? FirstBase(PythonScope scope, int depth)
    {
        if (PythonScopes.ClassOf(scope) is not { } owner)
            return null;
        var first = module.Tree[owner.Node].Child(PythonField.Bases);
        return first.Exists ? module.Scopes.Resolve(first, owner.Parent!, depth) : null;
    }

    private InferredType FirstKnown(PythonNode.ChildSequence nodes, PythonScope scope, int depth)
    {
        foreach (var node in nodes)
        {
            if (node is { Kind: PythonNodeKind.Constant, ConstantKind: PythonConstantKind.None })
                continue;
            if (Of(node, scope, depth) is { IsKnown: true } type)
                return type;
        }
        return InferredType.Unknown;
    }

    private InferredType OfSubscript(PythonNode node, PythonScope scope, int depth)
    {
        var generic = OfAnnotation(node.Child(PythonField.Value), scope, depth);
        var index = node.Child(PythonField.Slice);
        if (generic.Name is null)
            return InferredType.Unknown;
        var name = Last(generic.Name);
        if (Transparent.Contains(name) || name == "Union")
            return OfAnnotation(FirstArgument(index, last: name == "Coroutine"), scope, depth);
        return generic.IsCollection
            ? new InferredType(
                generic.Name,
                true,
                OfAnnotation(FirstArgument(index, IsMapping(name)), scope, depth).Name
            )
            : generic;
    }

    private static bool IsMapping(string name) =>
        name.Contains("ict", StringComparison.Ordinal)
        || name.EndsWith("Mapping", StringComparison.Ordinal);

    private static PythonNode FirstArgument(PythonNode index, bool last)
    {
        if (index.Kind != PythonNodeKind.Tuple)
            return index;
        var arguments = index.ChildrenIn(PythonField.Elts).ToList();
        return arguments.Count == 0 ? index : arguments[last ? ^1 : 0];
    }

    private InferredType OfQuoted(string text, PythonScope scope)
    {
        var name = text.Split('[')[0].Trim();
        if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.'))
            return InferredType.Unknown;
        var parts = name.Split('.', 2);
        var target = module.Scopes.Find(parts[0], scope)?.Target;
        var resolved =
            target is null ? name
            : parts.Length == 1 ? target
            : $"{target}.{parts[1]}";
        return new InferredType(resolved, Collections.Contains(Last(resolved)));
    }

    private static string CollectionName(PythonNodeKind kind) =>
        kind switch
        {
            PythonNodeKind.Set or PythonNodeKind.SetComp => "builtins.set",
            PythonNodeKind.Tuple => "builtins.tuple",
            _ => "builtins.list",
        };

    private static string? ConstantName(PythonConstantKind kind) =>
        kind switch
        {
            PythonConstantKind.Str => "builtins.str",
            PythonConstantKind.Bytes => "builtins.bytes",
            PythonConstantKind.SmallInteger or PythonConstantKind.BigInteger => "builtins.int",
            PythonConstantKind.Real => "builtins.float",
            PythonConstantKind.Complex => "builtins.complex",
            PythonConstantKind.True or PythonConstantKind.False => "builtins.bool",
            _ => null,
        };

    private static string Last(string dotted) => dotted[(dotted.LastIndexOf('.') + 1)..];
}
