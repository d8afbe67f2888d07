using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Resources;

/// <summary>Finds stores of objects that are lent out and come back.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> What is dear to make (connections, buffers, workers) is made a few times and used often.</para>
/// <para><b>Example.</b> <code>def acquire(self):
///     return self._free.pop() if self._free else Connection()
///
/// def release(self, connection):
///     self._free.append(connection)</code></para>
/// <para><b>Structure.</b> One method takes an object out of a kept collection and gives it away, another puts its parameter back
/// into the same collection, and the pool itself makes the objects: ahead, or when there is none.</para>
/// <para><b>Limits.</b> A stack or queue takes and gives the same way but makes nothing itself.</para>
/// <para><b>References.</b> Kircher and Jain, Pooling, EuroPLoP 2002.</para>
/// </remarks>
internal sealed class ObjectPoolRule : ICodeRule
{
    public string Name => "object_pool";

    public string Title => "Object Pool";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        foreach (var back in owner.Shape.Collects)
        {
            if (
                back.Kind is not CollectKind.Add
                || back.In.IsConstructor
                || !ComesBack(back)
                || !back.Node.CalledObject().IsKind(FactKind.Attribute)
            )
                continue;
            var taken = Taken(owner, back);
            if (taken is not { } take)
                continue;
            var made = Made(owner, back.Attribute);
            if (!made.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("an object is taken out and given away", take)
                .Must("it is put back", back.Node)
                .Must("the pool makes the objects", made)
                .Should(.20, "lending and taking back are two sides of one collection", true)
                .Should(.10, "the size is bounded", Bounded(owner, back.Attribute))
                .Named("pool")
                .Report();
            return;
        }
    }

    /// <summary>A parameter, or what the object was lent as (in __exit__).</summary>
    private static bool ComesBack(CollectFact back) =>
        back.Source.Kind is OriginKind.Parameter
        || back.In.Name is "__exit__" or "__del__" or "__aexit__"
        || back.Node.IsUnder(FactKind.Try) && back.Value.IsKind(FactKind.Name);

    /// <summary>A pop or get from the same collection in another method, whose value leaves it.</summary>
    private static FactNode? Taken(ProjectClass owner, CollectFact back)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute == back.Attribute
                && forward.Method
                    is "pop"
                        or "popleft"
                        or "get"
                        or "get_nowait"
                        or "popitem"
                        or "Pop"
                        or "Dequeue"
                        or "TryTake"
                        or "TryPop"
                        or "TryDequeue"
                && (
                    forward.In != back.In
                    || forward.Call.IsUnder(FactKind.With)
                    || back.Node.IsUnder(FactKind.Try)
                )
                && IsLent(forward)
                && !(forward.In.File.IsCSharp && IsMovedOn(forward))
                && IsWithoutKey(forward.Call)
            )
                return forward.Call;
        }
        return null;
    }

    /// <summary>It goes from one collection into another, as what was undone does: nobody has it alone.</summary>
    private static bool IsMovedOn(ForwardFact taken) =>
        taken.In.Shape.Collects.Exists(c =>
            c.Kind is CollectKind.Add
            && c.Attribute != taken.Attribute
            && c.Value.IsKind(FactKind.Name)
            && taken.Call.Statement() is { Kind: FactKind.Assign } kept
            && kept.Child(FactRole.Target).IsName(c.Value.Name)
        );

    /// <summary>What was taken leaves the method as it is: returned, yielded, given out or kept as what is lent at present.</summary>
    private static bool IsLent(ForwardFact taken)
    {
        var node = taken.Call.Parent;
        while (node.Kind is FactKind.Await or FactKind.Conditional or FactKind.Boolean)
            node = node.Parent;
        if (node.Kind is FactKind.Return or FactKind.Yield || IsArrow(taken, node))
            return true;
        var local =
            node.Kind is FactKind.Assign
                ? node.Child(FactRole.Target).NameOf()
                : taken.Call.Argument(0).NameOf();
        if (local is null)
            return false;
        foreach (var other in taken.In.OwnNodes)
        {
            if (
                other.Kind is FactKind.Return or FactKind.Yield
                && other.Value().Bare().NameOf() == local
                && other.Value().Bare().Kind is FactKind.Name or FactKind.Attribute
            )
                return true;
        }
        return false;
    }

    private static bool IsArrow(ForwardFact taken, FactNode node) =>
        !taken.In.Node.Body().IsKind(FactKind.Block)
        && (node == taken.In.Node || taken.In.Node.Body() == node);

    /// <summary>What is asked for by a key is looked up, not lent.</summary>
    private static bool IsWithoutKey(FactNode call)
    {
        foreach (var child in call.Children())
        {
            if (
                child.Role is FactRole.Argument
                && child.Kind
                    is not (FactKind.Literal or FactKind.KeywordArgument or FactKind.Unary)
                && !(
                    child.Kind is FactKind.Name
                    && call.CalleeName()!.StartsWith("Try", StringComparison.Ordinal)
                )
                && child.Kind is not FactKind.OtherExpression
            )
                return call.CalleeName() is "get" && child.IsTrueOrFalse();
        }
        return true;
    }

    /// <summary>Where the pool constructs what it lends: into the collection, or instead of taking one out.</summary>
    private static FactNode Made(ProjectClass owner, string attribute)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (
                store.Attribute == attribute
                && store.Value.Exists()
                && (
                    store.Value.Contains(FactKind.Comprehension)
                    || store.Value.Contains(FactKind.Collection)
                )
                && MakesIn(store.Value, store.In) is { Facts: not null } made
            )
                return made;
        }
        foreach (var collect in owner.Shape.Collects)
        {
            if (
                collect.Attribute == attribute
                && collect.Kind is CollectKind.Add
                && (
                    collect.Source.Kind is OriginKind.Made
                    || MakesIn(collect.Value, collect.In).Exists()
                )
            )
                return collect.Node;
        }
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Attribute != attribute
                || forward.Method
                    is not (
                        "pop"
                        or "popleft"
                        or "get"
                        or "get_nowait"
                        or "Pop"
                        or "Dequeue"
                        or "TryTake"
                        or "TryPop"
                        or "TryDequeue"
                    )
            )
                continue;
            foreach (var result in forward.In.Shape.Returns)
            {
                if (MakesIn(result.Value(), forward.In) is { Facts: not null } made)
                    return made;
            }
            foreach (var node in forward.In.OwnNodes)
            {
                if (
                    node.Kind is FactKind.Assign
                    && forward.In.Shape.Returns.Exists(r =>
                        r.Value().Exists()
                        && r.Value().Mentions(node.Child(FactRole.Target).NameOf())
                    )
                    && MakesIn(node.Value(), forward.In) is { Facts: not null } made
                )
                    return made;
            }
        }
        return default;
    }

    /// <summary>A construction, or a call of a kept or given factory without arguments of the lending itself.</summary>
    private static FactNode MakesIn(FactNode value, ProjectUnit method)
    {
        if (!value.Exists())
            return default;
        for (var i = value.Index; i < value.End; i++)
        {
            var node = value.Facts[i];
            if (node.Kind is not FactKind.Call)
                continue;
            if (node.MadeClass(method) is not null)
                return node;
            var origin = method.Shape.OriginOf(node.Callee());
            var isFactory =
                origin.Kind is OriginKind.Parameter && node.Callee().Kind is FactKind.Name
                || node.Callee().IsOwnAttribute(method, out var factory)
                    && method.EnclosingClass?.Shape.InjectionOf(factory) is not null;
            if (isFactory)
                return node;
        }
        return default;
    }

    private static bool Bounded(ProjectClass owner, string attribute)
    {
        foreach (var method in owner.Methods)
        {
            foreach (var node in method.OwnNodes)
            {
                if (node.Kind is FactKind.Compare && FirstUse.Mentions(node, method, attribute))
                    return true;
            }
        }
        return false;
    }
}
