using Motif.Code.Rules.Concurrency;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds objects and functions that give elements one after another.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Whoever goes through the elements need not know how they are kept or made, nor wait for all of them.</para>
/// <para><b>Example.</b> <code>class Countdown:
///     def __iter__(self):
///         return self
///
///     def __next__(self):
///         if self._n == 0:
///             raise StopIteration
///         self._n -= 1
///         return self._n</code></para>
/// <para><b>Structure.</b> <c>class</c>: <c>__next__</c> that moves own state and ends (MoveNext and Current in C#). <c>iterable</c>:
/// <c>__iter__</c> that yields, or makes an iterator of the project. <c>generator</c>: a function that yields in a loop without
/// going through a parameter; one that does is a generator stage.</para>
/// <para><b>Limits.</b> <c>__iter__</c> that hands on another's iterator is delegation. A context manager also yields, once.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; PEP 234, 2001; PEP 255, 2001.</para>
/// </remarks>
internal sealed class IteratorRule : ICodeRule
{
    public string Name => "iterator";

    public string Title => "Iterator";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindClass(unit, owner, found);
        else if (unit.Has(FactKind.Yield) || unit.Has(FactKind.YieldFrom))
            FindGenerator(unit, found);
    }

    private void FindClass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var next =
            owner.Method("__next__")
            ?? owner.Method("__anext__")
            ?? owner.Method("MoveNext")
            ?? ResultGiver(owner);
        if (next is not null && !next.IsHook)
        {
            found
                .Match(this, unit)
                .Must("it gives the next element", next.Node)
                .Should(.20, "it ends", Ends(next))
                .Should(
                    .10,
                    "it moves on its own state",
                    next.Shape.Stores.Count + next.Shape.Collects.Count + next.Shape.Forwards.Count
                        > 0
                )
                .Should(
                    .05,
                    "it is its own iterable",
                    owner.FindMethod("__iter__") is not null
                        || owner.FindMethod("__aiter__") is not null
                        || owner.FindMethod("Current") is not null
                        || owner.FindMethod("[Symbol.iterator]") is not null
                        || owner.FindMethod("[Symbol.asyncIterator]") is not null
                )
                .Named("iterator", "cursor")
                .Variant("class")
                .Report();
            return;
        }
        var iter =
            owner.Method("__iter__")
            ?? owner.Method("__aiter__")
            ?? owner.Method("GetEnumerator")
            ?? owner.Method("[Symbol.iterator]")
            ?? owner.Method("[Symbol.asyncIterator]");
        if (iter is null)
            return;
        var yields = iter.Has(FactKind.Yield);
        var made = Products.Of(iter) is { } product && product != unit ? product : null;
        if (made is not null && unit.File.Facts.Language == "python" && !IsWalked(made))
            made = null;
        if (!yields && made is null)
            return;
        found
            .Match(this, unit)
            .Must("its elements can be gone through", iter.Node)
            .Should(.20, "elements are given one by one", FirstYield(iter))
            .Should(.20, "an iterator of the project is made", made is not null)
            .Should(.05, "it goes through own state", iter.HasLoop)
            .Named("iterator", "iterable", "collection")
            .Variant("iterable")
            .With(made is null ? [] : [made])
            .Report();
    }

    /// <summary>What is made can be gone through itself.</summary>
    private static bool IsWalked(ProjectUnit made) =>
        made.Class is { } type
        && (
            type.FindMethod("__next__") is not null
            || type.FindMethod("__anext__") is not null
            || type.FindMethod("next") is not null
            || type.FindMethod("__iter__") is not null
            || type.Bases.Count > 0
        );

    /// <summary>JavaScript: a method <c>next</c> that says with every element whether it was the last.</summary>
    private static ProjectUnit? ResultGiver(ProjectClass owner)
    {
        if (owner.Unit.File.Facts.Language is "python" or "csharp")
            return null;
        var next = owner.Method("next");
        return next is not null && SaysDone(next).Exists() ? next : null;
    }

    /// <summary>The key <c>done</c> of a result that is given back, or none.</summary>
    private static FactNode SaysDone(ProjectUnit next)
    {
        foreach (var node in next.OwnNodes)
        {
            if (
                node.Role is FactRole.Key
                && node.IsKind(FactKind.Literal)
                && node.Name is "done"
                && node.IsUnder(FactKind.Return)
            )
                return node;
        }
        return default;
    }

    private static FactNode Ends(ProjectUnit next)
    {
        if (next.Name is "next" && SaysDone(next) is { Facts: not null } done)
            return done;
        foreach (var node in next.OwnNodes)
        {
            if (
                node.Kind is FactKind.Raise
                && (
                    node.Value().Mentions("StopIteration")
                    || node.Value().Mentions("StopAsyncIteration")
                )
            )
                return node;
            if (
                node.Kind is FactKind.Return
                && node.Value().Exists()
                && (
                    node.Value().Is(FactFlags.LiteralFalse) || node.Value().Kind is FactKind.Compare
                )
            )
                return node;
            if (node.Calls("next", "builtins.next"))
                return node;
        }
        return default;
    }

    private static FactNode FirstYield(ProjectUnit unit)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Yield or FactKind.YieldFrom)
                return node;
        }
        return default;
    }

    private void FindGenerator(ProjectUnit unit, RuleFindings found)
    {
        if (
            unit.IsSpecial
            || unit.Fact.Decorators.Count > 0
                && !unit.IsDecoratedWith("staticmethod", "classmethod", "property")
        )
            return;
        if (GeneratorStageRule.StageLoop(unit).Exists() || GeneratorStageRule.GivesWay(unit))
            return;
        FactNode yielded = default;
        var count = 0;
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is not (FactKind.Yield or FactKind.YieldFrom) || IsReceived(node))
                continue;
            count++;
            yielded = yielded.Exists() && yielded.EnclosingLoop().Exists() ? yielded : node;
        }
        if (count == 0)
            return;
        var loop = yielded.EnclosingLoop();
        found
            .Match(this, unit)
            .Must("it gives elements one by one", yielded)
            .Should(.20, "in a loop", loop)
            .Should(.15, "of those of another", yielded.Kind is FactKind.YieldFrom)
            .Should(.10, "several of them", count >= 2)
            .Named("iter", "generate", "walk")
            .Modifier("recursive", Recursive(unit))
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Variant("generator")
            .Report();
    }

    /// <summary>A yield whose value is awaited from outside makes a coroutine of the old kind, not an iterator.</summary>
    private static bool IsReceived(FactNode yielded) =>
        yielded.Kind is FactKind.Yield && yielded.Parent.Kind is not FactKind.ExpressionStatement;

    private static bool Recursive(ProjectUnit unit)
    {
        foreach (var node in unit.OwnCalls)
        {
            // What an iterator gives is walked through: a method of its name that is awaited is another's.
            if (
                node.Kind is FactKind.Call
                && node.CalleeName() == unit.Name
                && node.Parent.Kind is not FactKind.Await
            )
                return true;
        }
        return false;
    }
}
