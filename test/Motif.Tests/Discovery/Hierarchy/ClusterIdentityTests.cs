using Motif.Discovery.Hierarchy;

namespace Motif.Tests.Discovery.Hierarchy;

public sealed class ClusterIdentityTests
{
    private static readonly string[] Items = [.. Enumerable.Range(0, 100).Select(i => $"{i:000}")];

    [Fact]
    public void A_cluster_that_kept_half_of_what_it_had_keeps_its_id()
    {
        var before = Old(i => i < 50 ? 1 : 2);
        var after = Match(i => i < 60 ? 0 : 1, 2, before);

        after.Ids.ShouldBe([Id(1), Id(2)]);
        after.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Events_add_up_to_the_change_of_count()
    {
        var before = Old(i => i / 25);
        // 0 is cut into 45 % and 55 %, 1 and 2 become one, 3 stays; a new one takes a little of everything.
        var after = Match(
            i =>
                i % 10 == 9 ? 4
                : i < 10 ? 0
                : i < 25 ? 1
                : i < 75 ? 2
                : 3,
            5,
            before
        );

        var born = after.Changes.Count(c => c.Change is ClusterChange.Born or ClusterChange.Split);
        var gone = after.Changes.Count(c => c.Change is ClusterChange.Died or ClusterChange.Merged);
        (born - gone).ShouldBe(5 - 4);
        after.Ids.ShouldBeUnique();
        after.Ids[3].ShouldBe(Id(3));
        after.Changes.ShouldContain(c => c.Change == ClusterChange.Split && c.OtherId == Id(0));
        after.Changes.ShouldContain(c =>
            c.Change == ClusterChange.Born && c.ClusterId == after.Ids[4]
        );
    }

    [Fact]
    public void New_ids_are_the_same_in_every_database()
    {
        var one = Match(i => i % 3, 3, Old(null));
        var two = Match(i => i % 3, 3, Old(null));
        two.Ids.ShouldBe(one.Ids);
        one.Ids.ShouldBeUnique();
    }

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);

    private static Func<int, int>? Old(Func<int, int>? group) => group;

    private static LevelIdentity Match(Func<int, int> groups, int count, Func<int, int>? before)
    {
        var sizes = before is null
            ? []
            : Enumerable
                .Range(0, Items.Length)
                .GroupBy(i => Id(before(i)))
                .ToDictionary(g => g.Key, g => g.Count());
        return ClusterIdentity.Match(
            ClusterLevel.Meso,
            Items,
            [.. Enumerable.Range(0, Items.Length).Select(groups)],
            count,
            id => before is null ? null : Id(before(Array.IndexOf(Items, id))),
            sizes
        );
    }
}
