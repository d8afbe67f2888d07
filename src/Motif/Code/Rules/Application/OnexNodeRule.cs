namespace Motif.Code.Rules.Application;

/// <summary>Finds nodes of ONEX: effects, computes, reducers and orchestrators.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Each kind may do one thing: an effect talks to the outside, a compute is pure, a reducer folds events
/// into state, an orchestrator runs the others. A node that does what another kind does cannot be replaced or replayed.</para>
/// <para><b>Example.</b> <code>class NodeHashCompute(NodeCompute):
///     async def execute_compute(self, contract):
///         return {"hash": digest(contract["data"])}</code></para>
/// <para><b>Structure.</b> A class that can be instantiated, derives from the framework's base of a kind, own or external, and
/// executes a contract; what it does is held against what its kind may do.</para>
/// <para><b>Limits.</b> The bases themselves are ports. A class that only bears the suffix is none.</para>
/// <para><b>References.</b> The ONEX four-node architecture.</para>
/// </remarks>
internal sealed class OnexNodeRule : ICodeRule
{
    private static readonly (string Base, string Variant, string[] Methods)[] Kinds =
    [
        ("NodeEffect", "effect", ["execute_effect", "ExecuteEffect", "ExecuteEffectAsync"]),
        ("NodeCompute", "compute", ["execute_compute", "ExecuteCompute", "ExecuteComputeAsync"]),
        (
            "NodeReducer",
            "reducer",
            ["execute_reduction", "ExecuteReduction", "ExecuteReductionAsync"]
        ),
        (
            "NodeOrchestrator",
            "orchestrator",
            ["execute_orchestration", "ExecuteOrchestration", "ExecuteOrchestrationAsync"]
        ),
    ];

    public string Name => "onex_node";

    public string Title => "ONEX Node";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.IsAbstract || owner.Bases.Count + owner.ExternalBases.Count == 0)
            return;
        foreach (var (name, variant, methods) in Kinds)
        {
            if (!Derives(owner, name) || Execution(owner, methods) is not { } execution)
                continue;
            found
                .Match(this, unit)
                .Must($"it derives from {name}", unit.Node)
                .Must("it executes a contract", execution.Node)
                .Should(.20, Doing(variant), DoesIt(variant, owner, execution))
                .Named(variant)
                .Variant(variant)
                .Report();
            return;
        }
    }

    private static bool Derives(ProjectClass owner, string name)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (ancestor != owner && IsBase(ancestor.Name, name))
                return true;
            foreach (var external in ancestor.ExternalBases)
            {
                if (IsBase(external[(external.LastIndexOf('.') + 1)..], name))
                    return true;
            }
        }
        return false;
    }

    /// <summary><c>NodeEffect</c>, <c>NodeEffectService</c>, <c>BaseNodeEffect</c>.</summary>
    private static bool IsBase(string written, string name) =>
        written == name || written == $"{name}Service" || written == $"Base{name}";

    private static ProjectUnit? Execution(ProjectClass owner, string[] methods)
    {
        foreach (var name in methods)
        {
            if (owner.Method(name) is { IsHook: false } method)
                return method;
        }
        return null;
    }

    private static string Doing(string variant) =>
        variant switch
        {
            "effect" => "it calls something outside",
            "compute" => "it keeps and awaits nothing",
            "reducer" => "it goes through what happened",
            _ => "it runs several others",
        };

    private static bool DoesIt(string variant, ProjectClass owner, ProjectUnit execution) =>
        variant switch
        {
            "effect" => execution.Has(FactKind.Await) || execution.Shape.Forwards.Count > 0,
            "compute" => !execution.Has(FactKind.Await) && execution.Shape.Stores.Count == 0,
            "reducer" => execution.HasLoop || execution.Has(FactKind.Comprehension),
            _ => owner
                .Shape.Forwards.Where(f => f.Method is not null)
                .Select(f => f.Attribute)
                .Distinct(StringComparer.Ordinal)
                .Count() >= 2,
        };
}
