using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Functions that are given the next one.</summary>
internal sealed partial class ChainOfResponsibilityRule
{
    /// <summary>
    /// <c>def check(request, following): … return following(request)</c>, by several functions side by side or by methods of one
    /// interface; also generators that send on what they are sent.
    /// </summary>
    private void FindFunctions(ProjectUnit unit, RuleFindings found)
    {
        if (HandsOnTo(unit) is not { } call)
            return;
        var links = new List<ProjectUnit>();
        foreach (var other in Beside(unit))
        {
            if (
                other.IsFunction
                && HandsOnTo(other) is { } alike
                && alike.Parameter == call.Parameter
                // Overloads of one method are one.
                && !links.Exists(l => l.Name == other.Name && l.Parent == other.Parent)
            )
                links.Add(other);
        }
        // The first of them stands for the row.
        if (links.Count < 2 || links[0] != unit)
            return;
        found
            .Match(this, unit)
            .Must("the next one is handed in and called with the request", call.Call)
            .Must("behind a condition", Wrapping.IsConditional(unit, call.Call))
            .Must("others beside it do the same", links[1].Node)
            .Should(
                .15,
                "what the next one gives is given back",
                call.Call.Statement().Kind is FactKind.Return
            )
            .Should(.10, "it is the last thing that it does", IsLast(unit, call.Call))
            .Named("chain", "middleware", "handler")
            .Variant("functions")
            .With(links.Select(l => l.Owner?.Unit ?? l))
            .Report();
    }

    private static IEnumerable<ProjectUnit> Beside(ProjectUnit unit)
    {
        if (unit.Owner is not { Bases.Count: > 0 } owner)
            return unit.Parent?.Members ?? [];
        return owner
            .Bases.SelectMany(b => b.Subclasses)
            .Distinct()
            .Select(c => c.Method(unit.Name))
            .OfType<ProjectUnit>();
    }

    private static bool IsLast(ProjectUnit unit, FactNode call)
    {
        for (var i = call.End; i < unit.Node.End; i++)
        {
            if (call.Facts.Kinds[i] is FactKind.Call or FactKind.Assign)
                return false;
        }
        return true;
    }

    /// <summary>The call of a parameter with another of its parameters, behind a condition; null for none.</summary>
    private static ParameterCallFact? HandsOnTo(ProjectUnit function)
    {
        if (function.Fact.Parameters.Count == 0 || !function.Has(FactKind.Call))
            return null;
        foreach (var call in function.Shape.ParameterCalls)
        {
            if (
                !IsOptional(function, call.Parameter)
                && (
                    call.Method is null ? HandsOnParameter(function, call) : SendsOn(function, call)
                )
                && Wrapping.IsConditional(function, call.Call)
                // Called in one branch as in the other, it is called in any case.
                && function.Shape.ParameterCalls.Count(c => c.Parameter == call.Parameter) == 1
            )
                return call;
        }
        return null;
    }

    /// <summary>Callers may leave it out: then it is a hook of theirs, not what comes next.</summary>
    private static bool IsOptional(ProjectUnit function, string parameter) =>
        function.Fact.Parameters.Any(p => p.Name == parameter && p.HasDefault);

    private static bool HandsOnParameter(ProjectUnit function, ParameterCallFact call) =>
        call.Call.ArgumentCount() > 0
        // The callbacks of Node.js are told first whether there was an error: they get the result.
        && !call.Call.Argument(0).IsNull()
        && !call.Call.EnclosingLoop().Exists()
        && !call.Call.IsUnder(FactKind.Comprehension)
        && !call.Call.IsUnder(FactKind.Lambda)
        && IsWholeRequest(function, call);

    /// <summary>The next one gets what the function itself got, all of it and nothing else: an operation handed in gets its operands.</summary>
    private static bool IsWholeRequest(ProjectUnit function, ParameterCallFact call)
    {
        var own = 0;
        foreach (var parameter in function.Fact.Parameters)
        {
            if (
                parameter.IsReceiver
                || parameter.HasDefault
                || ProjectUnit.IsVariadic(parameter)
                || parameter.Name == call.Parameter
            )
                continue;
            if (!call.Call.HandsOver(parameter.Name))
                return false;
            own++;
        }
        return own > 0 && call.Call.ArgumentCount() == own;
    }

    /// <summary><c>request = yield</c> and <c>target.send(request)</c>.</summary>
    private static bool SendsOn(ProjectUnit function, ParameterCallFact call)
    {
        if (call.Method is not "send" || !function.Has(FactKind.Yield))
            return false;
        foreach (var node in function.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Value().IsKind(FactKind.Yield)
                && call.Call.HandsOver(node.Child(FactRole.Target).NameOf())
            )
                return true;
        }
        return false;
    }
}
