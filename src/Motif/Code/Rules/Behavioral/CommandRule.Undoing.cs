using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Requests that are told without their invoker: a class that does and undoes, and functions that are made to be run later.</summary>
internal sealed partial class CommandRule
{
    private const int MaxMethods = 4;

    /// <summary>
    /// One class of requests: of two methods without arguments one takes back what the other does, by the same calls with what the
    /// constructor was given, and callers run both.
    /// </summary>
    private bool FindUndoing(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Methods.Count is < 3 or > MaxMethods + 2)
            return false;
        var open = owner
            .Methods.Where(m =>
                m.IsPublic && m.Fact.Kind is UnitKind.Method && m.Fact.Parameters.Count <= 1
            )
            .ToList();
        for (var i = 1; i < open.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var shared = SharedCall(owner, open[j], open[i]);
                if (!shared.Exists() || open[i].Shape.CallsSelf(open[j].Name))
                    continue;
                var run = RunBy(owner, open[j].Name);
                var undone = RunBy(owner, open[i].Name);
                if (!run.Exists() || !undone.Exists())
                    continue;
                found
                    .Match(this, unit)
                    .Must("it does what it was made with", shared)
                    .Must("another method takes it back by the same call", open[i].Node)
                    .Must("callers run it", run)
                    .Should(.20, "and undo it", undone)
                    .Named("command", "action", "operation", "task")
                    .Modifier("undo")
                    .Variant("undoing")
                    .Report();
                return true;
            }
        }
        return false;
    }

    /// <summary>A call that both methods make, of the same own step or of the same given object, with something given as argument; or none.</summary>
    private static FactNode SharedCall(ProjectClass owner, ProjectUnit first, ProjectUnit second)
    {
        foreach (var one in first.OwnCalls)
        {
            if (!IsWithGiven(owner, first, one))
                continue;
            foreach (var other in second.OwnCalls)
            {
                if (
                    one.Callee().IsSameAs(other.Callee())
                    && !one.IsSameAs(other)
                    && IsWithGiven(owner, second, other)
                    && (IsOwnCall(first, one) || IsTurnedRound(one, other))
                )
                    return one;
            }
        }
        // What one does the other undoes: deposit and withdraw stand in both, each way round.
        foreach (var one in first.OwnCalls)
        {
            if (
                IsWithGiven(owner, first, one)
                && second.OwnCalls.Any(o =>
                    one.IsSameAs(o)
                    && first.OwnCalls.Length > 1
                    && one.IsUnder(FactKind.If)
                    && o.IsUnder(FactKind.If)
                )
            )
                return one;
        }
        return default;
    }

    private static bool IsOwnCall(ProjectUnit method, FactNode call) =>
        call.CalledObject() is var target
        && (target.IsReceiver(method) || target.IsOwnAttribute(method, out _));

    /// <summary>A library's function with the same two arguments the other way round.</summary>
    private static bool IsTurnedRound(FactNode one, FactNode other) =>
        one.ArgumentCount() == 2
        && one.Argument(0).IsSameAs(other.Argument(1))
        && one.Argument(1).IsSameAs(other.Argument(0));

    /// <summary>A call of an own step or of a given object's method with a given attribute.</summary>
    private static bool IsWithGiven(ProjectClass owner, ProjectUnit method, FactNode call)
    {
        if (
            call.Callee() is not { Facts: not null, Kind: FactKind.Attribute } callee
            || callee.Child(FactRole.Object) is var target
                && !target.IsReceiver(method)
                && !(target.IsOwnAttribute(method, out var held) && IsGiven(owner, held))
                // A function of a library, which takes the names the other way round.
                && !(
                    target.IsKind(FactKind.Name)
                    && call.ArgumentCount() == 2
                    && (call.Resolved ?? callee.Resolved) is { } resolved
                    && method.File.Project.Find(resolved) is null
                )
        )
            return false;
        foreach (var child in call.Children())
        {
            if (
                child.Role is FactRole.Argument
                && child.Bare().IsOwnAttribute(method, out var given)
                && IsGiven(owner, given)
            )
                return true;
        }
        return false;
    }

    /// <summary>A call without arguments of that method on some object outside the class, whose answer is not used; or none.</summary>
    private static FactNode RunBy(ProjectClass owner, string method)
    {
        var file = owner.Unit.File;
        foreach (var call in file.MethodCalls(method))
        {
            if (call.ArgumentCount() == 0 && call.IsDiscarded() && !owner.Unit.Node.Holds(call))
                return call;
        }
        foreach (var call in owner.Method(method)?.Calls ?? [])
        {
            if (call.ArgumentCount() == 0 && call.IsDiscarded())
                return call;
        }
        return default;
    }

    /// <summary>Functions without parameters that makers return, kept in a collection and run later.</summary>
    private void FindClosures(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (call.Method is not null || !call.Call.IsDiscarded())
                continue;
            if (call.Call.ArgumentCount() > 0)
            {
                if (FindDeferred(unit, owner, call, found))
                    return;
                continue;
            }
            var kept = owner.Shape.Collects.Find(c =>
                c.Attribute == call.Attribute
                && (
                    c.Kind is CollectKind.Add
                    || c.Kind is CollectKind.Put
                        && (c.Source.Kind is OriginKind.Parameter || c.Value.IsKind(FactKind.Call))
                )
            );
            var makers = unit.File.Units.Where(MakesRequest).Take(2).ToList();
            if (kept.In is null || makers.Count < 2)
                continue;
            found
                .Match(this, unit)
                .Must("an invoker keeps the request", kept.Node)
                .Must("and runs it", call.Call)
                .Must("requests are made to act on what their makers were given", makers[0].Node)
                .Should(.15, "running needs no arguments", true)
                .Named("command", "action", "invoker", "task")
                .Variant("closure")
                .With(makers)
                .Report();
            return;
        }
    }

    /// <summary><c>self.steps.append((function, args))</c>, run as <c>function(*args)</c>, with methods of receivers handed in.</summary>
    private bool FindDeferred(
        ProjectUnit unit,
        ProjectClass owner,
        ElementCallFact call,
        RuleFindings found
    )
    {
        var kept = owner.Shape.Collects.Find(c =>
            c.Attribute == call.Attribute
            && c.Kind is CollectKind.Add
            && c.Value.IsKind(FactKind.Collection)
        );
        if (kept.In is null || !call.Call.Argument(0).IsKind(FactKind.Starred))
            return false;
        FactNode handed = default;
        var requests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var add in kept.In.Calls.Concat(unit.File.MethodCalls(kept.In.Name)))
        {
            if (
                add.Argument(0) is { Facts: not null, Kind: FactKind.Attribute } bound
                && requests.Add(bound.NameOrEmpty())
            )
                handed = add;
        }
        if (requests.Count < 2 || !ReferenceEquals(handed.Facts, unit.File.Facts))
            return false;
        found
            .Match(this, unit)
            .Must("an invoker keeps the call with what it needs", kept.Node)
            .Must("and makes it later", call.Call)
            .Must("methods of receivers are handed in", handed)
            .Should(.15, "several different ones", true)
            .Named("command", "action", "invoker", "task")
            .Variant("deferred")
            .Report();
        return true;
    }

    /// <summary>A function that returns a function without parameters inside it, which calls something that the outer one was given.</summary>
    private static bool MakesRequest(ProjectUnit maker) =>
        maker is { IsFunction: true, Owner: null }
        && maker.Members.Any(inner =>
            inner.IsFunction
            && inner.Fact.Parameters.Count == 0
            && inner.Shape.Forwards.Exists(f => f.IsOuter && maker.HasParameter(f.Attribute))
            && maker.Shape.Returns.Exists(r => r.Mentions(inner.Name))
        );
}
