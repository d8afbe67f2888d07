using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.Discovery;

/// <summary>A run in a step that takes its time, by a clock that a test moves.</summary>
public sealed class RunProgressTests : IAsyncLifetime
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly SqliteBackend _backend = new();
    private readonly HandClock _clock = new();
    private readonly Hanging _chat = new();
    private string _setting = "";
    private ServiceProvider _server = null!;

    private IDiscoveryStore Store => _server.GetRequiredService<IDiscoveryStore>();

    private DiscoveryRuns Runs => _server.GetRequiredService<DiscoveryRuns>();

    public async Task InitializeAsync()
    {
        _setting = await _backend.CreateAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock).AddSingleton<IChatClient>(_chat);
        services.AddMotif().UseDatabase(_setting);
        _server = services.BuildServiceProvider();
        await _server
            .GetRequiredService<ItemImport>()
            .ImportAsync(
                new MemoryStream(
                    Encoding.UTF8.GetBytes(
                        string.Join(
                            '\n',
                            Enumerable
                                .Range(0, 60)
                                .Select(i =>
                                    $$"""{"id": "{{i}}", "text": "bread and oven {{i}}"}"""
                                )
                        )
                    )
                ),
                default
            );
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _backend.DropAsync(_setting);
    }

    [Fact]
    public async Task Every_two_seconds_it_is_told_how_far_it_is_and_how_long_it_will_take_and_two_later_it_is_cancelled()
    {
        var run = (await Runs.StartAsync(new StartRun(), default)).Value!;
        var told = new Told();
        told.On[RunStep.Clustering] = () => _clock.Advance(TimeSpan.FromSeconds(1));
        told.On[RunStep.Naming] = () => _clock.Advance(TimeSpan.FromSeconds(0.9));
        var working = Runs.WorkAsync(run, told, default);
        await _chat.IsAsked.WaitAsync(Eventually.Patience);

        double last = 0;
        for (var beat = 0; beat < 4; beat++)
        {
            _clock.Advance(Beat);
            var elapsed = _clock.Passed.TotalSeconds;
            var progress = (
                await Eventually.ReadAsync(
                    async () => await Store.FindRunAsync(run.RunId, default),
                    r => r!.Progress?.ElapsedSeconds > last
                )
            )!.Progress!;
            progress.Step.ShouldBe(RunStep.Naming);
            progress.ElapsedSeconds!.Value.ShouldBe(elapsed, 0.1);
            progress.LeftSeconds!.Value.ShouldBeGreaterThan(0);
            told.All.ShouldContain(progress);
            last = progress.ElapsedSeconds.Value;
        }
        (await Store.CancelAsync(run.RunId, _clock.GetUtcNow(), default)).ShouldBeTrue();
        working.IsCompleted.ShouldBeFalse();
        _clock.Advance(Beat);

        (await working.WaitAsync(Eventually.Patience)).State.ShouldBe(RunState.Cancelled);
        (await Store.ListClustersAsync(false, default)).ShouldBeEmpty();
    }

    private sealed class Told : IProgress<RunProgress>
    {
        public ConcurrentQueue<RunProgress> All { get; } = new();

        public ConcurrentDictionary<RunStep, Action> On { get; } = new();

        public void Report(RunProgress value)
        {
            All.Enqueue(value);
            if (On.TryRemove(value.Step, out var act))
                act();
        }
    }

    /// <summary>Answers when it is given up.</summary>
    private sealed class Hanging : IChatClient
    {
        private readonly TaskCompletionSource _asked = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task IsAsked => _asked.Task;

        public async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new ChatResponse();
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }

    /// <summary>Time and its timers move when a test says so.</summary>
    private sealed class HandClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        private readonly Lock _lock = new();
        private readonly List<HandTimer> _timers = [];
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public TimeSpan Passed
        {
            get
            {
                lock (_lock)
                    return _passed;
            }
        }

        public override DateTimeOffset GetUtcNow() => Start + Passed;

        public override long GetTimestamp() => Passed.Ticks;

        public void Advance(TimeSpan by)
        {
            HandTimer[] due;
            lock (_lock)
            {
                _passed += by;
                due = [.. _timers.Where(t => t.IsDue(_passed))];
            }
            foreach (var timer in due)
                timer.Fire();
        }

        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        )
        {
            var timer = new HandTimer(this, () => callback(state));
            timer.Change(dueTime, period);
            lock (_lock)
                _timers.Add(timer);
            return timer;
        }

        private void Remove(HandTimer timer)
        {
            lock (_lock)
                _timers.Remove(timer);
        }

        private sealed class HandTimer(HandClock clock, Action fire) : ITimer
        {
            private TimeSpan? _due;
            private TimeSpan _period;

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                _due = dueTime < TimeSpan.Zero ? null : clock.Passed + dueTime;
                _period = period;
                return true;
            }

            public bool IsDue(TimeSpan now)
            {
                if (_due is not { } due || now < due)
                    return false;
                _due = _period > TimeSpan.Zero ? now + _period : null;
                return true;
            }

            public void Fire() => fire();

            public void Dispose() => clock.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
