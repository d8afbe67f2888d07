using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds objects whose behaviour is another object that is replaced as things happen.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What is possible when stands in one class per state instead of in conditions everywhere.</para>
/// <para><b>Example.</b> <code>class Draft(State):
///     def publish(self, document):
///         document.state = Moderation()</code></para>
/// <para><b>Structure.</b> <c>object</c>: calls are left to a kept object of several implementations, and an implementation (or the
/// answer to the call) replaces it. <c>method</c>: the kept thing is one of the own methods and methods replace it. <c>class</c>: the
/// object changes its own class. <c>table</c>: the next state is looked up by the present one.</para>
/// <para><b>Limits.</b> A kept object that only outsiders replace is a strategy; comparing a field with constants is a flag, and
/// what gives another of its own class is a value.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class StateRule : ICodeRule
{
    public string Name => "state";

    public string Title => "State Machine";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (
            !FindObject(unit, owner, found)
            && !FindMethods(unit, owner, found)
            && !FindTable(unit, owner, found)
        )
            FindClassSwap(unit, owner, found);
    }

    private bool FindObject(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        // A test holds what it tests.
        if (unit.Fact.Has(UnitTraits.Test))
            return false;
        var seen = new HashSet<(string, string)>();
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not { } method
                || method.StartsWith("__", StringComparison.Ordinal)
                || !seen.Add((forward.Attribute, method))
                // A collection that is replaced by one with another element.
                || unit.File.IsCSharp
                    && (CollectionCalls.Adds(method) || CollectionCalls.Removes(method))
                || owner.Shape.StoreOf(forward.Attribute) is not { } store
            )
                continue;
            var states = Collaborators.Of(owner, forward.Attribute, method);
            if (states.Count < 2 && store.Source.Kind is OriginKind.Made or OriginKind.Held)
                states = Collaborators.Ducks(unit.File, method, owner);
            if (states.Count < 2)
                continue;
            var transitions = Transitions(owner, forward, states, out var first);
            if (transitions == 0)
                continue;
            found
                .Match(this, unit)
                .Must("the present state is kept", store.Node)
                .Must("what happens is left to it", forward.Call)
                .Must("a state brings about the next", first)
                .Should(.15, "several states do so", transitions >= 2)
                .Should(.10, "the states share a base", Collaborators.ShareBase(states))
                .Should(.05, "states know whose state they are", Mentions(states, owner))
                .Named("state", "phase", "mode")
                .Variant("object")
                .With(states.Select(s => s.Unit))
                .With(states.SelectMany(s => s.Bases).Select(b => b.Unit))
                .Report();
            return true;
        }
        return false;
    }

    private static bool Mentions(IReadOnlyList<ProjectClass> states, ProjectClass owner)
    {
        foreach (var state in states)
        {
            foreach (var method in state.Methods)
            {
                if (method.Shape.ParameterCalls.Count > 0)
                    return true;
            }
            foreach (var attribute in state.Unit.Fact.Attributes)
            {
                if (state.TypesOf(attribute.Name).Contains(owner.Unit))
                    return true;
            }
        }
        return false;
    }

    /// <summary>How many states bring about another: by writing it into the context, by its setter, or by giving it back to be kept.</summary>
    private static int Transitions(
        ProjectClass owner,
        ForwardFact forward,
        IReadOnlyList<ProjectClass> states,
        out FactNode first
    )
    {
        first = default;
        var count = 0;
        var change = StateChange.Of(owner, forward.Attribute);
        if (!change.IsPossible)
            return 0;
        foreach (var state in states.Where(change.IsPossibleFor))
        {
            var transition = Transition(change, state, states);
            if (!transition.Exists())
                continue;
            first = first.Exists() ? first : transition;
            count++;
        }
        if (count > 0 && !ReferenceEquals(first.Facts, owner.Unit.File.Facts))
            first = change.KeptAnswer.Exists() ? change.KeptAnswer : first;
        return count;
    }

    private static FactNode Transition(
        StateChange change,
        ProjectClass state,
        IReadOnlyList<ProjectClass> states
    )
    {
        foreach (var ancestor in state.AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                if (method.IsConstructor || !change.IsPossibleIn(method))
                    continue;
                var found = TransitionIn(method, change, states);
                if (found.Exists())
                    return found;
            }
        }
        return default;
    }

    private static FactNode TransitionIn(
        ProjectUnit method,
        StateChange change,
        IReadOnlyList<ProjectClass> states
    )
    {
        foreach (var node in method.OwnNodes)
        {
            switch (node.Kind)
            {
                case FactKind.Assign
                    when IsForeignField(node.Child(FactRole.Target), method, change)
                        && IsState(node.Value(), node.Child(FactRole.Target), method, states):
                    return node;
                case FactKind.Call
                    when node.Callee() is { Facts: not null, Kind: FactKind.Attribute } callee
                        && change.IsSetter(callee.NameOrEmpty())
                        && !callee.Child(FactRole.Object).IsName(method.Receiver)
                        && IsState(node.Argument(0), callee, method, states):
                    return node;
                case FactKind.Return
                    when change.IsAnswering(method)
                        && node.Value().MadeClass(method) is { } made
                        && states.Contains(made.Class!)
                        // What gives another of its own class is a value that is changed by replacing it.
                        && made != method.EnclosingClass?.Unit:
                    return node;
            }
        }
        return default;
    }

    /// <summary>The state attribute (or its property) of another object than the state itself.</summary>
    private static bool IsForeignField(FactNode target, ProjectUnit method, StateChange change) =>
        target.IsKind(FactKind.Attribute)
        && change.Names.Contains(target.NameOrEmpty())
        && !target.Child(FactRole.Object).IsName(method.Receiver);

    /// <summary>A fresh state, a state's class, or something that the context itself keeps.</summary>
    private static bool IsState(
        FactNode value,
        FactNode target,
        ProjectUnit method,
        IReadOnlyList<ProjectClass> states
    )
    {
        value = value.Bare();
        if (!value.Exists())
            return false;
        if ((value.MadeClass(method) ?? value.NamedClass(method)) is { } named)
            return states.Any(s => s.IsRelatedTo(named.Class!));
        var context = target.Child(FactRole.Object);
        if (value.Kind is FactKind.Call)
            return value.CalledObject() is { Facts: not null } asked && asked.IsSameAs(context);
        return value.Kind is FactKind.Attribute
            && value.Child(FactRole.Object) is { Facts: not null } holder
            && (holder.IsSameAs(context) || states.Any(s => holder.IsName(s.Name)));
    }
}
