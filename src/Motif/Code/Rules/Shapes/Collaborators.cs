namespace Motif.Code.Rules.Shapes;

/// <summary>Which classes can stand where an object is held or handed in: by its type, by a protocol's methods, or, untyped, by what is called on it.</summary>
internal static class Collaborators
{
    /// <summary>The concrete classes that an attribute can hold and that have the method; those of the owner's own hierarchy are left out.</summary>
    public static IReadOnlyList<ProjectClass> Of(
        ProjectClass owner,
        string attribute,
        string? method
    ) => owner.CollaboratorsOf(attribute, method ?? "__call__", Find);

    private static List<ProjectClass> Find(ProjectClass owner, string attribute, string method)
    {
        if (Containers.Inject(owner, attribute))
            return [];
        var types = owner.TypesOf(attribute);
        var found = Of(owner.Unit.File, types, method, owner);
        if (types.Count == 0)
            AddHandedIn(owner, attribute, method, found);
        else if (IsPlaceholder(owner, attribute, types))
            found.AddRange(Ducks(owner.Unit.File, method, owner).Where(d => !found.Contains(d)));
        found.RemoveAll(c => c.IsRelatedTo(owner));
        // What tests put in its place is no choice of the program.
        if (owner.Unit.File.IsScript && !owner.Unit.Fact.Has(UnitTraits.Test))
            found.RemoveAll(c => c.Unit.Fact.Has(UnitTraits.Test));
        return found;
    }

    /// <summary>
    /// What was seen there is one class without kin, made to begin with, and callers put in what they like: a null object, or a default.
    /// </summary>
    private static bool IsPlaceholder(
        ProjectClass owner,
        string attribute,
        IReadOnlyList<ProjectUnit> types
    ) =>
        types is [{ Class: { Bases.Count: 0, Subclasses.Count: 0 } }]
        && owner.Shape.Stores.Exists(s =>
            s.Attribute == attribute && s.Source.Kind is not OriginKind.Parameter
        )
        && (
            owner.Shape.GivenTo(attribute, CollectKind.Put, CollectKind.Add) is { } put
                && AttributeTypes.OfParameter(put.In, put.Source.Name).Count == 0
            || owner.Shape.InjectionOf(attribute) is { } given
                && AttributeTypes.OfParameter(given.In, given.Source.Name).Count == 0
        );

    /// <summary>Untyped, what callers are seen to hand in tells what is held.</summary>
    private static void AddHandedIn(
        ProjectClass owner,
        string attribute,
        string method,
        List<ProjectClass> found
    )
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute != attribute || store.Source.Kind is not OriginKind.Parameter)
                continue;
            foreach (var given in HandedIn.Classes(store.In, store.Source.Name))
            {
                if (
                    given != owner
                    && !found.Contains(given)
                    && given.FindMethod(method) is { IsHook: false }
                )
                    found.Add(given);
            }
        }
    }

    /// <summary>The concrete classes that a parameter can be and that have the method.</summary>
    public static List<ProjectClass> OfParameter(
        ProjectUnit function,
        string parameter,
        string method
    ) =>
        Of(
            function.File,
            AttributeTypes.OfParameter(function, parameter),
            method,
            function.EnclosingClass
        );

    /// <summary>Whether one of the types is left to subclasses or is a protocol.</summary>
    public static bool IsAbstraction(IReadOnlyList<ProjectUnit> types)
    {
        foreach (var type in types)
        {
            if (type.Class!.IsAbstract)
                return true;
        }
        return false;
    }

    /// <summary>Whether the classes have a base class in the project in common.</summary>
    public static bool ShareBase(IReadOnlyList<ProjectClass> classes)
    {
        if (classes.Count < 2)
            return false;
        foreach (var ancestor in classes[0].AncestorsAndSelf())
        {
            var isShared = true;
            for (var i = 1; i < classes.Count && isShared; i++)
                isShared = classes[i].IsSubclassOf(ancestor);
            if (isShared)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Classes of the file that are no kin of the owner and define the method, whatever they derive from; none for a method that
    /// any object of the standard library could be asked.
    /// </summary>
    public static List<ProjectClass> Ducks(ProjectFile file, string method, ProjectClass? owner)
    {
        var found = new OrderedSet();
        if (LibraryMethods.Has(method))
            return found.Items;
        foreach (var definer in file.ClassesWith(method))
        {
            AddDuck(definer);
            foreach (var heir in definer.Descendants())
            {
                if (heir.Unit.File == file)
                    AddDuck(heir);
            }
        }
        return found.Items;

        void AddDuck(ProjectClass candidate)
        {
            if (
                candidate != owner
                && !(owner is not null && candidate.IsRelatedTo(owner))
                && candidate.FindMethod(method) is { IsAbstract: false }
                && !candidate.IsInterface
            )
                found.Add(candidate);
        }
    }

    private static List<ProjectClass> Of(
        ProjectFile file,
        IReadOnlyList<ProjectUnit> types,
        string method,
        ProjectClass? owner
    )
    {
        if (types.Count == 0)
            return Ducks(file, method, owner);
        var found = new OrderedSet();
        foreach (var type in types)
        {
            AddConcrete(type.Class!, method, found);
            // A concrete class stands for its siblings too: the type was seen, not declared. In TypeScript it is declared.
            foreach (var parent in file.Facts.Language is "typescript" ? [] : type.Class!.Bases)
                AddConcrete(parent, method, found);
            if (type.Class!.IsInterface && type.Class.Subclasses.Count == 0)
                AddStructural(type.Class, method, found);
        }
        return found.Items;
    }

    private static void AddConcrete(ProjectClass top, string method, OrderedSet found)
    {
        Add(top, method, found);
        foreach (var descendant in top.Descendants())
            Add(descendant, method, found);
    }

    private static void Add(ProjectClass candidate, string method, OrderedSet found)
    {
        if (
            candidate.FindMethod(method) is { IsHook: false }
            && !candidate.Unit.Fact.Has(UnitTraits.Abstract)
            && !candidate.IsInterface
        )
            found.Add(candidate);
    }

    /// <summary>A protocol's implementers need not name it: classes of its file with all of its methods.</summary>
    private static void AddStructural(ProjectClass protocol, string method, OrderedSet found)
    {
        foreach (var unit in protocol.Unit.File.Classes)
        {
            if (unit.Class != protocol && Implements(unit.Class!, protocol))
                Add(unit.Class!, method, found);
        }
    }

    /// <summary>Classes in the order in which they were found, each once; a framework's base class has thousands.</summary>
    private sealed class OrderedSet
    {
        private readonly HashSet<ProjectClass> _seen = [];

        public List<ProjectClass> Items { get; } = [];

        public void Add(ProjectClass candidate)
        {
            if (_seen.Add(candidate))
                Items.Add(candidate);
        }
    }

    /// <summary>Whether the class has every method of the protocol.</summary>
    public static bool Implements(ProjectClass candidate, ProjectClass protocol)
    {
        if (protocol.Methods.Count == 0)
            return false;
        foreach (var method in protocol.Methods)
        {
            if (candidate.FindMethod(method.Name) is null)
                return false;
        }
        return true;
    }
}
