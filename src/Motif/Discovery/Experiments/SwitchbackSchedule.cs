namespace Motif.Discovery.Experiments;

/// <summary>A day with its arm.</summary>
public sealed record ScheduledDay(DateOnly Day, string Arm);

/// <summary>
/// Which arm has which day. Days of the same weekday in two weeks that follow each other are a pair, and a coin (a hash of
/// salt and pair) says which of the two comes first: weekdays are the same in both arms, and a trend favours none.
/// </summary>
public static class SwitchbackSchedule
{
    private const int Week = 7;
    private const int Fortnight = 14;

    /// <summary>The pair that a day belongs to; null before the first day.</summary>
    internal static int? PairOf(DateOnly start, DateOnly day)
    {
        var number = day.DayNumber - start.DayNumber;
        return number < 0 ? null : (number / Fortnight * Week) + (number % Week);
    }

    /// <returns>0 for the control, 1 for the other arm; null before the first day.</returns>
    internal static int? ArmOf(string salt, DateOnly start, DateOnly day)
    {
        if (PairOf(start, day) is not { } pair)
            return null;
        var isSecondWeek = (day.DayNumber - start.DayNumber) % Fortnight >= Week;
        var name = pair.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var isControlFirst = ArmAssignment.Share(salt, "switchback", name) < 0.5;
        return isControlFirst == isSecondWeek ? 1 : 0;
    }

    /// <summary>So many days from the start.</summary>
    public static IReadOnlyList<ScheduledDay> Of(
        ExperimentSetup setup,
        string salt,
        DateOnly start,
        int days
    )
    {
        ArgumentNullException.ThrowIfNull(setup);
        return
        [
            .. Enumerable
                .Range(0, days)
                .Select(start.AddDays)
                .Select(day => new ScheduledDay(
                    day,
                    setup.Arms[ArmOf(salt, start, day)!.Value].Name
                )),
        ];
    }
}
