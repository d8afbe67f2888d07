using System.Collections.Frozen;

namespace Motif.Code.Rules.Shapes;

/// <summary>What rules ask of a call that a method passes on to a held object: whether the request goes over as it came, and the answer comes back.</summary>
internal static class Forwarding
{
    /// <summary>Methods by which an owner lets go of what it holds; passing on these alone says who owns, not who stands for whom.</summary>
    private static readonly FrozenSet<string> Endings = (
        "close aclose flush sync stop shutdown dispose destroy terminate cancel reset clear unlink disconnect "
        + "Close Flush Stop Shutdown Dispose DisposeAsync Destroy Terminate Cancel Reset Clear Disconnect"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it lets go of what is held.</summary>
    public static bool IsEnding(string method) => Endings.Contains(method);

    /// <summary>
    /// One call becomes one call: not one for each of many, and not one with things of its own where the caller gave something.
    /// </summary>
    public static bool IsPassedOn(ForwardFact forward)
    {
        if (
            forward.Call.IsUnder(FactKind.Comprehension)
            || IsCollected(forward.Call)
            || IsPartByPart(forward)
        )
            return false;
        return forward.In.RequiredParameters == 0
            || forward.Call.ArgumentCount() == 0
            || HandsOnMore(forward);
    }

    /// <summary>Three or more calls passed on under their own names: it stands in for the object instead of using it.</summary>
    public static bool IsFace(ProjectClass owner, string attribute)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var forward in owner.Shape.Forwards)
        {
            if (forward.Attribute == attribute && forward.Method == forward.In.Name)
                names.Add(forward.Method!);
        }
        return names.Count >= 3;
    }

    /// <summary>What the method gives, where it gives anything, is what the call gave.</summary>
    public static bool IsAnswer(ForwardFact forward)
    {
        var statement = forward.Call.Statement();
        var isGiving = false;
        foreach (var result in forward.In.Shape.Returns)
        {
            if (!result.Value().Exists())
                continue;
            isGiving = true;
            if (result.Holds(forward.Call) || IsKeptIn(result, statement, forward))
                return true;
        }
        return !isGiving;
    }

    /// <summary>With the call the method is done: it gives what the call gives, or nothing follows but a return.</summary>
    public static bool IsLastAct(ForwardFact forward)
    {
        var statement = forward.Call.Statement();
        if (statement.Kind is FactKind.Return)
            return true;
        if (statement.Kind is FactKind.Assign)
            return IsAnswer(forward) && forward.In.Shape.Returns.Count > 0;
        if (statement.Kind is not FactKind.ExpressionStatement)
            return false;
        foreach (var step in forward.In.Node.Body().Steps())
        {
            if (step.Index > forward.Call.Index && step.Kind is not FactKind.Return)
                return false;
        }
        return true;
    }

    /// <summary>An argument names one of the method's parameters, or there is none: what is the object's own is no request that somebody made.</summary>
    public static bool HandsOnRequest(ForwardFact forward)
    {
        if (forward.Call.ArgumentCount() == 0)
            return true;
        foreach (var parameter in forward.In.Fact.Parameters)
        {
            if (!parameter.IsReceiver && IsArgument(forward.Call, parameter.Name))
                return true;
        }
        return WorkedOut(forward.In).Any(local => IsArgument(forward.Call, local));
    }

    /// <summary>All that is handed on are the method's own parameters as they came: somebody else's request, not one of its own.</summary>
    public static bool IsAsItCame(ForwardFact forward)
    {
        foreach (var child in forward.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = (child.Kind is FactKind.KeywordArgument ? child.Value() : child).Bare();
            if (
                value.Exists()
                && !(value.Kind is FactKind.Name && forward.In.HasParameter(value.NameOrEmpty()))
            )
                return false;
        }
        return true;
    }

    /// <summary>All that is handed on are parts of what was given: <c>self.inner.equals(x.part, y.part)</c> asks something else.</summary>
    public static bool TakesParts(ForwardFact forward)
    {
        foreach (var child in forward.Call.Children())
        {
            if (
                child.Role is FactRole.Argument
                && !(
                    child.Kind is FactKind.Attribute
                    && child.Child(FactRole.Object)
                        is { Facts: not null, Kind: FactKind.Name } whole
                    && forward.In.HasParameter(whole.NameOrEmpty())
                )
            )
                return false;
        }
        return forward.Call.ArgumentCount() > 0;
    }

    /// <summary>Locals whose value was worked out of a parameter: <c>cents = int(amount * 100)</c>.</summary>
    private static HashSet<string> WorkedOut(ProjectUnit method)
    {
        var locals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } local
                && (
                    NamesParameter(node.Value(), method)
                    || locals.Any(l => node.Value().Mentions(l))
                )
            )
                locals.Add(local.NameOrEmpty());
        }
        return locals;
    }

    /// <summary>An argument is worked out of a parameter instead of being the parameter.</summary>
    public static bool ChangesArgument(ForwardFact forward)
    {
        foreach (var child in forward.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = (child.Kind is FactKind.KeywordArgument ? child.Value() : child).Bare();
            if (
                value.Exists()
                && value.Kind is FactKind.Binary or FactKind.Call or FactKind.InterpolatedString
                && NamesParameter(value, forward.In)
            )
                return true;
        }
        return false;
    }

    /// <summary>A field or element of a parameter is written: what goes over is another request.</summary>
    public static bool ChangesRequest(ProjectUnit method)
    {
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target) is { Facts: not null } target
                && target.Kind is FactKind.Attribute or FactKind.Subscript
                && target.Child(FactRole.Object) is { Facts: not null, Kind: FactKind.Name } written
                && method.HasParameter(written.NameOrEmpty())
            )
                return true;
        }
        return false;
    }

    /// <summary>The method calls what it hands on itself too: the held object has a part of the work, as a field of a record has.</summary>
    public static bool SharesWork(ForwardFact forward)
    {
        foreach (var own in forward.In.Shape.ParameterCalls)
        {
            if (
                own.Method is not null
                && own.Call.IsDiscarded()
                && IsArgument(forward.Call, own.Parameter)
            )
                return true;
        }
        return false;
    }

    /// <summary>What the call gives goes into a new object of another class: it is used, not passed back.</summary>
    public static bool MakesAnother(ForwardFact forward)
    {
        foreach (var result in forward.In.Shape.Returns)
        {
            var made = result.Value().Bare();
            if (!made.Exists() || made.MadeClass(forward.In) is null)
                continue;
            if (made.Holds(forward.Call) || IsKeptIn(made, forward.Call.Statement(), forward))
                return true;
        }
        return forward.Call.Parent is { Kind: FactKind.Call } outer
            && outer.MadeClass(forward.In) is not null;
    }

    private static bool IsKeptIn(FactNode result, FactNode statement, ForwardFact forward)
    {
        if (!statement.IsKind(FactKind.Assign))
            return false;
        foreach (var target in statement.Children())
        {
            if (target.Role is not FactRole.Target)
                continue;
            for (var i = target.Index; i < target.End; i++)
            {
                var node = target.Facts[i];
                if (
                    node.Kind is FactKind.Name
                    && result.Mentions(node.Name)
                    && node.Name != forward.In.Receiver
                )
                    return true;
                if (
                    node.IsOwnAttribute(forward.In, out var kept)
                    && FirstUse.Mentions(result, forward.In, kept)
                )
                    return true;
            }
        }
        return false;
    }

    private static bool IsArgument(FactNode call, string name)
    {
        foreach (var child in call.Children())
        {
            if (child.Role is FactRole.Argument && child.Mentions(name))
                return true;
        }
        return false;
    }

    private static bool NamesParameter(FactNode value, ProjectUnit method)
    {
        foreach (var parameter in method.Fact.Parameters)
        {
            if (!parameter.IsReceiver && value.Mentions(parameter.Name))
                return true;
        }
        return false;
    }

    /// <summary><c>self.base.covers(other.base)</c>: two of a kind are compared part by part.</summary>
    private static bool IsPartByPart(ForwardFact forward)
    {
        var first = forward.Call.Argument(0);
        return first.IsKind(FactKind.Attribute)
            && first.Name == forward.Attribute
            && !first.IsOwnAttribute(forward.In, out _);
    }

    /// <summary>In a loop, into a collection.</summary>
    private static bool IsCollected(FactNode call)
    {
        var parent = call.Parent;
        return call.EnclosingLoop().Exists()
            && parent.Kind is FactKind.Call
            && parent.CalleeName() is { } name
            && CollectionCalls.Adds(name);
    }

    /// <summary>An argument names something else than the wrapper itself.</summary>
    private static bool HandsOnMore(ForwardFact forward)
    {
        foreach (var child in forward.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            for (var i = child.Index; i < child.End; i++)
            {
                if (
                    child.Facts[i] is { Kind: FactKind.Name } name
                    && !name.IsName(forward.In.Receiver)
                )
                    return true;
            }
        }
        return false;
    }
}
