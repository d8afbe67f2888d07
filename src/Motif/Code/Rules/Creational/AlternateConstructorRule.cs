using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds class methods that make an object of the own class from something else.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Each way to make an object has a name, and subclasses get it with their own class.</para>
/// <para><b>Example.</b> <code>@classmethod
/// def from_json(cls, text):
///     return cls(**json.loads(text))</code></para>
/// <para><b>Structure.</b> A class method (in C# a static method) returns a fresh object of the own class, made by the class it
/// received or by name.</para>
/// <para><b>Limits.</b> Keeping the object to give it again is a singleton or flyweight; choosing among several classes a factory.
/// In C# what was found, is put away or has other type arguments is none.</para>
/// <para><b>References.</b> Bloch, Effective Java, 3rd ed. 2018, item 1; Hettinger, Python's Class Development Toolkit, 2013.</para>
/// </remarks>
internal sealed class AlternateConstructorRule : ICodeRule
{
    public string Name => "alternate_constructor";

    public string Title => "Alternate Constructor";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Owner is null || !unit.Has(FactKind.Return) || unit.Name is "__new__")
            return;
        var receivesClass = unit.Fact.Has(UnitTraits.ClassMethod);
        if (!receivesClass && !unit.Fact.Has(UnitTraits.Static))
            return;
        var made = Made(unit);
        if (
            !made.Exists()
            || Keeps(unit)
            || IsOperation(unit)
            || HasNoInstances(unit.Owner)
            || MakesOthers(unit)
            || unit.File.IsCSharp && (GivesKept(unit) || IsPutAway(unit))
            || Generics.IsOfOtherArity(made, unit)
        )
            return;
        found
            .Match(this, unit)
            .Must("an object of the own class is made", made)
            .Must("and given back", unit.Shape.Returns[^1])
            .Should(
                .20,
                "it is made of what is given",
                unit.Fact.Parameters.Any(p => !p.IsReceiver)
            )
            .Should(.10, "a subclass gets its own class", receivesClass)
            .Should(
                .05,
                "what is given is taken apart first",
                unit.Node.Body().StatementCount() > 1
            )
            .Named("from", "parse", "create", "of")
            .Variant(receivesClass ? "class_method" : "static")
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Report();
    }

    /// <summary>A construction of the own class that is returned at once or by a local.</summary>
    private static FactNode Made(ProjectUnit unit)
    {
        foreach (var result in unit.Shape.Returns)
        {
            var value = result.Value().Bare();
            if (!value.Exists())
                continue;
            if (value.MakesOwn(unit))
                return value;
            if (value.Kind is not FactKind.Name)
                continue;
            foreach (var node in unit.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Assign
                    && node.Child(FactRole.Target).IsName(value.Name)
                    && node.Value().Bare() is { Facts: not null } call
                    && call.MakesOwn(unit)
                )
                    return call;
            }
        }
        return default;
    }

    /// <summary>An operator or conversion, or the same reckoned on: what is given is of the own class already; of a plain value anything that is given.</summary>
    private static bool IsOperation(ProjectUnit unit)
    {
        if (unit.File.Facts.Language != "csharp" || unit.Fact.Parameters.Count == 0)
            return false;
        if (unit.Name.StartsWith("op_", StringComparison.Ordinal))
            return true;
        var isValue = unit.Owner!.Unit.Fact.Has(UnitTraits.DataType);
        foreach (var parameter in unit.Fact.Parameters)
        {
            var given = new List<ProjectUnit>();
            if (parameter.Type is { } type)
                unit.File.Project.FindClasses(type, unit.File, given);
            if (given.Contains(unit.Owner.Unit))
                return true;
            if (!isValue)
                break;
        }
        return false;
    }

    /// <summary>All that the class has belongs to the class: what is made is of another that has the name with more type arguments.</summary>
    private static bool HasNoInstances(ProjectClass owner) =>
        owner.Unit.File.Facts.Language == "csharp"
        && owner.Methods.All(m => m.Fact.Has(UnitTraits.Static))
        && owner.Unit.Fact.Attributes.All(a => a.IsClassLevel);

    /// <summary>It gives objects of other classes too: a choice, which is a factory.</summary>
    private static bool MakesOthers(ProjectUnit unit) =>
        unit.Shape.Returns.Exists(r =>
            r.Value().MadeClass(unit) is { } made
            && made != unit.Owner!.Unit
            && !made.Class!.IsException
        );

    /// <summary>C#: what is given back was there before, or is made only if nothing was found: <c>if (!pool.TryPop(out var it)) it = new();</c></summary>
    private static bool GivesKept(ProjectUnit unit)
    {
        foreach (var result in unit.Shape.Returns)
        {
            var value = result.Value().Bare();
            if (!value.IsKind(FactKind.Name) || unit.HasParameter(value.NameOrEmpty()))
                continue;
            var isMade = false;
            var isAssigned = false;
            foreach (var node in unit.OwnNodes)
            {
                if (
                    node.Kind is not FactKind.Assign
                    || !node.Child(FactRole.Target).IsName(value.Name)
                )
                    continue;
                isAssigned = true;
                isMade |= node.Value().Exists() && node.Value().MakesOwn(unit);
                var choice = node.Ancestor(FactKind.If);
                if (choice.Exists() && choice.Child(FactRole.Test).Mentions(value.Name))
                    return true;
            }
            if (!isMade && !isAssigned && unit.Owner?.Attribute(value.NameOrEmpty()) is null)
                return true;
        }
        return false;
    }

    /// <summary>C#: what is made is put into something that the class keeps.</summary>
    private static bool IsPutAway(ProjectUnit unit)
    {
        foreach (var call in unit.OwnCalls)
        {
            if (
                call.CalledObject() is { Facts: not null } kept
                && unit.Owner!.Attribute(kept.NameOrEmpty()) is { IsClassLevel: true }
                && unit.Shape.Returns.Exists(r =>
                    r.Value().Bare().IsKind(FactKind.Name) && call.HandsOver(r.Value().Bare().Name)
                )
            )
                return true;
        }
        return false;
    }

    /// <summary>The object is kept where the class can see it.</summary>
    private static bool Keeps(ProjectUnit unit) =>
        unit.IsDecoratedWith("cache", "lru_cache")
        || unit.Shape.Stores.Count > 0
        || unit.Shape.Collects.Exists(c => c.Kind is CollectKind.Put && !c.IsOuter);
}
