using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds trees whose branches are used like their leaves.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A caller need not know whether it holds one thing or many; recursion replaces case distinction.</para>
/// <para><b>Example.</b> <code>class Folder(Entry):
///     def __init__(self):
///         self._entries = []
///
///     def add(self, entry):
///         self._entries.append(entry)
///
///     def size(self):
///         return sum(entry.size() for entry in self._entries)</code></para>
/// <para><b>Structure.</b> A method goes through kept children and calls the method of the same name on each; the children are of
/// the own kind: by their type, by a base shared with a leaf class, or because a leaf class of the file answers the same call.</para>
/// <para><b>Limits.</b> Telling listeners goes out under another name to another kind. Those found under a key get a dispatch; what is
/// known to be of another kind, or called as the branch itself cannot be, are rows or parts. One recursive node class without
/// leaves is a plain tree and counts less.
/// In Python children that bear the name of another class are its parts; in C# children are declared to be of the own kind.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class CompositeRule : ICodeRule
{
    public string Name => "composite";

    public string Title => "Composite";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (
                call.Method is null
                || call.Method != call.In.Name
                || !call.InLoop
                || IsCopying(call.Method)
                || IsLookedUp(call.Call)
                || IsFirstThatFits(call)
                || !CanAnswer(call)
                || Inherited(owner, call)
            )
                continue;
            var leaves = Leaves(owner, call.Method);
            var isOwnType = HoldsOwnKind(owner, call.Attribute);
            if (
                leaves.Count == 0 && !isOwnType
                // Where types are written down, the children of a whole that is one of them are declared to be of its kind.
                || unit.File.IsCSharp && !isOwnType
                || AreOthers(owner, call.Attribute, leaves)
                || !isOwnType && AreNamedParts(owner, call, leaves)
                || !isOwnType
                    && DeclaredKind.IsKnown(owner, call.Attribute)
                    && owner.TypesOf(call.Attribute).Count > 0
            )
                continue;
            var added = Added(owner, call.Attribute);
            // Clearing or closing what one has made is housekeeping.
            if (LibraryMethods.Has(call.Method) && !isOwnType && !added.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("children are gone through", call.Call.Statement())
                .Must("the same call goes to each", call.Call)
                .Should(.15, "there are leaves that answer the call too", leaves.Count > 0)
                .Should(.10, "children are added from outside", added)
                .Should(.10, "branches and leaves share a base", SharesBase(owner, leaves))
                .Should(.05, "children are declared to be of the own kind", isOwnType)
                .Named("composite", "group", "tree", "node", "component")
                .Variant(
                    SharesBase(owner, leaves) ? "hierarchy"
                    : leaves.Count > 0 ? "duck"
                    : "tree"
                )
                .With(leaves.Select(l => l.Unit))
                .With(
                    owner
                        .Bases.Where(b => b.FindMethod(call.Method) is not null)
                        .Select(b => b.Unit)
                )
                .Report();
            return;
        }
    }

    /// <summary>A copy is made of copies of its parts whatever they are.</summary>
    internal static bool IsCopying(string method) =>
        method.Contains("copy", StringComparison.OrdinalIgnoreCase)
        || method.Contains("clone", StringComparison.OrdinalIgnoreCase);

    /// <summary>Those found under a key get the call, not all children: a dispatch.</summary>
    private static bool IsLookedUp(FactNode call)
    {
        var loop = call.EnclosingLoop();
        var over = loop.Exists() ? loop.Child(FactRole.Iterable).Bare() : default;
        return over.IsKind(FactKind.Call)
            ? CollectionCalls.TakesElement(over.CalleeName() ?? "") && over.ArgumentCount() > 0
            : over.IsKind(FactKind.Subscript) && !over.Child(FactRole.Index).IsKind(FactKind.Slice);
    }

    /// <summary><c>if child.fits(x): return child.make(x)</c>: one of several is chosen and does the work alone.</summary>
    private static bool IsFirstThatFits(ElementCallFact call)
    {
        if (
            call.Call.Statement().Kind is not FactKind.Return
            || !call.Call.EnclosingLoop().Exists()
        )
            return false;
        var child = call.Call.CalledObject();
        var choice = call.Call.Ancestor(FactKind.If);
        return choice.Exists()
            && child.IsKind(FactKind.Name)
            && !choice.Child(FactRole.Test).Holds(call.Call)
            && choice.Child(FactRole.Test).Mentions(child.Name);
    }

    /// <summary>The composite itself could be called like its children: with as many arguments.</summary>
    private static bool CanAnswer(ElementCallFact call)
    {
        int given = 0,
            taken = 0;
        foreach (var child in call.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            if (
                child.Kind is FactKind.Starred
                || child.Kind is FactKind.KeywordArgument && child.Name is null
            )
                return true;
            given++;
        }
        foreach (var parameter in call.In.Fact.Parameters)
        {
            if (ProjectUnit.IsVariadic(parameter))
                return true;
            taken += parameter.IsReceiver ? 0 : 1;
        }
        return given >= call.In.RequiredParameters && given <= taken;
    }

    /// <summary>An ancestor that is the same composite is reported instead.</summary>
    private static bool Inherited(ProjectClass owner, ElementCallFact call)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (ancestor == owner)
                continue;
            foreach (var other in ancestor.Shape.ElementCalls)
            {
                if (other.Method == other.In.Name && other.Attribute == call.Attribute)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Classes that answer the call without children: kin of the own, or in its file where there is no kin.</summary>
    private static List<ProjectClass> Leaves(ProjectClass owner, string method)
    {
        var leaves = new List<ProjectClass>();
        foreach (var parent in owner.Bases)
        {
            // Where classes say what they extend, what the base does not know its heirs do not share.
            if (owner.Unit.File.IsScript && parent.FindMethod(method) is null)
                continue;
            if (parent.Method(method) is { IsHook: false } && !parent.IsAbstract)
                leaves.Add(parent);
            foreach (var sibling in parent.Descendants())
            {
                if (
                    sibling != owner
                    && !sibling.IsSubclassOf(owner)
                    && sibling.FindMethod(method) is { IsAbstract: false }
                )
                    leaves.Add(sibling);
            }
        }
        if (owner.Bases.Count > 0)
            return leaves;
        foreach (var descendant in owner.Descendants())
        {
            if (descendant.Method(method) is not null)
                leaves.Add(descendant);
        }
        foreach (var unit in owner.Unit.File.Classes)
        {
            if (
                unit.Class != owner
                && !leaves.Contains(unit.Class!)
                && unit.Class!.Bases.Count == 0
                && unit.Class.Method(method) is { } answer
                && !answer.HasLoop
                && answer.Fact.Parameters.Count == owner.FindMethod(method)?.Fact.Parameters.Count
            )
                leaves.Add(unit.Class);
        }
        return leaves;
    }

    /// <summary>What is held is known, and is neither kin nor a leaf: rows of a table answer the call, but are no tables.</summary>
    private static bool AreOthers(ProjectClass owner, string attribute, List<ProjectClass> leaves)
    {
        var types = owner.TypesOf(attribute);
        return types.Count > 0
            && types.All(t => !t.Class!.IsRelatedTo(owner) && !leaves.Contains(t.Class));
    }

    /// <summary>
    /// Python: what is held has the name of one class that answers, and not of the own: a job with its <c>tasks</c>, which hold no
    /// jobs.
    /// </summary>
    private static bool AreNamedParts(
        ProjectClass owner,
        ElementCallFact call,
        List<ProjectClass> leaves
    )
    {
        if (owner.Unit.File.Facts.Language != "python" || SharesBase(owner, leaves))
            return false;
        var part = call.Attribute.AsSpan(call.Attribute.LastIndexOf('_') + 1);
        if (part.Length < 4 || part[^1] is not 's')
            return false;
        var word = part.EndsWith("ies") ? $"{part[..^3]}y" : part[..^1].ToString();
        return !owner.Unit.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && owner.Unit.File.Classes.Any(c =>
                c.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && c.Class!.FindMethod(call.Method!) is not null
            );
    }

    private static bool HoldsOwnKind(ProjectClass owner, string attribute)
    {
        foreach (var type in owner.TypesOf(attribute))
        {
            if (owner.IsSubclassOf(type.Class!))
                return true;
        }
        return false;
    }

    private static FactNode Added(ProjectClass owner, string attribute)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            foreach (var collect in ancestor.Shape.Collects)
            {
                if (
                    collect.Attribute == attribute
                    && collect.Kind is CollectKind.Add or CollectKind.Put
                    && collect.Source.Kind is OriginKind.Parameter
                )
                    return collect.Node;
            }
        }
        return owner.Shape.InjectionOf(attribute)?.Node ?? default;
    }

    private static bool SharesBase(ProjectClass owner, List<ProjectClass> leaves)
    {
        foreach (var leaf in leaves)
        {
            if (leaf.IsRelatedTo(owner))
                return true;
        }
        return false;
    }
}
