using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds objects that give another one the interface its callers expect.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Code that cannot be changed is used where another interface is wanted; the translation stands in
/// one place.</para>
/// <para><b>Example.</b> <code>class PrinterAdapter(Output):
///     def __init__(self, printer):
///         self._printer = printer
///
///     def write(self, text):
///         self._printer.print_line(text.upper())</code></para>
/// <para><b>Structure.</b> One foreign object is kept; methods that the own base declares, or that other classes of the file answer
/// too, consist of little more than a call of another name on it. Class adapters inherit from both and translate between
/// inherited methods; dynamic ones take the translation as a mapping and pass on the rest by <c>__getattr__</c>.</para>
/// <para><b>Limits.</b> The same names are a proxy or decorator; several foreign objects are a facade; an own class that uses a
/// helper in the course of its work is neither, nor one that reports all that happens by one call to somebody else.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class AdapterRule : ICodeRule
{
    public string Name => "adapter";

    public string Title => "Adapter";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Methods.Count == 0 || owner.IsException || owner.IsInterface)
            return;
        _ =
            FindObject(unit, owner, found)
            || FindInherited(unit, owner, found)
            || FindDynamic(unit, owner, found);
    }

    private bool FindObject(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.InitialStores)
        {
            if (
                store.Source.Kind is not (OriginKind.Parameter or OriginKind.Made)
                || store.Source.Name.Length == 0
            )
                continue;
            var translations = Translations(owner, store.Attribute);
            if (
                translations.Count == 0
                || !IsForeign(owner, store.Attribute)
                || UsesOthers(owner, store.Attribute)
                || unit.File.IsCSharp && KeepsOwnKind(owner, store.Attribute)
            )
                continue;
            var target = Target(owner, translations);
            if (
                target is null
                || !IsMost(DistinctCalls(translations), Answered(owner, target))
                || owner.IsSubclassOf(target) && translations.Count * 2 < Expected(target)
                || store.Source.Kind is OriginKind.Made
                    && (
                        !owner.IsSubclassOf(target) || !IsInterfaceMade(owner, target, translations)
                    )
                || !owner.IsSubclassOf(target) && translations.Count * 2 < PublicMethods(owner)
            )
                continue;
            found
                .Match(this, unit)
                .Must("one foreign object is kept", store.Node)
                .Must("an expected call becomes a call of another name on it", translations[0].Call)
                .Should(
                    .15,
                    "the expected calls are declared by the own base",
                    target.IsAbstract && owner.IsSubclassOf(target)
                )
                .Should(
                    .10,
                    "others answer the same calls",
                    target.Descendants().Count > 1 || !owner.IsSubclassOf(target)
                )
                .Should(
                    .10,
                    "the foreign class is known and no kin",
                    IsKnown(owner, store.Attribute, translations)
                )
                .Should(.05, "several calls are translated", translations.Count > 1)
                .Named("adapter", "wrapper")
                .Variant("object")
                .With(owner.TypesOf(store.Attribute))
                .With(target.Unit)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>One of its own kind is kept beside it: the object stands before that one, and lets another help.</summary>
    private static bool KeepsOwnKind(ProjectClass owner, string attribute) =>
        owner.Shape.Stores.Exists(s =>
            s.Attribute != attribute
            && s.Source.Kind is OriginKind.Parameter
            && owner.TypesOf(s.Attribute).Any(t => owner.IsSubclassOf(t.Class!))
        );

    /// <summary>By its type, by what callers hand in, or as what alone answers all the calls.</summary>
    private static bool IsKnown(
        ProjectClass owner,
        string attribute,
        List<ForwardFact> translations
    ) =>
        owner.TypesOf(attribute).Count > 0
        || Collaborators
            .Of(owner, attribute, translations[0].Method)
            .Any(c => translations.TrueForAll(t => c.FindMethod(t.Method!) is not null));

    /// <summary>What the class makes itself is its part, unless its base leaves open what is translated, or translating is all it does.</summary>
    private static bool IsInterfaceMade(
        ProjectClass owner,
        ProjectClass target,
        List<ForwardFact> translations
    ) =>
        target.IsAbstract && DistinctCalls(translations) >= 2
        || translations.Count == PublicMethods(owner)
            && translations.TrueForAll(t => Forwarding.HandsOnRequest(t));

    /// <summary>More than half of what is expected; of a single call all.</summary>
    private static bool IsMost(int translated, int expected) =>
        expected < 2 ? translated > 0 : translated * 2 > expected;

    /// <summary>How many methods of the foreign object are needed: several calls that all become one report to it are no interface.</summary>
    private static int DistinctCalls(List<ForwardFact> translations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var translation in translations)
            names.Add(translation.Method!);
        return names.Count;
    }

    /// <summary>Short public methods whose work is a call of another name on the attribute.</summary>
    private static List<ForwardFact> Translations(ProjectClass owner, string attribute)
    {
        var found = new List<ForwardFact>();
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && forward.Method is { } called
                && called != forward.In.Name
                && !called.StartsWith('_')
                && !IsForEachOfMany(forward)
                && (forward.In.IsPublic || forward.In.IsSpecial && forward.In.Name is "__call__")
                && forward.In.Owner == owner
                && !CollectionCalls.Adds(called)
                && !CollectionCalls.TakesElement(called)
                && !CollectionCalls.KeepsElements(called)
                && (!LibraryMethods.Has(called) || owner.TypesOf(attribute).Count > 0)
                && IsThin(forward)
                && !ReportsItself(forward)
                && !forward.In.Shape.ParameterCalls.Exists(c =>
                    c.Method is not null && c.Call.IsDiscarded()
                )
                && Forwarding.IsAnswer(forward)
                && Forwarding.HandsOnRequest(forward)
                && !found.Exists(f => f.In == forward.In)
            )
                found.Add(forward);
        }
        return found;
    }

    /// <summary>One call for each of several things; the same call several times over is still one translation.</summary>
    private static bool IsForEachOfMany(ForwardFact forward)
    {
        var loop = forward.Call.EnclosingLoop();
        return loop.Exists()
            && !(
                loop.IsCounted()
                && forward.Call.IsDiscarded()
                && forward.Call.ArgumentCount() == 0
                && forward.Call.Statement().Parent.Parent == loop
            );
    }

    /// <summary>Hands over the object itself, in a new object or as work to be done: a part that tells its owner, or has itself called.</summary>
    private static bool ReportsItself(ForwardFact forward)
    {
        foreach (var child in forward.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            if (child.Contains(FactKind.Lambda))
                return true;
            for (var i = child.Index; i < child.End; i++)
            {
                var node = child.Facts[i];
                if (node.IsName(forward.In.Receiver) && node.Role is not FactRole.Object)
                    return true;
            }
        }
        return false;
    }

    /// <summary>The call is what the method gives, or nearly all that it does.</summary>
    private static bool IsThin(ForwardFact forward)
    {
        var body = forward.In.Node.Body();
        var statement = forward.Call.Statement();
        var count = body.StatementCount();
        if (!IsOutcome(forward.Call, forward.In))
            return false;
        var isLocal =
            statement.Kind is FactKind.Assign
            && statement.Child(FactRole.Target).IsKind(FactKind.Name);
        if (statement.Kind is FactKind.Return || count <= 2 && !isLocal)
            return count <= 4;
        return count <= 5
            && statement.Kind is FactKind.Assign
            && statement.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } local
            && body.LastStatement() is { Kind: FactKind.Return } last
            && (
                count <= 3 && last.Mentions(local.Name)
                || IsAllWork(forward) && IsMadeOf(last, local.NameOrEmpty(), forward.In)
            );
    }

    /// <summary>The method asks the foreign object once, and nobody else: what else it does is to convert.</summary>
    private static bool IsAllWork(ForwardFact forward) =>
        forward.In.Shape.Forwards.Count(f => f.Method is not null) == 1
        && forward.In.Shape.SelfCalls.Count == 0
        && forward.In.Shape.ParameterCalls.Count == 0;

    /// <summary>What is given back is made of the local, or of what was worked out of it.</summary>
    private static bool IsMadeOf(FactNode given, string local, ProjectUnit method)
    {
        var made = new HashSet<string>(StringComparer.Ordinal) { local };
        foreach (var node in method.OwnNodes)
        {
            if (node.Kind is not FactKind.Assign || !made.Any(m => node.Value().Mentions(m)))
                continue;
            foreach (var child in node.Children())
            {
                for (var i = child.Index; child.Role is FactRole.Target && i < child.End; i++)
                {
                    if (child.Facts[i] is { Kind: FactKind.Name, Name: { } name })
                        made.Add(name);
                }
            }
        }
        return made.Any(m => given.Mentions(m));
    }

    /// <summary>What the call gives is the statement's own value, perhaps converted; not a condition, nor a part of another object of the own class.</summary>
    private static bool IsOutcome(FactNode call, ProjectUnit method)
    {
        var outer = call.Parent;
        var isHandedOn = false;
        while (IsConversion(outer, method))
        {
            isHandedOn |= outer.Kind is FactKind.Call && IsAskedOfParameter(outer, method);
            outer = outer.Parent;
        }
        return outer.Kind switch
        {
            FactKind.Return => true,
            FactKind.ExpressionStatement => !isHandedOn,
            FactKind.Assign => !isHandedOn && !IsPartOfParameter(outer, method),
            _ => false,
        };
    }

    /// <summary><c>writer.Write(self.data.ToText())</c>: what the object gives is handed to somebody else.</summary>
    private static bool IsAskedOfParameter(FactNode call, ProjectUnit method) =>
        call.CalledObject() is { Facts: not null, Kind: FactKind.Name } target
        && method.HasParameter(target.NameOrEmpty());

    /// <summary><c>node.Included = self.filter.Pass(node)</c>: the answer changes what was given.</summary>
    private static bool IsPartOfParameter(FactNode assign, ProjectUnit method) =>
        assign.Child(FactRole.Target)
            is { Facts: not null, Kind: FactKind.Attribute or FactKind.Subscript } target
        && target.Child(FactRole.Object) is { Facts: not null, Kind: FactKind.Name } written
        && method.HasParameter(written.NameOrEmpty());

    private static bool IsConversion(FactNode outer, ProjectUnit method) =>
        outer.Kind switch
        {
            FactKind.Await
            or FactKind.KeywordArgument
            or FactKind.Binary
            or FactKind.Unary
            or FactKind.Attribute
            or FactKind.Subscript
            or FactKind.InterpolatedString
            or FactKind.TypeOperation => true,
            FactKind.Call => outer.MadeClass(method) is not { } made || made != method.Owner?.Unit,
            _ => false,
        };

    /// <summary>No class the attribute can hold answers by the own names or stands in the own hierarchy.</summary>
    private static bool IsForeign(ProjectClass owner, string attribute)
    {
        if (
            owner.Attribute(attribute) is { } kept
                && (kept.IsCollection || kept.Types.Any(IsPromise) || kept.Types.Any(IsAnything))
            || DeclaredKind.IsLibraryKind(owner, attribute)
            || DeclaredKind.IsAround(owner, attribute)
        )
            return false;
        foreach (var type in owner.TypesOf(attribute))
        {
            if (type.Class!.IsRelatedTo(owner))
                return false;
        }
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute == attribute
                && forward.Method == forward.In.Name
                && forward.In.IsPublic
                && owner.TypesOf(attribute).Count == 0
            )
                return false;
        }
        return true;
    }

    /// <summary>To complete a promise is to answer somebody who waits, not to translate.</summary>
    private static bool IsPromise(string type) =>
        type.Contains("TaskCompletionSource", StringComparison.Ordinal)
        || type is "asyncio.Future" or "concurrent.futures.Future";

    /// <summary>What can be anything has no interface to be translated.</summary>
    private static bool IsAnything(string type) => type is "object" or "System.Object";

    /// <summary>Whether calls go to other held objects of the project as well.</summary>
    private static bool UsesOthers(ProjectClass owner, string attribute)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute != attribute
                && forward.Method is not null
                && owner.TypesOf(forward.Attribute).Count > 0
            )
                return true;
        }
        return false;
    }

    /// <summary>The base that declares a translated call, or a class of the file that answers it too.</summary>
    private static ProjectClass? Target(ProjectClass owner, List<ForwardFact> translations)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (ancestor != owner && ancestor.Method(translations[0].In.Name) is not null)
                return ancestor;
        }
        if (owner.Bases.Count > 0 || !translations[0].In.IsPublic)
            return null;
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (
                unit.Class != owner
                && unit.Class!.Method(translations[0].In.Name) is not null
                && (!LibraryMethods.Has(translations[0].In.Name) || PublicMethods(owner) <= 2)
                && !TranslatesTo(translations, unit.Class)
            )
                return unit.Class;
        }
        return null;
    }

    private static bool TranslatesTo(List<ForwardFact> translations, ProjectClass other)
    {
        foreach (var translation in translations)
        {
            if (other.Method(translation.Method!) is not null)
                return true;
        }
        return false;
    }

    /// <summary>How many of the target's calls the class itself answers.</summary>
    private static int Answered(ProjectClass owner, ProjectClass target)
    {
        var count = 0;
        foreach (var method in owner.Methods)
        {
            if (method.IsPublic && target.FindMethod(method.Name) is not null)
                count++;
        }
        return count;
    }

    /// <summary>What callers can ask of the target: of an object that answers few of many calls the rest would be asked too.</summary>
    private static int Expected(ProjectClass target)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ancestor in target.AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                if (method.IsPublic && !method.Fact.Has(UnitTraits.Static))
                    names.Add(method.Name);
            }
            if (ancestor.Unit.Fact.Has(UnitTraits.Interface))
                names.UnionWith(ancestor.Unit.Fact.Attributes.Select(a => a.Name));
        }
        return names.Count;
    }

    private static int PublicMethods(ProjectClass owner) =>
        owner.Methods.Count(m => m.IsPublic && m.Fact.Kind is UnitKind.Method);
}
