using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds handlers in a row: each deals with a request or lets the next one try; also middleware and pipelines.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Who handles what is decided by order, and a new handler needs no change in the others.</para>
/// <para><b>Example.</b> <code>class Handler:
///     def __init__(self, successor=None):
///         self._successor = successor
///
///     def handle(self, request):
///         if not self.accepts(request) and self._successor:
///             return self._successor.handle(request)</code></para>
/// <para><b>Structure.</b> <c>linked</c>: the next of the own kind is kept, the call goes on to it under the same name behind a
/// condition, and several classes are links. <c>one_class</c>: links of one class that compare the request with a value of their own.
/// <c>functions</c>: each gets the next one and hands it all that it got. <c>pipeline</c>: a handler is wrapped in each of kept steps from the
/// last to the first, or a class that is made for it feeds the result of one into the next. <c>first_match</c>: a class that is made for it
/// asks one kept handler after another until one answers.</para>
/// <para><b>Limits.</b> A linked list or tree that walks itself has one class of nodes, not several handlers. A part that reports to its
/// whole, an operation that is handed in with its operands and an object with hooks in the middle of its work are none.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; Hohpe and Woolf, Enterprise Integration Patterns, 2003.</para>
/// </remarks>
internal sealed partial class ChainOfResponsibilityRule : ICodeRule
{
    /// <summary>One of this many public methods at least passes on; a handler has some of its own, a connection a whole vocabulary.</summary>
    private const int MostCalls = 4;

    /// <summary>What keeps handlers and asks them in turn is made for little else.</summary>
    private const int MostOperations = 4;

    public string Name => "chain_of_responsibility";

    public string Title => "Chain of Responsibility";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
        {
            if (!FindLinked(unit, owner, found) && !FindOneClass(unit, owner, found))
                FindFirstMatch(unit, owner, found);
        }
        else
        {
            if (unit.Has(FactKind.ForEach))
                FindPipeline(unit, found);
            FindFunctions(unit, found);
        }
    }

    /// <summary>Whether the wrapping is a link: the kept object may be absent, or the call goes on only behind a condition, in a row of several handlers.</summary>
    public static bool IsLink(ProjectClass owner, Wrapping wrapping) =>
        wrapping.Store.Source.Kind is OriginKind.Parameter
        && MayBeAbsent(owner, wrapping.Attribute)
        && Handlers(owner, wrapping).Count >= 2
        && Conditional(owner, wrapping).Exists();

    private bool FindLinked(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (
            Wrapping.Of(owner, asLink: true) is not { } wrapping
            || Wrapping.IsInherited(owner, asLink: true)
            || wrapping.Store.Source.Kind is not OriginKind.Parameter
            || !CanHoldAnyLink(owner, wrapping)
        )
            return false;
        var conditional = Conditional(owner, wrapping);
        var handlers = Handlers(owner, wrapping);
        if (!wrapping.IsAtLeast(owner, MostCalls))
            return false;
        if (
            !conditional.Exists()
            || handlers.Count < 2
            || !MayBeAbsent(owner, wrapping.Attribute) && !IsDecidedByStep(owner, wrapping)
        )
            return false;
        found
            .Match(this, unit)
            .Must("the next of its kind is kept", wrapping.Store.Node)
            .Must("the call goes on to it behind a condition", conditional)
            .Should(.15, "there may be no next one", MayBeAbsent(owner, wrapping.Attribute))
            .Should(.15, "a step that handlers give decides", IsDecidedByStep(owner, wrapping))
            .Should(.10, "several classes handle", handlers.Count >= 2)
            .Should(.10, "they share a base", Collaborators.ShareBase(handlers))
            .Named("chain", "handler", "successor", "next")
            .Variant("linked")
            .With(handlers.Select(h => h.Unit))
            .Report();
        return true;
    }

    /// <summary>
    /// Any link can stand before any other: declared, the next one is of a kind that the class itself is of. What is of one other class is
    /// the whole that a part reports to.
    /// </summary>
    private static bool CanHoldAnyLink(ProjectClass owner, Wrapping wrapping)
    {
        var declared = AttributeTypes.OfParameter(wrapping.Store.In, wrapping.Store.Source.Name);
        return declared.Count == 0 || declared.Any(d => owner.IsSubclassOf(d.Class!));
    }

    /// <summary>
    /// A conditional forward that hands on what the method itself got: without a request there is nothing to be responsible for. That
    /// there is a next one decides nothing; then subclasses must.
    /// </summary>
    private static FactNode Conditional(ProjectClass owner, Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            if (
                !IsChoice(forward, isAny: true)
                || !HandsOn(forward)
                || !Forwarding.IsLastAct(forward)
            )
                continue;
            if (
                IsChoice(forward, isAny: false)
                || GuardsOwnStep(owner, forward)
                || owner.Descendants().Any(d => DecidesItself(d, forward))
            )
                return forward.Call;
        }
        return default;
    }

    /// <summary><c>handled = self.process(request); if not handled: …</c>, with a step that two heirs at least give.</summary>
    private static bool IsDecidedByStep(ProjectClass owner, Wrapping wrapping) =>
        wrapping.Forwards.Exists(f =>
            f.Call.Ancestor(FactKind.If) is { Facts: not null } choice
            && f.In.Shape.SelfCalls.Exists(c =>
                owner.Descendants().Count(d => d.Method(c.Method) is not null) >= 2
                && (
                    choice.Child(FactRole.Test).Holds(c.Call)
                    || c.Call.Statement() is { Kind: FactKind.Assign } kept
                        && choice
                            .Child(FactRole.Test)
                            .Mentions(kept.Child(FactRole.Target).NameOf())
                )
            )
        );

    /// <summary>Whether the own share of the work is done depends on the request, and heirs give it: <c>if level >= self.level: self.write(text)</c>.</summary>
    private static bool GuardsOwnStep(ProjectClass owner, ForwardFact forward) =>
        forward.In.Shape.SelfCalls.Exists(c =>
            c.Call.Ancestor(FactKind.If) is { Facts: not null } guard
            && guard.Child(FactRole.Test) is var test
            && forward.In.Fact.Parameters.Any(p => !p.IsReceiver && test.Mentions(p.Name))
            && owner.Descendants().Count(d => d.Method(c.Method) is not null) >= 2
        );

    /// <summary>An heir hands on by the base's way behind a condition, or not at all; one that always does adds a layer instead.</summary>
    private static bool DecidesItself(ProjectClass heir, ForwardFact forward)
    {
        if (heir.Method(forward.In.Name) is not { } own)
            return false;
        var passing = own
            .Shape.SuperCalls.FindAll(c => c.Method == own.Name)
            .ConvertAll(c => c.Call);
        passing.AddRange(
            own.Shape.Forwards.FindAll(f => f.Attribute == forward.Attribute)
                .ConvertAll(f => f.Call)
        );
        return passing.Count == 0 || passing.Exists(c => Wrapping.IsConditional(own, c));
    }

    /// <summary>
    /// A branch decides whether it goes on, or a return before it; a refusal by an exception is a guard, and asking whether the kept
    /// object has such a method at all is about its kind.
    /// </summary>
    /// <param name="isAny">Whether asking if there is a next one counts.</param>
    private static bool IsChoice(ForwardFact forward, bool isAny)
    {
        var branch = forward.Call.Ancestor(FactKind.If);
        if (
            branch.Exists()
            && Loops.FirstCall(branch.Child(FactRole.Test), "hasattr") is { Facts: not null } asked
            && !asked.Argument(0).IsReceiver(forward.In)
        )
            return false;
        if (
            isAny
            && forward.Call.Callee().Exists()
            && forward.Call.Callee().Is(FactFlags.Conditional)
        )
            return true;
        for (
            var at = forward.Call;
            at.HasParent && at.Kind is not FactKind.Function;
            at = at.Parent
        )
        {
            if (
                at.Kind is FactKind.If or FactKind.Conditional
                && (isAny || IsAboutRequest(at.Child(FactRole.Test), forward))
            )
                return true;
            if (at.Kind is FactKind.Switch or FactKind.Boolean)
                return true;
        }
        foreach (var statement in forward.In.Node.Body().Steps())
        {
            if (statement.Index > forward.Call.Index)
                break;
            if (
                statement.Kind is FactKind.If
                && !statement.Body().FallsThrough()
                && statement.Body().Contains(FactKind.Return)
                && (isAny || IsAboutRequest(statement.Child(FactRole.Test), forward))
            )
                return true;
        }
        return false;
    }

    /// <summary>The test asks for more than whether there is a next one.</summary>
    private static bool IsAboutRequest(FactNode test, ForwardFact forward)
    {
        for (var i = test.Index; i < test.End; i++)
        {
            var node = test.Facts[i];
            if (
                node.Kind is FactKind.Name
                && node.Role is not FactRole.Callee
                && !node.IsName(forward.In.Receiver)
                && node.Name != forward.Attribute
            )
                return true;
            if (node.IsOwnAttribute(forward.In, out var asked) && asked != forward.Attribute)
                return true;
        }
        return false;
    }

    private static bool HandsOn(ForwardFact forward)
    {
        foreach (var parameter in forward.In.Fact.Parameters)
        {
            if (!parameter.IsReceiver && forward.Call.Mentions(parameter.Name))
                return true;
        }
        return false;
    }
}
