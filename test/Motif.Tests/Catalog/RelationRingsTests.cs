using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class RelationRingsTests
{
    [Fact]
    public void A_chain_has_no_ring() => Rings("ab", "bc", "ac").ShouldBeEmpty();

    [Fact]
    public void A_ring_begins_with_its_smallest_pattern() =>
        Rings("ca", "ab", "bc").ShouldBe(["abc"]);

    [Fact]
    public void Every_pattern_on_a_ring_is_reported_with_a_shortest_one() =>
        // a-b-c is the short way round; d stands only on the long one.
        Rings("ab", "bc", "ca", "cd", "da").ShouldBe(["abc", "abcd"]);

    [Fact]
    public void Rings_that_share_nothing_are_reported_shortest_first() =>
        Rings("ab", "bc", "ca", "de", "ed").ShouldBe(["de", "abc"]);

    [Fact]
    public void Relations_of_different_types_close_no_ring() =>
        RelationRings
            .Of([Edge('a', 'b', RelationshipType.Uses), Edge('b', 'a', RelationshipType.Extends)])
            .ShouldBeEmpty();

    [Fact]
    public void Similarity_is_no_direction_and_closes_no_ring() =>
        RelationRings
            .Of([
                Edge('a', 'b', RelationshipType.SimilarTo),
                Edge('b', 'a', RelationshipType.SimilarTo),
            ])
            .ShouldBeEmpty();

    [Fact]
    public void A_ring_of_thousands_needs_no_deep_stack()
    {
        const int Size = 20_000;
        var ids = Enumerable.Range(0, Size).Select(i => PatternId.Of($"{i}")).ToList();
        var edges = ids.Select(
            (id, i) =>
                new Relationship(
                    id,
                    RelationshipType.Uses,
                    ids[(i + 1) % Size],
                    null,
                    Confidence.Certain
                )
        );
        RelationRings.Of([.. edges]).ShouldHaveSingleItem().Count.ShouldBe(Size);
    }

    private static List<string> Rings(params string[] edges) =>
        [
            .. RelationRings
                .Of([.. edges.Select(e => Edge(e[0], e[1], RelationshipType.Uses))])
                .Select(r => string.Concat(r.Select(Name))),
        ];

    private static Relationship Edge(char from, char to, RelationshipType type) =>
        new(Id(from), type, Id(to), null, Confidence.Certain);

    private static Guid Id(char name) => new(name, 0, 0, new byte[8]);

    private static char Name(Guid id) => (char)id.ToByteArray()[0];
}
