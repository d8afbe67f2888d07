namespace Motif.Code.Rules.Resources;

/// <summary>Finds objects and generators that set something up and take it down again around a block.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What is acquired is released on every way out, also when an exception flies.</para>
/// <para><b>Example.</b> <code>@contextmanager
/// def opened(path):
///     file = open(path)
///     try:
///         yield file
///     finally:
///         file.close()</code></para>
/// <para><b>Structure.</b> A class with both <c>__enter__</c> and <c>__exit__</c> (or their async twins); a generator under
/// <c>contextlib.contextmanager</c>; in C# a class that implements IDisposable with a Dispose that does something.</para>
/// <para><b>Limits.</b> Using a context manager in a <c>with</c> is not being one.</para>
/// <para><b>References.</b> PEP 343, 2005; .NET Framework Design Guidelines, Dispose Pattern.</para>
/// </remarks>
internal sealed class ContextManagerRule : ICodeRule
{
    public string Name => "context_manager";

    public string Title => "Context Manager";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindClass(unit, owner, found);
        else if (unit.Fact.Decorators.Count > 0)
            FindGenerator(unit, found);
    }

    private void FindClass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var enter = owner.Method("__enter__") ?? owner.Method("__aenter__");
        var exit = owner.Method("__exit__") ?? owner.Method("__aexit__");
        if (enter is not null && exit is not null)
            found
                .Match(this, unit)
                .Must("it is entered", enter.Node)
                .Must("it is left", exit.Node)
                .Not(enter.IsAbstract && exit.IsAbstract)
                .Should(.20, "leaving releases or records something", FirstEffect(exit))
                .Should(
                    .10,
                    "entering gives the resource",
                    enter.Node.Body().First(FactKind.Return)
                )
                .Modifier("async", enter.Name == "__aenter__")
                .Named("context", "session", "scope")
                .Variant("class")
                .Report();
        else if (IsDisposable(owner) && Dispose(owner) is { } dispose)
            found
                .Match(this, unit)
                .Must("it implements the disposal protocol", unit.Node)
                .Must("disposing does something", FirstEffect(dispose))
                .Should(.20, "the disposal is its own", dispose.Node)
                .Named("scope", "session")
                .Variant("disposable")
                .Report();
    }

    private static bool IsDisposable(ProjectClass owner) =>
        owner.HasExternalBase("IDisposable", "IAsyncDisposable");

    private static ProjectUnit? Dispose(ProjectClass owner) =>
        owner.Method("Dispose") ?? owner.Method("DisposeAsync");

    /// <summary>A call or assignment in the method, or none.</summary>
    private static FactNode FirstEffect(ProjectUnit method)
    {
        var body = method.Node.Body();
        var call = body.First(FactKind.Call);
        return call.Exists() ? call : body.First(FactKind.Assign);
    }

    private void FindGenerator(ProjectUnit unit, RuleFindings found)
    {
        if (
            !unit.IsDecoratedWith(
                "contextlib.contextmanager",
                "contextlib.asynccontextmanager",
                "contextmanager",
                "asynccontextmanager"
            ) || !unit.Has(FactKind.Yield)
        )
            return;
        FactNode yielded = default;
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Yield)
                yielded = node;
        }
        found
            .Match(this, unit)
            .Must("contextlib makes it a context manager", unit.Node)
            .Must("the block runs where it yields", yielded)
            .Should(.20, "the block is guarded by try or with", Guard(yielded))
            .Should(
                .10,
                "something happens around the block",
                unit.Node.Body().StatementCount() > 1
            )
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Variant("generator")
            .Report();
    }

    private static FactNode Guard(FactNode yielded)
    {
        var guard = yielded.Ancestor(FactKind.Try);
        return guard.Exists() ? guard : yielded.Ancestor(FactKind.With);
    }
}
