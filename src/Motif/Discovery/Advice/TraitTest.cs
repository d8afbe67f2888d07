using System.Globalization;
using System.Text.Json;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Advice;

/// <summary>Whether an item has a trait, asked of the trait itself: a band of numbers carries its own ends.</summary>
internal sealed class TraitTest
{
    private readonly Item _item;
    private readonly List<string> _words;
    private readonly HashSet<Feature> _traits;

    public TraitTest(Item item, TitleSkeleton? skeleton, WordLists lists)
    {
        _item = item;
        _words = TitleWords.Of(item.Text);
        _traits = new TitleTraits(skeleton, NumberBands.Of([]), lists, null, false).Of(
            item,
            _words
        );
    }

    public bool Has(Feature feature) =>
        feature.Family switch
        {
            FeatureFamily.Phrase => CorpusMiner.Holds(_words, TitleWords.Of(feature.Value)),
            FeatureFamily.Compound => Compound.PartsOf(feature) is { } parts && parts.All(Has),
            FeatureFamily.Length => _traits.Contains(feature)
                || TitleLength.Has(feature.Value, _words.Count),
            // A trait of a corpus that tells no hours names a day alone.
            FeatureFamily.Timing => _traits.Contains(feature)
                || (_item.PublishedAt is { } at && feature.Value == TitleTraits.Day(at)),
            FeatureFamily.Attribute => _traits.Contains(feature) || IsInBand(feature.Value),
            _ => _traits.Contains(feature),
        };

    private bool IsInBand(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var dots = value.IndexOf("..", Math.Max(0, equals), StringComparison.Ordinal);
        if (
            equals < 0
            || dots < 0
            || !_item.Attributes.TryGetValue(value[..equals], out var given)
            || given.ValueKind is not JsonValueKind.Number
        )
            return false;
        var number = given.GetDouble();
        return End(value[(equals + 1)..dots]) is var low
            && End(value[(dots + 2)..]) is var high
            && (low is null || number >= low)
            && (high is null || number < high);
    }

    private static double? End(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
