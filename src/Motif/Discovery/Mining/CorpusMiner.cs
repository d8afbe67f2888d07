using Motif.Discovery.Items;
using Motif.Discovery.Performance;

namespace Motif.Discovery.Mining;

/// <summary>A corpus ready to be asked: its evidence, its features, the designs that compare them.</summary>
internal sealed class CorpusMiner
{
    private readonly TitleTraits _traits;
    private readonly Func<Layer, int, ScopeName> _scopeName;
    private readonly ulong _seed;
    private readonly EffectMiner _miner;
    private readonly List<HashSet<Feature>> _rowTraits;
    private PartedFeatures? _features;

    public CorpusMiner(
        IReadOnlyList<Item> items,
        IReadOnlyList<OutcomeScore?> scores,
        IReadOnlyList<(int Macro, int Meso)?> places,
        Func<Layer, int, ScopeName> scopeName,
        TitleSkeleton? skeleton,
        ulong seed,
        int threads,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? wordLists = null
    )
    {
        Evidence = Evidence.Of(items, scores, places);
        _scopeName = scopeName;
        _seed = seed;
        var deciding = Evidence.Rows.Where((_, row) => Evidence.IsDiscovery[row]).ToList();
        _traits = new TitleTraits(
            skeleton,
            NumberBands.Of(deciding.Select(r => r.Item)),
            WordLists.Of(wordLists, EnglishWordLists.AreMeantIn(deciding)),
            TitleLength.UsualOf(deciding),
            TitleTraits.AreDaysAlone(deciding)
        );
        _rowTraits = [.. Evidence.Rows.Select(r => _traits.Of(r.Item, r.Words))];
        _miner = new EffectMiner(Evidence, Layers(places), seed, threads);
    }

    public Evidence Evidence { get; }

    public EffectMiner Miner => _miner;

    /// <summary>Times a channel's usual from which on an item is a hit.</summary>
    public double HitRatio { get; init; } = MiningRules.UsualHit;

    public TitleTraits Traits => _traits;

    /// <summary>Every trait but the phrases that some row has.</summary>
    public IEnumerable<Feature> TraitsHeld => _rowTraits.SelectMany(t => t).Distinct();

    private PartedFeatures Features =>
        _features ??= new PartedFeatures(
            FeatureTable.Build(
                [.. Evidence.Rows.Select(r => r.Words)],
                _rowTraits,
                Evidence.IsDiscovery,
                MiningRules.NeededSupport
            ),
            Evidence
        );

    public bool HasLayer(Layer layer) => _miner.HasLayer(layer);

    /// <summary>Which parts the work falls into; each can be done by another worker.</summary>
    public IReadOnlyList<int> PartNumbers => _miner.PartNumbers;

    /// <summary>Tests everything and says what it is worth.</summary>
    public MiningReport Mine(CancellationToken cancellationToken) =>
        Report([.. PartNumbers.Select(part => _miner.Mine(part, Features, cancellationToken))]);

    /// <summary>Tests one part; the bytes are for <see cref="Report(IEnumerable{byte[]})"/> of the same corpus.</summary>
    public byte[] MinePart(int part, CancellationToken cancellationToken) =>
        _miner.Mine(part, Features, cancellationToken).ToBytes();

    /// <summary>What all parts together are worth, whoever tested them.</summary>
    public MiningReport Report(IEnumerable<byte[]> parts) =>
        Report([.. parts.Select(bytes => MinedPart.Read(bytes, _miner, Features))]);

    private MiningReport Report(List<MinedPart> parts)
    {
        var tests = _miner.Judge(parts);
        var controls = FeatureTable
            .RandomTraits([.. Evidence.Rows.Select(r => r.Item.ItemId)])
            .SelectMany(c => _miner.Tests(Layer.All, c, MiningRules.NeededSupport))
            .ToList();
        var permuted = tests.Count == 0 ? (double?)null : EffectMiner.CountUnderPermutation(parts);
        var sheet = new FindingSheet(Evidence, _miner, _scopeName, new Hits(Evidence, HitRatio));
        return new MiningReport(
            [
                .. tests
                    .Where(t => t.State is not null)
                    .Select(sheet.Of)
                    .OrderBy(f => f.State != FindingState.Confirmed)
                    .ThenByDescending(f => Math.Abs(f.ExpectedLog))
                    .ThenBy(f => f.FindingId),
            ],
            RunNumbers.Of(Evidence, _miner, tests, controls, permuted),
            Evidence.Rows.Count,
            Evidence.ChannelCount,
            Evidence.Folded,
            [.. Remarks()]
        );
    }

    /// <summary>The rows of evidence that have the feature, whether it was tested or not.</summary>
    public FeatureRows RowsOf(Feature feature)
    {
        if (Compound.PartsOf(feature) is { } parts)
        {
            FeatureRows[] own = [.. parts.Select(RowsOf)];
            return new FeatureRows(feature, Compound.RowsOf([.. own.Select(p => p.Rows)]))
            {
                Parts = own,
            };
        }
        var phrase = feature.Family is FeatureFamily.Phrase ? TitleWords.Of(feature.Value) : [];
        return new FeatureRows(
            feature,
            [
                .. Enumerable
                    .Range(0, Evidence.Rows.Count)
                    .Where(row =>
                        phrase.Count > 0
                            ? Holds(Evidence.Rows[row].Words, phrase)
                            : _rowTraits[row].Contains(feature)
                    ),
            ]
        );
    }

    public static bool Holds(List<string> words, List<string> phrase)
    {
        for (var start = 0; start + phrase.Count <= words.Count; start++)
        {
            var at = 0;
            while (at < phrase.Count && words[start + at] == phrase[at])
                at++;
            if (at == phrase.Count)
                return true;
        }
        return false;
    }

    /// <summary>A level with one neighbourhood, or with those of the level above, would test everything twice.</summary>
    private static List<Layer> Layers(IReadOnlyList<(int Macro, int Meso)?> places)
    {
        var macros = places.OfType<(int Macro, int Meso)>().Select(p => p.Macro).Distinct().Count();
        var mesos = places.OfType<(int Macro, int Meso)>().Select(p => p.Meso).Distinct().Count();
        var layers = new List<Layer> { Layer.All };
        if (macros > 1)
            layers.Add(Layer.Macro);
        if (mesos > macros)
            layers.Add(Layer.Meso);
        return layers;
    }

    private IEnumerable<string> Remarks()
    {
        if (Evidence.IsSmall)
            yield return $"small catalogue: {Evidence.ChannelCount} channels; stretches of their time stand for channels where errors are counted";
        if (Evidence.IsSplitByLot)
            yield return "some items have no date: what came later was drawn by lot in their channels";
        if (Evidence.Folded > 0)
            yield return $"{Evidence.Folded} re-posts were folded into the first of their title and channel";
    }
}
