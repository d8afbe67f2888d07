using FsCheck;
using FsCheck.Fluent;
using Motif.Vectors;

namespace Motif.Tests.Vectors;

/// <summary>Random histories of writes against a dictionary, the plainest index there is.</summary>
public sealed class IvfIndexPropertyTests
{
    private const int Dimension = 12;
    private const int Keys = 40;

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(VectorMetric.Cosine)]
    [InlineData(VectorMetric.Dot)]
    [InlineData(VectorMetric.Euclidean)]
    public void Any_history_of_writes_leaves_what_a_dictionary_would(VectorMetric metric) =>
        Prop.ForAll(Histories(), history => Agrees(metric, history))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(17, 31));

    private static bool Agrees(VectorMetric metric, Step[] history)
    {
        var options = new IvfOptions
        {
            FlatRows = 16,
            CalibrationQueries = 50,
            BuildThreads = 1,
        };
        var index = new IvfIndex(new VectorSpace(Dimension, metric), options);
        var model = new Dictionary<int, float[]>();
        foreach (var step in history)
            Apply(step, index, model);
        index.Count.ShouldBe(model.Count);
        for (var seed = 0; seed < 5; seed++)
            ShouldAgree(metric, index, model, Vector(1000 + seed));
        return true;
    }

    private static void Apply(Step step, IvfIndex index, Dictionary<int, float[]> model)
    {
        switch (step.Kind)
        {
            case StepKind.Upsert:
                index.Upsert([
                    .. step.Items.Select(item => new VectorRecord(item.Key, Vector(item.Seed))),
                ]);
                foreach (var (key, seed) in step.Items)
                    model[key] = Vector(seed);
                break;
            case StepKind.Delete:
                var removed = step.Items.Select(item => item.Key).Distinct().Count(model.Remove);
                index.Delete([.. step.Items.Select(item => (VectorKey)item.Key)]).ShouldBe(removed);
                break;
            case StepKind.Compact:
                index.Compact();
                break;
            default:
                index.Rebuild();
                break;
        }
    }

    private static void ShouldAgree(
        VectorMetric metric,
        IvfIndex index,
        Dictionary<int, float[]> model,
        float[] query
    )
    {
        // A zero vector has no score under cosine and none that counts under dot.
        var rows = model.Where(row =>
            metric == VectorMetric.Euclidean || row.Value.Any(component => component != 0)
        );
        var expected = rows.Select(row => RandomVectors.Score(metric, query, row.Value))
            .OrderDescending()
            .Take(10)
            .ToArray();
        var hits = new VectorHit[10];
        foreach (var recall in new[] { 1, 0.9995 })
        {
            var found = hits[..index.Search(query, hits, filter: null, recall)];
            found.Length.ShouldBe(expected.Length);
            for (var i = 0; i < found.Length; i++)
                ((double)found[i].Score).ShouldBe(expected[i], 1e-3);
            foreach (var hit in found)
                model.ShouldContainKey(Number(hit.Key));
        }
        ShouldAgreeFiltered(metric, index, model, query);
    }

    private static void ShouldAgreeFiltered(
        VectorMetric metric,
        IvfIndex index,
        Dictionary<int, float[]> model,
        float[] query
    )
    {
        var filter = new VectorFilter(
            Enumerable.Range(0, Keys / 2).Select(key => (VectorKey)(2 * key))
        );
        var hits = new VectorHit[Keys];
        var found = hits[..index.Search(query, hits, filter)];
        var expected = model
            .Where(row => row.Key % 2 == 0)
            .Where(row =>
                metric == VectorMetric.Euclidean || row.Value.Any(component => component != 0)
            )
            .Select(row => row.Key);
        found.Select(hit => Number(hit.Key)).Order().ShouldBe(expected.Order());
    }

    private static int Number(VectorKey key)
    {
        key.TryGetInt64(out var number).ShouldBeTrue();
        return (int)number;
    }

    /// <summary>Seed 0 is the zero vector; equal seeds are equal vectors, so ties happen.</summary>
    private static float[] Vector(int seed) =>
        seed == 0
            ? new float[Dimension]
            : RandomVectors.Clustered(1, Dimension, seed, centres: 1)[0];

    private static Arbitrary<Step[]> Histories()
    {
        var item =
            from key in Gen.Choose(0, Keys - 1)
            from seed in Gen.Choose(0, 60)
            select (key, seed);
        var step =
            from kind in Gen.Frequency(
                (6, Gen.Constant(StepKind.Upsert)),
                (3, Gen.Constant(StepKind.Delete)),
                (1, Gen.Constant(StepKind.Compact)),
                (1, Gen.Constant(StepKind.Rebuild))
            )
            from count in Gen.Choose(1, 15)
            from items in Gen.ArrayOf(item, count)
            select new Step(kind, items);
        var steps =
            from count in Gen.Choose(1, 12)
            from history in Gen.ArrayOf(step, count)
            select history;
        return Arb.From(steps);
    }

    private enum StepKind
    {
        Upsert = 0,
        Delete = 1,
        Compact = 2,
        Rebuild = 3,
    }

    private sealed record Step(StepKind Kind, (int Key, int Seed)[] Items)
    {
        public override string ToString() => $"{Kind} {string.Join(", ", Items)}";
    }
}
