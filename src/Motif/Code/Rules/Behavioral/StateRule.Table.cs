using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>States that are methods, classes or entries of a table.</summary>
internal sealed partial class StateRule
{
    /// <summary>The present state is one of the own methods.</summary>
    private bool FindMethods(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (forward.Method is not null)
                continue;
            var targets = new HashSet<string>(StringComparer.Ordinal);
            var replaced = new List<StoreFact>();
            foreach (var store in owner.Shape.Stores)
            {
                if (
                    store.Attribute != forward.Attribute
                    || store.In.Fact.Has(UnitTraits.ClassMethod)
                    || store.In.Fact.Has(UnitTraits.Static)
                    || store.In.Name is "__init_subclass__"
                    || !store.Value.Bare().IsOwnAttribute(store.In, out var name)
                    || owner.FindMethod(name) is null
                )
                    continue;
                targets.Add(name);
                if (!store.In.IsConstructor)
                    replaced.Add(store);
            }
            if (targets.Count < 2 || replaced.Count == 0)
                continue;
            var next = replaced.FindIndex(s => targets.Contains(s.In.Name));
            // One place that picks one of several methods chooses how to work; things that happen lead from state to state.
            if (next < 0 && replaced.TrueForAll(s => s.In == replaced[0].In))
                continue;
            found
                .Match(this, unit)
                .Must("the present state is one of the own methods", forward.Call)
                .Must("a method replaces it", replaced[Math.Max(next, 0)].Node)
                .Should(.15, "there are several states", targets.Count >= 2)
                .Should(.10, "a state brings about the next", next >= 0)
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
                // What is kept as it was if nothing is found is no key.
                && (value.Kind is not FactKind.Call || value.Argument(0).Holds(node))
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
        // A local is made for the purpose: old numbers are turned into new ones.
        if (
            table.IsKind(FactKind.Name)
            && LocalValue(method, table.NameOrEmpty()) is { Facts: not null } made
            && made.Kind is FactKind.Call
        )
            return false;
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
            // Back to its own class or base is no other state: an object that forgets what it was, or is made at last.
            if (
                store.Attribute != "__class__"
                || store.In.IsConstructor
                || store.Value.NamedClass(store.In) is { } named && owner.IsSubclassOf(named.Class!)
            )
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
