using Motif.Text;

namespace Motif.Decisions.Safety;

/// <summary>Finds which rules a text falls under. A rule is a list of words, and expressions that cannot backtrack: none can run away.</summary>
public sealed class SafetyRules
{
    public const int MostRules = 100;
    public const int MostPhrases = 500;
    public const int MostExpressions = 50;
    private const int LongestPhrase = 200;
    private const int LongestPhraseWords = 12;

    private static readonly HashSet<string> Courtesies = new(StringComparer.Ordinal)
    {
        "please",
        "pls",
        "thanks",
        "thank",
        "you",
        "now",
        "bitte",
        "danke",
        "por",
        "favor",
        "hello",
        "hi",
        "hey",
    };

    private readonly List<(
        SafetyRule Rule,
        List<(string Phrase, IReadOnlyList<string> Words)> Phrases,
        List<RuleExpression> Expressions
    )> _rules;

    public SafetyRules(IEnumerable<SafetyRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules =
        [
            .. rules.Select(r =>
                (
                    r,
                    r.Phrases.Select(p => (p, FoldedText.Words(p))).ToList(),
                    (r.Expressions ?? []).Select(RuleExpression.Of).ToList()
                )
            ),
        ];
    }

    /// <summary>The rules a new installation begins with.</summary>
    public static IReadOnlyList<SafetyRule> Defaults { get; } =
    [
        new(
            "wants_person",
            RuleEffect.WantsPerson,
            [
                "speak to a person",
                "talk to a person",
                "speak to someone",
                "talk to someone",
                "speak to a human",
                "talk to a human",
                "speak with a human",
                "real person",
                "real human",
                "human being",
                "speak to an agent",
                "talk to an agent",
                "speak to a representative",
                "talk to a representative",
                "live agent",
                "mit einem menschen",
                "mit einem mitarbeiter",
                "menschen bitte",
                "echten menschen",
                "hablar con una persona",
                "parler a quelqu'un",
                "parler a un humain",
            ]
        ),
        new(
            "wants_person_alone",
            RuleEffect.WantsPerson,
            [
                "agent",
                "human",
                "person",
                "representative",
                "operator",
                "somebody",
                "mensch",
                "menschen",
                "mitarbeiter",
                "persona",
                "humain",
            ],
            WholeMessage: true
        ),
        new(
            "escalation",
            RuleEffect.Alert,
            [
                "sue",
                "suing",
                "lawsuit",
                "lawyer",
                "lawyers",
                "attorney",
                "legal action",
                "solicitor",
                "police",
                "anwalt",
                "rechtsanwalt",
                "klage",
                "ombudsman",
                "trading standards",
                "scam",
                "fraud",
                "discrimination",
                "harassment",
                "furious",
                "disgusted",
                "unacceptable",
            ]
        ),
        new(
            "emergency",
            RuleEffect.Alert,
            [
                "emergency",
                "ambulance",
                "unconscious",
                "bleeding",
                "fire brigade",
                "suicide",
                "kill myself",
                "notfall",
                "heart attack",
                "overdose",
            ]
        ),
        new(
            "blocklist",
            RuleEffect.NeverAutomatic,
            [
                "refund",
                "refunds",
                "refunded",
                "money back",
                "chargeback",
                "compensation",
                "injury",
                "injured",
                "hurt",
                "medical",
                "doctor",
                "hospital",
                "medication",
                "prescription",
                "antibiotics",
                "diagnosis",
                "legal",
                "contract dispute",
                "liability",
                "insurance claim",
                "ruckerstattung",
                "geld zuruck",
                "verletzt",
                "gdpr",
                "delete my data",
            ]
        ),
        new(
            "injection",
            RuleEffect.NeverAutomatic,
            [
                "ignore previous instructions",
                "ignore all previous instructions",
                "ignore all instructions",
                "ignore your instructions",
                "disregard previous instructions",
                "disregard all instructions",
                "forget your instructions",
                "system prompt",
                "developer mode",
                "you are now in",
                "reply only with",
                "repeat after me",
                "as an ai",
            ]
        ),
    ];

    /// <summary>What is wrong with rules, by place; empty where nothing is.</summary>
    public static Dictionary<string, string[]> Mistakes(IReadOnlyList<SafetyRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (rules.Count > MostRules)
            mistakes["rules"] = [FormattableString.Invariant($"has more than {MostRules}")];
        for (var i = 0; i < rules.Count && i < MostRules; i++)
        {
            var place = FormattableString.Invariant($"rules[{i}]");
            if (string.IsNullOrWhiteSpace(rules[i].Name) || rules[i].Name.Length > 100)
                mistakes[$"{place}.name"] = ["must have 1 to 100 characters"];
            if (rules[i].Phrases.Count > MostPhrases || IsEmpty(rules[i]))
                mistakes[$"{place}.phrases"] =
                [
                    FormattableString.Invariant($"must have 1 to {MostPhrases}"),
                ];
            if (ExpressionMistake(rules[i]) is { } wrong)
                mistakes[$"{place}.expressions"] = [wrong];
            foreach (var phrase in rules[i].Phrases.Take(MostPhrases))
                if (Mistake(phrase) is { } mistake)
                    mistakes[$"{place}.phrases"] =
                    [
                        $"'{(phrase.Length > 40 ? phrase[..40] : phrase)}' {mistake}",
                    ];
        }
        if (rules.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count() < rules.Count)
            mistakes["rules"] = ["has the same name twice"];
        return mistakes;
    }

    /// <summary>All rules that apply, in the order of the rules.</summary>
    public IReadOnlyList<RuleHit> Check(string text)
    {
        var words = FoldedText.Words(text);
        var hits = new List<RuleHit>();
        var joined = string.Join(' ', words);
        foreach (var (rule, phrases, expressions) in _rules)
        {
            var found = phrases
                .Where(p => rule.WholeMessage ? IsWhole(words, p.Words) : Stands(words, p.Words))
                .Select(p => p.Phrase)
                .Concat(expressions.Where(e => e.IsIn(joined)).Select(e => e.Text))
                .FirstOrDefault();
            if (found is not null)
                hits.Add(new RuleHit(rule.Name, rule.Effect, found));
        }
        return hits;
    }

    private static bool IsEmpty(SafetyRule rule) =>
        rule.Phrases.Count == 0 && rule.Expressions is not { Count: > 0 };

    private static string? ExpressionMistake(SafetyRule rule) =>
        rule.Expressions is not { } expressions ? null
        : expressions.Count > MostExpressions
            ? FormattableString.Invariant($"has more than {MostExpressions}")
        : expressions.Select(RuleExpression.Mistake).FirstOrDefault(m => m is not null);

    private static string? Mistake(string phrase)
    {
        if (phrase.Length > LongestPhrase)
            return FormattableString.Invariant($"has more than {LongestPhrase} characters");
        var words = FoldedText.Words(phrase);
        return words.Count switch
        {
            0 => "has no word: it would apply to every message or to none",
            > LongestPhraseWords => FormattableString.Invariant(
                $"has more than {LongestPhraseWords} words"
            ),
            1 when words[0].Length < 2 || Stopwords.Contains(words[0]) =>
                "is so common that it would apply to nearly every message",
            _ => null,
        };
    }

    private static bool IsWhole(IReadOnlyList<string> words, IReadOnlyList<string> wanted) =>
        Stands(words, wanted) && words.Count(w => !Courtesies.Contains(w)) == wanted.Count;

    internal static bool Stands(IReadOnlyList<string> words, IReadOnlyList<string> wanted)
    {
        for (var start = 0; start + wanted.Count <= words.Count; start++)
        {
            var length = 0;
            while (length < wanted.Count && words[start + length] == wanted[length])
                length++;
            if (length == wanted.Count)
                return true;
        }
        return false;
    }
}
