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
/// has refinements of its own that build on it.</para>
/// <para><b>Limits.</b> Without refinements it is a strategy; within one hierarchy a decorator.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class BridgeRule : ICodeRule
{
    public string Name => "bridge";

    public string Title => "Bridge";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        var descendants = owner.Descendants();
        if (descendants.Count == 0)
            return;
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Source.Kind is not OriginKind.Parameter
                || !store.In.IsConstructor
                || owner.Attribute(store.Attribute)?.IsCollection == true
                || Forwarding.IsFace(owner, store.Attribute)
            )
                continue;
            var forwards = Forwards(owner, descendants, store.Attribute);
            if (forwards.Count == 0)
                continue;
            var implementations = Collaborators.Of(owner, store.Attribute, forwards[0].Method);
            var refined = descendants.Where(d => IsRefined(d, owner, forwards)).ToList();
            if (
                implementations.Count < 2
                || refined.Count == 0
                || implementations.Any(i => descendants.Any(d => d.IsRelatedTo(i)))
            )
                continue;
            var types = owner.TypesOf(store.Attribute);
            // What is declared to be a class that works by itself is used, not one side of two that vary.
            if (
                types.Count == 0
                    ? !IsInterface(forwards, implementations)
                    : !IsLeftOpen(forwards, types)
            )
                continue;
            found
                .Match(this, unit)
                .Must("an implementation is handed in", store.Node)
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
            return;
        }
    }

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
                forwards.Exists(f => f.In == m)
                || m.IsPublic && owner.FindMethod(m.Name) is null or { IsHook: true }
            )
        );

    /// <summary>Untyped, several public calls that all implementations answer, and that they are made for, tell what is expected of them.</summary>
    private static bool IsInterface(
        List<ForwardFact> forwards,
        IReadOnlyList<ProjectClass> implementations
    ) =>
        forwards.Select(f => f.Method).Distinct(StringComparer.Ordinal).Count() >= 2
        && forwards.TrueForAll(f => !f.Method!.StartsWith('_'))
        && implementations.All(i => AnswersAll(i, forwards) && IsMadeFor(i, forwards));

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
            foreach (var forward in member.Shape.Forwards)
            {
                if (
                    forward.Attribute == attribute
                    && forward.Method is { } called
                    && !called.StartsWith("__", StringComparison.Ordinal)
                )
                    found.Add(forward);
            }
        }
        return found;
    }
}
