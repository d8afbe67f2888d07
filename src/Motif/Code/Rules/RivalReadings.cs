namespace Motif.Code.Rules;

/// <summary>
/// Patterns of holding and forwarding look alike: a state is a strategy that its implementations change, a command a strategy
/// that is stored. Where two such readings share a class, the more specific one stands and the other is dropped.
/// </summary>
internal static class RivalReadings
{
    /// <summary>From the most specific reading of "an object calls another" to the least.</summary>
    private static readonly string[] BySpecificity =
    [
        "onex_node",
        "interpreter",
        "state",
        "visitor",
        "memento",
        "mediator",
        "chain_of_responsibility",
        "composite",
        "command",
        "decorator",
        "proxy",
        "observer",
        "abstract_factory",
        "factory_method",
        "flyweight",
        "object_pool",
        "bridge",
        "adapter",
        "builder",
        "prototype",
        "facade",
        "strategy",
        "template_method",
        "factory",
        "registry",
        "event_publisher",
        "dependency_injection",
        "mixin",
        "port",
        "value_object",
    ];

    private static readonly Dictionary<string, int> Rank = Ranked();

    private static Dictionary<string, int> Ranked()
    {
        var ranks = BySpecificity
            .Select((name, rank) => (name, rank))
            .ToDictionary(p => p.name, p => p.rank, StringComparer.Ordinal);
        // A request of requests is both, and neither says what the other does.
        ranks["command"] = ranks["composite"];
        return ranks;
    }

    /// <summary>Keeps, from the most specific reading down, what no kept reading of the same classes explains already.</summary>
    /// <param name="matches">In a stable order, which the result keeps.</param>
    public static IReadOnlyList<RuleMatch> Settle(IReadOnlyList<RuleMatch> matches)
    {
        var claims = new Dictionary<ProjectUnit, int>();
        var dropped = new HashSet<RuleMatch>(ReferenceEqualityComparer.Instance);
        foreach (
            var match in matches
                .Where(m => Rank.ContainsKey(m.Rule))
                .OrderBy(m => Rank[m.Rule])
                .ThenByDescending(m => m.Confidence)
        )
        {
            var rank = Rank[match.Rule];
            if (claims.TryGetValue(match.Unit, out var claimed) && claimed < rank)
                dropped.Add(match);
            else
                Claim(claims, match, rank);
        }
        return [.. matches.Where(m => !dropped.Contains(m))];
    }

    private static void Claim(Dictionary<ProjectUnit, int> claims, RuleMatch match, int rank)
    {
        claims.TryAdd(match.Unit, rank);
        foreach (var participant in match.Participants)
            claims.TryAdd(participant, rank);
    }
}
