namespace Motif.Code.Quality;

/// <summary>
/// How well a unit is documented, 0 to 1: half by what its documentation says, half by what its signature says.
/// </summary>
/// <remarks>
/// Text = .6 where there is documentation that is more than the name again + .3 · documented / all parameters + .1 where result
/// and exceptions are described or there are none. Of a class or module: .6 + .4 · share of its public methods with documentation.
/// Hints = (annotated parameters + annotated result) / (parameters + 1) without the receiver; of a class the mean of its methods,
/// or the share of its attributes with a known type where it has none.
/// </remarks>
internal static class DocumentationQuality
{
    private const double TextWeight = 0.5;
    private const double Present = 0.6;
    private const double Parameters = 0.3;
    private const double Outcome = 0.1;

    /// <summary>Graded from 0 to 1.</summary>
    public static double Graded(CodeFacts facts, int unit) =>
        (TextWeight * Text(facts, unit)) + ((1 - TextWeight) * Hints(facts, unit));

    /// <summary>½ for documentation of whatever kind, ½ for at least one type in the signature.</summary>
    public static double Seed(CodeFacts facts, int unit) =>
        (string.IsNullOrWhiteSpace(facts.Units[unit].Documentation) ? 0 : TextWeight)
        + (Hints(facts, unit) > 0 ? 1 - TextWeight : 0);

    private static double Text(CodeFacts facts, int index)
    {
        var unit = facts.Units[index];
        if (string.IsNullOrWhiteSpace(unit.Documentation))
            return 0;
        var docs = Docstring.Parse(unit.Documentation);
        var present = docs.Restates(unit.Name) ? 0 : Present;
        return unit.Kind is UnitKind.Class or UnitKind.Module
            ? present + ((Parameters + Outcome) * DocumentedMethods(facts, index))
            : present + (Parameters * DocumentedParameters(unit, docs)) + OutcomeOf(unit, docs);
    }

    private static double DocumentedParameters(CodeUnit unit, Docstring docs)
    {
        int all = 0,
            documented = 0;
        foreach (var parameter in unit.Parameters)
        {
            if (parameter.IsReceiver)
                continue;
            all++;
            if (docs.Describes(parameter.Name))
                documented++;
        }
        return all == 0 ? 1 : (double)documented / all;
    }

    private static double OutcomeOf(CodeUnit unit, Docstring docs) =>
        docs.DescribesOutcome || !HasResult(unit) ? Outcome : 0;

    private static bool HasResult(CodeUnit unit) =>
        !unit.Has(UnitTraits.Constructor)
        && unit.Returns is not (null or "None" or "System.Void" or "System.Threading.Tasks.Task");

    private static double DocumentedMethods(CodeFacts facts, int type)
    {
        int all = 0,
            documented = 0;
        foreach (var method in Methods(facts, type))
        {
            if (method.Has(UnitTraits.Private))
                continue;
            all++;
            if (!string.IsNullOrWhiteSpace(method.Documentation))
                documented++;
        }
        return all == 0 ? 1 : (double)documented / all;
    }

    private static double Hints(CodeFacts facts, int index)
    {
        var unit = facts.Units[index];
        if (unit.Kind is not (UnitKind.Class or UnitKind.Module))
            return Hints(unit);
        var methods = Methods(facts, index).ToList();
        if (methods.Count > 0)
            return methods.Average(Hints);
        return unit.Attributes.Count == 0
            ? 0
            : (double)unit.Attributes.Count(a => a.Types.Count > 0) / unit.Attributes.Count;
    }

    private static double Hints(CodeUnit unit)
    {
        int all = 1,
            annotated = IsResultKnown(unit) ? 1 : 0;
        foreach (var parameter in unit.Parameters)
        {
            if (parameter.IsReceiver)
                continue;
            all++;
            if (parameter.Type is not null)
                annotated++;
        }
        return (double)annotated / all;
    }

    /// <summary>What a constructor or a setter gives back needs no annotation.</summary>
    private static bool IsResultKnown(CodeUnit unit) =>
        unit.Returns is not null
        || unit.Has(UnitTraits.Constructor)
        || unit.Name.EndsWith(".set", StringComparison.Ordinal);

    private static IEnumerable<CodeUnit> Methods(CodeFacts facts, int type)
    {
        for (var i = type + 1; i < facts.Units.Count; i++)
        {
            var unit = facts.Units[i];
            if (unit.Parent == type && unit.Kind is not UnitKind.Class)
                yield return unit;
        }
    }
}
