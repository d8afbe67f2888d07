using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Concurrency;

/// <summary>Finds asynchronous functions with a recognisable role.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What waits, and for what, decides how a program behaves under load; such functions are what most
/// asynchronous code consists of.</para>
/// <para><b>Example.</b> <code>async def fetch(session, url):
///     async with session.get(url) as response:
///         return await response.json()</code></para>
/// <para><b>Structure.</b> An asynchronous function that waits, and: a route's handler by its decorator (<c>handler</c>); under a
/// time limit (<c>timeout</c>); a loop without end that waits each round (<c>background_loop</c>); a worker on a queue
/// (<c>queue_worker</c>); blocking work moved to a thread (<c>offload</c>); a resource in an asynchronous with (<c>resource</c>);
/// an asynchronous generator (<c>stream</c>); a sequence of awaited steps (<c>workflow</c>); one awaited call (<c>call</c>).</para>
/// <para><b>Limits.</b> Without a wait it is no asynchronous work, whatever its keyword.</para>
/// <para><b>References.</b> PEP 492, 2015; Cleary, Concurrency in C# Cookbook, 2nd ed. 2019.</para>
/// </remarks>
internal sealed class AsyncFunctionRule : ICodeRule
{
    public string Name => "async_function";

    public string Title => "Asynchronous Function";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Fact.Has(UnitTraits.Async) || unit.Fact.Has(UnitTraits.Test))
            return;
        FactNode waited = default;
        var waits = 0;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Await
                || node.Kind is FactKind.With or FactKind.ForEach && node.Is(FactFlags.Async)
            )
            {
                waited = waited.Exists() ? waited : node;
                waits++;
            }
        }
        if (waits == 0)
            return;
        var (role, where) = Role(unit, waits, waited);
        found
            .Match(this, unit)
            .Must("it waits", waited)
            .Should(.20, "it has a role", where)
            .Should(.05, "what it gives is declared", unit.Fact.Returns is not null)
            .Should(.05, "failures are handled", unit.Node.Body().First(FactKind.Handler))
            .Variant(role)
            .Report();
    }

    private static (string Role, FactNode Where) Role(ProjectUnit unit, int waits, FactNode waited)
    {
        if (IsHandler(unit))
            return ("handler", unit.Node);
        if (unit.Fact.Has(UnitTraits.Generator))
            return ("stream", unit.Node);
        FactNode resource = default;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Calls(
                    "asyncio.wait_for",
                    "asyncio.timeout",
                    "async_timeout.timeout",
                    "anyio.fail_after",
                    "anyio.move_on_after",
                    "WaitAsync"
                )
            )
                return ("timeout", node);
            if (
                node.Calls(
                    "asyncio.to_thread",
                    "run_in_executor",
                    "run_sync",
                    "asgiref.sync.sync_to_async",
                    "sync_to_async",
                    "Task.Run"
                )
            )
                return ("offload", node);
            if (node.Kind is FactKind.While && node.IsEndless() && node.Contains(FactKind.Await))
                return (
                    Loops
                        .FirstCall(
                            node,
                            "get",
                            "ReadAsync",
                            "receive",
                            "recv",
                            "getone",
                            "DequeueAsync"
                        )
                        .Exists()
                        ? "queue_worker"
                        : "background_loop",
                    node
                );
            if (node.Kind is FactKind.With && node.Is(FactFlags.Async))
                resource = node;
        }
        if (resource.Exists())
            return ("resource", resource);
        return waits >= 2 ? ("workflow", waited) : ("call", waited);
    }

    /// <summary>A decorator with a verb or event of the known frameworks.</summary>
    private static bool IsHandler(ProjectUnit unit) =>
        unit.IsDecoratedWith(
            "get",
            "post",
            "put",
            "delete",
            "patch",
            "route",
            "websocket",
            "on_event",
            "middleware",
            "message_handler",
            "event",
            "command",
            "listener",
            "HttpGet",
            "HttpPost",
            "HttpPut",
            "HttpDelete",
            "subscriber",
            "task"
        );
}
