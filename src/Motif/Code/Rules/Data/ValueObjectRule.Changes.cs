using System.Collections.Frozen;

namespace Motif.Code.Rules.Data;

/// <summary>What speaks against a value: that it is changed, and that it is there for something else.</summary>
internal sealed partial class ValueObjectRule
{
    /// <summary>What the language or a library calls on a struct that walks, waits or lets go.</summary>
    private static readonly FrozenSet<string> Protocols =
        "MoveNext GetEnumerator GetAwaiter GetResult OnCompleted UnsafeOnCompleted SetResult SetException Dispose DisposeAsync"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>C#: a struct that is no value, or a record that others may write.</summary>
    private static bool IsLoose(ProjectUnit unit, ProjectClass owner)
    {
        if (unit.File.Facts.Language != "csharp")
            return false;
        if (IsAssignable(owner))
            return true;
        return unit.Fact.Has(UnitTraits.Struct)
            && (
                IsTool(owner)
                || !owner.Parts.Any(p => p.Fact.Has(UnitTraits.Shown))
                    && owner.Method("Equals") is null
            );
    }

    /// <summary>
    /// Python: it is called, or it is one of a family whose base leaves work open: what is declared are the settings of something that
    /// works.
    /// </summary>
    private static bool IsWorker(ProjectClass owner)
    {
        if (owner.Unit.File.Facts.Language != "python")
            return false;
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                if (
                    method.Name is "__call__"
                    || method.IsHook && !method.IsSpecial && method.Fact.Kind is UnitKind.Method
                )
                    return true;
            }
        }
        return false;
    }

    private static bool IsAssignable(ProjectClass owner) =>
        owner.Parts.Any(p => p.Fact.Has(UnitTraits.Assignable));

    private static bool IsTool(ProjectClass owner)
    {
        if (owner.Unit.IsDecoratedWith("StructLayout", "StructLayoutAttribute"))
            return true;
        foreach (var method in owner.Methods)
        {
            if (
                Protocols.Contains(method.Name)
                || method.IsDecoratedWith("DllImport", "DllImportAttribute", "LibraryImport")
            )
                return true;
        }
        foreach (var attribute in owner.Unit.Fact.Attributes)
        {
            if (attribute.Types.Any(IsHandle))
                return true;
        }
        return false;
    }

    private static bool IsHandle(string type) =>
        DottedName.IsOneOf(type, "IntPtr", "UIntPtr", "nint", "nuint", "HandleRef", "SafeHandle");

    /// <summary>Where something else than making it writes or fills an own attribute; what hashing remembers does not change it.</summary>
    private static FactNode Change(ProjectClass owner)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (!store.IsOuter && Writes(store.In, owner))
                return store.Node;
        }
        foreach (var collect in owner.Shape.Collects)
        {
            if (
                !collect.IsOuter
                && collect.Kind is not CollectKind.Set
                && Writes(collect.In, owner)
            )
                return collect.Node;
        }
        return default;
    }

    private static bool Writes(ProjectUnit method, ProjectClass owner) =>
        !method.IsConstructor
        && !method.Fact.Has(UnitTraits.Static)
        && !method.Fact.Has(UnitTraits.ClassMethod)
        && method.Name
            is not (
                "__post_init__"
                or "__attrs_post_init__"
                or "__hash__"
                or "GetHashCode"
                or "__setstate__"
            )
        && method.Fact.Kind is UnitKind.Method
        && !owner.Shape.SelfCalls.Exists(c => c.In.IsConstructor && c.Method == method.Name);

    /// <summary>It is made of what it is compared by; a mixin compares what others hold.</summary>
    private static bool IsMade(ProjectClass owner) =>
        owner.FindMethod("__init__") is not null
        || owner.FindMethod("__new__") is not null
        || owner.AncestorsAndSelf().Any(a => a.ExternalBases.Any(b => b is not "object"));

    /// <summary>An object that is known by its key has more attributes than it is compared by.</summary>
    private static bool ComparesMost(ProjectClass owner, ProjectUnit equals)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var store in owner.Shape.Stores)
        {
            if (store.In.IsConstructor && !store.IsOuter)
                kept.Add(store.Attribute);
        }
        var compared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in equals.OwnNodes)
        {
            if (!node.IsOwnAttribute(equals, out var name))
                continue;
            if (name is "__dict__")
                return true;
            compared.Add(name);
        }
        compared.Remove("__class__");
        return compared.Count * 2 >= kept.Count;
    }
}
