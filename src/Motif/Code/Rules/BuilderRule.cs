namespace Motif.Code.Rules;

/// <summary>Finds objects that put another one together step by step, and fluent interfaces.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Construction with many optional parts is readable, and the same steps can make different things.</para>
/// <para><b>Example.</b> <code>class QueryBuilder:
///     def where(self, condition):
///         self._conditions.append(condition)
///         return self
///
///     def build(self):
///         return Query(self._conditions)</code></para>
/// <para><b>Structure.</b> <c>fluent</c>: at least two methods change the own state and return the object itself, and one gives the
/// result, or at least three do. <c>product</c>: methods add to a kept product that another gives out. <c>director</c>: an object or
/// function calls several steps of a builder that it was given, of which there are several.</para>
/// <para><b>Limits.</b> <c>__enter__</c> and <c>__iter__</c> also return the object and count for nothing.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; Fowler, FluentInterface, 2005; Bloch, Effective Java, item 2.</para>
/// </remarks>
internal sealed class BuilderRule : ICodeRule
{
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
        var steps = 0;
        FactNode first = default;
        ProjectUnit? result = null;
        foreach (var method in owner.Methods)
        {
            if (!method.IsPublic || method.IsSpecial)
                continue;
            if (ReturnsItself(method) && ChangesState(method))
            {
                steps++;
                first = first.Exists() ? first : method.Shape.Returns[^1];
            }
            else if (GivesResult(method))
                result = method;
        }
        if (steps < 2 || (steps < 3 && result is null))
            return false;
        found
            .Match(this, unit)
            .Must("steps change the object and give it back", first)
            .Must("there are several of them", steps >= 2)
            .Should(.15, "a last step gives the result", result?.Node ?? default)
            .Should(
                .10,
                "the result is another object",
                result is not null && Products.Of(result) is { } made && made != unit
            )
            .Should(.10, "there are three or more steps", steps >= 3)
            .Named("builder", "build", "fluent")
            .Variant(result is null ? "fluent" : "fluent builder")
            .Report();
        return true;
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
            if (family.Count == 0 && director is null)
                continue;
            found
                .Match(this, unit)
                .Must("a product is kept", store.Node)
                .Must("several steps add to it", steps[0].Node)
                .Must("and it is given out", given)
                .Should(.15, "somebody else says in which order", director is not null)
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
            if (method.IsConstructor || !method.IsPublic)
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

    private static ProjectClass? Director(ProjectClass owner, List<ProjectUnit> steps)
    {
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (
                unit.Class != owner
                && unit.Class!.Methods.Any(m =>
                    StepCalls(m).Count(c => steps.Exists(s => s.Name == c)) >= 2
                )
            )
                return unit.Class;
        }
        return null;
    }

    /// <summary>Names of the distinct methods that a method calls on one thing it holds or gets, without using the answers.</summary>
    private static HashSet<string> StepCalls(ProjectUnit method)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var forward in method.Shape.Forwards)
        {
            if (
                forward.Method is { } step
                && !step.StartsWith('_')
                && !forward.IsOuter
                && forward.Call.IsDiscarded()
            )
                names.Add(step);
        }
        foreach (var call in method.Shape.ParameterCalls)
        {
            if (call.Method is not null && call.Call.IsDiscarded())
                names.Add(call.Method);
        }
        return names;
    }

    /// <summary>An object that is given a builder and calls its steps, where there are several builders.</summary>
    private bool FindDirector(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var method in owner.Methods)
        {
            var steps = StepCalls(method);
            if (steps.Count < 2 || method.IsConstructor)
                continue;
            foreach (var forward in method.Shape.Forwards)
            {
                if (
                    forward.Method is null
                    || !steps.Contains(forward.Method)
                    || owner.Shape.InjectionOf(forward.Attribute) is not { } injection
                )
                    continue;
                var builders = Collaborators
                    .Of(owner, forward.Attribute, forward.Method)
                    .Where(b => HasAll(b, method, forward.Attribute) && KeepsProduct(b))
                    .ToList();
                if (builders.Count < 2 || steps.All(LibraryMethods.Has))
                    continue;
                found
                    .Match(this, unit)
                    .Must("a builder is handed in", injection.Node)
                    .Must("several of its steps are called in order", forward.Call)
                    .Should(.15, "there are several builders", builders.Count >= 2)
                    .Should(
                        .15,
                        "a builder gives what it built",
                        builders.Exists(b => b.Methods.Any(GivesResult))
                    )
                    .Named("director", "builder", "build", "construct")
                    .Variant("director")
                    .With(builders.Select(b => b.Unit))
                    .With(builders.SelectMany(b => b.Bases).Select(b => b.Unit))
                    .Report();
                return true;
            }
        }
        return false;
    }

    private static bool HasAll(ProjectClass builder, ProjectUnit method, string attribute)
    {
        foreach (var forward in method.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && forward.Method is { } step
                && builder.FindMethod(step) is null
            )
                return false;
        }
        return true;
    }

    /// <summary>Its steps change a thing that it gives out, or itself.</summary>
    private static bool KeepsProduct(ProjectClass builder)
    {
        var changing = 0;
        foreach (var method in builder.Methods)
        {
            if (!method.IsConstructor && ChangesState(method))
                changing++;
        }
        return changing >= 2;
    }

    /// <summary>A function that makes or gets an object, calls two or more of its steps and gives it back, where several classes have the steps.</summary>
    private void FindDirectorFunction(ProjectUnit unit, RuleFindings found)
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        FactNode first = default;
        string? local = null;
        foreach (var node in unit.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || !node.IsDiscarded()
                || node.ArgumentCount() > 0
                || node.CalledObject() is not { Facts: not null, Kind: FactKind.Name } target
            )
                continue;
            local ??= target.Name;
            if (target.Name != local)
                return;
            steps.Add(node.CalleeName()!);
            first = first.Exists() ? first : node;
        }
        if (steps.Count < 2 || local is null)
            return;
        var builders = new List<ProjectClass>();
        foreach (var candidate in unit.File.Classes)
        {
            if (steps.All(s => candidate.Class!.FindMethod(s) is { IsHook: false }))
                builders.Add(candidate.Class!);
        }
        var given = unit.Shape.Returns.Find(r =>
            r.Value().Exists() && r.Value().Bare().IsName(local)
        );
        if (builders.Count < 2 || !given.Exists())
            return;
        found
            .Match(this, unit)
            .Must("several steps are called in order", first)
            .Must("and what was built is given back", given)
            .Should(.20, "several classes have the steps", builders.Count >= 2)
            .Named("director", "build", "construct")
            .Variant("director")
            .With(builders.Select(b => b.Unit))
            .Report();
    }
}
