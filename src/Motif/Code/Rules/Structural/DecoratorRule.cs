using Motif.Code.Rules.Behavioral;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds objects that wrap another of their own kind and add to what it does.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Behaviour is stacked at run time in any order, without a subclass for every combination.</para>
/// <para><b>Example.</b> <code>class Milk(Beverage):
///     def __init__(self, inner):
///         self._inner = inner
///
///     def cost(self):
///         return self._inner.cost() + 0.5</code></para>
/// <para><b>Structure.</b> An object of the own hierarchy, or one that answers the same calls, is handed in and kept; a method
/// passes its call on under the same name; and the answer is changed, or subclasses do so, or several such wrappers stand side
/// by side. A wrapper that hands everything else on by <c>__getattr__</c> counts too.</para>
/// <para><b>Limits.</b> One lone wrapper that only decides whether or when to pass on is a proxy; one that may stop is a link of
/// a chain; other names are an adapter. Python's function decorators have their own rule.
/// In C# what is declared to be no kind that the class itself is, or has other type arguments, is a part.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class DecoratorRule : ICodeRule
{
    public string Name => "decorator";

    public string Title => "Object Decorator";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (
            owner.Methods.Count < 2
            || Wrapping.Of(owner) is not { } wrapping
            || Wrapping.IsInherited(owner)
        )
            return;
        if (
            wrapping.Store.Source.Kind is not OriginKind.Parameter
            || !wrapping.Store.In.IsConstructor
        )
            return;
        var layers = Layers(owner, wrapping);
        var altered = AlteredForward(wrapping);
        var rest = PassesRest(owner, wrapping.Attribute);
        var isRefined = layers.Exists(l => l.IsSubclassOf(owner));
        if (!isRefined && !altered.Exists())
            return;
        found
            .Match(this, unit)
            .Must("one of its own kind is handed in and kept", wrapping.Store.Node)
            .Must("a call is passed on under the same name", wrapping.Forwards[0].Call)
            .Not(ChainOfResponsibilityRule.IsLink(owner, wrapping))
            .Not(!wrapping.IsMainly(owner) && !rest.Exists())
            .Not(wrapping.IsOneOfMany(owner) && !rest.Exists())
            .Not(IsLetGo(owner, wrapping))
            .Not(unit.File.IsCSharp && IsOfAnotherKind(owner, wrapping))
            .Not(wrapping.Forwards.TrueForAll(Forwarding.TakesParts))
            .Not(wrapping.Forwards.TrueForAll(f => f.Method is null && !Forwarding.IsAsItCame(f)))
            .Not(owner.Bases.Count == 0 && !rest.Exists() && GivesOthers(wrapping))
            .Should(.15, "what it gives or hands on is changed", altered)
            .Should(.15, "there are further layers", layers.Count > 0)
            .Should(.10, "everything else is passed on too", rest)
            .Should(
                .05,
                "the kept object has the type of the hierarchy",
                owner.TypesOf(wrapping.Attribute).Count > 0
            )
            .Named("decorator", "wrapper")
            .Variant(owner.Bases.Count > 0 ? "hierarchy" : "duck")
            .With(layers.Select(l => l.Unit))
            .With(owner.Bases.Select(b => b.Unit))
            .Report();
    }

    /// <summary>
    /// C#: declared is not what the class itself is: a class beside it, its base with other type arguments, or what is called its parent.
    /// A caller could not put one in the place of the other.
    /// </summary>
    private static bool IsOfAnotherKind(ProjectClass owner, Wrapping wrapping)
    {
        var store = wrapping.Store;
        if (
            store.Source.Name.Contains("parent", StringComparison.OrdinalIgnoreCase)
            || store.Source.Name.Contains("owner", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        var declared = AttributeTypes.OfParameter(store.In, store.Source.Name);
        return declared.Count > 0 && declared.All(d => !owner.IsSubclassOf(d.Class!))
            || Generics.AreOtherArguments(owner, store.In, store.Source.Name);
    }

    /// <summary>The object is let go by a method: what is opened and used up is a handle.</summary>
    private static bool IsLetGo(ProjectClass owner, Wrapping wrapping) =>
        owner.Shape.Stores.Exists(s =>
            s.Attribute == wrapping.Attribute && !s.In.IsConstructor && s.Value.IsNull()
        );

    /// <summary>Each call gives a new object of the project made with what the kept one gave: that translates, and adds nothing to it.</summary>
    private static bool GivesOthers(Wrapping wrapping) =>
        wrapping.Forwards.TrueForAll(Forwarding.MakesAnother);

    /// <summary>Subclasses, and other wrappers of the same kind.</summary>
    private static List<ProjectClass> Layers(ProjectClass owner, Wrapping wrapping)
    {
        var layers = new List<ProjectClass>();
        foreach (var descendant in owner.Descendants())
        {
            if (Overrides(descendant, wrapping))
                layers.Add(descendant);
        }
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (
                unit.Class != owner
                && !layers.Contains(unit.Class!)
                && Wrapping.Of(unit.Class!) is { Store.Source.Kind: OriginKind.Parameter } other
                && other.Forwards[0].In.Name == wrapping.Forwards[0].In.Name
            )
                layers.Add(unit.Class!);
        }
        return layers;
    }

    private static bool Overrides(ProjectClass descendant, Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            if (
                descendant.Method(forward.In.Name) is { } method
                && (method.Shape.SuperCalls.Count > 0 || method.Shape.Forwards.Count > 0)
            )
                return true;
        }
        return false;
    }

    private static FactNode AlteredForward(Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            if (Wrapping.IsAltered(forward.Call) || Forwarding.ChangesArgument(forward))
                return forward.Call;
        }
        return default;
    }

    /// <summary>What was asked for is given as it is, at least once, or called in what is given; in another object it is only an ingredient.</summary>
    private static bool IsGiven(FactNode asked, ProjectUnit method)
    {
        if (asked.Statement() is not { Kind: FactKind.Assign } kept)
            return asked.Parent.Kind is not FactKind.Call || asked.Role is FactRole.Callee;
        var local = kept.Child(FactRole.Target);
        return !local.IsKind(FactKind.Name)
            || method.Shape.Returns.Exists(r => r.Value().Bare().IsName(local.Name))
            || method.Members.Any(m => m.Node.Mentions(local.Name));
    }

    /// <summary><c>__getattr__</c> that asks the wrapped object, or none.</summary>
    internal static FactNode PassesRest(ProjectClass owner, string attribute)
    {
        if (owner.Method("__getattr__") is not { } method)
            return default;
        foreach (var node in method.OwnCalls)
        {
            if (
                node.Calls("getattr", "builtins.getattr")
                && FirstUse.Mentions(node.Argument(0), method, attribute)
                && IsGiven(node, method)
            )
                return node;
        }
        return default;
    }
}
