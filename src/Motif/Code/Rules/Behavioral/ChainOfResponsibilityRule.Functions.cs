namespace Motif.Code.Rules.Behavioral;

/// <summary>Functions that are given the next one.</summary>
internal sealed partial class ChainOfResponsibilityRule
{
    /// <summary><c>def check(request, following): … return following(request)</c>, by several functions side by side.</summary>
    private void FindFunctions(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Parent is not { } around || HandsOnTo(unit) is not { } call)
            return;
        var links = new List<ProjectUnit>();
        foreach (var other in around.Members)
        {
            if (
                other.IsFunction
                && HandsOnTo(other) is { } alike
                && alike.Parameter == call.Parameter
            )
                links.Add(other);
        }
        // The first of them stands for the row.
        if (links.Count < 2 || links[0] != unit)
            return;
        found
            .Match(this, unit)
            .Must("the next one is handed in and called with the request", call.Call)
            .Must("behind a condition", Rules.Shapes.Wrapping.IsConditional(unit, call.Call))
            .Must("others beside it do the same", links[1].Node)
            .Should(.15, "what the next one gives is given back", call.Call.Statement().Kind is FactKind.Return)
            .Named("chain", "middleware", "handler")
            .Variant("functions")
            .With(links)
            .Report();
    }

    /// <summary>The call of its last parameter with another of its parameters, behind a condition; null for none.</summary>
    private static ParameterCallFact? HandsOnTo(ProjectUnit function)
    {
        if (function.Fact.Parameters.Count < 2 || !function.Has(FactKind.Call))
            return null;
        foreach (var call in function.Shape.ParameterCalls)
        {
            if (
                call.Method is null
                && call.Call.ArgumentCount() > 0
                && function.Fact.Parameters.Any(p =>
                    !p.IsReceiver && p.Name != call.Parameter && call.Call.HandsOver(p.Name)
                )
                && !call.Call.EnclosingLoop().Exists()
                && Rules.Shapes.Wrapping.IsConditional(function, call.Call)
            )
                return call;
        }
        return null;
    }
}
