namespace Motif.Code.Rules.React;

/// <summary>What React's rules ask of functions: which calls are hooks, and what is given back to be shown.</summary>
internal static class Hooks
{
    /// <summary>Packages that have React's own hooks.</summary>
    private static readonly string[] Packages =
    [
        "react.",
        "preact.hooks.",
        "preact.compat.",
        "@wordpress.element.",
    ];

    /// <summary><c>use</c> and a capital: by this React, its linter and its readers know a hook.</summary>
    public static bool IsHookName(string? name) =>
        name is ['u', 's', 'e', var next, ..] && char.IsUpper(next);

    /// <summary>The first hook that a function calls itself, not in a callback; or none.</summary>
    public static FactNode First(ProjectUnit unit)
    {
        foreach (var call in unit.OwnCalls)
        {
            if (IsHookName(call.CalleeName()) && IsOwn(unit, call))
                return call;
        }
        return default;
    }

    /// <summary>The first call of one of React's own hooks of these names, or of any of them where none is named; or none.</summary>
    public static FactNode FirstOfReact(ProjectUnit unit, params ReadOnlySpan<string> names)
    {
        foreach (var call in unit.OwnCalls)
        {
            if (
                IsHookName(call.CalleeName())
                && (names.Length == 0 || names.Contains(call.CalleeName()!))
                && IsOfReact(call)
                && IsOwn(unit, call)
            )
                return call;
        }
        return default;
    }

    /// <summary>Whether what is called comes from React.</summary>
    public static bool IsOfReact(FactNode call)
    {
        if (call.CalleeText() is not { } text)
            return false;
        foreach (var package in Packages)
        {
            if (text.StartsWith(package, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>JSX: an element of the page, or of a component.</summary>
    public static bool IsElement(FactNode node) =>
        node.Exists()
        && node.Kind is FactKind.Call or FactKind.OtherExpression
        && node.Is(FactFlags.Implicit);

    /// <summary>The first return of the function that gives an element to be shown, at once or as a branch; or none.</summary>
    public static FactNode Shown(ProjectUnit unit)
    {
        foreach (var result in unit.Shape.Returns)
        {
            if (!IsInLambda(unit, result) && IsShown(result.Value()))
                return result;
        }
        return default;
    }

    /// <summary>Whether the node stands in a callback inside the function.</summary>
    public static bool IsInLambda(ProjectUnit unit, FactNode node) =>
        node.Ancestor(FactKind.Lambda) is { Facts: not null } around
        && around.Index > unit.Fact.Node;

    private static bool IsShown(FactNode value)
    {
        if (!value.Exists())
            return false;
        value = value.Bare();
        if (value.Kind is not (FactKind.Conditional or FactKind.Boolean))
            return IsElement(value);
        foreach (var child in value.Children())
        {
            if (IsShown(child))
                return true;
        }
        return false;
    }

    private static bool IsOwn(ProjectUnit unit, FactNode call) =>
        !call.Is(FactFlags.Implicit) && !call.Is(FactFlags.Constructs) && !IsInLambda(unit, call);
}
