using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>What can be a request, and where it is kept.</summary>
internal sealed partial class CommandRule
{
    /// <summary>The whole that made the owner, or in which it is declared: parts report to it.</summary>
    private static bool IsWhole(ProjectClass owner, string attribute) =>
        owner.TypesOf(attribute).Any(t => t == owner.Unit.EnclosingClass?.Unit);

    /// <summary>Where what can be handed in is declared, only what is of that class can be the request.</summary>
    private static List<ProjectClass> Fitting(
        ProjectClass owner,
        string attribute,
        List<ProjectClass> commands
    )
    {
        if (owner.Shape.InjectionOf(attribute) is not { } given)
            return commands;
        var declared = AttributeTypes.OfParameter(given.In, given.Source.Name);
        return declared.Count == 0
            ? commands
            : commands.FindAll(c =>
                declared.Any(d =>
                    c.IsSubclassOf(d.Class!)
                    || d.Class!.IsInterface && Collaborators.Implements(c, d.Class!)
                )
            );
    }

    /// <summary>The collection into which the same method puts the parameter it runs; null for none.</summary>
    private static string? Remembered(ProjectClass owner, ParameterCallFact call)
    {
        foreach (var collect in owner.Shape.Collects)
        {
            if (
                collect.In == call.In
                && collect.Kind is CollectKind.Add
                && collect.Source.Name == call.Parameter
            )
                return collect.Attribute;
        }
        return null;
    }

    private static FactNode Kept(ProjectClass owner, string attribute) =>
        owner.Shape.GivenTo(attribute, CollectKind.Add, CollectKind.Put)?.Node
        ?? Remembered(owner, attribute)
        ?? owner.Shape.InjectionOf(attribute)?.Node
        ?? default;

    /// <summary>A request that the invoker itself makes of what it is told, and puts into the collection.</summary>
    private static FactNode? Remembered(ProjectClass owner, string attribute)
    {
        foreach (var collect in owner.Shape.Collects)
        {
            if (
                collect.Attribute == attribute
                && collect.Kind is CollectKind.Add
                && collect.Source.Kind is OriginKind.Made
                && !collect.In.IsConstructor
                && collect.In.Fact.Parameters.Count > 0
            )
                return collect.Node;
        }
        return null;
    }

    private static List<ProjectClass> Commands(
        ProjectClass owner,
        string attribute,
        string method
    ) => [.. Collaborators.Of(owner, attribute, method).Where(c => c != owner && IsSmall(c))];

    /// <summary>A request can be run and undone, and little more; a connection or collection has a whole vocabulary.</summary>
    private static bool IsSmall(ProjectClass candidate)
    {
        var count = 0;
        foreach (var ancestor in candidate.AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                if (method.Name is "__getitem__" or "__iter__" or "__enter__" or "__contains__")
                    return false;
                var isNew = ancestor == candidate || candidate.Method(method.Name) is null;
                count += isNew && method.IsPublic && method.Fact.Kind is UnitKind.Method ? 1 : 0;
            }
        }
        return count <= MaxPublicMethods;
    }

    /// <summary>The method calls something that the constructor was given, and needs no arguments itself.</summary>
    private static bool ActsOnGiven(ProjectClass command, string method)
    {
        if (command.FindMethod(method) is not { } run)
            return false;
        foreach (var step in OwnSteps.Of(command, run))
        {
            if (
                step.Shape.Forwards.Exists(f => !f.IsOuter && IsGiven(command, f.Attribute))
                || step.Shape.Collects.Exists(c => !c.IsOuter && IsGiven(command, c.Attribute))
            )
                return true;
        }
        return false;
    }

    private static bool IsGiven(ProjectClass command, string attribute)
    {
        foreach (var ancestor in command.AncestorsAndSelf())
        {
            if (ancestor.Shape.InjectionOf(attribute) is not null)
                return true;
        }
        return command.Unit.Fact.Has(UnitTraits.DataType) && command.HasAttribute(attribute);
    }
}
