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

    /// <summary>Fields of the class that are declared with a fresh object of a class of the project; they stand in the class itself.</summary>
    public List<StoreFact> Declared { get; } = [];

    /// <summary>What an object has from the beginning: what constructors store and what is declared with its value.</summary>
    public IEnumerable<StoreFact> InitialStores =>
        Stores.Where(s => s.In.IsConstructor).Concat(Declared);

    public static HolderShape Of(ProjectUnit holder)
    {
        var shape = new HolderShape();
        if (holder.Class is { } owner)
        {
            shape.AddMethods(holder);
            if (holder.File.Facts.Language == "csharp")
                shape.AddDeclared(owner);
        }
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

    private void AddDeclared(ProjectClass owner)
    {
        foreach (var part in owner.Parts)
        {
            foreach (var node in part.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Assign
                    && node.Value().IsKind(FactKind.Call)
                    && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } name
                    && FunctionShapeReader.MadeClass(node.Value(), part) is { } made
                    && owner.Attribute(name.NameOrEmpty())
                        is { IsCollection: false, IsClassLevel: false }
                )
                    Declared.Add(
                        new(
                            part,
                            name.NameOrEmpty(),
                            false,
                            node,
                            node.Value(),
                            new Origin(OriginKind.Made, made.Name, Class: made)
                        )
                    );
            }
        }
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
