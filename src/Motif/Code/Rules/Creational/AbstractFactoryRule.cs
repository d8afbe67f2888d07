using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds families of factories: each makes a whole set of matching objects by the same methods.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Choosing the factory once chooses everything that has to match.</para>
/// <para><b>Example.</b> <code>class DarkTheme(Theme):
///     def button(self):
///         return DarkButton()
///
///     def menu(self):
///         return DarkMenu()</code></para>
/// <para><b>Structure.</b> At least two classes, by a common base or by answering the same calls, have two or more methods in common
/// that each give back a fresh object, and what they make differs from one factory to the other.</para>
/// <para><b>Limits.</b> One such method is a factory method. Where making is the lesser part, it is a store of objects.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class AbstractFactoryRule : ICodeRule
{
    public string Name => "abstract_factory";

    public string Title => "Abstract Factory";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Methods.Count < 2)
            return;
        if (owner.Subclasses.Count > 0 || owner.IsInterface)
            FindFamily(unit, Factories(owner), owner, "hierarchy", found);
        else if (owner.Bases.Count == 0 && Products.Of(owner.Methods[^1]) is not null)
            FindFamily(unit, Twins(owner), owner, "duck", found);
    }

    private static List<ProjectClass> Factories(ProjectClass owner)
    {
        var factories = new List<ProjectClass>(owner.Descendants());
        if (factories.Count > 0 || !owner.IsInterface)
            return factories;
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (unit.Class != owner && Collaborators.Implements(unit.Class!, owner))
                factories.Add(unit.Class!);
        }
        return factories;
    }

    /// <summary>Itself and later classes of the file without a base that answer all of its public calls; none if an earlier one does.</summary>
    private static List<ProjectClass> Twins(ProjectClass owner)
    {
        var twins = new List<ProjectClass>();
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (unit.Class!.Bases.Count > 0 || !SameCalls(owner, unit.Class))
                continue;
            if (twins.Count == 0 && unit.Class != owner)
                return [];
            twins.Add(unit.Class);
        }
        return twins;
    }

    private static bool SameCalls(ProjectClass left, ProjectClass right)
    {
        var count = 0;
        foreach (var method in left.Methods)
        {
            if (!method.IsPublic)
                continue;
            if (right.Method(method.Name) is null)
                return false;
            count++;
        }
        return count >= 2;
    }

    /// <summary>What it can be asked; where making is the lesser part, the objects are answers of something else.</summary>
    private static int Calls(ProjectClass declared) =>
        declared
            .Methods.Where(m => m.IsPublic && m.Fact.Kind is UnitKind.Method)
            .Select(m => m.Name)
            .Distinct(StringComparer.Ordinal)
            .Count();

    private void FindFamily(
        ProjectUnit unit,
        List<ProjectClass> factories,
        ProjectClass declared,
        string variant,
        RuleFindings found
    )
    {
        if (factories.Count < 2)
            return;
        var products = new List<ProjectUnit>();
        var made = new Dictionary<ProjectClass, HashSet<ProjectUnit>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        ProjectUnit? example = null;
        var methods = 0;
        foreach (var method in declared.Methods)
        {
            if (method.IsConstructor || method.IsSpecial || !names.Add(method.Name))
                continue;
            var makers = Products.Makers(factories, method.Name);
            if (makers.Count < 2 || Products.DistinctProducts(makers) < 2)
                continue;
            methods++;
            example ??= makers[0].Creator.Method(method.Name);
            foreach (var (creator, product) in makers)
            {
                products.Add(product);
                if (!made.TryGetValue(creator, out var kinds))
                    made[creator] = kinds = [];
                kinds.Add(product);
            }
        }
        // One class by several methods is one product, given in several ways.
        if (
            methods < 2
            || example is null
            || methods * 2 < Calls(declared)
            || made.Values.Count(k => k.Count >= 2) < 2
            || products.TrueForAll(p => p.Fact.Has(UnitTraits.DataType))
        )
            return;
        found
            .Match(this, unit)
            .Must("several methods give a fresh object each", example.Node)
            .Must(
                "several factories make different ones by the same methods",
                factories[^1].Unit.Node
            )
            .Should(
                .15,
                "they share a base that declares the methods",
                declared != factories[0] && declared.IsAbstract
            )
            .Should(.15, "no method is left without a product", methods >= 2)
            .Named("factory")
            .Variant(variant)
            .With(factories.Select(f => f.Unit))
            .With(products)
            .Report();
    }
}
