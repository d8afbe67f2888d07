using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>A chain of which all links are of one class and differ by a value alone.</summary>
internal sealed partial class ChainOfResponsibilityRule
{
    /// <summary>Whoever hands on, and how the next one is set.</summary>
    private const int MostOfLink = 3;

    /// <summary>
    /// <c>if amount &lt;= self.limit: … else: self.next.approve(amount)</c>: the request is compared with what the link was made with, and
    /// who does not deal with it hands it on as it came.
    /// </summary>
    private bool FindOneClass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (
            owner.Subclasses.Count > 0
            || owner.Methods.Count(m => m.IsPublic) > MostOfLink
            // A tree or list that grows makes nodes of its own.
            || owner.Methods.Any(m => m.OwnCalls.Any(c => c.MadeClass(m) == owner.Unit))
        )
            return false;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method != forward.In.Name
                || !forward.In.IsPublic
                || owner.Shape.InjectionOf(forward.Attribute) is not { } next
                || owner.TypesOf(forward.Attribute).Any(t => t != unit)
                || HasSecond(owner, forward)
                || Request(forward) is not { } request
            )
                continue;
            var test = Comparison(owner, forward, request);
            if (!test.Exists() || !DealsWithIt(forward))
                continue;
            found
                .Match(this, unit)
                .Must("the next of its kind is kept", next.Node)
                .Must("the request is compared with what the link was made with", test)
                .Must("and handed on as it came", forward.Call)
                .Should(.15, "there may be no next one", MayBeAbsent(owner, forward.Attribute))
                .Named("chain", "handler", "successor", "next")
                .Variant("one_class")
                .Report();
            return true;
        }
        return false;
    }

    private static bool HasSecond(ProjectClass owner, ForwardFact forward) =>
        owner.Shape.Forwards.Exists(f =>
            f.Attribute != forward.Attribute && f.Method == forward.In.Name
        );

    /// <summary>The parameter that goes over unchanged; null for none.</summary>
    private static string? Request(ForwardFact forward)
    {
        foreach (var parameter in forward.In.Fact.Parameters)
        {
            if (!parameter.IsReceiver && forward.Call.HandsOver(parameter.Name))
                return parameter.Name;
        }
        return null;
    }

    /// <summary>A branch on more or less of the request than a given own value, in which the call stands or which leaves before it; or none.</summary>
    private static FactNode Comparison(ProjectClass owner, ForwardFact forward, string request)
    {
        foreach (var node in forward.In.OwnNodes)
        {
            if (
                node.Kind is FactKind.Compare
                && node.Name is { } sign
                && (sign.Contains('<') || sign.Contains('>'))
                && node.Role is FactRole.Test
                && node.Parent.Kind is FactKind.If
                && node.Mentions(request)
                && Given(owner, forward, node)
                && (
                    node.Parent.Holds(forward.Call)
                    || node.Parent.End <= forward.Call.Index && !node.Parent.Body().FallsThrough()
                )
            )
                return node;
        }
        return default;
    }

    private static bool Given(ProjectClass owner, ForwardFact forward, FactNode test)
    {
        for (var i = test.Index; i < test.End; i++)
        {
            if (
                test.Facts[i].IsOwnAttribute(forward.In, out var own)
                && own != forward.Attribute
                && owner.Shape.InjectionOf(own) is { In.IsConstructor: true }
            )
                return true;
        }
        return false;
    }

    /// <summary>It has work of its own to do, beyond handing on.</summary>
    private static bool DealsWithIt(ForwardFact forward)
    {
        foreach (var call in forward.In.OwnCalls)
        {
            if (
                call.CalleeName() != forward.Method
                && (call.IsDiscarded() || call.Parent.Kind is FactKind.Return)
            )
                return true;
        }
        return forward.In.Shape.Returns.Exists(r =>
            r.Value() is { Facts: not null } value
            && !value.Holds(forward.Call)
            && value.KindOf() is FactKind.InterpolatedString or FactKind.Binary
        );
    }
}
