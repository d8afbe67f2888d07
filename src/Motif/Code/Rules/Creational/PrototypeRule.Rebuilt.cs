using System.Runtime.CompilerServices;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Copies that are made by the own constructor.</summary>
internal sealed partial class PrototypeRule
{
    /// <summary>Attributes of an object of which one alone may not be a copy.</summary>
    private const int MinLarge = 4;

    /// <summary>Constructs the own class from own attributes alone.</summary>
    private bool FindRebuilt(ProjectUnit unit, ProjectUnit method, RuleFindings found)
    {
        // A property of a value gives its parts in another order.
        if (
            method.RequiredParameters > 0
            || method.IsConstructor
            || method.Fact.Kind is UnitKind.Property
            || method.IsSpecial && method.Name is not ("__copy__" or "__deepcopy__")
            || ChangesItself(method)
            || method.Fact.Parameters.Any(ProjectUnit.IsVariadic)
        )
            return false;
        foreach (var node in method.OwnCalls)
        {
            if (node.Kind is not FactKind.Call || !node.MakesOwn(method))
                continue;
            var given = Given(method, node);
            var (own, other) = Arguments(node, method);
            var copied = CopiedAttribute(method, node);
            if (
                !given.Exists()
                || other > 0
                || (own == 0 && !copied.Exists())
                || !copied.Exists() && IsPartOfState(unit.Class!, node, own)
            )
                continue;
            Begin(unit, method, "rebuild", found)
                .Must("another of the own class is made", node)
                .Must("from nothing but the own attributes", copied.Exists() ? copied : node)
                .Must("and given back", given)
                .Should(.15, "all of the state goes over", own + Count(copied) >= 2)
                .Should(
                    .15,
                    "the class is asked of the object",
                    node.Callee() is { Facts: not null, Kind: not FactKind.Name }
                )
                .Should(
                    .10,
                    "it is the language's copy protocol",
                    method.Name is "__copy__" or "__deepcopy__" or "Clone"
                )
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>Less than half of what the constructors keep goes over: a smaller object, as the public half of a key.</summary>
    private static bool IsPartOfState(ProjectClass owner, FactNode call, int own)
    {
        foreach (var child in call.Children())
        {
            if (
                child.Role is FactRole.Argument
                && (
                    child.Kind is FactKind.Starred or FactKind.Name
                    || child is { Kind: FactKind.KeywordArgument, Name: null }
                )
            )
                return false;
        }
        var kept = owner
            .Shape.Stores.Where(s => s.In.IsConstructor)
            .Select(s => s.Attribute)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return kept >= MinLarge && own * 2 < kept;
    }

    private static int Count(FactNode node) => node.Exists() ? 1 : 0;

    /// <summary>Own attributes are written: what it had goes over instead of being copied.</summary>
    private static bool ChangesItself(ProjectUnit method) =>
        method.Shape.Stores.Exists(s => !s.IsOuter && !s.Value.IsKind(FactKind.Binary));

    /// <summary>How many arguments are made of own attributes alone, and how many of anything else.</summary>
    private static (int Own, int Other) Arguments(FactNode call, ProjectUnit method)
    {
        int own = 0,
            other = 0;
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child;
            if (IsOwnState(value, method))
                own++;
            else
                other++;
        }
        return (own, other);
    }

    /// <summary><c>self.x</c>, a copy of it, or a collection of copies of it.</summary>
    private static bool IsOwnState(FactNode value, ProjectUnit method)
    {
        value = value.Bare();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        if (value.IsOwnAttribute(method, out _))
            return true;
        if (value.IsName(method.Receiver) && method.Receiver is not null)
            return true;
        if (value.IsKind(FactKind.Call))
        {
            var target = value.CalledObject();
            if (target.Exists() && value.ArgumentCount() == 0)
                return IsOwnState(target, method)
                    && (IsCopying(value) || target.IsName(method.Receiver));
            return value.ArgumentCount() == 1
                && value.CalleeName()
                    is "list"
                        or "dict"
                        or "set"
                        or "tuple"
                        or "copy"
                        or "deepcopy"
                && IsOwnState(value.Argument(0), method);
        }
        if (
            value.IsKind(FactKind.Comprehension)
            && value.Child(FactRole.Clause) is { Facts: not null } clause
        )
            return !ChangesElements(value) && IsOwnState(clause.Child(FactRole.Iterable), method);
        if (value.IsKind(FactKind.Subscript))
            return IsOwnState(value.Child(FactRole.Object), method);
        return false;
    }

    /// <summary>By its name it gives the same again: another text or number out of the state is another object.</summary>
    private static bool IsCopying(FactNode call) =>
        call.CalleeName() is { } name
        && (
            name.Contains("copy", StringComparison.OrdinalIgnoreCase)
            || name.Contains("clone", StringComparison.OrdinalIgnoreCase)
            || name
                is "items"
                    or "values"
                    or "keys"
                    or "ToList"
                    or "ToArray"
                    or "ToDictionary"
                    or "ToHashSet"
        );

    /// <summary>The elements go through a function that neither copies nor makes them.</summary>
    private static bool ChangesElements(FactNode comprehension)
    {
        for (var i = comprehension.Index + 1; i < comprehension.End; i++)
        {
            var node = comprehension.Facts[i];
            if (
                node.Kind is FactKind.Call
                && !IsCopying(node)
                && node.CalleeName() is { Length: > 0 } name
                && name is not ("list" or "dict" or "set" or "tuple" or "frozenset")
                && !char.IsUpper(name.TrimStart('_') is [var first, ..] ? first : '_')
            )
                return true;
        }
        return false;
    }

    /// <summary><c>new.x = self.x</c> or <c>new.__dict__.update(self.__dict__)</c> on the local that holds the new object, or none.</summary>
    private static FactNode CopiedAttribute(ProjectUnit method, FactNode made)
    {
        var assign = made.Ancestor(FactKind.Assign);
        var local = assign.Exists() ? assign.Child(FactRole.Target) : default;
        if (!local.IsKind(FactKind.Name))
            return default;
        foreach (var node in method.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target)
                    is { Facts: not null, Kind: FactKind.Attribute } target
                && target.Child(FactRole.Object).IsName(local.Name)
                && IsOwnState(node.Value(), method)
            )
                return node;
            if (
                node.Kind is FactKind.Call
                && node.CalleeName() is "update"
                && node.CalledObject().Mentions(local.Name)
                && node.Argument(0).Mentions(method.Receiver)
            )
                return node;
        }
        return default;
    }
}
