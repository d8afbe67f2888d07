namespace Motif.Code.Rules.React;

/// <summary>Finds components and hooks whose state is changed by actions alone, which a reducer turns into the next state.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> All ways in which the state can change stand in one pure function that is tested without a page.</para>
/// <para><b>Example.</b> <code>function reducer(state, action) {
///   switch (action.type) {
///     case "added": return { ...state, items: [...state.items, action.item] };
///     case "cleared": return { ...state, items: [] };
///   }
/// }
///
/// function useCart() {
///   const [cart, dispatch] = useReducer(reducer, empty);
///   …</code></para>
/// <para><b>Structure.</b> React's <c>useReducer</c> is given a function of the project that decides by its second parameter, by a switch
/// or branches, and gives back a state in each.</para>
/// <para><b>Limits.</b> <c>useReducer(n =&gt; n + 1, 0)</c>, which makes a component render again, decides nothing.</para>
/// <para><b>References.</b> react.dev, Extracting State Logic into a Reducer.</para>
/// </remarks>
internal sealed class ReducerHookRule : ICodeRule
{
    public string Name => "reducer_hook";

    public string Title => "Reducer Hook";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.File.IsScript || !unit.Has(FactKind.Call))
            return;
        var call = Hooks.FirstOfReact(unit, "useReducer");
        if (!call.Exists() || Reducer(unit, call.Argument(0)) is not { } reducer)
            return;
        found
            .Match(this, unit)
            .Must("state is kept by a reducer", call)
            .Must("the reducer decides by the action", Decision(reducer))
            .Should(
                .20,
                "it gives the next state of each",
                reducer.Shape.Returns.Count >= 2 ? reducer.Node : default
            )
            .Should(.10, "the state begins with what is given", call.Argument(1))
            .With(reducer)
            .Report();
    }

    private static ProjectUnit? Reducer(ProjectUnit unit, FactNode argument)
    {
        if (!argument.Exists())
            return null;
        var bare = argument.Bare();
        if (bare.Kind is not (FactKind.Name or FactKind.Attribute))
            return null;
        var index = bare.Facts.Resolved[bare.Index];
        return index >= 0 && unit.File.TargetOf(index) is { IsFunction: true } target
            ? target
            : null;
    }

    /// <summary>The first branch that asks for the second parameter, or for a part of it.</summary>
    private static FactNode Decision(ProjectUnit reducer)
    {
        if (reducer.Fact.Parameters is not [_, { Name: var action }, ..])
            return default;
        foreach (var node in reducer.OwnNodes)
        {
            var test = node.Kind switch
            {
                FactKind.Switch => node.Child(FactRole.Subject),
                FactKind.If or FactKind.Conditional => node.Child(FactRole.Test),
                _ => default,
            };
            if (test.Exists() && (test.Mentions(action) || IsPart(test, action)))
                return node;
        }
        return default;
    }

    /// <summary><c>(state, { type, payload })</c>.</summary>
    private static bool IsPart(FactNode test, string pattern)
    {
        if (!pattern.StartsWith('{'))
            return false;
        for (var i = test.Index; i < test.End; i++)
        {
            if (
                test.Facts[i] is { Kind: FactKind.Name, Name: { } name }
                && pattern.Contains(name, StringComparison.Ordinal)
            )
                return true;
        }
        return false;
    }
}
