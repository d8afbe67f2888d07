using System.Globalization;
using Motif.Decisions.Records;

namespace Motif.Tests.Decisions.Records;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours NewYork = new()
    {
        TimeZone = "America/New_York",
        Shifts = [new OpenShift(DayOfWeek.Friday, new TimeOnly(21, 0), new TimeOnly(2, 0))],
        Holidays = [new DateOnly(2026, 7, 3)],
    };

    [Theory]
    [InlineData("2026-03-08T01:59:00-05:00", false, "2026-03-08T08:00:00-04:00")]
    [InlineData("2026-03-08T03:00:00-04:00", false, "2026-03-08T08:00:00-04:00")]
    [InlineData("2026-11-01T01:30:00-04:00", false, "2026-11-01T08:00:00-05:00")]
    [InlineData("2026-11-01T01:30:00-05:00", false, "2026-11-01T08:00:00-05:00")]
    [InlineData("2026-03-14T01:30:00-04:00", true, "2026-03-14T01:30:00-04:00")]
    [InlineData("2026-03-14T02:00:00-04:00", false, "2026-03-14T08:00:00-04:00")]
    [InlineData("2026-03-13T22:00:00-04:00", true, "2026-03-13T22:00:00-04:00")]
    [InlineData("2026-03-12T22:00:00-04:00", false, "2026-03-13T08:00:00-04:00")]
    [InlineData("2026-07-03T12:00:00-04:00", false, "2026-07-04T08:00:00-04:00")]
    [InlineData("2026-03-12T12:00:00-04:00", true, "2026-03-12T12:00:00-04:00")]
    public void The_clock_on_the_wall_decides(string at, bool isOpen, string opens)
    {
        NewYork.IsOpen(Time(at)).ShouldBe(isOpen);
        NewYork.NextOpening(Time(at)).ShouldBe(Time(opens));
    }

    [Fact]
    public void Open_time_leaves_quiet_hours_out() =>
        NewYork
            .OpenBetween(Time("2026-03-11T20:30:00-04:00"), Time("2026-03-12T08:45:00-04:00"))
            .ShouldBe(TimeSpan.FromMinutes(75));

    [Fact]
    public void A_zone_that_is_none_is_refused() =>
        new DecisionSettings { Hours = NewYork with { TimeZone = "Mars/Base" } }
            .Mistakes()
            .Keys.ShouldBe(["hours.time_zone"]);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
