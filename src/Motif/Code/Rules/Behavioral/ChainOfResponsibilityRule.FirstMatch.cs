namespace Motif.Code.Rules.Behavioral;

/// <summary>Handlers that are asked in turn until one answers.</summary>
internal sealed partial class ChainOfResponsibilityRule
{
    /// <summary>The loop, and what is said when nobody answered.</summary>
    private const int MostStatements = 4;

    /// <summary>A method that goes through kept handlers and returns the first answer.</summary>
    private void FindFirstMatch(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Methods.Count(m => m.IsPublic) > MostOperations)
            return;
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (!call.InLoop || !IsHandedRequest(call) || !IsAllItDoes(call))
                continue;
            var answer = Answer(call.Call);
            var kept = Kept(owner, call.Attribute);
            if (!answer.Exists() || !kept.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("handlers are kept in order", kept)
                .Must("one after another is asked", call.Call)
                .Must("the first answer is given back", answer)
                .Should(.10, "handlers are added from outside", kept)
                .Should(.05, "handlers answer by a common method", call.Method is not null)
                .Named("chain", "handler", "middleware")
                .Variant("first_match")
                .Report();
            return;
        }
    }

    /// <summary>Each handler gets what the caller gave.</summary>
    private static bool IsHandedRequest(ElementCallFact call) =>
        call.In.Fact.Parameters.Any(p => !p.IsReceiver && call.Call.HandsOver(p.Name));

    /// <summary>Before the handlers are asked nothing else answers, and nothing is done with the answer but to give it back.</summary>
    private static bool IsAllItDoes(ElementCallFact call)
    {
        var loop = call.Call.EnclosingLoop();
        return loop.Exists()
            && call.In.Node.Body().StatementCount() <= MostStatements
            && !loop.Parent.EnclosingLoop().Exists();
    }

    private static FactNode Kept(ProjectClass owner, string attribute) =>
        owner.Shape.GivenTo(attribute, CollectKind.Add)?.Node
        ?? owner.Shape.InjectionOf(attribute)?.Node
        ?? default;

    /// <summary>A return in the loop of what the call gave, behind a test of it.</summary>
    private static FactNode Answer(FactNode call)
    {
        var loop = call.EnclosingLoop();
        var assign = call.Parent.Kind is FactKind.Await ? call.Parent.Parent : call.Parent;
        if (
            !loop.Exists()
            || assign.Kind is not FactKind.Assign
            || assign.Child(FactRole.Target) is not { Facts: not null, Kind: FactKind.Name } local
        )
            return default;
        for (var i = call.Index; i < loop.End; i++)
        {
            var node = call.Facts[i];
            if (
                node.Kind is FactKind.Return
                && node.Value().Exists()
                && node.Value().Bare().IsName(local.Name)
                && node.Ancestor(FactKind.If) is { Facts: not null } test
                && test.Child(FactRole.Test).Mentions(local.Name)
            )
                return node;
        }
        return default;
    }
}
