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

    private static bool DeclaredAbove(ProjectClass owner, string method)
    {
        foreach (var parent in owner.Bases)
        {
            if (parent.FindMethod(method) is not null)
                return true;
        }
        return false;
    }

    private static FactNode Use(ProjectClass owner, string method)
    {
        foreach (var call in owner.Shape.SelfCalls)
        {
            if (call.Method == method && call.In.Name != method)
                return call.Call;
        }
        return default;
    }
}
