using System.Globalization;
using System.Text.Json;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Mining;

/// <summary>Channels with titles of filler words, and outcomes of which every cause is known.</summary>
internal sealed class PlantedCorpus
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Filler =
    [
        "garden",
        "winter",
        "simple",
        "market",
        "ancient",
        "music",
        "travel",
        "budget",
        "river",
        "kitchen",
        "history",
        "camera",
        "forest",
        "training",
        "paper",
        "island",
        "museum",
        "bicycle",
        "summer",
        "castle",
    ];

    private readonly SeededRandom _random;

    public PlantedCorpus(int channels, int itemsOfChannel, ulong seed = 1)
    {
        _random = new SeededRandom(seed);
        for (var channel = 0; channel < channels; channel++)
        for (var i = 0; i < itemsOfChannel; i++)
        {
            var words = Enumerable
                .Range(0, 5)
                .Select(_ => Filler[_random.NextBelow(Filler.Length)]);
            Items.Add(
                new Item
                {
                    ItemId = string.Create(CultureInfo.InvariantCulture, $"{channel:00}-{i:0000}"),
                    Text = string.Join(' ', words.Distinct()) + $" {channel}x{i}",
                    Channel = string.Create(CultureInfo.InvariantCulture, $"channel {channel:00}"),
                    PublishedAt = Start.AddHours((i * 31) + channel),
                }
            );
            Logs.Add(0.6 * _random.NextNormal());
        }
    }

    public List<Item> Items { get; } = [];

    public List<double> Logs { get; } = [];

    /// <summary>Macro and meso by item; a meso's number goes over all macros.</summary>
    public Func<int, (int Macro, int Meso)?> Place { get; init; } = _ => (0, 0);

    /// <summary>Puts words before titles, and what they do to the outcome.</summary>
    /// <param name="share">Of the items; by item.</param>
    /// <param name="effect">On the log scale; by item.</param>
    public PlantedCorpus Plant(string words, Func<int, double> share, Func<int, double> effect)
    {
        for (var i = 0; i < Items.Count; i++)
        {
            if (_random.NextDouble() >= share(i))
                continue;
            Items[i] = Items[i] with { Text = $"{words} {Items[i].Text}" };
            Logs[i] += effect(i);
        }
        return this;
    }

    public PlantedCorpus With(string attribute, Func<int, object> value)
    {
        for (var i = 0; i < Items.Count; i++)
            Items[i] = Items[i] with
            {
                Attributes = Items[i]
                    .Attributes.Append(new(attribute, JsonSerializer.SerializeToElement(value(i))))
                    .ToDictionary(StringComparer.Ordinal),
            };
        return this;
    }

    /// <summary>Attributes <c>random0</c>, <c>random1</c> … of these values, by item.</summary>
    public PlantedCorpus With(IReadOnlyList<Func<int, object>> values)
    {
        for (var i = 0; i < Items.Count; i++)
            Items[i] = Items[i] with
            {
                Attributes = values
                    .Select(
                        (value, a) =>
                            KeyValuePair.Create(
                                string.Create(CultureInfo.InvariantCulture, $"random{a}"),
                                JsonSerializer.SerializeToElement(value(i))
                            )
                    )
                    .Concat(Items[i].Attributes)
                    .ToDictionary(StringComparer.Ordinal),
            };
        return this;
    }

    public PlantedCorpus Shift(Func<int, double> log)
    {
        for (var i = 0; i < Logs.Count; i++)
            Logs[i] += log(i);
        return this;
    }

    public CorpusMiner Miner()
    {
        var items = Items
            .Select((item, i) => item with { PerformanceRatio = Math.Exp(Logs[i]) })
            .ToList();
        return new CorpusMiner(
            items,
            OutcomeScores.Of(items, Start.AddYears(10)).Scores,
            [.. items.Select((_, i) => Place(i))],
            (layer, scope) =>
                layer is Layer.All
                    ? new ScopeName(null, "everything")
                    : new ScopeName(PatternId.Of($"{layer} {scope}"), $"{layer} {scope}"),
            null,
            1,
            2
        );
    }

    public MiningReport Mine() => Miner().Mine(CancellationToken.None);

    /// <summary>How many findings there are, of any state.</summary>
    public int MineFound() => Mine().Findings.Count;

    public WhyNotAnswer WhyNot(string feature) =>
        new WhyNot(Miner(), (_, _) => new ScopeName(null, "everything")).Answer(
            Feature.Parse(feature)!.Value,
            Layer.All,
            0,
            []
        );
}
