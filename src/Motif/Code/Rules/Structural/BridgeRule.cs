using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds two hierarchies that vary apart: an abstraction with refinements, and the implementations it leaves its work to.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> M refinements and N implementations take M + N classes instead of M · N.</para>
/// <para><b>Example.</b> <code>class Remote:
///     def __init__(self, device: Device):
///         self._device = device
///
///     def toggle(self):
///         self._device.power(not self._device.on)
///
/// class AdvancedRemote(Remote):
///     def mute(self):
///         self._device.volume(0)</code></para>
/// <para><b>Structure.</b> An implementation of another hierarchy with at least two classes is handed in and called; the holder
/// has refinements of its own that build on it.
/// What refinements store themselves under one name counts as the abstraction's; one class alone counts where it tells one of several
/// implementations its own state, which it changes by other methods.</para>
/// <para><b>Limits.</b> Without refinements or state of its own it is a strategy; within one hierarchy a decorator.
/// In C# and TypeScript one of several collaborators of the project is none.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class BridgeRule : ICodeRule
{
    public string Name => "bridge";

    public string Title => "Bridge";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (!FindRefined(unit, owner, found) && !FindInHeirs(unit, owner, found))
            FindOwnState(unit, owner, found);
    }

    private bool FindRefined(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var descendants = owner.Descendants();
        // Tests hold what they test.
        if (
            descendants.Count == 0
            || unit.Fact.Has(UnitTraits.Test)
            || descendants.Any(d => d.Unit.Fact.Has(UnitTraits.Test))
        )
            return false;
        foreach (var (attribute, given) in Given(owner))
        {
            if (
                owner.Attribute(attribute)?.IsCollection == true
                || Forwarding.IsFace(owner, attribute)
                || IsOneOfServices(owner, attribute)
            )
                continue;
            var forwards = Forwards(owner, descendants, attribute);
            if (forwards.Count == 0)
                continue;
            var implementations = Collaborators.Of(owner, attribute, forwards[0].Method);
            if (implementations.Count == 0 && owner.TypesOf(attribute).Count == 0)
                implementations = Alike(unit.File, forwards[0].Method!, owner);
            var refined = descendants.Where(d => IsRefined(d, owner, forwards)).ToList();
            if (
                implementations.Count < 2
                || refined.Count == 0
                || implementations.Any(i => descendants.Any(d => d.IsRelatedTo(i)))
            )
                continue;
            var types = owner.TypesOf(attribute);
            // What is declared to be a class that works by itself is used, not one side of two that vary.
            if (
                types.Count == 0
                    ? !IsInterface(forwards, implementations)
                    : !IsLeftOpen(forwards, types)
            )
                continue;
            if (
                types.Count == 0 && forwards.TrueForAll(f => LibraryMethods.Has(f.Method!))
                || types.Any(t => !IsMadeFor(t.Class!, forwards))
                || IsHeldElsewhere(types, owner, implementations)
            )
                continue;
            found
                .Match(this, unit)
                .Must("an implementation is handed in", given)
                .Must("the work is left to it", forwards[0].Call)
                .Must("the abstraction is refined", refined[0].Unit.Node)
                .Should(
                    .10,
                    "implementations share a base or all answer the call",
                    Collaborators.ShareBase(implementations) || types.Count == 0
                )
                .Should(
                    .10,
                    "a refinement uses the implementation itself",
                    forwards.Exists(f => f.In.Owner != owner)
                )
                .Should(
                    .10,
                    "the implementation is declared by an interface",
                    Collaborators.IsAbstraction(types)
                )
                .Should(.05, "there are several refinements", refined.Count >= 2)
                .Named("bridge", "abstraction", "implementation")
                .With(refined.Select(r => r.Unit))
                .With(implementations.Select(i => i.Unit))
                .With(types)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>TypeScript and C#: of several objects of the project that a constructor is given, none is the one side of two that vary.</summary>
    private static bool IsOneOfServices(ProjectClass owner, string attribute) =>
        (owner.Unit.File.IsScript || owner.Unit.File.IsCSharp)
        && owner.Shape.Stores.Exists(s =>
            s.Attribute != attribute
            && s.Source.Kind is OriginKind.Parameter
            && s.In.IsConstructor
            && owner.TypesOf(s.Attribute).Count > 0
        );

    /// <summary>What the constructor is given, and what is declared of an own type, without a value, for callers to set.</summary>
    private static IEnumerable<(string Attribute, FactNode Where)> Given(ProjectClass owner)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Source.Kind is OriginKind.Parameter && store.In.IsConstructor)
                yield return (store.Attribute, store.Node);
        }
        if (owner.Unit.File.Facts.Language != "csharp")
            yield break;
        foreach (var attribute in owner.Unit.Fact.Attributes)
        {
            if (
                !attribute.IsClassLevel
                && owner.Shape.StoreOf(attribute.Name) is null
                && owner.DeclarationOf(attribute.Name) is { Facts: not null } declared
                && !declared.Value().Exists()
                && owner.TypesOf(attribute.Name).Count > 0
            )
                yield return (attribute.Name, declared);
        }
    }

    /// <summary>Untyped, classes of the file that are made for the one call, whatever it is called: of a name that libraries have too, two at least.</summary>
    private static List<ProjectClass> Alike(ProjectFile file, string method, ProjectClass owner) =>
        file.ClassesWith(method)
            .Where(c =>
                !c.IsRelatedTo(owner)
                && c.Methods.Count(m => m.IsPublic) == 1
                && c.ExternalBases.Count == 0
            )
            .ToList()
            is { Count: >= 2 } alike
            ? alike
            : [];

    /// <summary>A call goes to a method that the type declares without a body; what has one there is not what varies.</summary>
    private static bool IsLeftOpen(List<ForwardFact> forwards, IReadOnlyList<ProjectUnit> types) =>
        forwards.Exists(f =>
            types.Any(t =>
                t.Class!.IsInterface && t.Class.FindMethod(f.Method!) is not null
                || t.Class.FindMethod(f.Method!) is { IsHook: true }
            )
        );

    /// <summary>It uses the implementation itself, gives a step that the abstraction leaves open or can be asked more.</summary>
    private static bool IsRefined(
        ProjectClass descendant,
        ProjectClass owner,
        List<ForwardFact> forwards
    ) =>
        descendant.Methods.Any(m =>
            !m.IsConstructor
            && (
                forwards.Exists(f => f.In == m || Extends(m, f.In))
                || m.IsPublic && owner.FindMethod(m.Name) is null or { IsHook: true }
            )
        );

    /// <summary>It does what the abstraction's method of that name does, and more.</summary>
    private static bool Extends(ProjectUnit method, ProjectUnit extended) =>
        method.Name == extended.Name
        && method.Shape.SuperCalls.Exists(c => c.Method == method.Name);

    /// <summary>Untyped, several public calls that all implementations answer, and that they are made for, tell what is expected of them.</summary>
    private static bool IsInterface(
        List<ForwardFact> forwards,
        IReadOnlyList<ProjectClass> implementations
    ) =>
        (
            forwards.Select(f => f.Method).Distinct(StringComparer.Ordinal).Count() >= 2
            || IsDeclaredOpen(forwards[0].Method!, implementations)
            || IsLeftByAll(forwards)
        )
        && forwards.TrueForAll(f => !f.Method!.StartsWith('_'))
        && implementations.All(i => AnswersAll(i, forwards) && IsMadeFor(i, forwards));

    /// <summary>A base that the implementations share leaves the call to them.</summary>
    private static bool IsDeclaredOpen(
        string method,
        IReadOnlyList<ProjectClass> implementations
    ) =>
        Collaborators.ShareBase(implementations)
        && implementations[0].AncestorsAndSelf().Any(a => a.Method(method) is { IsHook: true });

    /// <summary>Two refinements at least leave their work to it, each in a method of its own.</summary>
    private static bool IsLeftByAll(List<ForwardFact> forwards) =>
        forwards.Select(f => f.In.Owner).Distinct().Skip(1).Any();

    /// <summary>Classes of no side keep one too: it serves whoever needs it, and is not the half of one thing.</summary>
    private static bool IsHeldElsewhere(
        IReadOnlyList<ProjectUnit> types,
        ProjectClass owner,
        IReadOnlyList<ProjectClass> implementations
    )
    {
        foreach (var file in owner.Unit.File.Project.Files)
        {
            foreach (var unit in file.Classes)
            {
                var holder = unit.Class!;
                if (
                    !holder.IsSubclassOf(owner)
                    && !implementations.Contains(holder)
                    && unit.Fact.Attributes.Any(a =>
                        a.Types.Any(n => types.Any(t => DottedName.Last(n).SequenceEqual(t.Name)))
                    )
                )
                    return true;
            }
        }
        return false;
    }

    /// <summary>At least half of what it can be asked is asked here.</summary>
    private static bool IsMadeFor(ProjectClass implementation, List<ForwardFact> forwards) =>
        implementation.Methods.Count(m => m.IsPublic && !forwards.Exists(f => f.Method == m.Name))
        <= forwards.Select(f => f.Method).Distinct(StringComparer.Ordinal).Count();

    private static bool AnswersAll(ProjectClass implementation, List<ForwardFact> forwards)
    {
        foreach (var forward in forwards)
        {
            if (implementation.FindMethod(forward.Method!) is null)
                return false;
        }
        return true;
    }

    /// <summary>Calls of the implementation's methods by the abstraction or its refinements.</summary>
    private static List<ForwardFact> Forwards(
        ProjectClass owner,
        IReadOnlyList<ProjectClass> descendants,
        string attribute
    )
    {
        var found = new List<ForwardFact>();
        foreach (var member in descendants.Prepend(owner))
        {
            var reads = member.Methods.SelectMany(m => m.Shape.PropertyReads);
            foreach (var forward in member.Shape.Forwards.Concat(reads))
            {
                if (
                    forward.Attribute == attribute
                    && forward.Method is { } called
                    && !called.StartsWith("__", StringComparison.Ordinal)
                    && !forward.Call.HandsOver(forward.In.Receiver)
                )
                    found.Add(forward);
            }
        }
        return found;
    }
}
