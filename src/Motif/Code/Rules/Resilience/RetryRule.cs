using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resilience;

/// <summary>Finds operations that are attempted again after they failed.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Networks, locks and queues fail for a moment; a bounded retry with a growing pause turns that into
/// a delay, an unbounded one into an outage.</para>
/// <para><b>Example.</b> <code>for attempt in range(5):
///     try:
///         return client.send(message)
///     except ConnectionError:
///         time.sleep(2 ** attempt)</code></para>
/// <para><b>Structure.</b> A loop around a try whose handler falls through to the next round and whose body has a way out on
/// success, doing the same thing each time, bounded or waiting. Also: a handler that calls its own function with one attempt
/// less; a counted loop that waits and returns the first good result; the decorators and policies of the known libraries, not their settings.</para>
/// <para><b>Limits.</b> Trying one candidate after another, skipping bad items and asking a person again are none: there the
/// operation depends on the loop's variable, or nothing bounds or delays it. What fails by its input alone fails again, unless time
/// passes; a loop that serves one message after another is left by none of its successes.</para>
/// <para><b>References.</b> Nygard, Release It!, 2nd ed. 2018, ch. 5; Brooker, Exponential Backoff and Jitter, 2015.</para>
/// </remarks>
internal sealed partial class RetryRule : ICodeRule
{
    private static readonly string[] Libraries =
    [
        "tenacity.retry",
        "backoff.on_exception",
        "backoff.on_predicate",
        "retrying.retry",
        "stamina.retry",
        "retry.retry",
        "retry.api.retry",
        "WaitAndRetry",
        "WaitAndRetryAsync",
        "AddRetry",
        "tenacity.Retrying",
        "tenacity.AsyncRetrying",
    ];

    public string Name => "retry";

    public string Title => "Retry";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.HasLoop)
        {
            foreach (var node in unit.OwnNodes)
            {
                if (
                    node.Kind is FactKind.ForEach or FactKind.While
                    && (FindLoop(unit, node, found) || FindResultLoop(unit, node, found))
                )
                    return;
            }
        }
        if (unit.Has(FactKind.Try) && FindRecursion(unit, found))
            return;
        FindLibrary(unit, found);
    }

    private bool FindLoop(ProjectUnit unit, FactNode loop, RuleFindings found)
    {
        var attempt = AttemptIn(loop);
        if (!attempt.Exists() || !IsSameOperation(attempt, loop) || IsNextCandidate(attempt, loop))
            return false;
        var exit = SuccessExit(attempt, loop);
        if (!exit.Exists())
            return false;
        var wait = Loops.Wait(loop);
        var limit = Limit(loop);
        if (!wait.Exists() && (!limit.Exists() || IsCertainToFailAgain(attempt, loop)))
            return false;
        if (!wait.Exists() && unit.File.Facts.Language == "python" && IsWaitInSlices(attempt, loop))
            return false;
        var backoff = Backoff(loop, wait);
        found
            .Match(this, unit)
            .Must("a loop repeats the attempt", loop)
            .Must("a handler falls through to the next round", FallingHandler(attempt, loop))
            .Must("success leaves the loop", exit)
            .Should(
                .15,
                limit.IsKind(FactKind.If)
                    ? "a handler gives up where another round is no use"
                    : "the number of attempts is bounded",
                limit
            )
            .Should(.15, "it waits between attempts", wait)
            .Should(.05, "the wait grows", backoff)
            .Should(.10, "the last failure is raised", Exhaustion(unit, loop))
            .Named("retry", "retries", "attempt", "backoff")
            .Modifier("backoff", backoff.Exists())
            .Variant("loop")
            .Report();
        return true;
    }

    /// <summary>As long as a state lasts, one wait with a timeout after the other: nothing failed that is attempted anew.</summary>
    private static bool IsWaitInSlices(FactNode attempt, FactNode loop)
    {
        if (loop.Kind is not FactKind.While)
            return false;
        var test = loop.Child(FactRole.Test);
        for (var i = test.Index; i < test.End; i++)
        {
            if (
                test.Facts[i] is { Kind: FactKind.Compare } compare
                && compare.Name is "<" or "<=" or ">" or ">="
            )
                return false;
        }
        for (var i = attempt.Body().Index; i < attempt.Body().End; i++)
        {
            if (attempt.Facts[i] is { Kind: FactKind.Call } call && call.HasKeyword("timeout"))
                return true;
        }
        return false;
    }

    /// <summary>The try directly in the loop whose handler falls through, or none.</summary>
    private static FactNode AttemptIn(FactNode loop)
    {
        var body = loop.Body();
        if (!body.Exists())
            return default;
        var facts = loop.Facts;
        for (var i = body.Index; i < body.End; i++)
        {
            if (facts.Kinds[i] is FactKind.Function or FactKind.Lambda)
                i += facts.Sizes[i] - 1;
            else if (
                facts.Kinds[i] is FactKind.Try
                && facts[i].EnclosingLoop() == loop
                && FallingHandler(facts[i], loop).Exists()
                && facts[i].Body().Contains(FactKind.Call)
            )
                return facts[i];
        }
        return default;
    }

    private static FactNode FallingHandler(FactNode attempt, FactNode loop)
    {
        foreach (var child in attempt.Children())
        {
            if (child.Kind is FactKind.Handler && GoesRound(child, loop))
                return child;
        }
        return default;
    }

    /// <summary>The loop's variable may be logged, but what is attempted must not depend on it.</summary>
    private static bool IsSameOperation(FactNode attempt, FactNode loop)
    {
        if (loop.Kind is not FactKind.ForEach)
            return true;
        foreach (var statement in attempt.Body().Steps())
        {
            var isSaid =
                statement.Kind is FactKind.ExpressionStatement
                && statement.Value().IsKind(FactKind.Call)
                && statement != attempt.Body().LastStatement();
            if (!isSaid && statement.UsesTargetOf(loop))
                return false;
        }
        return !IsPreparedByTarget(attempt, loop) && (loop.IsCounted() || IsUsedToWaitAlone(loop));
    }

    /// <summary>
    /// <c>for delay in delays: … sleep(delay)</c> is a retry; a loop over anything else that it looks at is a search.
    /// </summary>
    private static bool IsUsedToWaitAlone(FactNode loop)
    {
        foreach (var statement in loop.Body().Steps())
        {
            if (statement.UsesTargetOf(loop) && !Loops.Wait(statement).Exists())
                return false;
        }
        return true;
    }

    /// <summary>An assignment in the try that ends the loop by its test: <c>while not done</c>.</summary>
    private static FactNode FlagInTest(FactNode body, FactNode loop)
    {
        var test = loop.Child(FactRole.Test);
        foreach (var statement in body.Steps())
        {
            if (
                statement.Kind is FactKind.Assign
                && statement.Child(FactRole.Target) is { Facts: not null, Name: { } name } target
                && target.Kind is FactKind.Name
                && test.Mentions(name)
                && statement.Value().IsTrueOrFalse()
            )
                return statement;
        }
        return default;
    }

    /// <summary>What bounds the number of rounds: a count, or a comparison that gives up.</summary>
    private static FactNode Limit(FactNode loop)
    {
        if (loop.Kind is FactKind.ForEach)
            return
                loop.IsCounted()
                || loop.Child(FactRole.Iterable).Bare().KindOf()
                    is FactKind.Name
                        or FactKind.Attribute
                        or FactKind.Collection
                ? loop.Child(FactRole.Iterable)
                : default;
        if (loop.IsCounted())
            return loop.Child(FactRole.Test);
        for (var i = loop.Index; i < loop.End; i++)
        {
            if (
                loop.Facts.Kinds[i] is FactKind.If
                && loop.Facts[i] is var choice
                && choice.Child(FactRole.Test).Contains(FactKind.Compare)
                && !choice.Body().FallsThrough()
                && choice.IsUnder(FactKind.Handler)
            )
                return choice;
        }
        return default;
    }

    private static FactNode Backoff(FactNode loop, FactNode wait)
    {
        if (!wait.Exists())
            return default;
        for (var i = loop.Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            var grows =
                (node.Kind is FactKind.Binary && node.Name is "**" or "<<")
                || (node.Kind is FactKind.Assign && node.Name is "*=" or "**=")
                || (node.Kind is FactKind.Binary && node.Name is "*" && IsGrowing(node, wait))
                || node.Calls("pow", "Pow");
            if (grows)
                return node;
        }
        return default;
    }

    private static bool IsGrowing(FactNode product, FactNode wait) =>
        wait.Holds(product) || product.Ancestor(FactKind.Assign).Exists();

    /// <summary>A raise in the loop's handler or behind the loop.</summary>
    private static FactNode Exhaustion(ProjectUnit unit, FactNode loop)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Raise && (node.Index >= loop.End || loop.Holds(node)))
                return node;
        }
        return default;
    }
}
