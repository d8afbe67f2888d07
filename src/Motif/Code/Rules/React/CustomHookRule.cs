namespace Motif.Code.Rules.React;

/// <summary>Finds functions that put React's hooks together into one that components call.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What several components do with state, effects and contexts is written once and tested by itself.</para>
/// <para><b>Example.</b> <code>function useOnline() {
///   const [online, setOnline] = useState(navigator.onLine);
///   useEffect(() =&gt; listen(setOnline), []);
///   return online;
/// }</code></para>
/// <para><b>Structure.</b> A function outside classes that React knows as a hook, by <c>use</c> and a capital, and that calls other
/// hooks itself, not in a callback; one of them is React's, or its callers use what it gives.</para>
/// <para><b>Limits.</b> The name is the language's convention, as <c>__iter__</c> is Python's: without it React's linter sees no hook,
/// and neither does this rule. What gives elements back is a component.</para>
/// <para><b>References.</b> react.dev, Reusing Logic with Custom Hooks; Rules of Hooks.</para>
/// </remarks>
internal sealed class CustomHookRule : ICodeRule
{
    public string Name => "custom_hook";

    public string Title => "Custom Hook";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (
            !unit.File.IsScript
            || unit.Fact.Kind is not UnitKind.Function
            || !Hooks.IsHookName(unit.Name)
        )
            return;
        var (variant, told) = Kind(unit);
        found
            .Match(this, unit)
            .Must("its name says to React that it is a hook", unit.Node)
            .Must("it calls other hooks", told)
            .Not(Hooks.Shown(unit).Exists())
            .Should(.15, "one of them is React's own", Hooks.FirstOfReact(unit))
            .Should(.10, "it gives something back", Given(unit))
            .Should(.10, "others call it", unit.Calls.Count > 0)
            .Modifier("cleanup", Cleans(unit))
            .Variant(variant)
            .Report();
    }

    private static (string Variant, FactNode Call) Kind(ProjectUnit unit)
    {
        if (
            Hooks.FirstOfReact(unit, "useEffect", "useLayoutEffect", "useInsertionEffect") is
            { Facts: not null } effect
        )
            return ("effect", effect);
        if (
            Hooks.FirstOfReact(unit, "useState", "useReducer", "useSyncExternalStore", "useRef") is
            { Facts: not null } state
        )
            return ("state", state);
        return Hooks.FirstOfReact(unit, "useContext") is { Facts: not null } context
            ? ("context", context)
            : ("composed", Hooks.First(unit));
    }

    private static FactNode Given(ProjectUnit unit)
    {
        foreach (var result in unit.Shape.Returns)
        {
            if (result.Value().Exists() && !Hooks.IsInLambda(unit, result))
                return result;
        }
        return default;
    }

    /// <summary>An effect gives back what undoes it.</summary>
    private static bool Cleans(ProjectUnit unit)
    {
        foreach (var call in unit.OwnCalls)
        {
            if (
                call.CalleeName() is "useEffect" or "useLayoutEffect"
                && call.Argument(0) is { Facts: not null, Kind: FactKind.Lambda } effect
                && GivesFunction(effect)
            )
                return true;
        }
        return false;
    }

    private static bool GivesFunction(FactNode effect)
    {
        for (var i = effect.Index + 1; i < effect.End; i++)
        {
            if (effect.Facts.Kinds[i] is FactKind.Function or FactKind.Lambda)
                i += effect.Facts.Sizes[i] - 1;
            else if (
                effect.Facts[i] is { Kind: FactKind.Return } undone
                && undone.Value().IsKind(FactKind.Lambda)
            )
                return true;
        }
        return false;
    }
}
