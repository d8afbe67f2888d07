using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Statistics;

namespace Motif.Discovery.Trends;

/// <summary>Counts items by neighbourhood and period, and says which rise or fall.</summary>
internal sealed class TrendSheet
{
    private const double FalseDirections = 0.05;
    private readonly TrendCalendar _calendar;
    private readonly int[] _all;

    public TrendSheet(TrendQuestion question, IReadOnlyList<Item> items)
    {
        _calendar = new TrendCalendar(
            TimeZoneInfo.FindSystemTimeZoneById(question.Zone),
            question.Period,
            [.. items.Select(i => i.PublishedAt).OfType<DateTimeOffset>()]
        );
        _all = Counts(items);
    }

    /// <param name="clusters">With the items of each.</param>
    /// <param name="withWords">Whether the words of the periods are wanted.</param>
    public IReadOnlyList<ClusterTrend> Of(
        IReadOnlyList<(Cluster Cluster, IReadOnlyList<Item> Items)> clusters,
        bool withWords
    )
    {
        var counts = clusters.Select(c => Counts(c.Items)).ToList();
        var numbers = Judge([.. counts.Select(c => c.Select(n => (double)n))]);
        var shares = Judge([.. counts.Select(Shares)]);
        return
        [
            .. clusters.Select(
                (c, i) =>
                    new ClusterTrend(
                        c.Cluster.ClusterId,
                        c.Cluster.Name,
                        c.Items.Count,
                        numbers[i].Direction,
                        numbers[i].Slope,
                        numbers[i].Q,
                        shares[i].Direction,
                        shares[i].Q,
                        c.Items.Count(item => item.PublishedAt is null),
                        Periods(counts[i], withWords ? new PeriodWords(_calendar, c.Items) : null)
                    )
            ),
        ];
    }

    private int[] Counts(IReadOnlyList<Item> items)
    {
        var counts = new int[_calendar.Starts.Count];
        foreach (var item in items)
        {
            if (item.PublishedAt is { } at)
                counts[_calendar.PlaceOf(at)]++;
        }
        return counts;
    }

    /// <summary>Of the periods in which anything was published.</summary>
    private IEnumerable<double> Shares(int[] counts) =>
        counts
            .Select((n, i) => (n, All: _all[i]))
            .Where(c => c.All > 0)
            .Select(c => c.n / (double)c.All);

    private List<PeriodCount> Periods(int[] counts, PeriodWords? words) =>
        [
            .. counts.Select(
                (n, i) =>
                    new PeriodCount(
                        _calendar.Starts[i],
                        n,
                        _all[i] == 0 ? null : n / (double)_all[i],
                        i == counts.Length - 1,
                        words?.Of(i) ?? []
                    )
            ),
        ];

    /// <summary>The last, partial period is left out; directions are corrected over all series.</summary>
    private static List<(TrendDirection Direction, double? Slope, double? Q)> Judge(
        IReadOnlyList<IEnumerable<double>> series
    )
    {
        var tests = series.Select(s => MannKendall.Of([.. s.SkipLast(1)])).ToList();
        var q = new Queue<double>(
            BenjaminiHochberg.QValues([.. tests.OfType<MannKendall>().Select(t => t.P)])
        );
        return
        [
            .. tests.Select(t =>
                t is null ? (TrendDirection.Flat, null, null) : Judged(t, q.Dequeue())
            ),
        ];
    }

    private static (TrendDirection Direction, double? Slope, double? Q) Judged(
        MannKendall test,
        double q
    ) =>
        (
            q > FalseDirections ? TrendDirection.Flat
            : test.Tau > 0 ? TrendDirection.Rising
            : TrendDirection.Falling,
            test.Slope,
            q
        );
}
