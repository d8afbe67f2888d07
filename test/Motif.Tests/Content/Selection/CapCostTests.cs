using Motif.Content.Evaluation;
using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Tests.Content.Selection;

public sealed class CapCostTests
{
    private const double Exposures = 10_000;

    [Fact]
    public void A_slot_costs_what_the_held_back_family_promised_more_by_hand()
    {
        var capped = Inputs(cap: 3);
        var free = SlateDrawing.Draw(Inputs(cap: null)).Slots[0].Eligible;

        var slot = SlateDrawing.Draw(capped, tellsCapCost: true).Slots[0];

        var (best, other) = (Expected(1_000), Expected(200));
        var weight = free[0].Probability;
        slot.VariantId.ShouldBe("v1");
        slot.CapCost!.Without!.Value.ShouldBe(
            (weight * best.Mean) + ((1 - weight) * other.Mean),
            1e-12
        );
        slot.CapCost.Value.ShouldBe(weight * (best.Mean - other.Mean), 1e-12);
        slot.CapCost.Deviation.ShouldBe(weight * Math.Sqrt(best.Variance + other.Variance), 1e-12);
    }

    [Fact]
    public void What_is_told_of_the_cap_changes_no_probability_and_holds_to_modes_with_one()
    {
        var told = SlateDrawing.Draw(Inputs(cap: 3), tellsCapCost: true).Slots;
        var silent = SlateDrawing.Draw(Inputs(cap: 3)).Slots;

        told[0].Eligible.ShouldBe(silent[0].Eligible);
        silent[0].CapCost.ShouldBeNull();
        SlateDrawing
            .Draw(Inputs(cap: null), tellsCapCost: true)
            .Slots[0]
            .CapCost.ShouldBe(new CapCost(0, 0, null));
        SlateDrawing
            .Draw(Inputs(cap: 3) with { Mode = SelectionMode.Adaptive }, tellsCapCost: true)
            .Slots[0]
            .CapCost.ShouldBeNull();
    }

    [Fact]
    public void A_family_that_wore_its_audience_out_costs_nothing_to_hold_back()
    {
        var worn = Inputs(cap: 3, new SatiationCell(SatiationKind.Window, 0.7, 0, 0, 0, 1));

        var slot = SlateDrawing.Draw(worn, tellsCapCost: true).Slots[0];

        // Three uses in the window leave exp(−2.1) of .1, less than .02.
        slot.CapCost!.Value.ShouldBeLessThan(0.001);
    }

    [Fact]
    public void The_interval_holds_the_spread_between_decisions_and_the_doubt_they_share()
    {
        var answers = Enumerable
            .Range(0, 25)
            .Select(i =>
                Answer(new CapCost(i % 5 == 0 ? 0.01 : 0, 0.001, i % 5 == 0 ? 0.06 : null))
            )
            .ToList();

        var report = CapCostReport.Of(28, answers);

        report.PerSlot!.Value.ShouldBe(0.002, 1e-12);
        var between = ((5 * 0.008 * 0.008) + (20 * 0.002 * 0.002)) * 25 / 24 / (25 * 25);
        var half = 1.96 * Math.Sqrt(between + (0.001 * 0.001));
        report.PerSlot.High.ShouldBe(0.002 + half, 1e-12);
        report.PerSlot.Low.ShouldBe(0.002 - half, 1e-12);
        (report.Slots, report.HeldBack).ShouldBe((25, 5));
        report.Without!.Value.ShouldBe(0.06, 1e-12);
        report.With!.Value.ShouldBe(0.05, 1e-12);
    }

    [Fact]
    public void Too_few_decisions_are_no_estimate_and_those_without_a_cap_are_none()
    {
        var few = Enumerable
            .Repeat(Answer(new CapCost(0, 0, null)), CapCostReport.LeastDecisions - 1)
            .Concat(Enumerable.Repeat(Answer(null), 50));

        var report = CapCostReport.Of(28, few);

        (report.PerSlot, report.Without, report.Decisions).ShouldBe((null, null, 19));
        report.Refusal!.ShouldContain("20 are needed");
    }

    private static (double Mean, double Variance) Expected(double successes)
    {
        var familyRate = (5 + successes) / (100 + Exposures);
        var worth = 500 + Exposures;
        var rate = ((500 * familyRate) + successes) / worth;
        var share = 500 / worth;
        return (rate, (rate / worth) + (share * share * familyRate / (100 + Exposures)));
    }

    /// <summary>Two families of one variant each, of which the first is twice and more as good and was used three times.</summary>
    private static SelectionInputs Inputs(int? cap, SatiationCell? cell = null) =>
        new()
        {
            DecisionId = "d",
            Salt = "test",
            Mode = SelectionMode.Guard,
            Slots = 1,
            Weights = [1],
            Cells = [cell ?? SatiationCells.None[0]],
            MeanRate = 0.05,
            Families =
            [
                Family("f0", 1_000, 3) with
                {
                    Counted = 3,
                    Cap = cap,
                },
                Family("f1", 200, 0),
            ],
            Variants =
            [
                new VariantState("v0", "f0", 1_000, [Exposures]),
                new VariantState("v1", "f1", 200, [Exposures]),
            ],
        };

    private static FamilyState Family(string id, double successes, int uses) =>
        new(
            id,
            successes,
            [Exposures],
            [.. Enumerable.Repeat((double)uses, SatiationCells.HalfLivesDays.Count)],
            uses
        );

    private static SelectionAnswer Answer(CapCost? cost) =>
        new(
            "d",
            "ada",
            DateTimeOffset.UnixEpoch,
            SelectionMode.Guard,
            "guard",
            SlateDrawing.Version,
            "1",
            Holdout: false,
            Degraded: false,
            [new SelectedVariant(0, "v", "f", 1, null, [], CapCost: cost)],
            [
                [new VariantProbability("v", 1)],
            ],
            [],
            null,
            64,
            0,
            null,
            Repeated: false
        );
}
