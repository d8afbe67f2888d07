namespace Motif.Code.Rules.Data;

/// <summary>What a loop does with the page that it got.</summary>
internal sealed partial class PaginationRule
{
    /// <summary>A page holds many: the answer, or a part of it, is gone through or taken over as a whole.</summary>
    private static bool GoesThrough(ProjectUnit unit, FactNode loop, FactNode answer)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddTargets(answer.Ancestor(FactKind.Assign), names);
        for (var i = answer.Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.Assign
                && node.Name is null
                && MentionsAny(node.Value(), names)
            )
                AddTargets(node, names);
            var many = node.Kind switch
            {
                FactKind.ForEach or FactKind.Clause => node.Child(FactRole.Iterable),
                FactKind.YieldFrom => node.Value(),
                FactKind.Assign
                    when node.Name is "+=" && IsList(unit, node.Child(FactRole.Target)) =>
                    node.Value(),
                FactKind.Call when node.CalleeName() is "extend" or "AddRange" => node.Argument(0),
                _ => default,
            };
            if (many.Exists() && IsOf(many, answer, names))
                return true;
        }
        return false;
    }

    /// <summary>The answer, a member of it, or what one call makes of it.</summary>
    private static bool IsOf(FactNode many, FactNode answer, HashSet<string> names)
    {
        for (var node = many.Bare(); node.Exists(); )
        {
            if (node == answer || node.Kind is FactKind.Name && names.Contains(node.NameOrEmpty()))
                return true;
            node = (
                node.Kind switch
                {
                    FactKind.Attribute or FactKind.Subscript => node.Child(FactRole.Object),
                    FactKind.Call when node.CalledObject() is { Facts: not null } held => held,
                    FactKind.Call when node.ArgumentCount() == 1 => node.Argument(0),
                    FactKind.Call when node.CalleeName() is "map" or "filter" => node.Argument(1),
                    FactKind.Boolean => node.Value(),
                    FactKind.Comprehension => node.Child(FactRole.Clause).Child(FactRole.Iterable),
                    FactKind.Starred => node.Value(),
                    _ => default,
                }
            ).Bare();
        }
        return false;
    }

    /// <summary>Locals of the loop that are made of these.</summary>
    private static void AddDerived(FactNode loop, HashSet<string> names)
    {
        for (var i = loop.Body().Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.Assign
                && node.Name is null
                && MentionsAny(node.Value(), names)
            )
                AddTargets(node, names);
        }
    }

    /// <summary>A local that began as a list; texts and numbers grow by the same operator.</summary>
    private static bool IsList(ProjectUnit unit, FactNode target)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsSameAs(target)
                && node.Value() is { Facts: not null, Kind: FactKind.Collection }
            )
                return true;
        }
        return false;
    }

    private static void AddTargets(FactNode assign, HashSet<string> names)
    {
        if (!assign.Exists())
            return;
        foreach (var child in assign.Children())
        {
            for (var i = child.Index; child.Role is FactRole.Target && i < child.End; i++)
            {
                if (child.Facts[i] is { Kind: FactKind.Name, Name: { } name })
                    names.Add(name);
            }
        }
    }

    private static bool MentionsAny(FactNode node, HashSet<string> names)
    {
        foreach (var name in node.Exists() ? names : [])
        {
            if (node.Mentions(name))
                return true;
        }
        return false;
    }

    private static bool Keeps(FactNode loop, FactNode place)
    {
        for (var i = loop.Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (node.Kind is FactKind.Yield or FactKind.YieldFrom)
                return true;
            if (
                node.Kind is FactKind.Call
                && node.CalleeName() is "extend" or "append" or "AddRange" or "Add" or "update"
            )
                return true;
            if (
                node.Kind is FactKind.Assign
                && node.Name is "+="
                && !node.Value().IsKind(FactKind.Literal)
                && !node.Child(FactRole.Target).IsSameAs(place)
            )
                return true;
        }
        return false;
    }
}
