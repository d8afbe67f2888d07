namespace Motif.Code.Rules.Behavioral;

/// <summary>Functions that are chosen by key.</summary>
internal sealed partial class StrategyRule
{
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
                .Not(call.Call.IsDiscarded() || call.Call.Role is FactRole.Test)
                .Should(.15, "the key comes from outside", ChosenByParameter(unit, call))
                .Should(.10, "there are three or more", functions >= 3)
                .Named("strategy", "dispatch", "policy")
                .Variant("table")
                .Report();
            return true;
        }
        return false;
    }

    private static bool ChosenByParameter(ProjectUnit unit, ElementCallFact call)
    {
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (
                !parameter.IsReceiver
                && (call.Call.Mentions(parameter.Name) || unit.Node.Body().Mentions(parameter.Name))
            )
                return true;
        }
        return false;
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
