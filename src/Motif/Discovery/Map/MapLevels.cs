namespace Motif.Discovery.Map;

/// <summary>Numbers and dates as places among their different values, and the bands that are coloured.</summary>
internal static class MapLevels
{
    /// <summary>Bands of numbers, each with as many points.</summary>
    private const int NumberBands = 5;

    /// <summary>Bands of dates, each a whole number of days, months, quarters or years in UTC.</summary>
    private const int MostDateBands = 8;

    /// <param name="values">Of each point; null where it has none.</param>
    public static MapColumn Column(string name, MapAttributeKind kind, double?[] values)
    {
        double[] sorted = [.. values.Where(v => v is not null).Select(v => v!.Value).Order()];
        var levels = Levels(sorted);
        var codes = Array.ConvertAll(
            values,
            v => v is { } value ? (ushort)(PlaceOf(levels, value) + 1) : (ushort)0
        );
        return new MapColumn(
            new MapAttribute(
                name,
                kind,
                sorted.Length,
                [],
                0,
                levels.Length,
                kind is MapAttributeKind.Date
                    ? DateCuts(sorted[0], sorted[^1])
                    : NumberCuts(sorted, levels),
                sorted[0],
                sorted[^1]
            ),
            levels,
            codes
        );
    }

    /// <summary>The number of levels below a value: the codes from it on are those of at least that value.</summary>
    public static int Below(double[] levels, double value)
    {
        var (low, high) = (0, levels.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = levels[middle] < value ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>Different values; where a code cannot hold so many, neighbours are one, known by the lowest of them.</summary>
    private static double[] Levels(double[] sorted)
    {
        double[] different = [.. sorted.Distinct()];
        if (different.Length <= ushort.MaxValue)
            return different;
        var step = (sorted.Length + ushort.MaxValue - 1) / ushort.MaxValue;
        return [.. sorted.Where((_, i) => i % step == 0).Distinct()];
    }

    private static int PlaceOf(double[] levels, double value)
    {
        var place = Array.BinarySearch(levels, value);
        return place >= 0 ? place : ~place - 1;
    }

    private static double[] NumberCuts(double[] sorted, double[] levels) =>
        levels.Length <= NumberBands
            ? levels[1..]
            :
            [
                .. Enumerable
                    .Range(1, NumberBands - 1)
                    .Select(b => sorted[b * sorted.Length / NumberBands])
                    .Distinct()
                    .Where(cut => cut > sorted[0]),
            ];

    private static double[] DateCuts(double first, double last)
    {
        var (from, to) = (Day(first), Day(last));
        foreach (var months in (int[])[1, 3, 12])
            if (Months(from, to) / months < MostDateBands)
                return months == 1 && Months(from, to) == 0
                    ? Every(from, to, d => d.AddDays(Math.Max(1, (to - from).Days / 5)))
                    : Every(StartOf(from, months), to, d => d.AddMonths(months));
        var years = 1 + ((to.Year - from.Year) / MostDateBands);
        return Every(StartOf(from, 12), to, d => d.AddYears(years));
    }

    private static double[] Every(DateTime from, DateTime to, Func<DateTime, DateTime> next)
    {
        var cuts = new List<double>();
        for (var at = next(from); at <= to; at = next(at))
            cuts.Add(new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds());
        return [.. cuts];
    }

    private static DateTime Day(double seconds) =>
        DateTimeOffset.FromUnixTimeSeconds((long)seconds).UtcDateTime.Date;

    private static int Months(DateTime from, DateTime to) =>
        (12 * (to.Year - from.Year)) + to.Month - from.Month;

    private static DateTime StartOf(DateTime day, int months) =>
        new(day.Year, day.Month - ((day.Month - 1) % months), 1, 0, 0, 0, DateTimeKind.Utc);
}
