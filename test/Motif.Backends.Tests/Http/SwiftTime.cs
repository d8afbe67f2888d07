using System.Collections.Concurrent;

namespace Motif.Backends.Tests.Http;

/// <summary>
/// A clock on which waits up to a bound are over at once: it goes on by as much and remembers the wait. Longer ones, such as
/// the timeout of an attempt, never end.
/// </summary>
internal sealed class SwiftTime(TimeSpan longestWait) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _ticks;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(Interlocked.Read(ref _ticks));

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => new SwiftTimer(this, callback, state, dueTime);

    private sealed class SwiftTimer : ITimer
    {
        private readonly SwiftTime _time;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        public SwiftTimer(SwiftTime time, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            (_time, _callback, _state) = (time, callback, state);
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > _time.LongestWait)
                return true;
            _time.Waits.Enqueue(dueTime);
            _time.Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => _callback(_state));
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private TimeSpan LongestWait { get; } = longestWait;
}
