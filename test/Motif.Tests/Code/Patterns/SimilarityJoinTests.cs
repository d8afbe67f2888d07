using Motif.Code.Patterns;

namespace Motif.Tests.Code.Patterns;

public sealed class SimilarityJoinTests
{
    [Fact]
    public void The_join_finds_exactly_the_pairs_that_a_comparison_of_all_finds()
    {
        var sets = RandomSets(300, new Random(3));
        var expected = new List<(int, int)>();
        for (var i = 0; i < sets.Count; i++)
        for (var j = i + 1; j < sets.Count; j++)
            if (sets[i].Jaccard(sets[j], 0) >= 0.6)
                expected.Add((i, j));
        expected.Count.ShouldBeGreaterThan(50);
        SimilarityJoin
            .Of(sets, 0.6, CancellationToken.None)
            .Select(p => (p.Left, p.Right))
            .ShouldBe(expected);
    }

    [Fact]
    public void Min_hashes_find_nearly_all_of_them_and_nothing_else()
    {
        var sets = RandomSets(300, new Random(4));
        var exact = SimilarityJoin.Of(sets, 0.7, CancellationToken.None).ToHashSet();
        var hashed = SimilarityJoin.Of(sets, 0.7, CancellationToken.None, maxExact: 0);
        hashed.ShouldAllBe(p => exact.Contains(p));
        hashed.Count.ShouldBeGreaterThan((int)(exact.Count * 0.97));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Above_a_hundred_thousand_units_copies_are_found_by_min_hashes()
    {
        const int copies = 500;
        var random = new Random(6);
        var streams = new List<uint[]>();
        while (streams.Count <= SimilarityJoin.MaxExact - copies)
            streams.Add([.. Enumerable.Range(0, 40).Select(_ => (uint)random.Next(1000))]);
        for (var i = 0; i < copies; i++)
        {
            var copy = (uint[])streams[i].Clone();
            copy[random.Next(copy.Length)] = 1001;
            streams.Add(copy);
        }
        var sets = streams.ConvertAll(s => GramSet.Of(s));
        sets.Count.ShouldBeGreaterThan(SimilarityJoin.MaxExact);
        var pairs = SimilarityJoin.Of(sets, 0.6, CancellationToken.None, parallelism: 2);
        pairs.ShouldAllBe(p => p.Right - p.Left == streams.Count - copies);
        var expected = Enumerable
            .Range(0, copies)
            .Count(i => sets[i].Jaccard(sets[streams.Count - copies + i], 0) >= 0.6);
        pairs.Count.ShouldBeInRange((int)(0.98 * expected), expected);
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same_pairs()
    {
        var sets = RandomSets(300, new Random(7));
        SimilarityJoin
            .Of(sets, 0.6, CancellationToken.None, parallelism: 4)
            .ShouldBe(SimilarityJoin.Of(sets, 0.6, CancellationToken.None));
    }

    [Fact]
    public void The_similarity_of_a_set_with_itself_is_1_and_of_strangers_0()
    {
        var sets = RandomSets(2, new Random(5));
        sets[0].Jaccard(sets[0], 0.6).ShouldBe(1);
        GramSet.Of([1, 2, 3, 4, 5]).Jaccard(GramSet.Of([6, 7, 8, 9, 10]), 0).ShouldBe(0);
    }

    /// <summary>Streams of which every third is a changed copy of an earlier one.</summary>
    private static List<GramSet> RandomSets(int count, Random random)
    {
        var streams = new List<uint[]>();
        for (var i = 0; i < count; i++)
        {
            var stream =
                i > 0 && i % 3 == 0
                    ? (uint[])streams[random.Next(i)].Clone()
                    :
                    [
                        .. Enumerable
                            .Range(0, random.Next(40, 120))
                            .Select(_ => (uint)random.Next(12)),
                    ];
            for (var j = random.Next(4); j > 0; j--)
                stream[random.Next(stream.Length)] = (uint)random.Next(12);
            streams.Add(stream);
        }
        return [.. streams.Select(s => GramSet.Of(s))];
    }
}
