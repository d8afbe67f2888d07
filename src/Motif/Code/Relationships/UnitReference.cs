using Motif.Catalog;

namespace Motif.Code.Relationships;

/// <summary>Something that a unit refers to: a unit of the project, or a name outside it.</summary>
/// <param name="Evidence">File, line and name of the first place.</param>
internal sealed record UnitReference(
    RelationshipType Type,
    ProjectUnit? Target,
    string? External,
    string Evidence
);

/// <summary>
/// Reads off a unit what it uses, makes, extends and holds. What stands in the same class or function is the same piece of code, which
/// uses nothing of itself; what only an annotation names is not used when the program runs.
/// </summary>
internal static class UnitReferences
{
    /// <summary>In source order, bases and contents last; the same target may come more than once.</summary>
    public static List<UnitReference> Of(ProjectUnit unit)
    {
        var references = new List<UnitReference>();
        AddBody(unit, references);
        AddBases(unit, references);
        AddContents(unit, references);
        return references;
    }

    private static void AddBody(ProjectUnit unit, List<UnitReference> references)
    {
        var facts = unit.File.Facts;
        var node = unit.Fact.Node;
        var seen = new HashSet<(int, RelationshipType)>();
        for (var i = node + 1; i < node + facts.Sizes[node]; i++)
        {
            if (IsAnnotation(facts.Roles[i]) || IsAttribute(facts, i))
            {
                i += facts.Sizes[i] - 1;
                continue;
            }
            if (facts.Resolved[i] < 0 || TypeOf(facts[i]) is not { } type)
                continue;
            if (!seen.Add((facts.Resolved[i], type)))
                continue;
            var name = facts.Strings[facts.Resolved[i]];
            var target = unit.File.TargetOf(facts.Resolved[i]);
            if (target is not null && (IsVariable(facts[i], target, facts) || IsBase(target, unit)))
                continue;
            if (target is not null && !IsOfOneCode(target, unit))
                references.Add(new(type, target, null, Evidence(unit, i, name)));
            else if (target is null && facts.Kinds[i] is FactKind.Call && IsExternal(unit, name))
                references.Add(new(RelationshipType.Uses, null, name, Evidence(unit, i, name)));
        }
    }

    private static RelationshipType? TypeOf(FactNode node) =>
        node.Kind switch
        {
            // A base is told by the class, and that its constructor is called says the same.
            _ when node.Role is FactRole.Base => null,
            FactKind.Call
            or FactKind.Attribute
                when node.Resolved?.EndsWith(".constructor", StringComparison.Ordinal) == true =>
                null,
            FactKind.Call when node.Is(FactFlags.Constructs) => RelationshipType.Creates,
            FactKind.Name when node.Role is FactRole.Callee && IsConstruction(node) => null,
            FactKind.Call or FactKind.Name or FactKind.Attribute or FactKind.TypeReference =>
                RelationshipType.Uses,
            _ => null,
        };

    private static bool IsConstruction(FactNode callee) =>
        callee.HasParent && callee.Parent.Is(FactFlags.Constructs);

    private static void AddBases(ProjectUnit unit, List<UnitReference> references)
    {
        if (unit.Class is not { } type)
            return;
        foreach (var found in type.Bases)
            references.Add(
                new(
                    RelationshipType.Extends,
                    found.Unit,
                    null,
                    Evidence(unit, unit.Fact.Node, found.Name)
                )
            );
        // That everything is an object tells nothing from anything.
        foreach (
            var name in type.ExternalBases.Where(b => b is not ("builtins.object" or "object"))
        )
            references.Add(
                new(RelationshipType.Extends, null, name, Evidence(unit, unit.Fact.Node, name))
            );
    }

    /// <summary>The classes of the attributes.</summary>
    private static void AddContents(ProjectUnit unit, List<UnitReference> references)
    {
        foreach (var attribute in unit.Fact.Attributes)
        {
            foreach (var name in attribute.Types)
            {
                var held = unit.File.Project.FindClass(name, unit.File);
                if (held is not null && !IsOfOneCode(held, unit))
                    references.Add(
                        new(
                            RelationshipType.ComposedOf,
                            held,
                            null,
                            Evidence(unit, Math.Max(attribute.Node, unit.Fact.Node), attribute.Name)
                        )
                    );
            }
        }
    }

    /// <summary>Functions of libraries, not the language's own.</summary>
    private static bool IsExternal(ProjectUnit unit, string name) =>
        name.Contains('.', StringComparison.Ordinal)
        && !name.StartsWith("builtins.", StringComparison.Ordinal)
        && !name.StartsWith("System.String.", StringComparison.Ordinal)
        && !name.StartsWith("System.Collections.Generic.", StringComparison.Ordinal)
        && unit.File.Facts.Imports.Any(i => name.StartsWith(i.Target, StringComparison.Ordinal));

    private static bool IsAnnotation(FactRole role) =>
        role is FactRole.Annotation or FactRole.Returns or FactRole.TypeParameter;

    /// <summary>An attribute of C# is said of a declaration and runs with nothing; a decorator is called.</summary>
    private static bool IsAttribute(CodeFacts facts, int node) =>
        facts.Roles[node] is FactRole.Decorator && facts.Language == "csharp";

    /// <summary>A name that means an object of the class, by an annotation or what was assigned, not the class.</summary>
    private static bool IsVariable(FactNode node, ProjectUnit target, CodeFacts facts) =>
        node.Kind is FactKind.Name
        && target.Class is not null
        && node.Name is { } name
        && name != target.Name
        && !facts.Imports.Any(i => i.BoundName == name);

    /// <summary>A class that its own derives from, or a member of it: what is inherited is told by EXTENDS.</summary>
    private static bool IsBase(ProjectUnit target, ProjectUnit unit) =>
        (unit.Class ?? unit.EnclosingClass) is { } own
        && (target.Class ?? target.Owner) is { } held
        && own != held
        && own.IsSubclassOf(held);

    /// <summary>Whether the outermost class or function around both is the same.</summary>
    public static bool IsOfOneCode(ProjectUnit left, ProjectUnit right) =>
        Outermost(left) == Outermost(right);

    private static ProjectUnit Outermost(ProjectUnit unit)
    {
        while (unit.Parent is { Fact.Kind: not UnitKind.Module } around)
            unit = around;
        return unit;
    }

    private static string Evidence(ProjectUnit unit, int node, string name) =>
        $"{unit.File.Facts.Path}:{unit.File.Facts[node].StartLine} {name}";
}
