using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>An algorithm that comes with the call.</summary>
internal sealed partial class StrategyRule
{
    /// <summary>The algorithm comes as a parameter of an abstract type with several implementations.</summary>
    private bool FindParameter(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ParameterCalls)
        {
            if (
                call.Method is not { } method
                || unit.Name == method
                || call.Call.HandsOver(unit.Receiver)
                || IsLookedAt(unit, call)
            )
                continue;
            var types = AttributeTypes.OfParameter(unit, call.Parameter);
            if (types.Count == 0 && FindUntyped(unit, call, method, found))
                return true;
            if (
                types.Count != 1
                || !types[0].Class!.IsAbstract
                || Operations(types[0].Class!) != 1
                || call.Call.IsDiscarded()
            )
                continue;
            var implementations = Collaborators.OfParameter(unit, call.Parameter, method);
            if (
                implementations.Count < 2
                || IsOtherConversation(implementations, method)
                || Chosen(unit, call.Parameter, unit, implementations) < 2
                    && !IsCalledOne(types, implementations)
                || unit.EnclosingClass is { } owner && owner.IsRelatedTo(types[0].Class!)
            )
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in by an interface", Declared(unit, call.Parameter))
                .Must("the work is left to it", call.Call)
                .Must("there are several to choose from", implementations.Count >= 2)
                .Should(.15, "it is declared by an interface of one operation", true)
                .Named("strategy", "policy", "algorithm")
                .Variant("parameter")
                .With(implementations.Select(i => i.Unit))
                .With(types)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>Python: something else is read of what comes with the call: a thing with values of its own, no algorithm.</summary>
    private static bool IsLookedAt(ProjectUnit unit, ParameterCallFact call)
    {
        if (unit.File.Facts.Language != "python")
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Attribute
                && node.Child(FactRole.Object).IsName(call.Parameter)
                && !(node.Parent.Kind is FactKind.Call && node.Parent.Callee() == node)
            )
                return true;
        }
        return false;
    }
}
