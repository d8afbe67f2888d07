using System.ComponentModel.DataAnnotations;

namespace Motif.Decisions.Records;

/// <summary>A time of the week in which it is open though the hours say otherwise.</summary>
/// <param name="Day">The local day on which it begins.</param>
/// <param name="To">At or before <paramref name="From"/> it ends on the day after.</param>
public sealed record OpenShift(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>
/// When the machine may answer, by the local clock on the wall. What becomes automatic in quiet hours is held until they are over;
/// clocks that are set forward or back move with it.
/// </summary>
public sealed record OpeningHours
{
    public const int MostShifts = 50;
    public const int MostHolidays = 400;

    /// <summary>No quiet span is longer; holidays in a row are.</summary>
    private const int MostQuietHours = 24 * 60;

    /// <summary>A name of the IANA time zone database, such as <c>Europe/Oslo</c>.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Local time from which it is quiet.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Local time to which it is quiet; equal to <see cref="QuietFrom"/> for no quiet hours at all.</summary>
    public TimeOnly QuietTo { get; init; } = new(8, 0);

    /// <summary>Open in spite of quiet hours.</summary>
    public IReadOnlyList<OpenShift> Shifts { get; init; } = [];

    /// <summary>Local days that are quiet as a whole.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (Shifts.Any(s => IsIn(s, day, time)))
            return true;
        return !Holidays.Contains(day) && !IsQuiet(time);
    }

    /// <summary>The first minute at or behind a time in which it is open; null where there is none for two months.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        if (IsOpen(at))
            return at;
        var minute = new DateTimeOffset(
            at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute),
            TimeSpan.Zero
        );
        for (var i = 1; i <= MostQuietHours * 60; i++)
            if (IsOpen(minute.AddMinutes(i)))
                return minute.AddMinutes(i);
        return null;
    }

    /// <summary>How much of a span is open, to the minute.</summary>
    public TimeSpan OpenBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var open = 0;
        var minutes = Math.Min((to - from).TotalMinutes, MostQuietHours * 60);
        for (var i = 0; i < minutes; i++)
            if (IsOpen(from.AddMinutes(i)))
                open++;
        return TimeSpan.FromMinutes(open);
    }

    internal Dictionary<string, string[]> Mistakes()
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            mistakes["hours.time_zone"] =
            [
                $"'{TimeZone}' is no time zone; a name such as Europe/Oslo is",
            ];
        if (Shifts.Count > MostShifts)
            mistakes["hours.shifts"] = [FormattableString.Invariant($"has more than {MostShifts}")];
        if (Holidays.Count > MostHolidays)
            mistakes["hours.holidays"] =
            [
                FormattableString.Invariant($"has more than {MostHolidays}"),
            ];
        return mistakes;
    }

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private bool IsQuiet(TimeOnly time) =>
        QuietFrom != QuietTo && time.IsBetween(QuietFrom, QuietTo);

    private bool IsIn(OpenShift shift, DateOnly day, TimeOnly time)
    {
        var isOvernight = shift.To <= shift.From;
        if (
            shift.Day == day.DayOfWeek
            && !Holidays.Contains(day)
            && time >= shift.From
            && (isOvernight || time < shift.To)
        )
            return true;
        var before = day.AddDays(-1);
        return isOvernight
            && shift.Day == before.DayOfWeek
            && !Holidays.Contains(before)
            && time < shift.To;
    }
}
