namespace Motif.Code.Rules;

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
/// <para><b>Limits.</b> Serialisation to text and the pickle protocol write state elsewhere; they are none.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class MementoRule : ICodeRule
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
            )
                continue;
            var (given, attributes, snapshot) = Saved(save);
            if (!given.Exists() || attributes.Count == 0)
                continue;
            foreach (var restore in owner.Methods)
            {
                if (restore == save || restore.IsConstructor || restore.IsSpecial)
                    continue;
                var written = Restored(restore, attributes, snapshot is not null);
                if (!written.Exists())
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
            var attributes = OwnAttributes(value, save);
            if (attributes.Count > 0)
                return (result, attributes, made);
        }
        return (default, [], null);
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

    /// <summary>An own attribute of those saved is written from the parameter or something of it; or the whole __dict__.</summary>
    private static FactNode Restored(ProjectUnit restore, HashSet<string> attributes, bool isObject)
    {
        foreach (var store in restore.Shape.Stores)
        {
            if (
                (attributes.Contains(store.Attribute) || attributes.Contains("__dict__"))
                && IsFromParameter(restore, store.Value, isObject)
            )
                return store.Node;
        }
        foreach (var forward in restore.Shape.Forwards)
        {
            if (
                forward is { Attribute: "__dict__", Method: "update" }
                && IsFromParameter(restore, forward.Call.Argument(0), isObject: false)
            )
                return forward.Call;
        }
        return default;
    }

    /// <summary>Something of a parameter; the bare parameter only where copies are given out.</summary>
    private static bool IsFromParameter(ProjectUnit restore, FactNode value, bool isObject)
    {
        if (!value.Exists())
            return false;
        foreach (var parameter in restore.Fact.Parameters)
        {
            if (parameter.IsReceiver || !value.Mentions(parameter.Name))
                continue;
            if (
                !isObject
                || value.Contains(FactKind.Attribute)
                || value.Contains(FactKind.Subscript)
            )
                return true;
        }
        return false;
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

    /// <summary>Copies of the own state go into an own collection and come back from it.</summary>
    private void FindHistory(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var keep in owner.Shape.Collects)
        {
            if (
                keep.Kind is not CollectKind.Add
                || keep.In.IsConstructor
                || !keep.Value.Exists()
                || keep.Value.Mentions(null)
            )
                continue;
            var attributes = OwnAttributes(keep.Value, keep.In);
            attributes.Remove(keep.Attribute);
            if (attributes.Count == 0 || keep.Source.Kind is OriginKind.Parameter)
                continue;
            foreach (var store in owner.Shape.Stores)
            {
                if (
                    !attributes.Contains(store.Attribute)
                    || store.In.IsConstructor
                    || store.Source.Kind is not OriginKind.Element
                    || store.Source.Name != keep.Attribute
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("states are kept", keep.Node)
                    .Must("and written back", store.Node)
                    .Should(
                        .15,
                        "the last one is taken out",
                        Loops.FirstCall(store.Node, "pop", "Pop")
                    )
                    .Should(.10, "the state is copied", IsCopy(keep.Node))
                    .Named("memento", "snapshot", "undo", "history", "restore")
                    .Variant("history")
                    .Report();
                return;
            }
        }
    }

    /// <summary>A copy of a parameter's __dict__ and a nested function that puts it back.</summary>
    private void FindClosure(ProjectUnit unit, RuleFindings found)
    {
        FactNode copied = default;
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Assign && IsState(node.Value()))
                copied = node;
        }
        if (!copied.Exists() || copied.Child(FactRole.Target).NameOf() is not { } state)
            return;
        foreach (var member in unit.Members)
        {
            if (!member.IsFunction || !member.Node.Mentions(state))
                continue;
            found
                .Match(this, unit)
                .Must("an object's state is copied", copied)
                .Must(
                    "a nested function puts it back",
                    Loops.FirstCall(member.Node, "update", "setattr")
                )
                .Must("and is given back", FirstUse.ReturnOf(unit, member.Name))
                .Should(.20, "all of the state goes back", true)
                .Named("memento", "snapshot", "restore")
                .Variant("closure")
                .Report();
            return;
        }
    }

    private static bool IsState(FactNode value)
    {
        if (!value.Exists() || !value.Contains(FactKind.Call))
            return false;
        for (var i = value.Index; i < value.End; i++)
        {
            if (
                value.Facts[i] is { Kind: FactKind.Attribute, Name: "__dict__" }
                || value.Facts[i].Calls("vars", "builtins.vars")
            )
                return true;
        }
        return false;
    }
}
