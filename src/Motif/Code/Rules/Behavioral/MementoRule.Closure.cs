using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Functions that copy an object's state and give back one that restores it.</summary>
internal sealed partial class MementoRule
{
    /// <summary>A copy of a parameter's __dict__ and a nested function that puts it back.</summary>
    private void FindClosure(ProjectUnit unit, RuleFindings found)
    {
        FactNode copied = default;
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Assign && IsState(node.Value()))
                copied = node;
        }
        if (!copied.Exists() || copied.Child(FactRole.Target).NameOf() is not { } state)
            return;
        foreach (var member in unit.Members)
        {
            if (!member.IsFunction || !member.Node.Mentions(state))
                continue;
            found
                .Match(this, unit)
                .Must("an object's state is copied", copied)
                .Must(
                    "a nested function puts it back",
                    Loops.FirstCall(member.Node, "update", "setattr")
                )
                .Must("and is given back", FirstUse.ReturnOf(unit, member.Name))
                .Should(.20, "all of the state goes back", true)
                .Named("memento", "snapshot", "restore")
                .Variant("closure")
                .Report();
            return;
        }
    }

    private static bool IsState(FactNode value)
    {
        if (!value.Exists() || !value.Contains(FactKind.Call))
            return false;
        for (var i = value.Index; i < value.End; i++)
        {
            if (
                value.Facts[i] is { Kind: FactKind.Attribute, Name: "__dict__" }
                || value.Facts[i].Calls("vars", "builtins.vars")
            )
                return true;
        }
        return false;
    }
}
