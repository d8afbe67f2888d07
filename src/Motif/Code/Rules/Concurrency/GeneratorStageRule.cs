using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Concurrency;

/// <summary>Finds generators that take elements from another and give on what they make of them.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Stages are put together like pipes and need the memory of one element.</para>
/// <para><b>Example.</b> <code>def parsed(lines):
///     for line in lines:
///         if line.strip():
///             yield json.loads(line)</code></para>
/// <para><b>Structure.</b> A generator goes through one of its parameters (or a view of it) and yields in that loop something that
/// depends on the element.</para>
/// <para><b>Limits.</b> Yielding without going through a parameter is a plain iterator.
/// In Python what yields only yes, no or nothing gives way to others.</para>
/// <para><b>References.</b> Beazley, Generator Tricks for Systems Programmers, PyCon 2008.</para>
/// </remarks>
internal sealed class GeneratorStageRule : ICodeRule
{
    public string Name => "generator_stage";

    public string Title => "Generator Stage";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Yield) || !unit.HasLoop || unit.Fact.Parameters.Count == 0)
            return;
        var loop = StageLoop(unit);
        if (!loop.Exists() || GivesWay(unit))
            return;
        var yielded = YieldIn(loop);
        found
            .Match(this, unit)
            .Must("it goes through what it is given", loop)
            .Must("and gives on elements as it goes", yielded)
            .Should(
                .15,
                "what it gives comes from the element",
                yielded.UsesTargetOf(loop) || !yielded.Value().Bare().IsKind(FactKind.Literal)
            )
            .Should(
                .10,
                "it transforms the element",
                yielded.Value().IsKind(FactKind.Name) ? default : yielded
            )
            .Should(.10, "it leaves elements out", LeavesOut(loop, yielded))
            .Named("stage", "filter", "transform", "stream")
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Report();
    }

    /// <summary>Python: it yields nothing but yes, no or nothing: it lets others go on, and says whether it is done.</summary>
    public static bool GivesWay(ProjectUnit unit)
    {
        if (unit.File.Facts.Language != "python")
            return false;
        var count = 0;
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.YieldFrom)
                return false;
            if (node.Kind is not FactKind.Yield)
                continue;
            count++;
            var value = node.Value();
            if (value.Exists() && !value.IsNull() && !value.IsTrueOrFalse())
                return false;
        }
        return count > 0;
    }

    /// <summary>The test in the loop under which alone an element is given on; where something is given in any case there is none.</summary>
    private static FactNode LeavesOut(FactNode loop, FactNode yielded)
    {
        var choice = yielded.Ancestor(FactKind.If);
        if (!choice.Exists() || !loop.Holds(choice))
            return default;
        for (var i = loop.Index; i < loop.End; i++)
        {
            if (
                loop.Facts.Kinds[i] is FactKind.Yield or FactKind.YieldFrom
                && !choice.Body().Holds(loop.Facts[i])
            )
                return default;
        }
        return choice;
    }

    /// <summary>A loop over a parameter, or a view of one, that yields; or none.</summary>
    public static FactNode StageLoop(ProjectUnit unit)
    {
        if (!unit.Has(FactKind.ForEach))
            return default;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.ForEach
                && OverParameter(unit, node.Child(FactRole.Iterable))
                && YieldIn(node).Exists()
            )
                return node;
        }
        return default;
    }

    private static bool OverParameter(ProjectUnit unit, FactNode iterable)
    {
        iterable = iterable.Bare();
        if (
            iterable.IsKind(FactKind.Call)
            && iterable.CalleeName()
                is "enumerate"
                    or "iter"
                    or "zip"
                    or "reversed"
                    or "sorted"
                    or "map"
                    or "filter"
                    or "islice"
                    or "chain"
                    or "pairwise"
        )
        {
            foreach (var child in iterable.Children())
            {
                if (
                    child.Role is FactRole.Argument
                    && child.Bare().IsKind(FactKind.Name)
                    && IsOwnParameter(unit, child.Bare())
                )
                    return true;
            }
            return false;
        }
        return iterable.IsKind(FactKind.Name) && IsOwnParameter(unit, iterable);
    }

    private static bool IsOwnParameter(ProjectUnit unit, FactNode name) =>
        unit.HasParameter(name.NameOrEmpty())
        && unit.Shape.OriginOf(name).Kind is OriginKind.Parameter;

    private static FactNode YieldIn(FactNode loop)
    {
        for (var i = loop.Index; i < loop.End; i++)
        {
            if (loop.Facts.Kinds[i] is FactKind.Function or FactKind.Lambda)
                i += loop.Facts.Sizes[i] - 1;
            else if (loop.Facts.Kinds[i] is FactKind.Yield)
                return loop.Facts[i];
        }
        return default;
    }
}
