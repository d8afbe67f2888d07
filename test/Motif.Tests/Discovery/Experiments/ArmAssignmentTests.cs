using Motif.Discovery.Experiments;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class ArmAssignmentTests
{
    private const int Units = 8_000;
    private static readonly string[] Names =
    [
        .. Enumerable.Range(0, Units).Select(i => $"viewer {i}"),
    ];

    [Fact]
    public void Raising_the_traffic_moves_nobody()
    {
        var setup = ExperimentSamples.Setup(3);

        foreach (var unit in Names)
        {
            var small = ArmAssignment.Of(setup with { Traffic = 0.1 }, "salt", unit);
            if (small is not null)
                ArmAssignment.Of(setup, "salt", unit).ShouldBe(small);
        }
    }

    [Fact]
    public void Arms_and_traffic_have_the_shares_that_were_ordered()
    {
        var setup = ExperimentSamples.Setup() with
        {
            Arms = [new() { Name = "A", Ratio = 3 }, new() { Name = "B", Ratio = 1 }],
            Traffic = 0.4,
        };

        var arms = Names.Select(u => ArmAssignment.Of(setup, "salt", u)).ToLookup(a => a);

        long[] counts = [arms["A"].Count(), arms["B"].Count(), arms[null].Count()];
        ChiSquaredFit.Of(counts, [0.3, 0.1, 0.6]).P.ShouldBeGreaterThan(0.001);
    }

    [Fact]
    public void Two_experiments_at_once_have_nothing_to_do_with_each_other()
    {
        var setup = ExperimentSamples.Setup();

        var cells = Names
            .GroupBy(u => (ArmAssignment.Of(setup, "one", u), ArmAssignment.Of(setup, "two", u)))
            .Select(g => (long)g.Count())
            .ToList();

        cells.Count.ShouldBe(4);
        ChiSquaredFit.Of(cells, [1, 1, 1, 1]).P.ShouldBeGreaterThan(0.001);
    }

    [Fact]
    public void The_hash_is_what_it_always_was() =>
        string.Concat(
                Names.Take(24).Select(u => ArmAssignment.Of(ExperimentSamples.Setup(), "salt", u))
            )
            .ShouldBe("BBABBBBABABBAABBAAABBAAA");

    [Fact]
    public void A_unit_seen_in_two_arms_is_left_out_and_many_of_them_are_a_warning()
    {
        var setup = ExperimentSamples.Setup();
        var tally = new ExperimentTally(setup);
        for (var i = 0; i < 98; i++)
            tally.Add(ExperimentSamples.Unit($"u{i}", i % 2 == 0 ? "A" : "B"));
        for (var i = 0; i < 2; i++)
        {
            var (one, other) = (
                ExperimentSamples.Unit($"both {i}", "A"),
                ExperimentSamples.Unit($"both {i}", "B", 1)
            );
            tally.Add(one with { Exposures = [.. one.Exposures, .. other.Exposures] });
        }

        var result = AssignedAnalysis.Of(setup, tally, ExperimentSamples.Start);

        (result.Units, result.LeftOut).ShouldBe((98L, 2L));
        result.RatioCheck!.Arms.Sum(a => a.Units).ShouldBe(98);
        result.Remarks.ShouldContain(r => r.StartsWith("2.0", StringComparison.Ordinal));
    }
}
