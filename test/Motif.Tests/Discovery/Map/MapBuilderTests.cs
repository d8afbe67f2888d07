using Motif.Discovery.Hierarchy;
using Motif.Discovery.Map;
using Motif.Numerics;
using Motif.Tests.Discovery.Hierarchy;

namespace Motif.Tests.Discovery.Map;

public sealed class MapBuilderTests
{
    private static readonly NestedCorpus Corpus = NestedCorpus.Make(3, 4, 130, noise: 0.6f);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_one_thread_and_on_two()
    {
        var built = Built(Corpus.Vectors);

        var one = Draw(Corpus.Vectors, built, threads: 1);
        var two = Draw(Corpus.Vectors, built, threads: 2);

        two.X.ShouldBe(one.X);
        two.Y.ShouldBe(one.Y);
        one.X.Concat(one.Y).ShouldAllBe(v => float.IsFinite(v));
        Draw(Corpus.Vectors, built, seed: 2).X.ShouldNotBe(one.X);
    }

    [Fact]
    public void No_point_flies_away_and_tight_subjects_do_not_shrink_to_dots()
    {
        var (x, y) = Draw(Corpus.Vectors, Built(Corpus.Vectors));

        var (midX, midY) = (x.Average(), y.Average());
        double[] radii =
        [
            .. x.Zip(y, (a, b) => Math.Sqrt(Math.Pow(a - midX, 2) + Math.Pow(b - midY, 2))).Order(),
        ];
        radii[^1].ShouldBeLessThan(3 * radii[(int)(0.999 * (radii.Length - 1))]);
        // Twelve subjects far from each other, with empty land between them.
        DensestPercent(x, y).ShouldBeLessThan(0.3);
    }

    [Fact]
    public void What_belongs_together_lies_together()
    {
        var (x, y) = Draw(Corpus.Vectors, Built(Corpus.Vectors));

        var near = Enumerable
            .Range(0, x.Length)
            .Average(i =>
                Nearest(x, y, i, 10).Count(j => Corpus.Subjects[i] == Corpus.Subjects[j]) / 10.0
            );

        near.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void A_map_of_the_same_items_moves_no_point_and_new_items_move_none_of_the_old()
    {
        var built = Built(Corpus.Vectors);
        var first = Draw(Corpus.Vectors, built);
        var former = Former(first, built, Corpus.Vectors.Rows);

        Draw(Corpus.Vectors, built, former: former, seed: 9).X.ShouldBe(first.X);

        // The last percent was not there before.
        var known = Corpus.Vectors.Rows * 99 / 100;
        var grown = Draw(Corpus.Vectors, built, former: Former(first, built, known));
        grown.X[..known].ShouldBe(first.X[..known]);
        grown.Y[..known].ShouldBe(first.Y[..known]);
        // They come to lie where their like lies.
        Enumerable
            .Range(known, Corpus.Vectors.Rows - known)
            .SelectMany(i =>
                Nearest(grown.X, grown.Y, i, 5)
                    .Select(j => Corpus.Subjects[i] == Corpus.Subjects[j])
            )
            .Average(same => same ? 1.0 : 0)
            .ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void A_map_that_is_drawn_anew_is_laid_upon_the_former_one()
    {
        var built = Built(Corpus.Vectors);
        var first = Draw(Corpus.Vectors, built);
        // No meso is the one it was: nothing may stay, and everything is drawn by another seed.
        var former = Former(first, built, Corpus.Vectors.Rows) with
        {
            MesoOf = new Dictionary<string, Guid>(StringComparer.Ordinal),
        };

        var alone = Draw(Corpus.Vectors, built, seed: 5);
        var laid = Draw(Corpus.Vectors, built, former: former, seed: 5);

        Distance(laid, first).ShouldBeLessThan(Distance(alone, first));
    }

    [Fact]
    public void Few_items_and_none_are_drawn_too()
    {
        Draw(new FloatMatrix(0, 4), Built(new FloatMatrix(0, 4))).X.ShouldBeEmpty();
        var two = NestedCorpus.Make(1, 1, 2);
        var (x, y) = Draw(two.Vectors, Built(two.Vectors));
        x.Concat(y).ShouldAllBe(v => float.IsFinite(v));
    }

    private static BuiltHierarchy Built(FloatMatrix vectors) =>
        new HierarchyBuilder(new() { MesoClusters = 12 }, 2).Build(vectors, CancellationToken.None);

    private static (float[] X, float[] Y) Draw(
        FloatMatrix vectors,
        BuiltHierarchy built,
        FormerMap? former = null,
        ulong seed = 1,
        int threads = 2
    )
    {
        var centred = vectors.Copy();
        for (var i = 0; i < centred.Rows; i++)
            CentredVectors.Centre(centred.Row(i), built.Places.Mean);
        return new MapBuilder(seed, threads).Draw(
            [.. Enumerable.Range(0, vectors.Rows).Select(Id)],
            centred,
            built.Places,
            Array.ConvertAll(built.Members, m => m!.Value.Micro),
            [.. built.Members.Select(m => MesoId(m!.Value.Meso))],
            former,
            CancellationToken.None
        );
    }

    private static FormerMap Former((float[] X, float[] Y) map, BuiltHierarchy built, int known) =>
        new(
            Enumerable.Range(0, known).ToDictionary(Id, i => (map.X[i], map.Y[i])),
            Enumerable.Range(0, known).ToDictionary(Id, i => MesoId(built.Members[i]!.Value.Meso))
        );

    private static string Id(int item) => FormattableString.Invariant($"{item:00000}");

    private static Guid MesoId(int meso) => new(meso + 1, 0, 0, new byte[8]);

    private static double Distance((float[] X, float[] Y) a, (float[] X, float[] Y) b) =>
        Enumerable
            .Range(0, a.X.Length)
            .Average(i => Math.Sqrt(Math.Pow(a.X[i] - b.X[i], 2) + Math.Pow(a.Y[i] - b.Y[i], 2)));

    private static IEnumerable<int> Nearest(float[] x, float[] y, int item, int count) =>
        Enumerable
            .Range(0, x.Length)
            .Where(j => j != item)
            .OrderBy(j => Math.Pow(x[item] - x[j], 2) + Math.Pow(y[item] - y[j], 2))
            .Take(count);

    /// <summary>The share of points in the fullest hundredth of a grid over the map.</summary>
    private static double DensestPercent(float[] x, float[] y)
    {
        const int Side = 40;
        var cells = new int[Side * Side];
        for (var i = 0; i < x.Length; i++)
        {
            var column = Cell(x, x[i], Side);
            var row = Cell(y, y[i], Side);
            cells[(row * Side) + column]++;
        }
        return cells.OrderDescending().Take(Side * Side / 100).Sum() / (double)x.Length;
    }

    private static int Cell(float[] values, float value, int side) =>
        Math.Min(side - 1, (int)(side * (value - values.Min()) / (values.Max() - values.Min())));
}
