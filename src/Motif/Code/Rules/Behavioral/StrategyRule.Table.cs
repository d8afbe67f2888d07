namespace Motif.Code.Rules.Behavioral;

/// <summary>Functions that are chosen by key.</summary>
internal sealed partial class StrategyRule
{
    /// <summary>Locals followed from the key to what was given.</summary>
    private const int MaxHops = 2;

    /// <summary>Functions in a mapping, one of which is chosen by a key that depends on a parameter and called.</summary>
    private bool FindTable(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ElementCalls)
        {
            if (call.Method is not null || call.InLoop)
                continue;
            var table = Table(unit, call);
            var functions = table.Exists() ? Functions(unit, table) : 0;
            if (functions < 2)
                continue;
            found
                .Match(this, unit)
                .Must("functions stand in a table", table)
                .Must("one is chosen by key and called", call.Call)
                .Not(call.Call.IsDiscarded() || IsAsked(call.Call))
                .Not(!IsChosen(unit, call) || IsSentByKind(unit, call))
                .Should(.15, "the key comes from outside", true)
                .Should(.10, "there are three or more", functions >= 3)
                .Named("strategy", "dispatch", "policy")
                .Variant("table")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The answer decides a branch and is gone.</summary>
    private static bool IsAsked(FactNode call)
    {
        while (
            call.Role is not FactRole.Test
            && call.Parent.Kind is FactKind.Unary or FactKind.Boolean or FactKind.Compare
        )
            call = call.Parent;
        return call.Role is FactRole.Test;
    }

    /// <summary>
    /// Who calls says how it is to be done, or the object was made to do it so: the key is a parameter, an own attribute, or a part of
    /// one. A key that the function has read, parsed or found out itself sends what it has read to its parser.
    /// </summary>
    private static bool IsChosen(ProjectUnit unit, ElementCallFact call)
    {
        var key = KeyOf(call.Call, unit);
        return key.Exists() && IsGivenKey(unit, key, MaxHops);
    }

    /// <summary>
    /// Python: the key is a part of what is handed to the function: <c>writers[value.kind](value)</c> sends things to what knows their
    /// kind; nobody chose how it is done.
    /// </summary>
    private static bool IsSentByKind(ProjectUnit unit, ElementCallFact call)
    {
        if (unit.File.Facts.Language != "python")
            return false;
        var key = KeyOf(call.Call, unit).Bare();
        for (var hops = MaxHops; key.IsKind(FactKind.Name) && hops > 0; hops--)
        {
            if (IsParameter(unit, key.NameOrEmpty()))
                return false;
            key = AssignedTo(unit, key).Bare();
        }
        if (!key.Exists())
            return false;
        for (var i = key.Index; i < key.End; i++)
        {
            if (
                key.Facts[i] is { Kind: FactKind.Name, Name: { } whole }
                && whole != unit.Receiver
                && call.Call.HandsOver(whole)
            )
                return true;
        }
        return false;
    }

    private static FactNode KeyOf(FactNode call, ProjectUnit unit)
    {
        var callee = call.Callee().Bare();
        if (callee.IsKind(FactKind.Name))
        {
            foreach (var node in unit.OwnNodes)
            {
                if (node.Index >= call.Index)
                    break;
                if (
                    node.Kind is FactKind.Assign
                    && node.Child(FactRole.Target).IsName(callee.Name)
                    && Picked(node.Value().Bare()) is { Facts: not null } key
                )
                    return key;
            }
        }
        return Picked(callee);
    }

    /// <summary>The key of <c>table[key]</c> or <c>table.get(key)</c>; or none.</summary>
    private static FactNode Picked(FactNode value) =>
        value.KindOf() switch
        {
            FactKind.Subscript => value.Child(FactRole.Index),
            FactKind.Call => value.Argument(0),
            _ => default,
        };

    private static bool IsGivenKey(ProjectUnit unit, FactNode key, int hops)
    {
        key = key.Bare();
        while (key.Exists())
        {
            if (key.IsOwnAttribute(unit, out _))
                return true;
            switch (key.Kind)
            {
                case FactKind.Attribute or FactKind.Subscript:
                    key = key.Child(FactRole.Object).Bare();
                    break;
                // A text in another spelling, without arguments: mode.lower().
                case FactKind.Call when key.ArgumentCount() == 0 && key.CalledObject().Exists():
                    key = key.CalledObject().Bare();
                    break;
                case FactKind.Name:
                    return IsParameter(unit, key.NameOrEmpty())
                        || hops > 0
                            && AssignedTo(unit, key) is { Facts: not null } source
                            && IsGivenKey(unit, source, hops - 1);
                default:
                    return false;
            }
        }
        return false;
    }

    private static bool IsParameter(ProjectUnit unit, string name)
    {
        for (var holder = unit; holder is { IsFunction: true }; holder = holder.Parent)
        {
            if (holder.HasParameter(name))
                return true;
        }
        return false;
    }

    private static FactNode AssignedTo(ProjectUnit unit, FactNode local)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (node.Index >= local.Index)
                break;
            if (node.Kind is FactKind.Assign && node.Child(FactRole.Target).IsName(local.Name))
                return node.Value();
        }
        return default;
    }

    /// <summary>The mapping that the called element comes from: local, of the class, or of the module.</summary>
    internal static FactNode Table(ProjectUnit unit, ElementCallFact call)
    {
        for (var holder = unit; holder is not null; holder = holder.Parent)
        {
            foreach (var node in holder.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Assign
                    && Names(node, call.Attribute)
                    && MappingOf(node.Value()) is { Facts: not null } mapping
                )
                    return mapping;
            }
        }
        if (call.IsOuter || unit.Owner is not { } owner)
            return default;
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Attribute == call.Attribute
                && MappingOf(store.Value) is { Facts: not null } mapping
            )
                return mapping;
        }
        return default;
    }

    /// <summary>The display itself, or the entries with which a mapping is made: <c>new() { ["+"] = … }</c>; or none.</summary>
    private static FactNode MappingOf(FactNode value)
    {
        if (value.IsKind(FactKind.Mapping))
            return value;
        return value.IsKind(FactKind.Call) && value.Is(FactFlags.Constructs)
            ? value.Child(FactRole.Argument) is { Facts: not null, Kind: FactKind.Mapping } entries
                ? entries
                : default
            : default;
    }

    private static bool Names(FactNode assign, string name)
    {
        foreach (var child in assign.Children())
        {
            if (child.Role is FactRole.Target && child.Kind is FactKind.Name && child.Name == name)
                return true;
        }
        return false;
    }

    /// <summary>How many values of the mapping are functions, own methods or lambdas; 0 if any is something else.</summary>
    private static int Functions(ProjectUnit unit, FactNode table)
    {
        var count = 0;
        foreach (var child in table.Children())
        {
            if (child.Role is not FactRole.Value)
                continue;
            if (child.Kind is FactKind.Lambda || IsFunction(unit, child))
                count++;
            else
                return 0;
        }
        return count;
    }

    private static bool IsFunction(ProjectUnit unit, FactNode value)
    {
        if (value.Kind is not (FactKind.Name or FactKind.Attribute))
            return false;
        if (value.IsOwnAttribute(unit, out var method))
            return unit.EnclosingClass?.FindMethod(method) is not null;
        return value.Resolved is { } name
            && (
                Target(unit, name) is { IsFunction: true }
                || name.StartsWith("operator.", StringComparison.Ordinal)
                || name.StartsWith("math.", StringComparison.Ordinal)
            );
    }
}
