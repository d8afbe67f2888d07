using System.Globalization;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Discovery.Mining;

/// <summary>
/// Tests every feature in every scope: found in the first part of each channel's time under control of false discoveries over
/// everything that was tested and over its layer, then tested on the last part.
/// </summary>
internal sealed class EffectMiner
{
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
        var rows = Enumerable.Range(0, evidence.Rows.Count);
        foreach (var layer in layers)
            _layers[layer] = new Parts(
                StratifiedDesign.Of(evidence, layer, rows.Where(r => evidence.IsDiscovery[r])),
                StratifiedDesign.Of(evidence, layer, rows.Where(r => !evidence.IsDiscovery[r])),
                StratifiedDesign.Of(evidence, layer, rows)
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

    /// <summary>Which parts the work falls into: the corpus as a whole, and each macro with what is inside it.</summary>
    public IReadOnlyList<int> PartNumbers =>
        _layers.Count == 1
            ? [MinedPart.Everything]
            :
            [
                MinedPart.Everything,
                .. _evidence.Rows.Select(r => r.Macro).Where(m => m >= 0).Distinct().Order(),
            ];

    /// <summary>Tests the features in the scopes of one part, and counts what chance alone would show there.</summary>
    public MinedPart Mine(int part, PartedFeatures features, CancellationToken cancellationToken)
    {
        var own = features.Of(part);
        var tests = new List<EffectTest>();
        foreach (var layer in LayersOf(part))
        {
            var found = new List<EffectTest>[own.Count];
            Parallel.For(
                0,
                own.Count,
                Options(cancellationToken),
                i => found[i] = Tests(layer, own[i], MiningRules.NeededSupport)
            );
            var single = found.SelectMany(f => f).ToList();
            tests.AddRange(single);
            tests.AddRange(Compounds(layer, single, own, cancellationToken));
        }
        var compounds = tests.Where(t => t.Interaction is not null).ToList();
        return new MinedPart(
            part,
            tests,
            [
                .. Enumerable
                    .Range(0, MinedPart.Permutations)
                    .Select(round => Permuted(part, round, own, compounds, cancellationToken)),
            ]
        );
    }

    private IEnumerable<EffectTest> Compounds(
        Layer layer,
        List<EffectTest> single,
        IReadOnlyList<FeatureRows> features,
        CancellationToken cancellationToken
    )
    {
        var compounds = new CompoundMiner(this, features);
        var scopes = single.GroupBy(t => t.Scope).OrderBy(g => g.Key).ToArray();
        var found = new List<EffectTest>[scopes.Length];
        Parallel.For(
            0,
            scopes.Length,
            Options(cancellationToken),
            i => found[i] = compounds.Of(layer, scopes[i].Key, scopes[i])
        );
        return found.SelectMany(f => f);
    }

    /// <summary>What the traits of a compound do together beyond what they do beside each other; null where that cannot be told.</summary>
    public InteractionTest? Interaction(Layer layer, int scope, FeatureRows compound)
    {
        int[][] rows = [.. compound.Parts.Select(p => p.Rows)];
        EffectEstimate? Estimate(StratifiedDesign design) =>
            Mining.Interaction.Of(design, scope, rows, design.Centred) is { } sums
                ? EffectEstimate.Of(sums)
                : null;
        var parts = _layers[layer];
        return
            Estimate(parts.Found) is { } found
            && found.Sums.Support >= MiningRules.NeededSupport
            && Estimate(parts.Whole) is { } whole
            ? new InteractionTest(found, Estimate(parts.Later), whole)
            : null;
    }

    /// <summary>Judges what all parts tested, together; the order is that of layers, features and scopes.</summary>
    public List<EffectTest> Judge(IEnumerable<MinedPart> parts)
    {
        var tests = parts
            .SelectMany(p => p.Tests)
            .OrderBy(t => t.Layer)
            .ThenBy(t => t.Feature.Number)
            .ThenBy(t => t.Scope)
            .ThenBy(t => t.Feature.Feature.Value, StringComparer.Ordinal)
            .ToList();
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
            var then = later.TryGetValue(sums.Scope, out var laterSums)
                ? EffectEstimate.Of(laterSums)
                : null;
            tests.Add(Test(layer, feature, estimate, then, all));
        }
        return tests;
    }

    /// <summary>A test of these effects of a feature in one scope.</summary>
    public EffectTest Test(
        Layer layer,
        FeatureRows feature,
        EffectEstimate found,
        EffectEstimate? later,
        EffectEstimate whole
    )
    {
        var parts = _layers[layer];
        return new EffectTest(layer, feature, found)
        {
            FoundSpread = RandomEffects.Of(found.Sums, parts.Found.UnitVariance),
            Later = later,
            LaterSpread = later is null
                ? null
                : RandomEffects.Of(later.Sums, parts.Later.UnitVariance),
            Whole = whole,
            WholeSpread = RandomEffects.Of(whole.Sums, parts.Whole.UnitVariance),
        };
    }

    /// <summary>How many would be found if outcomes were dealt out anew inside their strata, a run.</summary>
    public static double CountUnderPermutation(IReadOnlyCollection<MinedPart> parts) =>
        Enumerable
            .Range(0, MinedPart.Permutations)
            .Sum(round => Passing([.. parts.SelectMany(p => p.Permuted[round])]))
        / (double)MinedPart.Permutations;

    private List<ChanceEffect> Permuted(
        int part,
        int round,
        IReadOnlyList<FeatureRows> features,
        List<EffectTest> compounds,
        CancellationToken cancellationToken
    )
    {
        var random = SeededRandom.Of(
            "permutation",
            _seed.ToString(CultureInfo.InvariantCulture),
            round.ToString(CultureInfo.InvariantCulture),
            part.ToString(CultureInfo.InvariantCulture)
        );
        var effects = new List<ChanceEffect>();
        foreach (var layer in LayersOf(part))
        {
            var design = _layers[layer].Found;
            var shuffled = new double[_evidence.Rows.Count];
            design.Shuffle(random, Strata(design, part), shuffled);
            var found = new List<ChanceEffect>[features.Count];
            Parallel.For(
                0,
                features.Count,
                Options(cancellationToken),
                i =>
                    found[i] = [
                        .. Sums(design, features[i].Rows, shuffled)
                            .Where(s => s.Support >= MiningRules.NeededSupport)
                            .Select(EffectEstimate.Of)
                            .OfType<EffectEstimate>()
                            .Select(e => new ChanceEffect(layer, e.P, _rules.IsBroad(e))),
                    ]
            );
            effects.AddRange(found.SelectMany(f => f));
            effects.AddRange(
                compounds
                    .Where(t => t.Layer == layer)
                    .Select(t => ChanceOf(t, design, shuffled))
                    .OfType<ChanceEffect>()
            );
        }
        return effects;
    }

    private ChanceEffect? ChanceOf(EffectTest compound, StratifiedDesign design, double[] shuffled)
    {
        int[][] rows = [.. compound.Feature.Parts.Select(p => p.Rows)];
        var together = Sums(design, compound.Feature.Rows, shuffled)
            .Where(s => s.Scope == compound.Scope)
            .Select(EffectEstimate.Of)
            .FirstOrDefault();
        return
            together is not null
            && Mining.Interaction.Of(design, compound.Scope, rows, shuffled) is { } sums
            && EffectEstimate.Of(sums) is { } beyond
            ? new ChanceEffect(
                compound.Layer,
                Math.Max(together.P, beyond.P),
                _rules.IsBroad(together) && _rules.IsBroad(beyond)
            )
            : null;
    }

    private IEnumerable<Layer> LayersOf(int part) =>
        _layers.Keys.Where(l => l is Layer.All == part is MinedPart.Everything);

    /// <summary>Neighbourhoods are nested, so that one row tells of all.</summary>
    private List<int> Strata(StratifiedDesign design, int part) =>
        [
            .. Enumerable
                .Range(0, design.Members.Count)
                .Where(s =>
                    part is MinedPart.Everything
                    || _evidence.Rows[design.Members[s][0]].Macro == part
                ),
        ];

    /// <summary>Thrown from inside, a cancellation would come wrapped.</summary>
    private ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken };

    private static int Passing(List<ChanceEffect> effects)
    {
        var q = BenjaminiHochberg.QValues([.. effects.Select(e => e.P)]);
        var passing = new HashSet<int>();
        foreach (var layer in effects.Select((e, i) => (e.Layer, i)).GroupBy(e => e.Layer))
        {
            int[] places = [.. layer.Select(e => e.i)];
            var own = BenjaminiHochberg.QValues([.. places.Select(i => effects[i].P)]);
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
        return passing.Count(i => effects[i].IsBroad);
    }

    /// <summary>Of each scope in which some of the rows stand.</summary>
    /// <param name="rows">Those with the trait.</param>
    /// <param name="centred">The design's own outcomes when null.</param>
    public static List<EffectSums> Sums(
        StratifiedDesign design,
        int[] rows,
        double[]? centred = null
    )
    {
        int[] inside = [.. rows.Where(row => design.Stratum[row] >= 0)];
        Array.Sort(Array.ConvertAll(inside, row => design.Stratum[row]), inside);
        return EffectSums.Of(design, inside, centred ?? design.Centred);
    }

    private void Declare(List<EffectTest> tests)
    {
        var q = BenjaminiHochberg.QValues([.. tests.Select(t => t.P)]);
        for (var i = 0; i < tests.Count; i++)
            tests[i].Q = q[i];
        foreach (var layer in tests.GroupBy(t => t.Layer))
        {
            EffectTest[] own = [.. layer];
            var layerQ = BenjaminiHochberg.QValues([.. own.Select(t => t.P)]);
            for (var i = 0; i < own.Length; i++)
                own[i].LayerQ = layerQ[i];
        }
        var beaten = new BeatenParts(tests);
        foreach (var test in tests)
            test.IsFound =
                test.Q <= MiningRules.FalseDiscoveries
                && test.LayerQ <= MiningRules.FalseDiscoveries
                && test.Found.RanksAgree
                && (
                    test.Interaction is not { } beyond
                    || beyond.Found.RanksAgree && _rules.IsBroad(beyond.Found) && beaten.By(test)
                );
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
