namespace Motif.Code.Rules.Structural;

/// <summary>Finds classes that are made to be added to others.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> One ability is written once and given to classes of different hierarchies.</para>
/// <para><b>Example.</b> <code>class JsonMixin:
///     def to_json(self):
///         return json.dumps(self.to_dict())</code></para>
/// <para><b>Structure.</b> A class without a constructor, bases of its own (other mixins aside) or abstract methods, whose methods use
/// attributes or methods of the object that it does not have itself, and that stands beside another base in a class, or before a
/// call of super.</para>
/// <para><b>Limits.</b> An interface leaves its methods open; a base class stands alone.</para>
/// <para><b>References.</b> Bracha and Cook, Mixin-based Inheritance, OOPSLA 1990.</para>
/// </remarks>
internal sealed class MixinRule : ICodeRule
{
    public string Name => "mixin";

    public string Title => "Mixin";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (unit.File.IsScript && FindClassFactory(unit, found))
            return;
        if (
            owner.Methods.Count == 0
            || owner.IsInterface
            || unit.Fact.Has(UnitTraits.DataType)
            || HasConstructor(owner)
            || HasForeignBase(owner)
            || IsBaseClass(owner)
        )
            return;
        if (owner.Methods.All(m => m.IsHook))
            return;
        // Where a class has one base, what it calls on to without naming one is the root of all classes.
        if (unit.File.Facts.Language is "csharp" || unit.File.IsScript)
            return;
        var mixedInto = MixedInto(owner);
        var cooperates = Cooperates(owner);
        if (mixedInto is null && !cooperates.Exists())
            return;
        var borrowed = Borrowed(owner);
        found
            .Match(this, unit)
            .Must("it has no state of its own to construct", unit.Node)
            .Must(
                "it stands beside other bases or calls on to them",
                cooperates.Exists() ? cooperates : mixedInto!.Unit.Node
            )
            .Should(.20, "it uses what it does not have itself", borrowed)
            .Should(.10, "it is added to a class with other bases", mixedInto is not null)
            .Should(.10, "it calls on to a base that it does not have", cooperates)
            .Named("mixin", "mixable")
            .With(mixedInto is null ? [] : [mixedInto.Unit])
            .Report();
    }

    /// <summary>
    /// It can be made by itself, leaves steps to subclasses, extends a class that others extend as their only one, or is such a class itself:
    /// something that others are, not something that they can.
    /// </summary>
    private static bool IsBaseClass(ProjectClass owner) =>
        owner.IsAbstract
        || owner.Unit.Fact.Metaclass is not null
        || owner.Unit.Calls.Count > 0
        || IsMostlyAlone(owner)
        || owner.Bases.Any(b => b.Unit.Calls.Count > 0 || IsMostlyAlone(b));

    /// <summary>Half of its subclasses and more have no other base, or have it as the last one.</summary>
    private static bool IsMostlyAlone(ProjectClass owner)
    {
        var alone = 0;
        foreach (var subclass in owner.Subclasses)
        {
            if (
                subclass.Bases.Count + CountReal(subclass.ExternalBases) < 2
                || IsLast(subclass, owner)
            )
                alone++;
        }
        return alone > 0 && alone * 2 >= owner.Subclasses.Count;
    }

    /// <summary>TypeScript and JavaScript: a function is given a class and gives back one that extends it.</summary>
    private bool FindClassFactory(ProjectUnit unit, RuleFindings found)
    {
        if (
            unit.Parent is not { IsFunction: true } maker
            || !IsGivenBack(unit, maker)
            // What says how it is made is a class of its own, whatever it extends.
            || unit.Class!.Methods.Any(m =>
                m.IsConstructor && m.Fact.Parameters.Any(p => !ProjectUnit.IsVariadic(p))
            )
        )
            return false;
        foreach (var child in unit.Node.Children())
        {
            if (child.Role is not FactRole.Base || child.Name is not { } given)
                continue;
            var parameter = Parameter(maker, given);
            if (!parameter.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("a function is given the class", parameter)
                .Must("and extends it", child)
                .Should(.25, "what it adds are methods", unit.Class!.Methods.Count > 0)
                .Named("mixin", "mixable", "with")
                .Variant("class_factory")
                .Report();
            return true;
        }
        return false;
    }

    private static FactNode Parameter(ProjectUnit function, string name)
    {
        foreach (var child in function.Node.Children())
        {
            if (child.Kind is FactKind.Parameter && child.Name == name)
                return child;
        }
        return default;
    }

    private static bool IsGivenBack(ProjectUnit made, ProjectUnit maker)
    {
        foreach (var result in maker.Shape.Returns)
        {
            if (result.Holds(made.Node) || result.Value().Bare().IsName(made.Name))
                return true;
        }
        return false;
    }

    private static bool HasConstructor(ProjectClass owner)
    {
        foreach (var method in owner.Methods)
        {
            if (method.IsConstructor && method.Shape.SuperCalls.Count == 0)
                return true;
        }
        return false;
    }

    /// <summary>A base that is not itself without a constructor and bases.</summary>
    private static bool HasForeignBase(ProjectClass owner)
    {
        foreach (var name in owner.ExternalBases)
        {
            if (!DottedName.IsOneOf(name, "object", "ABC", "Generic"))
                return true;
        }
        foreach (var parent in owner.Bases)
        {
            if (
                HasConstructor(parent)
                || HasForeignBase(parent)
                || parent.Subclasses.Count > 0 && parent.IsAbstract
            )
                return true;
        }
        return false;
    }

    private static ProjectClass? MixedInto(ProjectClass owner)
    {
        foreach (var subclass in owner.Subclasses)
        {
            if (
                subclass.Bases.Count + CountReal(subclass.ExternalBases) >= 2
                && !IsLast(subclass, owner)
            )
                return subclass;
        }
        return null;
    }

    /// <summary>The last base is what the class is; those before it are what it can.</summary>
    private static bool IsLast(ProjectClass subclass, ProjectClass owner)
    {
        var bases = subclass.Unit.Fact.Bases;
        return bases.Count > 0
            && subclass.Unit.File.Facts.Language == "python"
            && DottedName.Last(bases[^1]).SequenceEqual(owner.Name);
    }

    private static int CountReal(IReadOnlyList<string> names)
    {
        var count = 0;
        foreach (var name in names)
            count += DottedName.IsOneOf(name, "object", "ABC", "Generic", "Protocol") ? 0 : 1;
        return count;
    }

    /// <summary>A call of super in a class whose bases do not have the method.</summary>
    private static FactNode Cooperates(ProjectClass owner)
    {
        foreach (var method in owner.Methods)
        {
            foreach (var call in method.Shape.SuperCalls)
            {
                if (
                    call.Method == method.Name
                    && !method.IsSpecial
                    && !owner.Bases.Any(b => b.FindMethod(call.Method) is not null)
                )
                    return call.Call;
            }
        }
        return default;
    }

    /// <summary>The first use of an attribute or method that neither it nor its bases have.</summary>
    private static FactNode Borrowed(ProjectClass owner)
    {
        foreach (var method in owner.Methods)
        {
            foreach (var node in method.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Attribute
                    && node.IsOwnAttribute(method, out var name)
                    && !name.StartsWith("__", StringComparison.Ordinal)
                    && owner.FindMethod(name) is null
                    && !owner.HasAttribute(name)
                )
                    return node;
            }
        }
        return default;
    }
}
