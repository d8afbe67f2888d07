using Motif.Matching;

namespace Motif.Tests.Matching;

public sealed class MatchExposuresTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_id_of_an_exposure_follows_from_pattern_and_match()
    {
        var match = Guid.CreateVersion7(Start);
        var (one, other) = (
            PatternId.For(PatternKind.Success, "a"),
            PatternId.For(PatternKind.Success, "b")
        );

        MatchExposures.Id(one, match).ShouldBe(MatchExposures.Id(one, match));
        MatchExposures.Id(one, match).ShouldNotBe(MatchExposures.Id(other, match));
        MatchExposures.Id(one, match).Version.ShouldBe(8);
    }

    [Fact]
    public void Exposures_stand_in_the_order_of_their_matches()
    {
        var ids = Enumerable
            .Range(0, 50)
            .Select(i =>
                MatchExposures.Id(
                    PatternId.For(PatternKind.Success, $"{i}"),
                    Guid.CreateVersion7(Start.AddMilliseconds(i))
                )
            )
            .Select(id => id.ToString("D"))
            .ToList();

        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
    }
}
