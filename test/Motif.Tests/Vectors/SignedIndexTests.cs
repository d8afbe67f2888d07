using System.Numerics.Tensors;
using Motif.Vectors;

namespace Motif.Tests.Vectors;

/// <summary>An index of so many dimensions that signs are read before codes.</summary>
public sealed class SignedIndexTests : IDisposable
{
    private const int Dimension = 200;
    private const int Rows = 4000;
    private static readonly IvfOptions Options = new()
    {
        FlatRows = 200,
        CalibrationQueries = 100,
        ListsPerRoot = 1,
    };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motif-signs-");
    private readonly float[][] _points = RandomVectors.LowRank(Rows + 100, Dimension, seed: 21);

    private float[][] Queries => _points[Rows..];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Dot)]
    [InlineData(VectorMetric.Euclidean)]
    public void Signs_are_used_and_lose_no_more_than_the_plan_may(VectorMetric metric)
    {
        var index = Build(metric);
        index.Statistics.SignBytes.ShouldBeGreaterThan(Rows * Dimension / 8);
        var plan = index.Statistics.Plans.Last(plan => plan.Recall < 0.9995);
        plan.Width.ShouldBeLessThan(float.PositiveInfinity);
        Recall(index, 0.9).ShouldBeGreaterThanOrEqualTo(0.88);
        Recall(index, 0.99).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public void Appended_replaced_and_removed_rows_are_seen_at_once()
    {
        var index = Build(VectorMetric.Cosine);
        index.Upsert([new(9000, Queries[0]), new(5, Queries[1])]);
        Nearest(index, Queries[0]).ShouldBe(9000);
        Nearest(index, Queries[1]).ShouldBe(5);
        index.Delete([9000, 5]);
        Nearest(index, Queries[0]).ShouldNotBe(9000);
        Nearest(index, Queries[1]).ShouldNotBe(5);
        index.Compact();
        index.Statistics.Rows.ShouldBe(Rows - 1);
        Recall(index, 0.95).ShouldBeGreaterThanOrEqualTo(0.93);
    }

    [Fact]
    public void Compaction_gives_appended_rows_their_signs()
    {
        var index = Build(VectorMetric.Cosine);
        var moved = Enumerable.Range(0, 1000).ToArray();
        index.Delete([.. moved.Select(key => (VectorKey)key)]);
        index.Upsert([.. moved.Select(key => new VectorRecord(key, _points[key]))]);
        index.Compact();
        index.Statistics.TailRows.ShouldBe(0);
        index.Statistics.SignBytes.ShouldBeGreaterThan(Rows * Dimension / 8);
        Recall(index, 0.95).ShouldBeGreaterThanOrEqualTo(0.93);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.55)]
    public void Filtered_rows_are_found_among_the_signs(double share)
    {
        var random = new Random(3);
        var keys = Enumerable.Range(0, Rows).Where(_ => random.NextDouble() < share);
        var filter = new VectorFilter(keys.Select(key => (VectorKey)key));
        Recall(Build(VectorMetric.Cosine), 0.99, filter).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public void A_filter_ends_the_scan_once_enough_rows_pass()
    {
        var index = Build(VectorMetric.Cosine);
        var view = index.CurrentView;
        var even = Enumerable.Range(0, Rows / 2).Select(i => (VectorKey)(2 * i)).ToHashSet();
        var plan = index.Statistics.Plans[0] with
        {
            Probes = 2,
            Slack = float.PositiveInfinity,
            Candidates = 150,
        };
        var query = Queries[0];
        var search = new IvfSearch(
            view,
            plan.Candidates,
            FilterBits.Resolve(view, even),
            limit: 10,
            plan.Margin
        );
        search.Begin(query, TensorPrimitives.Norm<float>(query)).ShouldBeTrue();

        search.Probe(plan, limit: 10);

        search.Cost.Rows.ShouldBeInRange(10, Rows / 2);
    }

    [Fact]
    public void A_snapshot_keeps_the_signs()
    {
        var path = Path.Combine(_folder.FullName, "signs.ivf");
        var index = Build(VectorMetric.Euclidean);
        index.Save(path);
        var opened = IvfSnapshot.Open(path, index.Space, Options).Index.ShouldNotBeNull();
        opened.Statistics.ShouldBe(index.Statistics with { Plans = opened.Statistics.Plans });
        opened.Statistics.Plans.ShouldBe(index.Statistics.Plans);
        var (expected, found) = (new VectorHit[10], new VectorHit[10]);
        foreach (var query in Queries)
        {
            index.Search(query, expected, recall: 0.95);
            opened.Search(query, found, recall: 0.95);
            found.ShouldBe(expected);
        }
    }

    private static int Nearest(IvfIndex index, float[] query)
    {
        var hits = new VectorHit[1];
        index.Search(query, hits, recall: 0.99).ShouldBe(1);
        hits[0].Key.TryGetInt64(out var key).ShouldBeTrue();
        return (int)key;
    }

    private IvfIndex Build(VectorMetric metric) =>
        IvfIndex.Build(
            new VectorSpace(Dimension, metric),
            _points.Take(Rows).Select((point, i) => new VectorRecord(i, point)),
            Options
        );

    private double Recall(IvfIndex index, double wanted, VectorFilter? filter = null)
    {
        var queries = Queries.SelectMany(query => query).ToArray();
        var worst = RecallMeasurement.ExactWorstScores(index, queries, 10, filter);
        return new RecallMeasurement(index, queries, worst, 10, filter).Measure(wanted).Recall;
    }
}
