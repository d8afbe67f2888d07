using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Parts that no constructor makes: declared with their value, in a dictionary, or handed in.</summary>
internal sealed partial class FacadeRule
{
    private const int MinGiven = 3;

    /// <summary><c>private readonly Cpu _cpu = new();</c> in the class's own text.</summary>
    private static void AddDeclared(ProjectClass owner, SortedDictionary<string, StoreFact> parts)
    {
        foreach (var declared in owner.Shape.Declared)
        {
            var made = declared.Source.Class!;
            if (
                made != owner.Unit
                && !made.Class!.IsException
                && !made.Fact.Has(UnitTraits.DataType)
            )
                parts.TryAdd(declared.Attribute, declared);
        }
    }

    /// <summary><c>self.parts = {"cpu": Cpu(), "disk": Disk()}</c>: an entry is a part under the attribute and its key.</summary>
    private static void AddEntries(ProjectClass owner, SortedDictionary<string, StoreFact> parts)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (!store.In.IsConstructor || !store.Value.IsKind(FactKind.Mapping))
                continue;
            FactNode key = default;
            foreach (var child in store.Value.Children())
            {
                if (child.Role is FactRole.Key)
                    key = child;
                else if (
                    key.IsKind(FactKind.Literal)
                    && child.MadeClass(store.In) is { } made
                    && !made.Class!.IsException
                    && !made.Fact.Has(UnitTraits.DataType)
                )
                    parts.TryAdd(
                        Entry(store.Attribute, key),
                        store with
                        {
                            Attribute = Entry(store.Attribute, key),
                            Value = child,
                            Source = new Origin(OriginKind.Made, made.Name, Class: made),
                        }
                    );
            }
        }
    }

    /// <summary>The entry that a call asks, by attribute and key; null where the key is no literal.</summary>
    private static string? EntryOf(ElementCallFact call) =>
        call.Call.CalledObject() is { Facts: not null, Kind: FactKind.Subscript } element
        && element.Child(FactRole.Index) is { Facts: not null, Kind: FactKind.Literal } key
            ? Entry(call.Attribute, key)
            : null;

    private static string Entry(string attribute, FactNode key) =>
        $"{attribute}[{key.NameOrEmpty()}]";

    /// <summary><c>[part.boot() for part in (self.files, self.processes)]</c>: own attributes in a display, also a kept one, that are gone through and called.</summary>
    private static IEnumerable<string> CalledInTurn(ProjectUnit method)
    {
        foreach (var loop in method.OwnNodes)
        {
            if (loop.Kind is not (FactKind.ForEach or FactKind.Clause))
                continue;
            var (listed, from) = Listed(loop.Child(FactRole.Iterable).Bare(), method);
            var scope = loop.Kind is FactKind.Clause ? loop.Parent : loop;
            if (
                !listed.IsKind(FactKind.Collection)
                || !Calls(scope, loop.Child(FactRole.Target).NameOf())
            )
                continue;
            foreach (var child in listed.Children())
            {
                if (child.Bare().IsOwnAttribute(from, out var attribute))
                    yield return attribute;
            }
        }
    }

    private static (FactNode Display, ProjectUnit In) Listed(FactNode iterable, ProjectUnit method)
    {
        if (
            iterable.IsOwnAttribute(method, out var attribute)
            && method.EnclosingClass?.Shape.StoreOf(attribute) is { } kept
        )
            return (kept.Value, kept.In);
        return (iterable, method);
    }

    private static bool Calls(FactNode scope, string? name)
    {
        for (var i = scope.Index; i < scope.End; i++)
        {
            if (scope.Facts.Kinds[i] is FactKind.Call && scope.Facts[i].CalledObject().IsName(name))
                return true;
        }
        return false;
    }

    private static bool HasEntries(StoreFact store, SortedDictionary<string, StoreFact> parts) =>
        store.Value.IsKind(FactKind.Mapping)
        && parts.Keys.Any(k => k.StartsWith(store.Attribute + "[", StringComparison.Ordinal));

    /// <summary>
    /// All that the object has is three or more parts of different concrete classes, handed in, or two of declared ones, and one call
    /// of it becomes three calls of them. Interfaces are what dependency injection asks for.
    /// </summary>
    private bool FindGiven(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (
            owner.Bases.Count + owner.ExternalBases.Count + owner.Subclasses.Count > 0
            || unit.Fact.Has(UnitTraits.DataType)
        )
            return false;
        var (parts, classes) = GivenParts(owner);
        if (parts.Count < 2 || classes.Count < parts.Count || HasStateOfItsOwn(owner, parts))
            return false;
        var (best, first) = (0, default(FactNode));
        foreach (var method in owner.Methods)
        {
            if (!method.IsPublic || method.Fact.Kind is not UnitKind.Method)
                continue;
            var calls = method
                .Shape.Forwards.Where(f => f.Method is not null && parts.ContainsKey(f.Attribute))
                .ToList();
            if (
                calls.Select(c => c.Attribute).Distinct(StringComparer.Ordinal).Count() < 2
                || calls.Count < MinGiven
                || calls.Count <= best
            )
                continue;
            (best, first) = (calls.Count, calls[0].Call);
        }
        if (best == 0)
            return false;
        found
            .Match(this, unit)
            .Must("it has parts of several classes and nothing else", parts.Values.First().Node)
            .Must("one call of it becomes several calls of them", first)
            .Not(!IsWhatItDoes(owner, parts))
            .Should(.10, "it coordinates three or more", parts.Count >= MinGiven)
            .Should(.10, "it stands in no hierarchy", true)
            .Named("facade", "system")
            .Variant("given")
            .With(classes.Select(c => c.Unit))
            .Report();
        return true;
    }

    private static (
        SortedDictionary<string, StoreFact> Parts,
        List<ProjectClass> Classes
    ) GivenParts(ProjectClass owner)
    {
        var parts = new SortedDictionary<string, StoreFact>(StringComparer.Ordinal);
        var classes = new List<ProjectClass>();
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Source.Kind is not OriginKind.Parameter
                || !store.In.IsConstructor
                || parts.ContainsKey(store.Attribute)
                || PartClass(owner, store.Attribute) is not { } part
                || classes.Contains(part)
            )
                continue;
            parts.Add(store.Attribute, store);
            classes.Add(part);
        }
        return (parts, classes);
    }

    /// <summary>The one class that stands there: declared and concrete, or of this file alone able to answer all that it is asked; null for none or several.</summary>
    private static ProjectClass? PartClass(ProjectClass owner, string attribute)
    {
        var types = owner.TypesOf(attribute);
        if (types.Count > 0)
            return
                types is [{ Class: { IsAbstract: false, Subclasses.Count: 0 } only }]
                && only.Bases.Count == 0
                && !only.IsRelatedTo(owner)
                ? only
                : null;
        ProjectClass? found = null;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (forward.Attribute != attribute || forward.Method is not { } method)
                continue;
            foreach (var candidate in Collaborators.Of(owner, attribute, method))
            {
                if (candidate == found || !AnswersAll(candidate, owner, attribute))
                    continue;
                if (found is not null)
                    return null;
                found = candidate;
            }
        }
        return found;
    }

    private static bool AnswersAll(ProjectClass candidate, ProjectClass owner, string attribute) =>
        owner.Shape.Forwards.TrueForAll(f =>
            f.Attribute != attribute
            || f.Method is null
            || candidate.FindMethod(f.Method) is not null
        );
}
