namespace Motif.Code.Rules.Shapes;

/// <summary>
/// What a container of dependencies hands in: <c>constructor(@inject(Clock) private clock: Clock)</c>, or any parameter of a class
/// that is <c>@Injectable()</c>. Which object it is, is wired once for the whole program; it is a service that the class works
/// with, not an algorithm, request or implementation that a caller chooses.
/// </summary>
internal static class Containers
{
    private static readonly string[] Classes =
    [
        "injectable",
        "Injectable",
        "Component",
        "Directive",
        "Pipe",
        "Controller",
        "Resolver",
        "Service",
        "singleton",
    ];

    private static readonly string[] Parameters =
    [
        "inject",
        "Inject",
        "multiInject",
        "service",
        "repository",
        "InjectRepository",
        "InjectModel",
    ];

    /// <summary>TypeScript: whether the attribute is what the constructor was given by a container.</summary>
    public static bool Inject(ProjectClass owner, string attribute)
    {
        if (
            !owner.Unit.File.IsScript
            || owner.Shape.InjectionOf(attribute) is not { In.IsConstructor: true } given
        )
            return false;
        if (given.In.Owner is { } made && made.Unit.IsDecoratedWith(Classes))
            return true;
        foreach (var child in given.In.Node.Children())
        {
            if (child.Kind is FactKind.Parameter && child.Name == given.Source.Name)
                return IsInjected(child);
        }
        return false;
    }

    private static bool IsInjected(FactNode parameter)
    {
        foreach (var child in parameter.Children())
        {
            if (
                child.Role is FactRole.Decorator
                && (child.Kind is FactKind.Call ? child.CalleeName() : child.Name) is { } name
                && Array.IndexOf(Parameters, name) >= 0
            )
                return true;
        }
        return false;
    }
}
