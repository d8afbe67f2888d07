using Motif.Code.Quality;

namespace Motif.Tests.Code.Quality;

public sealed class QualityProfileTests
{
    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 0.7)]
    [InlineData(20, 0.7)]
    [InlineData(21, 0.4)]
    public void The_seed_profile_has_steps(int complexity, double score) =>
        Component(QualityProfile.Seed, "complexity", new(complexity, null)).ShouldBe(score);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(10, 0.85)]
    [InlineData(15, 0.725)]
    [InlineData(20, 0.6)]
    [InlineData(30, 0.4)]
    [InlineData(40, 0.2)]
    [InlineData(80, 0)]
    public void The_graded_profile_has_straight_lines(int complexity, double score) =>
        Component(QualityProfile.Graded, "complexity", new(complexity, null)).ShouldBe(score);

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, null)]
    [InlineData(1, 0.3)]
    [InlineData(3, 0.45)]
    [InlineData(5, 0.6)]
    [InlineData(8, 0.68)]
    [InlineData(20, 1.0)]
    [InlineData(90, 1.0)]
    public void What_nobody_uses_has_no_reuse(int? files, double? score) =>
        Component(QualityProfile.Graded, "reuse", new(1, null, ReusedInFiles: files))
            .ShouldBe(score);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.6)]
    [InlineData(5, 0.6)]
    [InlineData(6, 1.0)]
    public void The_seed_profile_counts_files_in_steps(int files, double? score) =>
        Component(QualityProfile.Seed, "reuse", new(1, null, ReusedInFiles: files)).ShouldBe(score);

    [Fact]
    public void Where_the_maintainability_index_is_measured_it_is_a_third_of_the_maintainability() =>
        Component(
                QualityProfile.Graded,
                "maintainability",
                new(1, null, Coupling: 5, Cohesion: 0.5, MaintainabilityIndex: 90)
            )
            .ShouldBe(0.8);

    [Fact]
    public void What_is_not_measured_has_no_weight()
    {
        var quality = QualityProfile.Graded.Of(new(1, 0.5));
        quality.Score.ShouldBe(((0.3 * 1) + (0.2 * 0.5)) / 0.5);
        quality.Completeness.ShouldBe(0.5);
    }

    [Fact]
    public void Maintainability_is_half_coupling_and_half_cohesion()
    {
        Component(
                QualityProfile.Graded,
                "maintainability",
                new(1, null, Coupling: 5, Cohesion: 0.5)
            )
            .ShouldBe(0.75);
        Component(QualityProfile.Graded, "maintainability", new(1, null, Coupling: 14)).ShouldBe(0);
    }

    private static double? Component(
        QualityProfile profile,
        string name,
        QualityMeasures measures
    ) => profile.Of(measures).Components[name];
}
