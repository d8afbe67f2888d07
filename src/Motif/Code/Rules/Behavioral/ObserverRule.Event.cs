namespace Motif.Code.Rules.Behavioral;

/// <summary>Events of C#.</summary>
internal sealed partial class ObserverRule
{
    /// <summary>C#: a declared event, never assigned, that is raised.</summary>
    private void FindEvent(ProjectUnit unit, RuleFindings found)
    {
        if (unit.File.Facts.Language != "csharp" || unit.Class is not { } owner)
            return;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not (null or "Invoke")
                || owner.Shape.StoreOf(forward.Attribute) is not null
            )
                continue;
            if (
                owner.Attribute(forward.Attribute) is not { } attribute
                || !IsDelegate(attribute)
                // A property or parameter of a delegate's type is one callback that somebody sets.
                || owner.DeclarationOf(forward.Attribute).NameOf() is not "event"
            )
                continue;
            found
                .Match(this, unit)
                .Must("it declares an event", owner.DeclarationOf(forward.Attribute))
                .Must("and raises it", forward.Call)
                .Should(.15, "listeners are told what happened", forward.Call.ArgumentCount() > 0)
                .Should(.05, "it says who tells", forward.Call.Argument(0).IsName("this"))
                .Named("event", "changed", "observer", "notify")
                .Variant("event")
                .Report();
            return;
        }
    }

    private static bool IsDelegate(AttributeFact attribute)
    {
        foreach (var type in attribute.Types)
        {
            if (
                type.Contains("EventHandler", StringComparison.Ordinal)
                || type.Contains("Action", StringComparison.Ordinal)
            )
                return true;
        }
        return false;
    }
}
