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

    /// <summary>Most answers make an object (a factory), or all call back with themselves (a visited element).</summary>
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
            && (
                answers.Count(MakesWhatItReturns) * 2 > answers.Count
                || answers.All(CallsBackWithItself)
            );
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

    /// <summary>How many of the implementations callers are seen to hand in for an attribute, by any method that takes it.</summary>
    private static int Chosen(
        ProjectClass owner,
        string attribute,
        StoreFact injection,
        IReadOnlyList<ProjectClass> implementations
    )
    {
        var given = new HashSet<ProjectClass>();
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute == attribute && store.Source.Kind is OriginKind.Parameter)
                given.UnionWith(
                    HandedIn.Classes(store.In, store.Source.Name).Where(implementations.Contains)
                );
        }
        return Math.Max(
            given.Count,
            Chosen(owner.Unit, injection.Source.Name, injection.In, implementations)
        );
    }

    /// <summary>
    /// All that is asked of it, two or three steps, is left open by a base that has nothing else, and each is told what the owner works
    /// on: one algorithm in steps.
    /// </summary>
    private static bool IsToldAll(
        ProjectClass owner,
        string attribute,
        IReadOnlyList<ProjectUnit> types,
        IReadOnlyList<ProjectClass> implementations
    )
    {
        if (types.Count > 0 || !Collaborators.ShareBase(implementations))
            return false;
        var asked = owner
            .Shape.Forwards.Where(f => f.Attribute == attribute && f.Method is not null)
            .ToList();
        var names = asked.Select(f => f.Method!).Distinct(StringComparer.Ordinal).ToList();
        return names.Count is 2 or 3
            && asked.TrueForAll(f => f.Call.ArgumentCount() > 0)
            && implementations[0]
                .AncestorsAndSelf()
                .Any(a =>
                    names.TrueForAll(n => a.Method(n) is { IsHook: true })
                    && a.Methods.Count(m => m.IsPublic) == names.Count
                );
    }

    /// <summary>How many of the implementations callers are seen to make and hand in for a parameter.</summary>
    private static int Chosen(
        ProjectUnit called,
        string parameter,
        ProjectUnit function,
        IReadOnlyList<ProjectClass> implementations
    )
    {
        var found = HandedIn
            .Classes(function, parameter)
            .Where(implementations.Contains)
            .ToHashSet();
        var index = HandedIn.IndexOf(parameter, function);
        foreach (var call in called.Calls)
        {
            foreach (var value in HandedIn.Arguments(call, index, parameter))
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
