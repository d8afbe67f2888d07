using Motif.Discovery.Runs;
using Motif.Tests.Matching;

namespace Motif.Tests.Discovery.Runs;

public sealed class RunClockTests
{
    private readonly ManualClock _time = new();

    [Fact]
    public void What_is_left_is_told_from_what_was_done_and_never_grows_while_nothing_slows_down()
    {
        var clock = new RunClock(_time);
        clock.Tell(new(RunStep.Reading, 100));
        clock.Now().LeftSeconds.ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(5));
        clock.Tell(new(RunStep.Clustering));
        // Reading is a twentieth of a run of which embedding is none: 5 of 95 parts.
        clock.Now().LeftSeconds!.Value.ShouldBe(90, 0.5);
        _time.Advance(TimeSpan.FromSeconds(20));
        clock.Now().LeftSeconds!.Value.ShouldBe(70, 0.5);
        _time.Advance(TimeSpan.FromSeconds(10));
        clock.Tell(new(RunStep.Mining, 0, 10));
        clock.Now().LeftSeconds!.Value.ShouldBe(60, 0.5);
        _time.Advance(TimeSpan.FromSeconds(17.5));
        clock.Tell(new(RunStep.Mining, 5, 10));

        var now = clock.Now();

        (now.Step, now.Done, now.Total).ShouldBe((RunStep.Mining, 5L, 10L));
        now.ElapsedSeconds.ShouldBe(52.5);
        now.LeftSeconds!.Value.ShouldBe(42.5, 0.5);
    }

    [Fact]
    public void A_step_that_takes_longer_than_its_share_is_about_to_end_and_the_rest_still_to_come()
    {
        var clock = new RunClock(_time);
        _time.Advance(TimeSpan.FromSeconds(5));
        clock.Tell(new(RunStep.Reading));
        clock.Tell(new(RunStep.Clustering));
        _time.Advance(TimeSpan.FromSeconds(500));

        clock.Now().LeftSeconds!.Value.ShouldBe(60, 0.5);
    }
}
