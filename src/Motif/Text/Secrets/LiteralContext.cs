using static Motif.Text.Secrets.BackwardReading;

namespace Motif.Text.Secrets;

/// <summary>Under which name a literal stands, read backwards from it: what it is assigned to, compared with, handed over as.</summary>
/// <param name="Strength">How secret that is; <see cref="NameStrength.None"/> where no secret's name is near.</param>
/// <param name="IsContained">A bracket was passed: the elements behind it are under the same name.</param>
internal readonly record struct LiteralContext(NameStrength Strength, bool IsContained)
{
    private const int MaxSteps = 12;

    /// <summary>Of every literal, in order. Each is read back to the one before at most, so that all are read in linear time.</summary>
    public static LiteralContext[] Of(string text, IReadOnlyList<Literal> literals)
    {
        var contexts = new LiteralContext[literals.Count];
        for (var i = 0; i < contexts.Length; i++)
        {
            contexts[i] = Before(text, literals, contexts, i);
            if (contexts[i].Strength is NameStrength.None)
                contexts[i] = contexts[i] with
                {
                    Strength = SecretTargets.ComparedBehind(text, literals[i].End),
                };
        }
        return contexts;
    }

    private static LiteralContext Before(
        string text,
        IReadOnlyList<Literal> literals,
        LiteralContext[] contexts,
        int index
    )
    {
        var isContained = false;
        var at = literals[index].Start;
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            at = SkipBlanks(text, at);
            if (at == 0)
                break;
            if (index > 0 && literals[index - 1].End == at)
                return contexts[index - 1].In(isContained);
            if (text[at - 1] == ',')
                return AfterComma(text, literals, contexts, index, SkipBlanks(text, at - 1));
            if (Passed(text, at, index > 0 ? literals[index - 1] : null) is not { } next)
                return new(Named(text, literals, index, at, isContained), isContained);
            isContained |= text[at - 1] is '(' or '[' or '{';
            at = next;
        }
        return default;
    }

    /// <summary>Where to read on before what says nothing by itself: a bracket, a call that wraps, an operand. Null elsewhere.</summary>
    private static int? Passed(string text, int at, Literal? before)
    {
        switch (text[at - 1])
        {
            case '(' or '[' or '{':
                var callee = NameEndingAt(text, at - 1);
                if (callee.Length == 0)
                    return at - 1;
                return text[at - 1] == '(' && SecretCalls.IsWrapper(callee)
                    ? StartOfCallee(text, at - 1 - callee.Length)
                    : null;
            case '+' or '%' when at > 1 && text[at - 2] != text[at - 1]:
                return BeforeOperand(text, SkipBlanks(text, at - 1), before);
            default:
                return null;
        }
    }

    private static NameStrength Named(
        string text,
        IReadOnlyList<Literal> literals,
        int index,
        int at,
        bool isContained
    ) =>
        text[at - 1] switch
        {
            '(' => SecretCalls.Called(text, at - 1, NameEndingAt(text, at - 1), literals[index]),
            '=' or '>' or ':' => SecretTargets.Assigned(text, at - 1, literals, index, isContained),
            '?' or '|' when at > 1 && text[at - 2] == text[at - 1] => InStatement(text, at - 2),
            _ => SecretTargets.AfterWord(text, at),
        };

    private static LiteralContext AfterComma(
        string text,
        IReadOnlyList<Literal> literals,
        LiteralContext[] contexts,
        int index,
        int comma
    )
    {
        if (index == 0 || literals[index - 1].End != comma)
            return new(SecretCalls.ComparedTo(text, comma), false);
        var strength = SecretCalls.Behind(text, literals[index - 1], literals[index]);
        if (strength is not NameStrength.None)
            return new(strength, false);
        return contexts[index - 1].IsContained ? contexts[index - 1] : default;
    }

    private LiteralContext In(bool isContained) =>
        this with
        {
            IsContained = IsContained || isContained,
        };
}
