using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Structural;

/// <summary>Class adapters and those that take the translation as a mapping.</summary>
internal sealed partial class AdapterRule
{
    /// <summary>Class adapter: a base's method is answered by calling another base's method of another name.</summary>
    private bool FindInherited(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Bases.Count == 1)
            return FindExpected(unit, owner, found);
        if (owner.Bases.Count < 2 || owner.IsAbstract)
            return false;
        foreach (var method in owner.Methods)
        {
            if (
                !method.IsPublic
                || Declarer(owner, method.Name) is not { } target
                || method.Node.Body().StatementCount() > 2
                || method.Shape.SuperCalls.Exists(c => c.Method == method.Name)
                || CallsBaseByName(method)
            )
                continue;
            foreach (var call in method.Shape.SelfCalls)
            {
                if (
                    call.Method == method.Name
                    || call.Method.StartsWith('_')
                    || owner.Method(call.Method) is not null
                    || Declarer(owner, call.Method) is not { } adaptee
                    || adaptee == target
                    || !IsOutcome(call.Call, method)
                    || !IsTheWork(call.Call, method)
                    || adaptee.IsRelatedTo(target)
                    || Forwarding.IsEnding(call.Method)
                    || !IsMostOf(owner, target, adaptee)
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("it inherits the expected and the foreign interface", unit.Node)
                    .Must("an expected call becomes a call of the foreign one", call.Call)
                    .Should(.15, "the expected call is overridden", method.Node)
                    .Should(
                        .10,
                        "the foreign class has a body for it",
                        adaptee.Method(call.Method) is { IsHook: false }
                    )
                    .Named("adapter")
                    .Variant("class")
                    .With(target.Unit, adaptee.Unit)
                    .Report();
                return true;
            }
        }
        return false;
    }

    /// <summary>At least half of what it adds itself is said by calls of the foreign class: an object with work of its own that takes a call of two parents is none.</summary>
    private static bool IsMostOf(ProjectClass owner, ProjectClass target, ProjectClass adaptee)
    {
        int translated = 0,
            all = 0;
        foreach (var method in owner.Methods)
        {
            if (!method.IsPublic || method.Fact.Kind is not UnitKind.Method)
                continue;
            all++;
            var translates =
                target.FindMethod(method.Name) is not null
                && method.Shape.SelfCalls.Exists(c =>
                    c.Method != method.Name && adaptee.FindMethod(c.Method) is not null
                );
            translated += translates ? 1 : 0;
        }
        return translated * 2 >= all;
    }

    /// <summary>A class adapter of one base: all it adds is one call that another class answers too and that is asked for, made of an inherited one.</summary>
    private bool FindExpected(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var own = owner.Methods.Where(m => m.IsPublic).ToList();
        if (
            own is not [{ Fact.Kind: UnitKind.Method } method]
            || owner.Bases[0].FindMethod(method.Name) is not null
            || LibraryMethods.Has(method.Name)
            || method.Node.Body().StatementCount() > 2
            || Collaborators.Ducks(unit.File, method.Name, owner) is not [var target, ..]
            || unit.File.MethodCalls(method.Name).Count == 0
        )
            return false;
        foreach (var call in method.Shape.SelfCalls)
        {
            if (
                call.Method == method.Name
                || call.Method.StartsWith('_')
                || owner.Bases[0].FindMethod(call.Method) is not { IsHook: false } adapted
                || call.Call.Statement().Kind
                    is not (FactKind.Return or FactKind.ExpressionStatement)
            )
                continue;
            found
                .Match(this, unit)
                .Must("it inherits the foreign interface", adapted.Owner!.Unit.Node)
                .Must("an expected call becomes a call of the foreign one", call.Call)
                .Should(
                    .15,
                    "another class answers the call too",
                    target.FindMethod(method.Name)!.Node
                )
                .Named("adapter")
                .Variant("class")
                .With(target.Unit, adapted.Owner.Unit)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The method gives what the call gives, hands on what it got, or does nothing else.</summary>
    private static bool IsTheWork(FactNode call, ProjectUnit method)
    {
        if (call.IsUnder(FactKind.If))
            return false;
        return call.Statement().Kind is FactKind.Return
            || method.Node.Body().StatementCount() == 1
            || method.Fact.Parameters.Any(p => !p.IsReceiver && call.Mentions(p.Name));
    }

    /// <summary><c>Base.method(self, …)</c>: it extends what it inherits.</summary>
    private static bool CallsBaseByName(ProjectUnit method)
    {
        foreach (var call in method.OwnCalls)
        {
            if (call.CalleeName() == method.Name && call.Argument(0).IsName(method.Receiver))
                return true;
        }
        return false;
    }

    private static ProjectClass? Declarer(ProjectClass owner, string method)
    {
        foreach (var parent in owner.Bases)
        {
            if (parent.FindMethod(method) is not null)
                return parent;
        }
        return null;
    }

    /// <summary>The translation is given as names and methods; the rest is passed on.</summary>
    private bool FindDynamic(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Source.Kind is not OriginKind.Parameter || !store.In.IsConstructor)
                continue;
            var rest = DecoratorRule.PassesRest(owner, store.Attribute);
            var mapping = MappingInto(store.In);
            if (!mapping.Exists() || !rest.Exists() && !GetsMethods(owner).Exists())
                continue;
            found
                .Match(this, unit)
                .Must("one foreign object is kept", store.Node)
                .Must("given names are put on the object", mapping)
                .Should(.15, "the rest is passed on", rest)
                .Should(.15, "the names come with methods of another object", GetsMethods(owner))
                .Named("adapter")
                .Variant("dynamic")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>A call in the same file that makes one with another object's method under a name: <c>speak=dog.bark</c>; or none.</summary>
    private static FactNode GetsMethods(ProjectClass owner)
    {
        foreach (var call in owner.Unit.Calls)
        {
            if (!ReferenceEquals(call.Facts, owner.Unit.File.Facts))
                continue;
            for (var i = call.Index; i < call.End; i++)
            {
                var node = call.Facts[i];
                if (
                    node.Kind is FactKind.KeywordArgument
                    && node.Value() is { Facts: not null, Kind: FactKind.Attribute } method
                    && owner.Unit.File.ClassesWith(method.NameOrEmpty()).Count > 0
                )
                    return node;
            }
        }
        return default;
    }

    /// <summary><c>self.__dict__.update(methods)</c> or setattr over a parameter's items, or none.</summary>
    internal static FactNode MappingInto(ProjectUnit constructor)
    {
        foreach (var forward in constructor.Shape.Forwards)
        {
            if (
                forward is { Attribute: "__dict__", Method: "update" }
                && constructor.Shape.OriginOf(forward.Call.Argument(0)).Kind is OriginKind.Parameter
            )
                return forward.Call;
        }
        foreach (var node in constructor.OwnCalls)
        {
            if (node.Calls("setattr", "builtins.setattr") && node.EnclosingLoop().Exists())
                return node;
        }
        return default;
    }
}
