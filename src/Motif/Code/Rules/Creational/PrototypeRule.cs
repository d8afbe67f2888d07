using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds objects that make copies of themselves, and registries that hand out copies.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> The caller gets another of the same kind without knowing its class or how it was built.</para>
/// <para><b>Example.</b> <code>def clone(self):
///     return type(self)(self.title, list(self.pages))</code></para>
/// <para><b>Structure.</b> A method without required parameters that returns a copy of its object: by the copy module or
/// MemberwiseClone, by constructing the own class from own attributes alone, or by making an empty one and copying attributes;
/// or a registry whose lookup returns a deep copy of the stored object.</para>
/// <para><b>Limits.</b> Arithmetic, conversions and <c>with_…</c> methods construct the own class from changed values: they are none.
/// In Python a copy that keeps what was given is another value, and records may go out as copies.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class PrototypeRule : ICodeRule
{
    private static readonly string[] Copies =
    [
        "copy.copy",
        "copy.deepcopy",
        "deepcopy",
        "copy.replace",
        "MemberwiseClone",
    ];

    public string Name => "prototype";

    public string Title => "Prototype";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        foreach (var method in unit.Class!.Methods)
        {
            if (
                method.Fact.Has(UnitTraits.Static)
                || method.Fact.Has(UnitTraits.ClassMethod)
                || method.Name is "__reduce__" or "__getstate__"
                || !method.Has(FactKind.Call)
            )
                continue;
            if (
                FindSelfCopy(unit, method, found)
                || FindRegistry(unit, method, found)
                || FindRebuilt(unit, method, found)
            )
                return;
        }
    }

    /// <summary>Returns copy(self), directly or through a local.</summary>
    private bool FindSelfCopy(ProjectUnit unit, ProjectUnit method, RuleFindings found)
    {
        if (method.RequiredParameters > 0 && method.Name is not "__deepcopy__")
            return false;
        foreach (var node in method.OwnCalls)
        {
            if (node.Kind is not FactKind.Call || !IsCopyOfSelf(node, method))
                continue;
            var given = Given(method, node);
            if (
                !given.Exists()
                || IsOtherwise(method, node)
                || unit.File.IsCSharp && IsTurned(method, node)
            )
                continue;
            Begin(unit, method, "copy", found)
                .Must("the object is copied", node)
                .Must("the copy is given back", given)
                .Should(.20, "nothing else is needed to copy it", method.RequiredParameters == 0)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>
    /// Python: what is given is written into the copy, and the method has another name: another value like this one, not one more of
    /// it.
    /// </summary>
    private static bool IsOtherwise(ProjectUnit method, FactNode copy)
    {
        if (method.File.Facts.Language != "python" || SaysCopy(method.Name))
            return false;
        var local = copy.Ancestor(FactKind.Assign) is { Facts: not null } kept
            ? kept.Child(FactRole.Target)
            : default;
        if (!local.IsKind(FactKind.Name))
            return false;
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target)
                    is { Facts: not null, Kind: FactKind.Attribute } written
                && written.Child(FactRole.Object).IsName(local.Name)
                && method.Fact.Parameters.Any(p =>
                    !p.IsReceiver && node.Value().Exists() && node.Value().Mentions(p.Name)
                )
            )
                return true;
        }
        return false;
    }

    private static bool SaysCopy(string name) =>
        name.Contains("copy", StringComparison.OrdinalIgnoreCase)
        || name.Contains("clone", StringComparison.OrdinalIgnoreCase)
        || name.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
        || name.Contains("spawn", StringComparison.OrdinalIgnoreCase);

    /// <summary>The copy is made to do something else: <c>copy.Order = Order == Up ? Down : Up</c>.</summary>
    private static bool IsTurned(ProjectUnit method, FactNode copied)
    {
        var assign = copied.Ancestor(FactKind.Assign);
        var local = assign.Exists() ? assign.Child(FactRole.Target) : default;
        if (!local.IsKind(FactKind.Name))
            return false;
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Attribute } set
                && set.Child(FactRole.Object).IsName(local.Name)
                && node.Value().Bare().KindOf() is FactKind.Conditional or FactKind.Unary
            )
                return true;
        }
        return false;
    }

    private static bool IsCopyOfSelf(FactNode call, ProjectUnit method)
    {
        if (
            !call.Calls(Copies)
            || call.CalledObject() is { Facts: not null, Kind: FactKind.Attribute }
        )
            return false;
        if (call.CalleeName() == "MemberwiseClone")
            return true;
        return call.Argument(0).IsName(method.Receiver);
    }

    /// <summary>A return of the call's value, at once or by a local of that value.</summary>
    private static FactNode Given(ProjectUnit method, FactNode value)
    {
        var assign = value.Ancestor(FactKind.Assign);
        var local = assign.Exists() ? assign.Child(FactRole.Target) : default;
        foreach (var result in method.Shape.Returns)
        {
            if (result.Holds(value))
                return result;
            if (local.IsKind(FactKind.Name) && result.Value().Bare().IsName(local.Name))
                return result;
        }
        return default;
    }

    /// <summary>Looks an object up and returns a deep copy of it.</summary>
    private bool FindRegistry(ProjectUnit unit, ProjectUnit method, RuleFindings found)
    {
        if (method.Fact.Parameters.All(p => p.IsReceiver))
            return false;
        foreach (var node in method.OwnCalls)
        {
            if (node.Kind is not FactKind.Call || !IsCopyOfElement(node, method, out var attribute))
                continue;
            CollectFact? registration = null;
            foreach (var collect in unit.Class!.Shape.Collects)
            {
                if (
                    collect.Attribute == attribute
                    && collect.Kind is CollectKind.Put
                    && collect.Source.Kind is OriginKind.Parameter
                )
                    registration = collect;
            }
            var given = Given(method, node);
            if (registration is null || !given.Exists() || IsRecord(method, node, given))
                continue;
            Begin(unit, method, "registry", found)
                .Must("prototypes are registered", registration.Value.Node)
                .Must("a registered one is copied", node)
                .Must("the copy is given back", given)
                .Should(.20, "it is found by a key", registration.Value.Node.Child(FactRole.Index))
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>
    /// Python: the copy goes out as it is under a name that makes nothing: a store that keeps its records from being changed.
    /// </summary>
    private static bool IsRecord(ProjectUnit method, FactNode copy, FactNode given) =>
        method.File.Facts.Language == "python"
        && given.Holds(copy)
        && !SaysCopy(method.Name)
        && !Makings.Any(m => IdentifierWords.Contains(method.Name, m))
        && !IdentifierWords.Contains(method.EnclosingClass!.Unit.Name, "prototype");

    private static readonly string[] Makings = ["make", "create", "new", "build", "produce"];

    private static bool IsCopyOfElement(FactNode call, ProjectUnit method, out string attribute)
    {
        attribute = "";
        Origin source;
        if (call.Calls("copy.deepcopy", "copy.copy", "deepcopy"))
            source = method.Shape.OriginOf(call.Argument(0));
        else if (
            call.CalledObject() is { Facts: not null } held
            && call.ArgumentCount() == 0
            && IsCopying(call)
        )
            source = method.Shape.OriginOf(held);
        else
            return false;
        attribute = source.Name;
        return source is { Kind: OriginKind.Element, IsOuter: false };
    }

    private RuleMatchBuilder Begin(
        ProjectUnit unit,
        ProjectUnit method,
        string variant,
        RuleFindings found
    ) =>
        found
            .Match(this, unit)
            .Variant(variant)
            .Modifier("deep", Loops.FirstCall(method.Node, "deepcopy").Exists())
            .Named("prototype", "clone", "copy");
}
