using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resources;

/// <summary>Finds functions that remember their results by their arguments.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Work is done once per key; what it costs instead is memory and the question when to forget.</para>
/// <para><b>Example.</b> <code>def price(sku):
///     if sku in _prices:
///         return _prices[sku]
///     _prices[sku] = result = load_price(sku)
///     return result</code></para>
/// <para><b>Structure.</b> A mapping that outlives the call is asked for a key made of the parameters, a hit is returned, a miss
/// is computed, stored under the same key and returned; or the decorators of functools and cachetools; or a cache's
/// get-or-add with the computation as argument.</para>
/// <para><b>Limits.</b> Counting and grouping in a dictionary return no hit. A store of instances of an own class is a flyweight
/// or registry, one value without key a lazy property.</para>
/// <para><b>References.</b> Michie, "Memo" Functions and Machine Learning, Nature 218, 1968.</para>
/// </remarks>
internal sealed class MemoizeRule : ICodeRule
{
    public string Name => "memoize";

    public string Title => "Memoized Function";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (
            unit.IsDecoratedWith(
                "functools.lru_cache",
                "functools.cache",
                "cachetools.cached",
                "cachetools.cachedmethod",
                "cachetools.func.ttl_cache",
                "cachetools.func.lru_cache",
                "async_lru.alru_cache",
                "methodtools.lru_cache",
                "joblib.Memory.cache"
            )
        )
        {
            if (unit.Shape.Returns.Exists(r => r.Value().Exists()))
                ReportLibrary(unit, found);
            return;
        }
        if (unit.Name is "__new__" || unit.Fact.Has(UnitTraits.Constructor))
            return;
        if (!FindLookup(unit, found))
            FindGetOrAdd(unit, found);
    }

    private void ReportLibrary(ProjectUnit unit, RuleFindings found) =>
        found
            .Match(this, unit)
            .Must("a caching decorator keeps the results", unit.Node)
            .Should(
                .20,
                "there is something to compute",
                unit.Shape.Returns.Find(r => r.Value().Exists())
            )
            .Should(.05, "the result depends on parameters", unit.Fact.Parameters.Count > 0)
            .Variant("library")
            .Report();

    private bool FindLookup(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Subscript) && !unit.Has(FactKind.Call) || unit.Name is "__getattr__")
            return false;
        foreach (var put in unit.Shape.Collects)
        {
            if (
                put.Kind is not CollectKind.Put
                || put.Source.Kind is OriginKind.Made or OriginKind.Parameter
            )
                continue;
            var key = put.Node.Child(FactRole.Index);
            var hit = Hit(unit, put, key);
            var answer = Answer(unit, put);
            if (
                !hit.Exists()
                || !answer.Exists()
                || !DependsOnParameter(unit, key)
                || IsNotOfTheKey(unit, put, hit)
                || unit.File.IsCSharp && IsEmpty(Computed(unit, put))
            )
                continue;
            found
                .Match(this, unit)
                .Must("what is known is given back", hit)
                .Must("what was computed is stored under the same key", put.Node)
                .Must("and given back", answer)
                .Should(.20, "the value is computed here", ComputedBeside(unit, put, hit))
                .Must("the store outlives the call", Outlives(unit, put))
                .Modifier(
                    "expiry",
                    Loops.FirstCall(unit.Node, "time", "monotonic", "now", "utcnow").Exists()
                )
                .Named("cache", "memo")
                .Variant("lookup")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>What is computed although it may be known, is made of the entry itself, or is a number in the order of asking.</summary>
    private static bool IsNotOfTheKey(ProjectUnit unit, CollectFact put, FactNode hit)
    {
        if (
            unit.File.Facts.Language == "python"
            && (IsCounter(unit, put) || IsMore(unit, put, hit))
        )
            return true;
        var computed = Computed(unit, put);
        if (!computed.Exists())
            return false;
        if (
            hit.Kind is FactKind.Call
                && computed.Kind is FactKind.Assign
                && computed.End <= hit.Index
            || hit.Statement() == put.Node.Statement()
        )
            return !computed.Holds(hit);
        return Loops.FirstCall(computed, "len", "Count", "next").Exists()
            || computed.Kind is FactKind.Assign && computed.Value().IsOwnAttribute(unit, out _);
    }

    /// <summary><c>count = self.counts.get(key, 0) + 1</c>: what was there, and more.</summary>
    private static bool IsMore(ProjectUnit unit, CollectFact put, FactNode hit) =>
        Computed(unit, put) is { Facts: not null, Kind: FactKind.Assign } computed
        && computed.Value().Bare().IsKind(FactKind.Binary)
        && computed.Value().Holds(hit);

    /// <summary>What is kept is an own number as it stands, which goes on from there.</summary>
    private static bool IsCounter(ProjectUnit unit, CollectFact put)
    {
        if (!put.Value.IsKind(FactKind.Name))
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Index < put.Node.Index
                && node.Child(FactRole.Target).IsName(put.Value.Name)
                && node.Value().Exists()
                && node.Value().IsOwnAttribute(unit, out var number)
            )
                return unit.Shape.Stores.Exists(s => s.Attribute == number);
        }
        return false;
    }

    /// <summary>Something new and empty for each key, to be filled by others.</summary>
    private static bool IsEmpty(FactNode computed)
    {
        var value = computed.IsKind(FactKind.Assign) ? computed.Value().Bare() : computed;
        return value.IsKind(FactKind.Call)
            && value.Is(FactFlags.Constructs)
            && value.ArgumentCount() == 0;
    }

    /// <summary>Neither the key nor anything else that the function was given goes into what is made: a new entry for each key, no result.</summary>
    private static bool IsMadeOfNothing(ProjectUnit unit, FactNode lambda)
    {
        var body = lambda.Body();
        foreach (var child in lambda.Children())
        {
            if (child.Kind is FactKind.Parameter && body.Exists() && body.Mentions(child.Name))
                return false;
        }
        return body.Exists() && !unit.Fact.Parameters.Any(p => body.Mentions(p.Name));
    }

    /// <summary>A test or read of the mapping under the same key from which a return follows, or none.</summary>
    private static FactNode Hit(ProjectUnit unit, CollectFact put, FactNode key)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (node.Kind is FactKind.Subscript && node != put.Node && IsRead(node))
            {
                if (
                    IsStore(unit, node.Child(FactRole.Object), put)
                    && node.Child(FactRole.Index).IsSameAs(key)
                    && (
                        node.Statement().Kind is FactKind.Return or FactKind.Assign
                        || node.IsUnder(FactKind.Try)
                    )
                    && HasLookup(unit, put, key)
                )
                    return node;
            }
            else if (
                node.Kind is FactKind.Call
                && node.CalleeName() is "get" or "TryGetValue" or "match" or "Get"
                && IsStore(unit, node.CalledObject(), put)
                && node.Argument(0).IsSameAs(key)
            )
                return node;
        }
        return default;
    }

    /// <summary>A membership test, a handler of a missing key, or a read in a try.</summary>
    private static bool HasLookup(ProjectUnit unit, CollectFact put, FactNode key)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Compare
                && node.Name is "in" or "not in"
                && node.Value().IsSameAs(key)
            )
                return true;
            if (
                node.Kind is FactKind.Handler
                && node.Child(FactRole.Type) is { } type
                && type.Exists()
                && type.Name is "KeyError" or "KeyNotFoundException" or "LookupError"
            )
                return true;
            if (
                node.Kind is FactKind.Call
                && node.CalleeName() is "ContainsKey"
                && IsStore(unit, node.CalledObject(), put)
            )
                return true;
        }
        return false;
    }

    private static bool IsRead(FactNode subscript) => subscript.Role is not FactRole.Target;

    private static bool IsStore(ProjectUnit unit, FactNode node, CollectFact put)
    {
        var origin = unit.Shape.OriginOf(node);
        return origin.Kind is OriginKind.Held or OriginKind.Element && origin.Name == put.Attribute;
    }

    /// <summary>A return of the stored value or of the store's entry, behind the store or shared with the hit.</summary>
    private static FactNode Answer(ProjectUnit unit, CollectFact put)
    {
        var assign = put.Node.Parent;
        foreach (var result in unit.Shape.Returns)
        {
            var value = result.Value().Bare();
            if (!value.Exists() || result.Index < put.Node.Index)
                continue;
            if (value.IsSameAs(put.Value) || value.IsSameAs(put.Node))
                return result;
            if (
                value.Kind is FactKind.Name
                && (put.Value.Mentions(value.Name) || assign.Mentions(value.Name))
            )
                return result;
            if (
                value.Kind is FactKind.Subscript
                && IsStore(unit, value.Child(FactRole.Object), put)
                && value.Child(FactRole.Index).IsSameAs(put.Node.Child(FactRole.Index))
            )
                return result;
        }
        return default;
    }

    private static bool DependsOnParameter(ProjectUnit unit, FactNode key)
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
            if (node.Kind is FactKind.Assign && node.Child(FactRole.Target).IsName(key.Name))
            {
                foreach (var parameter in unit.Fact.Parameters)
                {
                    if (!parameter.IsReceiver && node.Value().Mentions(parameter.Name))
                        return true;
                }
            }
        }
        return false;
    }

    private static FactNode Computed(ProjectUnit unit, CollectFact put)
    {
        if (put.Value.First(FactKind.Call) is var call && call.Exists())
            return call;
        if (!put.Value.IsKind(FactKind.Name))
            return put.Value.First(FactKind.Binary);
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(put.Value.Name)
                && node.Value() is var value
                && value.Exists()
                && value.Size > 2
            )
                return node;
        }
        return default;
    }

    /// <summary>What computes the value, which is not the look at what is known.</summary>
    private static FactNode ComputedBeside(ProjectUnit unit, CollectFact put, FactNode hit)
    {
        var computed = Computed(unit, put);
        if (!computed.Exists() || !computed.Holds(hit) || !put.Value.IsKind(FactKind.Name))
            return computed;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Index > computed.Index
                && node.Child(FactRole.Target).IsName(put.Value.Name)
                && node.Value().Exists()
                && node.Value().Size > 2
            )
                return node;
        }
        return computed;
    }

    /// <summary>Held by an object, a closure or the module, not made in this call.</summary>
    private static bool Outlives(ProjectUnit unit, CollectFact put) =>
        !unit.Shape.OriginOf(put.Node.Child(FactRole.Object)).IsLocal;

    private void FindGetOrAdd(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Call))
            return;
        foreach (var forward in unit.Shape.Forwards)
        {
            if (
                forward.Method
                    is not (
                        "GetOrAdd"
                        or "GetOrCreate"
                        or "GetOrCreateAsync"
                        or "get_or_set"
                        or "get_or_create"
                    )
                || forward.Call.ArgumentCount() < 2
                || forward.Call.Parent is { Kind: FactKind.Attribute, Role: FactRole.Target }
                || !forward.Call.Contains(FactKind.Lambda)
                || unit.File.IsCSharp && IsMadeOfNothing(unit, forward.Call.First(FactKind.Lambda))
            )
                continue;
            found
                .Match(this, unit)
                .Must("a store gives what it has or computes it", forward.Call)
                .Should(.20, "the computation is handed in", forward.Call.First(FactKind.Lambda))
                .Named("cache", "memo")
                .Variant("get_or_add")
                .Report();
            return;
        }
    }
}
