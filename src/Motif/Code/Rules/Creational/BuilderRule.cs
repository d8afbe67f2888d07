using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds objects that put another one together step by step.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Construction with many optional parts is readable, and the same steps can make different things.</para>
/// <para><b>Example.</b> <code>class QueryBuilder:
///     def where(self, condition):
///         self._conditions.append(condition)
///         return self
///
///     def build(self):
///         return Query(self._conditions)</code></para>
/// <para><b>Structure.</b> <c>fluent builder</c>: at least two methods change the own state and return the object itself, they are at
/// least half of what it can be asked, and one makes the result of what was gathered. <c>product</c>: methods add to a kept product
/// that another gives out, and a function of the file calls several of them. <c>director</c>: an object or function calls several
/// steps, in one method, of a builder that it was given, of which there are several.</para>
/// <para><b>Limits.</b> Calls that can be chained and make nothing are a fluent interface; a value that is read at the end was there
/// before. <c>__enter__</c> and <c>__iter__</c> also return the object and count for nothing; nor do the operators of a collection.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; Fowler, FluentInterface, 2005; Bloch, Effective Java, item 2.</para>
/// </remarks>
internal sealed partial class BuilderRule : ICodeRule
{
    /// <summary>Statements of a method that adds a part; one that does more works with the product.</summary>
    private const int MaxStep = 4;

    public string Name => "builder";

    public string Title => "Builder";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            _ =
                FindFluent(unit, owner, found)
                || FindDirector(unit, owner, found)
                || FindProduct(unit, owner, found);
        else if (unit.Parent?.Fact.Kind is UnitKind.Module)
            FindDirectorFunction(unit, found);
    }

    private bool FindFluent(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        int steps = 0,
            changes = 0;
        FactNode first = default;
        ProjectUnit? result = null;
        foreach (var method in owner.Methods)
        {
            if (!method.IsPublic || method.IsSpecial)
                continue;
            if (ReturnsItself(method) && ChangesState(method))
            {
                steps++;
                changes += method.Shape.Stores.Count + method.Shape.Collects.Count;
                first = first.Exists() ? first : method.Shape.Returns[^1];
            }
            else if (
                GivesResult(method)
                && IsBuilt(method)
                && !(unit.File.IsCSharp && IsOfAnyObject(method))
            )
                result = method;
        }
        // Methods that can be chained build nothing until one gives what they were for.
        if (steps < 2 || result is null || IsCollection(owner))
            return false;
        var calls = owner.Methods.Count(m => m.IsPublic && m.Fact.Kind is UnitKind.Method);
        if (steps * 2 < calls || unit.File.IsCSharp && !IsMadeOfSteps(owner, result))
            return false;
        // Scripts chain for convenience: two calls that can be chained make no builder.
        if (
            unit.File.IsScript
            && (steps < 3 || result is null || Products.Of(result) is null && steps * 2 < calls)
        )
            return false;
        // Two calls that a kept object does and that give the wrapper back are a convenience.
        if (steps < 3 && changes == 0 && Products.Of(result) is null)
            return false;
        found
            .Match(this, unit)
            .Must("steps change the object and give it back", first)
            .Must("there are several of them", steps >= 2)
            .Should(.15, "a last step gives the result", result.Node)
            .Should(
                .10,
                "the result is another object",
                Products.Of(result) is { } made && made != unit
            )
            .Should(.10, "there are three or more steps", steps >= 3)
            .Named("builder", "build", "fluent")
            .Variant("fluent builder")
            .Report();
        return true;
    }

    /// <summary>What every object has or can do, and a copy of itself, is no result of the steps.</summary>
    private static bool IsOfAnyObject(ProjectUnit method) =>
        method.Name is "GetHashCode" or "Equals" or "GetType" or "GetEnumerator"
        || Products.Of(method) == method.Owner?.Unit;

    /// <summary>The last step takes up what several of the others have set, or the object as it is; of one thing that all of them set that one.</summary>
    private static bool IsMadeOfSteps(ProjectClass owner, ProjectUnit result)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in owner.Methods)
        {
            if (!method.IsPublic || !ReturnsItself(method))
                continue;
            written.UnionWith(method.Shape.Stores.Select(s => s.Attribute));
            written.UnionWith(method.Shape.Collects.Select(c => c.Attribute));
        }
        var read = 0;
        var steps = OwnSteps.Of(owner, result);
        foreach (var attribute in written)
            read += steps.Exists(s => FirstUse.Mentions(s.Node.Body(), s, attribute)) ? 1 : 0;
        return read >= Math.Min(2, written.Count)
            || steps.Exists(s => s.OwnCalls.Any(c => c.HandsOver(s.Receiver)));
    }

    /// <summary>A collection's in-place operators give it back as the language asks, not to be chained.</summary>
    private static bool IsCollection(ProjectClass owner)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (
                ancestor.HasExternalBase(
                    "builtins.set",
                    "builtins.list",
                    "builtins.dict",
                    "builtins.frozenset",
                    "MutableSet",
                    "MutableSequence",
                    "MutableMapping"
                )
            )
                return true;
        }
        return false;
    }

    private static bool ReturnsItself(ProjectUnit method)
    {
        if (method.Receiver is null || method.Shape.Returns.Count == 0)
            return false;
        return method.Shape.Returns[^1].Value().IsName(method.Receiver);
    }

    private static bool ChangesState(ProjectUnit method)
    {
        if (method.Shape.Stores.Count > 0 || method.Shape.Collects.Count > 0)
            return true;
        foreach (var forward in method.Shape.Forwards)
        {
            if (!forward.IsOuter && forward.Call.IsDiscarded())
                return true;
        }
        return false;
    }

    /// <summary>Without required parameters it gives something made of the own state, not the object itself.</summary>
    private static bool GivesResult(ProjectUnit method)
    {
        if (
            method.RequiredParameters > 0
            || method.Shape.Returns.Count == 0
            || method.Fact.Kind is UnitKind.Property
            || method.Fact.Has(UnitTraits.ClassMethod)
            || method.Fact.Has(UnitTraits.Static)
            || ReturnsItself(method)
        )
            return false;
        var value = method.Shape.Returns[^1].Value();
        return value.Exists()
                && value.Kind is not FactKind.Literal
                && value.Mentions(method.Receiver)
            || Products.Of(method) is not null
            || value.IsKind(FactKind.Name)
            || value.IsKind(FactKind.InterpolatedString);
    }

    /// <summary>The result is made, or was kept from the beginning to be built: a value that is only read, or asked of another object, was there before.</summary>
    private static bool IsBuilt(ProjectUnit method)
    {
        if (Products.Of(method) is not null || GivesWhatItKeeps(method))
            return true;
        var value = method.Shape.Returns[^1].Value().Bare();
        if (value.Kind is FactKind.Attribute or FactKind.Subscript)
            return value.IsOwnAttribute(method, out var kept) && IsGrown(method, kept);
        if (value.Kind is FactKind.Collection)
            return false;
        foreach (var step in method.Shape.SelfCalls)
        {
            if (step.Call == value)
                return method.Owner?.FindMethod(step.Method) is { } own
                    && Products.Of(own) is not null;
        }
        return true;
    }

    /// <summary>The steps put their parts into it.</summary>
    private static bool IsGrown(ProjectUnit method, string attribute) =>
        method.Owner?.Shape.Collects.Count(c => c.Attribute == attribute) >= 2;

    /// <summary>Steps on a kept product, and a method that gives it.</summary>
    private bool FindProduct(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Source is not { Kind: OriginKind.Made, Class: { } product }
                || product == unit
            )
                continue;
            var steps = Steps(owner, store.Attribute);
            var given = Given(owner, store.Attribute);
            if (steps.Count < 2 || !given.Exists())
                continue;
            var family = Family(owner, steps);
            var director = Director(owner, steps);
            if (director is null)
                continue;
            found
                .Match(this, unit)
                .Must("a product is kept", store.Node)
                .Must("several steps add to it", steps[0].Node)
                .Must("and it is given out", given)
                .Should(.15, "somebody else says in which order", true)
                .Should(.15, "others build by the same steps", family.Count > 0)
                .Should(.10, "building begins anew", HasReset(owner, store.Attribute))
                .Named("builder", "build")
                .Variant("product")
                .With(family.Select(f => f.Unit))
                .With(owner.Bases.Select(b => b.Unit))
                .With(product)
                .Report();
            return true;
        }
        return false;
    }

    private static List<ProjectUnit> Steps(ProjectClass owner, string attribute)
    {
        var steps = new List<ProjectUnit>();
        foreach (var method in owner.Methods)
        {
            if (
                method.IsConstructor
                || !method.IsPublic
                || method.Node.Body().StatementCount() > MaxStep
            )
                continue;
            foreach (var collect in method.Shape.Collects)
            {
                if (
                    collect.Attribute == attribute
                    && collect.Kind is not CollectKind.Remove
                    && !steps.Contains(method)
                )
                    steps.Add(method);
            }
            foreach (var forward in method.Shape.Forwards)
            {
                if (
                    forward.Attribute == attribute
                    && forward.Call.IsDiscarded()
                    && !steps.Contains(method)
                )
                    steps.Add(method);
            }
        }
        return steps;
    }

    private static FactNode Given(ProjectClass owner, string attribute)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                foreach (var result in method.Shape.Returns)
                {
                    if (
                        method.Shape.OriginOf(result.Value())
                            is { Kind: OriginKind.Held, IsOuter: false } given
                        && given.Name == attribute
                    )
                        return result;
                }
            }
        }
        return default;
    }

    private static bool HasReset(ProjectClass owner, string attribute)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Attribute == attribute
                && !store.In.IsConstructor
                && store.Source.Kind is OriginKind.Made
            )
                return true;
        }
        return false;
    }

    /// <summary>Other concrete classes with the same steps: kin, or in the same file.</summary>
    private static List<ProjectClass> Family(ProjectClass owner, List<ProjectUnit> steps)
    {
        var family = new List<ProjectClass>();
        foreach (var parent in owner.Bases)
        {
            foreach (var sibling in parent.Descendants())
            {
                if (sibling != owner && steps.TrueForAll(s => sibling.Method(s.Name) is not null))
                    family.Add(sibling);
            }
        }
        return family;
    }

    /// <summary>A function of the file, outside the builders, that calls two steps or more of one thing; null for none.</summary>
    private static ProjectUnit? Director(ProjectClass owner, List<ProjectUnit> steps)
    {
        foreach (var unit in owner.Unit.File.Units)
        {
            if (
                (unit.IsFunction || unit.Fact.Kind is UnitKind.Module)
                && !(unit.EnclosingClass?.IsRelatedTo(owner) ?? false)
                && TakesSteps(unit, steps)
            )
                return unit;
        }
        return null;
    }

    private static bool TakesSteps(ProjectUnit unit, List<ProjectUnit> steps)
    {
        var taken = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var call in unit.OwnCalls)
        {
            if (
                call.CalleeName() is not { } name
                || !steps.Exists(s => s.Name == name)
                || call.CalledObject() is not { Facts: not null } target
                || target.Name is not { } one
            )
                continue;
            if (!taken.TryGetValue(one, out var names))
                taken[one] = names = new HashSet<string>(StringComparer.Ordinal);
            names.Add(name);
            if (names.Count >= 2)
                return true;
        }
        return false;
    }
}
