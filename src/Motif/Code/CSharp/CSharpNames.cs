using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>
/// What the names of a file stand for: its own types, its aliases and usings, and the base library's types. What remains
/// is left as it is written.
/// </summary>
internal sealed class CSharpNames
{
    /// <summary>What the SDK imports into every file when a project does not say otherwise.</summary>
    private static readonly string[] ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private readonly Dictionary<string, DeclaredType> _types;
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visible = new(ImplicitUsings, StringComparer.Ordinal);
    private readonly List<string> _usings = [];
    private readonly HashSet<string> _roots = new(["System", "Microsoft"], StringComparer.Ordinal);
    private readonly Dictionary<(DeclaredType?, string Namespace, string Name), string> _resolved =
    [];

    public CSharpNames(Dictionary<string, DeclaredType> types)
    {
        _types = types;
        foreach (var type in types.Values)
        {
            if (type.Namespace.Length > 0)
                _roots.Add(type.Namespace.Split('.')[0]);
        }
    }

    public void Import(string @namespace)
    {
        _resolved.Clear();
        _usings.Add(@namespace);
        _visible.Add(@namespace);
        _roots.Add(@namespace.Split('.')[0]);
    }

    public void Alias(string name, string target)
    {
        _resolved.Clear();
        _aliases[name] = target;
    }

    /// <summary>The type of that full name, if the file declares it.</summary>
    public DeclaredType? Declared(string? fullName) =>
        fullName is not null && _types.TryGetValue(fullName, out var type) ? type : null;

    /// <summary>The name is a namespace or the beginning of one.</summary>
    public bool IsNamespace(string entity) =>
        !_types.ContainsKey(entity)
        && (
            _roots.Contains(entity)
            || _visible.Any(v =>
                v == entity || v.StartsWith(entity + ".", StringComparison.Ordinal)
            )
        );

    /// <summary>The file knows what the name stands for: a type or the beginning of a namespace.</summary>
    public bool IsEntity(string name, DeclaredType? inside, string @namespace, out string entity)
    {
        entity = Resolve(name, inside, @namespace);
        return _roots.Contains(name)
            || _aliases.ContainsKey(name)
            || entity.Length > name.Length
            || _types.ContainsKey(entity);
    }

    /// <summary>The dotted name of a type by its simple name as it stands in a type or namespace; the name itself where unknown.</summary>
    public string Resolve(string name, DeclaredType? inside, string @namespace)
    {
        var key = (inside, @namespace, name);
        if (!_resolved.TryGetValue(key, out var resolved))
            _resolved[key] = resolved = Find(name, inside, @namespace) ?? name;
        return resolved;
    }

    /// <summary>The same for a name with an <c>Attribute</c> that may be left out.</summary>
    public string ResolveAttribute(string name, DeclaredType? inside, string @namespace)
    {
        var whole = Resolve(name + "Attribute", inside, @namespace);
        return whole.Length > name.Length + "Attribute".Length || _types.ContainsKey(whole)
            ? whole
            : Resolve(name, inside, @namespace);
    }

    /// <summary>A type as it is written, resolved as far as can be; null for <c>var</c>.</summary>
    public TypeName? Type(TypeSyntax? type, DeclaredType? inside, string @namespace)
    {
        if (
            type is null
            || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()
        )
            return null;
        TypeName? Inner(TypeSyntax? inner) => Type(inner, inside, @namespace);
        switch (type)
        {
            case PredefinedTypeSyntax predefined:
                return new TypeName(WellKnownTypes.OfKeyword(predefined.Keyword.Text));
            case IdentifierNameSyntax { IsVar: true }:
                return null;
            case IdentifierNameSyntax simple:
                return new TypeName(Resolve(simple.Identifier.ValueText, inside, @namespace));
            case GenericNameSyntax generic:
                return new TypeName(
                    Resolve(generic.Identifier.ValueText, inside, @namespace),
                    [.. generic.TypeArgumentList.Arguments.Select(a => Inner(a) ?? Unknown)]
                );
            case QualifiedNameSyntax qualified:
                return Qualify(Inner(qualified.Left), Inner(qualified.Right), qualified.Right);
            case AliasQualifiedNameSyntax
            {
                Alias.Identifier.RawKind: (int)SyntaxKind.GlobalKeyword
            } global:
                return Inner(global.Name) is { } root
                    ? root with
                    {
                        Name = global.Name.Identifier.ValueText,
                    }
                    : null;
            case AliasQualifiedNameSyntax aliased:
                return Qualify(Inner(aliased.Alias), Inner(aliased.Name), aliased.Name);
            case NullableTypeSyntax nullable:
                return Inner(nullable.ElementType);
            case ArrayTypeSyntax array:
                return Inner(array.ElementType) is { } element
                    ? new TypeName(element.Name + "[]", [element])
                    : null;
            case TupleTypeSyntax tuple:
                return new TypeName(
                    "System.ValueTuple",
                    [.. tuple.Elements.Select(e => Inner(e.Type) ?? Unknown)]
                );
            case RefTypeSyntax reference:
                return Inner(reference.Type);
            case ScopedTypeSyntax scoped:
                return Inner(scoped.Type);
            case PointerTypeSyntax pointer:
                return Inner(pointer.ElementType) is { } pointed
                    ? new TypeName(pointed.Name + "*")
                    : null;
            default:
                return null;
        }
    }

    private static TypeName Unknown { get; } = new("?");

    private static TypeName? Qualify(TypeName? left, TypeName? right, SimpleNameSyntax name) =>
        left is null || right is null
            ? null
            : right with
            {
                Name = $"{left.Name}.{name.Identifier.ValueText}",
            };

    private string? Find(string name, DeclaredType? inside, string @namespace)
    {
        for (var type = inside; type is not null; type = type.Outer)
        {
            if (type.TypeParameters.Contains(name))
                return name;
            if (_types.ContainsKey($"{type.FullName}.{name}"))
                return $"{type.FullName}.{name}";
        }
        for (var space = @namespace; ; space = space[..Math.Max(0, space.LastIndexOf('.'))])
        {
            var candidate = space.Length == 0 ? name : $"{space}.{name}";
            if (_types.ContainsKey(candidate))
                return candidate;
            if (space.Length == 0)
                break;
        }
        if (_aliases.TryGetValue(name, out var target))
            return target;
        foreach (var used in _usings)
        {
            if (_types.ContainsKey($"{used}.{name}"))
                return $"{used}.{name}";
        }
        return WellKnownTypes.Find(name, n => _visible.Contains(n) || IsInside(@namespace, n));
    }

    private static bool IsInside(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || inner[outer.Length] == '.');
}
