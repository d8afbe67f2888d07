using System.Collections.Concurrent;
using System.Text.Json;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Tests.Catalog;

public sealed class ExposureQueueTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly Shelf _store = new();

    [Fact]
    public async Task Closing_appends_everything_that_waits()
    {
        var queue = new ExposureQueue(_store, TimeProvider.System);
        for (var i = 0; i < 1234; i++)
            queue.TryAdd(Exposure()).ShouldBeTrue();
        (await queue.CloseAsync(default)).ShouldBe(0);
        _store.Appended.Count.ShouldBe(1234);
        _store.LargestBatch.ShouldBeLessThanOrEqualTo(ExposureQueue.BatchSize);
    }

    [Fact]
    public async Task A_batch_that_the_store_refuses_is_tried_again()
    {
        _store.Failures = 2;
        var queue = new ExposureQueue(_store, TimeProvider.System);
        queue.TryAdd(Exposure()).ShouldBeTrue();
        (await queue.CloseAsync(default)).ShouldBe(0);
        _store.Appended.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_purged_pattern_costs_its_own_exposures_only()
    {
        var purged = Exposure();
        _store.Unknown = purged.PatternId;
        var queue = new ExposureQueue(_store, TimeProvider.System);
        queue.TryAdd(purged);
        queue.TryAdd(Exposure());
        await queue.CloseAsync(default);
        _store.Appended.ShouldHaveSingleItem().PatternId.ShouldNotBe(purged.PatternId);
    }

    [Fact]
    public async Task A_deadline_says_how_many_were_lost()
    {
        _store.Failures = int.MaxValue;
        var queue = new ExposureQueue(_store, TimeProvider.System);
        queue.TryAdd(Exposure());
        queue.TryAdd(Exposure());
        (await queue.CloseAsync(new CancellationToken(canceled: true))).ShouldBe(2);
    }

    [Fact]
    public async Task A_closed_queue_refuses()
    {
        var queue = new ExposureQueue(_store, TimeProvider.System);
        await queue.CloseAsync(default);
        queue.TryAdd(Exposure()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_use_is_no_exposure()
    {
        await using var queue = new ExposureQueue(_store, TimeProvider.System);
        Should.Throw<ArgumentException>(() =>
            queue.TryAdd(Exposure() with { Action = UseAction.Applied })
        );
    }

    private static Use Exposure() =>
        new(Guid.CreateVersion7(At), Guid.CreateVersion7(At), "tests", UseAction.Exposed, At);

    /// <summary>Takes uses, or fails as often as it is told.</summary>
    private sealed class Shelf : AppendedUses
    {
        public int Failures { get; set; }

        public Guid? Unknown { get; set; }

        public int LargestBatch { get; private set; }

        public ConcurrentQueue<Use> Appended { get; } = new();

        public override Task<(
            IReadOnlyList<(Use Use, bool IsNew)> Stored,
            IReadOnlyList<Guid> Unknown
        )> AppendAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken)
        {
            if (Failures > 0)
            {
                Failures--;
                throw new BackendException("shelf", "uses.append", "is full", isTransient: true);
            }
            LargestBatch = Math.Max(LargestBatch, uses.Count);
            if (Unknown is { } unknown && uses.Any(u => u.PatternId == unknown))
                return Task.FromResult<(IReadOnlyList<(Use, bool)>, IReadOnlyList<Guid>)>(
                    ([], [unknown])
                );
            foreach (var use in uses)
                Appended.Enqueue(use);
            return Task.FromResult<(IReadOnlyList<(Use, bool)>, IReadOnlyList<Guid>)>(
                ([.. uses.Select(u => (u, true))], [])
            );
        }
    }
}
