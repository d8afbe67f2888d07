namespace Motif.Code.Rules.Application;

/// <summary>Finds functions and classes that take a function and give back one that does more.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Timing, logging, checking and caching are written once and put around any function by name.</para>
/// <para><b>Example.</b> <code>def timed(function):
///     @functools.wraps(function)
///     def wrapper(*args, **kwargs):
///         start = perf_counter()
///         try:
///             return function(*args, **kwargs)
///         finally:
///             record(perf_counter() - start)
///     return wrapper</code></para>
/// <para><b>Structure.</b> A function whose nested function (at most two levels down, for decorators with arguments) calls one
/// parameter of an enclosing one and is returned, and that passes its arguments on, copies the name, or is used behind an at
/// sign; a class that stores a callable in its constructor and calls it in <c>__call__</c> the same way.</para>
/// <para><b>Limits.</b> Composition and currying also call parameters of an enclosing function: calling two of them, or passing
/// none of the arguments on, is no decorator.</para>
/// <para><b>References.</b> PEP 318, 2003; PEP 3129, 2007.</para>
/// </remarks>
internal sealed class FunctionDecoratorRule : ICodeRule
{
    public string Name => "function_decorator";

    public string Title => "Decorator Function";

    public RuleSubjects Subjects => RuleSubjects.Functions | RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindClass(unit, owner, found);
        else if (unit.Members.Count > 0 && unit.Parent is not { IsFunction: true })
            FindFunction(unit, found);
        else if (unit.Has(FactKind.Lambda))
            FindLambda(unit, found);
    }

    private void FindFunction(ProjectUnit unit, RuleFindings found)
    {
        foreach (var member in unit.Members)
        {
            if (!member.IsFunction)
                continue;
            if (IsWrapper(member, unit))
            {
                Report(unit, unit, member, false, found);
                return;
            }
            foreach (var inner in member.Members)
            {
                if (!inner.IsFunction || !IsWrapper(inner, member) || !IsGivenBack(member, unit))
                    continue;
                Report(unit, member, inner, true, found);
                return;
            }
        }
    }

    /// <summary>Whether it is returned and calls exactly one parameter of the function around it.</summary>
    private static bool IsWrapper(ProjectUnit wrapper, ProjectUnit around)
    {
        var wrapped = Wrapped(wrapper, around);
        if (wrapped is null || IsAmongOthers(wrapped, around))
            return false;
        return IsGivenBack(wrapper, around);
    }

    /// <summary>Python: behind an at sign a function comes first; one further on is a means, like a class to make things of.</summary>
    private static bool IsAmongOthers(string wrapped, ProjectUnit around) =>
        around.File.Facts.Language == "python"
        && around.Fact.Parameters.FirstOrDefault(p => !p.IsReceiver) is { } first
        && first.Name != wrapped;

    private static bool IsGivenBack(ProjectUnit inner, ProjectUnit around)
    {
        foreach (var result in around.Shape.Returns)
        {
            if (result.Value().Mentions(inner.Name) || inner.Node.Role is FactRole.Value)
                return true;
        }
        return false;
    }

    /// <summary>The one parameter of the function around that is called; null for none or several.</summary>
    private static string? Wrapped(ProjectUnit wrapper, ProjectUnit around)
    {
        string? wrapped = null;
        foreach (var call in wrapper.Shape.Forwards)
        {
            if (!call.IsOuter || call.Method is not null || !around.HasParameter(call.Attribute))
                continue;
            if (wrapped is not null && wrapped != call.Attribute)
                return null;
            wrapped = call.Attribute;
        }
        return wrapped;
    }

    private void Report(
        ProjectUnit unit,
        ProjectUnit around,
        ProjectUnit wrapper,
        bool takesArguments,
        RuleFindings found
    )
    {
        var wrapped = Wrapped(wrapper, around)!;
        var call = CallOf(wrapper, wrapped);
        found
            .Match(this, unit)
            .Must("it takes a function", around.Node)
            .Must("a nested function calls it", call)
            .Must("the nested function is given back", around.Shape.Returns[^1])
            .Should(.20, "all arguments are passed on", PassesAll(wrapper, call))
            .Should(.15, "the wrapper takes the name of the wrapped", CopiesName(wrapper, around))
            .Should(.15, "it is used behind an at sign", unit.File.Project.IsDecorator(unit))
            .Modifier("arguments", takesArguments)
            .Modifier("async", wrapper.Fact.Has(UnitTraits.Async))
            .Named("decorator", "wrapper", "wraps")
            .Variant("function")
            .Report();
    }

    private static FactNode CallOf(ProjectUnit wrapper, string wrapped)
    {
        foreach (var call in wrapper.Shape.Forwards)
        {
            if (call.Attribute == wrapped && call.Method is null)
                return call.Call;
        }
        return default;
    }

    /// <summary>Variadic parameters of the wrapper that the call hands on with a star.</summary>
    private static FactNode PassesAll(ProjectUnit wrapper, FactNode call)
    {
        foreach (var parameter in wrapper.Fact.Parameters)
        {
            if (ProjectUnit.IsVariadic(parameter) && call.Mentions(parameter.Name))
                return call;
        }
        return default;
    }

    private static bool CopiesName(ProjectUnit wrapper, ProjectUnit around)
    {
        if (wrapper.IsDecoratedWith("wraps", "functools.wraps"))
            return true;
        foreach (var node in around.OwnNodes)
        {
            if (node.Calls("update_wrapper", "wraps"))
                return true;
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target)
                    is {
                        Facts: not null,
                        Kind: FactKind.Attribute,
                        Name: "__name__" or "__doc__" or "__wrapped__"
                    }
                && around.Fact.Parameters.Any(p =>
                    p.Name == (Wrapped(wrapper, around) ?? p.Name) && node.Value().Mentions(p.Name)
                )
                && (node.Value().Contains(FactKind.Attribute) || node.Value().IsKind(FactKind.Name))
            )
                return true;
        }
        return false;
    }

    private void FindClass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Method("__call__") is not { } call)
            return;
        foreach (var forward in call.Shape.Forwards)
        {
            if (
                forward.Method is not null
                || forward.IsOuter
                || owner.Shape.InjectionOf(forward.Attribute) is not { } injection
                || !injection.In.IsConstructor
                || HandsOverOwn(forward)
            )
                continue;
            found
                .Match(this, unit)
                .Must("the constructor takes a function", injection.Node)
                .Must("calling the object calls it", forward.Call)
                .Should(.20, "all arguments are passed on", PassesAll(call, forward.Call))
                .Should(
                    .15,
                    "the object takes the name of the wrapped",
                    CopiesName(injection.In, injection.In)
                )
                .Should(.15, "it is used behind an at sign", unit.File.Project.IsDecorator(unit))
                .Named("decorator", "wrapper")
                .Variant("class")
                .Report();
            return;
        }
    }

    /// <summary>A function that gives back a lambda around its parameter, the way of C#.</summary>
    private void FindLambda(ProjectUnit unit, RuleFindings found)
    {
        foreach (var result in unit.Shape.Returns)
        {
            var lambda = result.Value();
            if (
                !lambda.IsKind(FactKind.Lambda)
                || lambda.Body().StatementCount() < 2
                // What a lambda inside gives back, the function does not.
                || result.Ancestor(FactKind.Lambda) is { Facts: not null } around
                    && around.Index > unit.Fact.Node
            )
                continue;
            foreach (var call in unit.Shape.ParameterCalls)
            {
                if (
                    call.Method is not null
                    || call.Call.Ancestor(FactKind.Lambda) != lambda
                    || CallsAnother(unit, lambda, call.Parameter)
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("it takes a function", unit.Node)
                    .Must("an anonymous function calls it", call.Call)
                    .Must("and is given back", result)
                    .Should(.15, "it does more than to call it", lambda.Body())
                    .Named("decorat", "wrap", "with")
                    .Variant("lambda")
                    .Report();
                return;
            }
        }
    }

    /// <summary>Two functions that are called make something new of both.</summary>
    private static bool CallsAnother(ProjectUnit unit, FactNode lambda, string wrapped)
    {
        foreach (var call in unit.Shape.ParameterCalls)
        {
            if (call.Method is null && call.Parameter != wrapped && lambda.Holds(call.Call))
                return true;
        }
        return false;
    }

    /// <summary>A call with something else that was kept is a call put off, not a function that does more.</summary>
    private static bool HandsOverOwn(ForwardFact forward)
    {
        for (var i = forward.Call.Callee().End; i < forward.Call.End; i++)
        {
            if (forward.Call.Facts[i].IsOwnAttribute(forward.In, out _))
                return true;
        }
        return false;
    }
}
