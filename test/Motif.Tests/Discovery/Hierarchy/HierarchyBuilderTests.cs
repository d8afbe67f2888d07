using Motif.Discovery.Hierarchy;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Hierarchy;

public sealed class HierarchyBuilderTests
{
    [Fact]
    public void Subjects_inside_fields_come_out_as_mesos_inside_macros()
    {
        var corpus = NestedCorpus.Make(4, 6, 100);
        var built = Build(corpus.Vectors, new() { MacroClusters = 4, MesoClusters = 24 });

        PartitionAgreement.AdjustedRand(Mesos(built), corpus.Subjects).ShouldBeGreaterThan(0.98);
        PartitionAgreement.AdjustedRand(Macros(built), corpus.Fields).ShouldBeGreaterThan(0.98);
        built.Stability!.Value.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Another_seed_gives_the_same_picture()
    {
        var corpus = NestedCorpus.Make(5, 10, 60, noise: 0.6f);
        var mesos = Enumerable
            .Range(1, 5)
            .Select(seed =>
                Mesos(Build(corpus.Vectors.Copy(), new() { Seed = seed, MesoClusters = 50 }))
            )
            .ToList();

        var agreements =
            from one in Enumerable.Range(0, mesos.Count)
            from other in Enumerable.Range(0, one)
            select PartitionAgreement.AdjustedRand(mesos[one], mesos[other]);
        var counts = mesos.ConvertAll(m => m.Distinct().Count());

        agreements.Average().ShouldBeGreaterThanOrEqualTo(0.85);
        (counts.Max() - counts.Min()).ShouldBeLessThanOrEqualTo((int)(0.05 * counts.Average()));
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bytes()
    {
        var corpus = NestedCorpus.Make(3, 5, 200);

        var one = Build(corpus.Vectors.Copy(), new(), threads: 1);
        var two = Build(corpus.Vectors.Copy(), new(), threads: 2);

        two.Members.ShouldBe(one.Members);
        two.Places.Cells.Values.ShouldBe(one.Places.Cells.Values);
        two.Places.Micros.Values.ShouldBe(one.Places.Micros.Values);
    }

    [Fact]
    public void Everything_with_a_vector_stands_in_one_micro_of_one_meso_of_one_macro()
    {
        var corpus = NestedCorpus.Make(3, 4, 230, noise: 1.2f);
        var built = Build(corpus.Vectors, new());

        built.Members.ShouldAllBe(m => m != null);
        foreach (var place in built.Members.Select(m => m!.Value))
        {
            place.Strength.ShouldBeInRange(0, 1);
            built.Places.MesoOfMicro[place.Micro].ShouldBe(place.Meso);
            built.Places.MacroOfMeso[place.Meso].ShouldBe(place.Macro);
        }
    }

    [Fact]
    public void The_firmest_items_agree_best_with_the_truth()
    {
        var corpus = NestedCorpus.Make(4, 6, 100, noise: 1.4f);
        var built = Build(corpus.Vectors, new() { MesoClusters = 24 });

        var agreement = new[] { 1.0, 0.75, 0.5 }.Select(share =>
        {
            var firmest = Enumerable
                .Range(0, corpus.Subjects.Length)
                .OrderByDescending(i => built.Members[i]!.Value.Strength)
                .Take((int)(share * corpus.Subjects.Length))
                .ToArray();
            return PartitionAgreement.AdjustedRand(
                Array.ConvertAll(firmest, i => built.Members[i]!.Value.Meso),
                Array.ConvertAll(firmest, i => corpus.Subjects[i])
            );
        });

        agreement.ShouldBe(agreement.Order());
        agreement.First().ShouldBeLessThan(0.95);
    }

    [Fact]
    public void Three_hundred_copies_of_one_text_move_nothing_else()
    {
        var corpus = NestedCorpus.Make(3, 5, 200);
        var greeting = NestedCorpus.Noise(1, corpus.Vectors.Columns, 99).Values;
        var once = With(corpus.Vectors, greeting, 1);
        var often = With(corpus.Vectors, greeting, 300);

        var single = Build(once, new());
        var copied = Build(often, new());

        PartitionAgreement
            .AdjustedRand(
                [.. Mesos(copied).Take(corpus.Vectors.Rows)],
                [.. Mesos(single).Take(corpus.Vectors.Rows)]
            )
            .ShouldBeGreaterThanOrEqualTo(0.99);
        copied.Members.Skip(corpus.Vectors.Rows).Distinct().ShouldHaveSingleItem();
        copied.CopyOf.Skip(corpus.Vectors.Rows).ShouldAllBe(first => first == corpus.Vectors.Rows);
    }

    [Fact]
    public void Noise_has_no_stable_structure() =>
        Build(NestedCorpus.Noise(3000, 256, 3), new())
            .Stability!.Value.ShouldBeLessThan(StabilityCheck.Least);

    [Fact]
    public void An_item_alone_in_a_batch_or_in_the_run_stands_in_the_same_place()
    {
        var corpus = NestedCorpus.Make(3, 5, 200, noise: 0.9f);
        var built = Build(corpus.Vectors, new());
        var late = NestedCorpus.Make(3, 5, 20, noise: 0.9f, seed: 8).Vectors;
        for (var i = 0; i < late.Rows; i++)
            CentredVectors.Normalize(late.Row(i));

        var together = built.Places.Of(late);
        for (var i = 0; i < late.Rows; i++)
            built.Places.Of(RowBlocks.Select(late, [i])).ShouldBe([together[i]]);
        int[] shuffled = [.. Enumerable.Range(0, late.Rows).OrderBy(i => i * 7919 % late.Rows)];
        built
            .Places.Of(RowBlocks.Select(late, shuffled))
            .ShouldBe(shuffled.Select(i => together[i]));
        for (var i = 0; i < corpus.Vectors.Rows; i += 37)
            built.Places.Of(RowBlocks.Select(corpus.Vectors, [i])).ShouldBe([built.Members[i]]);
    }

    [Fact]
    public void An_item_midway_between_two_centres_stands_where_a_later_look_finds_it()
    {
        var axes = new FloatMatrix(2, 2);
        (axes.Row(0)[0], axes.Row(1)[1]) = (1, 1);
        var places = new Places([0, 0], axes, axes, [0, 1], [0, 1], [0, 0], TopicGates.None(2));
        var between = MathF.Sqrt(0.5f);
        var vectors = new FloatMatrix(5, 2);
        float[] entries = [between, between, 1, 0, 0, 1, 0, 1, 0, 1];
        entries.CopyTo(vectors.Values, 0);

        var ordered = HierarchyOrder.Apply(
            places,
            new GivenIds(new Guid?[1], new Guid?[2], new Guid?[2]),
            vectors
        );

        // The larger one came first, and the first of two takes what lies between them.
        places.Of(vectors)[0]!.Value.Meso.ShouldBe(0);
        ordered.Places.Cells.Row(0).ToArray().ShouldBe([0, 1]);
        ordered.Members.ShouldBe(ordered.Places.Of(vectors));
        ordered.Members.Select(m => m!.Value.Meso).ShouldBe([0, 1, 0, 0, 0]);
    }

    [Fact]
    public void More_mesos_than_every_row_is_compared_with_come_out_as_well()
    {
        var corpus = NestedCorpus.Make(30, 20, 20, noise: 0.6f);

        var built = Build(corpus.Vectors, new() { MesoClusters = 600 });

        PartitionAgreement.AdjustedRand(Mesos(built), corpus.Subjects).ShouldBeGreaterThan(0.98);
        built.Members.ShouldBe(built.Places.Of(corpus.Vectors));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(29)]
    public void Few_items_are_one_neighbourhood_with_the_reason(int count)
    {
        var built = Build(NestedCorpus.Noise(count, 16, 4), new());

        built.Members.Length.ShouldBe(count);
        built.Remarks.ShouldNotBeEmpty();
        built.Stability.ShouldBeNull();
        Mesos(built).Distinct().Count().ShouldBe(Math.Min(1, count));
    }

    [Fact]
    public void Items_that_are_all_the_same_are_one_neighbourhood()
    {
        var vectors = new FloatMatrix(500, 8);
        vectors.Values.AsSpan().Fill(1);

        var built = Build(vectors, new());

        built.Members.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        built.CopyOf.ShouldAllBe(first => first == 0);
    }

    [Fact]
    public void An_item_without_direction_stands_nowhere()
    {
        var vectors = NestedCorpus.Make(2, 2, 60).Vectors;
        vectors.Row(5).Clear();

        var built = Build(vectors, new());

        built.Members[5].ShouldBeNull();
        built.Members.Count(m => m is null).ShouldBe(1);
    }

    [Fact]
    public void An_ordered_shape_comes_out_and_nests()
    {
        var corpus = NestedCorpus.Make(8, 8, 100, noise: 0.9f);
        var built = Build(
            corpus.Vectors,
            new()
            {
                MacroClusters = 8,
                MesoClusters = 60,
                MicroClusters = 500,
            }
        );

        Macros(built).Distinct().Count().ShouldBe(8);
        Mesos(built).Distinct().Count().ShouldBeInRange(54, 66);
        var micros = built.Members.Select(m => m!.Value.Micro).Distinct().Count();
        if (micros is < 450 or > 550)
            built.Remarks.ShouldContain(r => r.Contains("micros", StringComparison.Ordinal));
    }

    [Fact]
    public void A_grid_whose_distances_all_tie_gives_the_same_tree_each_time()
    {
        var grid = new FloatMatrix(1000, 1000);
        for (var i = 0; i < 1000; i++)
            grid.Row(i)[i] = 1;

        var one = Build(grid.Copy(), new());
        var two = Build(grid.Copy(), new());

        two.Members.ShouldBe(one.Members);
        one.Members.ShouldAllBe(m => m != null);
    }

    private static BuiltHierarchy Build(
        FloatMatrix vectors,
        HierarchySettings settings,
        int threads = 2
    ) => new HierarchyBuilder(settings, threads).Build(vectors, CancellationToken.None);

    private static int[] Mesos(BuiltHierarchy built) =>
        Array.ConvertAll(built.Members, m => m?.Meso ?? -1);

    private static int[] Macros(BuiltHierarchy built) =>
        Array.ConvertAll(built.Members, m => m?.Macro ?? -1);

    private static FloatMatrix With(FloatMatrix rows, float[] extra, int copies)
    {
        var result = new FloatMatrix(rows.Rows + copies, rows.Columns);
        rows.Values.CopyTo(result.Values, 0);
        for (var i = 0; i < copies; i++)
            extra.CopyTo(result.Row(rows.Rows + i));
        return result;
    }
}
