using Motif.Matching.Ranking;

namespace Motif.Tests.Matching.Ranking;

public sealed class TopRanksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public void The_best_are_kept_in_order_and_equal_ranks_by_id(int capacity)
    {
        var random = new Random(3);
        var ids = Enumerable.Range(0, 300).Select(i => $"{i * 7919 % 300:D3}").ToList();
        var ranks = ids.ConvertAll(_ => random.Next(12) / 10f);
        var top = new TopRanks(capacity, ids);

        for (var slot = 0; slot < ids.Count; slot++)
            top.Offer(slot, ranks[slot]);

        var expected = Enumerable
            .Range(0, ids.Count)
            .OrderByDescending(slot => ranks[slot])
            .ThenBy(slot => ids[slot], StringComparer.Ordinal)
            .Take(capacity)
            .ToArray();
        top.Least.ShouldBe(capacity > ids.Count ? 0 : ranks[expected[^1]]);
        top.Take().ShouldBe(expected);
    }
}
