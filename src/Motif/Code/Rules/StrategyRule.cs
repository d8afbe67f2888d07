namespace Motif.Code.Rules;

/// <summary>Finds places where one of several interchangeable algorithms is handed in and used.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What varies is named, tested and chosen apart from what uses it.</para>
/// <para><b>Example.</b> <code>class Cart:
///     def __init__(self, discount: Discount):
///         self._discount = discount
///
///     def total(self):
///         return self._discount.apply(sum(self._prices))</code></para>
/// <para><b>Structure.</b> An object is handed in, kept and called by one interface that at least two other classes implement:
/// by type, by protocol or, untyped, by answering the call. <c>parameter</c>: the algorithm comes with the call. <c>function</c>: the
/// algorithms are functions, at least two of which are handed in. <c>table</c>: functions chosen by key.</para>
/// <para><b>Limits.</b> If the implementations replace the kept object it is a state; if the holder is itself a hierarchy, a bridge.
/// A callback of which one is ever given is none.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class StrategyRule : ICodeRule
{
    public string Name => "strategy";

    public string Title => "Strategy";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            _ =
                FindHeld(unit, owner, found)
                || FindReplacedMethod(unit, owner, found)
                || FindHeldFunction(unit, owner, found);
        else if (!FindTable(unit, found) && unit.Fact.Parameters.Count > 0)
            _ = FindParameter(unit, found) || FindFunctionParameter(unit, found);
    }

    private bool FindHeld(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not { } method
                || method.StartsWith('_')
                || owner.Shape.InjectionOf(forward.Attribute) is not { } injection
                || owner.Attribute(forward.Attribute)?.IsCollection == true
                || PassesItself(owner, forward)
            )
                continue;
            var implementations = Collaborators.Of(owner, forward.Attribute, method);
            var types = owner.TypesOf(forward.Attribute);
            if (types.Count == 0)
                implementations =
                [
                    .. implementations.Where(i => AnswersAll(i, owner, forward.Attribute)),
                ];
            if (implementations.Count < 2 || types.Count == 0 && !AreAlike(implementations))
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in and kept", injection.Node)
                .Must("the work is left to it", forward.Call)
                .Must(
                    "there are several to choose from",
                    implementations[0].FindMethod(method)!.Node
                )
                .Should(.15, "it is declared by an interface", Collaborators.IsAbstraction(types))
                .Should(
                    .10,
                    "they share a base",
                    types.Count > 0 && Collaborators.ShareBase(implementations)
                )
                .Should(
                    .10,
                    "it can be exchanged later",
                    !injection.In.IsConstructor || Setter(owner, forward.Attribute)
                )
                .Named("strategy", "policy", "algorithm")
                .Variant("object")
                .With(implementations.Select(i => i.Unit))
                .With(types)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>
    /// Untyped, only what is called says what fits: the class has every method that the owner calls there, and not only those
    /// of any collection.
    /// </summary>
    private static bool AnswersAll(ProjectClass candidate, ProjectClass owner, string attribute)
    {
        var isOwn = false;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (forward.Attribute != attribute || forward.Method is not { } method)
                continue;
            if (candidate.FindMethod(method) is null || method == forward.In.Name)
                return false;
            isOwn |=
                !LibraryMethods.Has(method)
                && !CollectionCalls.Adds(method)
                && !CollectionCalls.Removes(method)
                && !CollectionCalls.TakesElement(method)
                && !CollectionCalls.KeepsElements(method);
        }
        return isOwn;
    }

    /// <summary>Of one base, or classes that are made for little else.</summary>
    private static bool AreAlike(IReadOnlyList<ProjectClass> implementations) =>
        Collaborators.ShareBase(implementations)
        || implementations.All(i => i.Methods.Count(m => m.IsPublic) <= 2);

    private static bool Setter(ProjectClass owner, string attribute)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Attribute == attribute
                && !store.In.IsConstructor
                && store.Source.Kind is OriginKind.Parameter
            )
                return true;
        }
        return false;
    }

    /// <summary>A call that hands over the caller itself is another conversation: a state, mediator or visitor.</summary>
    private static bool PassesItself(ProjectClass owner, ForwardFact forward)
    {
        foreach (var child in forward.Call.Children())
        {
            if (child.Role is FactRole.Argument && child.Bare().IsName(forward.In.Receiver))
                return !owner.Shape.Forwards.Exists(f =>
                    f.Attribute == forward.Attribute && f.Call != forward.Call
                );
        }
        return false;
    }

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
                || owner.Shape.InjectionOf(forward.Attribute) is not { } injection
            )
                continue;
            var choices = Choices(unit, injection.Source.Name, injection.In);
            // Any function can be called: untyped, only those that are seen to be handed in count.
            var callables =
                owner.TypesOf(forward.Attribute).Count == 0
                    ? []
                    : Collaborators.Of(owner, forward.Attribute, null);
            if (choices.Count < 2 && callables.Count < 2)
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in as a function and kept", injection.Node)
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
        var index = 0;
        foreach (var candidate in function.Fact.Parameters)
        {
            if (candidate.Name == parameter)
                break;
            index += candidate.IsReceiver ? 0 : 1;
        }
        var found = new List<ProjectUnit>();
        foreach (var call in called.Calls)
        {
            foreach (var value in ArgumentsFor(call, index, parameter))
            {
                if (
                    (value.Resolved ?? value.Name) is { } name
                    && Target(called, name) is { IsFunction: true } choice
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

    private static IEnumerable<FactNode> ArgumentsFor(FactNode call, int index, string parameter)
    {
        var at = 0;
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            if (child.Kind is FactKind.KeywordArgument)
            {
                if (
                    child.Name == parameter
                    && child.Value().KindOf() is FactKind.Name or FactKind.Attribute
                )
                    yield return child.Value();
            }
            else if (at++ == index && child.Kind is FactKind.Name or FactKind.Attribute)
                yield return child;
        }
    }

    /// <summary>Functions in a mapping, one of which is chosen by a key that depends on a parameter and called.</summary>
    private bool FindTable(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ElementCalls)
        {
            if (call.Method is not null || call.InLoop)
                continue;
            var table = Table(unit, call);
            var functions = table.Exists() ? Functions(unit, table) : 0;
            if (functions < 2)
                continue;
            found
                .Match(this, unit)
                .Must("functions stand in a table", table)
                .Must("one is chosen by key and called", call.Call)
                .Not(call.Call.IsDiscarded())
                .Should(.15, "the key comes from outside", ChosenByParameter(unit, call))
                .Should(.10, "there are three or more", functions >= 3)
                .Named("strategy", "dispatch", "policy")
                .Variant("table")
                .Report();
            return true;
        }
        return false;
    }

    private static bool ChosenByParameter(ProjectUnit unit, ElementCallFact call)
    {
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (
                !parameter.IsReceiver
                && (call.Call.Mentions(parameter.Name) || unit.Node.Body().Mentions(parameter.Name))
            )
                return true;
        }
        return false;
    }

    /// <summary>The mapping that the called element comes from: local, of the class, or of the module.</summary>
    internal static FactNode Table(ProjectUnit unit, ElementCallFact call)
    {
        for (var holder = unit; holder is not null; holder = holder.Parent)
        {
            foreach (var node in holder.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Assign
                    && node.Value().IsKind(FactKind.Mapping)
                    && Names(node, call.Attribute)
                )
                    return node.Value();
            }
        }
        if (call.IsOuter || unit.Owner is not { } owner)
            return default;
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute == call.Attribute && store.Value.IsKind(FactKind.Mapping))
                return store.Value;
        }
        return default;
    }

    private static bool Names(FactNode assign, string name)
    {
        foreach (var child in assign.Children())
        {
            if (child.Role is FactRole.Target && child.Kind is FactKind.Name && child.Name == name)
                return true;
        }
        return false;
    }

    /// <summary>How many values of the mapping are functions, own methods or lambdas; 0 if any is something else.</summary>
    private static int Functions(ProjectUnit unit, FactNode table)
    {
        var count = 0;
        foreach (var child in table.Children())
        {
            if (child.Role is not FactRole.Value)
                continue;
            if (child.Kind is FactKind.Lambda || IsFunction(unit, child))
                count++;
            else
                return 0;
        }
        return count;
    }

    private static bool IsFunction(ProjectUnit unit, FactNode value)
    {
        if (value.Kind is not (FactKind.Name or FactKind.Attribute))
            return false;
        if (value.IsOwnAttribute(unit, out var method))
            return unit.EnclosingClass?.FindMethod(method) is not null;
        return value.Resolved is { } name
            && (
                Target(unit, name) is { IsFunction: true }
                || name.StartsWith("operator.", StringComparison.Ordinal)
                || name.StartsWith("math.", StringComparison.Ordinal)
            );
    }

    /// <summary>The algorithm comes as a parameter of an abstract type with several implementations.</summary>
    private bool FindParameter(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ParameterCalls)
        {
            if (
                call.Method is not { } method
                || unit.Name == method
                || MentionsReceiver(call, unit)
            )
                continue;
            var types = AttributeTypes.OfParameter(unit, call.Parameter);
            if (
                types.Count != 1
                || !types[0].Class!.IsAbstract
                || types[0].Class!.Methods.Count > 3
            )
                continue;
            var implementations = Collaborators.OfParameter(unit, call.Parameter, method);
            if (
                implementations.Count < 2
                || unit.EnclosingClass is { } owner && owner.IsRelatedTo(types[0].Class!)
            )
                continue;
            found
                .Match(this, unit)
                .Must(
                    "the algorithm is handed in by an interface",
                    unit.Node.Child(FactRole.Parameter)
                )
                .Must("the work is left to it", call.Call)
                .Must("there are several to choose from", implementations.Count >= 2)
                .Should(.10, "it is declared by an interface", true)
                .Should(.05, "what it gives is used", !call.Call.IsDiscarded())
                .Named("strategy", "policy", "algorithm")
                .Variant("parameter")
                .With(implementations.Select(i => i.Unit))
                .With(types)
                .Report();
            return true;
        }
        return false;
    }

    private static bool MentionsReceiver(ParameterCallFact call, ProjectUnit unit)
    {
        foreach (var child in call.Call.Children())
        {
            if (child.Role is FactRole.Argument && child.IsName(unit.Receiver))
                return true;
        }
        return false;
    }

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
            )
                continue;
            var choices = Choices(unit, call.Parameter, unit);
            if (choices.Count < 2)
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
