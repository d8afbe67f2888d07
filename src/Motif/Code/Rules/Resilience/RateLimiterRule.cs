using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resilience;

/// <summary>Finds what lets only so many calls through in a span of time.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A service keeps its promises to all callers by refusing or delaying the greedy one.</para>
/// <para><b>Example.</b> <code>def allow(self):
///     now = time.monotonic()
///     self._tokens = min(self._burst, self._tokens + (now - self._last) * self._rate)
///     self._last = now
///     if self._tokens &lt; 1:
///         return False
///     self._tokens -= 1
///     return True</code></para>
/// <para><b>Structure.</b> A clock is read, the time that passed since a kept moment is computed, the outcome is compared with a
/// limit, the kept state is written, and the caller waits, is refused or raises: a token bucket, a window of kept moments, or a
/// minimal interval.</para>
/// <para><b>Limits.</b> Measuring how long something took keeps no state; an expiring cache refuses nobody.</para>
/// <para><b>References.</b> Turner, New Directions in Communications, 1986 (leaky bucket); RFC 2697, 1999.</para>
/// </remarks>
internal sealed class RateLimiterRule : ICodeRule
{
    private static readonly string[] Clocks =
    [
        "time",
        "monotonic",
        "perf_counter",
        "now",
        "utcnow",
        "GetTimestamp",
        "GetUtcNow",
        "loop.time",
        "get_event_loop.time",
        "time_ns",
        "monotonic_ns",
    ];

    public string Name => "rate_limiter";

    public string Title => "Rate Limiter";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Binary) || !unit.Has(FactKind.Call))
            return;
        var clock = Clock(unit);
        if (!clock.Exists())
            return;
        var state = WrittenState(unit, clock);
        if (state.Count == 0)
            return;
        var passed = Passed(unit, state, Moments(unit, clock));
        var decision = Decision(unit);
        if (!passed.Exists() || !decision.Exists())
            return;
        var refill = Loops.FirstCall(unit.Node, "min", "Min");
        var window = Window(unit, state);
        var wait = Loops.Wait(unit.Node);
        found
            .Match(this, unit)
            .Must("a clock is read", clock)
            .Must("time since a kept moment is reckoned", passed)
            .Must("a limit decides", decision)
            .Must("the kept state is written", state.Values.First())
            .Should(.15, "the caller waits", wait)
            .Should(.15, "tokens grow with time up to a bound", refill)
            .Should(.15, "moments are counted in a window", window)
            .Should(.10, "the caller is told no", Refusal(unit))
            .Named("rate", "limit", "throttle", "bucket")
            .Variant(
                refill.Exists() ? "token_bucket"
                : window.Exists() ? "window"
                : "interval"
            )
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Report();
    }

    private static FactNode Clock(ProjectUnit unit)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Call && node.ArgumentCount() <= 1 && node.Calls(Clocks))
                return node;
            if (node.Kind is FactKind.Attribute && node.Name is "UtcNow" or "Now")
                return node;
            if (
                node.Kind is FactKind.Call
                && node.ArgumentCount() == 0
                && IsInjectedClock(unit, node)
            )
                return node;
        }
        return default;
    }

    /// <summary>A kept callable without arguments whose answer is subtracted from.</summary>
    private static bool IsInjectedClock(ProjectUnit unit, FactNode call) =>
        call.Callee().IsOwnAttribute(unit, out _)
        && call.Parent.Kind is FactKind.Assign or FactKind.Binary
        && unit.Has(FactKind.Compare)
        && unit.EnclosingClass?.Shape.InjectionOf(call.CalleeName()!) is not null;

    /// <summary>Own or outer state that is written with the clock or what was made of it, by name.</summary>
    private static SortedDictionary<string, FactNode> WrittenState(ProjectUnit unit, FactNode clock)
    {
        var state = new SortedDictionary<string, FactNode>(StringComparer.Ordinal);
        var moments = Moments(unit, clock);
        foreach (var store in unit.Shape.Stores)
        {
            if (moments.Exists(m => store.Value.Mentions(m)) || IsRead(store.Node, clock))
                state.TryAdd(store.Attribute, store.Node);
        }
        foreach (var collect in unit.Shape.Collects)
        {
            if (
                collect.Kind is CollectKind.Add or CollectKind.Put or CollectKind.Set
                && collect.Value.Exists()
                && (
                    moments.Exists(m => collect.Value.Mentions(m))
                    || IsRead(collect.Value, clock)
                    || IsRead(collect.Node, clock)
                )
            )
                state.TryAdd(collect.Attribute, collect.Node);
        }
        return state;
    }

    /// <summary>Whether the same clock is read in the subtree.</summary>
    private static bool IsRead(FactNode node, FactNode clock)
    {
        for (var i = node.Index; i < node.End; i++)
        {
            if (node.Facts[i].IsSameAs(clock))
                return true;
        }
        return false;
    }

    /// <summary>Locals that hold a moment.</summary>
    private static List<string> Moments(ProjectUnit unit, FactNode clock)
    {
        var moments = new List<string>();
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } local
                && (IsRead(node, clock) || moments.Exists(m => node.Value().Mentions(m)))
            )
                moments.Add(local.NameOrEmpty());
        }
        return moments;
    }

    /// <summary>A subtraction or comparison that involves kept state.</summary>
    private static FactNode Passed(
        ProjectUnit unit,
        SortedDictionary<string, FactNode> state,
        List<string> moments
    )
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Binary
                && node.Name is "-"
                && MentionsState(unit, node, state)
            )
                return node;
        }
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Compare or FactKind.Binary
                && MentionsState(unit, node, state)
                && moments.Exists(m => node.Mentions(m))
                && unit.Shape.Collects.Count > 0
            )
                return node;
        }
        return default;
    }

    private static bool MentionsState(
        ProjectUnit unit,
        FactNode node,
        SortedDictionary<string, FactNode> state
    )
    {
        foreach (var name in state.Keys)
        {
            if (FirstUse.Mentions(node, unit, name))
                return true;
        }
        foreach (var other in unit.OwnNodes)
        {
            if (
                other.Kind is FactKind.Assign
                && other.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } local
                && node.Mentions(local.Name)
                && state.Keys.Any(k => FirstUse.Mentions(other.Value(), unit, k))
            )
                return true;
        }
        return false;
    }

    /// <summary>A comparison of order that decides a branch, a loop or the answer.</summary>
    private static FactNode Decision(ProjectUnit unit)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is not FactKind.Compare || node.Name is not ("<" or "<=" or ">" or ">="))
                continue;
            var branch = node.Ancestor(FactKind.If);
            var decides =
                branch.Exists()
                && branch.Child(FactRole.Test).Holds(node)
                && (Acts(branch.Body()) || Acts(branch.Child(FactRole.Else)));
            if (decides)
                return node;
        }
        return default;
    }

    private static bool Acts(FactNode block) =>
        block.Exists()
        && (Loops.Wait(block).Exists() || block.Contains(FactKind.Raise) || ReturnsAnswer(block));

    private static bool ReturnsAnswer(FactNode block)
    {
        for (var i = block.Index; i < block.End; i++)
        {
            if (
                block.Facts.Kinds[i] is FactKind.Return
                && block.Facts[i].Value() is { Facts: not null } value
                && (value.IsTrueOrFalse() || value.IsNull())
            )
                return true;
        }
        return false;
    }

    private static FactNode Window(ProjectUnit unit, SortedDictionary<string, FactNode> state)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                (
                    node.Calls("len", "builtins.len")
                    || node.Kind is FactKind.Attribute && node.Name is "Count" or "Length"
                ) && MentionsState(unit, node, state)
            )
                return node;
        }
        return default;
    }

    private static FactNode Refusal(ProjectUnit unit)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Raise
                || node.Kind is FactKind.Return
                    && node.Value().Exists()
                    && node.Value().Is(FactFlags.LiteralFalse)
            )
                return node;
        }
        return default;
    }
}
