namespace Motif.Code.Rules.Shapes;

/// <summary>
/// An object that holds another of its own kind and answers the same calls by passing them on: the common ground of
/// decorator, proxy and chain of responsibility.
/// </summary>
/// <param name="Attribute">Where the other is held.</param>
/// <param name="Store">How it got there.</param>
/// <param name="Forwards">The calls passed on under the same name.</param>
internal sealed record Wrapping(string Attribute, StoreFact Store, List<ForwardFact> Forwards)
{
    /// <summary>The wrapping a class itself does; null where it does none.</summary>
    /// <param name="asLink">Whether the other may be a subclass of an untyped link, the next in a chain.</param>
    public static Wrapping? Of(ProjectClass owner, bool asLink = false)
    {
        foreach (var store in owner.Shape.Stores.Concat(owner.Shape.Declared))
        {
            if (
                store.Source.Kind is not (OriginKind.Parameter or OriginKind.Made)
                || owner.Attribute(store.Attribute)?.IsCollection == true
                || IsOwnPart(store)
                || DeclaredKind.IsAround(owner, store.Attribute)
                || DeclaredKind.IsFunction(store)
                || store.Source.Kind is OriginKind.Made && store.Source.Class == owner.Unit
            )
                continue;
            var same = SameNameForwards(owner, store.Attribute);
            if (same.Count > 0 && IsOwnKind(owner, store.Attribute, same, asLink))
                return HasOther(owner, store.Attribute)
                    ? null
                    : new Wrapping(store.Attribute, store, same);
        }
        return null;
    }

    /// <summary>Whether passing calls on is a good part of what the class does: more than a third of its public methods.</summary>
    public bool IsMainly(ProjectClass owner) => IsAtLeast(owner, 3);

    /// <summary>Whether more than one in <paramref name="parts"/> of the calls that others can make is passed on; its own steps do not count.</summary>
    public bool IsAtLeast(ProjectClass owner, int parts)
    {
        var open = Count(Forwards.FindAll(f => f.In.IsPublic || f.In.IsSpecial));
        var others = owner.Methods.Count(m =>
            m.IsPublic
            && m.Fact.Kind is UnitKind.Method
            && !Forwards.Exists(f => f.In == m)
            && !owner.Shape.SelfCalls.Exists(c => c.Method == m.Name)
        );
        return open > 0 && open * parts > open + others;
    }

    /// <summary>One of many methods that a base has worked out already is passed on to something untyped: the name is shared, not the role.</summary>
    public bool IsOneOfMany(ProjectClass owner)
    {
        var called = Forwards[0].In.Name;
        if (owner.TypesOf(Attribute).Count > 0 || Forwards.Exists(f => f.In.Name != called))
            return false;
        foreach (var parent in owner.Bases)
        {
            if (
                parent.FindMethod(called) is { IsHook: false }
                && parent.Methods.Count(m => m.IsPublic) > 2
            )
                return true;
        }
        return false;
    }

    /// <summary>Another object takes its place later on, by a method that is no constructor: what is kept is a state or a source, not the one that is wrapped.</summary>
    public bool IsExchangedLater(ProjectClass owner) =>
        owner.Shape.Stores.Exists(s =>
            s.Attribute == Attribute
            && !s.In.IsConstructor
            && s.In.Fact.Kind is not UnitKind.Property
            && s.Source.Kind
                is OriginKind.Parameter
                    or OriginKind.Held
                    or OriginKind.Element
                    or OriginKind.Self
        );

    /// <summary>Whether an ancestor does the wrapping already.</summary>
    public static bool IsInherited(ProjectClass owner, bool asLink = false)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (ancestor != owner && Of(ancestor, asLink) is not null)
                return true;
        }
        return false;
    }

    /// <summary>Whether the call stands behind a condition: in a branch, or after a guard that can leave the method.</summary>
    public static bool IsConditional(ForwardFact forward) =>
        IsConditional(forward.In, forward.Call);

    /// <summary>The same of any call in a method: an early return is an else.</summary>
    public static bool IsConditional(ProjectUnit method, FactNode call)
    {
        if (
            call.IsUnder(FactKind.If)
            || call.IsUnder(FactKind.Conditional)
            || call.IsUnder(FactKind.Switch)
            || call.Callee().Exists() && call.Callee().Is(FactFlags.Conditional)
        )
            return true;
        foreach (var statement in method.Node.Body().Steps())
        {
            if (statement.Index > call.Index)
                break;
            if (
                statement.Kind is FactKind.If
                && statement.End <= call.Index
                && !statement.Body().FallsThrough()
            )
                return true;
        }
        return false;
    }

    /// <summary>Whether what the call gives is changed before it is given back: reckoned with, joined, wrapped in another call.</summary>
    public static bool IsAltered(FactNode call)
    {
        var parent = call.Parent;
        while (parent.Kind is FactKind.Await or FactKind.KeywordArgument)
            parent = parent.Parent;
        if (
            parent.Kind
            is FactKind.Binary
                or FactKind.InterpolatedString
                or FactKind.Call
                or FactKind.Attribute
                or FactKind.Unary
                or FactKind.Collection
                or FactKind.Mapping
                or FactKind.Boolean
        )
            return !IsLogged(parent);
        if (
            parent.Kind is not FactKind.Assign
            || parent.Child(FactRole.Target) is not { Facts: not null, Kind: FactKind.Name } local
        )
            return false;
        return IsChangedLater(call, local.NameOrEmpty());
    }

    private static bool IsLogged(FactNode parent) =>
        parent.Kind is FactKind.Call && parent.IsDiscarded();

    /// <summary>A return of something that holds the local but is more than it.</summary>
    private static bool IsChangedLater(FactNode call, string local)
    {
        var function = call.Ancestor(FactKind.Function);
        if (!function.Exists())
            return false;
        for (var i = call.Index; i < function.End; i++)
        {
            var node = call.Facts[i];
            if (
                node.Kind is FactKind.Return
                && node.Value().Exists()
                && !node.Value().Bare().IsName(local)
                && node.Mentions(local)
            )
                return true;
        }
        return false;
    }

    /// <summary>Passing the same calls on to several held objects makes it a node of a tree, no wrapper.</summary>
    private static bool HasOther(ProjectClass owner, string attribute)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute != attribute
                && forward.Method == forward.In.Name
                && !forward.In.IsSpecial
                && owner.Shape.StoreOf(forward.Attribute) is not null
            )
                return true;
        }
        return false;
    }

    /// <summary>Made with the wrapper itself as an argument: a part that knows its whole, not what the whole stands for.</summary>
    private static bool IsOwnPart(StoreFact store)
    {
        var made = store.Value.Bare();
        return store.Source.Kind is OriginKind.Made
            && made.IsKind(FactKind.Call)
            && made.HandsOver(store.In.Receiver);
    }

    private static List<ForwardFact> SameNameForwards(ProjectClass owner, string attribute)
    {
        var found = new List<ForwardFact>();
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && forward.Method == forward.In.Name
                && (!forward.In.IsSpecial || forward.In.Name is "__call__")
                && Forwarding.IsPassedOn(forward)
            )
                found.Add(forward);
            else if (
                forward is { Method: null, In.Name: "__call__" }
                && forward.Attribute == attribute
            )
                found.Add(forward);
            else if (forward.Attribute == attribute && Forwarding.IsPassedOn(forward))
                found.AddRange(OwnSteps.CallsOfStep(owner, forward));
        }
        return found.Count > 0 ? found : OwnSteps.CallsOfHeirs(owner, attribute);
    }

    /// <summary>
    /// By type: the attribute's class is an ancestor, the class itself or a sibling; a declared type that is none settles it. Untyped: the class has a base in the
    /// project that declares the call, or another class of the file answers all of these calls.
    /// </summary>
    private static bool IsOwnKind(
        ProjectClass owner,
        string attribute,
        List<ForwardFact> same,
        bool asLink
    )
    {
        var types = owner.TypesOf(attribute);
        if (DeclaredKind.IsKnown(owner, attribute))
            return same.Exists(f => DeclaredKind.IsOwn(owner, attribute, f.In.Name));
        foreach (var type in types)
        {
            if (type.Class!.IsRelatedTo(owner))
                return true;
        }
        // What TypeScript declares to be of another kind is of another kind, and what it does not declare is nothing of the project.
        if (owner.Unit.File.Facts.Language is "typescript")
            return false;
        foreach (var parent in owner.AncestorsAndSelf())
        {
            if (
                parent != owner
                && types.Count == 0
                && !LibraryMethods.Has(same[0].In.Name)
                && parent.Method(same[0].In.Name) is not null
            )
                return true;
        }
        // The base of untyped links: the next one is some subclass of it.
        if (asLink && types.Count == 0 && owner.Subclasses.Count > 0 && same.Exists(IsConditional))
            return true;
        return HasTwin(owner, types, same);
    }

    /// <summary>A class that is no kin by inheritance but answers the same calls.</summary>
    private static bool HasTwin(
        ProjectClass owner,
        IReadOnlyList<ProjectUnit> types,
        List<ForwardFact> same
    )
    {
        // What any stream or collection answers is no sign of kin, unless it is all the class does.
        if (
            types.Count == 0
            && same.TrueForAll(f => LibraryMethods.Has(f.In.Name))
            && Count(same) < PublicMethods(owner)
        )
            return false;
        foreach (var unit in types.Count > 0 ? types : owner.Unit.File.Classes)
        {
            var twin = unit.Class!;
            if (twin == owner || Of(same, twin) is false || twin.IsSubclassOf(owner))
                continue;
            // What has a base that does not know the call is something else, which like names do not make kin.
            if (owner.Bases.Count > 0 && !twin.IsRelatedTo(owner))
                continue;
            // One shared call could be chance, unless it is all the class does.
            if (Count(same) >= Math.Min(2, PublicMethods(owner)))
                return true;
        }
        return false;
    }

    private static bool Of(List<ForwardFact> same, ProjectClass twin)
    {
        foreach (var forward in same)
        {
            if (twin.FindMethod(forward.In.Name) is null)
                return false;
        }
        return true;
    }

    private static int Count(List<ForwardFact> same)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var forward in same)
            names.Add(forward.In.Name);
        return names.Count;
    }

    private static int PublicMethods(ProjectClass owner) =>
        owner.Methods.Count(m => m.IsPublic && m.Fact.Kind is UnitKind.Method);
}
