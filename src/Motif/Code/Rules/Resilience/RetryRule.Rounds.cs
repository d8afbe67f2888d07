using System.Collections.Frozen;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resilience;

/// <summary>From one round to the next: whether the same is attempted, and what ends it.</summary>
internal sealed partial class RetryRule
{
    /// <summary>Failures that the same input brings about each time.</summary>
    private static readonly FrozenSet<string> Certain = (
        "ValueError TypeError KeyError IndexError LookupError AttributeError NameError SyntaxError UnicodeError "
        + "UnicodeDecodeError UnicodeEncodeError StopIteration ImportError ModuleNotFoundError OverflowError "
        + "ZeroDivisionError ArithmeticError NotImplementedError FileExistsError RecursionError FormatException "
        + "ArgumentException ArgumentNullException ArgumentOutOfRangeException InvalidCastException "
        + "IndexOutOfRangeException KeyNotFoundException NullReferenceException OverflowException "
        + "NotSupportedException NotImplementedException DivideByZeroException"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Behind the handler the loop begins anew: it says so, or nothing that follows the try leaves the loop for certain.</summary>
    private static bool GoesRound(FactNode handler, FactNode loop)
    {
        if (!handler.Body().FallsThrough())
            return false;
        if (handler.Body().LastStatement().IsKind(FactKind.Continue))
            return true;
        for (var node = handler.Parent; node != loop && node.HasParent; node = node.Parent)
        {
            var isBehind = false;
            foreach (
                var statement in node.Parent.IsKind(FactKind.Block) ? node.Parent.Steps() : default
            )
            {
                if (isBehind && !statement.FallsThrough())
                    return false;
                isBehind |= statement == node;
            }
        }
        return true;
    }

    /// <summary>All failures that lead to the next round come of the input alone.</summary>
    private static bool IsCertainToFailAgain(FactNode attempt, FactNode loop)
    {
        foreach (var handler in attempt.Children())
        {
            if (handler.Kind is not FactKind.Handler || !GoesRound(handler, loop))
                continue;
            var type = handler.Child(FactRole.Type);
            if (!type.Exists())
                return false;
            if (type.Kind is not FactKind.Collection)
            {
                if (!IsCertain(type))
                    return false;
                continue;
            }
            foreach (var one in type.Children())
            {
                if (!IsCertain(one))
                    return false;
            }
        }
        return true;
    }

    private static bool IsCertain(FactNode type) =>
        (type.Resolved ?? type.Name) is { } name
        && Certain.Contains(DottedName.Last(name).ToString());

    /// <summary>What stands before the try is done with the loop's variable, beyond waiting and saying so.</summary>
    private static bool IsPreparedByTarget(FactNode attempt, FactNode loop)
    {
        foreach (var statement in loop.Body().Steps())
        {
            if (statement.Index >= attempt.Index || statement.Holds(attempt))
                return false;
            if (
                !statement.UsesTargetOf(loop)
                || Loops.Wait(statement).Exists()
                || IsSaying(statement)
            )
                continue;
            if (statement.Kind is not FactKind.If && !IsUnusedLocal(statement, attempt))
                return true;
        }
        return false;
    }

    private static bool IsSaying(FactNode statement) =>
        statement.Kind is FactKind.ExpressionStatement
        && statement.Value().Bare() is { Facts: not null, Kind: FactKind.Call } call
        && call.Argument(0) is { Facts: not null } text
        && (text.Is(FactFlags.LiteralString) || text.Contains(FactKind.InterpolatedString));

    private static bool IsUnusedLocal(FactNode statement, FactNode attempt) =>
        statement.Kind is FactKind.Assign
        && statement.Child(FactRole.Target).NameOf() is { } local
        && !attempt.Body().Mentions(local);

    /// <summary>What is attempted was taken out of a collection in this round, or is a place that moves on: another one each time.</summary>
    private static bool IsNextCandidate(FactNode attempt, FactNode loop)
    {
        if (MovesOn(attempt, loop) || StepsOver(attempt, loop) || GoesThroughIndices(loop))
            return true;
        foreach (var statement in loop.Body().Steps())
        {
            if (statement.Index >= attempt.Index)
                break;
            if (
                statement.Kind is FactKind.Assign
                && statement.Child(FactRole.Target).NameOf() is { } taken
                && statement.Value().Bare() is { Facts: not null, Kind: FactKind.Call } call
                && call.CalleeName() is { } name
                && (CollectionCalls.TakesElement(name) || name is "next")
                && attempt.Body().Mentions(taken)
            )
                return true;
        }
        return false;
    }

    /// <summary>A place is moved in the loop by a step, and what is attempted is told it.</summary>
    private static bool MovesOn(FactNode attempt, FactNode loop)
    {
        if (loop.Kind is not FactKind.While)
            return false;
        for (var i = loop.Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.Assign
                && node.Name is "+="
                && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } place
                && attempt.Body().First(FactKind.Call) is { Facts: not null } call
                && call.Mentions(place.Name)
            )
                return true;
        }
        return false;
    }

    /// <summary>A handler changes what is attempted by what it met there: the next round reads further on, or asks for less.</summary>
    private static bool StepsOver(FactNode attempt, FactNode loop)
    {
        foreach (var handler in attempt.Children())
        {
            if (handler.Kind is not FactKind.Handler)
                continue;
            for (var i = handler.Index; i < handler.End; i++)
            {
                if (
                    handler.Facts[i] is { Kind: FactKind.Assign } change
                    && (IsStep(change, loop) || IsDerivedFromItself(change, attempt))
                )
                    return true;
            }
        }
        return false;
    }

    /// <summary>By something else than one, and neither the pause nor what is counted.</summary>
    private static bool IsStep(FactNode change, FactNode loop)
    {
        var place = change.Child(FactRole.Target);
        if (
            change.Name is not ("+=" or "*=" or "-=")
            || !place.Exists()
            || !change.Value().Exists()
            || change.Value().Kind is FactKind.Literal
        )
            return false;
        if (place.Kind is FactKind.Attribute)
            return true;
        if (place.Kind is not FactKind.Name)
            return false;
        for (var i = loop.Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                (
                    node.Kind is FactKind.Compare
                    || node.Kind is FactKind.Call && Loops.Wait(node) == node
                ) && node.Mentions(place.Name)
            )
                return false;
        }
        return true;
    }

    /// <summary><c>path = parent(path)</c>, where the attempt is told the path.</summary>
    private static bool IsDerivedFromItself(FactNode change, FactNode attempt)
    {
        var value = change.Value().Bare();
        if (
            change.Name is not null
            || !value.IsKind(FactKind.Call)
            || value.CalleeName() is "min" or "max" or "Min" or "Max"
        )
            return false;
        var targets = new HashSet<string>(StringComparer.Ordinal);
        for (var i = change.Index + 1; i < value.Index; i++)
        {
            if (change.Facts[i] is { Kind: FactKind.Name, Name: { } name })
                targets.Add(name);
        }
        return targets.Any(t => value.HandsOver(t) && attempt.Body().Mentions(t));
    }

    /// <summary><c>for (i = 0; i &lt; items.Length; i++) … items[i]</c> takes one after another, unless it is the pause that is looked up.</summary>
    private static bool GoesThroughIndices(FactNode loop)
    {
        var test = loop.Child(FactRole.Test);
        if (loop.Kind is not FactKind.While || !test.Exists())
            return false;
        for (var i = loop.Body().Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.Subscript
                && node.Child(FactRole.Index).Bare()
                    is { Facts: not null, Kind: FactKind.Name } index
                && test.Mentions(index.Name)
                && !Loops.Wait(node.Statement()).Exists()
            )
                return true;
        }
        return false;
    }

    /// <summary>The way out when it went well: at the end of the try, in its else, or behind it.</summary>
    private static FactNode SuccessExit(FactNode attempt, FactNode loop)
    {
        var exit = ExitAtEnd(attempt.Body(), loop);
        if (!exit.Exists())
            exit = ExitOf(attempt.Child(FactRole.Else), loop);
        if (exit.Exists())
            return exit;
        var behind = ExitBehind(attempt, loop);
        return behind.Exists() ? behind : FlagInTest(attempt.Body(), loop);
    }

    /// <summary>For certain, or by what the try gave; and little follows it.</summary>
    private static FactNode ExitBehind(FactNode attempt, FactNode loop)
    {
        FactNode exit = default;
        var isBehind = false;
        var after = 0;
        foreach (var statement in loop.Body().Steps())
        {
            if (
                isBehind
                && ExitOf(statement, loop) is { Facts: not null } later
                && (!statement.FallsThrough() || TestsOutcome(statement, attempt))
            )
                (exit, after) = (later, 0);
            else if (exit.Exists())
                after++;
            isBehind |= statement == attempt || statement.Holds(attempt);
        }
        return after <= 2 ? exit : default;
    }

    /// <summary>Little follows it: what goes on working after a way out is no attempt that is over.</summary>
    private static FactNode ExitAtEnd(FactNode body, FactNode loop)
    {
        FactNode exit = default;
        var after = 0;
        foreach (var statement in body.Steps())
        {
            if (ExitOf(statement, loop) is { Facts: not null } found)
                (exit, after) = (found, 0);
            else
                after++;
        }
        return after <= 2 ? exit : default;
    }

    /// <summary>A way out of this loop, not out of one inside it.</summary>
    private static FactNode ExitOf(FactNode node, FactNode loop)
    {
        var exit = Loops.ExitIn(node, loop);
        return exit.Exists() && exit.EnclosingLoop() == loop ? exit : default;
    }

    /// <summary>It asks after something that the try assigned.</summary>
    private static bool TestsOutcome(FactNode statement, FactNode attempt)
    {
        if (statement.Kind is not FactKind.If)
            return false;
        for (var i = attempt.Index; i < attempt.End; i++)
        {
            var node = attempt.Facts[i];
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).NameOf() is { } outcome
                && statement.Child(FactRole.Test).Mentions(outcome)
            )
                return true;
        }
        return false;
    }
}
