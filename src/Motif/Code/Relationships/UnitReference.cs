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

/// <summary>Reads off a unit what it uses, makes, extends and holds.</summary>
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
            if (facts.Resolved[i] < 0 || TypeOf(facts[i]) is not { } type)
                continue;
            if (!seen.Add((facts.Resolved[i], type)))
                continue;
            var name = facts.Strings[facts.Resolved[i]];
            var target = unit.File.TargetOf(facts.Resolved[i]);
            if (target is not null && !IsInside(target, unit))
                references.Add(new(type, target, null, Evidence(unit, i, name)));
            else if (target is null && facts.Kinds[i] is FactKind.Call && IsExternal(unit, name))
                references.Add(new(RelationshipType.Uses, null, name, Evidence(unit, i, name)));
        }
    }

    private static RelationshipType? TypeOf(FactNode node) =>
        node.Kind switch
        {
            // A base is told by the class.
            _ when node.Role is FactRole.Base => null,
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
        foreach (var name in type.ExternalBases)
            references.Add(
                new(RelationshipType.Extends, null, name, Evidence(unit, unit.Fact.Node, name))
            );
    }

    /// <summary>Units inside, and the classes of the attributes.</summary>
    private static void AddContents(ProjectUnit unit, List<UnitReference> references)
    {
        foreach (var member in unit.Members.Where(m => m.File == unit.File))
            references.Add(
                new(
                    RelationshipType.ComposedOf,
                    member,
                    null,
                    Evidence(unit, member.Fact.Node, member.Name)
                )
            );
        foreach (var attribute in unit.Fact.Attributes)
        {
            foreach (var name in attribute.Types)
            {
                var held = unit.File.Project.FindClass(name, unit.File);
                if (held is not null && held != unit)
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

    private static bool IsInside(ProjectUnit inner, ProjectUnit outer)
    {
        for (var unit = inner; unit is not null; unit = unit.Parent)
        {
            if (unit == outer)
                return true;
        }
        return false;
    }

    private static string Evidence(ProjectUnit unit, int node, string name) =>
        $"{unit.File.Facts.Path}:{unit.File.Facts[node].StartLine} {name}";
}
