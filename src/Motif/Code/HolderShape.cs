namespace Motif.Code;

/// <summary>
/// The <see cref="FunctionShape"/>s of all functions that share state, each entry with the function it stands in: the methods of
/// a class with its attributes, or the functions of a module or closure with its variables.
/// </summary>
internal sealed class HolderShape
{
    private HolderShape() { }

    public List<StoreFact> Stores { get; } = [];

    public List<ForwardFact> Forwards { get; } = [];

    public List<CollectFact> Collects { get; } = [];

    public List<ElementCallFact> ElementCalls { get; } = [];

    public List<NamedCallFact> SelfCalls { get; } = [];

    public static HolderShape Of(ProjectUnit holder)
    {
        var shape = new HolderShape();
        if (holder.Class is not null)
            shape.AddMethods(holder);
        else
            shape.AddFunctions(holder, BoundNames(holder));
        return shape;
    }

    /// <summary>The first assignment of one of the function's parameters to that attribute, or none.</summary>
    public StoreFact? InjectionOf(string attribute)
    {
        foreach (var store in Stores)
        {
            if (store.Attribute == attribute && store.Source.Kind is OriginKind.Parameter)
                return store;
        }
        return null;
    }

    /// <summary>The first assignment of that attribute, or none.</summary>
    public StoreFact? StoreOf(string attribute)
    {
        foreach (var store in Stores)
        {
            if (store.Attribute == attribute)
                return store;
        }
        return null;
    }

    /// <summary>The first time that one of the function's parameters is put into that collection, or taken out of it, in one of these ways; or none.</summary>
    public CollectFact? GivenTo(string attribute, params ReadOnlySpan<CollectKind> kinds)
    {
        foreach (var collect in Collects)
        {
            if (
                collect.Attribute == attribute
                && kinds.Contains(collect.Kind)
                && collect.Source.Kind is OriginKind.Parameter
            )
                return collect;
        }
        return null;
    }

    /// <summary>Methods and what is nested in them: all see the receiver.</summary>
    private void AddMethods(ProjectUnit parent)
    {
        foreach (var member in parent.Members)
        {
            if (!member.IsFunction)
                continue;
            var shape = member.Shape;
            foreach (var store in shape.Stores)
                AddIf(!store.IsOuter, Stores, store);
            foreach (var forward in shape.Forwards)
                AddIf(!forward.IsOuter, Forwards, forward);
            foreach (var collect in shape.Collects)
                AddIf(!collect.IsOuter, Collects, collect);
            foreach (var call in shape.ElementCalls)
                AddIf(!call.IsOuter, ElementCalls, call);
            SelfCalls.AddRange(shape.SelfCalls);
            AddMethods(member);
        }
    }

    private void AddFunctions(ProjectUnit parent, HashSet<string> bound)
    {
        foreach (var member in parent.Members)
        {
            if (!member.IsFunction || bound.Count == 0)
                continue;
            var shape = member.Shape;
            foreach (var store in shape.Stores)
                AddIf(store.IsOuter && bound.Contains(store.Attribute), Stores, store);
            foreach (var forward in shape.Forwards)
                AddIf(forward.IsOuter && bound.Contains(forward.Attribute), Forwards, forward);
            foreach (var collect in shape.Collects)
                AddIf(collect.IsOuter && bound.Contains(collect.Attribute), Collects, collect);
            foreach (var call in shape.ElementCalls)
                AddIf(call.IsOuter && bound.Contains(call.Attribute), ElementCalls, call);
            AddFunctions(member, bound);
        }
    }

    private static void AddIf<T>(bool holds, List<T> list, T item)
    {
        if (holds)
            list.Add(item);
    }

    /// <summary>The variables that the module or function itself assigns.</summary>
    private static HashSet<string> BoundNames(ProjectUnit holder)
    {
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in holder.OwnNodes)
        {
            if (node.Kind is FactKind.Name && node.Role is FactRole.Target && node.Name is { } name)
                bound.Add(name);
        }
        return bound;
    }
}
