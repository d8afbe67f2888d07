using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Products that subclasses put in place or name instead of returning them.</summary>
internal sealed partial class FactoryMethodRule
{
    /// <summary>
    /// A method left open and called by the base class, in which subclasses make objects of one family and hand them to an own
    /// collection or method: <c>def create_pages(self): self.add(Intro())</c>.
    /// </summary>
    private bool FindFilled(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var method in owner.Methods)
        {
            if (!method.IsHook || method.IsConstructor || DeclaredAbove(owner, method.Name))
                continue;
            var use = CallOf(owner, method.Name);
            if (!use.Exists())
                continue;
            var creators = new List<(ProjectUnit Method, List<ProjectUnit> Products)>();
            foreach (var heir in owner.Descendants())
            {
                if (
                    heir.Method(method.Name) is { } own
                    && Placed(own) is { Count: > 0 } made
                    && !made.Exists(m => m.Class!.IsRelatedTo(owner))
                )
                    creators.Add((own, made));
            }
            var products = creators.SelectMany(c => c.Products).Distinct().ToList();
            if (
                creators.Count < 2
                || products.Count < 2
                || creators.TrueForAll(c => c.Products.SequenceEqual(creators[0].Products))
                || !Collaborators.ShareBase(products.ConvertAll(p => p.Class!))
            )
                continue;
            found
                .Match(this, unit)
                .Must("a method that makes objects is left to subclasses", method.Node)
                .Must("subclasses make objects of different classes", creators[0].Method.Node)
                .Should(.20, "the base class has them made", use)
                .Should(.05, "the products share a base", true)
                .Named("factory", "create", "make")
                .Variant("filled")
                .With(creators.Select(c => c.Method.Owner!.Unit))
                .With(products)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The classes whose fresh objects the method puts into a collection, an own attribute's element, or gives to an own method.</summary>
    private static List<ProjectUnit> Placed(ProjectUnit method)
    {
        var made = new List<ProjectUnit>();
        foreach (var collect in method.Shape.Collects)
        {
            if (collect.Kind is CollectKind.Add or CollectKind.Put && !collect.IsOuter)
                Add(collect.Value.MadeClass(method), made);
        }
        foreach (var call in method.Shape.SelfCalls)
        {
            Add(call.Call.Argument(0).MadeClass(method), made);
            // An own step may make what is put in place.
            if (call.Call.Parent.Kind is FactKind.Assign or FactKind.Call)
                Add(
                    method.Owner?.FindMethod(call.Method) is { } step ? Products.Of(step) : null,
                    made
                );
        }
        return made;
    }

    private static void Add(ProjectUnit? product, List<ProjectUnit> made)
    {
        if (product is not null && !made.Contains(product))
            made.Add(product);
    }

    /// <summary>The base class makes what a class attribute names, and subclasses name different classes.</summary>
    private void FindNamed(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var method in owner.Methods)
        {
            foreach (var result in method.Shape.Returns)
            {
                var call = result.Value().Bare();
                if (
                    !call.IsKind(FactKind.Call)
                    || !call.Callee().IsOwnAttribute(method, out var attribute)
                    || owner.Attribute(attribute) is not { IsClassLevel: true }
                )
                    continue;
                var naming = new List<ProjectClass>();
                var products = new List<ProjectUnit>();
                foreach (var heir in owner.Descendants())
                {
                    if (Named(heir, attribute) is not { } product)
                        continue;
                    naming.Add(heir);
                    Add(product, products);
                }
                if (products.Count < 2)
                    continue;
                found
                    .Match(this, unit)
                    .Must("a method makes what a class attribute names", call)
                    .Must("subclasses name different classes", naming[0].DeclarationOf(attribute))
                    .Should(.20, "the base class works with what it gives", Use(owner, method.Name))
                    .Should(
                        .05,
                        "the products share a base",
                        Collaborators.ShareBase(products.ConvertAll(p => p.Class!))
                    )
                    .Named("factory", "create", "make")
                    .Variant("named")
                    .With(naming.Select(n => n.Unit))
                    .With(products)
                    .Report();
                return;
            }
        }
    }

    /// <summary>The class of the project that the class's own text assigns to the attribute; null for none.</summary>
    private static ProjectUnit? Named(ProjectClass heir, string attribute)
    {
        foreach (var node in heir.Unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(attribute)
                && node.Value().NamedClass(heir.Unit) is { } product
            )
                return product;
        }
        return null;
    }
}
