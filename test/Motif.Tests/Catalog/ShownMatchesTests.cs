using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class ShownMatchesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Guid Pattern = PatternId.Of("shown");

    private readonly HurriedClock _clock = new(Now);
    private readonly Shelf _store = new();

    [Fact]
    public async Task A_match_that_showed_it_is_believed_at_once()
    {
        var match = Guid.CreateVersion7(Now);
        _store.Show(Pattern, match, afterReadings: 0);

        (await AskAsync(match)).ShouldBeTrue();
        _clock.Passed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_young_match_of_another_server_is_waited_for()
    {
        var match = Guid.CreateVersion7(Now);
        _store.Show(Pattern, match, afterReadings: 5);

        (await AskAsync(match)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_young_match_that_never_arrives_is_refused_after_a_while()
    {
        (await AskAsync(Guid.CreateVersion7(Now))).ShouldBeFalse();

        _clock.Passed.ShouldBeInRange(ShownMatches.Arrival, ShownMatches.Arrival * 2);
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_is_waited_for_too()
    {
        var match = Guid.CreateVersion7(Now.AddMinutes(2));
        _store.Show(Pattern, match, afterReadings: 5);

        (await AskAsync(match)).ShouldBeTrue();
    }

    public static TheoryData<Guid> NobodysMatches =>
        [
            Guid.CreateVersion7(Now.AddHours(-1)),
            Guid.CreateVersion7(Now.AddHours(1)),
            new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            new Guid("ffffffff-ffff-7fff-bfff-ffffffffffff"),
            Guid.Empty,
        ];

    [Theory]
    [MemberData(nameof(NobodysMatches))]
    public async Task An_id_that_cannot_be_on_its_way_is_refused_at_once(Guid match)
    {
        (await AskAsync(match)).ShouldBeFalse();

        _clock.Passed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_match_that_showed_something_else_is_refused()
    {
        var match = Guid.CreateVersion7(Now.AddHours(-1));
        _store.Show(PatternId.Of("another"), match, afterReadings: 0);

        (await AskAsync(match)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_waits_in_the_queue_is_waited_for_however_long_it_takes()
    {
        var match = Guid.CreateVersion7(Now.AddHours(-1));
        await using var queue = new ExposureQueue(_store, _clock);
        _store.Show(Pattern, match, afterReadings: 200);
        _store.Hold = new TaskCompletionSource();
        queue
            .TryAdd(new Use(PatternId.Of("use"), Pattern, "match", UseAction.Exposed, Now))
            .ShouldBeTrue();

        var asked = new ShownMatches(_store, _clock, queue).ShowedAsync(Pattern, match, default);

        (await asked).ShouldBeTrue();
        queue.Settled.ShouldBe(0);
        _store.Hold.SetResult();
    }

    private Task<bool> AskAsync(Guid match) =>
        new ShownMatches(_store, _clock, null).ShowedAsync(Pattern, match, default);

    /// <summary>A ledger in which a match appears after so many readings.</summary>
    private sealed class Shelf : AppendedUses
    {
        private (Guid Pattern, Guid Match) _shown;
        private int _readings;

        public int AfterReadings { get; set; }

        /// <summary>What appending waits for; null where nothing.</summary>
        public TaskCompletionSource? Hold { get; set; }

        public void Show(Guid pattern, Guid match, int afterReadings) =>
            (_shown, AfterReadings) = ((pattern, match), afterReadings);

        public override async Task<(
            IReadOnlyList<(Use Use, bool IsNew)> Stored,
            IReadOnlyList<Guid> Unknown
        )> AppendAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken)
        {
            if (Hold is { } hold)
                await hold.Task.WaitAsync(cancellationToken);
            return ([.. uses.Select(u => (u, true))], []);
        }

        public override Task<IReadOnlyList<Guid>> MatchIdsAsync(
            Guid patternId,
            IdPrefix prefix,
            int limit,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult<IReadOnlyList<Guid>>(
                _readings++ >= AfterReadings && (patternId, prefix.First) == _shown
                    ? [prefix.First]
                    : []
            );
    }
}
