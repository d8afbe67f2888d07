namespace Motif.Code.Rules.Shapes;

/// <summary>
/// How the state that a class keeps in an attribute can be replaced, and by which methods it possibly is: most classes have states
/// of hundreds of candidates, of which not one replaces anything, and need not be read.
/// </summary>
internal sealed class StateChange
{
    private readonly HashSet<string> _setters;
    private readonly HashSet<ProjectUnit> _writers;

    /// <summary>The classes that have the writers; by them most candidates are told from states without reading their methods.</summary>
    private readonly HashSet<ProjectClass> _writing;

    private StateChange(
        HashSet<string> names,
        HashSet<string> setters,
        HashSet<ProjectUnit> writers,
        FactNode keptAnswer
    )
    {
        (Names, _setters, _writers, KeptAnswer) = (names, setters, writers, keptAnswer);
        _writing = [.. writers.Select(w => w.Owner).OfType<ProjectClass>()];
    }

    /// <summary>The attribute's own name and those of the methods and properties that set it from a parameter.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary><c>self.state = self.state.on_event(event)</c>, or none.</summary>
    public FactNode KeptAnswer { get; }

    /// <summary>Whether any method of the project could do it.</summary>
    public bool IsPossible => _writers.Count > 0 || _setters.Count > 0 || KeptAnswer.Exists();

    public static StateChange Of(ProjectClass owner, string attribute)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { attribute };
        var kept = default(FactNode);
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute != attribute)
                continue;
            if (
                !store.In.IsConstructor
                && store.Source.Kind is OriginKind.Parameter or OriginKind.Element
            )
                names.Add(store.In.Name);
            if (IsAnswer(store))
                kept = store.Node;
        }
        var setters = names.Where(n => owner.FindMethod(n) is not null);
        var writers = names.SelectMany(owner.Unit.File.Project.WritersOf);
        return new StateChange(
            names,
            setters.ToHashSet(StringComparer.Ordinal),
            [.. writers],
            kept
        );
    }

    /// <summary>Whether a call by that name sets the state.</summary>
    public bool IsSetter(string name) => _setters.Contains(name);

    /// <summary>Whether any of its methods could.</summary>
    public bool IsPossibleFor(ProjectClass state) =>
        _setters.Count > 0
        || KeptAnswer.Exists()
        || state.AncestorsAndSelf().Any(_writing.Contains);

    /// <summary>Whether the method has anything that could set it; most have not.</summary>
    public bool IsPossibleIn(ProjectUnit method) =>
        _writers.Contains(method)
        || _setters.Count > 0 && method.Has(FactKind.Call)
        || KeptAnswer.Exists() && method.Has(FactKind.Return);

    /// <summary>Whether it is the method whose answer is kept.</summary>
    public bool IsAnswering(ProjectUnit method) =>
        KeptAnswer.Exists() && KeptAnswer.Value().Bare().CalleeName() == method.Name;

    private static bool IsAnswer(StoreFact store)
    {
        var call = store.Value.Bare();
        return call.IsKind(FactKind.Call)
            && call.CalledObject() is { Facts: not null } target
            && target.IsOwnAttribute(store.In, out var name)
            && name == store.Attribute;
    }
}
