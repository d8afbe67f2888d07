using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Content.Simulation;

namespace Motif.Tests.Content.Simulation;

public sealed class ContentSimulationTests
{
    [Theory]
    [InlineData(0, 1, 0, 0, 0.81933826360145301)]
    [InlineData(0, 2, 0, 59, 0.24202778658506247)]
    [InlineData(7, 3, 5, 11, 0.32759794440526863)]
    [InlineData(299, 4, 2873, 42, 0.031044516424171442)]
    public void Noise_is_the_same_bit_for_bit(int run, int tag, int i, int j, double value) =>
        FatigueNoise.Uniform(run, tag, i, j).ShouldBe(value);

    [Theory]
    [InlineData(.5, .05, 5)]
    [InlineData(.99, .05, 11)]
    [InlineData(.01, .05, 1)]
    [InlineData(.5, .12, 12)]
    [InlineData(.999, .12, 23)]
    public void Outcomes_invert_the_binomial_distribution(double u, double p, int successes) =>
        FatigueNoise.Binomial(u, p, 100).ShouldBe(successes);

    [Fact]
    public void Guard_breaks_no_cap_and_repeats_no_family()
    {
        var report = ContentSimulation.Run(SelectionMode.Guard, 4);
        report.Worlds.ShouldAllBe(w => w.Violations == 0 && w.DuplicateSlates == 0);
        report.Worlds.Select(w => w.World).ShouldBe(["S", "R", "D", "W", "C"]);
    }

    [Fact]
    public void Guard_as_it_ships_breaks_no_cap_in_any_world_and_does_better_than_the_reference()
    {
        var worlds = ContentSimulation.WorldNames;
        var shipped = ContentSimulation.Run(
            SelectionMode.Guard,
            6,
            worlds,
            new SatiationOptions(),
            firstRun: 500
        );
        var reference = ContentSimulation.Run(SelectionMode.Guard, 6, worlds, firstRun: 500);
        shipped
            .Worlds.Select(w => w.World)
            .ShouldBe(["S", "R", "D", "W", "C", "B", "A", "Z", "L", "O"]);
        // Of those asleep nothing can be chosen: in Z a cap must give way at times, and says so.
        shipped.Worlds.Where(w => w.World != "Z").ShouldAllBe(w => w.Violations == 0);
        shipped
            .Worlds.Average(w => w.PercentOfOracle)
            .ShouldBeGreaterThan(reference.Worlds.Average(w => w.PercentOfOracle));
    }

    [Theory]
    [InlineData(SimulatedPeer.Fewa)]
    [InlineData(SimulatedPeer.RawUcb)]
    [InlineData(SimulatedPeer.LookAhead)]
    [InlineData(SimulatedPeer.ExploreEstimatePlan)]
    public void A_peer_learns_something_in_the_rebounding_world(SimulatedPeer peer)
    {
        // Choosing at random gets 63 of 100 in the like world R.
        var world = ContentSimulation.RunPeer(peer, 4, ["B"]).Worlds.ShouldHaveSingleItem();
        world.PercentOfOracle.ShouldBeInRange(50, 100);
    }

    [Fact]
    public void A_simulation_is_the_same_every_time() =>
        ContentSimulation
            .Run(SelectionMode.Adaptive, 2, ["R"])
            .Worlds[0]
            .Reward.ShouldBe(
                ContentSimulation.Run(SelectionMode.Adaptive, 2, ["R"]).Worlds[0].Reward
            );

    [Fact]
    [Trait("Category", "Slow")]
    public void Oracles_get_exactly_what_the_benchmark_says_and_policies_what_its_table_says()
    {
        var guard = ContentSimulation.Run(SelectionMode.Guard, 300);
        Oracles(guard, "S").ShouldBe([82.822661, 60.173924], 1e-5);
        Oracles(guard, "R").ShouldBe([51.507303, 48.081528, 53.258439], 1e-5);
        Oracles(guard, "D").ShouldBe([24.579422, 23.839916], 1e-5);
        Oracles(guard, "W").ShouldBe([48.375371, 52.396915], 1e-5);
        Oracles(guard, "C").ShouldBe([52.999576, 48.590668, 54.219213], 1e-5);
        Percent(guard).ShouldBe([66.61, 84.43, 90.83, 83.55, 80.79], 1.0);
        Percent(Run(SelectionMode.Adaptive)).ShouldBe([90.05, 88.92, 91.40, 81.00, 84.15], 1.0);
        Percent(Run(SelectionMode.Off)).ShouldBe([89.27, 84.09, 92.10, 67.52, 61.92], 1.0);
        Percent(Run(SelectionMode.CompatAdditive))
            .ShouldBe([51.11, 70.60, 88.15, 75.47, 64.76], 1.0);
        Percent(Run(SelectionMode.CompatMultiplicative))
            .ShouldBe([74.12, 85.64, 91.61, 80.92, 64.84], 1.0);
    }

    private static SimulationReport Run(SelectionMode mode) => ContentSimulation.Run(mode, 300);

    private static IEnumerable<double> Oracles(SimulationReport report, string world) =>
        report.Worlds.Single(w => w.World == world).Oracles.Values;

    private static IEnumerable<double> Percent(SimulationReport report) =>
        report.Worlds.Select(w => w.PercentOfOracle);
}
