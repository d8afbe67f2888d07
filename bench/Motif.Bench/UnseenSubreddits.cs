using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;
using Motif.Content.Templates;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;

namespace Motif.Bench;

/// <summary>
/// What half of the subreddits say of the other half, of which mining saw no title: direction, size, and whether the interval that is
/// shown for a new channel holds what came there.
/// </summary>
internal sealed class UnseenSubreddits
{
    private readonly Evidence _unseen;
    private readonly StratifiedDesign _design;
    private readonly CorpusMiner _miner;
    private readonly List<EffectTest> _tests;
    private readonly Dictionary<Feature, List<int>> _rows;

    private UnseenSubreddits(List<Item> seen, List<Item> unseen, int threads)
    {
        var extractor = new TemplateExtractor();
        _miner = new CorpusMiner(
            seen,
            Scores(seen),
            new (int, int)?[seen.Count],
            (_, _) => new ScopeName(null, "everything"),
            title => extractor.Extract(title).Text,
            1,
            threads
        );
        _tests = Tests(_miner);
        _unseen = Evidence.Of(unseen, Scores(unseen), new (int, int)?[unseen.Count]);
        _design = StratifiedDesign.Of(_unseen, Layer.All, Enumerable.Range(0, _unseen.Rows.Count));
        _rows = RowsOf(_tests.Select(t => t.Feature.Feature).ToHashSet());
    }

    /// <param name="channels">What channels are called.</param>
    public static void Write(
        StringBuilder text,
        List<Item> items,
        int threads,
        string channels = "subreddits"
    )
    {
        var names = items.Select(i => i.Channel!).Distinct().Order(StringComparer.Ordinal).ToList();
        var even = names.Where((_, i) => i % 2 == 0).ToHashSet(StringComparer.Ordinal);
        text.AppendLine(
                $"## {char.ToUpperInvariant(channels[0])}{channels[1..]} that mining did not see"
            )
            .AppendLine()
            .AppendLine(
                $"Every other one of the {channels} above is mined, all of its time; the rest say what came. Same sign is of what was found; the slope is of what came on the expected effect, over everything tested with enough to compare, weighted by what is known of what came. An interval for a new channel is held against the effect measured in one unseen of them, whose own noise is added to it; beside it stand the same without the spread between channels (τ² = 0). Both halves are asked once about the other."
            )
            .AppendLine()
            .AppendLine(
                "| mined | tested | found | same sign, found | confirmed | same sign, confirmed | slope | correlation | slope undrawn | pairs | intervals hold | without τ² | of those found |"
            )
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var first in (bool[])[true, false])
            new UnseenSubreddits(
                [.. items.Where(i => even.Contains(i.Channel!) == first)],
                [.. items.Where(i => even.Contains(i.Channel!) != first)],
                threads
            ).Row(text, first ? "even" : "odd");
        text.AppendLine();
    }

    private static IReadOnlyList<OutcomeScore?> Scores(List<Item> items) =>
        OutcomeScores.Of(items, DateTimeOffset.UnixEpoch.AddYears(60)).Scores;

    /// <summary>Single traits alone, without permutations: those are counted above.</summary>
    internal static List<EffectTest> Tests(CorpusMiner miner)
    {
        var rows = miner.Evidence.Rows;
        var features = FeatureTable.Build(
            [.. rows.Select(r => r.Words)],
            [.. rows.Select(r => miner.Traits.Of(r.Item, r.Words))],
            miner.Evidence.IsDiscovery,
            MiningRules.NeededSupport
        );
        var tests = features
            .AsParallel()
            .AsOrdered()
            .SelectMany(f => miner.Miner.Tests(Layer.All, f, MiningRules.NeededSupport))
            .ToList();
        return miner.Miner.Judge([new MinedPart(MinedPart.Everything, tests, [])]);
    }

    private Dictionary<Feature, List<int>> RowsOf(HashSet<Feature> asked)
    {
        var found = new Dictionary<Feature, List<int>>();
        for (var row = 0; row < _unseen.Rows.Count; row++)
        {
            var (item, words) = (_unseen.Rows[row].Item, _unseen.Rows[row].Words);
            foreach (
                var feature in _miner
                    .Traits.Of(item, words)
                    .Concat(Phrases(words))
                    .Where(asked.Contains)
                    .Distinct()
            )
            {
                if (!found.TryGetValue(feature, out var rows))
                    found[feature] = rows = [];
                rows.Add(row);
            }
        }
        return found;
    }

    private static IEnumerable<Feature> Phrases(List<string> words) =>
        from length in Enumerable.Range(1, FeatureTable.MostWords)
        from start in Enumerable.Range(0, Math.Max(0, words.Count - length + 1))
        select new Feature(FeatureFamily.Phrase, string.Join(' ', words.GetRange(start, length)));

    /// <summary>What came of a trait; null where too little can be compared.</summary>
    private (EffectEstimate Effect, RandomEffects Spread)? Came(EffectTest test)
    {
        if (
            !_rows.TryGetValue(test.Feature.Feature, out var rows)
            || EffectMiner.Sums(_design, [.. rows]) is not [var sums]
            || EffectEstimate.Of(sums) is not { } effect
            || sums.Support < MiningRules.NeededLaterSupport
            || effect.EffectiveUnits < MiningRules.NeededLaterUnits
        )
            return null;
        return (effect, RandomEffects.Of(sums, _design.UnitVariance));
    }

    private void Row(StringBuilder text, string mined)
    {
        var all = _tests
            .Select(t => (Test: t, Came: Came(t)))
            .Where(t => t.Came is not null)
            .Select(t => (t.Test, t.Came!.Value.Effect, t.Came.Value.Spread))
            .ToList();
        var found = all.Where(t => t.Test.IsFound && _miner.Miner.Rules.IsBroad(t.Test.Found))
            .ToList();
        var confirmed = found.Where(t => t.Test.State is FindingState.Confirmed).ToList();
        static double SameSign(
            List<(EffectTest Test, EffectEstimate Effect, RandomEffects Spread)> tests
        ) =>
            tests.Count == 0
                ? double.NaN
                : tests.Count(t => Math.Sign(t.Test.Whole.Effect) == Math.Sign(t.Effect.Effect))
                    / (double)tests.Count;
        (double Expected, double Came, double Weight) Drawn(
            (EffectTest Test, EffectEstimate Effect, RandomEffects Spread) t
        ) => (t.Test.WholeExpected, t.Spread.Mean, 1 / (t.Spread.Error * t.Spread.Error));
        var (slope, correlation) = Line(all.Select(Drawn));
        var (raw, _) = Line(all.Select(t => Drawn(t) with { Expected = t.Test.WholeSpread.Mean }));
        var coverage = new Coverage();
        var ofFound = new Coverage();
        foreach (var (test, effect, _) in all)
        {
            coverage.Add(test, effect.Sums, _miner.Miner.Whole(Layer.All).UnitVariance, _design);
            if (test.IsFound)
                ofFound.Add(test, effect.Sums, _miner.Miner.Whole(Layer.All).UnitVariance, _design);
        }
        text.AppendLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {mined} | {all.Count} | {found.Count} | {Shown(SameSign(found))} | {confirmed.Count} | {Shown(SameSign(confirmed))} | {Shown(slope)} | {Shown(correlation)} | {Shown(raw)} | {coverage.Pairs} | {Shown(coverage.Held)} | {Shown(coverage.HeldWithoutSpread)} | {Shown(ofFound.Held)} |"
            )
        );
    }

    /// <summary>Nothing for what could not be measured.</summary>
    private static string Shown(double value) =>
        double.IsNaN(value) ? "" : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static (double Slope, double Correlation) Line(
        IEnumerable<(double X, double Y, double Weight)> points
    )
    {
        var all = points.ToList();
        var sum = all.Sum(p => p.Weight);
        var (x, y) = (all.Sum(p => p.Weight * p.X) / sum, all.Sum(p => p.Weight * p.Y) / sum);
        var xx = all.Sum(p => p.Weight * (p.X - x) * (p.X - x));
        var yy = all.Sum(p => p.Weight * (p.Y - y) * (p.Y - y));
        var xy = all.Sum(p => p.Weight * (p.X - x) * (p.Y - y));
        return (xy / xx, xy / Math.Sqrt(xx * yy));
    }

    /// <summary>How often the interval for a new channel holds the effect measured in one.</summary>
    private sealed class Coverage
    {
        private int _held;
        private int _heldWithout;

        public int Pairs { get; private set; }

        public double Held => _held / (double)Pairs;

        public double HeldWithoutSpread => _heldWithout / (double)Pairs;

        public void Add(
            EffectTest test,
            EffectSums came,
            double[] seenVariance,
            StratifiedDesign unseen
        )
        {
            var units = test.Whole.Sums.Units;
            if (units.Count < 3)
                return;
            var spread = test.WholeSpread;
            var (weights, weighted) = (0.0, 0.0);
            foreach (var unit in units)
            {
                var weight = unit.Square / Math.Max(seenVariance[unit.Unit], 1e-12);
                (weights, weighted) = (weights + weight, weighted + (weight * unit.Effect));
            }
            var reach = StudentT.InvCDF(0, 1, units.Count - 2, 0.975);
            foreach (var unit in came.Units)
            {
                var noise = unseen.UnitVariance[unit.Unit] / unit.Square;
                var width = Math.Sqrt(
                    (spread.Tau * spread.Tau) + (spread.Error * spread.Error) + noise
                );
                Pairs++;
                _held += Math.Abs(unit.Effect - spread.Mean) <= reach * width ? 1 : 0;
                _heldWithout +=
                    Math.Abs(unit.Effect - (weighted / weights))
                    <= Normal.InvCDF(0, 1, 0.975) * Math.Sqrt((1 / weights) + noise)
                        ? 1
                        : 0;
            }
        }
    }
}
