using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Bridges whose abstraction does not keep the implementation itself, or is a single class.</summary>
internal sealed partial class BridgeRule
{
    /// <summary>Two heirs at least keep what they are given under one name and leave to it what the base leaves open.</summary>
    private bool FindInHeirs(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Subclasses.Count < 2 || !owner.IsAbstract)
            return false;
        foreach (var store in owner.Subclasses[0].Shape.Stores)
        {
            if (store.Source.Kind is not OriginKind.Parameter || !store.In.IsConstructor)
                continue;
            var refining = owner.Subclasses.Where(s => LeavesWork(s, store.Attribute)).ToList();
            if (refining.Count < 2 || Work(refining[0], store.Attribute) is not { } work)
                continue;
            var implementations = Collaborators.Of(refining[0], store.Attribute, work.Method);
            if (
                implementations.Count < 2
                || !Collaborators.ShareBase(implementations)
                || implementations.Any(i =>
                    i.IsRelatedTo(owner)
                    || !IsMadeFor(i, Forwards(owner, refining, store.Attribute))
                )
            )
                continue;
            found
                .Match(this, unit)
                .Must("an implementation is handed in", store.Node)
                .Must("the work is left to it", work.Call)
                .Must("the abstraction is refined", refining[1].Unit.Node)
                .Should(.10, "implementations share a base", true)
                .Should(.10, "a refinement uses the implementation itself", true)
                .Named("bridge", "abstraction", "implementation")
                .With(refining.Select(r => r.Unit))
                .With(implementations.Select(i => i.Unit))
                .Report();
            return true;
        }
        return false;
    }

    private static bool LeavesWork(ProjectClass heir, string attribute) =>
        heir.Shape.InjectionOf(attribute) is { In.IsConstructor: true }
        && Work(heir, attribute) is not null;

    /// <summary>A call of the kept object in a method that the base leaves open; null for none.</summary>
    private static ForwardFact? Work(ProjectClass heir, string attribute)
    {
        foreach (var forward in heir.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && forward.Method is { } called
                && called != forward.In.Name
                && !called.StartsWith('_')
                && heir.Bases.Any(b => b.FindMethod(forward.In.Name) is { IsHook: true })
            )
                return forward;
        }
        return null;
    }

    /// <summary>One class tells one of several implementations two things of its own or more, which another method of it changes.</summary>
    private void FindOwnState(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Descendants().Count > 0)
            return;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not { } method
                || method.StartsWith('_')
                || method == forward.In.Name
                || owner.Shape.InjectionOf(forward.Attribute)
                    is not { In.IsConstructor: true } store
                || !TellsOwnState(forward)
            )
                continue;
            var change = Change(owner, forward);
            var implementations = Collaborators.Of(owner, forward.Attribute, method);
            if (
                !change.Exists()
                || implementations.Count < 2
                || implementations.Any(i => i.Methods.Count(m => m.IsPublic) > 3)
            )
                continue;
            found
                .Match(this, unit)
                .Must("an implementation is handed in", store.Node)
                .Must("it is told the abstraction's own state", forward.Call)
                .Must("which the abstraction changes by itself", change)
                .Should(.15, "several implementations answer the call", true)
                .Named("bridge", "abstraction", "implementation")
                .Variant("single")
                .With(implementations.Select(i => i.Unit))
                .Report();
            return;
        }
    }

    private static bool TellsOwnState(ForwardFact forward)
    {
        var own = 0;
        foreach (var child in forward.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child;
            if (!value.Bare().IsOwnAttribute(forward.In, out _))
                return false;
            own++;
        }
        return own >= 2;
    }

    /// <summary>An assignment, in another method, of an attribute that the call hands on; or none.</summary>
    private static FactNode Change(ProjectClass owner, ForwardFact forward)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                !store.In.IsConstructor
                && store.In != forward.In
                && FirstUse.Mentions(forward.Call, forward.In, store.Attribute)
            )
                return store.Node;
        }
        return default;
    }
}
