using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resources;

/// <summary>Finds attributes that are computed when they are first asked for.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What is expensive and not always needed costs nothing until then, and then once.</para>
/// <para><b>Example.</b> <code>@property
/// def connection(self):
///     if self._connection is None:
///         self._connection = connect(self._url)
///     return self._connection</code></para>
/// <para><b>Structure.</b> A property, or a method without required parameters, that finds its own attribute missing, sets it
/// and returns it; <c>cached_property</c>; a non-data descriptor whose <c>__get__</c> writes the value into the instance;
/// <c>Lazy&lt;T&gt;</c> and <c>??=</c>.</para>
/// <para><b>Limits.</b> A value held by the class is a singleton, one held by key a memoized function.</para>
/// <para><b>References.</b> Fowler, Patterns of Enterprise Application Architecture, 2002, Lazy Load.</para>
/// </remarks>
internal sealed class LazyPropertyRule : ICodeRule
{
    public string Name => "lazy_property";

    public string Title => "Lazy Property";

    public RuleSubjects Subjects => RuleSubjects.Functions | RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindDescriptor(unit, owner, found);
        else if (
            unit.IsDecoratedWith(
                "cached_property",
                "lazy_property",
                "reify",
                "cached_property.cached_property",
                "lazy_object_proxy.utils.cached_property"
            )
        )
            ReportLibrary(unit, found);
        else if (unit.Owner is not null && unit.RequiredParameters == 0 && !unit.IsConstructor)
            FindGuard(unit, found);
    }

    private void ReportLibrary(ProjectUnit unit, RuleFindings found) =>
        found
            .Match(this, unit)
            .Must("a caching property keeps the value", unit.Node)
            .Should(.25, "there is something to compute", unit.Node.Body().First(FactKind.Return))
            .Variant("cached_property")
            .Report();

    private void FindGuard(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Assign) || !unit.Has(FactKind.Return))
            return;
        foreach (var store in unit.Shape.Stores)
        {
            if (store.IsOuter || IsClassLevel(unit, store))
                continue;
            var test = FirstUse.MissingTest(unit, store);
            var returned = FirstUse.ReturnOf(unit, store.Attribute);
            // Beside an answer of its own the kept value is what was noticed along the way.
            if (!test.Exists() || returned.Exists() && returned.Value().IsKind(FactKind.Collection))
                continue;
            found
                .Match(this, unit)
                .Must("it is computed when it is missing", test)
                .Must("and kept in the own attribute", store.Node)
                .Must("and returned", returned)
                .Not(store.Value.IsNull())
                .Not(
                    unit.File.Facts.Language == "python"
                        && (
                            IsGoneOnFrom(unit, store)
                            || Loops.FirstCall(test, "isinstance", "builtins.isinstance").Exists()
                        )
                )
                .Not(
                    unit.File.IsScript
                        && (IsForgotten(unit, store) || IsWork(store) || !GivesItself(unit, store))
                )
                .Should(.20, "it is read as a property", IsProperty(unit))
                .Should(.15, "the value is made by a call", store.Value.First(FactKind.Call))
                .Named("lazy", "cached")
                .Variant(IsProperty(unit) ? "property" : "method")
                .Report();
            return;
        }
    }

    /// <summary>Something else is made with what is there: a transaction in the one that is open, not the value itself.</summary>
    private static bool IsGoneOnFrom(ProjectUnit unit, StoreFact store)
    {
        foreach (var result in unit.Shape.Returns)
        {
            if (MakesOf(unit, store, result.Value()))
                return true;
        }
        return unit.Shape.Stores.Exists(s =>
            s.Attribute == store.Attribute && s.Node != store.Node && MakesOf(unit, store, s.Value)
        );
    }

    private static bool MakesOf(ProjectUnit unit, StoreFact store, FactNode value)
    {
        value = value.Bare();
        if (!value.IsKind(FactKind.Call) || !value.Is(FactFlags.Constructs))
            return false;
        foreach (var child in value.Children())
        {
            if (
                child.Role is FactRole.Argument
                && child.IsOwnAttribute(unit, out var name)
                && name == store.Attribute
            )
                return true;
        }
        return false;
    }

    /// <summary>The function itself lets go of it at the end: a request that is under way, not a value.</summary>
    private static bool IsForgotten(ProjectUnit unit, StoreFact store) =>
        unit.Shape.Stores.Exists(s =>
            s.Attribute == store.Attribute
            && s.Node.Index > store.Node.Index
            && (s.Value.IsNull() || s.Value.IsName("undefined"))
        );

    /// <summary><c>this.closed = (async () => { … })()</c>: work that is done once, and the promise that it is.</summary>
    private static bool IsWork(StoreFact store) =>
        store.Value.Bare() is { Facts: not null, Kind: FactKind.Call } call
        && call.Callee().IsKind(FactKind.Lambda);

    /// <summary>What is kept is given back as it is, not something made with it.</summary>
    private static bool GivesItself(ProjectUnit unit, StoreFact store)
    {
        foreach (var result in unit.Shape.Returns)
        {
            var value = result.Value();
            while (
                value.Exists()
                && value.Kind
                    is FactKind.TypeOperation
                        or FactKind.NamedExpression
                        or FactKind.Await
            )
                value =
                    value.Kind is FactKind.NamedExpression
                        ? value.Child(FactRole.Target)
                        : value.Value();
            if (
                value.Exists()
                && value.Bare().IsOwnAttribute(unit, out var given)
                && given == store.Attribute
            )
                return true;
        }
        return false;
    }

    private static bool IsProperty(ProjectUnit unit) =>
        unit.Fact.Kind is UnitKind.Property || unit.IsDecoratedWith("property");

    private static bool IsClassLevel(ProjectUnit unit, StoreFact store)
    {
        if (unit.Fact.Has(UnitTraits.ClassMethod) || unit.Fact.Has(UnitTraits.Static))
            return true;
        var target = store.Node.Child(FactRole.Target).Child(FactRole.Object);
        return target.Exists() && !target.IsName(unit.Receiver);
    }

    private void FindDescriptor(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Method("__get__") is not { } get || owner.Method("__set__") is not null)
            return;
        var write = InstanceWrite(get);
        if (!write.Exists())
            return;
        found
            .Match(this, unit)
            .Must("reading the attribute comes here", get.Node)
            .Must("the value is written into the instance", write)
            .Should(.20, "there is no setter, so the written value is found first", true)
            .Should(.10, "the value is made by a call", get.Node.Body().First(FactKind.Call))
            .Named("lazy", "cached")
            .Variant("descriptor")
            .Report();
    }

    private static FactNode InstanceWrite(ProjectUnit get)
    {
        foreach (var node in get.OwnNodes)
        {
            if (node.Calls("setattr", "builtins.setattr"))
                return node;
            if (
                node.Kind is FactKind.Subscript
                && node.Role is FactRole.Target
                && node.Child(FactRole.Object)
                    is { Facts: not null, Kind: FactKind.Attribute, Name: "__dict__" }
            )
                return node;
        }
        return default;
    }
}
