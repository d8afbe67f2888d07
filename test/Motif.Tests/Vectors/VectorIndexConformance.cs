using Motif.Vectors;

namespace Motif.Tests.Vectors;

/// <summary>
/// What every <see cref="IVectorIndex"/> has to do. An implementation subclasses this and hands out fresh,
/// empty indexes; what it cannot do it declares in its capabilities.
/// </summary>
public abstract class VectorIndexConformance
{
    private const int Dimension = 24;

    protected abstract ValueTask<IVectorIndex> CreateAsync(VectorSpace space);

    /// <summary>Waits until writes are searchable; needed where the index does not read its writes.</summary>
    protected virtual ValueTask SettleAsync(IVectorIndex index)
    {
        if (!index.Capabilities.HasFlag(VectorIndexCapabilities.ReadsItsWrites))
            throw new NotSupportedException(
                "an index that does not read its writes overrides SettleAsync"
            );
        return ValueTask.CompletedTask;
    }

    [VectorFact]
    public async Task An_empty_index_finds_nothing()
    {
        var index = await CreateAsync(new VectorSpace(Dimension));
        (await index.SearchAsync(new VectorQuery(Axis(0)))).ShouldBeEmpty();
        (await index.CountAsync()).ShouldBe(0);
    }

    [VectorFact]
    public async Task A_stored_vector_is_its_own_nearest_neighbour()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 200);
        for (var i = 0; i < points.Length; i += 17)
        {
            var hits = await index.SearchAsync(new VectorQuery(points[i]) { Limit = 3 });
            hits[0].Key.ShouldBe(i);
            hits[0].Score.ShouldBe(1, 1e-4f);
        }
        (await index.CountAsync()).ShouldBe(200);
    }

    [VectorTheory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Dot)]
    [InlineData(VectorMetric.Euclidean)]
    public async Task Neighbours_agree_with_brute_force(VectorMetric metric)
    {
        var (index, points) = await FilledAsync(metric, 600);
        var recall = 0.0;
        // Of the same clusters as the points: a calibrated index promises its recall for such queries.
        var queries = RandomVectors.Clustered(640, Dimension, seed: 3)[600..];
        foreach (var query in queries)
        {
            var worst = RandomVectors.WorstWanted(metric, query, points, 10);
            var hits = await index.SearchAsync(new VectorQuery(query) { Recall = 0.99 });
            hits.Count.ShouldBe(10);
            foreach (var hit in hits)
                hit.Score.ShouldBe(
                    (float)RandomVectors.Score(metric, query, points[At(hit)]),
                    0.01f
                );
            recall += hits.Count(hit => hit.Score >= worst - 1e-3) / 10.0 / queries.Length;
        }
        recall.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [VectorTheory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Dot)]
    [InlineData(VectorMetric.Euclidean)]
    public async Task A_wanted_recall_of_one_is_exact(VectorMetric metric)
    {
        var (index, points) = await FilledAsync(metric, 600);
        if (!index.Capabilities.HasFlag(VectorIndexCapabilities.WantedRecall))
            return;
        foreach (var query in RandomVectors.Clustered(20, Dimension, seed: 9))
        {
            var expected = points
                .Select((point, i) => (Key: i, Score: RandomVectors.Score(metric, query, point)))
                .OrderByDescending(hit => hit.Score)
                .Take(10)
                .Select(hit => (VectorKey)hit.Key);
            var hits = await index.SearchAsync(new VectorQuery(query) { Recall = 1 });
            hits.Select(hit => hit.Key).ShouldBe(expected);
        }
    }

    [VectorFact]
    public async Task Hits_come_best_first_and_ties_by_key()
    {
        var index = await CreateAsync(new VectorSpace(Dimension));
        var records = new long[] { 7, 3, 9, 1 }.Select(key => new VectorRecord(key, Axis(0)));
        await index.UpsertAsync([.. records, new VectorRecord(5, Between(0, 1))]);
        await SettleAsync(index);
        var hits = await index.SearchAsync(new VectorQuery(Axis(0)));
        hits.Select(At).ShouldBe([1, 3, 7, 9, 5]);
        hits.Select(hit => hit.Score).ShouldBe(hits.Select(hit => hit.Score).OrderDescending());
    }

    [VectorFact]
    public async Task A_vector_stored_again_replaces_the_first()
    {
        var index = await CreateAsync(new VectorSpace(Dimension));
        await index.UpsertAsync([new(1, Axis(0)), new(2, Axis(1))]);
        await index.UpsertAsync([new(1, Axis(2))]);
        await SettleAsync(index);
        (await index.CountAsync()).ShouldBe(2);
        var hits = await index.SearchAsync(new VectorQuery(Axis(2)));
        hits[0].ShouldBe(new VectorHit(1, 1));
        hits.Count(hit => hit.Key == 1).ShouldBe(1);
    }

    [VectorFact]
    public async Task The_last_of_equal_keys_in_a_batch_wins()
    {
        var index = await CreateAsync(new VectorSpace(Dimension));
        await index.UpsertAsync([new(1, Axis(0)), new(1, Axis(3))]);
        await SettleAsync(index);
        (await index.CountAsync()).ShouldBe(1);
        (await index.SearchAsync(new VectorQuery(Axis(3)))).ShouldBe([new VectorHit(1, 1)]);
    }

    [VectorFact]
    public async Task A_deleted_vector_is_found_no_more_until_stored_again()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 100);
        (await index.DeleteAsync([4, 4, 999])).ShouldBe(1);
        await SettleAsync(index);
        (await index.CountAsync()).ShouldBe(99);
        (await KeysNear(index, points[4])).ShouldNotContain(4);
        await index.UpsertAsync([new(4, points[4])]);
        await SettleAsync(index);
        (await KeysNear(index, points[4]))[0].ShouldBe(4);
        (await index.CountAsync()).ShouldBe(100);
    }

    [VectorFact]
    public async Task Only_keys_of_the_filter_answer()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 600);
        var allowed = new VectorFilter(Keys(0, 600).Where(key => At(key) % 5 == 0));
        var query = new VectorQuery(points[1]) { Filter = allowed };
        var hits = await index.SearchAsync(query);
        hits.Count.ShouldBe(10);
        hits.ShouldAllBe(hit => At(hit) % 5 == 0);
        var worst = RandomVectors.WorstWanted(
            VectorMetric.Cosine,
            points[1],
            points.Where((_, i) => i % 5 == 0),
            10
        );
        hits.Count(hit => hit.Score >= worst - 1e-3).ShouldBeGreaterThanOrEqualTo(9);
    }

    [VectorFact]
    public async Task A_filter_with_fewer_keys_than_the_limit_returns_them_all()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 600);
        var filter = new VectorFilter([3, 77, 599, 12345]);
        var hits = await index.SearchAsync(new VectorQuery(points[200]) { Filter = filter });
        hits.Select(At).Order().ShouldBe([3, 77, 599]);
    }

    [VectorFact]
    public async Task A_filter_that_nothing_passes_finds_nothing()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 50);
        foreach (var filter in new[] { new VectorFilter([]), new VectorFilter([1000]) })
            (
                await index.SearchAsync(new VectorQuery(points[0]) { Filter = filter })
            ).ShouldBeEmpty();
    }

    [VectorFact]
    public async Task A_filter_follows_later_writes()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 50);
        var filter = new VectorFilter([3, 4, 700]);
        var query = new VectorQuery(points[4]) { Filter = filter };
        (await index.SearchAsync(query)).Count.ShouldBe(2);
        await index.UpsertAsync([new(700, points[4])]);
        await index.DeleteAsync([3]);
        await SettleAsync(index);
        (await index.SearchAsync(query)).Select(At).ShouldBe([4, 700]);
    }

    [VectorFact]
    public async Task A_limit_above_the_count_returns_everything()
    {
        var (index, points) = await FilledAsync(VectorMetric.Euclidean, 60);
        var hits = await index.SearchAsync(new VectorQuery(points[0]) { Limit = 1000 });
        hits.Select(At).Order().ShouldBe(Enumerable.Range(0, 60));
    }

    [VectorFact]
    public async Task Keys_may_be_guids_or_numbers()
    {
        var index = await CreateAsync(new VectorSpace(Dimension));
        var guid = new Guid("0198f2a4-7c1e-7b3a-9d5e-2f6a8b0c4d1e");
        await index.UpsertAsync([
            new(guid, Axis(0)),
            new(long.MaxValue, Axis(1)),
            new(-1, Axis(2)),
        ]);
        await SettleAsync(index);
        (await KeysNear(index, Axis(0)))[0].ShouldBe(guid);
        (await KeysNear(index, Axis(1)))[0].ShouldBe(long.MaxValue);
        (await KeysNear(index, Axis(2)))[0].ShouldBe(-1);
    }

    [VectorFact]
    public async Task A_vector_of_another_dimension_is_refused()
    {
        var (index, _) = await FilledAsync(VectorMetric.Cosine, 10);
        var search = await Should.ThrowAsync<ArgumentException>(async () =>
            await index.SearchAsync(new VectorQuery(new float[Dimension + 1]))
        );
        search.Message.ShouldContain($"{Dimension + 1}");
        search.Message.ShouldContain($"{Dimension}");
        await Should.ThrowAsync<ArgumentException>(async () =>
            await index.UpsertAsync([new(1, new float[3])])
        );
    }

    [VectorTheory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public async Task A_component_that_is_no_number_is_refused_and_nothing_stored(float component)
    {
        var (index, _) = await FilledAsync(VectorMetric.Cosine, 10);
        var bad = Axis(0);
        bad[5] = component;
        var upsert = await Should.ThrowAsync<ArgumentException>(async () =>
            await index.UpsertAsync([new(100, Axis(0)), new(101, bad)])
        );
        upsert.Message.ShouldContain("component 5 of vector 101");
        await Should.ThrowAsync<ArgumentException>(async () =>
            await index.SearchAsync(new VectorQuery(bad))
        );
        await SettleAsync(index);
        (await index.CountAsync()).ShouldBe(10);
    }

    [VectorTheory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Dot)]
    public async Task A_zero_vector_matches_nothing(VectorMetric metric)
    {
        var index = await CreateAsync(new VectorSpace(Dimension, metric));
        var zero = new float[Dimension];
        await index.UpsertAsync([new(1, zero), new(2, Axis(0))]);
        await SettleAsync(index);
        (await index.SearchAsync(new VectorQuery(zero))).ShouldBeEmpty();
        (await KeysNear(index, Axis(0))).ShouldBe([2]);
        if (!index.Capabilities.HasFlag(VectorIndexCapabilities.StoresZeroVectors))
            return;
        (await index.CountAsync()).ShouldBe(2);
        (await index.DeleteAsync([1])).ShouldBe(1);
        (await index.DeleteAsync([1])).ShouldBe(0);
        (await index.CountAsync()).ShouldBe(1);
    }

    [VectorFact]
    public async Task A_vector_replaced_by_zero_is_found_no_more()
    {
        var index = await CreateAsync(new VectorSpace(Dimension));
        await index.UpsertAsync([new(1, Axis(0))]);
        await index.UpsertAsync([new(1, new float[Dimension])]);
        await SettleAsync(index);
        (await KeysNear(index, Axis(0))).ShouldBeEmpty();
        await index.UpsertAsync([new(1, Axis(0))]);
        await SettleAsync(index);
        (await KeysNear(index, Axis(0))).ShouldBe([1]);
    }

    [VectorFact]
    public async Task A_zero_vector_is_a_point_under_euclid()
    {
        var index = await CreateAsync(new VectorSpace(Dimension, VectorMetric.Euclidean));
        var zero = new float[Dimension];
        await index.UpsertAsync([new(1, zero), new(2, Axis(0))]);
        await SettleAsync(index);
        (await KeysNear(index, zero)).ShouldBe([1, 2]);
    }

    [VectorTheory]
    [InlineData(1e-30f)]
    [InlineData(1e-12f)]
    [InlineData(1e12f)]
    public async Task Cosine_does_not_depend_on_length(float length)
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 100);
        var query = Array.ConvertAll(points[7], component => component * length);
        await index.UpsertAsync([new(500, query)]);
        await SettleAsync(index);
        var hits = await index.SearchAsync(new VectorQuery(query) { Limit = 2 });
        hits.Select(At).Order().ShouldBe([7, 500]);
        hits.ShouldAllBe(hit => Math.Abs(hit.Score - 1) < 1e-3);
    }

    [VectorFact]
    public async Task Searches_beside_a_writer_never_see_half_a_batch()
    {
        var (index, _) = await FilledAsync(VectorMetric.Cosine, 300);
        const int Pairs = 20;
        await WritePairs(index, 0);
        await SettleAsync(index);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ => Task.Run(() => ReadPairs(index, Pairs, stop.Token)))
            .ToArray();
        for (var round = 1; round <= 60; round++)
            await WritePairs(index, round);
        await stop.CancelAsync();
        var searches = await Task.WhenAll(readers);
        searches.Sum().ShouldBeGreaterThan(0);

        // Each batch moves all the pairs to one of two axes.
        static async Task WritePairs(IVectorIndex index, int round) =>
            await index.UpsertAsync([
                .. Enumerable
                    .Range(0, Pairs)
                    .Select(i => new VectorRecord(10_000 + i, Axis(round % 2))),
            ]);
    }

    [VectorFact]
    public async Task A_cancelled_search_throws()
    {
        var (index, points) = await FilledAsync(VectorMetric.Cosine, 10);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await index.SearchAsync(
                new VectorQuery(points[0]),
                new CancellationToken(canceled: true)
            )
        );
    }

    private static async Task<int> ReadPairs(IVectorIndex index, int pairs, CancellationToken stop)
    {
        var isAtomic = index.Capabilities.HasFlag(VectorIndexCapabilities.AtomicBatches);
        var filter = new VectorFilter(Keys(10_000, pairs));
        for (var searches = 0; ; searches++)
        {
            var query = new VectorQuery(Between(0, 1)) { Filter = filter, Limit = 2 * pairs };
            var hits = await index.SearchAsync(query, CancellationToken.None);
            hits.Select(hit => hit.Key).Distinct().Count().ShouldBe(hits.Count);
            if (isAtomic)
            {
                hits.Count.ShouldBe(pairs);
                var near = await index.SearchAsync(
                    query with
                    {
                        Vector = Axis(0),
                    },
                    CancellationToken.None
                );
                near.Select(hit => hit.Score > 0.5f).Distinct().Count().ShouldBe(1);
            }
            if (stop.IsCancellationRequested)
                return searches + 1;
        }
    }

    private async Task<(IVectorIndex Index, float[][] Points)> FilledAsync(
        VectorMetric metric,
        int count
    )
    {
        var index = await CreateAsync(new VectorSpace(Dimension, metric));
        var points = RandomVectors.Clustered(count, Dimension, seed: 3);
        await index.UpsertAsync([.. points.Select((point, i) => new VectorRecord(i, point))]);
        await SettleAsync(index);
        return (index, points);
    }

    private static async Task<VectorKey[]> KeysNear(IVectorIndex index, float[] vector) =>
        [.. (await index.SearchAsync(new VectorQuery(vector))).Select(hit => hit.Key)];

    private static IEnumerable<VectorKey> Keys(int first, int count) =>
        Enumerable.Range(first, count).Select(key => (VectorKey)key);

    private static int At(VectorHit hit) => At(hit.Key);

    private static int At(VectorKey key) =>
        key.TryGetInt64(out var number)
            ? (int)number
            : throw new InvalidOperationException($"{key} is no number");

    private static float[] Axis(int axis)
    {
        var vector = new float[Dimension];
        vector[axis] = 1;
        return vector;
    }

    private static float[] Between(int one, int other)
    {
        var vector = Axis(one);
        vector[other] = 1;
        return vector;
    }
}
