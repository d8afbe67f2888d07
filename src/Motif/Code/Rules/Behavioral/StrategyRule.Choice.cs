using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>What tells an algorithm that is chosen from an object that is merely used by its interface.</summary>
internal sealed partial class StrategyRule
{
    /// <summary>What the owner holds is asked for one thing, and is declared to do little else.</summary>
    private static bool IsOneOperation(
        ProjectClass owner,
        string attribute,
        IReadOnlyList<ProjectUnit> types
    )
    {
        var asked = owner
            .Shape.Forwards.Where(f => f.Attribute == attribute && f.Method is not null)
            .Select(f => f.Method)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return asked <= 2 && types.All(t => Operations(t.Class!) <= 2);
    }

    /// <summary>
    /// How many things a class can be asked for: what it leaves to others to answer, its ancestors' included, or where it leaves
    /// nothing, its public methods; overloads count once, properties not.
    /// </summary>
    private static int Operations(ProjectClass type)
    {
        var (open, all) = (new HashSet<string>(StringComparer.Ordinal), 0);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ancestor in type.AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                if (method.Fact.Kind is UnitKind.Property || !method.IsPublic || method.IsSpecial)
                    continue;
                all += names.Add(method.Name) ? 1 : 0;
                if (method.IsHook)
                    open.Add(method.Name);
            }
        }
        return open.Count > 0 ? open.Count : all;
    }

    /// <summary>All answers make an object (a factory), or call back with themselves (a visited element).</summary>
    private static bool IsOtherConversation(
        IReadOnlyList<ProjectClass> implementations,
        string method
    )
    {
        var answers = implementations
            .Select(i => i.FindMethod(method))
            .OfType<ProjectUnit>()
            .Where(a => !a.IsHook)
            .ToList();
        return answers.Count > 0
            && (answers.All(MakesWhatItReturns) || answers.All(CallsBackWithItself));
    }

    private static bool MakesWhatItReturns(ProjectUnit answer)
    {
        foreach (var node in answer.OwnNodes)
        {
            if (node.Kind is FactKind.Return && node.Value().MadeClass(answer) is not null)
                return true;
        }
        return false;
    }

    private static bool CallsBackWithItself(ProjectUnit answer) =>
        answer.Shape.ParameterCalls.Any(c => c.Call.HandsOver(answer.Receiver));

    /// <summary>Somebody who wrote it calls it by the pattern's name, which settles what else could be either.</summary>
    private static bool IsCalledOne(
        IReadOnlyList<ProjectUnit> types,
        IReadOnlyList<ProjectClass> implementations
    ) => types.Concat(implementations.Select(i => i.Unit)).Any(u => IsStrategyName(u.Name));

    private static bool IsStrategyName(string name) =>
        name.Contains("strategy", StringComparison.OrdinalIgnoreCase)
        || name.Contains("policy", StringComparison.OrdinalIgnoreCase)
        || name.Contains("algorithm", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many of the implementations callers are seen to make and hand in for a parameter.</summary>
    private static int Chosen(
        ProjectUnit called,
        string parameter,
        ProjectUnit function,
        IReadOnlyList<ProjectClass> implementations
    )
    {
        var found = new HashSet<ProjectClass>();
        var index = IndexOf(parameter, function);
        foreach (var call in called.Calls)
        {
            foreach (var value in ArgumentsFor(call, index, parameter))
            {
                if (
                    value.MadeClass(called) is { Class: { } made }
                    && implementations.Contains(made)
                )
                    found.Add(made);
            }
        }
        return found.Count;
    }
}
