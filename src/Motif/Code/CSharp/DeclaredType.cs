using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>A type that the file declares; the parts of a partial type are one.</summary>
internal sealed class DeclaredType(
    string fullName,
    string qualifiedName,
    DeclaredType? outer,
    string @namespace
)
{
    public string FullName { get; } = fullName;

    /// <summary>Without the namespace.</summary>
    public string QualifiedName { get; } = qualifiedName;

    public DeclaredType? Outer { get; } = outer;

    public string Namespace { get; } = @namespace;

    /// <summary>Resolved name of the first base; null where none is written.</summary>
    public string? Base { get; set; }

    /// <summary>Another file may declare members of it: it is partial, or derives from a class that this file does not declare.</summary>
    public bool HasMembersElsewhere { get; set; }

    public HashSet<string> TypeParameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DeclaredMember> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Its attributes as they were found, by name in ordinal order.</summary>
    public SortedDictionary<string, AttributeSightings> Attributes { get; } =
        new(StringComparer.Ordinal);
}

/// <summary>A member that the file declares; of overloads the first.</summary>
/// <param name="Type">Of a field or property its type, of a method what it returns; null where none is written.</param>
internal sealed record DeclaredMember(TypeSyntax? Type, bool IsStatic, bool IsMethod);

/// <summary>What was seen of an attribute.</summary>
internal sealed class AttributeSightings
{
    public SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> AssignedIn { get; } = new(StringComparer.Ordinal);

    public bool IsCollection { get; set; }

    public bool IsClassLevel { get; set; }

    public int Node { get; set; } = -1;

    public void Saw(TypeName? type)
    {
        if (type is null)
            return;
        IsCollection |= type.IsCollection;
        if ((type.IsCollection ? type.Element : type) is { } held)
            Types.Add(held.Name);
        // What is made on first use is held like what is made at once.
        if (type is { SimpleName: "Lazy", Arguments: [var made] })
            Types.Add(made.Name);
    }

    public AttributeFact ToFact(string name) =>
        new(name, [.. Types], IsCollection, IsClassLevel, [.. AssignedIn], Node);
}
