namespace Motif.Code.Quality;

/// <summary>Whose way of counting decisions.</summary>
public enum ComplexityMode
{
    /// <summary>radon's, and beyond it the inside of asserts and the handlers of <c>except*</c>.</summary>
    Motif,

    /// <summary>radon 6, node for node.</summary>
    Radon,

    /// <summary>The mccabe package's: statements alone, a nested function counts into the one around it.</summary>
    Mccabe,
}

/// <summary>
/// Cyclomatic complexity (McCabe, A Complexity Measure, IEEE TSE 1976): the linearly independent paths through a unit, that
/// is 1 + its decisions.
/// </summary>
/// <remarks>
/// In <see cref="ComplexityMode.Motif"/> and <see cref="ComplexityMode.Radon"/> the decisions are: if and ternary 1; loop 1, its
/// else 1; each handler 1, the else of try 1; boolean operands − 1; each clause of a comprehension 1 and each of its filters 1;
/// cases of a switch, less 1 if one catches all; assert 1. In C# also each further label of a section 1, when 1, the operands of
/// or and and patterns − 1, ?. 1 and ??= 1, since each decides. A lambda counts with its surroundings, nested functions and classes
/// are counted apart; decorators, defaults and annotations of a function not at all. A class is
/// ⌊(1 + decisions of its body + Σ methods) / n⌋ + (1 if n &gt; 1) over its n methods.
/// </remarks>
public static class CyclomaticComplexity
{
    /// <summary>The complexity of every unit, in the order of <see cref="CodeFacts.Units"/>; null where the mode measures none.</summary>
    public static IReadOnlyList<int?> Of(
        CodeFacts facts,
        ComplexityMode mode = ComplexityMode.Motif
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        var complexities = new int?[facts.Units.Count];
        for (var i = 0; i < complexities.Length; i++)
        {
            var unit = facts.Units[i];
            if (mode is ComplexityMode.Mccabe)
                complexities[i] = IsFunction(unit) ? 1 + Statements(facts, unit.Node) : null;
            else if (unit.Kind is not UnitKind.Class)
                complexities[i] = 1 + Decisions(facts, unit.Node, mode);
        }
        if (mode is not ComplexityMode.Mccabe)
            AddClasses(facts, complexities, mode);
        return complexities;
    }

    /// <summary>
    /// The complexity of a file as the maintainability index wants it: 1 + the decisions of the module, of its functions and of
    /// the methods of its classes; what is nested deeper is left out, as radon does.
    /// </summary>
    public static int OfFile(CodeFacts facts, ComplexityMode mode = ComplexityMode.Motif)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var total = 1;
        foreach (var unit in facts.Units)
        {
            var isTopLevel = unit.Parent <= 0;
            var isMethod =
                !isTopLevel
                && facts.Units[unit.Parent] is { Kind: UnitKind.Class, Parent: 0 }
                && IsFunction(unit);
            // A class counts each of its methods as a path of its own.
            total += isTopLevel || isMethod ? Decisions(facts, unit.Node, mode) : 0;
            total += isMethod ? 1 : 0;
        }
        return total;
    }

    /// <summary>A to F: simple, well structured, slightly complex, complex, alarming, error-prone.</summary>
    public static char Grade(int complexity) =>
        complexity switch
        {
            <= 5 => 'A',
            <= 10 => 'B',
            <= 20 => 'C',
            <= 30 => 'D',
            <= 40 => 'E',
            _ => 'F',
        };

    private static bool IsFunction(CodeUnit unit) =>
        unit.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Property;

    private static void AddClasses(CodeFacts facts, int?[] complexities, ComplexityMode mode)
    {
        var sums = new int[complexities.Length];
        var methods = new int[complexities.Length];
        for (var i = 0; i < complexities.Length; i++)
        {
            if (!IsFunction(facts.Units[i]) || facts.Units[i].Parent < 0)
                continue;
            sums[facts.Units[i].Parent] += complexities[i]!.Value;
            methods[facts.Units[i].Parent]++;
        }
        for (var i = 0; i < complexities.Length; i++)
        {
            if (facts.Units[i].Kind is not UnitKind.Class)
                continue;
            var real = 1 + Decisions(facts, facts.Units[i].Node, mode) + sums[i];
            complexities[i] =
                methods[i] == 0 ? real : (real / methods[i]) + (methods[i] > 1 ? 1 : 0);
        }
    }

    private static int Decisions(CodeFacts facts, int unit, ComplexityMode mode)
    {
        var count = 0;
        var body = BodyOf(facts, unit);
        if (body < 0)
            return 0;
        for (var i = body; i < body + facts.Sizes[body]; )
        {
            var kind = facts.Kinds[i];
            if (kind is FactKind.Function or FactKind.Class)
            {
                i += facts.Sizes[i];
                continue;
            }
            count += Weight(facts, i, kind, mode);
            i += kind is FactKind.Assert && mode is ComplexityMode.Radon ? facts.Sizes[i] : 1;
        }
        return count;
    }

    private static int BodyOf(CodeFacts facts, int unit)
    {
        foreach (var child in facts[unit].Children())
        {
            if (child.Role is FactRole.Body)
                return child.Index;
        }
        return -1;
    }

    private static int Weight(CodeFacts facts, int node, FactKind kind, ComplexityMode mode) =>
        kind switch
        {
            FactKind.If or FactKind.Conditional or FactKind.Assert => 1,
            FactKind.ForEach or FactKind.While => 1 + Children(facts, node, FactRole.Else),
            FactKind.Try when mode is ComplexityMode.Radon && IsStar(facts, node) => 0,
            FactKind.Try => Children(facts, node, FactRole.Handler)
                + Children(facts, node, FactRole.Else),
            FactKind.Boolean => Children(facts, node, FactRole.Value) - 1,
            FactKind.Clause => 1 + Children(facts, node, FactRole.Filter),
            // A query has its filters beside its clauses.
            FactKind.Comprehension => Children(facts, node, FactRole.Filter),
            FactKind.Switch => Cases(facts, node),
            _ => facts.Language == "csharp" ? ShortDecisions(facts, node, kind) : 0,
        };

    /// <summary>What C# decides by a sign or word inside an expression or label.</summary>
    private static int ShortDecisions(CodeFacts facts, int node, FactKind kind) =>
        kind switch
        {
            FactKind.Attribute or FactKind.Subscript or FactKind.Call => facts[node]
                .Is(FactFlags.Conditional)
                ? 1
                : 0,
            FactKind.Assign => facts[node].Name is "??=" ? 1 : 0,
            FactKind.CasePattern => facts[node].Name is "or" or "and"
                ? Children(facts, node, FactRole.Pattern) - 1
                : 0,
            FactKind.Case => Children(facts, node, FactRole.Filter)
                + Math.Max(0, Labels(facts, node) - 1),
            _ => 0,
        };

    /// <summary>The labels of a section, <c>default</c> with them.</summary>
    private static int Labels(CodeFacts facts, int section)
    {
        var patterns = Children(facts, section, FactRole.Pattern);
        // A default has no pattern of its own; a discard has.
        var hasDefault =
            facts[section].Is(FactFlags.CatchAll)
            && facts[section].Child(FactRole.Pattern) is var first
            && !(first.Exists() && first.Name is "wildcard" or "capture");
        return patterns + (hasDefault ? 1 : 0);
    }

    private static bool IsStar(CodeFacts facts, int node) => facts[node].Name == "star";

    private static int Children(CodeFacts facts, int node, FactRole role)
    {
        var count = 0;
        foreach (var child in facts[node].Children())
            count += child.Role == role ? 1 : 0;
        return count;
    }

    private static int Cases(CodeFacts facts, int node)
    {
        var cases = 0;
        var catchesAll = false;
        foreach (var child in facts[node].Children())
        {
            if (child.Role is not FactRole.Case)
                continue;
            cases++;
            catchesAll |= child.Is(FactFlags.CatchAll);
        }
        return cases - (catchesAll ? 1 : 0);
    }

    /// <summary>The package draws a graph of statements: a try has a path per handler and one more, finally none.</summary>
    private static int Statements(CodeFacts facts, int unit)
    {
        var count = 0;
        var body = BodyOf(facts, unit);
        if (body < 0)
            return 0;
        for (var i = body; i < body + facts.Sizes[body]; )
        {
            var kind = facts.Kinds[i];
            var isSkipped =
                kind is FactKind.Lambda
                || (facts.Roles[i] is FactRole.Finally && !IsStar(facts, facts.Parents[i]));
            if (isSkipped)
            {
                i += facts.Sizes[i];
                continue;
            }
            count += kind switch
            {
                FactKind.If or FactKind.ForEach or FactKind.While or FactKind.Function => 1,
                FactKind.Try when !IsStar(facts, i) => 1 + Children(facts, i, FactRole.Handler),
                _ => 0,
            };
            i++;
        }
        return count;
    }
}
