namespace Motif.Code.Rules.Creational;

/// <summary>Finds tables in which classes or functions enter themselves and from which they are taken by name.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A new implementation registers itself; nobody edits a list of all of them.</para>
/// <para><b>Example.</b> <code>PARSERS = {}
///
/// def parser(suffix):
///     def register(function):
///         PARSERS[suffix] = function
///         return function
///     return register
///
/// def parse(path):
///     return PARSERS[path.suffix](path)</code></para>
/// <para><b>Structure.</b> <c>metaclass</c> and <c>subclass_hook</c>: a metaclass, or <c>__init_subclass__</c>, enters every new class.
/// <c>decorator</c>: a function enters its parameter and gives it back unchanged. <c>method</c>: a method enters its parameter
/// under a key and another looks it up and calls it.</para>
/// <para><b>Limits.</b> A dictionary of values that are put and got is a store, not a registry.</para>
/// <para><b>References.</b> Fowler, Patterns of Enterprise Application Architecture, 2002; PEP 487, 2016.</para>
/// </remarks>
internal sealed class RegistryRule : ICodeRule
{
    public string Name => "registry";

    public string Title => "Registry";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Modules;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Members.Count == 0)
            return;
        _ = FindHook(unit, found) || FindDecorator(unit, found) || FindMethod(unit, found);
    }

    private bool FindHook(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is not { } owner)
            return false;
        var isMetaclass = owner.HasExternalBase("type", "ABCMeta", "EnumMeta");
        foreach (var method in owner.Methods)
        {
            var isHook =
                method.Name is "__init_subclass__"
                || isMetaclass && method.Name is "__new__" or "__init__";
            if (!isHook)
                continue;
            foreach (var collect in method.Shape.Collects)
            {
                if (
                    collect.Kind is not (CollectKind.Add or CollectKind.Put)
                    || !IsNewClass(method, collect.Value)
                )
                    continue;
                Begin(unit, isMetaclass ? "metaclass" : "subclass_hook", found)
                    .Must("the language says when a class is made", method.Node)
                    .Must("the new class is entered", collect.Node)
                    .Should(.25, "it happens for every subclass", true)
                    .Should(.05, "by a name", collect.Kind is CollectKind.Put)
                    .Report();
                return true;
            }
        }
        return false;
    }

    private static bool IsNewClass(ProjectUnit method, FactNode value)
    {
        value = value.Bare();
        if (value.IsName(method.Receiver))
            return true;
        if (!value.IsKind(FactKind.Name))
            return false;
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(value.Name)
                && node.Value().Bare() is { Facts: not null, Kind: FactKind.Call } call
                && call.CalleeName() is "__new__" or "type"
            )
                return true;
        }
        return false;
    }

    /// <summary>A function puts its parameter into the shared collection and returns it as it is.</summary>
    private bool FindDecorator(ProjectUnit unit, RuleFindings found)
    {
        foreach (var collect in unit.Holder.Collects)
        {
            if (
                collect.Kind is not (CollectKind.Add or CollectKind.Put)
                || collect.Source.Kind is not OriginKind.Parameter
                || collect.In.IsConstructor
            )
                continue;
            var given = GivenBack(collect.In, collect.Source.Name);
            if (!given.Exists())
                continue;
            var isUsed =
                unit.File.Project.IsDecorator(collect.In)
                || collect.In.Parent is { } parent && unit.File.Project.IsDecorator(parent);
            var called = CalledLater(unit, collect.Attribute);
            // What is noted and handed back is a list of what was done, unless it is used as a decorator or called later.
            if (!isUsed && !collect.In.Fact.Has(UnitTraits.Nested) && !called.Exists())
                continue;
            Begin(unit, "decorator", found)
                .Must("what is handed in is entered", collect.Node)
                .Must("and given back unchanged", given)
                .Should(.15, "it is used behind an at sign", isUsed)
                .Should(
                    .10,
                    "a name or condition goes with it",
                    collect.In.Fact.Has(UnitTraits.Nested)
                )
                .Should(.10, "what was entered is called later", called)
                .Report();
            return true;
        }
        return false;
    }

    private static FactNode GivenBack(ProjectUnit function, string parameter)
    {
        if (function.Fact.Parameters.Count > 3)
            return default;
        foreach (var result in function.Shape.Returns)
        {
            if (result.Value().IsName(parameter))
                return result;
        }
        return default;
    }

    private static FactNode CalledLater(ProjectUnit unit, string attribute)
    {
        foreach (var call in unit.Holder.ElementCalls)
        {
            if (call.Attribute == attribute && call.Method is null)
                return call.Call;
        }
        return default;
    }

    /// <summary>A method enters a parameter under a key; another takes one by key and calls it.</summary>
    private bool FindMethod(ProjectUnit unit, RuleFindings found)
    {
        foreach (var put in unit.Holder.Collects)
        {
            if (
                put.Kind is not CollectKind.Put
                || put.Source.Kind is not OriginKind.Parameter
                || put.In.IsConstructor
            )
                continue;
            foreach (var call in unit.Holder.ElementCalls)
            {
                if (
                    call.Attribute != put.Attribute
                    || call.Method is not null
                    || call.InLoop
                    || call.In == put.In
                )
                    continue;
                Begin(unit, "method", found)
                    .Must("what is handed in is entered under a key", put.Node)
                    .Must("one is taken by key and called", call.Call)
                    .Should(.15, "what it makes is given back", call.Call.Ancestor(FactKind.Return))
                    .Should(
                        .10,
                        "an unknown key is refused",
                        call.In.Node.Body().First(FactKind.Raise)
                    )
                    .Report();
                return true;
            }
        }
        return false;
    }

    private RuleMatchBuilder Begin(ProjectUnit unit, string variant, RuleFindings found) =>
        found.Match(this, unit).Variant(variant).Named("regist", "plugin", "factory");
}
