namespace Motif.Discovery.Trends;

/// <summary>The periods from the first item of a corpus to its last, in a time zone.</summary>
internal sealed class TrendCalendar
{
    private readonly TimeZoneInfo _zone;
    private readonly TrendPeriod _period;
    private readonly Dictionary<DateOnly, int> _places = [];

    public TrendCalendar(
        TimeZoneInfo zone,
        TrendPeriod period,
        IReadOnlyCollection<DateTimeOffset> times
    )
    {
        (_zone, _period) = (zone, period);
        if (times.Count == 0)
            return;
        var last = StartOf(times.Max());
        for (var start = StartOf(times.Min()); start <= last; start = Next(start))
        {
            _places[start] = Starts.Count;
            Starts.Add(start);
        }
    }

    /// <summary>First days, without a gap.</summary>
    public List<DateOnly> Starts { get; } = [];

    /// <summary>The number of the period that a time lies in.</summary>
    public int PlaceOf(DateTimeOffset time) => _places[StartOf(time)];

    private DateOnly StartOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _zone).DateTime);
        return _period switch
        {
            TrendPeriod.Month => new DateOnly(day.Year, day.Month, 1),
            TrendPeriod.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
            TrendPeriod.Year => new DateOnly(day.Year, 1, 1),
            _ => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        };
    }

    private DateOnly Next(DateOnly start) =>
        _period switch
        {
            TrendPeriod.Month => start.AddMonths(1),
            TrendPeriod.Quarter => start.AddMonths(3),
            TrendPeriod.Year => start.AddYears(1),
            _ => start.AddDays(7),
        };
}
