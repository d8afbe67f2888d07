using System.Collections.Frozen;

namespace Motif.Code.TypeScript.Facts;

/// <summary>What names stand for: imports, what a scope declares, and what every program has at hand.</summary>
internal sealed partial class ScriptFactsWriter
{
    /// <summary>Of the language, of browsers and of Node: found as <c>builtins.…</c> wherever no declaration hides them.</summary>
    private static readonly FrozenSet<string> Globals = (
        "AbortController AbortSignal AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array Blob Boolean BroadcastChannel "
        + "Buffer CustomEvent DataView Date DOMException Error EvalError Event EventSource EventTarget File FileReader "
        + "FinalizationRegistry Float32Array Float64Array FormData Function Headers Int16Array Int32Array Int8Array "
        + "IntersectionObserver Intl Iterator JSON Map Math MessageChannel MutationObserver Number Object Promise Proxy "
        + "RangeError ReadableStream ReferenceError Reflect RegExp Request ResizeObserver Response Set SharedArrayBuffer String "
        + "Symbol SyntaxError TextDecoder TextEncoder TransformStream TypeError URIError URL URLSearchParams Uint16Array "
        + "Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly WebSocket Worker WritableStream "
        + "XMLHttpRequest alert atob btoa cancelAnimationFrame clearImmediate clearInterval clearTimeout confirm console crypto "
        + "decodeURI decodeURIComponent document encodeURI encodeURIComponent exports fetch global globalThis history isFinite "
        + "isNaN localStorage location module navigator parseFloat parseInt performance process prompt queueMicrotask require "
        + "requestAnimationFrame requestIdleCallback self sessionStorage setImmediate setInterval setTimeout structuredClone "
        + "window"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private void Imports(ScriptNode root)
    {
        foreach (var statement in root.In(ScriptField.Statement))
        {
            if (statement.Kind is ScriptNodeKind.Import)
            {
                var module = ScriptModules.Resolve(statement.Text ?? "", _path);
                foreach (var specifier in statement.In(ScriptField.Specifier))
                    BindImport(
                        specifier.Child(ScriptField.Target).Text,
                        Imported(module, specifier.Text)
                    );
            }
            else if (
                statement.Kind is ScriptNodeKind.ImportEquals
                && statement.Has(ScriptFlags.Computed)
            )
                BindImport(
                    statement.Child(ScriptField.Target).Text,
                    ScriptModules.Resolve(statement.Text ?? "", _path)
                );
        }
    }

    private void BindImport(string? name, string target)
    {
        if (name is not null)
            _scope.Bind(name, null, target);
    }

    private static string Imported(string module, string? name) =>
        name is null or "*" ? module : $"{module}.{name}";

    /// <summary>Binds what a body declares before any of it is read, since functions and classes may be used before.</summary>
    private void BindDeclared(ScriptNode body, bool isModule)
    {
        var pending = new Stack<ScriptNode>();
        pending.Push(body);
        while (pending.TryPop(out var node))
        {
            foreach (var child in node.Children)
            {
                switch (child.Kind)
                {
                    case ScriptNodeKind.Function:
                        BindFunction(child, isModule);
                        break;
                    case ScriptNodeKind.Class or ScriptNodeKind.Interface or ScriptNodeKind.Enum:
                        BindClass(child);
                        break;
                    case ScriptNodeKind.Namespace or ScriptNodeKind.TypeAlias:
                        break;
                    case ScriptNodeKind.Declarator:
                        BindVariables(
                            child.Child(ScriptField.Target),
                            isModule && node.Kind is ScriptNodeKind.VariableStatement
                        );
                        if (!IsFunctionLike(child.Child(ScriptField.Init).Kind))
                            pending.Push(child);
                        break;
                    case ScriptNodeKind.Arrow
                    or ScriptNodeKind.FunctionExpression
                    or ScriptNodeKind.ClassExpression
                    or ScriptNodeKind.Method:
                        break;
                    default:
                        if (child.First.Exists)
                            pending.Push(child);
                        break;
                }
            }
        }
    }

    private void BindFunction(ScriptNode function, bool isModule)
    {
        if (function.Text is not { } name)
            return;
        var returns =
            isModule || _scope.Outer is not null ? Type(function.Child(ScriptField.Returns)) : null;
        _scope.Bind(name, returns, NamesOf(name).Full);
    }

    private void BindClass(ScriptNode declaration)
    {
        var name = declaration.Text ?? "default";
        var full = NamesOf(name).Full;
        _scope.Bind(name, null, full);
        if (declaration.Kind is ScriptNodeKind.Enum)
            return;
        if (!_classes.TryGetValue(full, out var known))
            _classes[full] = ScriptClass.Of(declaration, full, _scope);
        else
        {
            // An interface beside a class of its name, or in parts.
            foreach (var (member, type) in ScriptClass.Of(declaration, full, _scope).Members)
                known.Members.TryAdd(member, type);
        }
    }

    /// <summary>Variables of a module are known in others by their full names; those of functions are not.</summary>
    private void BindVariables(ScriptNode target, bool isModule)
    {
        if (target.Kind is ScriptNodeKind.Identifier && target.Text is { } name)
        {
            _scope.Bind(name, null, isModule ? NamesOf(name).Full : null);
            return;
        }
        foreach (var element in target.In(ScriptField.Element))
            BindVariables(element.Child(ScriptField.Target), isModule);
    }

    private static bool IsFunctionLike(ScriptNodeKind kind) =>
        kind is ScriptNodeKind.Arrow or ScriptNodeKind.FunctionExpression;

    /// <summary>The dotted name of what a name means where it stands; null where the file does not tell.</summary>
    private static string? Resolve(string name, ScriptScope scope)
    {
        if (scope.TryFind(name, out var local))
            return local.Entity;
        return Globals.Contains(name) ? $"builtins.{name}" : null;
    }

    /// <summary>The class of that full name, if the file declares it.</summary>
    private ScriptClass? Declared(string? fullName) =>
        fullName is not null && _classes.TryGetValue(fullName, out var found) ? found : null;

    private ScriptType? Type(ScriptNode type) => Type(type, _scope);

    /// <summary>The type that a node names; <c>null</c>, <c>undefined</c> and <c>readonly</c> are seen through.</summary>
    private ScriptType? Type(ScriptNode type, ScriptScope scope)
    {
        if (
            !type.Exists
            || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()
        )
            return null;
        switch (type.Kind)
        {
            case ScriptNodeKind.TypeReference when type.Text is { } name:
                if (name == "this")
                    return _class is null ? null : new ScriptType(_class.FullName);
                var arguments = new List<ScriptType>();
                foreach (var argument in type.In(ScriptField.TypeArgument))
                    arguments.Add(Type(argument, scope) ?? Unknown);
                if (
                    name is "Readonly" or "Partial" or "Required" or "NonNullable"
                    && arguments.Count == 1
                )
                    return arguments[0];
                return new ScriptType(ResolveType(name, scope), arguments);
            case ScriptNodeKind.ArrayType:
                return new ScriptType(
                    "Array",
                    [Type(type.Child(ScriptField.Type), scope) ?? Unknown]
                );
            case ScriptNodeKind.TupleType:
                return new ScriptType(
                    "Array",
                    [Type(type.Child(ScriptField.Type), scope) ?? Unknown]
                );
            case ScriptNodeKind.TypeOperator when type.Text is "readonly":
                return Type(type.Child(ScriptField.Type), scope);
            case ScriptNodeKind.UnionType:
                foreach (var member in type.In(ScriptField.Type))
                {
                    if (!IsNothing(member))
                        return Type(member, scope);
                }
                return null;
            case ScriptNodeKind.IntersectionType:
                return Type(type.Child(ScriptField.Type), scope);
            case ScriptNodeKind.LiteralType:
                return new ScriptType(LiteralTypeName(type.Text));
            case ScriptNodeKind.FunctionType:
                return new ScriptType("Function");
            case ScriptNodeKind.PredicateType:
                return new ScriptType("boolean");
            case ScriptNodeKind.TemplateType:
                return new ScriptType("string");
            case ScriptNodeKind.ObjectType or ScriptNodeKind.MappedType:
                return new ScriptType("object");
            default:
                return null;
        }
    }

    private static ScriptType Unknown { get; } = new("unknown");

    private static string LiteralTypeName(string? text) =>
        text switch
        {
            ['"' or '\'', ..] => "string",
            "true" or "false" => "boolean",
            "null" => "null",
            _ => "number",
        };

    private static bool IsNothing(ScriptNode type) =>
        type.Kind is ScriptNodeKind.LiteralType && type.Text is "null"
        || type.Kind is ScriptNodeKind.TypeReference && type.Text is "undefined" or "void";

    private static string ResolveType(string name, ScriptScope scope)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? name : name[..dot];
        if (!scope.TryFind(head, out var local) || local.Entity is null)
            return name;
        return dot < 0 ? local.Entity : local.Entity + name[dot..];
    }

    /// <summary>A reference to a type, with its type arguments inside.</summary>
    private ScriptType? TypeReference(ScriptNode type, FactRole role)
    {
        if (!type.Exists || !HasRoom(type, role))
            return null;
        var resolved = Type(type);
        var length = type.End - type.Start;
        var node = _facts.Open(
            FactKind.TypeReference,
            role,
            type.Start,
            length <= MaxTypeName ? _text.Substring(type.Start, length) : null,
            type.Kind is ScriptNodeKind.UnionType ? FactFlags.Conditional : FactFlags.None
        );
        _facts.Resolve(node, resolved?.Name);
        if (type.Kind is not (ScriptNodeKind.ObjectType or ScriptNodeKind.FunctionType))
        {
            foreach (var child in type.Children)
            {
                if (child.Field is ScriptField.Type or ScriptField.TypeArgument)
                    TypeReference(child, FactRole.Type);
            }
        }
        _facts.Close(type.End);
        return resolved;
    }
}
