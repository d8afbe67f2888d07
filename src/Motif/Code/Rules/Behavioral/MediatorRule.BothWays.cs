using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Colleagues that pass a message instead of themselves.</summary>
internal sealed partial class MediatorRule
{
    /// <summary>A mediator is told a few things; an object with a whole vocabulary knows its parts and is known by them.</summary>
    private const int MaxOperations = 6;

    /// <summary>
    /// A colleague keeps the mediator and calls it; that call reaches others that the mediator keeps, and the mediator calls the
    /// colleague as well.
    /// </summary>
    private void FindBothWays(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (
            unit.File.Classes.Count < 2
            || owner.Methods.Count(m => m.IsPublic) > MaxOperations
            || !KeepsOthers(owner)
        )
            return;
        foreach (var candidate in unit.File.Classes)
        {
            var colleague = candidate.Class!;
            if (colleague == owner || colleague.IsRelatedTo(owner))
                continue;
            foreach (var said in colleague.Shape.Forwards)
            {
                if (
                    said.Method is not { } told
                    || said.In.IsConstructor
                    || told.StartsWith('_')
                    || !IsTold(said.Call)
                    // Who passes a call on under its own name wraps what it keeps.
                    || told == said.In.Name && !AddsOfItsOwn(said)
                    || owner.FindMethod(told) is not { IsHook: false } method
                    || !CanHold(colleague, said.Attribute, owner)
                    || colleague.TypesOf(said.Attribute).Count == 0
                        && !IsTellingName(unit.File, told, owner, colleague)
                    || IsRegistration(method)
                )
                    continue;
                var reached = Others(owner, method, colleague);
                var back = CallOf(owner, colleague);
                if (!reached.Exists() || !back.Exists() || !IsKept(colleague, said.Attribute))
                    continue;
                found
                    .Match(this, unit)
                    .Must("a colleague keeps the mediator and tells it", said.Call)
                    .Must("the mediator tells others", reached)
                    .Must("and the colleague", back)
                    .Should(.15, "they know each other through it alone", true)
                    .Named("mediator", "room", "tower", "controller", "colleague")
                    .Variant("message")
                    .With(candidate)
                    .With(owner.Bases.Select(b => b.Unit))
                    .Report();
                return;
            }
        }
    }

    /// <summary>It says who it is, or something else that it knows itself.</summary>
    private static bool AddsOfItsOwn(ForwardFact said)
    {
        foreach (var child in said.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            for (var i = child.Index; i < child.End; i++)
            {
                if (
                    child.Facts[i].IsReceiver(said.In)
                    || child.Facts[i].IsOwnAttribute(said.In, out _)
                )
                    return true;
            }
        }
        return false;
    }

    /// <summary>Untyped, only a name that nothing else of the file or of a library has says who is meant.</summary>
    private static bool IsTellingName(
        ProjectFile file,
        string told,
        ProjectClass owner,
        ProjectClass colleague
    ) =>
        !LibraryMethods.Has(told)
        && !file.ClassesWith(told).Any(c => c != colleague && !c.IsRelatedTo(owner));

    /// <summary>Whether a call of that name can mean the colleague: by the type of what is kept, else by the name.</summary>
    private static bool CanMean(
        ProjectClass owner,
        string attribute,
        string told,
        ProjectClass colleague
    ) =>
        colleague.FindMethod(told) is not null
        && !told.StartsWith('_')
        && (
            owner.TypesOf(attribute) is { Count: > 0 } types
                ? types.Any(t => t.Class!.IsRelatedTo(colleague))
                : !LibraryMethods.Has(told)
        );

    /// <summary>Several objects by attribute, or a collection of them.</summary>
    private static bool KeepsOthers(ProjectClass owner) =>
        owner.Shape.ElementCalls.Exists(c => c.Method is not null)
        || owner
            .Shape.Forwards.Where(f => f.Method is not null)
            .Select(f => f.Attribute)
            .Distinct(StringComparer.Ordinal)
            .Skip(1)
            .Any();

    private static bool IsKept(ProjectClass colleague, string attribute) =>
        colleague.AncestorsAndSelf().Any(a => a.Shape.StoreOf(attribute) is not null)
        || colleague.HasAttribute(attribute);

    /// <summary>In what the call reaches: an element told something that the colleague can be told, or a kept object of another class; or none.</summary>
    private static FactNode Others(ProjectClass owner, ProjectUnit method, ProjectClass colleague)
    {
        foreach (var inner in OwnSteps.Of(owner, method))
        {
            foreach (var call in inner.Shape.ElementCalls)
            {
                if (
                    !call.IsOuter
                    && call.Call.IsDiscarded()
                    && call.Method is { } told
                    && CanMean(owner, call.Attribute, told, colleague)
                )
                    return call.Call;
            }
            foreach (var forward in inner.Shape.Forwards)
            {
                if (
                    !forward.IsOuter
                    && forward.Call.IsDiscarded()
                    && forward.Method is { } told
                    && told != inner.Name
                    && Collaborators
                        .Of(owner, forward.Attribute, told)
                        .Any(c => !c.IsRelatedTo(colleague))
                )
                    return forward.Call;
            }
        }
        return default;
    }

    /// <summary>Any call by the mediator of something the colleague alone, or its kin, can be told; or none.</summary>
    private static FactNode CallOf(ProjectClass owner, ProjectClass colleague)
    {
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (call.Method is { } told && CanMean(owner, call.Attribute, told, colleague))
                return call.Call;
        }
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is { } told
                && CanMean(owner, forward.Attribute, told, colleague)
                && owner.FindMethod(told) is null
            )
                return forward.Call;
        }
        return default;
    }
}
