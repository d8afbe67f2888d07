using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>A parameter without a type, for which callers choose.</summary>
internal sealed partial class StrategyRule
{
    /// <summary>At least two classes made for the one call are seen to be handed in, and it is told something of the caller's.</summary>
    private bool FindUntyped(
        ProjectUnit unit,
        ParameterCallFact call,
        string method,
        RuleFindings found
    )
    {
        if (
            unit.Owner is not { } owner
            || unit.IsConstructor
            || call.Call.ArgumentCount() == 0
            || LibraryMethods.Has(method)
            || method.StartsWith('_')
        )
            return false;
        var given = HandedIn.Classes(unit, call.Parameter);
        if (
            given.Count < 2
            || !given.TrueForAll(c =>
                c.FindMethod(method) is not null
                && c.Methods.Count(m => m.IsPublic) <= 2
                && !c.IsRelatedTo(owner)
            )
            || Ways(given, method) < 2
            || IsOtherConversation(given, method)
        )
            return false;
        found
            .Match(this, unit)
            .Must("the algorithm comes with the call", call.Call)
            .Must("callers choose among several", given[0].Unit.Node)
            .Should(.15, "each is made for this call", true)
            .Should(.10, "they share a base", Collaborators.ShareBase(given))
            .Named("strategy", "policy", "algorithm")
            .Variant("parameter")
            .With(given.Select(c => c.Unit))
            .Report();
        return true;
    }
}
