using Motif.Discovery.Items;
using Motif.Discovery.Performance;
using Motif.Numerics;

namespace Motif.Discovery.Mining;

/// <summary>A row of evidence: an item with a score, or several that repeat one title in one channel.</summary>
/// <param name="Item">The first of them.</param>
/// <param name="Outcome">Log ratio; their mean.</param>
/// <param name="Copies">How many items stand in it, at least 1.</param>
/// <param name="Macro">Number of its neighbourhood, −1 without one.</param>
internal sealed record EvidenceRow(
    Item Item,
    List<string> Words,
    double Outcome,
    int Copies,
    int Macro,
    int Meso
);

/// <summary>
/// What a corpus can prove something with: scored items, re-posts folded, each in the part that discovers (the first 70 % of its
/// channel's time) or in the one that tests.
/// </summary>
internal sealed class Evidence
{
    private const double DiscoveryShare = 0.7;

    /// <summary>
    /// Channels with fewer rows cannot be cut in two of which both have something to compare, as the few headlines of one experiment:
    /// the earlier 70 % of such channels find, the others test.
    /// </summary>
    private const int FewestParted = 7;

    /// <summary>Below so many channels a catalogue is small: fewer are asked for, and its time blocks stand for channels.</summary>
    public const int FewChannels = 15;

    private Evidence(List<EvidenceRow> rows)
    {
        Rows = rows;
        IsDiscovery = new bool[rows.Count];
        Channels = new int[rows.Count];
    }

    /// <summary>In the order of channel, time and id.</summary>
    public IReadOnlyList<EvidenceRow> Rows { get; }

    public bool[] IsDiscovery { get; }

    /// <summary>The number of each row's channel.</summary>
    public int[] Channels { get; }

    public int ChannelCount { get; private set; }

    /// <summary>Items that repeat another one's title in its channel.</summary>
    public int Folded { get; private set; }

    /// <summary>Whether some channel has items without a date, so that its parts were drawn by lot.</summary>
    public bool IsSplitByLot { get; private set; }

    public bool IsSmall => ChannelCount < FewChannels;

    /// <summary>The number of the scope that a row stands in; −1 for none.</summary>
    public int ScopeOf(int row, Layer layer) =>
        layer switch
        {
            Layer.All => 0,
            Layer.Macro => Rows[row].Macro,
            _ => Rows[row].Meso,
        };

    /// <param name="places">Macro and meso of each item; null for one without vector.</param>
    public static Evidence Of(
        IReadOnlyList<Item> items,
        IReadOnlyList<OutcomeScore?> scores,
        IReadOnlyList<(int Macro, int Meso)?> places
    )
    {
        var folds = new Dictionary<(string, string), List<int>>();
        var words = new List<string>?[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            if (scores[i] is null)
                continue;
            words[i] = TitleWords.Of(items[i].Text);
            // An item without words is nobody's copy.
            var title = words[i]!.Count == 0 ? $"\0{items[i].ItemId}" : string.Join(' ', words[i]!);
            var key = (items[i].Channel ?? "", title);
            if (!folds.TryGetValue(key, out var fold))
                folds[key] = fold = [];
            fold.Add(i);
        }
        var rows = folds
            .Values.Select(fold => Row(items, scores, places, words, fold))
            .OrderBy(r => r.Item.Channel ?? "", StringComparer.Ordinal)
            .ThenBy(r => r.Item.PublishedAt)
            .ThenBy(r => r.Item.ItemId, StringComparer.Ordinal)
            .ToList();
        var evidence = new Evidence(rows) { Folded = rows.Sum(r => r.Copies - 1) };
        evidence.Split();
        return evidence;
    }

    private static EvidenceRow Row(
        IReadOnlyList<Item> items,
        IReadOnlyList<OutcomeScore?> scores,
        IReadOnlyList<(int Macro, int Meso)?> places,
        List<string>?[] words,
        List<int> fold
    )
    {
        var first = fold.OrderBy(i => items[i].PublishedAt)
            .ThenBy(i => items[i].ItemId, StringComparer.Ordinal)
            .First();
        var (macro, meso) = places[first] ?? (-1, -1);
        return new EvidenceRow(
            items[first],
            words[first]!,
            fold.Average(i => scores[i]!.Value.LogRatio),
            fold.Count,
            macro,
            meso
        );
    }

    /// <summary>By time where every item of the channel has one, otherwise by lot of the ids; small channels are whole.</summary>
    private void Split()
    {
        var whole = new List<(int Start, int End)>();
        for (var start = 0; start < Rows.Count; ChannelCount++)
        {
            var end = start;
            while (end < Rows.Count && Rows[end].Item.Channel == Rows[start].Item.Channel)
                Channels[end++] = ChannelCount;
            var order = Enumerable.Range(start, end - start);
            if (end - start < FewestParted)
            {
                whole.Add((start, end));
                start = end;
                continue;
            }
            if (order.Any(r => Rows[r].Item.PublishedAt is null))
            {
                IsSplitByLot = true;
                order = order.OrderBy(r => SeededRandom.Seed("part", Rows[r].Item.ItemId));
            }
            foreach (var row in order.Take((int)Math.Ceiling(DiscoveryShare * (end - start))))
                IsDiscovery[row] = true;
            start = end;
        }
        SplitWhole(whole);
    }

    private void SplitWhole(List<(int Start, int End)> channels)
    {
        IsSplitByLot |= channels.Exists(c => Rows[c.Start].Item.PublishedAt is null);
        foreach (
            var (start, end) in channels
                .OrderBy(c => Rows[c.Start].Item.PublishedAt)
                .ThenBy(c => SeededRandom.Seed("part", Rows[c.Start].Item.ItemId))
                .Take((int)Math.Ceiling(DiscoveryShare * channels.Count))
        )
            Array.Fill(IsDiscovery, true, start, end - start);
    }
}
