using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Discovery.Mining;

/// <summary>
/// Tests every feature in every scope: found in the first part of each channel's time under control of false discoveries over
/// everything that was tested and over its layer, then tested on the last part.
/// </summary>
internal sealed class EffectMiner
{
    private const int Permutations = 20;

    private readonly Evidence _evidence;
    private readonly MiningRules _rules;
    private readonly int _threads;
    private readonly Dictionary<Layer, Parts> _layers = [];
    private readonly ulong _seed;

    /// <param name="layers">Those that differ from each other.</param>
    public EffectMiner(Evidence evidence, IEnumerable<Layer> layers, ulong seed, int threads)
    {
        _evidence = evidence;
        _rules = MiningRules.For(evidence.ChannelCount);
        _threads = threads;
        _seed = seed;
        foreach (var layer in layers)
            _layers[layer] = new Parts(
                StratifiedDesign.Of(evidence, layer, row => evidence.IsDiscovery[row]),
                StratifiedDesign.Of(evidence, layer, row => !evidence.IsDiscovery[row]),
                StratifiedDesign.Of(evidence, layer, _ => true)
            );
    }

    private sealed record Parts(
        StratifiedDesign Found,
        StratifiedDesign Later,
        StratifiedDesign Whole
    );

    public MiningRules Rules => _rules;

    public bool HasLayer(Layer layer) => _layers.ContainsKey(layer);

    public StratifiedDesign Found(Layer layer) => _layers[layer].Found;

    public StratifiedDesign Whole(Layer layer) => _layers[layer].Whole;

    public StratifiedDesign Later(Layer layer) => _layers[layer].Later;

    /// <summary>Tests all features; the order is that of layers, features and scopes.</summary>
    public List<EffectTest> Test(
        IReadOnlyList<FeatureRows> features,
        CancellationToken cancellationToken
    )
    {
        var tests = new List<EffectTest>();
        foreach (var layer in _layers.Keys)
        {
            var found = new List<EffectTest>[features.Count];
            Parallel.For(
                0,
                features.Count,
                Options(cancellationToken),
                i => found[i] = Tests(layer, features[i], MiningRules.NeededSupport)
            );
            tests.AddRange(found.SelectMany(f => f));
        }
        Declare(tests);
        Draw(tests);
        new Replication(_rules).Judge(tests);
        Join(tests);
        return tests;
    }

    /// <summary>The feature in every scope of a layer in which it has the support.</summary>
    public List<EffectTest> Tests(Layer layer, FeatureRows feature, int neededSupport)
    {
        var parts = _layers[layer];
        var later = Sums(parts.Later, feature.Rows).ToDictionary(s => s.Scope);
        var whole = Sums(parts.Whole, feature.Rows).ToDictionary(s => s.Scope);
        var tests = new List<EffectTest>();
        foreach (var sums in Sums(parts.Found, feature.Rows))
        {
            if (
                sums.Support < neededSupport
                || EffectEstimate.Of(sums) is not { } estimate
                || !whole.TryGetValue(sums.Scope, out var wholeSums)
                || EffectEstimate.Of(wholeSums) is not { } all
            )
                continue;
            var test = new EffectTest(layer, feature, estimate)
            {
                FoundSpread = RandomEffects.Of(sums, parts.Found.UnitVariance),
                Whole = all,
                WholeSpread = RandomEffects.Of(wholeSums, parts.Whole.UnitVariance),
            };
            if (
                later.TryGetValue(sums.Scope, out var laterSums)
                && EffectEstimate.Of(laterSums) is { } then
            )
            {
                test.Later = then;
                test.LaterSpread = RandomEffects.Of(laterSums, parts.Later.UnitVariance);
            }
            tests.Add(test);
        }
        return tests;
    }

    /// <summary>How many would be found if outcomes were dealt out anew inside their strata, a run.</summary>
    public double CountUnderPermutation(
        IReadOnlyList<FeatureRows> features,
        CancellationToken cancellationToken
    )
    {
        var total = 0;
        for (var round = 0; round < Permutations; round++)
        {
            var random = new SeededRandom(SeededRandom.Mix(_seed + (ulong)round));
            var estimates = new List<(Layer Layer, EffectEstimate Effect)>();
            foreach (var (layer, parts) in _layers)
            {
                var shuffled = parts.Found.Shuffled(random);
                var found = new List<EffectEstimate>[features.Count];
                Parallel.For(
                    0,
                    features.Count,
                    Options(cancellationToken),
                    i =>
                        found[i] = [
                            .. Sums(parts.Found, features[i].Rows, shuffled)
                                .Where(s => s.Support >= MiningRules.NeededSupport)
                                .Select(EffectEstimate.Of)
                                .OfType<EffectEstimate>(),
                        ]
                );
                estimates.AddRange(found.SelectMany(f => f).Select(e => (layer, e)));
            }
            total += Passing(estimates);
        }
        return total / (double)Permutations;
    }

    /// <summary>Thrown from inside, a cancellation would come wrapped.</summary>
    private ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken };

    private int Passing(List<(Layer Layer, EffectEstimate Effect)> estimates)
    {
        var q = BenjaminiHochberg.QValues([.. estimates.Select(e => e.Effect.P)]);
        var passing = new HashSet<int>();
        foreach (var layer in estimates.Select((e, i) => (e.Layer, i)).GroupBy(e => e.Layer))
        {
            int[] places = [.. layer.Select(e => e.i)];
            var own = BenjaminiHochberg.QValues([.. places.Select(i => estimates[i].Effect.P)]);
            for (var i = 0; i < places.Length; i++)
            {
                if (
                    own[i] <= MiningRules.FalseDiscoveries
                    && q[places[i]] <= MiningRules.FalseDiscoveries
                )
                    passing.Add(places[i]);
            }
        }
        // Ranks were not dealt out with the outcomes; without their gate the count is on the safe side.
        return passing.Count(i => _rules.IsBroad(estimates[i].Effect));
    }

    private static List<EffectSums> Sums(
        StratifiedDesign design,
        int[] rows,
        double[]? centred = null
    )
    {
        int[] inside = [.. rows.Where(row => design.Stratum[row] >= 0)];
        Array.Sort(Array.ConvertAll(inside, row => design.Stratum[row]), inside);
        return EffectSums.Of(design, inside, centred ?? design.Centred);
    }

    private static void Declare(List<EffectTest> tests)
    {
        var q = BenjaminiHochberg.QValues([.. tests.Select(t => t.Found.P)]);
        for (var i = 0; i < tests.Count; i++)
            tests[i].Q = q[i];
        foreach (var layer in tests.GroupBy(t => t.Layer))
        {
            EffectTest[] own = [.. layer];
            var layerQ = BenjaminiHochberg.QValues([.. own.Select(t => t.Found.P)]);
            for (var i = 0; i < own.Length; i++)
                own[i].LayerQ = layerQ[i];
        }
        foreach (var test in tests)
            test.IsFound =
                test.Q <= MiningRules.FalseDiscoveries
                && test.LayerQ <= MiningRules.FalseDiscoveries
                && test.Found.RanksAgree;
    }

    private void Join(List<EffectTest> tests)
    {
        foreach (
            var scope in tests
                .Where(t => t.State is FindingState.Confirmed)
                .GroupBy(t => (t.Layer, t.Scope))
        )
        {
            EffectTest[] own = [.. scope];
            var joint = JointEffects.Fit(
                _layers[scope.Key.Layer].Whole,
                scope.Key.Scope,
                own,
                Array.ConvertAll(own, t => t.WholeExpected)
            );
            for (var i = 0; i < own.Length; i++)
                own[i].Joint = joint[i];
        }
    }

    /// <summary>Each feature is drawn in by what its family in its layer is like.</summary>
    private static void Draw(List<EffectTest> tests)
    {
        foreach (var group in tests.GroupBy(t => (t.Layer, t.Feature.Feature.Family)))
        {
            EffectTest[] own = [.. group];
            var found = Shrinkage.Of([
                .. own.Select(t => (t.FoundSpread.Mean, t.FoundSpread.Error)),
            ]);
            var whole = Shrinkage.Of([
                .. own.Select(t => (t.WholeSpread.Mean, t.WholeSpread.Error)),
            ]);
            foreach (var test in own)
                (test.FoundPrior, test.WholePrior) = (found, whole);
        }
    }
}
