using Motif.Decisions.Understanding;

namespace Motif.Tests.Decisions.Understanding;

public sealed class ActionThresholdTests
{
    [Fact]
    public void What_was_always_right_may_act_from_its_least_confidence_on() =>
        ActionThreshold.Of(Trials(4000, _ => true), 0.95)!.Value.ShouldBeLessThan(0.3);

    [Fact]
    public void Nothing_is_promised_of_what_was_wrong_too_often() =>
        ActionThreshold.Of(Trials(4000, i => i % 10 != 0), 0.95).ShouldBeNull();

    [Fact]
    public void Few_trials_promise_nothing() =>
        ActionThreshold.Of(Trials(99, _ => true), 0.95).ShouldBeNull();

    [Fact]
    public void The_search_stops_at_the_first_threshold_that_misses()
    {
        // The most confident fifth is bad; taken together with all below it would pass again.
        var trials = Trials(4000, i => i >= 800 || i % 8 != 0);
        (trials.Count(t => t.IsRight) / 4000.0).ShouldBeGreaterThan(0.97);
        ActionThreshold.Of(trials, 0.95).ShouldBeNull();
    }

    [Fact]
    public void A_higher_target_needs_a_higher_confidence()
    {
        var trials = Trials(4000, i => i < 2000 || i % 10 != 0);
        var low = ActionThreshold.Of(trials, 0.95)!.Value;
        var high = ActionThreshold.Of(trials, 0.99)!.Value;
        high.ShouldBeGreaterThan(low);
    }

    /// <summary>From the most confident to the least.</summary>
    private static List<LabelledTrial> Trials(int count, Func<int, bool> isRight) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new LabelledTrial([], isRight(i), 1 - (i / (count * 1.2)), 1)),
        ];
}
