using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Algorithms that are functions.</summary>
internal sealed partial class StrategyRule
{
    /// <summary>The constructor puts a given function in the place of a method.</summary>
    private bool FindReplacedMethod(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                owner.Method(store.Attribute) is not { Fact.Kind: UnitKind.Method } replaced
                || store.In == replaced
            )
                continue;
            var isBound =
                store.Value.Calls("types.MethodType", "MethodType", "partial")
                && store.In.Fact.Parameters.Any(p => !p.IsReceiver && store.Value.Mentions(p.Name));
            // A method that is given under a condition; a descriptor that shares a property's name is none.
            var isGiven =
                store.Source.Kind is OriginKind.Parameter
                && store.Node.IsUnder(FactKind.If)
                && replaced.Fact.Decorators.Count == 0;
            if (!isBound && !isGiven)
                continue;
            found
                .Match(this, unit)
                .Must("a given function takes the place of a method", store.Node)
                .Must("there is a default", replaced.Node)
                .Should(.15, "the function is bound to the object", isBound)
                .Should(.10, "the default does something", !replaced.IsHook)
                .Named("strategy", "policy")
                .Variant("function")
                .Report();
            return true;
        }
        return false;
    }

    private bool FindHeldFunction(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not null
                || forward.In.Name is "__call__"
                || PassesAllOn(forward.Call, forward.In)
                || forward.Call.IsDiscarded() && forward.Call.ArgumentCount() == 0
                // Tried out, and forgotten.
                || forward.Call.Parent is { Kind: FactKind.Assign } tried
                    && tried.Child(FactRole.Target).IsName("_")
            )
                continue;
            var injection = owner.Shape.InjectionOf(forward.Attribute);
            var kept = injection?.Node ?? FieldOf(owner, forward.Attribute);
            if (!kept.Exists())
                continue;
            var choices = injection is { } given
                ? Choices(unit, given.Source.Name, given.In)
                : FieldChoices(owner, forward.Attribute);
            // Any function can be called: untyped, only those that are seen to be handed in count.
            var callables =
                owner.TypesOf(forward.Attribute).Count == 0
                    ? []
                    : Collaborators.Of(owner, forward.Attribute, null);
            if (
                (
                    choices.Count < 2
                    || !AreInterchangeable(choices)
                    || forward.Call.ArgumentCount() == 0
                ) && (callables.Count < 2 || !Collaborators.ShareBase(callables))
            )
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in as a function and kept", kept)
                .Must("the work is left to it", forward.Call)
                .Should(.20, "several functions are handed in", choices.Count >= 2)
                .Should(.20, "several classes of callables fit", callables.Count >= 2)
                .Should(.05, "what it gives is used", !forward.Call.IsDiscarded())
                .Named("strategy", "policy", "algorithm")
                .Variant("function")
                .With(choices)
                .With(callables.Select(c => c.Unit))
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The functions and lambdas that callers hand in for a parameter, at least as many as distinct ones; lambdas count by their place.</summary>
    private static List<ProjectUnit> Choices(
        ProjectUnit called,
        string parameter,
        ProjectUnit function
    )
    {
        return Choices(called, HandedIn.IndexOf(parameter, function), parameter);
    }

    /// <summary>Of a data class the field, which its made constructor takes; none of any other class.</summary>
    private static FactNode FieldOf(ProjectClass owner, string attribute) =>
        owner.Unit.Fact.Has(UnitTraits.DataType) ? owner.DeclarationOf(attribute) : default;

    private static List<ProjectUnit> FieldChoices(ProjectClass owner, string attribute)
    {
        var index = owner
            .Unit.Fact.Attributes.OrderBy(a => a.Node)
            .TakeWhile(a => a.Name != attribute)
            .Count();
        return Choices(owner.Unit, index, attribute);
    }

    private static List<ProjectUnit> Choices(ProjectUnit called, int index, string parameter)
    {
        var found = new List<ProjectUnit>();
        foreach (var call in called.Calls)
        {
            foreach (var value in HandedIn.Arguments(call, index, parameter))
            {
                if (
                    value.Kind is FactKind.Name or FactKind.Attribute
                    && (value.Resolved ?? value.Name) is { } name
                    && Target(called, name)
                        is { IsFunction: true, Fact.Kind: not UnitKind.Property } choice
                    && !found.Contains(choice)
                )
                    found.Add(choice);
            }
        }
        return found;
    }

    private static ProjectUnit? Target(ProjectUnit called, string name) =>
        called.File.Project.Find(name)
        ?? called.File.Project.Find($"{called.File.Facts.ModuleName}.{name}");

    /// <summary>A function parameter that callers fill with different functions.</summary>
    private bool FindFunctionParameter(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ParameterCalls)
        {
            if (
                call.Method is not null
                || unit.Members.Count > 0
                || unit.IsConstructor
                || call.Call.IsUnder(FactKind.Lambda)
                || call.Call.IsDiscarded()
                || PassesAllOn(call.Call, unit)
            )
                continue;
            var choices = Choices(unit, call.Parameter, unit);
            if (call.Call.ArgumentCount() == 0 || !AreInterchangeable(choices))
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in as a function", call.Call)
                .Must("different functions are handed in", choices[0].Node)
                .Should(.10, "what it gives is used", !call.Call.IsDiscarded())
                .Should(.10, "they take the same parameters", SameParameters(choices))
                .Named("strategy", "policy", "algorithm")
                .Variant("function")
                .With(choices)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary><c>return func(*args, **kwargs)</c>: whatever is handed in is run; none of them is an algorithm of it.</summary>
    private static bool PassesAllOn(FactNode call, ProjectUnit unit)
    {
        var own = 0;
        foreach (var child in call.Children())
        {
            var isSpread =
                child.Kind is FactKind.Starred
                || child.Kind is FactKind.KeywordArgument && child.Name is null;
            own += child.Role is FactRole.Argument && !isSpread ? 1 : 0;
        }
        if (own == 0 && call.ArgumentCount() > 0)
            return true;
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (ProjectUnit.IsVariadic(parameter) && call.Mentions(parameter.Name))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Several ways to do one thing: they stand side by side, take as many arguments, and where that is declared of the same types. Functions
    /// that callers make on the spot or take from here and there are callbacks, makers and steps of their own work.
    /// </summary>
    private static bool AreInterchangeable(List<ProjectUnit> choices)
    {
        foreach (var first in choices)
        {
            var alike = choices.Count(c =>
                c.Parent == first.Parent
                && first.Parent is { IsFunction: false }
                && TakesTheSame(first, c)
            );
            if (alike >= 2 && first.Fact.Parameters.Any(p => !p.IsReceiver))
                return true;
        }
        return false;
    }

    private static bool TakesTheSame(ProjectUnit one, ProjectUnit other)
    {
        if (one.Fact.Parameters.Count != other.Fact.Parameters.Count)
            return false;
        for (var i = 0; i < one.Fact.Parameters.Count; i++)
        {
            if (
                one.Fact.Parameters[i].Type is { } type
                && other.Fact.Parameters[i].Type is { } otherType
                && type != otherType
            )
                return false;
        }
        return true;
    }

    private static bool SameParameters(List<ProjectUnit> choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Fact.Parameters.Count != choices[0].Fact.Parameters.Count)
                return false;
        }
        return true;
    }
}
