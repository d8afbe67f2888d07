using Motif.Vectors;

namespace Motif.Tests.Vectors;

/// <summary>What the in-process index does beyond the contract of every index.</summary>
public sealed class IvfIndexTests
{
    private const int Dimension = 32;
    private static readonly IvfOptions Small = new() { FlatRows = 200, CalibrationQueries = 200 };
    private readonly float[][] _points = RandomVectors.Clustered(
        3100,
        Dimension,
        seed: 12,
        centres: 60
    );

    private float[][] Stored => _points[..3000];
    private float[][] Queries => _points[3000..];

    [Theory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Dot)]
    [InlineData(VectorMetric.Euclidean)]
    public void Calibration_keeps_its_promise(VectorMetric metric)
    {
        var index = Build(metric);
        index.Statistics.Lists.ShouldBeGreaterThan(50);
        foreach (var plan in index.Statistics.Plans)
            plan.MeasuredRecall.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(plan.Recall - 1e-9);
        foreach (var wanted in new[] { 0.9, 0.95, 0.99 })
            Recall(index, wanted).ShouldBeGreaterThanOrEqualTo(wanted - 0.04);
    }

    [Fact]
    public void Recall_survives_deletes_and_re_inserts()
    {
        var index = Build(VectorMetric.Cosine);
        var before = Recall(index, 0.95);
        var moved = Enumerable.Range(0, 3000).Where(key => key % 10 < 3).ToArray();
        index.Delete([.. moved.Select(key => (VectorKey)key)]).ShouldBe(900);
        foreach (var batch in moved.Chunk(100))
            index.Upsert([.. batch.Select(key => new VectorRecord(key, Stored[key]))]);
        index.Count.ShouldBe(3000);
        Recall(index, 0.95).ShouldBeGreaterThanOrEqualTo(before - 0.02);
        index.Compact();
        index.Statistics.TailRows.ShouldBe(0);
        index.Statistics.Rows.ShouldBe(3000);
        Recall(index, 0.95).ShouldBeGreaterThanOrEqualTo(before - 0.02);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(300)]
    public void Filtered_recall_holds_at_any_selectivity(int every)
    {
        var index = Build(VectorMetric.Cosine);
        var filter = new VectorFilter(
            Enumerable.Range(0, 3000).Where(key => key % every == 0).Select(key => (VectorKey)key)
        );
        Recall(index, 0.99, filter).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Recall_holds_for_other_limits(int limit) =>
        Recall(Build(VectorMetric.Cosine), 0.95, limit: limit).ShouldBeGreaterThanOrEqualTo(0.92);

    [Fact]
    [Trait("Category", "Slow")]
    public void Rows_added_one_by_one_grow_lists()
    {
        var index = new IvfIndex(new VectorSpace(Dimension), Small);
        foreach (var batch in Stored.Select((point, i) => new VectorRecord(i, point)).Chunk(250))
            index.Upsert(batch);
        index.Count.ShouldBe(3000);
        index.Statistics.Lists.ShouldBeGreaterThan(1);
        Recall(index, 0.95).ShouldBeGreaterThanOrEqualTo(0.92);
    }

    [Fact]
    public void The_seed_decides_the_ranking_and_threads_do_not()
    {
        var one = Hits(Build(VectorMetric.Cosine, Small with { BuildThreads = 1 }));
        Hits(Build(VectorMetric.Cosine, Small with { BuildThreads = 4 })).ShouldBe(one);

        VectorHit[] Hits(IvfIndex index)
        {
            var hits = new VectorHit[10];
            return [.. Queries.SelectMany(query => hits[..index.Search(query, hits)].ToArray())];
        }
    }

    [Fact]
    public void A_search_allocates_nothing()
    {
        var index = Build(VectorMetric.Cosine);
        var hits = new VectorHit[10];
        var queries = Queries;
        // Early calls run unoptimised code, which boxes; what counts is the steady state.
        var least = long.MaxValue;
        for (var round = 0; round < 5000 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var query in queries)
                index.Search(query, hits);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        least.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(VectorQuery.MaxLimit + 1)]
    public void Room_for_no_or_too_many_hits_is_refused(int room) =>
        Should.Throw<ArgumentException>(() =>
            new IvfIndex(new VectorSpace(2)).Search([1, 0], new VectorHit[room])
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_recall_that_is_no_share_is_refused(double recall) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new IvfIndex(new VectorSpace(2)).Search([1, 0], new VectorHit[1], null, recall)
        );

    [Fact]
    public void A_vector_too_long_for_float_products_is_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                new IvfIndex(new VectorSpace(2, VectorMetric.Dot)).Upsert([
                    new(1, new[] { 1e30f, 0 }),
                ])
            )
            .Message.ShouldContain("scale the vectors down");

    [Fact]
    public void Options_out_of_range_are_refused() =>
        Should.Throw<System.ComponentModel.DataAnnotations.ValidationException>(() =>
            new IvfIndex(new VectorSpace(2), new IvfOptions { CompactionShare = 0 })
        );

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1024)]
    public void Any_dimension_works(int dimension)
    {
        var points = RandomVectors.Clustered(260, dimension, seed: 2);
        var index = IvfIndex.Build(
            new VectorSpace(dimension, VectorMetric.Euclidean),
            points.Select((point, i) => new VectorRecord(i, point)),
            Small
        );
        var hits = new VectorHit[1];
        index.Search(points[100], hits, recall: 0.9995).ShouldBe(1);
        hits[0].Key.ShouldBe(100);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void The_largest_dimension_works() => Any_dimension_works(VectorSpace.MaxDimension);

    private IvfIndex Build(VectorMetric metric, IvfOptions? options = null) =>
        IvfIndex.Build(
            new VectorSpace(Dimension, metric),
            Stored.Select((point, i) => new VectorRecord(i, point)),
            options ?? Small
        );

    private double Recall(
        IvfIndex index,
        double wanted,
        VectorFilter? filter = null,
        int limit = 10
    )
    {
        var queries = Queries.SelectMany(query => query).ToArray();
        var worst = RecallMeasurement.ExactWorstScores(index, queries, limit, filter);
        return new RecallMeasurement(index, queries, worst, limit, filter).Measure(wanted).Recall;
    }
}
