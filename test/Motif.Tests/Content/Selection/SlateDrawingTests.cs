using System.Globalization;
using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Tests.Content.Selection;

public sealed class SlateDrawingTests
{
    [Fact]
    public void A_cold_start_is_fair_whatever_the_order_and_the_names()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < 2000; seed++)
        {
            var inputs = Inputs(seed, 10, 1) with { Draws = 64 };
            var pick = SlateDrawing.Draw(inputs).Slots[0].VariantId;
            counts[pick] = counts.GetValueOrDefault(pick) + 1;
        }
        counts.Count.ShouldBe(10);
        counts.Values.ShouldAllBe(c => c >= 160 && c <= 240);
    }

    [Fact]
    public void Logged_probabilities_are_those_of_many_fresh_draws()
    {
        var inputs = Taught(Inputs(1, 8, 1));
        var logged = SlateDrawing.Draw(inputs).Slots[0].Eligible;
        var fresh = SlateDrawing
            .Draw(inputs with { DecisionId = "fresh", Draws = 100_000 })
            .Slots[0]
            .Eligible;
        foreach (var (one, other) in logged.Zip(fresh))
            one.Probability.ShouldBe(other.Probability, 0.02);
    }

    [Fact]
    public void Probabilities_are_positive_and_sum_to_one_in_every_slot_of_ten_thousand_variants()
    {
        var slate = SlateDrawing.Draw(Inputs(2, 10_000, 5) with { Draws = 8 });
        foreach (var slot in slate.Slots)
        {
            slot.Eligible.Sum(e => e.Probability).ShouldBe(1, 1e-9);
            slot.Eligible.ShouldAllBe(e => e.Probability > 0);
        }
        slate.Slots.Select(s => s.FamilyId).ShouldBeUnique();
    }

    [Fact]
    public void Limits_are_given_up_one_after_the_other_with_their_reasons()
    {
        var inputs = Inputs(3, 4, 3, perFamily: 4);
        var slate = SlateDrawing.Draw(inputs);
        slate.Slots[0].Relaxed.ShouldBeEmpty();
        slate.Slots[1].Relaxed.ShouldBe([RelaxReason.NoDistinctFamily]);

        var capped = inputs with
        {
            Families = [.. inputs.Families.Select(f => f with { Counted = 3, Cap = 3 })],
        };
        SlateDrawing.Draw(capped).Slots[0].Relaxed.ShouldBe([RelaxReason.AllCapped]);
    }

    [Fact]
    public void A_slate_sees_its_own_earlier_slots()
    {
        var inputs = Inputs(4, 6, 6, perFamily: 3) with { Mode = SelectionMode.Guard };
        var capped = inputs with
        {
            Families = [.. inputs.Families.Select(f => f with { Cap = 2 })],
        };
        var slate = SlateDrawing.Draw(capped);
        slate.Slots.Take(4).GroupBy(s => s.FamilyId).ShouldAllBe(g => g.Count() == 2);
        slate.Slots[4].Relaxed.ShouldContain(RelaxReason.AllCapped);
    }

    [Fact]
    public void A_promised_share_is_kept_and_the_probabilities_stay_exact()
    {
        var (share, cost) = (0.0, 0.0);
        var picks = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var inputs = Taught(Inputs(seed, 8, 1)) with
            {
                Draws = 64,
                MinShares = new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    ["small"] = 0.4,
                },
            };
            inputs = inputs with
            {
                Variants =
                [
                    .. inputs.Variants.Select(
                        (v, i) => v with { Group = i == 0 ? "small" : "rest" }
                    ),
                ],
            };
            var slot = SlateDrawing.Draw(inputs).Slots[0];
            cost += slot.SharesCost!.Value;
            slot.Eligible.Sum(e => e.Probability).ShouldBe(1, 1e-9);
            share += slot.Eligible[0].Probability;
            picks += slot.VariantId == "v0" ? 1 : 0;
        }
        // The promised one is not the best: whatever it is given is taken from better ones.
        (cost / 1000).ShouldBeGreaterThan(0);
        SlateDrawing.Draw(Inputs(1, 8, 1)).Slots[0].SharesCost.ShouldBeNull();
        (share / 1000).ShouldBeGreaterThanOrEqualTo(0.4 - 1e-9);
        (picks / 1000.0).ShouldBeGreaterThanOrEqualTo(0.36);
    }

    [Fact]
    public void Inputs_come_back_from_their_packing_to_the_last_bit()
    {
        var inputs = Taught(Inputs(5, 12, 3));
        var slate = SlateDrawing.Draw(inputs);
        var again = SlateDrawing.Draw(PackedInputs.Unpack(PackedInputs.Pack(inputs)));
        again
            .Slots.Select(s => (s.VariantId, s.Probability))
            .ShouldBe(slate.Slots.Select(s => (s.VariantId, s.Probability)));
    }

    private static SelectionInputs Inputs(int seed, int variants, int slots, int perFamily = 1)
    {
        var model = new SatiationModel();
        return new SelectionInputs
        {
            DecisionId = seed.ToString(CultureInfo.InvariantCulture),
            Salt = "test",
            Mode = SelectionMode.Guard,
            Slots = slots,
            Weights = model.Weights(),
            Cells = model.Cells,
            MeanRate = 0.05,
            Families =
            [
                .. Enumerable
                    .Range(0, (variants + perFamily - 1) / perFamily)
                    .Select(f => FamilyState.Unknown($"f{f}", model.Cells.Count)),
            ],
            Variants =
            [
                .. Enumerable
                    .Range(0, variants)
                    .Select(v => model.VariantAt($"v{v}", $"f{v / perFamily}", 0)),
            ],
        };
    }

    /// <summary>The same with some posts behind it.</summary>
    private static SelectionInputs Taught(SelectionInputs inputs)
    {
        var model = new SatiationModel();
        for (var post = 0; post < 60; post++)
        {
            var family = inputs.Families[post % inputs.Families.Count].FamilyId;
            var multipliers = model.Use(family, post / 2.0);
            model.Learn(
                family,
                inputs.Variants[post % inputs.Variants.Count].VariantId,
                post / 2.0,
                100,
                post % 8,
                multipliers
            );
        }
        return inputs with
        {
            Weights = model.Weights(),
            MeanRate = model.MeanRate(31),
            Families = [.. inputs.Families.Select(f => model.FamilyAt(f.FamilyId, 31))],
            Variants =
            [
                .. inputs.Variants.Select(v => model.VariantAt(v.VariantId, v.FamilyId, 31)),
            ],
        };
    }
}
