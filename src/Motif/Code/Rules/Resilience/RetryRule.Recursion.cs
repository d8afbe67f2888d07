using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resilience;

/// <summary>Attempts that are repeated by other means than a loop around a try.</summary>
internal sealed partial class RetryRule
{
    private bool FindResultLoop(ProjectUnit unit, FactNode loop, RuleFindings found)
    {
        if (loop.Kind is not FactKind.ForEach || !loop.IsCounted() || loop.Contains(FactKind.Try))
            return false;
        var wait = Loops.Wait(loop);
        var good = GoodResult(loop);
        if (!wait.Exists() || !good.Exists())
            return false;
        var backoff = Backoff(loop, wait);
        found
            .Match(this, unit)
            .Must("a counted loop repeats the attempt", loop)
            .Must("a good result is returned", good)
            .Must("it waits between attempts", wait)
            .Should(.10, "the loop bounds the attempts", loop.Child(FactRole.Iterable))
            .Should(.10, "the last failure is raised", Exhaustion(unit, loop))
            .Should(.05, "the wait grows", backoff)
            .Modifier("backoff", backoff.Exists())
            .Named("retry", "retries", "attempt", "backoff")
            .Variant("result")
            .Report();
        return true;
    }

    /// <summary>A conditional return of what a call in the loop gave.</summary>
    private static FactNode GoodResult(FactNode loop)
    {
        foreach (var statement in loop.Body().Steps())
        {
            if (
                statement.Kind is not FactKind.Assign
                || !statement.Value().Bare().IsKind(FactKind.Call)
                || statement.Value().UsesTargetOf(loop)
                || statement.Child(FactRole.Target).NameOf() is not { } result
            )
                continue;
            for (var i = statement.End; i < loop.End; i++)
            {
                var node = loop.Facts[i];
                if (
                    node.Kind is FactKind.Return
                    && node.IsUnder(FactKind.If)
                    && node.Value().Mentions(result)
                    && node.Ancestor(FactKind.If).Child(FactRole.Test).Mentions(result)
                )
                    return node;
            }
        }
        return default;
    }

    private bool FindRecursion(ProjectUnit unit, RuleFindings found)
    {
        foreach (var node in unit.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || node.CalleeName() != unit.Name
                || !node.IsUnder(FactKind.Handler)
                || !CountsDown(node, unit)
                || node.Ancestor(FactKind.Handler) is var handler
                    && handler.Child(FactRole.Type) is { Facts: not null } type
                    && IsCertain(type)
                    && !Loops.Wait(handler).Exists()
            )
                continue;
            found
                .Match(this, unit)
                .Must("a handler calls the function again with another count", node)
                .Should(.15, "a comparison bounds it", node.Ancestor(FactKind.If))
                .Should(.10, "what it gives is returned", node.Ancestor(FactKind.Return))
                .Should(
                    .10,
                    "it waits between attempts",
                    Loops.Wait(node.Ancestor(FactKind.Handler))
                )
                .Named("retry", "retries", "attempt", "backoff")
                .Variant("recursion")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>An argument is a parameter plus or minus something.</summary>
    private static bool CountsDown(FactNode call, ProjectUnit unit)
    {
        for (var i = call.Index; i < call.End; i++)
        {
            if (
                call.Facts.Kinds[i] is not FactKind.Binary
                || call.Facts[i].Name is not ("-" or "+")
            )
                continue;
            if (
                call.Facts[i].Value() is { Facts: not null, Kind: FactKind.Name, Name: { } name }
                && unit.HasParameter(name)
            )
                return true;
        }
        return false;
    }

    private void FindLibrary(ProjectUnit unit, RuleFindings found)
    {
        var isDecorated = unit.IsDecoratedWith(Libraries);
        FactNode call = default;
        if (!isDecorated && unit.Has(FactKind.Call))
        {
            foreach (var node in unit.OwnNodes)
            {
                if (node.Kind is FactKind.Call && node.Calls(Libraries))
                    call = node;
            }
        }
        if (isDecorated || call.Exists())
            found
                .Match(this, unit)
                .Must("a retry library repeats it", call.Exists() ? call : unit.Node)
                .Should(
                    .25,
                    "the library's entry point is resolved",
                    call.Exists() ? call : unit.Node
                )
                .Variant("library")
                .Report();
    }
}
