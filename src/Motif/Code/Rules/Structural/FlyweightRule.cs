using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Finds classes of which there is one shared instance per key.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Many equal objects take the room of a few; identity can stand for equality.</para>
/// <para><b>Example.</b> <code>def glyph(self, char):
///     if char not in self._glyphs:
///         self._glyphs[char] = Glyph(char)
///     return self._glyphs[char]</code></para>
/// <para><b>Structure.</b> An instance is looked up by a key made of the parameters; a missing one is made, kept under the key and
/// given back: in a factory, in <c>__new__</c>, or in a metaclass's <c>__call__</c>.</para>
/// <para><b>Limits.</b> Values that are no objects of an own class are memoized; one per class is a singleton; what changes after it was
/// made is an entry of a registry, and no two users can share it unnoticed.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class FlyweightRule : ICodeRule
{
    public string Name => "flyweight";

    public string Title => "Flyweight";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Return) || unit.Fact.Parameters.Count == 0)
            return;
        foreach (var put in unit.Shape.Collects)
        {
            var product = Product(unit, put);
            if (
                put.Kind is not CollectKind.Put
                || product is null
                || unit.Shape.OriginOf(put.Node.Child(FactRole.Object)).IsLocal
                || unit.Name is not ("__new__" or "__call__") && !IsShareable(unit, put, product)
            )
                continue;
            var key = put.Node.Child(FactRole.Index);
            if (!KeyOfParameters(unit, key))
                continue;
            found
                .Match(this, unit.Name is "__new__" or "__call__" ? unit.Parent! : unit)
                .Must("an instance is looked up by key", Lookup(unit, put, key))
                .Must("a missing one is made and kept", put.Node)
                .Must(
                    "the shared one is given back",
                    FirstUse.ReturnOf(unit, put.Attribute) is { Facts: not null } given
                        ? given
                        : LocalReturn(unit, put)
                )
                .Should(.20, "it is made from the key", put.Value.First(FactKind.Call))
                .Not(IsMadeOfNothing(put.Value))
                // Made with the one who asks, it is his part under a key.
                .Not(
                    unit.File.Facts.Language == "python"
                        && unit.Receiver is { } holder
                        && unit.Name is not ("__new__" or "__call__")
                        && put.Value.Bare() is { Facts: not null, Kind: FactKind.Call } making
                        && making.HandsOver(holder)
                )
                .Should(.10, "the class itself does it", unit.Name is "__new__" or "__call__")
                .Named("flyweight", "pool", "shared", "intern")
                .Variant(
                    unit.Name is "__new__" ? "new"
                    : unit.Name is "__call__" ? "metaclass"
                    : "factory"
                )
                .With(product)
                .Report();
            return;
        }
    }

    /// <summary>What is made of nothing is the same for every key, and so no shared state.</summary>
    private static bool IsMadeOfNothing(FactNode value) =>
        value.Bare() is { Facts: not null, Kind: FactKind.Call } call && call.ArgumentCount() == 0;

    /// <summary>The class of the project whose instance is kept, the own one in __new__; null for other values.</summary>
    private static ProjectUnit? Product(ProjectUnit unit, CollectFact put)
    {
        if (put.Value.MadeClass(unit) is { } made)
            return made;
        if (unit.Shape.OriginOf(put.Value) is { Kind: OriginKind.Made, Class: { } local })
            return local;
        if (unit.Name is not ("__new__" or "__call__") || unit.Parent is not { } owner)
            return null;
        var value = put.Value.Bare();
        if (value.IsKind(FactKind.Name))
        {
            foreach (var node in unit.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Assign
                    && node.Child(FactRole.Target).IsName(value.Name)
                    && IsNew(node.Value(), unit)
                )
                    return owner;
            }
        }
        return IsNew(value, unit) ? owner : null;
    }

    private static bool IsNew(FactNode value, ProjectUnit unit)
    {
        var call = value.Bare();
        return call.IsKind(FactKind.Call)
            && (call.MakesOwn(unit) || call.CalleeName() is "__new__" or "__call__");
    }

    /// <summary>More than the class itself goes into the key.</summary>
    private static bool KeyOfParameters(ProjectUnit unit, FactNode key)
    {
        if (!key.Exists())
            return false;
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (!parameter.IsReceiver && key.Mentions(parameter.Name))
                return true;
        }
        if (!key.IsKind(FactKind.Name))
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(key.Name)
                && unit.Fact.Parameters.Any(p => !p.IsReceiver && node.Value().Mentions(p.Name))
            )
                return true;
        }
        return false;
    }

    private static FactNode Lookup(ProjectUnit unit, CollectFact put, FactNode key)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Compare
                && node.Name is "in" or "not in"
                && node.Value().IsSameAs(key)
            )
                return node;
            if (
                node.Kind is FactKind.Call
                && node.CalleeName() is "get" or "TryGetValue" or "ContainsKey"
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

    private static FactNode LocalReturn(ProjectUnit unit, CollectFact put)
    {
        foreach (var result in unit.Shape.Returns)
        {
            var given = result.Value().Bare();
            if (
                given.IsKind(FactKind.Name)
                && (put.Value.Bare().IsName(given.Name) || IsBoundWith(put, given.NameOrEmpty()))
            )
                return result;
        }
        return default;
    }

    /// <summary><c>known[key] = local = Made(key)</c>.</summary>
    private static bool IsBoundWith(CollectFact put, string local)
    {
        foreach (var target in put.Node.Parent.Children())
        {
            if (target.Role is FactRole.Target && target.IsName(local))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether what is made can be shared without one user noticing another: once made, neither its own public methods nor others of
    /// the file write to it. An object with a state of its own per key is an entry of a registry.
    /// </summary>
    private static bool IsShareable(ProjectUnit unit, CollectFact put, ProjectUnit product)
    {
        var made = product.Class!;
        var making = Making(made);
        foreach (var method in made.Methods)
        {
            if (method == unit || making.Contains(method))
                continue;
            if (
                method.Shape.Stores.Exists(s => !s.IsOuter)
                || method.Shape.Collects.Exists(c => !c.IsOuter && c.Attribute != put.Attribute)
            )
                return false;
        }
        foreach (var attribute in product.Fact.Attributes)
        {
            foreach (var writer in unit.File.Project.WritersOf(attribute.Name))
            {
                if (writer != unit && writer.File == unit.File && !making.Contains(writer))
                    return false;
            }
        }
        return true;
    }

    /// <summary>The constructors and the own methods that they call in turn.</summary>
    private static List<ProjectUnit> Making(ProjectClass made)
    {
        var reached = new List<ProjectUnit>(made.Methods.Where(m => m.IsConstructor));
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var call in reached[i].Shape.SelfCalls)
            {
                if (made.FindMethod(call.Method) is { } next && !reached.Contains(next))
                    reached.Add(next);
            }
        }
        return reached;
    }
}
