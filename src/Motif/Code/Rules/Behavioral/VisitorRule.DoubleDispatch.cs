namespace Motif.Code.Rules.Behavioral;

/// <summary>Elements that hand themselves to a visitor.</summary>
internal sealed partial class VisitorRule
{
    /// <summary>Seen from the visitor: the methods that elements hand themselves to.</summary>
    private bool FindDoubleDispatch(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var elements = Visits(owner);
        if (
            elements.Count < 2
            || owner.Bases.Any(b => Visits(b).Count >= 2)
            || !IsDispatched(owner, elements)
            || unit.File.IsCSharp && !AnswerOneCall(elements)
        )
            return false;
        var (accept, call) = elements[0];
        var visitors = owner.Descendants().Count;
        found
            .Match(this, unit)
            .Must("elements take a visitor", accept.Node)
            .Must("and hand themselves to it", call)
            .Must("several classes do so", elements.Count >= 2)
            .Should(
                .20,
                "the elements answer the same call",
                elements.TrueForAll(e => e.Accept.Name == accept.Name)
            )
            .Should(.10, "there are several visitors", visitors >= 1)
            .Should(
                .05,
                "each class is visited by its own method",
                elements.Select(e => e.Call.CalleeName()).Distinct(StringComparer.Ordinal).Count()
                    >= 2
            )
            .Named("visitor", "visit")
            .Variant("double_dispatch")
            .With(elements.Select(e => e.Accept.Parent!))
            .With(elements.SelectMany(e => e.Accept.Owner!.Bases).Select(b => b.Unit))
            .With(owner.Descendants().Select(d => d.Unit))
            .Report();
        return true;
    }

    /// <summary>Most elements are asked by one name; else different objects call each other, each with itself for an argument.</summary>
    private static bool AnswerOneCall(List<(ProjectUnit Accept, FactNode Call)> elements) =>
        elements.GroupBy(e => e.Accept.Name, StringComparer.Ordinal).Max(g => g.Count())
            is >= 2
                and var same
        && same * 2 > elements.Count;

    /// <summary>Methods of other classes that hand themselves to a method of their parameter which the owner has.</summary>
    private static List<(ProjectUnit Accept, FactNode Call)> Visits(ProjectClass owner)
    {
        var found = new List<(ProjectUnit, FactNode)>();
        foreach (var file in Files(owner))
        {
            foreach (var call in file.HandedToParameters)
            {
                var element = call.In.Owner!;
                if (
                    element != owner
                    && !call.In.IsConstructor
                    && IsNothingButItself(call)
                    && !found.Exists(f => f.Item1.Parent == element.Unit)
                    && owner.FindMethod(call.Method!) is { RequiredParameters: > 0 }
                    && !element.IsRelatedTo(owner)
                )
                    found.Add((call.In, call.Call));
            }
        }
        return found;
    }

    /// <summary>Besides itself the element hands over at most what it was given: with things of its own it registers, asks or reports.</summary>
    private static bool IsNothingButItself(ParameterCallFact call)
    {
        foreach (var child in call.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child.Bare();
            if (
                !value.IsName(call.In.Receiver)
                && value.KindOf() is not FactKind.Starred
                && !(value.IsKind(FactKind.Name) && call.In.HasParameter(value.NameOrEmpty()))
            )
                return false;
        }
        return true;
    }

    /// <summary>
    /// Each class of elements comes to a method of its own, or the one method tells them apart or does with each what it says of itself; a
    /// database that runs whatever is handed to it does not.
    /// </summary>
    private static bool IsDispatched(
        ProjectClass owner,
        List<(ProjectUnit Accept, FactNode Call)> elements
    )
    {
        var names = elements.ConvertAll(e => e.Call.CalleeName() ?? "");
        if (names.Distinct(StringComparer.Ordinal).Count() >= 2)
            return true;
        var visits = owner
            .Descendants()
            .Prepend(owner)
            .SelectMany(c => c.Methods.Where(m => m.Name == names[0]))
            .ToList();
        return visits.GroupBy(v => v.Owner).Any(g => g.Count() >= 2)
            || owner.Methods.Count(m => m.IsPublic) <= 2
            || visits.Exists(v =>
                v.OwnCalls.Any(c => c.CalleeName() is "isinstance" or "type" or "getattr")
                || v.Has(FactKind.Switch)
            );
    }

    /// <summary>The file of the visitor and those of its elements' calls; elements elsewhere are found through its parameters' types.</summary>
    private static List<ProjectFile> Files(ProjectClass owner)
    {
        var files = new List<ProjectFile> { owner.Unit.File };
        foreach (var method in owner.Methods)
        {
            foreach (var parameter in method.Fact.Parameters)
            {
                if (parameter.IsReceiver || parameter.Type is null)
                    continue;
                foreach (var type in AttributeTypes.OfParameter(method, parameter.Name))
                {
                    if (!files.Contains(type.File))
                        files.Add(type.File);
                }
            }
        }
        return files;
    }
}
