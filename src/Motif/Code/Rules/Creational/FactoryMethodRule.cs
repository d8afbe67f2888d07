using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds base classes that work with a product which their subclasses make.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> The base class uses the product without knowing its class; a subclass brings both.</para>
/// <para><b>Example.</b> <code>class Logistics:
///     def plan(self):
///         return self.transport().deliver()
///
/// class Road(Logistics):
///     def transport(self):
///         return Truck()</code></para>
/// <para><b>Structure.</b> Classes of one hierarchy override one method, each giving back a fresh object of its own class: two
/// different ones at least, made by subclasses or by a subclass and the base's default.</para>
/// <para><b>Limits.</b> Several such methods are an abstract factory. A choice by parameter is a simple factory. A default that makes
/// nothing, or products that nobody works with and that are no kin, are answers that happen to be objects.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class FactoryMethodRule : ICodeRule
{
    /// <summary>Statements of a method that makes an object and does nothing else.</summary>
    private const int MaxMaking = 3;

    private static readonly string[] Making =
    [
        "Create",
        "Make",
        "Build",
        "New",
        "Produce",
        "Construct",
        "Generate",
    ];

    public string Name => "factory_method";

    public string Title => "Factory Method";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Subclasses.Count == 0)
            return;
        var descendants = owner.Descendants();
        foreach (var method in owner.Methods)
        {
            if (method.IsConstructor || method.IsSpecial || DeclaredAbove(owner, method.Name))
                continue;
            var makers = Products.Makers(descendants, method.Name);
            var own = method.IsHook ? null : Products.Of(method);
            // A default that makes nothing answers something else, which some subclasses happen to make.
            if (!method.IsHook && own is null)
                continue;
            if (own is not null && !own.Class!.IsRelatedTo(owner))
                makers.Add((owner, own));
            if (makers.Count < 2 || Products.DistinctProducts(makers) < 2)
                continue;
            var use = Use(owner, method.Name);
            // What is given there is made by few of those that answer, or is not what they are there for.
            if (
                makers.Count * 2 < Answering(owner, method.Name)
                || !use.Exists() && !IsForMaking(owner, method, makers)
            )
                continue;
            // C#: what any class of a kind has to answer is read, not made, unless it says that it makes.
            if (!use.Exists() && unit.File.IsCSharp && !IsCalledMaker(method.Name))
                continue;
            var isFamily = Collaborators.ShareBase(makers.ConvertAll(m => m.Product.Class!));
            // Nobody works with it and the products are no kin: each class gives what it has to give.
            if (!use.Exists() && !isFamily)
                continue;
            found
                .Match(this, unit)
                .Must("a method that gives an object is left to subclasses", method.Node)
                .Must(
                    "subclasses make objects of different classes",
                    makers[0].Creator.Method(method.Name)!.Node
                )
                .Should(.20, "the base class works with what it gives", use)
                .Should(.10, "the base class has none of its own", method.IsHook)
                .Should(.05, "the products share a base", isFamily)
                .Named("factory", "create", "make")
                .With(makers.Select(m => m.Creator.Unit))
                .With(makers.Select(m => m.Product))
                .Report();
            return;
        }
        if (!FindFilled(unit, owner, found))
            FindNamed(unit, owner, found);
    }

    private static bool IsCalledMaker(string name) =>
        Array.Exists(Making, m => name.StartsWith(m, StringComparison.Ordinal));

    private static bool DeclaredAbove(ProjectClass owner, string method)
    {
        foreach (var parent in owner.Bases)
        {
            if (parent.FindMethod(method) is not null)
                return true;
        }
        return false;
    }

    /// <summary>How many classes of the hierarchy have a body for it.</summary>
    private static int Answering(ProjectClass owner, string method) =>
        owner.Descendants().Count(d => d.Method(method) is { IsHook: false });

    /// <summary>Nobody in the base works with it: then the base is there to have objects made, and making is all that the methods do.</summary>
    private static bool IsForMaking(
        ProjectClass owner,
        ProjectUnit method,
        List<(ProjectClass Creator, ProjectUnit Product)> makers
    ) =>
        owner.Methods.Count(m => m.IsPublic && m.Fact.Kind is UnitKind.Method) <= 2
        && makers.TrueForAll(m =>
            m.Creator == owner
            || m.Creator.Method(method.Name)!.Node.Body().StatementCount() <= MaxMaking
        );

    /// <summary>A call of it by another of the base's methods, or none.</summary>
    private static FactNode CallOf(ProjectClass owner, string method)
    {
        foreach (var call in owner.Shape.SelfCalls)
        {
            if (call.Method == method && call.In.Name != method)
                return call.Call;
        }
        return default;
    }

    /// <summary>A call of it whose answer is asked something, handed on or kept; one that only goes back to the caller says nothing of a product.</summary>
    private static FactNode Use(ProjectClass owner, string method)
    {
        foreach (var call in owner.Shape.SelfCalls)
        {
            if (call.Method == method && call.In.Name != method && IsWorkedWith(call))
                return call.Call;
        }
        return default;
    }

    private static bool IsWorkedWith(NamedCallFact call)
    {
        var value = call.Call;
        while (value.Parent.Kind is FactKind.Await or FactKind.TypeOperation)
            value = value.Parent;
        if (
            value.Parent.Kind is FactKind.Call or FactKind.KeywordArgument
            || value.Parent is { Kind: FactKind.Assign, Parent.Kind: FactKind.Call }
        )
            return true;
        if (value.Parent.Kind is not FactKind.Assign)
            return value.Parent.Kind
                is FactKind.Attribute
                    or FactKind.ForEach
                    or FactKind.With
                    or FactKind.Clause
                    or FactKind.Lambda;
        var target = value.Parent.Child(FactRole.Target);
        if (!target.IsKind(FactKind.Name))
            return true;
        foreach (var node in call.In.OwnNodes)
        {
            if (
                node.IsName(target.Name)
                && node.Index > value.Index
                && (
                    node.Role is FactRole.Object or FactRole.Iterable
                    || node.Parent.Kind is FactKind.KeywordArgument or FactKind.With
                    || node.Role is FactRole.Argument
                    || node.Parent.Kind is FactKind.Collection
                        && !call.In.Shape.Returns.Exists(r => r.Value().IsName(target.Name))
                    || node.Parent.Kind is FactKind.Assign
                        && node.Role is FactRole.Value
                        && node.Parent.Child(FactRole.Target).IsKind(FactKind.Attribute)
                )
            )
                return true;
        }
        return false;
    }
}
