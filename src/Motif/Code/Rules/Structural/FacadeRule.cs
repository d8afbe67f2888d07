using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds objects and functions that put one simple call in front of several parts of a subsystem.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Callers depend on one thing instead of many, and the order of the steps is written once.</para>
/// <para><b>Example.</b> <code>class Computer:
///     def __init__(self):
///         self._cpu, self._memory, self._disk = Cpu(), Memory(), Disk()
///
///     def start(self):
///         self._cpu.freeze()
///         self._memory.load(0, self._disk.read(0, 1024))
///         self._cpu.jump(0)</code></para>
/// <para><b>Structure.</b> Objects of at least two classes of the project, no kin of the own, are made (or made unless given), and
/// one method calls two or more of them; or a method or function makes several such objects itself and calls each.</para>
/// <para><b>Limits.</b> An object that itself needs many others, extends a class that works or keeps as much besides, has parts but
/// hides none; parts made of each other are one thing, as a window is; parts that are handed in and declared by interfaces are dependency injection; parts
/// that know the whole are a mediator's colleagues.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class FacadeRule : ICodeRule
{
    /// <summary>Statements of a method that makes its parts and calls each.</summary>
    private const int MaxLocal = 20;

    /// <summary>C#: what has more methods than one can look over does not make anything simpler.</summary>
    private const int MaxMethods = 20;

    public string Name => "facade";

    public string Title => "Facade";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Methods.Count == 0 || unit.Fact.Has(UnitTraits.Test) || owner.IsException)
            return;
        _ =
            FindHeld(unit, owner, found)
            || FindGiven(unit, owner, found)
            || FindLocal(unit, owner, found);
    }

    private bool FindHeld(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var parts = Parts(owner);
        if (parts.Count < 2)
            return false;
        var best = 0;
        FactNode coordinated = default;
        foreach (var method in owner.Methods)
        {
            var used = UsedParts(method, parts, out var call);
            if (used <= best || method.IsConstructor)
                continue;
            (best, coordinated) = (used, call);
        }
        // Two parts that one call uses are what most objects are made of.
        if (unit.File.IsCSharp && owner.Methods.Count > MaxMethods)
            return false;
        if (best < 2 || parts.Count < 3 && owner.Bases.Count + owner.ExternalBases.Count > 0)
            return false;
        found
            .Match(this, unit)
            .Must("it makes parts of several classes", parts.Values.First().Node)
            .Must("one call of it becomes calls of several parts", coordinated)
            .Not(Related(owner, parts.Values))
            .Not(KnowTheWhole(parts.Values))
            .Not(StandsForItself(owner))
            .Not(HasStateOfItsOwn(owner, parts))
            .Not(AreFitted(parts))
            .Not(!IsWhatItDoes(owner, parts))
            .Must("the parts are of different classes", DistinctClasses(parts.Values) >= 2)
            .Should(.15, "callers need not know them", owner.Methods.Any(m => m.IsPublic))
            .Should(.10, "it coordinates three or more", best >= 3 || parts.Count >= 3)
            .Should(.05, "it stands in no hierarchy", owner.Bases.Count == 0)
            .Named("facade", "system")
            .Variant("object")
            .With(parts.Values.Select(p => p.Source.Class!))
            .Report();
        return true;
    }

    /// <summary>
    /// A kind of something else with workings of its own, or an object that needs several others to be made: those are there for
    /// their own sake, not to spare callers the parts.
    /// </summary>
    private static bool StandsForItself(ProjectClass owner)
    {
        foreach (var parent in owner.Bases)
        {
            if (!parent.IsAbstract || parent.Methods.Any(m => m.IsPublic && !m.IsHook))
                return true;
        }
        return owner.Methods.Any(m => m.IsConstructor && m.RequiredParameters >= 3);
    }

    /// <summary>It keeps as much besides its parts: an object with a life of its own, for which the parts work.</summary>
    private static bool HasStateOfItsOwn(
        ProjectClass owner,
        SortedDictionary<string, StoreFact> parts
    )
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var store in owner.Shape.Stores)
        {
            if (!parts.ContainsKey(store.Attribute) && !HasEntries(store, parts))
                others.Add(store.Attribute);
        }
        return others.Count >= parts.Count;
    }

    /// <summary>Half of the parts are made with another part: they are built into one thing, as the widgets of a window are.</summary>
    private static bool AreFitted(SortedDictionary<string, StoreFact> parts)
    {
        var fitted = 0;
        foreach (var part in parts.Values)
        {
            var isFitted = parts.Keys.Any(k =>
                k != part.Attribute && FirstUse.Mentions(part.Value, part.In, k)
            );
            fitted += isFitted ? 1 : 0;
        }
        return fitted * 2 >= parts.Count;
    }

    /// <summary>At least half of its public methods call parts, and not only what any object of the library can be asked.</summary>
    private static bool IsWhatItDoes(ProjectClass owner, SortedDictionary<string, StoreFact> parts)
    {
        int calling = 0,
            all = 0;
        var isOwn = false;
        foreach (var method in owner.Methods)
        {
            if (!method.IsPublic || method.Fact.Kind is not UnitKind.Method)
                continue;
            all++;
            calling += UsedParts(method, parts, out _) > 0 ? 1 : 0;
            isOwn |=
                method.Shape.Forwards.Exists(f =>
                    parts.ContainsKey(f.Attribute)
                    && f.Method is { } called
                    && !LibraryMethods.Has(called)
                )
                || CalledInTurn(method).Any(parts.ContainsKey)
                || method.Shape.ElementCalls.Exists(c =>
                    EntryOf(c) is { } entry
                    && parts.ContainsKey(entry)
                    && !LibraryMethods.Has(c.Method!)
                );
        }
        return isOwn && calling * 2 >= all;
    }

    /// <summary>Attributes that hold an object made by the class, by name.</summary>
    private static SortedDictionary<string, StoreFact> Parts(ProjectClass owner)
    {
        var parts = new SortedDictionary<string, StoreFact>(StringComparer.Ordinal);
        foreach (var store in owner.Shape.Stores)
        {
            var made = store.Source is { Kind: OriginKind.Made, Class: not null }
                ? store
                : MadeUnlessGiven(store);
            if (
                made is { } part
                && part.In.IsConstructor
                && !part.Source.Class!.Class!.IsException
                && !part.Source.Class.Fact.Has(UnitTraits.DataType)
            )
                parts.TryAdd(part.Attribute, part);
        }
        AddDeclared(owner, parts);
        AddEntries(owner, parts);
        return parts;
    }

    /// <summary><c>self._x = x or X()</c>.</summary>
    private static StoreFact? MadeUnlessGiven(StoreFact store)
    {
        if (
            !store.Value.Exists()
            || store.Value.Kind is not (FactKind.Boolean or FactKind.Conditional or FactKind.Binary)
        )
            return null;
        foreach (var child in store.Value.Children())
        {
            if (child.MadeClass(store.In) is { } made)
                return store with { Source = new Origin(OriginKind.Made, made.Name, Class: made) };
        }
        return null;
    }

    private static int UsedParts(
        ProjectUnit method,
        SortedDictionary<string, StoreFact> parts,
        out FactNode call
    )
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        call = default;
        foreach (var forward in method.Shape.Forwards)
        {
            // What is done over and over is work of its own, for which it has the parts.
            if (
                forward.Method is null
                || !parts.ContainsKey(forward.Attribute)
                || forward.IsOuter
                || forward.Call.EnclosingLoop().Exists()
            )
                continue;
            if (used.Add(forward.Attribute) && !call.Exists())
                call = forward.Call;
        }
        foreach (var element in method.Shape.ElementCalls)
        {
            if (
                element.Method is null
                || element.IsOuter
                || EntryOf(element) is not { } entry
                || !parts.ContainsKey(entry)
            )
                continue;
            if (used.Add(entry) && !call.Exists())
                call = element.Call;
        }
        foreach (var attribute in CalledInTurn(method))
        {
            if (parts.ContainsKey(attribute) && used.Add(attribute) && !call.Exists())
                call = method.Node;
        }
        return used.Count;
    }

    private static bool Related(ProjectClass owner, IEnumerable<StoreFact> parts)
    {
        foreach (var part in parts)
        {
            if (part.Source.Class!.Class!.IsRelatedTo(owner))
                return true;
        }
        return false;
    }

    /// <summary>A part is given the whole itself.</summary>
    private static bool KnowTheWhole(IEnumerable<StoreFact> parts)
    {
        foreach (var part in parts)
        {
            var call = part.Value.Bare();
            if (call.IsKind(FactKind.Call) && call.HandsOver(part.In.Receiver))
                return true;
        }
        return false;
    }

    private static int DistinctClasses(IEnumerable<StoreFact> parts)
    {
        var classes = new HashSet<ProjectUnit>();
        foreach (var part in parts)
            classes.Add(part.Source.Class!);
        return classes.Count;
    }

    /// <summary>A method that makes the parts itself and calls each of them.</summary>
    private bool FindLocal(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        // What was handed in or is kept is worked with; a facade of parts made in the call has nothing else.
        if (owner.Bases.Count + owner.ExternalBases.Count > 0)
            return false;
        foreach (var method in owner.Methods)
        {
            // A program begins somewhere, and uses what it needs.
            if (
                !owner.Shape.Stores.TrueForAll(s => IsMadeIn(method, s))
                || method.Name is "Main" or "main"
                || method.HasLoop
                || IsLongerWork(method)
            )
                continue;
            var classes = new List<ProjectUnit>();
            var fresh = new HashSet<ProjectUnit>();
            FactNode first = default;
            foreach (var node in method.OwnCalls)
            {
                if (
                    node.Kind is not FactKind.Call
                    || CalledMade(method, node) is not { } made
                    || classes.Contains(made)
                )
                    continue;
                if (
                    made.Class!.IsRelatedTo(owner)
                    || made.Class.IsException
                    || made.Fact.Has(UnitTraits.DataType)
                )
                    continue;
                classes.Add(made);
                if (Makes(method, node))
                    fresh.Add(made);
                first = first.Exists() ? first : node;
            }
            // Static calls of others are what all code consists of.
            if (classes.Count < 3 || fresh.Count < 2)
                continue;
            found
                .Match(this, unit)
                .Must("a method makes parts of several classes and calls each", first)
                .Should(.15, "it is called from outside", method.IsPublic)
                .Should(.05, "it stands in no hierarchy", owner.Bases.Count == 0)
                .Named("facade", "system")
                .Variant("local")
                .With(classes)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>More statements than the parts need: an algorithm that uses them.</summary>
    private static bool IsLongerWork(ProjectUnit method)
    {
        var statements = 0;
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind
                is FactKind.ExpressionStatement
                    or FactKind.Assign
                    or FactKind.If
                    or FactKind.Try
                    or FactKind.Switch
                    or FactKind.Return
            )
                statements++;
        }
        return statements > MaxLocal;
    }

    private static bool Makes(ProjectUnit method, FactNode call) =>
        call.CalledObject().NamedClass(method) is null;

    private static bool IsMadeIn(ProjectUnit method, StoreFact store) =>
        store.In == method && store.Source.Kind is OriginKind.Made;

    /// <summary>The class whose fresh instance's method is called, directly or by a local; null for other calls.</summary>
    private static ProjectUnit? CalledMade(ProjectUnit method, FactNode call)
    {
        var target = call.CalledObject();
        // A static call asks the part as well as one of a fresh object.
        if (target.NamedClass(method) is { } named)
            return named;
        if (
            target.IsOwnAttribute(method, out var kept)
            && method.Shape.Stores.Find(s => s.Attribute == kept)
                is { Source: { Kind: OriginKind.Made, Class: { } own } }
        )
            return own;
        return
            target.Exists()
            && method.Shape.OriginOf(target) is { Kind: OriginKind.Made, Class: { } made }
            ? made
            : null;
    }
}
