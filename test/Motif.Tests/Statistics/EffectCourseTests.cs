using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Statistics;

public sealed class EffectCourseTests
{
    [Fact]
    public void A_line_that_all_effects_lie_on_has_its_slope_and_the_error_of_the_weights()
    {
        var course = EffectCourse.Of([
            .. Enumerable.Range(0, 7).Select(i => ((double)i, 1 + (0.5 * i), 0.2)),
        ])!;

        course.Slope.ShouldBe(0.5, 1e-12);
        // Σ(x − 3)² is 28.
        course.Error.ShouldBe(0.2 / Math.Sqrt(28), 1e-12);
        course.Degrees.ShouldBe(5);
    }

    [Fact]
    public void Fewer_than_six_effects_and_effects_of_one_day_have_no_course()
    {
        EffectCourse
            .Of([.. Enumerable.Range(0, 5).Select(i => ((double)i, 1.0, 0.1))])
            .ShouldBeNull();
        EffectCourse
            .Of([.. Enumerable.Range(0, 9).Select(i => (3.0, (double)i, 0.1))])
            .ShouldBeNull();
    }

    /// <summary>Effects scatter twice as much as their errors say.</summary>
    [Fact]
    public void Intervals_of_the_slope_hold_in_95_of_100_where_effects_scatter_more_than_their_errors()
    {
        var random = new SeededRandom(8);
        var holding = 0;
        for (var round = 0; round < 2000; round++)
        {
            var course = EffectCourse.Of([
                .. Enumerable
                    .Range(0, 12)
                    .Select(i =>
                    {
                        var error = 0.1 + (0.02 * (i % 5));
                        var noise = Math.Sqrt((error * error) + 0.04) * random.NextNormal();
                        return ((double)i, (0.03 * i) + noise, error);
                    }),
            ])!;
            var (low, high) = course.Interval();
            holding += low <= 0.03 && high >= 0.03 ? 1 : 0;
        }

        (holding / 2000.0).ShouldBeInRange(0.93, 0.97);
    }
}
