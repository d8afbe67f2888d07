using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Discovery.Performance;

/// <summary>How an item did against its channel's usual.</summary>
public enum PerformanceBand
{
    /// <summary>Below ¾ of the usual.</summary>
    Below,

    /// <summary>¾ to 1½.</summary>
    Standard,

    /// <summary>1½ to twice.</summary>
    Above,

    /// <summary>Twice to three times.</summary>
    Outperform,

    /// <summary>Three times and more.</summary>
    Viral,
}

/// <summary>Why an item has no score.</summary>
public enum Unscored
{
    /// <summary>Neither views nor a ratio.</summary>
    NoOutcome,

    /// <summary>A ratio of 0 or less.</summary>
    NotPositive,

    /// <summary>Views, and no time of publication to compare it by.</summary>
    NoDate,

    /// <summary>Published after the run began.</summary>
    DatedLater,

    /// <summary>Younger than a week, or than any age at which views are known: its views are still coming.</summary>
    TooRecent,

    /// <summary>Its neighbours in time were seen by nobody.</summary>
    ZeroBaseline,
}

/// <summary>The score of one item.</summary>
/// <param name="Ratio">(views + 1) / (baseline + 1), or the ratio given; above 0.</param>
/// <param name="LogRatio">Its logarithm, drawn in to the 1st and 99th percentile of the corpus.</param>
/// <param name="IsBorrowed">Its channel has too few items: the baseline is that of channels of its size.</param>
public readonly record struct OutcomeScore(double Ratio, double LogRatio, bool IsBorrowed)
{
    public PerformanceBand Band =>
        Ratio switch
        {
            >= 3 => PerformanceBand.Viral,
            >= 2 => PerformanceBand.Outperform,
            >= 1.5 => PerformanceBand.Above,
            >= 0.75 => PerformanceBand.Standard,
            _ => PerformanceBand.Below,
        };
}

/// <summary>
/// How each item did: y = ln(views + 1) − ln(baseline + 1), the baseline the median of up to 20 items before and 20 after it of
/// the same channel and format, itself left out. Where items tell their views by age (<see cref="ViewsByAge"/>), the views of all are
/// those of their thirtieth day, so that they are compared at one age. A ratio that was given is taken as it is. Medians and the drawing in of the
/// outermost percent keep one hit of a thousand times from ruling.
/// </summary>
public sealed class OutcomeScores
{
    private const int Neighbours = 20;
    private const int FewestOfChannel = 8;
    private const double ShortSeconds = 60;
    private const double Outermost = 0.01;
    private static readonly TimeSpan Settled = TimeSpan.FromDays(7);

    private readonly OutcomeScore?[] _scores;
    private readonly SortedDictionary<Unscored, int> _reasons = [];

    /// <summary>Views at one age; null where they are compared as they are.</summary>
    private ViewsByAge? _byAge;

    private OutcomeScores(int count) => _scores = new OutcomeScore?[count];

    /// <summary>Of each item in the order given; null for one without.</summary>
    public IReadOnlyList<OutcomeScore?> Scores => _scores;

    /// <summary>How many items have none, by reason.</summary>
    public IReadOnlyDictionary<Unscored, int> Reasons => _reasons;

    /// <summary>Whether views are those of the thirtieth day.</summary>
    public bool IsAgeMatched => _byAge is not null;

    /// <param name="asOf">The time at which the views were read.</param>
    public static OutcomeScores Of(IReadOnlyList<Item> items, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        var scores = new OutcomeScores(items.Count) { _byAge = ViewsByAge.Of(items, asOf) };
        var timed = new List<Timed>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].PerformanceRatio is { } ratio)
                scores.Take(i, ratio);
            else if (scores.Missing(items[i], asOf) is { } reason)
                scores.Miss(reason);
            else if (scores.Views(items[i], asOf) is { } views)
                timed.Add(new(i, items[i], views));
            else
                scores.Miss(Unscored.TooRecent);
        }
        scores.Compare(timed);
        scores.DrawIn();
        return scores;
    }

    /// <param name="Views">At its thirtieth day where views are matched by age.</param>
    private sealed record Timed(int Index, Item Item, double Views);

    private double? Views(Item item, DateTimeOffset asOf) =>
        _byAge is null ? item.Views
        : _byAge.LogAtDay(item, asOf) is { } log ? Math.Exp(log) - 1
        : null;

    private Unscored? Missing(Item item, DateTimeOffset asOf) =>
        item switch
        {
            { Views: null }
                when _byAge is null
                    || !item.Attributes.Keys.Any(a => ViewsAtAge.Days(a) is not null) =>
                Unscored.NoOutcome,
            { PublishedAt: null } => Unscored.NoDate,
            { PublishedAt: { } at } when at > asOf => Unscored.DatedLater,
            { PublishedAt: { } at } when _byAge is null && asOf - at < Settled =>
                Unscored.TooRecent,
            _ => null,
        };

    private void Take(int index, double ratio)
    {
        if (ratio > 0)
            _scores[index] = new OutcomeScore(ratio, Math.Log(ratio), false);
        else
            Miss(Unscored.NotPositive);
    }

    private void Miss(Unscored reason) => _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;

    private void Compare(List<Timed> timed)
    {
        var groups = timed
            .GroupBy(t => (t.Item.Channel, Format: Format(t.Item)))
            .Select(g =>
                g.OrderBy(t => t.Item.PublishedAt)
                    .ThenBy(t => t.Item.ItemId, StringComparer.Ordinal)
                    .ToList()
            )
            .ToList();
        var classes = groups.ToLookup(SizeClass);
        foreach (var group in groups)
        {
            var borrowed =
                group.Count >= FewestOfChannel
                    ? null
                    : classes[SizeClass(group)].SelectMany(g => g).ToList();
            for (var i = 0; i < group.Count; i++)
                Score(group, i, borrowed);
        }
    }

    private void Score(List<Timed> group, int place, List<Timed>? borrowed)
    {
        var (index, _, own) = group[place];
        var around =
            borrowed?.Where(b => b.Index != index)
            ?? group
                .Skip(place - Neighbours)
                .Take(Math.Min(place, Neighbours))
                .Concat(group.Skip(place + 1).Take(Neighbours));
        double[] views = [.. around.Select(a => a.Views).Order()];
        if (views.Length == 0)
        {
            // The first of its kind is its own measure.
            _scores[index] = new OutcomeScore(1, 0, true);
            return;
        }
        var baseline = (views[(views.Length - 1) / 2] + views[views.Length / 2]) / 2;
        if (baseline <= 0)
        {
            Miss(Unscored.ZeroBaseline);
            return;
        }
        var log = Math.Log(own + 1) - Math.Log(baseline + 1);
        _scores[index] = new OutcomeScore(Math.Exp(log), log, borrowed is not null);
    }

    /// <summary>Channels whose median has as many digits are of one size.</summary>
    private static int SizeClass(List<Timed> group)
    {
        double[] views = [.. group.Select(g => g.Views).Order()];
        return (int)Math.Log10(views[views.Length / 2] + 1);
    }

    /// <summary>Shorts and long videos are not compared.</summary>
    internal static string Format(Item item)
    {
        if (
            item.Attributes.TryGetValue("format", out var format)
            && format.ValueKind is JsonValueKind.String
        )
            return format.GetString()!;
        return
            item.Attributes.TryGetValue("duration_seconds", out var duration)
            && duration.ValueKind is JsonValueKind.Number
            ? duration.GetDouble() <= ShortSeconds
                ? "short"
                : "long"
            : "";
    }

    private void DrawIn()
    {
        double[] sorted = [.. _scores.OfType<OutcomeScore>().Select(s => s.LogRatio).Order()];
        if (sorted.Length == 0)
            return;
        var (low, high) = (Quantile(sorted, Outermost), Quantile(sorted, 1 - Outermost));
        for (var i = 0; i < _scores.Length; i++)
        {
            if (_scores[i] is { } score)
                _scores[i] = score with { LogRatio = Math.Clamp(score.LogRatio, low, high) };
        }
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
