using Motif.Discovery.Mining;
using Motif.Discovery.Trends;
using Motif.Tests.Discovery.Mining;

namespace Motif.Tests.Discovery.Trends;

public sealed class EffectCalendarTests
{
    private const string Trait = "phrase:secret";

    /// <summary>Items of a channel are 31 hours apart: 24 of a month.</summary>
    private const int ItemsOfChannel = 300;

    [Fact]
    public void What_wears_off_falls_and_its_periods_say_when_it_did()
    {
        var effect = Ask(
            new PlantedCorpus(20, ItemsOfChannel).Plant(
                "secret trick",
                _ => 0.3,
                i => Math.Log(2) * (1 - (i % ItemsOfChannel / (double)ItemsOfChannel))
            ),
            TrendPeriod.Month
        );

        effect.Direction.ShouldBe(TrendDirection.Falling);
        effect.MultiplierAYearCi95!.High.ShouldBeLessThan(1);
        effect.Periods[0].Multiplier!.Value.ShouldBe(1.95, 0.25);
        effect.Periods[^2].Multiplier!.Value.ShouldBe(1.05, 0.15);
        effect.Periods.Select(p => p.IsPartial).Count(p => p).ShouldBe(1);
        effect.Periods[^1].IsPartial.ShouldBeTrue();
    }

    [Fact]
    public void Periods_without_the_trait_have_no_effect_and_items_add_up()
    {
        var corpus = new PlantedCorpus(20, ItemsOfChannel).Plant(
            "secret trick",
            i => i % ItemsOfChannel is > 120 and < 180 ? 0 : 0.3,
            _ => Math.Log(2)
        );

        var effect = Ask(corpus, TrendPeriod.Month);

        var empty = effect.Periods.Where(p => p.Items == 0).ToList();
        empty.ShouldNotBeEmpty();
        empty.ShouldAllBe(p => p.Multiplier == null && p.Ci95 == null && p.Support == 0);
        (effect.Periods.Sum(p => p.Items) + effect.Undated).ShouldBe(
            corpus.Items.Count(i => i.Text.StartsWith("secret", StringComparison.Ordinal))
        );
        effect
            .Periods.Select(p => p.Start)
            .ShouldBe(
                Enumerable
                    .Range(0, effect.Periods.Count)
                    .Select(m => effect.Periods[0].Start.AddMonths(m))
            );
        Ask(corpus, TrendPeriod.Quarter).Direction.ShouldBeNull();
    }

    [Fact]
    public void A_trait_whose_items_all_have_it_has_no_effect_and_not_one_of_1()
    {
        var effect = Ask(
            new PlantedCorpus(20, 60).Plant("secret trick", _ => 1, _ => Math.Log(2)),
            TrendPeriod.Month
        );

        effect.Multiplier.ShouldBeNull();
        effect.Periods.ShouldAllBe(p => p.Multiplier == null && p.Items > 0);
    }

    /// <summary>Good months are good for all: they are nobody's effect.</summary>
    [Fact]
    public void Intervals_of_periods_hold_in_95_of_100_and_steady_effects_seldom_move()
    {
        var (holding, periods, moving) = (0, 0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var effect = Ask(
                new PlantedCorpus(20, 100, (ulong)seed)
                    .Shift(i => Math.Sin(i % 100 / 8.0))
                    .Plant("secret trick", i => 0.1 + (0.2 * (i % 100 / 100.0)), _ => 0.3),
                TrendPeriod.Week
            );
            foreach (var period in effect.Periods.Where(p => p.Multiplier is not null))
            {
                periods++;
                holding +=
                    period.Ci95!.Low <= Math.Exp(0.3) && period.Ci95.High >= Math.Exp(0.3) ? 1 : 0;
            }
            moving += effect.Direction is TrendDirection.Flat ? 0 : 1;
        }

        (holding / (double)periods).ShouldBeInRange(0.93, 0.98);
        moving.ShouldBeLessThanOrEqualTo(6);
    }

    private static EffectOverTime Ask(PlantedCorpus corpus, TrendPeriod period) =>
        new EffectCalendar(corpus.Miner(), new EffectQuestion(Trait, null, period)).Of(
            Feature.Parse(Trait)!.Value,
            Layer.All,
            0,
            new ScopeName(null, "everything")
        );
}
