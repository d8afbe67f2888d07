namespace Motif.Discovery.Mining;

/// <summary>
/// Looks, in every scope, whether traits that do something do more together than beside each other. Which traits are joined is chosen
/// by what each does alone; of that their interaction, being what is left of the product, knows nothing.
/// </summary>
internal sealed class CompoundMiner(EffectMiner miner, IReadOnlyList<FeatureRows> features)
{
    /// <summary>Of a scope: with more, pairs are too many for any of them to be told from chance.</summary>
    private const int MostJoined = 16;
    private const double Telling = 0.01;

    private readonly Dictionary<int, FeatureRows> _byNumber = features.ToDictionary(f => f.Number);

    /// <param name="tests">Of single traits in one scope.</param>
    public List<EffectTest> Of(Layer layer, int scope, IEnumerable<EffectTest> tests)
    {
        var joined = tests
            .Where(t => t.Found.P <= Telling && miner.Rules.IsBroad(t.Found))
            .OrderBy(t => t.Found.P)
            .ThenBy(t => t.Feature.Number)
            .Take(MostJoined)
            .Select(t => t.Feature)
            .OrderBy(f => f.Number)
            .ToList();
        var found = new List<EffectTest>();
        var pairs = new List<(int One, int Other)>();
        for (var i = 0; i < joined.Count; i++)
        for (var j = i + 1; j < joined.Count; j++)
        {
            if (Test(layer, scope, [joined[i], joined[j]]) is not { } pair)
                continue;
            found.Add(pair);
            if (pair.Interaction!.Found.P <= Telling)
                pairs.Add((i, j));
        }
        foreach (var (i, j, k) in Triples(pairs, joined.Count))
        {
            if (Test(layer, scope, [joined[i], joined[j], joined[k]]) is { } triple)
                found.Add(triple);
        }
        return found;
    }

    /// <summary>The compound with its rows of this part of the work.</summary>
    public FeatureRows Rows(IReadOnlyList<int> numbers)
    {
        var parts = numbers.Select(n => _byNumber[n]).ToList();
        return new FeatureRows(
            Compound.Of(parts.Select(p => p.Feature)),
            Compound.RowsOf([.. parts.Select(p => p.Rows)])
        )
        {
            Number = int.MaxValue,
            Parts = [.. parts],
        };
    }

    private static IEnumerable<(int, int, int)> Triples(
        IReadOnlyCollection<(int One, int Other)> pairs,
        int count
    ) =>
        pairs
            .SelectMany(p =>
                Enumerable
                    .Range(0, count)
                    .Where(k => k != p.One && k != p.Other)
                    .Select(k => (int[])[.. new[] { p.One, p.Other, k }.Order()])
            )
            .Select(t => (t[0], t[1], t[2]))
            .Distinct()
            .Order();

    private EffectTest? Test(Layer layer, int scope, IReadOnlyList<FeatureRows> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        for (var j = i + 1; j < parts.Count; j++)
        {
            if (!Compound.CanJoin(parts[i].Feature, parts[j].Feature))
                return null;
        }
        var rows = Rows([.. parts.Select(p => p.Number)]);
        if (
            rows.Rows.Length < MiningRules.NeededSupport
            // What a single trait says already.
            || features.Any(f => FeatureTable.AreSame(f.Rows, rows.Rows))
            || miner.Tests(layer, rows, MiningRules.NeededSupport).Find(t => t.Scope == scope)
                is not { } together
            || miner.Interaction(layer, scope, rows) is not { } interaction
        )
            return null;
        together.Interaction = interaction;
        return together;
    }
}

/// <summary>What traits do together beyond what they do beside each other.</summary>
internal sealed record InteractionTest(
    EffectEstimate Found,
    EffectEstimate? Later,
    EffectEstimate Whole
);
