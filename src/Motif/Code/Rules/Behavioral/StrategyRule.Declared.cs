using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Algorithms that nobody calls by the kept name: named by heirs, or handed on to what calls them.</summary>
internal sealed partial class StrategyRule
{
    /// <summary>The class leaves its work to an attribute, and heirs fill it with objects of different classes.</summary>
    private bool FindDeclaredByHeirs(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (owner.Subclasses.Count < 2)
            return false;
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not { } method
                || forward.IsOuter
                || method.StartsWith('_')
                || owner.Attribute(forward.Attribute) is not { IsClassLevel: true }
            )
                continue;
            var chosen = new List<ProjectUnit>();
            FactNode where = default;
            foreach (var heir in owner.Descendants())
            {
                foreach (var node in heir.Unit.OwnNodes)
                {
                    if (
                        node.Kind is FactKind.Assign
                        && node.Child(FactRole.Target).IsName(forward.Attribute)
                        && node.Value().MadeClass(heir.Unit) is { } made
                        && made.Class!.FindMethod(method) is not null
                        && !chosen.Contains(made)
                    )
                    {
                        chosen.Add(made);
                        where = node;
                    }
                }
            }
            if (chosen.Count < 2 || chosen.Exists(c => c.Class!.IsRelatedTo(owner)))
                continue;
            found
                .Match(this, unit)
                .Must("the work is left to an attribute", forward.Call)
                .Must("heirs choose what stands there", where)
                .Should(.15, "several classes are chosen", true)
                .Named("strategy", "policy", "algorithm", "behavior")
                .Variant("declared")
                .With(chosen)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>A kept function is handed on to what calls it, as <c>sorted(items, key=self._key)</c>; callers choose among several.</summary>
    private bool FindHandedOn(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var store in owner.Shape.Stores)
        {
            if (store.Source.Kind is not OriginKind.Parameter || !store.In.IsConstructor)
                continue;
            var choices = Choices(unit, store.Source.Name, store.In);
            if (
                !AreInterchangeable(choices)
                || Handed(owner, store.Attribute) is not { Facts: not null } call
            )
                continue;
            found
                .Match(this, unit)
                .Must("the algorithm is handed in as a function and kept", store.Node)
                .Must("and handed on to what calls it", call)
                .Should(.20, "several functions are handed in", true)
                .Named("strategy", "policy", "algorithm")
                .Variant("function")
                .With(choices)
                .Report();
            return true;
        }
        return false;
    }

    private static FactNode Handed(ProjectClass owner, string attribute)
    {
        foreach (var method in owner.Methods)
        {
            foreach (var call in method.OwnCalls)
            {
                // What makes an object of it keeps it as a value.
                if (call.IsDiscarded() || call.MadeClass(method) is not null)
                    continue;
                foreach (var child in call.Children())
                {
                    if (
                        child.Role is FactRole.Argument
                        && (
                            child.Kind is FactKind.KeywordArgument ? child.Value() : child
                        ).IsOwnAttribute(method, out var name)
                        && name == attribute
                    )
                        return call;
                }
            }
        }
        return default;
    }
}
