using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>States that are kept and come back.</summary>
internal sealed partial class MementoRule
{
    /// <summary>Copies of the own state go into an own collection and come back from it.</summary>
    private void FindHistory(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var keep in owner.Shape.Collects)
        {
            if (
                keep.Kind is not CollectKind.Add
                || keep.In.IsConstructor
                || !keep.Value.Exists()
                || keep.Value.Mentions(null)
            )
                continue;
            var attributes = OwnAttributes(keep.Value, keep.In);
            attributes.Remove(keep.Attribute);
            if (attributes.Count == 0 || keep.Source.Kind is OriginKind.Parameter)
                continue;
            foreach (var store in owner.Shape.Stores)
            {
                if (
                    !attributes.Contains(store.Attribute)
                    || store.In.IsConstructor
                    || store.Source.Kind is not OriginKind.Element
                    || store.Source.Name != keep.Attribute
                    || IsSetAside(keep, attributes)
                    // Put aside and taken back by one function, as it reads on: the depth of what it reads.
                    || unit.File.IsCSharp && keep.In == store.In
                    || store.In.RequiredParameters > 0 && !TakesPart(store.In, store.Value)
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("states are kept", keep.Node)
                    .Must("and written back", store.Node)
                    .Should(
                        .15,
                        "the last one is taken out",
                        Loops.FirstCall(store.Node, "pop", "Pop")
                    )
                    .Should(.10, "the state is copied", IsCopy(keep.Node))
                    .Named("memento", "snapshot", "undo", "history", "restore")
                    .Variant("history")
                    .Report();
                return;
            }
        }
    }

    /// <summary>What is kept is replaced at once by something empty or new: a parser's stack of what it is in, not a state to go back to.</summary>
    private static bool IsSetAside(CollectFact keep, HashSet<string> attributes)
    {
        foreach (var store in keep.In.Shape.Stores)
        {
            if (
                attributes.Contains(store.Attribute)
                && (store.Value.IsPlainDefault() || store.Source.Kind is OriginKind.Made)
            )
                return true;
        }
        return false;
    }

    /// <summary>Which state it is to be is said by the caller; asked for anything else, going back is a side of other work.</summary>
    private static bool TakesPart(ProjectUnit method, FactNode value)
    {
        foreach (var parameter in method.Fact.Parameters)
        {
            if (!parameter.IsReceiver && value.Mentions(parameter.Name))
                return true;
        }
        return false;
    }
}
