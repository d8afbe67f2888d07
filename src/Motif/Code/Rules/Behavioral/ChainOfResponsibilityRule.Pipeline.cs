using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Handlers that all get their turn, one after another.</summary>
internal sealed partial class ChainOfResponsibilityRule
{
    /// <summary><c>for step in steps: value = step(value)</c>.</summary>
    private void FindPipeline(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ElementCalls)
        {
            if (!call.InLoop || call.Attribute.Length == 0)
                continue;
            var assign =
                call.Call.Parent.Kind is FactKind.Await
                    ? call.Call.Parent.Parent
                    : call.Call.Parent;
            if (!IsFed(assign, call.Call))
                continue;
            var registered = Registered(unit, call);
            if (!registered.Exists() && !IsFilled(unit, call))
                continue;
            var loop = call.Call.EnclosingLoop();
            if (!IsMiddleware(loop) && !IsMadeForIt(unit, registered))
                continue;
            found
                .Match(this, unit)
                .Must("a loop goes through kept steps", loop)
                .Must("the result of one is given to the next", assign)
                .Should(.15, "steps are added from outside", registered)
                .Should(.10, "what comes out is given back", Given(unit, assign, loop))
                .Should(
                    .10,
                    "a handler is wrapped from the inside out",
                    Loops.FirstCall(loop.Child(FactRole.Iterable), "reversed", "Reverse")
                )
                .Named("chain", "middleware", "pipeline", "handler")
                .Variant("pipeline")
                .Report();
            return;
        }
    }

    /// <summary>Handlers are gone through from the last to the first, each around what comes after it.</summary>
    private static bool IsMiddleware(FactNode loop) =>
        Loops.FirstCall(loop.Child(FactRole.Iterable), "reversed", "Reverse").Exists();

    /// <summary>
    /// The class takes steps and goes through them, and does little else. An object with hooks in the middle of its work is
    /// no chain.
    /// </summary>
    private static bool IsMadeForIt(ProjectUnit unit, FactNode registered) =>
        registered.Exists()
        && unit.EnclosingClass is { } owner
        && owner.Methods.Count(m => m.IsPublic) <= MostOperations
        && unit.Node.Body().StatementCount() <= MostStatements;

    /// <summary>Steps are given from outside to the object or an ancestor, or none are.</summary>
    private static FactNode Registered(ProjectUnit unit, ElementCallFact call)
    {
        if (call.IsOuter || unit.EnclosingClass is not { } owner)
            return default;
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (Kept(ancestor, call.Attribute) is { Facts: not null } kept)
                return kept;
        }
        return default;
    }

    /// <summary>
    /// Steps are collected by the object or the module, or given to the function around. A list that the function itself has written
    /// down, or a constant of texts and patterns, holds data to be gone through.
    /// </summary>
    private static bool IsFilled(ProjectUnit unit, ElementCallFact call)
    {
        if (!call.IsOuter)
            return unit.EnclosingClass is { } owner
                && owner.AncestorsAndSelf().Any(a => Adds(a.Shape, call.Attribute));
        for (var holder = unit; holder is not null; holder = holder.Parent)
        {
            if (holder.IsFunction && holder.HasParameter(call.Attribute))
                return true;
            if (holder.Fact.Kind is UnitKind.Module && Adds(holder.Holder, call.Attribute))
                return true;
        }
        return false;
    }

    private static bool Adds(HolderShape shape, string attribute) =>
        shape.Collects.Exists(c => c.Kind is CollectKind.Add && c.Attribute == attribute);

    /// <summary>What the step gives is what the next one gets; the loop's own variable is none of it.</summary>
    private static bool IsFed(FactNode assign, FactNode call)
    {
        if (
            assign.Kind is not FactKind.Assign
            || assign.Child(FactRole.Target) is not { Facts: not null, Kind: FactKind.Name } local
            || call.EnclosingLoop().Child(FactRole.Target).Mentions(local.Name)
        )
            return false;
        foreach (var child in call.Children())
        {
            if (child.Role is FactRole.Argument && child.Bare().IsName(local.Name))
                return true;
        }
        return false;
    }

    private static FactNode Given(ProjectUnit unit, FactNode assign, FactNode loop)
    {
        var name = assign.Child(FactRole.Target).Name;
        foreach (var result in unit.Shape.Returns)
        {
            if (result.Index >= loop.End && result.Mentions(name))
                return result;
        }
        return default;
    }
}
