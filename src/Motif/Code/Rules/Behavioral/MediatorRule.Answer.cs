using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>What the mediator does when it is spoken to.</summary>
internal sealed partial class MediatorRule
{
    /// <summary>A call of a colleague in the method spoken to or one it calls; or the use of the one who spoke.</summary>
    private static FactNode CallsBack(
        ProjectClass owner,
        ForwardFact spoken,
        List<ProjectClass> colleagues
    )
    {
        if (owner.FindMethod(spoken.Method!) is not { } method || method.IsHook)
            return default;
        foreach (var inner in Reachable(owner, method))
        {
            foreach (var call in inner.Shape.ElementCalls)
            {
                if (
                    !call.IsOuter
                    && call.Method is { } told
                    && !LibraryMethods.Has(told)
                    && IsTold(call.Call)
                    && colleagues.Exists(c => c.FindMethod(told) is not null)
                )
                    return call.Call;
            }
            foreach (var forward in inner.Shape.Forwards)
            {
                if (
                    !forward.IsOuter
                    && forward.Method is { } step
                    && Holds(owner, forward.Attribute, step, colleagues)
                )
                    return forward.Call;
            }
            foreach (var call in inner.Shape.ParameterCalls)
            {
                if (
                    call.Method is { } asked
                    && !LibraryMethods.Has(asked)
                    && IsTold(call.Call)
                    && KeepsSender(owner, spoken)
                    && colleagues.Exists(c => c.FindMethod(call.Method) is not null)
                )
                    return call.Call;
            }
        }
        return UsesSender(method, spoken);
    }

    /// <summary>It is a statement of its own, or given back as it is: what is asked to go on with is a helper.</summary>
    private static bool IsTold(FactNode call)
    {
        var outer = call.Parent;
        while (outer.Kind is FactKind.Await or FactKind.Conditional)
            outer = outer.Parent;
        return outer.Kind is FactKind.ExpressionStatement or FactKind.Return;
    }

    /// <summary>By type, or untyped as what answers the call.</summary>
    private static bool Holds(
        ProjectClass owner,
        string attribute,
        string method,
        List<ProjectClass> colleagues
    ) =>
        owner.TypesOf(attribute) is { Count: > 0 } types
            ? types.Any(t => colleagues.Exists(c => c.IsRelatedTo(t.Class!)))
            : owner.Methods.Count(m => m.IsPublic) <= MaxOperations
                && Collaborators.Of(owner, attribute, method).Any(colleagues.Contains);

    private static List<ProjectUnit> Reachable(ProjectClass owner, ProjectUnit method)
    {
        var reached = new List<ProjectUnit> { method };
        for (var i = 0; i < reached.Count && reached.Count < 16; i++)
        {
            foreach (var call in reached[i].Shape.SelfCalls)
            {
                if (owner.FindMethod(call.Method) is { } next && !reached.Contains(next))
                    reached.Add(next);
            }
        }
        return reached;
    }

    /// <summary>The sender is more than kept: it stands in a message or a comparison.</summary>
    private static FactNode UsesSender(ProjectUnit method, ForwardFact spoken)
    {
        if (
            method.Fact.Parameters.Count(p => !p.IsReceiver) < 2
            || Sender(method, spoken) is not { } sender
            // Who is asked to work on what was said helps; that it is named says who spoke.
            || method.Shape.ParameterCalls.Exists(c =>
                c.Parameter == sender && c.Call.ArgumentCount() > 0
            )
        )
            return default;
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.InterpolatedString or FactKind.Binary or FactKind.Compare
                && node.Mentions(sender)
            )
                return method.Node;
        }
        return default;
    }

    /// <summary>The parameter that gets the one who speaks; null where only its name is told.</summary>
    private static string? Sender(ProjectUnit method, ForwardFact spoken)
    {
        var at = 0;
        foreach (var child in spoken.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child;
            if (value.IsName(spoken.In.Receiver))
                return child.Kind is FactKind.KeywordArgument ? child.Name : Parameter(method, at);
            at++;
        }
        return null;
    }

    private static string? Parameter(ProjectUnit method, int index)
    {
        foreach (var parameter in method.Fact.Parameters)
        {
            if (!parameter.IsReceiver && index-- == 0)
                return parameter.Name;
        }
        return null;
    }
}
