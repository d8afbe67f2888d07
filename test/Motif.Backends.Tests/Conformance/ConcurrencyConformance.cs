using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Two servers on one database: nothing is counted twice, nothing is lost.</summary>
public abstract class ConcurrencyConformance(TestBackend backend) : StorageConformance(backend)
{
    private const int Workers = 8;

    [ConformanceFact]
    public async Task Of_many_that_insert_one_pattern_one_wins()
    {
        var wins = await InParallelAsync(
            async (server, _) =>
            {
                var store = server.GetRequiredService<IPatternStore>();
                var won = 0;
                for (var i = 0; i < 25; i++)
                {
                    var write = Sample.Insert(Sample.Pattern($"raced {i}"));
                    var conflicts = await store.SaveAsync([write], Forever);
                    won += conflicts.Count == 0 ? 1 : 0;
                }
                return won;
            }
        );
        wins.Sum().ShouldBe(25);
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(25);
    }

    [ConformanceFact]
    public async Task No_update_is_lost_between_servers()
    {
        var pattern = Sample.Pattern("counted") with { Body = Sample.Json("""{"n":0}""") };
        await SaveAsync(Sample.Insert(pattern));
        await InParallelAsync(
            async (server, _) =>
            {
                var store = server.GetRequiredService<IPatternStore>();
                for (var i = 0; i < 10; i++)
                    await IncrementAsync(store, pattern.PatternId);
                return 0;
            }
        );
        var stored = (await Patterns.FindAsync(pattern.PatternId, Forever))!;
        stored.Body.GetProperty("n").GetInt32().ShouldBe(Workers * 10);
        stored.Version.ShouldBe((Workers * 10) + 1);
        (await Patterns.HistoryAsync(pattern.PatternId, Forever))
            .Select(h => h.Version)
            .ShouldBe(Enumerable.Range(1, stored.Version).Reverse());
    }

    [ConformanceFact]
    public async Task Overlapping_batches_in_opposite_orders_all_go_through()
    {
        var patterns = Enumerable.Range(0, 20).Select(i => Sample.Pattern($"p{i}")).ToList();
        await InParallelAsync(
            async (server, worker) =>
            {
                var store = server.GetRequiredService<IPatternStore>();
                var mine = worker % 2 == 0 ? patterns : patterns.AsEnumerable().Reverse().ToList();
                for (var i = 0; i < 15; i++)
                {
                    var current = await store.FindManyAsync(
                        [.. mine.Select(p => p.PatternId)],
                        Forever
                    );
                    var byId = current.ToDictionary(p => p.PatternId);
                    await store.SaveAsync(
                        [
                            .. mine.Select(p =>
                                byId.TryGetValue(p.PatternId, out var stored)
                                    ? Sample.Update(stored)
                                    : Sample.Insert(p)
                            ),
                        ],
                        Forever
                    );
                }
                return 0;
            }
        );
        var versions = (
            await Patterns.FindManyAsync([.. patterns.Select(p => p.PatternId)], Forever)
        )
            .Select(p => p.Version)
            .Distinct()
            .ToList();
        versions.ShouldHaveSingleItem("every batch was written whole or not at all");
    }

    [ConformanceFact]
    public async Task Equal_idempotency_keys_count_once_and_different_ones_all_count()
    {
        var patterns = Enumerable.Range(0, 3).Select(i => Sample.Pattern($"p{i}")).ToList();
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        var news = await InParallelAsync(
            async (server, worker) =>
            {
                var ledger = server.GetRequiredService<IUsageStore>();
                var added = 0;
                for (var i = 0; i < 20; i++)
                {
                    var number = (worker * 1000) + i;
                    var (stored, _) = await ledger.AppendAsync(
                        [
                            .. (
                                worker % 2 == 0 ? patterns : patterns.AsEnumerable().Reverse()
                            ).SelectMany(p =>
                                (Use[])
                                    [
                                        Sample.Use(p.PatternId, number, key: $"shared {i}"),
                                        Sample.Use(p.PatternId, number + 500, key: $"own {number}"),
                                    ]
                            ),
                        ],
                        Forever
                    );
                    added += stored.Count(s => s.IsNew);
                }
                return added;
            }
        );
        var expected = 20 + (Workers * 20);
        news.Sum().ShouldBe(expected * patterns.Count);
        foreach (var pattern in patterns)
        {
            (await Patterns.FindAsync(pattern.PatternId, Forever))!.Usage.Uses.ShouldBe(expected);
            (await Usage.ListAsync(pattern.PatternId, null, 1000, Forever)).Count.ShouldBe(
                expected
            );
        }
    }

    [ConformanceFact]
    public async Task Outcomes_reported_by_several_servers_count_once()
    {
        var patterns = Enumerable.Range(0, 2).Select(i => Sample.Pattern($"p{i}")).ToList();
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        var uses = patterns
            .SelectMany(p => Enumerable.Range(0, 20).Select(i => Sample.Use(p.PatternId, i)))
            .ToList();
        await Usage.AppendAsync(uses, Forever);
        var recorded = await InParallelAsync(
            async (server, worker) =>
            {
                var ledger = server.GetRequiredService<IUsageStore>();
                var mine = worker % 2 == 0 ? uses : uses.AsEnumerable().Reverse();
                var count = 0;
                foreach (var use in mine)
                {
                    var result = await ledger.RecordOutcomeAsync(
                        new OutcomeEntry(
                            use.PatternId,
                            use.UseId,
                            UseOutcome.Success,
                            Sample.Start
                        ),
                        Forever
                    );
                    count += result == OutcomeResult.Recorded ? 1 : 0;
                }
                return count;
            }
        );
        recorded.Sum().ShouldBe(uses.Count);
        foreach (var pattern in patterns)
        {
            var success = (await Patterns.FindAsync(pattern.PatternId, Forever))!.Success;
            (success.Successes, success.Failures).ShouldBe((20, 0));
        }
        await LedgerCheck.ShouldAgreeAsync(Server, [.. patterns.Select(p => p.PatternId)]);
    }

    [ConformanceFact]
    public async Task Purging_beside_uses_and_outcomes_leaves_no_trace_and_no_deadlock()
    {
        var patterns = Enumerable.Range(0, 12).Select(i => Sample.Pattern($"p{i}")).ToList();
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        await InParallelAsync(
            async (server, worker) =>
            {
                var ledger = server.GetRequiredService<IUsageStore>();
                var store = server.GetRequiredService<IPatternStore>();
                foreach (var (pattern, i) in patterns.Select((p, i) => (p, i)))
                {
                    if (i % 2 == 0 && worker == i % Workers)
                    {
                        await store.PurgeAsync(pattern.PatternId, Forever);
                        continue;
                    }
                    var use = Sample.Use(pattern.PatternId, worker);
                    await ledger.AppendAsync([use], Forever);
                    await ledger.RecordOutcomeAsync(
                        new OutcomeEntry(
                            use.PatternId,
                            use.UseId,
                            UseOutcome.Failure,
                            Sample.Start
                        ),
                        Forever
                    );
                }
                return 0;
            }
        );
        await LedgerCheck.ShouldAgreeAsync(Server, [.. patterns.Select(p => p.PatternId)]);
    }

    private static async Task IncrementAsync(IPatternStore store, Guid id)
    {
        while (true)
        {
            var current = (await store.FindAsync(id, Forever))!;
            var n = current.Body.GetProperty("n").GetInt32();
            var changed = current with
            {
                Body = PatternBody.From(new Dictionary<string, int> { ["n"] = n + 1 }),
            };
            if ((await store.SaveAsync([Sample.Update(changed)], Forever)).Count == 0)
                return;
        }
    }

    private async Task<T[]> InParallelAsync<T>(Func<IServiceProvider, int, Task<T>> work)
    {
        var other = OpenServer();
        await Database.MigrateAsync(Forever);
        return await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(i => Task.Run(() => work(i % 2 == 0 ? Server : other, i)))
        );
    }
}
