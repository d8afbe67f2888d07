using Motif.Code.Rules.Behavioral;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds objects that stand for another of the same kind and decide when, whether and how it is reached.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Lazy loading, access checks, caching and logging stay out of the object they protect.</para>
/// <para><b>Example.</b> <code>class LazyImage(Image):
///     def __init__(self, path):
///         self._path, self._image = path, None
///
///     def draw(self):
///         if self._image is None:
///             self._image = FileImage(self._path)
///         self._image.draw()</code></para>
/// <para><b>Structure.</b> An object that answers the same calls is kept (made here, often late, or handed in) and the calls are
/// passed on under the same name, behind a condition, with something before or after, or all at once by
/// <c>__getattr__</c>; the request goes over as it came, the answer is not changed, passing on is a good part of what the class
/// does, and there is one such wrapper, not a stack of them.</para>
/// <para><b>Limits.</b> Changing the answer or stacking is a decorator. Passing on under other names is an adapter. A part that does its
/// share of the owner's work, an owner or container to which one reports, and a thing that is only closed with its owner share
/// names with it, not a role.
/// In C# what is handed in is passed on behind a check of its own, refused or kept; to add something around it is a decorator.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class ProxyRule : ICodeRule
{
    /// <summary>To check who asks, to make what it stands for, to note what happened.</summary>
    private const int MaxOwnMethods = 3;

    /// <summary>To get, set, list, show and compare attributes, and what is passed on by hand.</summary>
    private const int MaxDynamicMethods = 12;

    public string Name => "proxy";

    public string Title => "Proxy";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Methods.Count < 2)
            return;
        if (
            Wrapping.Of(owner) is { } wrapping
            && !Wrapping.IsInherited(owner)
            && IsStandIn(owner, wrapping)
        )
            FindForwarding(unit, owner, wrapping, found);
        else
            FindDynamic(unit, owner, found);
    }

    private static bool IsStandIn(ProjectClass owner, Wrapping wrapping) =>
        wrapping.IsAtLeast(owner, 2)
        && StandsFor(wrapping)
        && !IsParent(owner, wrapping)
        && !ChainOfResponsibilityRule.IsLink(owner, wrapping)
        && !IsStack(owner, wrapping)
        && !wrapping.IsOneOfMany(owner)
        && !wrapping.IsExchangedLater(owner)
        && IsGivenOnce(wrapping)
        && !owner.Shape.Forwards.Exists(f => IsToldMore(f, wrapping))
        && !IsSomethingElse(owner, wrapping)
        && !IsPart(owner, wrapping)
        && !IsSwapped(owner, wrapping);

    /// <summary>TypeScript: one that is declared to be of the very same class is the parent or the next one, which is asked in its turn.</summary>
    private static bool IsParent(ProjectClass owner, Wrapping wrapping) =>
        owner.Unit.File.IsScript
        && wrapping.Store.Source.Kind is OriginKind.Parameter
        && owner.TypesOf(wrapping.Attribute) is [{ Class: var type }]
        && type == owner;

    private void FindForwarding(
        ProjectUnit unit,
        ProjectClass owner,
        Wrapping wrapping,
        RuleFindings found
    )
    {
        var made = wrapping.Store.Source.Kind is OriginKind.Made ? wrapping.Store.Node : default;
        var guarded = Guarded(wrapping);
        var around = Around(wrapping);
        // Where types say what is of one kind, to add something around a call is a decorator's: a proxy decides whether it is passed on.
        if (unit.File.IsCSharp && !made.Exists())
        {
            guarded = Decided(owner, wrapping);
            if (!guarded.Exists())
                return;
        }
        if (!made.Exists() && !guarded.Exists() && !around.Exists())
            return;
        found
            .Match(this, unit)
            .Must("one of its own kind is kept", wrapping.Store.Node)
            .Must("calls are passed on under the same name", wrapping.Forwards[0].Call)
            .Should(.20, "it makes what it stands for", made)
            .Should(.15, "a condition decides whether the call is passed on", guarded)
            .Should(.10, "something happens around the call", around)
            .Should(.05, "it stands for a class of the same hierarchy", owner.Bases.Count > 0)
            .Named("proxy", "lazy", "remote", "protect")
            .Variant(
                made.Exists() && !wrapping.Store.In.IsConstructor ? "virtual"
                : guarded.Exists() ? "protection"
                : "forwarding"
            )
            .With(owner.TypesOf(wrapping.Attribute))
            .With(owner.Bases.Select(b => b.Unit))
            .Report();
    }

    private static bool IsStack(ProjectClass owner, Wrapping wrapping)
    {
        if (
            owner.Subclasses.Count > 0
            && wrapping.Store.Source.Kind is OriginKind.Parameter
            && owner.Descendants().Any(d => d.Method(wrapping.Forwards[0].In.Name) is not null)
        )
            return true;
        foreach (var forward in wrapping.Forwards)
        {
            if (
                wrapping.Store.Source.Kind is OriginKind.Parameter
                && Wrapping.IsAltered(forward.Call)
            )
                return true;
        }
        return false;
    }

    /// <summary>A caller asks the wrapper as it would ask the object: what it gives goes over as it came, and what the object answers comes back.</summary>
    private static bool StandsFor(Wrapping wrapping) =>
        wrapping.Forwards.Exists(f =>
            !Forwarding.IsEnding(f.In.Name)
            && !CompositeRule.IsCopying(f.In.Name)
            && Forwarding.IsAnswer(f)
            && !DrivesIt(f)
            && Forwarding.HandsOnRequest(f)
            && Forwarding.IsAsItCame(f)
            && !f.In.Shape.SelfCalls.Exists(c => c.Call == f.Call)
            && !Forwarding.ChangesRequest(f.In)
            && !f.In.Shape.SuperCalls.Exists(c => c.Method == f.In.Name)
        );

    /// <summary>The method makes the object do other things with the own data besides: it works with it, as a handler with its connection.</summary>
    private static bool DrivesIt(ForwardFact forward)
    {
        foreach (var other in forward.In.Shape.Forwards)
        {
            if (
                other.Attribute == forward.Attribute
                && other.Method != forward.Method
                && IsOwnRequest(other)
            )
                return true;
        }
        return false;
    }

    private static bool IsOwnRequest(ForwardFact forward) =>
        forward.Method is not null
        && forward.Call.IsDiscarded()
        && forward.Call.ArgumentCount() > 0
        && !Forwarding.HandsOnRequest(forward);

    /// <summary>By a call that it passes on elsewhere a step says something of its own, which nobody asked for: indentation before a text is an addition.</summary>
    private static bool IsToldMore(ForwardFact forward, Wrapping wrapping) =>
        forward.Attribute == wrapping.Attribute
        && !forward.In.IsConstructor
        && IsOwnRequest(forward)
        && wrapping.Forwards.Exists(f => f.Method == forward.Method);

    /// <summary>It is given to the constructor or made: what any caller can put there is a source or a listener.</summary>
    private static bool IsGivenOnce(Wrapping wrapping) =>
        wrapping.Store.Source.Kind is OriginKind.Made || wrapping.Store.In.IsConstructor;

    /// <summary>It extends a class that works by itself and that the object is no kind of: passing on is something it does besides.</summary>
    private static bool IsSomethingElse(ProjectClass owner, Wrapping wrapping)
    {
        var types = owner.TypesOf(wrapping.Attribute);
        return types.Count > 0
            && owner.Bases.Any(b =>
                b.Methods.Any(m => m.IsPublic && !m.IsHook)
                && types.All(t => !t.Class!.IsSubclassOf(b) && !b.IsSubclassOf(t.Class!))
            );
    }

    /// <summary>
    /// A part that the object made for itself: it does the rest of the work on what it hands on, makes something else of the answer,
    /// exchanges the part in passing, or does more by itself than it passes on.
    /// </summary>
    private static bool IsPart(ProjectClass owner, Wrapping wrapping)
    {
        if (wrapping.Store.Source.Kind is not OriginKind.Made)
            return false;
        if (
            owner.Shape.Collects.Exists(c =>
                c.Attribute == wrapping.Attribute && c.Kind is CollectKind.Set
            )
            || wrapping.Forwards.Exists(f => Forwarding.SharesWork(f) || Forwarding.MakesAnother(f))
            || IsExchanged(owner, wrapping)
            || HasWorkOfItsOwn(owner, wrapping)
        )
            return true;
        return wrapping.Store.In.IsConstructor
            && (
                !wrapping.IsAtLeast(owner, 2) || wrapping.Forwards.TrueForAll(f => f.Method is null)
            );
    }

    /// <summary>More methods of its own than a stand-in needs to check, make and note, and more than it passes on.</summary>
    private static bool HasWorkOfItsOwn(ProjectClass owner, Wrapping wrapping)
    {
        var own = owner.Methods.Count(m =>
            m.Fact.Kind is UnitKind.Method
            && !m.IsSpecial
            && !m.IsConstructor
            && !wrapping.Forwards.Exists(f => f.In == m)
        );
        return own > MaxOwnMethods && own > wrapping.Forwards.Count;
    }

    /// <summary>A method that passes the call on makes the object anew, whether or not there was one.</summary>
    private static bool IsExchanged(ProjectClass owner, Wrapping wrapping)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Attribute == wrapping.Attribute
                && store.Source.Kind is OriginKind.Made
                && wrapping.Forwards.Exists(f => f.In == store.In)
                && !FirstUse.MissingTest(store.In, store).Exists()
            )
                return true;
        }
        return false;
    }

    /// <summary>Made in a method that nobody calls on the way, with what it is given: the next piece of work, not a late subject.</summary>
    private static bool IsSwapped(ProjectClass owner, Wrapping wrapping)
    {
        var store = wrapping.Store;
        return store.Source.Kind is OriginKind.Made
            && !store.In.IsConstructor
            && store.In.RequiredParameters > 0
            && !wrapping.Forwards.Exists(f =>
                f.In == store.In || f.In.Shape.CallsSelf(store.In.Name)
            )
            && !owner.Methods.Any(m => m.IsConstructor && m.Shape.CallsSelf(store.In.Name));
    }

    private static FactNode Guarded(Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            if (Wrapping.IsConditional(forward))
                return forward.Call;
        }
        return default;
    }

    /// <summary>
    /// The call as it came is passed on if the proxy's own check allows it, is refused otherwise, or is not needed because the answer is
    /// known; or none.
    /// </summary>
    private static FactNode Decided(ProjectClass owner, Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            if (!Forwarding.IsAsItCame(forward) || forward.Call.IsUnder(FactKind.Handler))
                continue;
            var choice = forward.Call.Ancestor(FactKind.If);
            if (
                choice.Exists()
                    ? IsCheck(choice.Child(FactRole.Test), forward)
                        || IsRefusal(choice.Child(FactRole.Else))
                        || IsKeptAnswer(forward)
                        || IsWhole(choice, forward)
                    : IsRefusedBefore(forward)
            )
                return forward.Call;
        }
        return default;
    }

    /// <summary>The object asks itself: <c>if (MayPay(user))</c>.</summary>
    private static bool IsCheck(FactNode test, ForwardFact forward) =>
        test.Exists() && forward.In.Shape.SelfCalls.Exists(c => test.Holds(c.Call));

    /// <summary>An exception that says no; one about an argument guards the work of whoever does it.</summary>
    private static bool IsRefusal(FactNode branch)
    {
        var raised = branch.Exists() ? branch.First(FactKind.Raise) : default;
        return raised.Exists()
            && !raised.RaisesNotImplemented()
            && raised.Value() is { Facts: not null } error
            && (error.IsKind(FactKind.Call) ? error.CalleeName() : error.NameOf()) is { } name
            && !name.StartsWith("Argument", StringComparison.Ordinal)
            && !name.StartsWith("ObjectDisposed", StringComparison.Ordinal);
    }

    /// <summary>The answer is kept in the object, to be given again.</summary>
    private static bool IsKeptAnswer(ForwardFact forward) =>
        forward.Call.Statement() is { Kind: FactKind.Assign } kept
        && kept.Child(FactRole.Target) is { Facts: not null } target
        && target.IsOwnAttribute(forward.In, out var attribute)
        && attribute != forward.Attribute;

    /// <summary>Nothing but the choice: <c>if (_user.MayPay) _bank.Pay(amount);</c></summary>
    private static bool IsWhole(FactNode choice, ForwardFact forward) =>
        forward.In.Node.Body().LastStatement() == choice
        && forward.In.Node.Body().StatementCount() == 1
        && choice.Body().StatementCount() == 1
        && choice.Body().FirstStatement() == forward.Call.Statement()
        && !choice.Child(FactRole.Test).Contains(FactKind.Call)
        && !FirstUse.Mentions(choice.Child(FactRole.Test), forward.In, forward.Attribute);

    private static bool IsRefusedBefore(ForwardFact forward)
    {
        foreach (var statement in forward.In.Node.Body().Steps())
        {
            if (statement.Index > forward.Call.Index)
                return false;
            if (
                statement.Kind is FactKind.If
                && !statement.Body().FallsThrough()
                && !FirstUse.Mentions(statement.Child(FactRole.Test), forward.In, forward.Attribute)
                && (IsRefusal(statement.Body()) || IsCheck(statement.Child(FactRole.Test), forward))
            )
                return true;
        }
        return false;
    }

    /// <summary>A passing method with a further statement that calls or stores something.</summary>
    private static FactNode Around(Wrapping wrapping)
    {
        foreach (var forward in wrapping.Forwards)
        {
            foreach (var statement in forward.In.Node.Body().Steps())
            {
                if (
                    !statement.Holds(forward.Call)
                    && (statement.Contains(FactKind.Call) || statement.Kind is FactKind.Assign)
                )
                    return statement;
            }
        }
        return default;
    }

    /// <summary>
    /// It is no kind of anything else, one object stays where it is, and what it answers itself it passes on too: what adds calls of
    /// its own gives the object another face.
    /// </summary>
    private static bool IsNothingElse(ProjectClass owner, StoreFact store) =>
        owner.Bases.Count == 0
        && owner.Subclasses.Count == 0
        && owner.ExternalBases.All(b => DottedName.IsOneOf(b, "object", "Generic"))
        && owner.Methods.Count <= MaxDynamicMethods
        && owner.Shape.Stores.TrueForAll(s =>
            s.Attribute != store.Attribute || s.In.IsConstructor || s.Source.Kind is OriginKind.Made
        )
        && owner.Methods.All(m =>
            !m.IsPublic
            || m.Shape.Forwards.Exists(f =>
                f.Attribute == store.Attribute
                && f.Method == m.Name
                && Forwarding.IsAsItCame(f)
                && Forwarding.IsAnswer(f)
            )
        );

    /// <summary>Everything goes to the kept object by name.</summary>
    private void FindDynamic(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            var rest = store.Source.Kind is OriginKind.Parameter or OriginKind.Made
                ? DecoratorRule.PassesRest(owner, store.Attribute)
                : default;
            if (!rest.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("an object is kept", store.Node)
                .Must("whatever is asked is passed on to it by name", rest)
                .Not(!IsNothingElse(owner, store))
                .Not(AdapterRule.MappingInto(store.In).Exists())
                .Should(.15, "attribute access is the whole of it", owner.Methods.Count <= 4)
                .Should(
                    .10,
                    "assignment is passed on as well",
                    owner.Method("__setattr__") is not null
                )
                .Should(
                    .10,
                    "something happens on the way",
                    owner.Method("__getattr__")!.Node.Body().StatementCount() > 1
                )
                .Named("proxy", "lazy", "remote")
                .Variant("dynamic")
                .Report();
            return;
        }
    }
}
