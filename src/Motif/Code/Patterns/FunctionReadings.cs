using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>
/// One function, one pattern: of all that rules see in a function the most telling reading stands, and what else it does becomes
/// modifiers of it. A wrapper that a decorator gives back is part of the decorator.
/// </summary>
internal static class FunctionReadings
{
    /// <summary>From what a function is for down to how it goes about it.</summary>
    private static readonly string[] ByPurpose =
    [
        "higher_order_component",
        "function_decorator",
        "context_provider",
        "reducer_hook",
        "render_prop",
        "custom_hook",
        "cli_command",
        "plugin_loader",
        "pagination",
        "unit_of_work",
        "event_publisher",
        "circuit_breaker",
        "rate_limiter",
        "memoize",
        "lazy_property",
        "singleton",
        "flyweight",
        "factory",
        "builder",
        "alternate_constructor",
        "context_manager",
        "observer",
        "memento",
        "strategy",
        "chain_of_responsibility",
        "worker_pool",
        "retry",
        "dependency_injection",
        "iterator",
        "generator_stage",
        "error_wrapper",
        "guard_validation",
        "async_function",
    ];

    /// <summary>What a reading is called where it only qualifies another.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["async_function"] = "async",
        ["error_wrapper"] = "error_handling",
        ["guard_validation"] = "validation",
        ["unit_of_work"] = "transaction",
        ["function_decorator"] = "decorator",
        ["custom_hook"] = "hook",
        ["dependency_injection"] = "injection",
        ["generator_stage"] = "generator",
    };

    private static readonly Dictionary<string, int> Ranks = ByPurpose
        .Select((rule, rank) => (rule, rank))
        .ToDictionary(p => p.rule, p => p.rank, StringComparer.Ordinal);

    /// <param name="matches">In a stable order, which the result keeps.</param>
    public static IReadOnlyList<RuleMatch> Settle(IReadOnlyList<RuleMatch> matches)
    {
        var decorators = matches
            .Where(m => m.Rule is "function_decorator")
            .Select(m => m.Unit)
            .ToHashSet();
        var told = new Dictionary<RuleMatch, RuleMatch?>(ReferenceEqualityComparer.Instance);
        foreach (
            var readings in matches
                .Where(m => m.Unit.IsFunction || m.Unit.IsProgram)
                .GroupBy(m => DecoratorAround(m.Unit, decorators) ?? m.Unit)
        )
        {
            var ordered = readings
                .OrderBy(m => m.Unit != readings.Key)
                .ThenBy(m => Ranks.GetValueOrDefault(m.Rule, ByPurpose.Length))
                .ThenByDescending(m => m.Confidence)
                .ToList();
            foreach (var further in ordered.Skip(1))
                told[further] = null;
            told[ordered[0]] = Qualified(ordered[0], ordered[1..]);
        }
        return
        [
            .. matches
                .Select(m => told.TryGetValue(m, out var settled) ? settled : m)
                .OfType<RuleMatch>(),
        ];
    }

    private static ProjectUnit? DecoratorAround(ProjectUnit unit, HashSet<ProjectUnit> decorators)
    {
        for (var around = unit.Parent; around is not null; around = around.Parent)
        {
            if (decorators.Contains(around))
                return around;
        }
        return null;
    }

    /// <summary>A wrapper that waits makes no decorator wait; everything else that it does, the decorator adds.</summary>
    private static RuleMatch Qualified(RuleMatch reading, List<RuleMatch> further)
    {
        var more = further
            .Where(m => m.Rule != reading.Rule)
            .Where(m => m.Unit == reading.Unit || m.Rule is not "async_function")
            .ToList();
        if (more.Count == 0)
            return reading;
        return reading with
        {
            Modifiers =
            [
                .. reading
                    .Modifiers.Concat(more.Select(m => Words.GetValueOrDefault(m.Rule, m.Rule)))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Evidence = [.. reading.Evidence, .. more.SelectMany(m => m.Evidence)],
            Domains = reading.Domains.Count > 0 ? reading.Domains : more[0].Domains,
        };
    }
}
