using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Application;

/// <summary>Finds interfaces with implementations: protocols, abstract classes without bodies, C# interfaces.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> They are the seams of a program: where parts can be replaced, and where it can be tested.</para>
/// <para><b>Example.</b> <code>class Clock(Protocol):
///     def now(self) -> datetime: …
///
/// class SystemClock:
///     def now(self) -> datetime:
///         return datetime.now(UTC)</code></para>
/// <para><b>Structure.</b> A class whose methods, two at least or all of them, are left open and that has no state, with
/// implementers in the project: subclasses, or for a protocol classes with all of its methods.</para>
/// <para><b>Limits.</b> A base class with an order of steps is a template method; without implementers it is a wish.</para>
/// <para><b>References.</b> Cockburn, Hexagonal Architecture, 2005; PEP 544, 2017.</para>
/// </remarks>
internal sealed class PortRule : ICodeRule
{
    public string Name => "port";

    public string Title => "Port";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Methods.Count == 0 || !owner.IsAbstract || unit.Fact.Has(UnitTraits.DataType))
            return;
        var open = 0;
        FactNode first = default;
        foreach (var method in owner.Methods)
        {
            if (method.IsConstructor || !(method.IsHook || owner.IsInterface))
                continue;
            open++;
            first = first.Exists() && !method.IsAbstract ? first : method.Node;
        }
        var closed = owner.Methods.Count - open;
        if (open == 0 || closed > open || !owner.IsInterface && IsMoreThanPort(owner, open, closed))
            return;
        var implementers = Implementers(owner);
        if (implementers.Count == 0)
            return;
        found
            .Match(this, unit)
            .Must("its methods are left open", first)
            .Must("there are implementations", implementers.Count > 0)
            .Should(
                .15,
                "it is declared to be an interface",
                owner.IsInterface || unit.Fact.Has(UnitTraits.Abstract)
            )
            .Should(.10, "there are several implementations", implementers.Count >= 2)
            .Should(.10, "nothing in it has a body", closed == 0)
            .Named("port", "interface", "protocol", "gateway")
            .Variant(
                owner.HasExternalBase("Protocol") ? "protocol"
                : owner.IsInterface ? "interface"
                : "abstract_class"
            )
            .Report();
    }

    /// <summary>A class with state, or with a good part of the work done, is the beginning of its subclasses.</summary>
    private static bool IsMoreThanPort(ProjectClass owner, int open, int closed) =>
        closed * 2 > open || owner.Shape.Stores.Exists(s => !s.IsOuter);

    private static List<ProjectClass> Implementers(ProjectClass owner)
    {
        var found = new List<ProjectClass>();
        foreach (var descendant in owner.Descendants())
        {
            if (!descendant.IsAbstract)
                found.Add(descendant);
        }
        if (found.Count > 0 || !owner.IsInterface)
            return found;
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (
                unit.Class != owner
                && !unit.Class!.IsInterface
                && Collaborators.Implements(unit.Class, owner)
            )
                found.Add(unit.Class);
        }
        return found;
    }
}
