namespace Motif.Code.Rules.React;

/// <summary>Finds functions that are given a component and give back one that renders it with more.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What many components need around them (a subscription, a permission, a boundary for errors) is written
/// once and put around any of them.</para>
/// <para><b>Example.</b> <code>function withUser(Wrapped) {
///   return function WithUser(props) {
///     return &lt;Wrapped {...props} user={useUser()} /&gt;;
///   };
/// }</code></para>
/// <para><b>Structure.</b> A parameter is rendered as an element by a function, class or callback inside that is given back, at most two
/// levels down; the properties go on to it, or it is declared to be a component.</para>
/// <para><b>Limits.</b> A component that renders a component from its properties is none: it gives back an element.</para>
/// <para><b>References.</b> legacy.reactjs.org, Higher-Order Components.</para>
/// </remarks>
internal sealed class HigherOrderComponentRule : ICodeRule
{
    private static readonly string[] Components =
    [
        "ComponentType",
        "ComponentClass",
        "FunctionComponent",
        "FC",
        "ElementType",
        "JSXElementConstructor",
        "ForwardRefExoticComponent",
    ];

    public string Name => "higher_order_component";

    public string Title => "Higher-Order Component";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.File.IsScript || unit.Parent is { IsFunction: true } || unit.Owner is not null)
            return;
        if (FindIn(unit, unit, found))
            return;
        foreach (var member in unit.Members)
        {
            if (member.IsFunction && IsGivenBack(unit, member.Node) && FindIn(unit, member, found))
                return;
        }
    }

    private bool FindIn(ProjectUnit unit, ProjectUnit taking, RuleFindings found)
    {
        foreach (var child in taking.Node.Children())
        {
            if (child.Kind is not FactKind.Parameter || child.Name is not { } parameter)
                continue;
            var element = Rendered(taking, parameter);
            if (!element.Exists() || !Returned(taking, element, out var given))
                continue;
            found
                .Match(this, unit)
                .Must("it takes a component", child)
                .Must("a component inside renders it", element)
                .Must("and is given back", given)
                .Should(.20, "the properties are handed on", HandedOn(element))
                .Should(.15, "it is declared to take a component", Declared(child))
                .Named("with", "hoc", "connect", "enhance")
                .Modifier("arguments", taking != unit)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The first element of that name, also in what stands inside.</summary>
    private static FactNode Rendered(ProjectUnit taking, string parameter)
    {
        var node = taking.Node;
        for (var i = node.Index; i < node.End; i++)
        {
            var call = node.Facts[i];
            if (
                call.Kind is FactKind.Call
                && Hooks.IsElement(call)
                && call.CalleeName() == parameter
                && call.Resolved is null
            )
                return call;
        }
        return default;
    }

    /// <summary>Whether the function or class that renders it is given back.</summary>
    private static bool Returned(ProjectUnit taking, FactNode element, out FactNode given)
    {
        foreach (var result in taking.Shape.Returns)
        {
            given = result;
            if (Hooks.IsInLambda(taking, result) || !result.Value().Exists())
                continue;
            if (result.Holds(element) && MakesComponent(result.Value().Bare(), element))
                return true;
            foreach (var member in taking.Members)
            {
                if (member.Node.Holds(element) && result.Value().Mentions(member.Name))
                    return true;
            }
            // A local that a wrapper such as forwardRef made of a callback.
            if (
                result.Value().Bare() is { Facts: not null, Kind: FactKind.Name } local
                && Assigned(taking, local.NameOrEmpty()) is { Facts: not null } assigned
                && assigned.Holds(element)
                && MakesComponent(assigned.Value().Bare(), element)
            )
                return true;
        }
        given = default;
        return false;
    }

    private static bool IsGivenBack(ProjectUnit unit, FactNode member)
    {
        foreach (var result in unit.Shape.Returns)
        {
            if (result.Holds(member) || result.Value().Mentions(member.Name))
                return true;
        }
        return false;
    }

    /// <summary>A class or callback that renders it, or a function such as forwardRef that is called with one; a list of them is none.</summary>
    private static bool MakesComponent(FactNode value, FactNode element) =>
        value.Holds(element)
        && (
            value.Kind is FactKind.Lambda or FactKind.Function or FactKind.Class
            || value.Kind is FactKind.Call
                && !Hooks.IsElement(value)
                && (value.Callee().IsKind(FactKind.Name) || Hooks.IsOfReact(value))
                && MakesComponent(value.Argument(0).Bare(), element)
        );

    private static FactNode Assigned(ProjectUnit taking, string local)
    {
        foreach (var node in taking.OwnNodes)
        {
            if (node.Kind is FactKind.Assign && node.Child(FactRole.Target).IsName(local))
                return node;
        }
        return default;
    }

    /// <summary><c>{...props}</c>.</summary>
    private static FactNode HandedOn(FactNode element)
    {
        foreach (var child in element.Children())
        {
            if (
                child.Role is FactRole.Argument
                && (
                    child.Kind is FactKind.Starred
                    || child.Kind is FactKind.KeywordArgument && child.Name is null
                )
            )
                return child;
        }
        return default;
    }

    private static FactNode Declared(FactNode parameter)
    {
        var type = parameter.Child(FactRole.Annotation);
        return
            type.NameOf() is { } text
            && Array.Exists(Components, c => text.Contains(c, StringComparison.Ordinal))
            ? type
            : default;
    }
}
