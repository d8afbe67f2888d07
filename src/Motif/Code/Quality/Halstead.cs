using System.Globalization;

namespace Motif.Code.Quality;

/// <summary>
/// Halstead's counts (Elements of Software Science, 1977) as radon takes them from a syntax tree: operators are arithmetic,
/// logical, comparing and augmented assignments; their operands are told apart by name, attribute or constant (a name, an
/// attribute and a string of one text are one operand, as are 1, 1.0 and true), anything else is an operand of its own.
/// </summary>
/// <param name="DistinctOperators">η₁.</param>
/// <param name="DistinctOperands">η₂; the same name in two functions is two, unless these have one name too.</param>
/// <param name="Operators">N₁.</param>
/// <param name="Operands">N₂.</param>
public sealed record Halstead(
    int DistinctOperators,
    int DistinctOperands,
    int Operators,
    int Operands
)
{
    /// <summary>V = (N₁ + N₂) · log₂(η₁ + η₂); 0 where there is nothing.</summary>
    public double Volume
    {
        get
        {
            var vocabulary = DistinctOperators + DistinctOperands;
            return vocabulary == 0 ? 0 : (Operators + Operands) * Math.Log2(vocabulary);
        }
    }

    /// <summary>D = η₁ · N₂ / (2 · η₂); 0 without operands.</summary>
    public double Difficulty =>
        DistinctOperands == 0 ? 0 : DistinctOperators * (double)Operands / (2 * DistinctOperands);

    /// <summary>E = D · V.</summary>
    public double Effort => Difficulty * Volume;

    /// <summary>The counts of a unit, nested functions included.</summary>
    /// <param name="unit">Index in <see cref="CodeFacts.Units"/>.</param>
    public static Halstead Of(CodeFacts facts, int unit)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var counting = new Counting(facts);
        foreach (var child in facts[facts.Units[unit].Node].Children())
        {
            if (child.Role is FactRole.Body)
                counting.Count(child);
        }
        return counting.Result();
    }

    private sealed class Counting(CodeFacts facts)
    {
        private readonly HashSet<(FactKind, string)> _operatorsSeen = [];
        private readonly HashSet<(string Function, string Operand)> _operandsSeen = [];
        private int _operators;
        private int _operands;

        public Halstead Result() =>
            new(_operatorsSeen.Count, _operandsSeen.Count, _operators, _operands);

        public void Count(FactNode body)
        {
            var functions = new Stack<int>();
            for (var i = body.Index; i < body.End; i++)
            {
                while (functions.TryPeek(out var open) && i >= open + facts.Sizes[open])
                    functions.Pop();
                if (IsSignature(i))
                {
                    i += facts.Sizes[i] - 1;
                    continue;
                }
                if (facts.Kinds[i] is FactKind.Function)
                    functions.Push(i);
                var function = functions.TryPeek(out var around) ? facts[around].Name : null;
                Take(facts[i], function ?? "");
            }
        }

        /// <summary>Decorators, defaults and annotations of a function are not its code.</summary>
        private bool IsSignature(int node) =>
            facts.Parents[node] >= 0
            && facts.Kinds[facts.Parents[node]] is FactKind.Function
            && facts.Roles[node] is not FactRole.Body;

        private void Take(FactNode node, string function)
        {
            switch (node.Kind)
            {
                case FactKind.Binary or FactKind.Unary or FactKind.Boolean:
                    Operator(node, node.Name ?? "");
                    Operands(node, function);
                    break;
                case FactKind.Assign when node.Name is { } operation:
                    // a += b has the operator of a + b.
                    _operatorsSeen.Add((FactKind.Binary, operation.TrimEnd('=')));
                    _operators++;
                    Operands(node, function);
                    break;
                case FactKind.Compare:
                    foreach (var one in Comparisons(node.Name ?? ""))
                        Operator(node, one);
                    Operands(node, function);
                    break;
                case FactKind.TypeReference when node.Is(FactFlags.Conditional):
                    // A union in an annotation is written with an operator.
                    _operatorsSeen.Add((FactKind.Binary, "|"));
                    _operators++;
                    Operands(node, function);
                    break;
            }
        }

        private void Operator(FactNode node, string name)
        {
            _operators++;
            _operatorsSeen.Add((node.Kind, name));
        }

        /// <summary><c>not in</c> and <c>is not</c> are one operator each.</summary>
        private static IEnumerable<string> Comparisons(string name)
        {
            var words = name.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                var isPair =
                    i + 1 < words.Length
                    && (words[i], words[i + 1]) is ("not", "in") or ("is", "not");
                yield return isPair ? $"{words[i]} {words[++i]}" : words[i];
            }
        }

        private void Operands(FactNode node, string function)
        {
            foreach (var child in node.Children())
            {
                if (child.Role is not (FactRole.Value or FactRole.Target or FactRole.Argument))
                    continue;
                _operands++;
                _operandsSeen.Add((function, Identity(child)));
            }
        }

        private static string Identity(FactNode operand) =>
            operand.Kind switch
            {
                FactKind.Name or FactKind.Attribute => $"n {operand.Name}",
                FactKind.Literal => IdentityOfLiteral(operand) ?? $"# {operand.Index}",
                FactKind.TypeReference when operand.Name is "None" => $"c {FactFlags.LiteralNull} ",
                FactKind.TypeReference when operand.Size == 1 => $"n {LastWord(operand.Name)}",
                _ => $"# {operand.Index}",
            };

        private static string? IdentityOfLiteral(FactNode literal)
        {
            const FactFlags numbers = FactFlags.LiteralInteger | FactFlags.LiteralReal;
            if (literal.Is(FactFlags.LiteralString))
                return literal.Name is null ? null : $"n {literal.Name}";
            if (literal.Is(FactFlags.LiteralTrue))
                return "v 1";
            if (literal.Is(FactFlags.LiteralFalse))
                return "v 0";
            if ((literal.Flags & numbers) != FactFlags.None)
                return literal.Name is null ? null : $"v {NumberOf(literal.Name)}";
            return $"c {literal.Flags} {literal.Name}";
        }

        /// <summary>Numbers are equal by value, however they are written.</summary>
        private static string NumberOf(string text) =>
            double.TryParse(
                text.Replace("_", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture,
                out var value
            )
            && Math.Abs(value) < 1e15
                ? value.ToString("R", CultureInfo.InvariantCulture)
                : text;

        private static string LastWord(string? type) =>
            type is null ? "" : type[(type.LastIndexOf('.') + 1)..].Trim('"', '\'');
    }
}
