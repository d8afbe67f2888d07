namespace Motif.Code.Rules.Behavioral;

/// <summary>What takes back what a request did.</summary>
internal sealed partial class CommandRule
{
    /// <summary>Another method, common to the commands, that the owner calls on the same objects.</summary>
    private static string? Undo(
        ProjectClass owner,
        string attribute,
        string method,
        List<ProjectClass> commands
    )
    {
        foreach (var inner in owner.Methods)
        {
            foreach (var node in inner.OwnCalls)
            {
                if (
                    node.Kind is not FactKind.Call
                    || node.Callee() is not { Facts: not null, Kind: FactKind.Attribute } callee
                    || callee.Name == method
                    || IsQuestion(node)
                )
                    continue;
                if (
                    commands.Count >= 1
                    && (commands.Count >= 2 || !IsForEach(node))
                    && commands.TrueForAll(c => c.FindMethod(callee.NameOrEmpty()) is not null)
                    && IsCommand(inner, callee.Child(FactRole.Object), attribute)
                )
                    return callee.Name;
            }
        }
        return null;
    }

    /// <summary>What undoes is called on one that was taken out or looked up, not on all in turn: those are started and stopped.</summary>
    private static bool TakesBack(ProjectClass owner, string attribute, string undo) =>
        owner.Methods.Any(m =>
            m.OwnCalls.Any(c =>
                c.CalleeName() == undo
                && !IsForEach(c)
                && c.CalledObject() is { Facts: not null } target
                && m.Shape.OriginOf(target) is { Kind: OriginKind.Element } origin
                && origin.Name == attribute
            )
        );

    private static bool IsForEach(FactNode call)
    {
        var loop = call.EnclosingLoop();
        if (loop.Exists() && call.CalledObject().IsKind(FactKind.Subscript))
            return true;
        return loop.IsKind(FactKind.ForEach)
                && loop.Child(FactRole.Target).Mentions(call.CalledObject().NameOf())
            || loop.Exists() && IsNumbered(loop, call.CalledObject().NameOf());
    }

    /// <summary><c>service = services[i]</c> in a loop: one after another by its number.</summary>
    private static bool IsNumbered(FactNode loop, string? local)
    {
        for (var i = loop.Index; i < loop.End && local is not null; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(local)
                && node.Value()
                    .First(FactKind.Subscript)
                    .Child(FactRole.Index)
                    .IsKind(FactKind.Name)
            )
                return true;
        }
        return false;
    }

    private static bool IsCommand(ProjectUnit method, FactNode target, string attribute)
    {
        var origin = method.Shape.OriginOf(target);
        return origin.Kind is OriginKind.Element or OriginKind.Held && origin.Name == attribute
            || origin.Kind is OriginKind.Parameter;
    }
}
