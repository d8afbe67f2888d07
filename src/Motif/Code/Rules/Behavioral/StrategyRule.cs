using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds places where one of several interchangeable algorithms is handed in and used.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What varies is named, tested and chosen apart from what uses it.</para>
/// <para><b>Example.</b> <code>class Cart:
///     def __init__(self, discount: Discount):
///         self._discount = discount
///
///     def total(self):
///         return self._discount.apply(sum(self._prices))</code></para>
/// <para><b>Structure.</b> An object is handed in, kept and called by one interface that at least two other classes implement:
/// by type, by protocol or, untyped, by answering the call. <c>parameter</c>: the algorithm comes with the call. <c>function</c>: the
/// algorithms are functions, at least two of which stand side by side, take the same and are handed in. <c>table</c>: functions chosen by a
/// key that callers give or the object was made with.</para>
/// <para><b>Limits.</b> If the implementations replace the kept object it is a state; if the holder is itself a hierarchy, a bridge.
/// A callback of which one is ever given, or whose answer nobody uses, is none; nor is a function that runs whatever it is
/// given, nor a table that sends events to their handlers, or what was read to its parser; nor what is of the holder's own kind. To use
/// an interface is not enough: it has one operation, two at most, what that gives is used or callers are seen to choose, and it neither
/// makes objects (a factory) nor receives visitors.
/// In Python a key that is a part of what is handed over sends it to what knows its kind. In C# somebody is seen to choose, or it is all
/// that a class by itself is made with.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class StrategyRule : ICodeRule
{
    public string Name => "strategy";

    public string Title => "Strategy";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            _ =
                FindHeld(unit, owner, found)
                || FindReplacedMethod(unit, owner, found)
                || FindHeldFunction(unit, owner, found)
                || FindDeclaredByHeirs(unit, owner, found)
                || FindHandedOn(unit, owner, found);
        else if (!FindTable(unit, found) && unit.Fact.Parameters.Count > 0)
            _ = FindParameter(unit, found) || FindFunctionParameter(unit, found);
    }

    private bool FindHeld(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not { } method
                || method.StartsWith('_')
                || (
                    owner.Shape.InjectionOf(forward.Attribute) ?? Settable(owner, forward.Attribute)
                )
                    is not { } injection
                || owner.Attribute(forward.Attribute)?.IsCollection == true
                || PassesItself(owner, forward)
                || IsItself(owner, forward)
                || Forwarding.IsFace(owner, forward.Attribute)
                || unit.File.IsScript && IsPartOfWhole(unit)
            )
                continue;
            var implementations = Collaborators.Of(owner, forward.Attribute, method);
            var types = owner.TypesOf(forward.Attribute);
            if (types.Count == 0)
                implementations =
                [
                    .. implementations.Where(i => AnswersAll(i, owner, forward.Attribute)),
                ];
            implementations = Declared(injection, implementations);
            var chosen = Chosen(owner, forward.Attribute, injection, implementations);
            if (
                !IsOneOperation(owner, forward.Attribute, types)
                    && !IsToldAll(owner, forward.Attribute, types, implementations)
                || IsOtherConversation(implementations, method)
                || forward.Call.IsDiscarded()
                    && chosen < 2
                    && !IsCalledOne(types, implementations)
                    && !IsToldAll(owner, forward.Attribute, types, implementations)
            )
                continue;
            // C#: whatever has an interface is held by it. A choice is made by somebody: callers hand in different ones, or can exchange it.
            if (
                unit.File.IsCSharp
                && chosen < 2
                && !IsCalledOne(types, implementations)
                && !(injection.Node == owner.DeclarationOf(forward.Attribute))
                && !Setter(owner, forward.Attribute)
                && !IsAllItHas(owner, types)
            )
                continue;
            if (IsService(owner, types, chosen >= 2 || IsCalledOne(types, implementations)))
                continue;
            if (
                Ways(implementations, method) < (IsLoneBase(types) ? 3 : 2)
                || types.Count == 0
                    && (!AreAlike(implementations) || MakesThem(owner, implementations))
            )
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in and kept", injection.Node)
                .Must("the work is left to it", forward.Call)
                .Must(
                    "there are several to choose from",
                    implementations[0].FindMethod(method)!.Node
                )
                .Should(.15, "it is declared by an interface", Collaborators.IsAbstraction(types))
                .Should(
                    .10,
                    "they share a base",
                    types.Count > 0 && Collaborators.ShareBase(implementations)
                )
                .Should(
                    .10,
                    "it can be exchanged later",
                    !injection.In.IsConstructor || Setter(owner, forward.Attribute)
                )
                .Should(.10, "callers choose", chosen >= 2)
                .Named("strategy", "policy", "algorithm")
                .Variant("object")
                .With(implementations.Select(i => i.Unit))
                .With(types)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The holder can stand where what it holds stands: it wraps one of its own kind.</summary>
    private static bool IsItself(ProjectClass owner, ForwardFact forward) =>
        owner
            .TypesOf(forward.Attribute)
            .Any(t => owner.IsSubclassOf(t.Class!) && t.Class!.IsAbstract)
        || owner.Unit.File.Facts.Language == "csharp"
            && owner.Bases.Count + owner.ExternalBases.Count > 0
            && owner.Method(forward.Method!) is { IsPublic: true };

    /// <summary>Of one operation, and the only thing of the project that a class by itself is made with: it is there to leave the work to it.</summary>
    private static bool IsAllItHas(ProjectClass owner, IReadOnlyList<ProjectUnit> types) =>
        owner.Bases.Count + owner.ExternalBases.Count == 0
        && types.Count > 0
        && types.All(t => t.Class!.IsAbstract && Operations(t.Class!) == 1)
        && owner
            .Shape.Stores.Where(s => s.Source.Kind is OriginKind.Parameter && s.In.IsConstructor)
            .SelectMany(s => owner.TypesOf(s.Attribute))
            .Distinct()
            .Count() == 1;

    /// <summary>
    /// C#: an interface of two operations is a reader, a provider or a service, unless callers are seen to choose or it is called by the
    /// pattern's name.
    /// </summary>
    private static bool IsService(
        ProjectClass owner,
        IReadOnlyList<ProjectUnit> types,
        bool isChosen
    ) =>
        owner.Unit.File.Facts.Language == "csharp"
        && !isChosen
        && types.Any(t => Operations(t.Class!) > 1);

    /// <summary>C#: what is declared of an interface of the project, with a default, and nothing in the class sets: callers do.</summary>
    private static StoreFact? Settable(ProjectClass owner, string attribute) =>
        owner.Unit.File.Facts.Language == "csharp"
        && owner.Shape.StoreOf(attribute) is null
        && owner.Attribute(attribute) is { IsClassLevel: false, IsCollection: false }
        && owner.DeclarationOf(attribute) is { Facts: not null, Kind: FactKind.Assign } declared
        && declared.Value().MadeClass(owner.Unit) is not null
        && Collaborators.IsAbstraction(owner.TypesOf(attribute))
            ? new StoreFact(
                owner.Unit,
                attribute,
                false,
                declared,
                declared.Value(),
                new Origin(OriginKind.Parameter, attribute)
            )
            : null;

    /// <summary>Where the parameter is declared to be of a class, only what derives from it or has all its methods can be handed in.</summary>
    private static IReadOnlyList<ProjectClass> Declared(
        StoreFact injection,
        IReadOnlyList<ProjectClass> implementations
    )
    {
        var declared = AttributeTypes.OfParameter(injection.In, injection.Source.Name);
        return declared.Count == 0
            ? implementations
            :
            [
                .. implementations.Where(i =>
                    declared.Any(d =>
                        i.IsSubclassOf(d.Class!)
                        || d.Class!.IsInterface && Collaborators.Implements(i, d.Class!)
                    )
                ),
            ];
    }

    private static FactNode Declared(ProjectUnit function, string parameter)
    {
        foreach (var child in function.Node.Children())
        {
            if (child.Kind is FactKind.Parameter && child.Name == parameter)
                return child;
        }
        return default;
    }

    /// <summary>A class that works by itself was asked for: one heir of it, such as a stand-in for tests, is no choice yet.</summary>
    private static bool IsLoneBase(IReadOnlyList<ProjectUnit> types) =>
        types.Count > 0
        && !Collaborators.IsAbstraction(types)
        && types.All(t => t.Class!.Bases.Count == 0 || t.Class.Subclasses.Count > 0);

    /// <summary>In how many ways the call is answered: heirs that leave the method as it is are no choice.</summary>
    private static int Ways(IReadOnlyList<ProjectClass> implementations, string method)
    {
        var ways = new HashSet<ProjectUnit>();
        foreach (var implementation in implementations)
        {
            if (implementation.FindMethod(method) is { } answer)
                ways.Add(answer);
        }
        return ways.Count;
    }

    /// <summary>The holder makes them itself and tells them who it is: its parts, not choices of its callers.</summary>
    private static bool MakesThem(ProjectClass owner, IReadOnlyList<ProjectClass> implementations)
    {
        foreach (var method in owner.Methods)
        {
            foreach (var call in method.OwnCalls)
            {
                if (
                    call.HandsOver(method.Receiver)
                    && call.MadeClass(method) is { } made
                    && implementations.Contains(made.Class!)
                )
                    return true;
            }
        }
        return false;
    }

    /// <summary>
    /// Untyped, only what is called says what fits: the class has every method that the owner calls there, and not only those
    /// of any collection.
    /// </summary>
    private static bool AnswersAll(ProjectClass candidate, ProjectClass owner, string attribute)
    {
        var isOwn = false;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (forward.Attribute != attribute || forward.Method is not { } method)
                continue;
            if (candidate.FindMethod(method) is null || method == forward.In.Name)
                return false;
            isOwn |=
                !LibraryMethods.Has(method)
                && !CollectionCalls.Adds(method)
                && !CollectionCalls.Removes(method)
                && !CollectionCalls.TakesElement(method)
                && !CollectionCalls.KeepsElements(method);
        }
        return isOwn;
    }

    /// <summary>Of one base, or classes that are made for little else.</summary>
    private static bool AreAlike(IReadOnlyList<ProjectClass> implementations) =>
        Collaborators.ShareBase(implementations)
        || implementations.All(i => i.Methods.Count(m => m.IsPublic) <= 2);

    private static bool Setter(ProjectClass owner, string attribute)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Attribute == attribute
                && !store.In.IsConstructor
                && store.Source.Kind is OriginKind.Parameter
            )
                return true;
        }
        return false;
    }

    /// <summary>Every one that is made is handed its maker: a part that knows its whole.</summary>
    private static bool IsPartOfWhole(ProjectUnit unit) =>
        unit.Calls.Count > 0 && unit.Calls.All(c => c.HandsOver("this"));

    /// <summary>A call that hands over the caller itself is another conversation: a state, mediator or visitor.</summary>
    private static bool PassesItself(ProjectClass owner, ForwardFact forward) =>
        forward.Call.HandsOver(forward.In.Receiver)
        && !owner.Shape.Forwards.Exists(f =>
            f.Attribute == forward.Attribute && f.Call != forward.Call
        );
}
