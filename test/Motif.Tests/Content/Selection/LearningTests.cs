using System.Globalization;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Content.Simulation;

namespace Motif.Tests.Content.Selection;

/// <summary>Two posts a day of 100 impressions, ten variants, no cap: what is chosen as the truth is learned and changes.</summary>
public sealed class LearningTests
{
    private const int Variants = 10;
    private const int Seeds = 20;

    [Fact]
    [Trait("Category", "Slow")]
    public void The_best_is_found_kept_and_given_up_when_another_becomes_better()
    {
        var forgetting = new SatiationOptions { Overdispersion = 0 };
        Share(forgetting, 200, 300, 0).ShouldBeGreaterThanOrEqualTo(0.75);
        Share(forgetting, 900, 1000, 0).ShouldBeGreaterThanOrEqualTo(0.75);
        Share(forgetting with { HalfLifeDays = double.PositiveInfinity }, 900, 1000, 0)
            .ShouldBeGreaterThanOrEqualTo(0.9);
        Share(forgetting, 1150, 1200, 1).ShouldBeGreaterThanOrEqualTo(0.75);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Equal_variants_share_alike()
    {
        var largest = 0.0;
        for (var seed = 0; seed < Seeds; seed++)
            largest += Play(new SatiationOptions { Overdispersion = 0 }, seed, 1000, (_, _) => 0.05)
                .GroupBy(v => v)
                .Max(g => g.Count() / 1000.0);
        (largest / Seeds).ShouldBeLessThanOrEqualTo(0.25);
    }

    [Theory]
    [InlineData(SelectionMode.Adaptive)]
    [InlineData(SelectionMode.Guard)]
    [Trait("Category", "Slow")]
    public void A_new_variant_is_tried_soon_beside_ten_that_are_known(SelectionMode mode)
    {
        var tried = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var model = new SatiationModel();
            for (var post = 0; post < 500; post++)
            {
                var name = Name(post % Variants);
                var multipliers = model.Use(name, post / 2.0);
                model.Learn(name, name, post / 2.0, 100, 8, multipliers);
            }
            tried += Enumerable
                .Range(0, 20)
                .Any(i => Choose(model, seed, i, 250 + (i / 2.0), Variants + 1, mode) == Variants)
                ? 1
                : 0;
        }
        tried.ShouldBeGreaterThanOrEqualTo(95);
    }

    private static double Share(SatiationOptions options, int from, int to, int best)
    {
        var share = 0.0;
        for (var seed = 0; seed < Seeds; seed++)
            share += Play(options, seed, to, (post, v) => v == (post < 1000 ? 0 : 1) ? 0.08 : 0.04)
                .Skip(from)
                .Average(v => v == best ? 1.0 : 0);
        return share / Seeds;
    }

    private static List<int> Play(
        SatiationOptions options,
        int seed,
        int posts,
        Func<int, int, double> rate
    )
    {
        var model = new SatiationModel(options);
        var picks = new List<int>(posts);
        for (var post = 0; post < posts; post++)
        {
            var day = post / 2.0;
            var pick = Choose(model, seed, post, day, Variants);
            var multipliers = model.Use(Name(pick), day);
            var successes = FatigueNoise.Binomial(
                FatigueNoise.Uniform(seed, 9, post, pick),
                rate(post, pick),
                100
            );
            model.Learn(Name(pick), Name(pick), day, 100, successes, multipliers);
            picks.Add(pick);
        }
        return picks;
    }

    private static int Choose(
        SatiationModel model,
        int seed,
        int post,
        double day,
        int variants,
        SelectionMode mode = SelectionMode.Adaptive
    )
    {
        var shipped = new SatiationOptions();
        var inputs = new SelectionInputs
        {
            DecisionId = post.ToString(CultureInfo.InvariantCulture),
            Salt = seed.ToString(CultureInfo.InvariantCulture),
            Mode = mode,
            Slots = 1,
            Sharpness = shipped.Sharpness,
            Emphasis = shipped.Emphasis,
            Draws = 1,
            Weights = model.Weights(),
            Cells = model.Cells,
            MeanRate = model.MeanRate(day),
            Families = [.. Enumerable.Range(0, variants).Select(v => model.FamilyAt(Name(v), day))],
            Variants =
            [
                .. Enumerable
                    .Range(0, variants)
                    .Select(v => model.VariantAt(Name(v), Name(v), day)),
            ],
        };
        return int.Parse(
            SlateDrawing.Draw(inputs).Slots[0].VariantId,
            CultureInfo.InvariantCulture
        );
    }

    private static string Name(int variant) => variant.ToString(CultureInfo.InvariantCulture);
}
