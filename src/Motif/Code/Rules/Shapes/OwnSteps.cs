namespace Motif.Code.Rules.Shapes;

/// <summary>
/// What happens when a method is called on an object, one level deep: a step that is written as an own or inherited method of its
/// own happens all the same.
/// </summary>
internal static class OwnSteps
{
    /// <summary>More classes than this below one are a framework's, whose methods nobody reads as one piece of work.</summary>
    private const int MaxDescendants = 64;

    /// <summary>The method itself, then the methods it calls on its own object as an instance of the class has them, each once.</summary>
    public static List<ProjectUnit> Of(ProjectClass owner, ProjectUnit method)
    {
        var steps = new List<ProjectUnit> { method };
        foreach (var call in method.Shape.SelfCalls)
        {
            if (owner.FindMethod(call.Method) is { } step && !steps.Contains(step))
                steps.Add(step);
        }
        return steps;
    }

    /// <summary>What heirs pass on under its own name to what the class keeps for them.</summary>
    public static List<ForwardFact> CallsOfHeirs(ProjectClass owner, string attribute)
    {
        var found = new List<ForwardFact>();
        if (owner.Descendants().Count is 0 or > MaxDescendants)
            return found;
        foreach (var heir in owner.Descendants())
        {
            foreach (var forward in heir.Shape.Forwards)
            {
                if (
                    forward.Attribute == attribute
                    && forward.Method == forward.In.Name
                    && !forward.In.IsSpecial
                    && owner.FindMethod(forward.In.Name) is not null
                    && Forwarding.IsPassedOn(forward)
                )
                    found.Add(forward);
            }
        }
        return found;
    }

    /// <summary>
    /// Calls by which the class or its heirs have a step pass something on: <c>return self._forward(request)</c> in <c>handle</c>,
    /// where <c>_forward</c> calls <c>self._next.handle(request)</c>, stands for that call.
    /// </summary>
    /// <param name="forward">The call in the step.</param>
    public static IEnumerable<ForwardFact> CallsOfStep(ProjectClass owner, ForwardFact forward)
    {
        if (
            forward.Method is not { } method
            || forward.In.IsConstructor
            || owner.Descendants().Count > MaxDescendants
        )
            yield break;
        foreach (var member in owner.Descendants().Prepend(owner))
        {
            if (member.Method(method) is not { } caller || caller == forward.In)
                continue;
            foreach (var call in caller.Shape.SelfCalls)
            {
                if (call.Method == forward.In.Name)
                    yield return new ForwardFact(
                        caller,
                        forward.Attribute,
                        false,
                        method,
                        call.Call
                    );
            }
        }
    }
}
