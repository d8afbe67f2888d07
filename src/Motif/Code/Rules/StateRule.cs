namespace Motif.Code.Rules;

/// <summary>Finds objects whose behaviour is another object that is replaced as things happen.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What is possible when stands in one class per state instead of in conditions everywhere.</para>
/// <para><b>Example.</b> <code>class Draft(State):
///     def publish(self, document):
///         document.state = Moderation()</code></para>
/// <para><b>Structure.</b> <c>object</c>: calls are left to a kept object of several implementations, and an implementation (or the
/// answer to the call) replaces it. <c>method</c>: the kept thing is one of the own methods and methods replace it. <c>class</c>: the
/// object changes its own class. <c>table</c>: the next state is looked up by the present one.</para>
/// <para><b>Limits.</b> A kept object that only outsiders replace is a strategy; comparing a field with constants is a flag.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class StateRule : ICodeRule
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
        var seen = new HashSet<(string, string)>();
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not { } method
                || method.StartsWith("__", StringComparison.Ordinal)
                || !seen.Add((forward.Attribute, method))
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
                    when change.KeptAnswer.Exists()
                        && node.Value().MadeClass(method) is { } made
                        && states.Contains(made.Class!):
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

    /// <summary>The present state is one of the own methods.</summary>
    private bool FindMethods(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (forward.Method is not null)
                continue;
            var targets = new HashSet<string>(StringComparer.Ordinal);
            StoreFact? replaced = null;
            foreach (var store in owner.Shape.Stores)
            {
                if (
                    store.Attribute != forward.Attribute
                    || !store.Value.Bare().IsOwnAttribute(store.In, out var name)
                    || owner.FindMethod(name) is null
                )
                    continue;
                targets.Add(name);
                if (!store.In.IsConstructor)
                    replaced = store;
            }
            if (targets.Count < 2 || replaced is null)
                continue;
            found
                .Match(this, unit)
                .Must("the present state is one of the own methods", forward.Call)
                .Must("a method replaces it", replaced.Value.Node)
                .Should(.15, "there are several states", targets.Count >= 2)
                .Should(
                    .10,
                    "a state brings about the next",
                    targets.Contains(replaced.Value.In.Name)
                )
                .Named("state")
                .Variant("method")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary><c>self.state = TABLE[self.state, event]</c>.</summary>
    private bool FindTable(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            var lookup = Lookup(store);
            if (!lookup.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("the next state is looked up", lookup)
                .Must("by the present one", store.Node)
                .Should(
                    .15,
                    "the table is held apart from the state",
                    store.Source.Kind is OriginKind.Element
                )
                .Should(
                    .10,
                    "an unknown transition is refused",
                    store.In.Node.Body().First(FactKind.Raise)
                )
                .Named("state", "machine", "transition")
                .Variant("table")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>A subscript or get whose key is the attribute that is being replaced.</summary>
    private static FactNode Lookup(StoreFact store)
    {
        if (store.In.IsConstructor)
            return default;
        var value = store.Value.Bare();
        if (value.IsKind(FactKind.Name))
            value = LocalValue(store.In, value.NameOrEmpty());
        if (!value.Exists() || value.Kind is not (FactKind.Subscript or FactKind.Call))
            return default;
        if (value.Kind is FactKind.Call && value.CalleeName() is not ("get" or "GetValueOrDefault"))
            return default;
        for (var i = value.Index; i < value.End; i++)
        {
            if (
                value.Facts[i] is var node
                && node.Kind is FactKind.Attribute
                && node.IsOwnAttribute(store.In, out var name)
                && name == store.Attribute
                && node.Role is not FactRole.Object
            )
                return IsTransition(node, value, store.In) ? value : default;
        }
        return default;
    }

    /// <summary>The state goes into the key together with what happened, or the table is none of the object's own attributes.</summary>
    private static bool IsTransition(FactNode state, FactNode lookup, ProjectUnit method)
    {
        if (state.Parent.Kind is FactKind.Collection or FactKind.InterpolatedString)
            return true;
        var table =
            lookup.Kind is FactKind.Subscript
                ? lookup.Child(FactRole.Object)
                : lookup.CalledObject();
        return table.Exists()
            && (table.Kind is FactKind.Subscript || !table.IsOwnAttribute(method, out _));
    }

    private static FactNode LocalValue(ProjectUnit method, string local)
    {
        foreach (var node in method.OwnNodes)
        {
            if (node.Kind is FactKind.Assign && node.Child(FactRole.Target).IsName(local))
                return node.Value().Bare();
        }
        return default;
    }

    private void FindClassSwap(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute != "__class__" || store.In.IsConstructor)
                continue;
            found
                .Match(this, unit)
                .Must("the object changes its own class", store.Node)
                .Should(
                    .20,
                    "to another of its kind",
                    store.Value.NamedClass(store.In) is not null
                        || store.Source.Kind is OriginKind.Parameter
                )
                .Named("state")
                .Variant("class")
                .Report();
            return;
        }
    }
}
