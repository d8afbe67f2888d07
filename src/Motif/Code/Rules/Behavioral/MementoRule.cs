using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds objects that give out their state and take it back.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Undo and rollback without opening the object to others.</para>
/// <para><b>Example.</b> <code>def save(self):
///     return Snapshot(self._text, self._cursor)
///
/// def restore(self, snapshot):
///     self._text, self._cursor = snapshot.text, snapshot.cursor</code></para>
/// <para><b>Structure.</b> <c>object</c>: one method gives back an object made of own attributes (or a copy of them), another writes
/// the same attributes from its parameter. <c>history</c>: copies of the own state are kept and written back. <c>closure</c>: a
/// function copies an object's state and gives back a function that restores it.</para>
/// <para><b>Limits.</b> Serialisation to text and the pickle protocol write state elsewhere; they are none. Nor is a parser's stack of
/// what it is in, which begins anew with every level. What comes back is the snapshot, so that it has what is read of it.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class MementoRule : ICodeRule
{
    public string Name => "memento";

    public string Title => "Memento";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
        {
            if (!FindObject(unit, owner, found))
                FindHistory(unit, owner, found);
        }
        else if (unit.Members.Count > 0)
            FindClosure(unit, found);
    }

    private bool FindObject(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var save in owner.Methods)
        {
            if (
                save.IsConstructor
                || save.IsSpecial
                || save.RequiredParameters > 1
                || save.Fact.Has(UnitTraits.ClassMethod)
                // A value that gives some of its parts in another order keeps nothing for later.
                || unit.Fact.Has(UnitTraits.DataType) && save.Fact.Kind is UnitKind.Property
            )
                continue;
            var (given, attributes, snapshot) = Saved(save);
            if (!given.Exists() || attributes.Count == 0)
                continue;
            foreach (var restore in owner.Methods)
            {
                if (restore == save || restore.IsConstructor || restore.IsSpecial)
                    continue;
                var written = Restored(restore, attributes, snapshot);
                if (
                    !written.Exists()
                    || unit.File.IsScript && !Takes(restore, snapshot, attributes)
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("a method gives out the own state", given)
                    .Must("another writes it back from what it gets", written)
                    .Not(snapshot is null && !IsCopy(given))
                    .Should(.20, "the state is an object of its own class", snapshot is not null)
                    .Should(.15, "the state is copied", IsCopy(given))
                    .Should(.10, "somebody keeps a history of them", KeptBy(owner, save))
                    .Named("memento", "snapshot", "save", "restore", "undo")
                    .Variant("object")
                    .With(snapshot is null ? [] : [snapshot])
                    .Report();
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// TypeScript and JavaScript: what restores is declared to be given such a state, or where nothing is declared there is more than
    /// one thing to bring back.
    /// </summary>
    private static bool Takes(
        ProjectUnit restore,
        ProjectUnit? snapshot,
        HashSet<string> attributes
    ) =>
        restore.Fact.Parameters.Any(p =>
            p.Type is null
                ? attributes.Count > 1
                : snapshot is not null
                    && restore.File.Project.FindClass(p.Type, restore.File) == snapshot
        );

    /// <summary>A return of an object made of own attributes, or of a copy of one.</summary>
    private static (FactNode Given, HashSet<string> Attributes, ProjectUnit? Snapshot) Saved(
        ProjectUnit save
    )
    {
        foreach (var result in save.Shape.Returns)
        {
            var value = result.Value();
            if (!value.Exists())
                continue;
            var made = value.MadeClass(save);
            if (made is not null && made == save.EnclosingClass?.Unit)
                continue;
            if (made is null && !IsWholeCopy(value))
                continue;
            // What anybody can fill in is a record of settings, not a state that only its owner reads.
            if (made is not null && save.File.IsCSharp && !IsMadeOfArguments(value))
                continue;
            // What knows the object itself works on it; a state lies apart.
            if (value.IsKind(FactKind.Call) && value.HandsOver(save.Receiver))
                continue;
            var attributes = OwnAttributes(value, save);
            if (attributes.Count > 0)
                return (result, attributes, made);
        }
        return (default, [], null);
    }

    /// <summary>C#: something is handed to the constructor, not all set one by one behind it.</summary>
    private static bool IsMadeOfArguments(FactNode made)
    {
        foreach (var child in made.Bare().Children())
        {
            if (child.Role is FactRole.Argument && child.Kind is not FactKind.KeywordArgument)
                return true;
        }
        return false;
    }

    private static HashSet<string> OwnAttributes(FactNode node, ProjectUnit method)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = node.Index; i < node.End; i++)
        {
            if (node.Facts[i].IsOwnAttribute(method, out var name))
                names.Add(name);
        }
        return names;
    }

    /// <summary>A deep copy, or a copy of the whole __dict__: a copied list alone is a getter that takes care.</summary>
    private static bool IsWholeCopy(FactNode node)
    {
        if (Loops.FirstCall(node, "deepcopy").Exists())
            return true;
        for (var i = node.Index; i < node.End; i++)
        {
            if (node.Facts[i] is { Kind: FactKind.Attribute, Name: "__dict__" })
                return IsCopy(node);
        }
        return false;
    }

    private static bool IsCopy(FactNode node) =>
        Loops.FirstCall(node, "copy", "deepcopy", "dict", "list").Exists();

    /// <summary>
    /// One parameter brings back at least half of the attributes that were saved, each from a field, an element or an answer of it; or
    /// the whole __dict__. The first that is written, or none.
    /// </summary>
    private static FactNode Restored(
        ProjectUnit restore,
        HashSet<string> attributes,
        ProjectUnit? snapshot
    )
    {
        foreach (var parameter in restore.Fact.Parameters)
        {
            if (parameter.IsReceiver)
                continue;
            FactNode first = default;
            var written = new HashSet<string>(StringComparer.Ordinal);
            foreach (var store in restore.Shape.Stores)
            {
                var value = store.Value.Exists() ? store.Value : store.Node.Value();
                if (
                    !attributes.Contains(store.Attribute)
                    || !IsOf(value, parameter.Name, store)
                    || snapshot is not null && !IsIn(value, parameter.Name, snapshot.Class!)
                )
                    continue;
                written.Add(store.Attribute);
                first = first.Exists() ? first : store.Node;
            }
            if (first.Exists() && written.Count * 2 >= attributes.Count)
                return first;
            if (
                attributes.Contains("__dict__")
                && Updated(restore, parameter.Name) is { Facts: not null } all
            )
                return all;
        }
        return default;
    }

    /// <summary>Something of the parameter; the parameter itself only where it is the whole __dict__.</summary>
    private static bool IsOf(FactNode value, string parameter, StoreFact store)
    {
        if (!value.Exists())
            return false;
        if (store.Attribute == "__dict__" && value.Mentions(parameter))
            return true;
        for (var i = value.Index; i < value.End; i++)
        {
            var node = value.Facts[i];
            if (
                node.Kind is FactKind.Attribute or FactKind.Subscript
                && node.Child(FactRole.Object).IsName(parameter)
            )
                return true;
        }
        return false;
    }

    /// <summary>What is read of the parameter is something that the snapshot has: it is the snapshot that comes back.</summary>
    private static bool IsIn(FactNode value, string parameter, ProjectClass snapshot)
    {
        var isRead = false;
        for (var i = value.Index; i < value.End; i++)
        {
            var node = value.Facts[i];
            if (
                node.Kind is not FactKind.Attribute
                || !node.Child(FactRole.Object).IsName(parameter)
            )
                continue;
            if (
                !snapshot.HasAttribute(node.NameOrEmpty())
                && snapshot.FindMethod(node.NameOrEmpty()) is null
            )
                return false;
            isRead = true;
        }
        return isRead;
    }

    private static FactNode Updated(ProjectUnit restore, string parameter)
    {
        foreach (var forward in restore.Shape.Forwards)
        {
            if (
                forward is { Attribute: "__dict__", Method: "update" }
                && forward.Call.Argument(0).Mentions(parameter)
            )
                return forward.Call;
        }
        return default;
    }

    /// <summary>Some class of the file collects what save gives.</summary>
    private static bool KeptBy(ProjectClass owner, ProjectUnit save)
    {
        foreach (var unit in owner.Unit.File.Classes)
        {
            foreach (var collect in unit.Holder.Collects)
            {
                if (
                    collect.Kind is CollectKind.Add
                    && collect.Value.IsKind(FactKind.Call)
                    && collect.Value.CalleeName() == save.Name
                )
                    return true;
            }
        }
        return false;
    }
}
