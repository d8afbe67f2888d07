using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Those who say in which order to build, and the products.</summary>
internal sealed partial class BuilderRule
{
    private const int MaxBuilderMethods = 15;

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
                if (
                    builders.Count < 2
                    || StepsOf(method, forward.Attribute) is var taken && taken < 2
                    || DeclaredKind.IsAround(owner, forward.Attribute)
                    || builders.Exists(b => b.Methods.Count(m => m.IsPublic) > taken * 3 + 2)
                    || unit.File.IsScript && !builders.TrueForAll(IsForBuilding)
                    || steps.All(LibraryMethods.Has)
                    || !builders.Exists(b => b.Methods.Any(GivesProduct))
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("a builder is handed in", injection.Node)
                    .Must("several of its steps are called in order", forward.Call)
                    .Should(.15, "there are several builders", builders.Count >= 2)
                    .Should(.15, "a builder gives what it built", true)
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

    /// <summary>How many different steps the method takes of the one thing.</summary>
    private static int StepsOf(ProjectUnit method, string attribute) =>
        method
            .Shape.Forwards.Where(f =>
                f.Attribute == attribute && f.Method is not null && f.Call.IsDiscarded()
            )
            .Select(f => f.Method)
            .Distinct(StringComparer.Ordinal)
            .Count();

    /// <summary>What it was built of is an object of the project: text and bytes that a writer gives out are no product.</summary>
    private static bool GivesProduct(ProjectUnit method) =>
        GivesResult(method) && (Products.Of(method) is not null || GivesWhatItKeeps(method));

    private static bool GivesWhatItKeeps(ProjectUnit method)
    {
        foreach (var result in method.Shape.Returns)
        {
            var value = result.Value();
            if (
                value.Exists()
                && value.IsOwnAttribute(method, out var kept)
                && method.Owner?.TypesOf(kept).Count > 0
            )
                return true;
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

    /// <summary>A builder has steps and gives what it built; a client, a room or a connection has a whole vocabulary.</summary>
    private static bool IsForBuilding(ProjectClass builder) =>
        builder
            .AncestorsAndSelf()
            .Sum(a => a.Methods.Count(m => m.IsPublic && m.Fact.Kind is UnitKind.Method))
        <= MaxBuilderMethods;

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
        if (builders.Count < 2 || !given.Exists() || IsOfOneClass(unit, local))
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

    /// <summary>Python: the local is made of a class that is named there: nothing else can be built in its stead.</summary>
    private static bool IsOfOneClass(ProjectUnit unit, string local)
    {
        if (unit.File.Facts.Language != "python")
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(local)
                && node.Value().Exists()
                && node.Value().MadeClass(unit) is not null
            )
                return true;
        }
        return false;
    }
}
