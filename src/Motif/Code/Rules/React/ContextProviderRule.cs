namespace Motif.Code.Rules.React;

/// <summary>Finds components that give everything below them a value by a context of React.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What much of the page needs, such as theme, user or client, is given once and read anywhere below,
/// without handing it through every component between.</para>
/// <para><b>Example.</b> <code>const ThemeContext = createContext("light");
///
/// export function ThemeProvider({ children }) {
///   const [theme, setTheme] = useState("light");
///   return &lt;ThemeContext.Provider value={theme}&gt;{children}&lt;/ThemeContext.Provider&gt;;
/// }</code></para>
/// <para><b>Structure.</b> A component renders the provider of a context with a value, and inside of it the children that it was
/// given; the context is made by <c>createContext</c>, or something reads it by <c>useContext</c>.</para>
/// <para><b>Limits.</b> A component that gives a context to what it renders itself, without children from outside, keeps its own parts
/// together and is none.</para>
/// <para><b>References.</b> react.dev, Passing Data Deeply with Context.</para>
/// </remarks>
internal sealed class ContextProviderRule : ICodeRule
{
    private const string Provider = "Provider";

    public string Name => "context_provider";

    public string Title => "Context Provider";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.File.IsScript || !unit.Has(FactKind.Call))
            return;
        foreach (var call in unit.OwnCalls)
        {
            if (!Hooks.IsElement(call) || !call.HasKeyword("value"))
                continue;
            var (context, made) = ContextOf(unit, call);
            if (context is null)
                continue;
            var children = Children(call);
            if (!children.Exists())
                continue;
            found
                .Match(this, unit.Owner?.Unit ?? unit)
                .Must("a context is given a value", call)
                .Must("for the children that are handed in", children)
                .Should(.15, "the context is made for it", made)
                .Should(.15, "something reads the context", Reader(unit, context, made))
                .Named("provider")
                .Report();
            return;
        }
    }

    /// <summary>The context whose provider is rendered, and where it is made, if the project makes it.</summary>
    private static (string? Context, FactNode Made) ContextOf(ProjectUnit unit, FactNode call)
    {
        if (call.Resolved is not { } text)
            return default;
        if (call.CalleeName() is Provider && text.Length > Provider.Length + 1)
        {
            var context = text[..^(Provider.Length + 1)];
            return (context, Made(unit, context));
        }
        // Since React 19 a context is its own provider.
        return Made(unit, text) is { Facts: not null } made ? (text, made) : default;
    }

    /// <summary>The <c>createContext</c> that a full name is assigned, in its own module.</summary>
    private static FactNode Made(ProjectUnit unit, string context)
    {
        var dot = context.LastIndexOf('.');
        if (
            dot < 0
            || unit.File.Project.Find(context[..dot]) is not { Fact.Kind: UnitKind.Module } module
        )
            return default;
        foreach (var node in module.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(context[(dot + 1)..])
                && node.Value().Bare() is { Facts: not null, Kind: FactKind.Call } call
                && call.CalleeName() is "createContext"
            )
                return node;
        }
        return default;
    }

    /// <summary><c>children</c> of the properties, inside of the element.</summary>
    private static FactNode Children(FactNode element)
    {
        for (var i = element.Index + 1; i < element.End; i++)
        {
            var node = element.Facts[i];
            if (
                node.Kind is FactKind.Name or FactKind.Attribute
                && node.Name is "children"
                && node.Role is not FactRole.Callee
            )
                return node;
        }
        return default;
    }

    /// <summary>A call of <c>useContext</c> with it, where it is given or made.</summary>
    private static FactNode Reader(ProjectUnit unit, string context, FactNode made)
    {
        var found = Reader(unit.File, context);
        if (found.Exists() || !made.Exists() || ReferenceEquals(made.Facts, unit.File.Facts))
            return found;
        var dot = context.LastIndexOf('.');
        return Reader(unit.File.Project.Find(context[..dot])!.File, context);
    }

    private static FactNode Reader(ProjectFile file, string context)
    {
        foreach (var unit in file.Units)
        {
            if (!unit.IsFunction)
                continue;
            foreach (var call in unit.OwnCalls)
            {
                if (
                    call.CalleeName() is "useContext" or "use"
                    && call.Argument(0) is { Facts: not null } asked
                    && asked.Resolved == context
                )
                    return call;
            }
        }
        return default;
    }
}
