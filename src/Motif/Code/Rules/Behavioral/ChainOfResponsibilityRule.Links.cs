using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Who can be the next, and whether there need be one.</summary>
internal sealed partial class ChainOfResponsibilityRule
{
    /// <summary>Set by a setter, none by default, or tested before use.</summary>
    private static bool MayBeAbsent(ProjectClass owner, string attribute)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute != attribute)
                continue;
            if (store.Value.IsNull())
                return true;
            if (store.Source.Kind is not OriginKind.Parameter)
                continue;
            if (!store.In.IsConstructor)
                return true;
            foreach (var parameter in store.In.Fact.Parameters)
            {
                if (parameter.Name == store.Source.Name && parameter.HasDefault)
                    return true;
            }
        }
        foreach (var method in owner.Methods)
        {
            foreach (var node in method.OwnNodes)
            {
                if (
                    node.Kind is FactKind.If
                    && FirstUse.Mentions(node.Child(FactRole.Test), method, attribute)
                    && !AsksIt(node.Child(FactRole.Test), method, attribute)
                )
                    return true;
            }
        }
        return owner.Attribute(attribute)?.IsClassLevel == true;
    }

    /// <summary>The test is an answer of the kept object, which must be there to give it.</summary>
    private static bool AsksIt(FactNode test, ProjectUnit method, string attribute)
    {
        for (var i = test.Index; i < test.End; i++)
        {
            if (
                test.Facts[i].Kind is FactKind.Call
                && test.Facts[i].CalledObject() is { Facts: not null } asked
                && asked.IsOwnAttribute(method, out var name)
                && name == attribute
            )
                return true;
        }
        return false;
    }

    /// <summary>Subclasses that handle in their own way, or look-alikes in the file.</summary>
    private static List<ProjectClass> Handlers(ProjectClass owner, Wrapping wrapping)
    {
        var handlers = new List<ProjectClass>();
        foreach (var descendant in owner.Descendants())
        {
            if (Handles(descendant, wrapping))
                handlers.Add(descendant);
        }
        if (handlers.Count > 0)
            return handlers;
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (
                Wrapping.Of(unit.Class!, asLink: true) is { } other
                && other.Forwards[0].In.Name == wrapping.Forwards[0].In.Name
            )
                handlers.Add(unit.Class!);
        }
        return handlers;
    }

    /// <summary>It overrides the call that is handed on, or a step that this call takes before.</summary>
    private static bool Handles(ProjectClass handler, Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            if (handler.Method(forward.In.Name) is not null)
                return true;
            foreach (var step in forward.In.Shape.SelfCalls)
            {
                if (handler.Method(step.Method) is not null)
                    return true;
            }
            if (SetsWhatDecides(handler, forward.In) || IsAskedByName(handler, forward.In))
                return true;
        }
        return false;
    }

    /// <summary>It gives another value to something that the method decides by: <c>limit = 1000</c>.</summary>
    private static bool SetsWhatDecides(ProjectClass handler, ProjectUnit method)
    {
        foreach (var attribute in handler.Unit.Fact.Attributes)
        {
            if (
                attribute.IsClassLevel
                && FirstUse.Mentions(method.Node.Body(), method, attribute.Name)
            )
                return true;
        }
        return false;
    }

    /// <summary>The method looks up one of the object's methods by the request's name, and the handler brings some.</summary>
    private static bool IsAskedByName(ProjectClass handler, ProjectUnit method) =>
        handler.Methods.Any(m => m.IsPublic)
        && method.OwnCalls.Any(c =>
            c.Calls("getattr", "builtins.getattr") && c.Argument(0).IsReceiver(method)
        );
}
