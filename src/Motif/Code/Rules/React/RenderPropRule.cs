namespace Motif.Code.Rules.React;

/// <summary>Finds components that leave what is shown to a function in their properties and tell it what they know.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> State and behaviour are in one component, and whoever uses it decides what they look like.</para>
/// <para><b>Example.</b> <code>function Mouse({ children }) {
///   const position = useMousePosition();
///   return &lt;div&gt;{children(position)}&lt;/div&gt;;
/// }</code></para>
/// <para><b>Structure.</b> A property called <c>children</c>, <c>render</c> or <c>render…</c> is called with an argument, and what it
/// gives is given back or stands in an element.</para>
/// <para><b>Limits.</b> By types alone a function that renders cannot be told from one that formats: the name is React's convention. A
/// property that is called without anything to tell it is a slot.</para>
/// <para><b>References.</b> legacy.reactjs.org, Render Props; react.dev, Cloning Element: Alternatives.</para>
/// </remarks>
internal sealed class RenderPropRule : ICodeRule
{
    public string Name => "render_prop";

    public string Title => "Render Prop";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.File.IsScript || !unit.Has(FactKind.Call))
            return;
        foreach (var call in unit.OwnCalls)
        {
            if (
                call.ArgumentCount() == 0
                || call.Is(FactFlags.Implicit)
                || !IsRenderName(call.CalleeName())
            )
                continue;
            var property = Property(unit, call);
            var shown = property.Exists() ? Shown(unit, call) : default;
            if (!shown.Exists())
                continue;
            found
                .Match(this, unit.Owner?.Unit ?? unit)
                .Must("a function comes with the properties", property)
                .Must("it is told what the component knows", call)
                .Must("what it gives is shown", shown)
                .Should(.20, "the component takes nothing but properties", IsComponent(unit))
                .Should(.10, "it has state or effects to tell of", Hooks.First(unit))
                .Variant(call.CalleeName() is "children" ? "children" : "property")
                .Report();
            return;
        }
    }

    private static bool IsRenderName(string? name) =>
        name is "children" or "render"
        || name is ['r', 'e', 'n', 'd', 'e', 'r', var next, ..] && char.IsUpper(next);

    /// <summary>Where the property comes from: a pattern of the parameter, a field of it or of <c>this.props</c>; or none.</summary>
    private static FactNode Property(ProjectUnit unit, FactNode call)
    {
        var callee = call.Callee();
        if (callee.Kind is FactKind.Attribute)
        {
            var holder = callee.Child(FactRole.Object);
            var isOwn =
                holder.IsOwnAttribute(unit, out var kept) && kept == "props"
                || holder.IsKind(FactKind.Name)
                    && unit.Fact.Parameters is [{ Name: var props }, ..]
                    && holder.IsName(props)
                    && unit.Owner is null;
            return isOwn ? callee : default;
        }
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target)
                    is { Facts: not null, Kind: FactKind.Collection } parts
                && parts.Mentions(callee.Name)
                && IsOfProperties(unit, node.Value())
            )
                return node;
        }
        return default;
    }

    private static bool IsOfProperties(ProjectUnit unit, FactNode value) =>
        value.Exists()
        && (
            value.IsOwnAttribute(unit, out var kept) && kept == "props"
            || value.IsKind(FactKind.Name)
                && unit.Owner is null
                && unit.Fact.Parameters is [{ Name: var props }, ..]
                && value.Name == props
        );

    /// <summary>The element or return in which the call stands as content; or none.</summary>
    private static FactNode Shown(ProjectUnit unit, FactNode call)
    {
        for (var node = call.Parent; node.Index > unit.Fact.Node; node = node.Parent)
        {
            // A property of another element is told something else; another call makes something else of it.
            if (node.Kind is FactKind.KeywordArgument or FactKind.Assign)
                return default;
            if (Hooks.IsElement(node) || node.Kind is FactKind.Return && IsGiven(unit, node))
                return node;
        }
        return default;
    }

    /// <summary>Of the component itself, or of a callback in what it shows.</summary>
    private static bool IsGiven(ProjectUnit unit, FactNode result) =>
        !Hooks.IsInLambda(unit, result);

    private static FactNode IsComponent(ProjectUnit unit) =>
        unit.Owner is not null && unit.Name is "render"
        || unit.Owner is null && unit.Fact.Parameters.Count <= 2 && char.IsUpper(unit.Name[0])
            ? unit.Node
            : default;
}
