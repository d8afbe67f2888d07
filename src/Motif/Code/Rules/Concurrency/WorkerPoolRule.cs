using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Concurrency;

/// <summary>Finds work that is spread over tasks, threads or processes and gathered again.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> N waits take as long as the longest; N computations as long as the machine has cores.</para>
/// <para><b>Example.</b> <code>async def fetch_all(urls):
///     return await asyncio.gather(*(fetch(url) for url in urls))</code></para>
/// <para><b>Structure.</b> Tasks are made for many elements (in a loop, a comprehension or a map) and waited for together: gather, a
/// task group, an executor's map or submit, started and joined threads, a loop of workers on a queue; WhenAll and the Parallel
/// class in .NET.</para>
/// <para><b>Limits.</b> Awaiting one after the other in a loop is no fan-out; nor is starting one background thread.</para>
/// <para><b>References.</b> Schmidt et al., Pattern-Oriented Software Architecture 2, 2000; PEP 3148, 2009; Smith, Notes on structured
/// concurrency, 2018.</para>
/// </remarks>
internal sealed class WorkerPoolRule : ICodeRule
{
    public string Name => "worker_pool";

    public string Title => "Fan-Out";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Call))
            return;
        _ = FindGather(unit, found) || FindSubmit(unit, found) || FindThreads(unit, found);
    }

    private bool FindGather(ProjectUnit unit, RuleFindings found)
    {
        foreach (var node in unit.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || !node.Calls(
                    "asyncio.gather",
                    "asyncio.wait",
                    "asyncio.as_completed",
                    "anyio.gather",
                    "System.Threading.Tasks.Task.WhenAll",
                    "Task.WhenAll",
                    "Task.WhenAny",
                    "Promise.all",
                    "Promise.allSettled",
                    "trio_util.gather"
                )
            )
                continue;
            var perElement = PerElement(unit, node);
            // The first of two is a race, most often with a clock.
            if (
                node.CalleeName() is "WhenAny"
                && (node.ArgumentCount() > 1 || !perElement.Exists())
            )
                continue;
            // C#: two or three named tasks that are waited for together are a join.
            if (unit.File.IsCSharp && !perElement.Exists())
                continue;
            var many =
                node.ArgumentCount() >= 2
                || node.Argument(0)
                    is {
                        Facts: not null,
                        Kind: FactKind.Starred
                            or FactKind.Comprehension
                            or FactKind.Name
                            or FactKind.Call
                    };
            Begin(unit, node.CalleeName() is "as_completed" ? "as_completed" : "gather", found)
                .Must("many tasks are waited for together", node)
                .Must("there are several", many)
                .Should(.15, "one for each element", perElement)
                .Should(.10, "the results are used", node.IsDiscarded() ? default : node)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>A comprehension, loop or Select that makes the tasks.</summary>
    private static FactNode PerElement(ProjectUnit unit, FactNode gather)
    {
        var inside = Spread(gather);
        if (inside.Exists())
            return inside;
        var tasks = gather.Argument(0);
        tasks = tasks.IsKind(FactKind.Starred) ? tasks.Value() : tasks;
        if (tasks.NameOf() is not { } name || !tasks.IsKind(FactKind.Name))
            return default;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(name)
                && Spread(node) is { Facts: not null } made
            )
                return made;
            if (node.Kind is FactKind.ForEach or FactKind.While && node.Body().Mentions(name))
                return node;
        }
        return default;
    }

    /// <summary>A comprehension or a call that makes one of each.</summary>
    private static FactNode Spread(FactNode node)
    {
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = node.Facts[i];
            if (
                inner.Kind is FactKind.Comprehension
                || inner.Kind is FactKind.Call && inner.CalleeName() is "Select" or "map"
            )
                return inner;
        }
        return default;
    }

    /// <summary>An executor, pool or task group that is given many tasks.</summary>
    private bool FindSubmit(ProjectUnit unit, RuleFindings found)
    {
        foreach (var node in unit.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || node.Callee() is not { Facts: not null, Kind: FactKind.Attribute }
            )
                continue;
            var method = node.CalleeName();
            var isMap = method is "map" or "imap" or "imap_unordered" or "starmap" or "map_async";
            var isSubmit =
                method
                is "submit"
                    or "create_task"
                    or "start_soon"
                    or "apply_async"
                    or "ensure_future"
                    or "spawn";
            var isParallel =
                method is "ForEach" or "ForEachAsync" or "Invoke" or "For"
                && node.CalleeText()?.Contains("Parallel", StringComparison.Ordinal) == true;
            if (!isMap && !isSubmit && !isParallel)
                continue;
            var pool = Pool(unit, node.CalledObject());
            var looped =
                isSubmit && (node.EnclosingLoop().Exists() || node.IsUnder(FactKind.Comprehension));
            if (
                !isParallel
                && (!pool.Exists() || !isMap && !looped)
                && !(looped && method is "create_task" && Gathered(unit))
            )
                continue;
            Begin(unit, isParallel ? "parallel" : Kind(pool), found)
                .Must("work is handed to several workers", node)
                .Should(.15, "one task for each element", true)
                .Should(.10, "by a pool that is waited for", pool.Exists() ? pool : node)
                .Should(.05, "the results are used", node.IsDiscarded() ? default : node)
                .Report();
            return true;
        }
        return false;
    }

    private static bool Gathered(ProjectUnit unit)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Calls("gather", "wait", "as_completed")
                || node.Kind is FactKind.Await && node.EnclosingLoop().Exists()
            )
                return true;
        }
        return false;
    }

    private static string Kind(FactNode pool) =>
        !pool.Exists() ? "tasks"
        : pool.CalleeText() is { } text && text.Contains("Group", StringComparison.Ordinal)
        || pool.CalleeName() is "open_nursery" or "create_task_group"
            ? "task_group"
        : "executor";

    /// <summary>The call that made the pool behind the name: an executor, a pool of processes, a task group.</summary>
    private static FactNode Pool(ProjectUnit unit, FactNode target)
    {
        if (!target.Exists())
            return default;
        if (target.Kind is FactKind.Call && IsPool(target))
            return target;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsSameAs(target)
                && node.Value().Bare() is { Facts: not null, Kind: FactKind.Call } made
                && IsPool(made)
            )
                return made;
        }
        if (unit.EnclosingClass is { } owner && target.IsOwnAttribute(unit, out var attribute))
        {
            foreach (var store in owner.Shape.Stores)
            {
                if (
                    store.Attribute == attribute
                    && store.Value.Bare().IsKind(FactKind.Call)
                    && IsPool(store.Value.Bare())
                )
                    return store.Value.Bare();
            }
        }
        return default;
    }

    private static bool IsPool(FactNode call) =>
        call.CalleeName()
            is "ThreadPoolExecutor"
                or "ProcessPoolExecutor"
                or "Pool"
                or "ThreadPool"
                or "TaskGroup"
                or "create_task_group"
                or "open_nursery"
                or "InterpreterPoolExecutor";

    /// <summary>Threads or processes made in a loop, started, and joined in another; or worker functions on a queue.</summary>
    private bool FindThreads(ProjectUnit unit, RuleFindings found)
    {
        FactNode made = default,
            started = default,
            joined = default;
        foreach (var node in unit.OwnCalls)
        {
            if (node.Kind is not FactKind.Call)
                continue;
            var isMany = node.EnclosingLoop().Exists() || node.IsUnder(FactKind.Comprehension);
            if (
                isMany
                && node.Calls(
                    "threading.Thread",
                    "multiprocessing.Process",
                    "Thread",
                    "Process",
                    "Task.Run",
                    "asyncio.create_task"
                )
            )
                made = node;
            else if (isMany && node.CalleeName() is "start" or "Start")
                started = node;
            else if (
                isMany
                && node.CalleeName() is "join" or "Join"
                && node.ArgumentCount() <= 1
                && !node.CalledObject().IsKind(FactKind.Literal)
                && !node.Calls("os.path.join", "posixpath.join", "ntpath.join")
            )
                joined = node;
        }
        if (!made.Exists() || (!started.Exists() && !made.Calls("asyncio.create_task", "Task.Run")))
            return false;
        var queue = Loops.FirstCall(
            unit.Node,
            "Queue",
            "queue.Queue",
            "asyncio.Queue",
            "Channel.CreateBounded"
        );
        Begin(unit, "threads", found)
            .Must("several workers are made", made)
            .Must("and started", started.Exists() ? started : made)
            .Must(
                joined.Exists() ? "they are waited for" : "a queue stands between them",
                joined.Exists() ? joined : queue
            )
            .Should(.20, "nothing goes on before they are done", joined)
            .Should(.15, "there is a queue", queue)
            .Report();
        return true;
    }

    private RuleMatchBuilder Begin(ProjectUnit unit, string variant, RuleFindings found) =>
        found
            .Match(this, unit)
            .Variant(variant)
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Modifier(
                "bounded",
                Loops
                    .FirstCall(
                        unit.Node,
                        "Semaphore",
                        "asyncio.Semaphore",
                        "BoundedSemaphore",
                        "SemaphoreSlim"
                    )
                    .Exists()
            )
            .Named("parallel", "concurrent", "worker", "pool", "all", "batch");
}
