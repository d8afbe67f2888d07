using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds subjects that keep a list of listeners and tell each of them what happened; also publish and subscribe by topic.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Whoever wants to know registers; the one who tells does not know them.</para>
/// <para><b>Example.</b> <code>class Feed:
///     def __init__(self):
///         self._listeners = []
///
///     def subscribe(self, listener):
///         self._listeners.append(listener)
///
///     def publish(self, item):
///         for listener in self._listeners:
///             listener(item)</code></para>
/// <para><b>Structure.</b> What is handed in is added to a kept collection, and another method goes through the collection and calls
/// each element, or one method of it, without using the answer; it can be taken out again, or is told something. The state may be
/// a module's or a closure's; in C# an event that is raised.</para>
/// <para><b>Limits.</b> A method called update makes no observer. Using the answers is a sum, an inventory, a chain or a composite.
/// Whom the owner alone can put in is its part, and what is worked through by several calls, or taken out as it is called, a backlog.
/// In C# one class that nothing can stand for, and that is never taken out, is a part too.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class ObserverRule : ICodeRule
{
    /// <summary>Statements of a method that registers; one that does more is at other work.</summary>
    private const int MaxRegistration = 6;

    public string Name => "observer";

    public string Title => "Observer";

    public RuleSubjects Subjects =>
        RuleSubjects.Classes | RuleSubjects.Modules | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is null && unit.Members.Count < 2)
            return;
        foreach (var call in Calls(unit))
        {
            if (!call.InLoop || !IsTold(call))
                continue;
            var added = Added(unit, call);
            if (added is not { } registration || IsWorkedOff(unit, call))
                continue;
            // Whom the owner alone can put in is its property; an audience can come by itself.
            if (!registration.In.IsPublic && registration.In.Name is not ("__call__" or "__iadd__"))
                continue;
            if (IsFiledUnderItsName(registration) || IsWorkedDown(unit, call))
                continue;
            if (IsOwnPart(unit, call, registration) || IsFilledByThem(call))
                continue;
            found
                .Match(this, unit)
                .Must("whoever wants to know is kept", registration.Node)
                .Must("everyone kept is told", call.Call)
                .Not(IsFed(call) || IsToldOfOneOfThem(unit, call))
                .Not(unit.Class is { } owner && IsOwnKind(owner, call))
                .Should(.15, "one can be taken out again", Removed(unit, call.Attribute))
                .Should(.15, "they are told what happened", call.Call.ArgumentCount() > 0)
                .Should(.05, "listeners are kept by topic", ByTopic(registration))
                .Named(
                    "observer",
                    "listener",
                    "subscri",
                    "publish",
                    "notify",
                    "signal",
                    "event",
                    "handler",
                    "callback"
                )
                .Variant(
                    unit.Class is null ? "module"
                    : call.Method is null ? "callback"
                    : "object"
                )
                .Modifier("by topic", ByTopic(registration))
                .Modifier("async", call.In.Fact.Has(UnitTraits.Async))
                .With(unit.Class is { } subject ? Listeners(subject, call) : [])
                .Report();
            return;
        }
        FindEvent(unit, found);
    }

    /// <summary>Calls of elements in the class and the subclasses that share its collection.</summary>
    private static IEnumerable<ElementCallFact> Calls(ProjectUnit unit)
    {
        foreach (var call in unit.Holder.ElementCalls)
            yield return call;
        if (unit.Class is not { } owner)
            yield break;
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (ancestor == owner || unit.Holder.Collects.Count == 0)
                continue;
            foreach (var call in ancestor.Shape.ElementCalls)
                yield return call;
        }
    }

    /// <summary>
    /// The answer is not used, beyond being waited for: the call is a statement, or is gathered by an await. Asking each for
    /// something and keeping what it says is an inventory.
    /// </summary>
    private static bool IsTold(ElementCallFact call)
    {
        if (call.Call.IsUnder(FactKind.Yield) || call.Call.IsUnder(FactKind.YieldFrom))
            return false;
        var outer = call.Call.Parent;
        while (outer.Kind is FactKind.Await or FactKind.Conditional)
            outer = outer.Parent;
        return outer.Kind is FactKind.ExpressionStatement
            || call.Call.IsUnder(FactKind.Comprehension) && call.Call.IsUnder(FactKind.Await);
    }

    /// <summary>Each element is worked through by several calls in turn: a backlog, not an audience.</summary>
    private static bool IsWorkedOff(ProjectUnit unit, ElementCallFact told)
    {
        var loop = told.Call.EnclosingLoop();
        if (!loop.Exists())
            return false;
        foreach (var other in unit.Holder.ElementCalls)
        {
            if (
                other.Attribute == told.Attribute
                && other.In == told.In
                && other.Method != told.Method
                && other.Call.EnclosingLoop() == loop
                && other.Call.IsDiscarded()
                && other.Call.Ancestor(FactKind.If) == told.Call.Ancestor(FactKind.If)
            )
                return true;
        }
        return false;
    }

    /// <summary>Whoever is called is taken out by the same method: work that was put off until now.</summary>
    private static bool IsWorkedDown(ProjectUnit unit, ElementCallFact told) =>
        unit.Holder.Collects.Exists(c =>
            c.Attribute == told.Attribute
            && c.In == told.In
            && c.Kind is CollectKind.Remove
            && c.Node.IsKind(FactKind.Call)
            && CollectionCalls.TakesElement(c.Node.CalleeName() ?? "")
        );

    /// <summary>What they are handed is made here and given back when they have written into it.</summary>
    private static bool IsFilledByThem(ElementCallFact told)
    {
        foreach (var argument in told.Call.Children())
        {
            if (
                argument.Role is FactRole.Argument
                && argument.Kind is FactKind.Name
                && !told.In.HasParameter(argument.NameOrEmpty())
                && told.In.Shape.Returns.Exists(r =>
                    r.Index > told.Call.Index && r.Mentions(argument.Name)
                )
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// C#: what is kept is of one class that nothing else can stand for, and nobody takes it out again: columns, parameters, parts.
    /// </summary>
    private static bool IsOwnPart(
        ProjectUnit unit,
        ElementCallFact told,
        CollectFact registration
    ) =>
        unit.File.Facts.Language == "csharp"
        && told.Method is not null
        && !Removed(unit, told.Attribute).Exists()
        && !Collaborators.IsAbstraction(
            AttributeTypes.OfParameter(registration.In, registration.Source.Name)
        );

    /// <summary><c>self.accounts[account.name] = account</c>: an inventory, to be found again by what each says of itself.</summary>
    private static bool IsFiledUnderItsName(CollectFact registration) =>
        registration.Kind is CollectKind.Put
        && registration.Node.Child(FactRole.Index) is { Facts: not null } key
        && key.Contains(FactKind.Attribute)
        && registration.Value.IsKind(FactKind.Name)
        && key.Mentions(registration.Value.Name);

    private static CollectFact? Added(ProjectUnit unit, ElementCallFact call)
    {
        foreach (var collect in unit.Holder.Collects)
        {
            if (
                collect.Attribute == call.Attribute
                && collect.Kind is CollectKind.Add or CollectKind.Put
                && collect.Source.Kind is OriginKind.Parameter
                && !collect.In.IsConstructor
                && collect.In != call.In
                && collect.In.Node.Body().StatementCount() <= MaxRegistration
            )
                return collect;
        }
        if (unit.Class is { } owner)
        {
            foreach (var parent in owner.Bases)
            {
                if (
                    Added(parent.Unit, call) is { } inherited
                    && parent.Shape.ElementCalls.Count == 0
                )
                    return inherited;
            }
        }
        return null;
    }

    private static FactNode Removed(ProjectUnit unit, string attribute) =>
        unit.Holder.GivenTo(attribute, CollectKind.Remove)?.Node ?? default;

    private static bool ByTopic(CollectFact registration)
    {
        var target =
            registration.Node.Kind is FactKind.Call
                ? registration.Node.CalledObject()
                : registration.Node;
        return target.Exists()
            && (
                target.Kind is FactKind.Subscript
                || target.Kind is FactKind.Call
                    && target.CalleeName() is "setdefault" or "get" or "GetOrAdd"
            );
    }

    /// <summary>Python: each gets another of them, <c>atom.exclude(self.atoms[i])</c>: they are joined, and told nothing.</summary>
    private static bool IsToldOfOneOfThem(ProjectUnit unit, ElementCallFact call)
    {
        if (unit.File.Facts.Language != "python")
            return false;
        foreach (var child in call.Call.Children())
        {
            if (
                child.Role is FactRole.Argument
                && child.Bare() is { Facts: not null, Kind: FactKind.Subscript } other
                && other.Child(FactRole.Object).IsOwnAttribute(call.In, out var name)
                && name == call.Attribute
            )
                return true;
        }
        return false;
    }

    /// <summary>What one gives is handed to the next: a chain.</summary>
    private static bool IsFed(ElementCallFact call) => call.Call.Parent.Kind is FactKind.Assign;

    /// <summary>Elements of the own hierarchy under the same name: a composite.</summary>
    private static bool IsOwnKind(ProjectClass owner, ElementCallFact call)
    {
        if (call.Method != call.In.Name)
            return false;
        foreach (var type in owner.TypesOf(call.Attribute))
        {
            if (type.Class!.IsRelatedTo(owner))
                return true;
        }
        if (owner.Bases.Count > 0)
            return true;
        // Nobody else in the file answers the call: the elements are of the same class.
        return owner.Method(call.In.Name) is not null
            && Collaborators.Ducks(owner.Unit.File, call.In.Name, owner).Count == 0;
    }

    private static IEnumerable<ProjectUnit> Listeners(ProjectClass subject, ElementCallFact call)
    {
        foreach (var type in subject.TypesOf(call.Attribute))
        {
            yield return type;
            foreach (var descendant in type.Class!.Descendants())
                yield return descendant.Unit;
        }
    }
}
