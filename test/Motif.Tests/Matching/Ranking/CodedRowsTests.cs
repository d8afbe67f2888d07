using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Motif.Matching.Ranking;

namespace Motif.Tests.Matching.Ranking;

public sealed class CodedRowsTests
{
    [Fact]
    public void All_processor_paths_give_the_same_product()
    {
        var random = new Random(5);
        var rows = new sbyte[4 * 320];
        var query = new short[320];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = (sbyte)random.Next(-127, 128);
        for (var i = 0; i < query.Length; i++)
            query[i] = (short)random.Next(-4095, 4096);
        var sums = new int[4];
        for (var i = 0; i < rows.Length; i++)
            sums[i / 320] += rows[i] * query[i % 320];
        var expected = Vector128.Create(sums);

        CodedProduct.DotPortable(rows, query).ShouldBe(expected);
        if (Avx2.IsSupported)
            CodedProduct.Dot256(rows, query).ShouldBe(expected);
        if (Avx512BW.IsSupported)
            CodedProduct.Dot512(rows, query).ShouldBe(expected);
    }

    [Fact]
    public void The_nearest_are_those_of_the_set_from_a_slot_on()
    {
        var rows = new CodedRows(8);
        var slots = new SlotSet();
        foreach (var slot in (int[])[1, 4, 5, 6, 7, 1029])
            slots.Add(slot);
        for (var slot = 0; slot < 1030; slot++)
            rows.Set(slot, [1, 1, 1, 1, 1, 1, 1, slot % 3]);
        var ids = Enumerable.Range(0, 1030).Select(slot => $"{slot:D4}").ToList();

        var all = rows.Nearest([1, 1, 1, 1, 1, 1, 1, 1], slots, 0, 10, ids);
        all.ShouldBe([1, 4, 7, 5, 6, 1029], ignoreOrder: true);
        all[..3].ShouldBe([1, 4, 7]);
        rows.Nearest([1, 1, 1, 1, 1, 1, 1, 1], slots, 6, 10, ids)
            .ShouldBe([7, 6, 1029], ignoreOrder: true);
        rows.Nearest(new float[8], slots, 0, 10, ids).ShouldBeEmpty();
    }

    [Fact]
    public void Cosines_are_near_those_of_the_vectors_themselves()
    {
        var random = new Random(6);
        float[] Vector() =>
            [.. Enumerable.Range(0, 300).Select(_ => (float)random.NextDouble() - 0.3f)];
        var rows = new CodedRows(300);
        int[] slots = [.. Enumerable.Range(0, 50)];
        var vectors = Enumerable.Range(0, 50).Select(_ => Vector()).ToArray();
        for (var i = 0; i < vectors.Length; i++)
        {
            rows.Set(i, vectors[i]);
        }
        var query = Vector();
        var cosines = new float[50];

        rows.Cosines(query, slots, cosines);

        for (var i = 0; i < vectors.Length; i++)
            cosines[i]
                .ShouldBe(Math.Max(0, TensorPrimitives.CosineSimilarity(query, vectors[i])), 0.01f);
    }

    [Fact]
    public void A_zero_vector_is_similar_to_nothing()
    {
        var rows = new CodedRows(8);
        int[] slots = [0];
        rows.Set(0, new float[8]);
        var cosines = new float[1];

        rows.Cosines([1, 1, 1, 1, 1, 1, 1, 1], slots, cosines).ShouldBe(0);
        rows.Cosines(new float[8], slots, cosines).ShouldBe(0);

        cosines[0].ShouldBe(0);
    }
}
