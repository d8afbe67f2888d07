using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds objects through which others talk, so that they need not know each other.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> N objects know one mediator instead of N − 1 others; the rules of their interplay stand in one
/// place.</para>
/// <para><b>Example.</b> <code>class User:
///     def say(self, text):
///         self._room.send(self, text)
///
/// class Room:
///     def send(self, sender, text):
///         for user in self._users:
///             if user is not sender:
///                 user.receive(text)</code></para>
/// <para><b>Structure.</b> Colleagues keep the mediator and hand themselves to one of its methods; that method, or what it calls,
/// calls colleagues or uses the one who spoke; there are several colleagues: kept one by one, in a collection, or of one base.</para>
/// <para><b>Limits.</b> Handing oneself over to be registered is half of an observer. One colleague makes a callback;
/// a wrapper passes calls on under their own name; who is asked for an answer to go on with is a helper; parts that report to their
/// owner alone have none between them.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class MediatorRule : ICodeRule
{
    /// <summary>What only shows who said what has nothing else to do.</summary>
    private const int MaxRoom = 3;

    public string Name => "mediator";

    public string Title => "Mediator";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (
            owner.Methods.Count == 0
            || owner.IsException
            || owner.IsInterface
            || unit.File.Classes.Count < 2
        )
            return;
        if (!FindHandedOver(unit, owner, found))
            FindBothWays(unit, owner, found);
    }

    private bool FindHandedOver(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var before = found.Matches.Count;
        var colleagues = new List<ProjectClass>();
        var speakers = new HashSet<ProjectClass>();
        ForwardFact? spoken = null;
        foreach (var call in unit.File.HandedToHeld)
        {
            if (call.In.EnclosingClass is not { } candidate || !Speaks(call, candidate, owner))
                continue;
            spoken ??= call;
            speakers.Add(candidate);
            foreach (var colleague in candidate.Descendants().Prepend(candidate))
            {
                if (!colleagues.Contains(colleague))
                    colleagues.Add(colleague);
            }
        }
        if (spoken is not { } first)
            return false;
        var answer = CallsBack(owner, first, colleagues);
        var manyKept = KeepsMany(owner, colleagues) || KeepsSender(owner, first);
        if (colleagues.Count < 2 && !manyKept && !PassesMessage(owner, first, answer))
            return false;
        found
            .Match(this, unit)
            .Must("a colleague hands itself to the mediator", first.Call)
            .Must("the mediator calls or uses colleagues", answer)
            .Not(owner.FindMethod(first.Method!) is { } method && IsRegistration(method))
            .Not(speakers.Count < 2 && !manyKept && answer.KindOf() is not FactKind.Function)
            // An owner's inner step, or one who takes what his only kind of part reports: nobody else hears of it.
            .Not(first.Method!.StartsWith('_'))
            .Not(
                answer.KindOf() is FactKind.Function
                    && owner.Methods.Count(m => m.IsPublic) > MaxRoom
            )
            .Not(speakers.Count < 2 && IsAnsweredAlone(owner, first, answer))
            .Not(speakers.Count < 2 && IsSomethingElse(owner) && !IsToldOthers(answer))
            .Should(.15, "there are several colleagues", true)
            .Should(.10, "colleagues keep the mediator", true)
            .Should(.05, "colleagues share a base", Collaborators.ShareBase(colleagues))
            .Named("mediator", "room", "tower", "controller", "colleague")
            .With(colleagues.Select(c => c.Unit))
            .With(owner.Bases.Select(b => b.Unit))
            .Report();
        return found.Matches.Count > before;
    }

    /// <summary>Python: whoever reported is told what to do next, and nobody else hears of it: a worker and its pool.</summary>
    private static bool IsAnsweredAlone(ProjectClass owner, ForwardFact spoken, FactNode answer) =>
        owner.Unit.File.Facts.Language == "python"
        && owner.Bases.Count == 0
        && answer.IsKind(FactKind.Call)
        && answer.CalledObject() is { Facts: not null, Kind: FactKind.Name } told
        && owner.FindMethod(spoken.Method!)?.HasParameter(told.NameOrEmpty()) == true;

    /// <summary>What one says is told with its sender: the room shows both, and has nothing else to do.</summary>
    private static bool PassesMessage(ProjectClass owner, ForwardFact spoken, FactNode answer) =>
        answer.KindOf() is FactKind.Function
        && owner.Methods.Count(m => m.IsPublic) <= 2
        && spoken.In.Fact.Parameters.Any(p => !p.IsReceiver && spoken.Call.HandsOver(p.Name));

    /// <summary>It extends a class with workings of its own.</summary>
    private static bool IsSomethingElse(ProjectClass owner)
    {
        foreach (var parent in owner.Bases)
        {
            if (!parent.IsAbstract)
                return true;
        }
        return false;
    }

    /// <summary>Colleagues are gone through one by one, or what was said is shown.</summary>
    private static bool IsToldOthers(FactNode answer) =>
        answer.KindOf() is FactKind.Function || answer.Exists() && answer.EnclosingLoop().Exists();

    /// <summary>Whether the class hands itself to a kept object that can be the mediator.</summary>
    private static bool Speaks(ForwardFact call, ProjectClass colleague, ProjectClass mediator) =>
        !call.In.IsConstructor
        && IsTold(call.Call)
        && colleague != mediator
        && mediator.FindMethod(call.Method!) is { RequiredParameters: > 0 }
        && !colleague.IsRelatedTo(mediator)
        && CanHold(colleague, call.Attribute, mediator);

    private static bool CanHold(ProjectClass colleague, string attribute, ProjectClass mediator)
    {
        foreach (var ancestor in colleague.AncestorsAndSelf())
        {
            var types = ancestor.TypesOf(attribute);
            foreach (var type in types)
            {
                if (mediator.IsSubclassOf(type.Class!) || type.Class!.IsSubclassOf(mediator))
                    return true;
            }
            if (
                types.Count == 0
                && (
                    ancestor.Shape.StoreOf(attribute) is not null
                    || ancestor.Unit.Fact.Attributes.Any(a => a.Name == attribute)
                        && mediator.Methods.Any(m =>
                            m.File.Project.WritersOf(attribute).Contains(m)
                        )
                )
            )
                return true;
        }
        return false;
    }

    private static bool IsRegistration(ProjectUnit method)
    {
        var last = method.Node.Body().LastStatement();
        foreach (var collect in method.Shape.Collects)
        {
            if (
                collect.Kind is CollectKind.Add or CollectKind.Remove
                && last.Holds(collect.Node)
                && method.Node.Body().StatementCount() <= 3
            )
                return true;
        }
        return false;
    }

    /// <summary>The method spoken to puts the one who spoke into a collection.</summary>
    private static bool KeepsSender(ProjectClass owner, ForwardFact spoken)
    {
        foreach (var collect in owner.FindMethod(spoken.Method!)?.Shape.Collects ?? [])
        {
            if (
                collect.Kind is CollectKind.Add or CollectKind.Put
                && collect.Source.Kind is OriginKind.Parameter
            )
                return true;
        }
        return false;
    }

    private static bool KeepsMany(ProjectClass owner, List<ProjectClass> colleagues)
    {
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (
                call.Method is { } method
                && colleagues.Exists(c => c.FindMethod(method) is not null)
            )
                return true;
        }
        var kept = 0;
        foreach (var attribute in owner.Unit.Fact.Attributes)
        {
            if (
                owner
                    .TypesOf(attribute.Name)
                    .Any(t => colleagues.Exists(c => c.IsRelatedTo(t.Class!)))
            )
                kept++;
        }
        return kept >= 2;
    }
}
