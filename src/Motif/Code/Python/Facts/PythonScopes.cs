using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Motif.Code.Python.Facts;

/// <summary>What a name is bound to.</summary>
internal enum BindingKind : byte
{
    Import,
    Class,
    Function,
    Parameter,
    Variable,
}

/// <summary>A name in a scope. A definition or import wins over an assignment, the first of equals over the later.</summary>
/// <param name="Target">The dotted name of what was imported or defined.</param>
/// <param name="Node">The definition, the parameter, or the name that is assigned.</param>
internal sealed record Binding(BindingKind Kind, string? Target, int Node)
{
    /// <summary>The type, once it was asked for.</summary>
    public InferredType? Type { get; set; }

    /// <summary>Set while the type is being found out: <c>x = x.next</c> must not go on for ever.</summary>
    public bool IsBusy { get; set; }
}

/// <summary>The names of a module, class or function.</summary>
internal sealed class PythonScope(int node, PythonScope? parent, bool isClass, string prefix)
{
    private HashSet<string>? _elsewhere;

    /// <summary>The node that opens it.</summary>
    public int Node { get; } = node;

    public PythonScope? Parent { get; } = parent;

    public bool IsClass { get; } = isClass;

    /// <summary>The dotted name of the definition inside the file; empty for the module.</summary>
    public string QualifiedName { get; } = prefix;

    public bool HasYield { get; set; }

    public Dictionary<string, Binding> Names { get; } = new(StringComparer.Ordinal);

    public void DeclareElsewhere(string name) =>
        (_elsewhere ??= new(StringComparer.Ordinal)).Add(name);

    public bool IsElsewhere(string name) => _elsewhere?.Contains(name) == true;

    public void Bind(string name, BindingKind kind, string? target, int node)
    {
        ref var binding = ref CollectionsMarshal.GetValueRefOrAddDefault(Names, name, out _);
        if (binding is null || binding.Kind > kind)
            binding = new Binding(kind, target, node);
    }

    public string Qualify(string name) =>
        QualifiedName.Length == 0 ? name : $"{QualifiedName}.{name}";
}

/// <summary>
/// The scopes of a file (Python Language Reference, 4.2): found in one pass over the tree, asked by name afterwards.
/// Comprehensions bind in the function around them.
/// </summary>
internal sealed class PythonScopes
{
    private static readonly FrozenSet<string> Builtins = (
        "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir "
        + "divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance "
        + "issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed "
        + "round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ NotImplemented Ellipsis "
        + "BaseException BaseExceptionGroup Exception ExceptionGroup GeneratorExit KeyboardInterrupt SystemExit ArithmeticError "
        + "AssertionError AttributeError BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError "
        + "ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError "
        + "EnvironmentError FileExistsError FileNotFoundError FloatingPointError FutureWarning IOError ImportError ImportWarning "
        + "IndentationError IndexError InterruptedError IsADirectoryError KeyError LookupError MemoryError ModuleNotFoundError "
        + "NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError "
        + "ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration "
        + "StopIteration SyntaxError SyntaxWarning SystemError TabError TimeoutError TypeError UnboundLocalError "
        + "UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning "
        + "ZeroDivisionError"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly PythonModule _module;
    private readonly Dictionary<int, PythonScope> _byNode = [];

    public PythonScopes(PythonModule module)
    {
        _module = module;
        Collect();
    }

    /// <summary>The scope that a module, class, function or lambda opens.</summary>
    public PythonScope Of(int node) => _byNode[node];

    /// <summary>What a name means where it stands; class bodies are seen from themselves only.</summary>
    public Binding? Find(string name, PythonScope from)
    {
        for (
            var scope = from.IsElsewhere(name) ? _byNode[0] : from;
            scope is not null;
            scope = scope.Parent
        )
        {
            if ((!scope.IsClass || scope == from) && scope.Names.TryGetValue(name, out var binding))
                return binding;
        }
        return null;
    }

    /// <summary>The dotted name that an expression stands for; null for values.</summary>
    public string? Resolve(PythonNode node, PythonScope scope, int depth = 0)
    {
        if (depth > PythonTypes.MaxDepth || !node.Exists)
            return null;
        switch (node.Kind)
        {
            case PythonNodeKind.Name:
                var name = node.Name!;
                return Find(name, scope) is { } binding ? binding.Target
                    : Builtins.Contains(name) ? "builtins." + name
                    : null;
            case PythonNodeKind.Attribute:
                var value = node.Child(PythonField.Value);
                return Owner(value, scope, depth + 1) is { } owner ? $"{owner}.{node.Name}" : null;
            case PythonNodeKind.Subscript:
                return Resolve(node.Child(PythonField.Value), scope, depth + 1);
            default:
                return null;
        }
    }

    /// <summary>
    /// What has the attribute: a module or class by its name, an object by its type, else the attribute that holds it.
    /// </summary>
    private string? Owner(PythonNode value, PythonScope scope, int depth) =>
        value.Kind == PythonNodeKind.Attribute
            ? _module.Types.Of(value, scope, depth).Name ?? Resolve(value, scope, depth)
            : Resolve(value, scope, depth) ?? _module.Types.Of(value, scope, depth).Name;

    /// <summary>The class around a scope, itself included.</summary>
    public static PythonScope? ClassOf(PythonScope scope)
    {
        for (PythonScope? s = scope; s is not null; s = s.Parent)
        {
            if (s.IsClass)
                return s;
        }
        return null;
    }

    private void Collect()
    {
        var tree = _module.Tree;
        var open = new Stack<(PythonScope Scope, int End)>();
        _byNode[0] = new PythonScope(0, null, isClass: false, "");
        open.Push((_byNode[0], int.MaxValue));
        for (var i = 1; i < tree.Count; i++)
        {
            while (open.Peek().End <= i)
                open.Pop();
            var node = tree[i];
            if (OpensBody(node))
                open.Push((_byNode[node.Parent.Index], node.Parent.Index + node.Parent.Size));
            Visit(node, open.Peek().Scope);
        }
    }

    /// <summary>Decorators, defaults, annotations and bases belong to the scope outside: a scope opens with its body.</summary>
    public static bool OpensBody(PythonNode node) =>
        node.Field == PythonField.Body
        && node.Parent.Kind
            is PythonNodeKind.FunctionDef
                or PythonNodeKind.AsyncFunctionDef
                or PythonNodeKind.ClassDef
                or PythonNodeKind.Lambda
        && IsFirstOfBody(node);

    private static bool IsFirstOfBody(PythonNode node) =>
        node.Parent.Kind == PythonNodeKind.Lambda || node.Parent.Child(PythonField.Body) == node;

    private void Visit(PythonNode node, PythonScope scope)
    {
        switch (node.Kind)
        {
            case PythonNodeKind.FunctionDef or PythonNodeKind.AsyncFunctionDef:
                Define(node, scope, BindingKind.Function);
                break;
            case PythonNodeKind.ClassDef:
                Define(node, scope, BindingKind.Class);
                break;
            case PythonNodeKind.Lambda:
                _byNode[node.Index] = new PythonScope(
                    node.Index,
                    scope,
                    isClass: false,
                    scope.QualifiedName
                );
                break;
            case PythonNodeKind.Arg:
                _byNode[node.Parent.Parent.Index]
                    .Bind(node.Name!, BindingKind.Parameter, null, node.Index);
                break;
            case PythonNodeKind.Name
                when node.Context == PythonContext.Store && !scope.IsElsewhere(node.Name!):
                scope.Bind(node.Name!, BindingKind.Variable, null, node.Index);
                break;
            case PythonNodeKind.ExceptHandler
            or PythonNodeKind.MatchAs
            or PythonNodeKind.MatchStar
            or PythonNodeKind.MatchMapping when node.Name is { } captured:
                scope.Bind(captured, BindingKind.Variable, null, node.Index);
                break;
            case PythonNodeKind.Alias:
                BindImport(node, scope);
                break;
            case PythonNodeKind.Global or PythonNodeKind.Nonlocal:
                foreach (var name in node.Names)
                {
                    if (node.Kind == PythonNodeKind.Global)
                        scope.DeclareElsewhere(name);
                }
                break;
            case PythonNodeKind.Yield or PythonNodeKind.YieldFrom:
                scope.HasYield = true;
                break;
            default:
                break;
        }
    }

    private void Define(PythonNode node, PythonScope scope, BindingKind kind)
    {
        var qualified = scope.Qualify(node.Name!);
        scope.Bind(node.Name!, kind, _module.Qualify(qualified), node.Index);
        _byNode[node.Index] = new PythonScope(
            node.Index,
            scope,
            kind == BindingKind.Class,
            qualified
        );
    }

    private void BindImport(PythonNode alias, PythonScope scope)
    {
        var statement = alias.Parent;
        var name = alias.Name!;
        if (statement.Kind == PythonNodeKind.Import)
        {
            var bound = alias.AsName ?? name.Split('.')[0];
            var target = alias.AsName is null ? bound : name;
            scope.Bind(bound, BindingKind.Import, target, alias.Index);
        }
        else if (name != "*")
        {
            var package = _module.Absolute(statement.Name, statement.Level);
            var target = package.Length == 0 ? name : $"{package}.{name}";
            scope.Bind(alias.AsName ?? name, BindingKind.Import, target, alias.Index);
        }
    }
}
