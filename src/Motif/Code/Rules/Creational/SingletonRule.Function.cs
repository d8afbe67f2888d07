using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Instances that functions, modules and decorators keep.</summary>
internal sealed partial class SingletonRule
{
    /// <summary>A class used as decorator: it keeps the decorated class and its one instance.</summary>
    private bool FindDecoratorClass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            var call = store.Value.Bare();
            if (
                store.In.IsConstructor
                || !call.IsKind(FactKind.Call)
                || !call.Callee().IsOwnAttribute(store.In, out var held)
                || owner.Shape.InjectionOf(held) is not { } injection
                || !injection.In.IsConstructor
                || !(unit.File.Project.IsDecorator(unit) || store.In.Name is "__call__")
            )
                continue;
            Begin(unit, store.In, "decorator", found)
                .Must("the decorated class is kept", injection.Node)
                .Must("its one instance is found missing", FirstUse.MissingTest(store.In, store))
                .Must("made and kept", store.Node)
                .Must("and given back", FirstUse.ReturnOf(store.In, store.Attribute))
                .Should(.20, "it is used behind an at sign", unit.File.Project.IsDecorator(unit))
                .Should(.10, "it is called like the class", store.In.Name is "__call__")
                .Report();
            return true;
        }
        return false;
    }

    private void FindFunction(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Parent?.Class is not null)
            return;
        if (unit.Has(FactKind.ScopeDeclaration) && unit.Parent?.Fact.Kind is UnitKind.Module)
            FindModule(unit, found);
        foreach (var member in unit.Members)
        {
            if (member.IsFunction && unit.Fact.Parameters.Count > 0)
                FindDecorator(unit, member, found);
        }
    }

    /// <summary><c>global _client; if _client is None: _client = Client(); return _client</c>.</summary>
    private void FindModule(ProjectUnit unit, RuleFindings found)
    {
        foreach (var store in unit.Shape.Stores)
        {
            if (
                !store.IsOuter
                || !store.Value.Bare().IsKind(FactKind.Call)
                || unit.RequiredParameters > 1
            )
                continue;
            var test = FirstUse.MissingTest(unit, store);
            if (!test.Exists())
                continue;
            Begin(unit, unit, "module", found)
                .Must("the module's instance is found missing", test)
                .Must("it is made and kept in the module", store.Node)
                .Must("and given back", ReturnedAlone(unit, store))
                .Must("it is an instance of a class", MakesInstance(store))
                .Should(
                    .20,
                    "nothing distinguishes one call from another",
                    unit.RequiredParameters == 0
                )
                .Report();
            return;
        }
    }

    /// <summary>The return that gives the instance itself, or a local that it was stored by; or none.</summary>
    private static FactNode ReturnedAlone(ProjectUnit unit, StoreFact store)
    {
        var given = FirstUse.ReturnOf(unit, store.Attribute);
        return given.Exists() && given.Value().IsKind(FactKind.Collection) ? default : given;
    }

    /// <summary>A class of the project or, by the resolver's word or its capital, of a library; a value that is computed once is a memo.</summary>
    private static bool MakesInstance(StoreFact store)
    {
        var call = store.Value.Bare();
        return store.Source.Kind is OriginKind.Made
            || call.Is(FactFlags.Constructs)
            || call.CalleeName()?.TrimStart('_') is [var first, ..] && char.IsUpper(first);
    }

    /// <summary>A nested function that makes the decorated class's instance once.</summary>
    private void FindDecorator(ProjectUnit unit, ProjectUnit inner, RuleFindings found)
    {
        foreach (var put in inner.Shape.Collects)
        {
            var key = put.Node.Child(FactRole.Index);
            if (
                put.Kind is CollectKind.Put
                && IsParameter(unit, key)
                && CallsParameter(put.Value, key.Name)
            )
            {
                ReportDecorator(unit, inner, put.Node, LookupOf(inner, key), put.Attribute, found);
                return;
            }
        }
        foreach (var store in inner.Shape.Stores)
        {
            var callee = store.Value.Bare().IsKind(FactKind.Call)
                ? store.Value.Bare().Callee()
                : default;
            if (store.IsOuter && IsParameter(unit, callee) && callee.Name is not null)
            {
                ReportDecorator(
                    unit,
                    inner,
                    store.Node,
                    FirstUse.MissingTest(inner, store),
                    store.Attribute,
                    found
                );
                return;
            }
        }
    }

    private static bool IsParameter(ProjectUnit unit, FactNode node) =>
        node.IsKind(FactKind.Name) && unit.HasParameter(node.NameOrEmpty());

    private static bool CallsParameter(FactNode value, string? name)
    {
        value = value.Bare();
        return value.IsKind(FactKind.Call) && value.Callee().IsName(name);
    }

    private void ReportDecorator(
        ProjectUnit unit,
        ProjectUnit inner,
        FactNode store,
        FactNode test,
        string attribute,
        RuleFindings found
    ) =>
        Begin(unit, inner, "decorator", found)
            .Must("the decorated class has no instance yet", test)
            .Must("it is made and kept", store)
            .Must("and given back", FirstUse.ReturnOf(inner, attribute))
            .Should(
                .20,
                "the nested function stands for the class",
                FirstUse.ReturnOf(unit, inner.Name)
            )
            .Should(.10, "it is used behind an at sign", unit.File.Project.IsDecorator(unit))
            .Report();
}
