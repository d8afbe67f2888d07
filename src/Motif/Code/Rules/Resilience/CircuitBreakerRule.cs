using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resilience;

/// <summary>Finds what stops calling a failing service for a while.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A caller that waits for a dead service dies with it; failing at once keeps the rest alive.</para>
/// <para><b>Example.</b> <code>def call(self, function, *args):
///     if self._opened_at and monotonic() - self._opened_at &lt; self._timeout:
///         raise CircuitOpen()
///     try:
///         result = function(*args)
///     except Exception:
///         self._failures += 1
///         if self._failures >= self._threshold:
///             self._opened_at = monotonic()
///         raise
///     self._failures = 0
///     return result</code></para>
/// <para><b>Structure.</b> Calls are attempted in a try; a failure counts up a kept number; the number is compared with a threshold
/// and opens the circuit; while it is open calls are refused without being tried; success resets the number.</para>
/// <para><b>Limits.</b> Counting failures for a report, or retrying, refuses nothing.</para>
/// <para><b>References.</b> Nygard, Release It!, 2nd ed. 2018; Fowler, CircuitBreaker, 2014.</para>
/// </remarks>
internal sealed class CircuitBreakerRule : ICodeRule
{
    public string Name => "circuit_breaker";

    public string Title => "Circuit Breaker";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is null && unit.Members.Count == 0)
            return;
        if (unit.Class is null && unit.Parent is { IsFunction: true })
            return;
        foreach (var counted in unit.Holder.Stores)
        {
            if (!IsCount(counted))
                continue;
            var attempt = Attempt(unit, counted);
            var threshold = Compared(unit, counted);
            var refusal = attempt.Exists() ? Refusal(unit) : default;
            if (!attempt.Exists() || !threshold.Exists() || !refusal.Exists())
                continue;
            if (unit.File.IsScript && !IsBefore(unit, refusal, attempt))
                continue;
            var reset = Reset(unit, counted);
            found
                .Match(this, unit)
                .Must("calls are attempted", attempt)
                .Must("failures are counted", counted.Node)
                .Must("the count is compared with a threshold", threshold)
                .Must("an open circuit refuses before trying", refusal)
                .Should(.15, "it closes again after a while", Clock(unit))
                .Should(.15, "success starts the count anew", reset)
                .Named("circuit", "breaker")
                .Report();
            return;
        }
        FindLibrary(unit, found);
    }

    /// <summary>One more: what grows by anything else is a place or a sum.</summary>
    private static bool IsCount(StoreFact store) =>
        store.Node.Name is "+=" && IsOne(store.Value)
        || store.Value.IsKind(FactKind.Binary)
            && store.Value.Name is "+"
            && FirstUse.Mentions(store.Value, store.In, store.Attribute)
            && HasOne(store.Value);

    private static bool HasOne(FactNode sum)
    {
        foreach (var child in sum.Children())
        {
            if (IsOne(child))
                return true;
        }
        return false;
    }

    private static bool IsOne(FactNode node) => node.IsKind(FactKind.Literal) && node.Name is "1";

    /// <summary>The try whose handler counts, itself or by a method it calls.</summary>
    private static FactNode Attempt(ProjectUnit unit, StoreFact counted)
    {
        var handler = counted.Node.Ancestor(FactKind.Handler);
        if (handler.Exists())
            return handler.Parent;
        foreach (var function in Functions(unit))
        {
            foreach (var node in function.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Call
                    && node.CalleeName() == counted.In.Name
                    && node.Ancestor(FactKind.Handler) is { Facts: not null } caught
                )
                    return caught.Parent;
            }
        }
        return default;
    }

    private static IEnumerable<ProjectUnit> Functions(ProjectUnit unit)
    {
        foreach (var member in unit.Members)
        {
            if (!member.IsFunction)
                continue;
            yield return member;
            foreach (var inner in Functions(member))
                yield return inner;
        }
    }

    private static FactNode Compared(ProjectUnit unit, StoreFact counted)
    {
        foreach (var function in Functions(unit))
        {
            foreach (var node in function.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Compare
                    && node.Name is ">=" or ">" or "<" or "<=" or "=="
                    && FirstUse.Mentions(node, function, counted.Attribute)
                )
                    return node;
            }
        }
        return default;
    }

    /// <summary>A raise, or return, behind a test of kept state, before a try or call of what was given.</summary>
    private static FactNode Refusal(ProjectUnit unit)
    {
        foreach (var function in Functions(unit))
        {
            FactNode choice = default;
            foreach (var node in function.OwnNodes)
            {
                if (
                    node.Kind is FactKind.If
                    && (
                        node.Body().Contains(FactKind.Raise)
                        || node.Body().Contains(FactKind.Return)
                        || node.Child(FactRole.Else).Contains(FactKind.Raise)
                    )
                    && !node.IsUnder(FactKind.Handler)
                    && !choice.Exists()
                    && IsAboutState(unit, function, node.Child(FactRole.Test))
                )
                    choice = node;
                if (
                    choice.Exists()
                    && node.Index >= choice.End
                    && (
                        node.Kind is FactKind.Try
                        || node.Kind is FactKind.Call && node.Argument(0).IsKind(FactKind.Starred)
                    )
                )
                    return choice;
            }
        }
        return default;
    }

    /// <summary>What refuses is what attempts, or calls it: a long class refuses many things for many reasons.</summary>
    private static bool IsBefore(ProjectUnit unit, FactNode refusal, FactNode attempt)
    {
        var attempting = Functions(unit).Last(f => f.Node.Holds(attempt));
        return Functions(unit)
            .Any(f =>
                f.Node.Holds(refusal)
                && (f.Node.Holds(attempt) || f.OwnCalls.Any(c => c.CalleeName() == attempting.Name))
            );
    }

    /// <summary>The test asks for something that the breaker has written since it was made, itself or by an own method.</summary>
    private static bool IsAboutState(ProjectUnit unit, ProjectUnit function, FactNode test)
    {
        if (
            function.Shape.SelfCalls.Exists(c => test.Holds(c.Call))
            || unit.Class is { } owner
                && owner.Methods.Any(m =>
                    m.Fact.Kind is UnitKind.Property && FirstUse.Mentions(test, function, m.Name)
                )
        )
            return true;
        return unit.Holder.Stores.Exists(s =>
            !s.In.IsConstructor && FirstUse.Mentions(test, function, s.Attribute)
        );
    }

    private static FactNode Reset(ProjectUnit unit, StoreFact counted)
    {
        foreach (var store in unit.Holder.Stores)
        {
            if (
                store.Attribute == counted.Attribute
                && store.Node.Name is null
                && !store.In.IsConstructor
                && store.Value.IsKind(FactKind.Literal)
            )
                return store.Node;
        }
        return default;
    }

    private static FactNode Clock(ProjectUnit unit)
    {
        foreach (var function in Functions(unit))
        {
            var clock = Loops.FirstCall(
                function.Node.Body(),
                "time",
                "monotonic",
                "now",
                "utcnow",
                "perf_counter",
                "GetTimestamp",
                "GetUtcNow"
            );
            if (clock.Exists())
                return clock;
            foreach (var node in function.OwnNodes)
            {
                if (node.Kind is FactKind.Attribute && node.Name is "UtcNow" or "Now")
                    return node;
            }
        }
        return default;
    }

    private void FindLibrary(ProjectUnit unit, RuleFindings found)
    {
        if (
            unit.IsDecoratedWith(
                "circuitbreaker.circuit",
                "pybreaker.CircuitBreaker",
                "aiobreaker.CircuitBreaker"
            )
        )
            found
                .Match(this, unit)
                .Must("a library breaks the circuit", unit.Node)
                .Should(.25, "the library's entry point is resolved", true)
                .Variant("library")
                .Report();
    }
}
