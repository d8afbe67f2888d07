using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Application;

/// <summary>Finds classes that are given what they work with instead of making it.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What a class depends on is visible in its constructor and replaceable in a test.</para>
/// <para><b>Example.</b> <code>class Checkout:
///     def __init__(self, orders: OrderStore, mailer: Mailer):
///         self._orders = orders
///         self._mailer = mailer</code></para>
/// <para><b>Structure.</b> <c>constructor</c>: at least two objects of interfaces or classes of the project, or one of an interface, are
/// handed in, kept and called; none of them is made here. <c>framework</c>: parameters whose default asks a framework for the
/// object. <c>container</c>: one method keeps how something is made, another makes it on request.</para>
/// <para><b>Limits.</b> Data handed in (texts, numbers, value objects) is no dependency, nor is the whole that hands itself to its
/// part, nor what is wrapped.</para>
/// <para><b>References.</b> Fowler, Inversion of Control Containers and the Dependency Injection Pattern, 2004; Seemann, 2011.</para>
/// </remarks>
internal sealed class DependencyInjectionRule : ICodeRule
{
    public string Name => "dependency_injection";

    public string Title => "Dependency Injection";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindConstructor(unit, owner, found);
        else
            FindFramework(unit, found);
    }

    private void FindConstructor(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        // C#: a class inside another is given what the outer one works on.
        if (
            owner.IsException
            || unit.Fact.Has(UnitTraits.Struct)
            || unit.File.IsCSharp && unit.Parent?.Class is not null
        )
            return;
        var injected = new List<StoreFact>();
        FactNode used = default;
        var abstractions = 0;
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Source.Kind is not OriginKind.Parameter
                || !store.In.IsConstructor
                || injected.Exists(i => i.Attribute == store.Attribute)
            )
                continue;
            var types = AttributeTypes.OfParameter(store.In, store.Source.Name);
            if (
                !IsService(types, owner)
                || IsBackReference(owner, store)
                || Use(owner, store.Attribute) is not { Facts: not null } call
            )
                continue;
            injected.Add(store);
            used = used.Exists() ? used : call;
            abstractions += Collaborators.IsAbstraction(types) && types.All(IsMostlyOpen) ? 1 : 0;
        }
        // What is typed by classes alone is data as often as not where every type is written down.
        var isEnough =
            abstractions > 0 || injected.Count >= 2 && unit.File.Facts.Language != "csharp";
        if (!isEnough)
            return;
        found
            .Match(this, unit)
            .Must("what it depends on is handed in and kept", injected[0].Node)
            .Must("and called", used)
            .Should(.15, "by an interface", abstractions > 0)
            .Should(.15, "several such objects", injected.Count >= 2)
            .Named("inject", "depend", "service")
            .Variant("constructor")
            .Report();
    }

    /// <summary>A class of the project that does something and is no kin, exception or holder of data.</summary>
    private static bool IsService(IReadOnlyList<ProjectUnit> types, ProjectClass owner)
    {
        foreach (var type in types)
        {
            if (
                !type.Fact.Has(UnitTraits.DataType)
                && !type.Fact.Has(UnitTraits.Enum)
                && type.Class!.Methods.Any(m => m.IsPublic)
                && !type.Class.IsRelatedTo(owner)
                && !type.Class.IsException
            )
                return true;
        }
        return false;
    }

    /// <summary>A base class with much of its own is no interface.</summary>
    private static bool IsMostlyOpen(ProjectUnit type) =>
        type.Class!.IsInterface
        || type.Class.Methods.Count(m => m.IsHook) * 2
            >= type.Class.Methods.Count(m => !m.IsConstructor);

    /// <summary>The whole hands itself to a part that it makes: <c>new Part(this)</c>.</summary>
    private static bool IsBackReference(ProjectClass owner, StoreFact store)
    {
        var place = 0;
        foreach (var parameter in store.In.Fact.Parameters)
        {
            if (parameter.Name == store.Source.Name)
                break;
            place += parameter.IsReceiver ? 0 : 1;
        }
        foreach (var call in owner.Unit.Calls.Concat(store.In.Calls))
        {
            if (IsWhole(call.Argument(place)))
                return true;
        }
        // Classes of one name that stand in several others are not told apart by their calls.
        var facts = owner.Unit.File.Facts;
        for (var i = 0; i < facts.Count; i++)
        {
            if (
                facts.Kinds[i] is FactKind.Call
                && facts[i].CalleeName() == owner.Name
                && IsWhole(facts[i].Argument(place))
            )
                return true;
        }
        return false;
    }

    private static bool IsWhole(FactNode given) =>
        given.Bare().IsName("this") || given.Bare().IsName("self");

    /// <summary>A call that serves a method of another name; to answer the same calls by passing them on is to wrap it.</summary>
    private static FactNode Use(ProjectClass owner, string attribute)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && forward.Method is not null
                && forward.Method != forward.In.Name
                && !forward.In.IsSpecial
            )
                return forward.Call;
        }
        return default;
    }

    /// <summary><c>def read(db = Depends(get_db))</c>, also as an annotation; <c>[FromServices]</c>; <c>@inject</c>.</summary>
    private void FindFramework(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Fact.Parameters.Count == 0)
            return;
        foreach (var child in unit.Node.Children())
        {
            if (child.Kind is not FactKind.Parameter)
                continue;
            var call = Loops.FirstCall(
                child,
                "fastapi.Depends",
                "fastapi.Security",
                "dependency_injector.wiring.Provide",
                "Depends",
                "Provide"
            );
            var annotated =
                child.Child(FactRole.Annotation) is { Facts: not null } annotation
                && annotation.Name?.Contains("Depends(", StringComparison.Ordinal) == true;
            if (!call.Exists() && !annotated)
                continue;
            found
                .Match(this, unit)
                .Must("a parameter is asked of a framework", call.Exists() ? call : child)
                .Should(.25, "the framework gives it at the call", true)
                .Variant("framework")
                .Report();
            return;
        }
        if (unit.IsDecoratedWith("dependency_injector.wiring.inject", "injector.inject"))
            found
                .Match(this, unit)
                .Must("a framework gives the parameters", unit.Node)
                .Should(.20, "there are parameters to give", unit.Fact.Parameters.Count > 0)
                .Variant("framework")
                .Report();
    }
}
