using Motif.Storage;

namespace Motif.Tests.Storage;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task It_beats_as_long_as_the_work_goes_on_and_no_longer()
    {
        var beats = 0;
        var enough = new TaskCompletionSource();
        await Heartbeat.DuringAsync(Pause, TimeProvider.System, BeatAsync, () => enough.Task);
        var atTheEnd = beats;
        await Task.Delay(20);
        beats.ShouldBe(atTheEnd);

        Task<bool> BeatAsync()
        {
            if (++beats == 3)
                enough.SetResult();
            return Task.FromResult(true);
        }
    }

    [Fact]
    public async Task A_lost_claim_beats_no_more_and_a_failing_database_does_not_end_it()
    {
        var beats = 0;
        var third = new TaskCompletionSource();
        await Heartbeat.DuringAsync(
            Pause,
            TimeProvider.System,
            BeatAsync,
            async () =>
            {
                await third.Task;
                await Task.Delay(20);
            }
        );
        beats.ShouldBe(3);

        Task<bool> BeatAsync()
        {
            if (++beats < 3)
                throw new BackendException("test", "beat", "out of order", isTransient: true);
            third.SetResult();
            return Task.FromResult(false);
        }
    }

    [Fact]
    public async Task The_failure_of_the_work_is_told() =>
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Heartbeat.DuringAsync(
                Pause,
                TimeProvider.System,
                () => Task.FromResult(true),
                () => throw new InvalidOperationException("the work")
            )
        );
}
