using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds classes of which a program has one instance, whoever asks.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Shared state that everybody can reach: convenient, hard to replace in a test, easy to get wrong
/// under threads.</para>
/// <para><b>Example.</b> <code>class Settings:
///     _instance = None
///
///     def __new__(cls):
///         if cls._instance is None:
///             cls._instance = super().__new__(cls)
///         return cls._instance</code></para>
/// <para><b>Structure.</b> An instance of the own class is found missing, made, kept where all instances can see it, and given
/// back. Mechanisms: <c>new</c>, <c>metaclass</c> (its <c>__call__</c> keeps one per class), <c>class_method</c>, <c>decorator</c>
/// (keeps one per decorated class), <c>borg</c> (all instances share one <c>__dict__</c>), <c>module</c> (a function fills a
/// module variable), <c>static</c> (a private constructor and a static field of the own type).</para>
/// <para><b>Limits.</b> One instance per key is a flyweight; a value kept by an instance is a lazy property.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; Martelli, Five Easy Pieces: Simple Python Non-Patterns, 2001 (Borg).</para>
/// </remarks>
internal sealed partial class SingletonRule : ICodeRule
{
    public string Name => "singleton";

    public string Title => "Singleton";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is not { } owner)
        {
            FindFunction(unit, found);
            return;
        }
        if (owner.Methods.Count == 0 && owner.Unit.Fact.Attributes.Count == 0)
            return;
        _ =
            FindNew(unit, owner, found)
            || FindMetaclass(unit, owner, found)
            || FindBorg(unit, owner, found)
            || FindAccessor(unit, owner, found)
            || FindSelfStore(unit, owner, found)
            || FindStatic(unit, owner, found)
            || FindDecoratorClass(unit, owner, found);
    }

    private bool FindNew(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Method("__new__") is not { } method || owner.HasExternalBase("type"))
            return false;
        return FindKept(unit, method, "new", found) || FindKeyed(unit, method, "new", found);
    }

    private bool FindMetaclass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Method("__call__") is not { } call || !IsMetaclass(owner))
            return false;
        return FindKept(unit, call, "metaclass", found)
            || FindKeyed(unit, call, "metaclass", found);
    }

    private static bool IsMetaclass(ProjectClass owner)
    {
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            if (ancestor.HasExternalBase("type", "ABCMeta", "EnumMeta"))
                return true;
        }
        return false;
    }

    /// <summary>The method finds the class's own attribute missing, fills it with an instance and returns it.</summary>
    private bool FindKept(ProjectUnit unit, ProjectUnit method, string variant, RuleFindings found)
    {
        foreach (var store in method.Shape.Stores)
        {
            if (store.Value.IsNull() || !IsInstance(store.Value, method))
                continue;
            var test = FirstUse.MissingTest(method, store);
            if (!test.Exists())
                continue;
            Begin(unit, method, variant, found)
                .Must("the instance is found missing", test)
                .Must("the one instance is kept", store.Node)
                .Must("the kept instance is given back", FirstUse.ReturnOf(method, store.Attribute))
                .Should(.20, "it is made only there", store.Value)
                .Should(.10, "a lock guards the making", store.Node.Ancestor(FactKind.With))
                .Modifier("lock", store.Node.IsUnder(FactKind.With))
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The same with one instance per class: <c>cls._instances[cls]</c>. A key of arguments would make it a flyweight.</summary>
    private bool FindKeyed(ProjectUnit unit, ProjectUnit method, string variant, RuleFindings found)
    {
        foreach (var put in method.Shape.Collects)
        {
            var key = put.Node.Child(FactRole.Index);
            if (put.Kind is not CollectKind.Put || !key.IsReceiver(method) && !key.IsName("cls"))
                continue;
            Begin(unit, method, variant, found)
                .Must(
                    "the class is looked up among those that have an instance",
                    LookupOf(method, key)
                )
                .Must("the one instance is kept by its class", put.Node)
                .Must("the kept instance is given back", FirstUse.ReturnOf(method, put.Attribute))
                .Should(.20, "the key is the class alone", key)
                .Should(.10, "a lock guards the making", put.Node.Ancestor(FactKind.With))
                .Modifier("lock", put.Node.IsUnder(FactKind.With))
                .Report();
            return true;
        }
        return false;
    }

    private static FactNode LookupOf(ProjectUnit method, FactNode key)
    {
        foreach (var node in method.OwnNodes)
        {
            if (node.Kind is FactKind.Compare && node.Value().IsSameAs(key))
                return node;
            if (
                node.Kind is FactKind.Call
                && node.CalleeName() is "get"
                && node.Argument(0).IsSameAs(key)
            )
                return node;
            if (
                node.Kind is FactKind.Handler
                && node.Child(FactRole.Type) is { Facts: not null, Name: "KeyError" }
            )
                return node;
        }
        return default;
    }

    /// <summary>Whether the value holds a call that makes an instance of the own class.</summary>
    private static bool IsInstance(FactNode value, ProjectUnit method)
    {
        if (!value.Exists())
            return false;
        for (var i = value.Index; i < value.End; i++)
        {
            var node = value.Facts[i];
            if (
                node.Kind is FactKind.Call
                && (
                    node.MakesOwn(method)
                    || node.Callee()
                        is { Facts: not null, Kind: FactKind.Attribute, Name: "__call__" }
                )
            )
                return true;
        }
        return false;
    }

    private bool FindBorg(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Attribute != "__dict__" || store.Source.Kind is not OriginKind.Held)
                continue;
            Begin(unit, store.In, "borg", found)
                .Must("every instance's state is replaced", store.Node)
                .Must("by state that the class holds", store.Value)
                .Should(
                    .25,
                    "the shared state is a class attribute",
                    owner.Attribute(store.Source.Name)?.IsClassLevel == true
                )
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>A class or static method, or static property, that gives the one instance.</summary>
    private bool FindAccessor(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (HasOthers(owner))
            return false;
        foreach (var method in owner.Methods)
        {
            if (
                (method.Fact.Has(UnitTraits.ClassMethod) || method.Fact.Has(UnitTraits.Static))
                && method.Name is not "__new__"
                && FindKept(unit, method, "class_method", found)
            )
                return true;
        }
        return false;
    }

    /// <summary>Others are made from what callers give: what is kept is one of many, a default or a value that is often needed.</summary>
    private static bool HasOthers(ProjectClass owner)
    {
        if (owner.Unit.File.Facts.Language == "csharp")
            return owner.Methods.Any(m =>
                m.IsConstructor
                && !m.Fact.Has(UnitTraits.Private)
                && !m.Fact.Has(UnitTraits.Static)
                && m.RequiredParameters > 0
            );
        return owner.Unit.Calls.Count(c => c.ArgumentCount() > 0) > 2;
    }

    /// <summary>The kept object, not a part of it.</summary>
    private static bool IsItself(FactNode given, string attribute) =>
        given.KindOf() is FactKind.Name or FactKind.Attribute && given.Name == attribute;

    /// <summary>The constructor writes the instance itself where the class can see it, and a method gives it.</summary>
    private bool FindSelfStore(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                !store.In.IsConstructor
                || store.Source.Kind is not OriginKind.Self
                || IsOwnField(store)
            )
                continue;
            foreach (var method in owner.Methods)
            {
                var given = FirstUse.ReturnOf(method, store.Attribute);
                if (
                    method == store.In
                    || !given.Exists()
                    || unit.File.IsCSharp && !IsItself(given.Value().Bare(), store.Attribute)
                )
                    continue;
                Begin(unit, method, "class_method", found)
                    .Must("the constructor keeps the instance in the class", store.Node)
                    .Must("a method gives the kept instance", given)
                    .Should(
                        .20,
                        "the class is asked before another is made",
                        method.Node.Body().First(FactKind.If)
                    )
                    .Report();
                return true;
            }
        }
        return false;
    }

    private static bool IsOwnField(StoreFact store) =>
        store.Node.Child(FactRole.Target).Child(FactRole.Object).IsName(store.In.Receiver);

    /// <summary>C# and TypeScript: a private constructor and a static field or property of the own type that is made once.</summary>
    private bool FindStatic(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (unit.File.Facts.Language is "python")
            return false;
        var constructors = owner.Methods.Where(m => m.IsConstructor).ToList();
        if (constructors.Count == 0 || !constructors.All(c => c.Fact.Has(UnitTraits.Private)))
            return false;
        // A class that makes several of its own has well-known values, not one instance.
        if (unit.Calls.Count > 1 || Kept(owner) is not [var (file, attribute)])
            return false;
        Begin(unit, constructors[0], "static", found)
            .Must("nobody else can make one", constructors[0].Node)
            .Must("the class holds the one instance", new FactNode(file.Facts, attribute.Node))
            .Should(.25, "the field is static and of the own type", true)
            .Report();
        return true;
    }

    /// <summary>Static fields of the own type, also those of a class inside that makes it on first use.</summary>
    private static List<(ProjectFile File, AttributeFact Attribute)> Kept(ProjectClass owner)
    {
        var holders = owner
            .Parts.Concat(owner.Unit.Members.Where(m => m.Class is not null))
            .SelectMany(h => h.Fact.Attributes.Select(a => (h.File, Attribute: a)));
        return
        [
            .. holders.Where(h =>
                h.Attribute.IsClassLevel
                && h.Attribute.Node >= 0
                && HoldsOwnType(h.Attribute, owner)
            ),
        ];
    }

    private static bool HoldsOwnType(AttributeFact attribute, ProjectClass owner)
    {
        var found = new List<ProjectUnit>();
        foreach (var type in attribute.Types)
            owner.Unit.File.Project.FindClasses(type, owner.Unit.File, found);
        return found.Contains(owner.Unit) && !attribute.IsCollection;
    }

    private RuleMatchBuilder Begin(
        ProjectUnit unit,
        ProjectUnit method,
        string variant,
        RuleFindings found
    ) =>
        found
            .Match(this, unit)
            .Variant(variant)
            .Modifier("async", method.Fact.Has(UnitTraits.Async))
            .Named("singleton", "instance", "borg");
}
