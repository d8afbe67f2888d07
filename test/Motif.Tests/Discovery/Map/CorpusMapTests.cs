using System.Buffers.Binary;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Map;

namespace Motif.Tests.Discovery.Map;

public sealed class CorpusMapTests
{
    private static readonly CorpusMap Map = new(
        ["a", "b", "ü\n"],
        [0.5f, -2, 3],
        [1, 4, -6.25f],
        [0, 1, 1],
        [0, 1, 65535]
    );

    [Fact]
    public void A_point_takes_twelve_bytes_in_columns_without_a_text()
    {
        var bytes = Map.Columns();

        bytes.Length.ShouldBe(3 * CorpusMap.BytesOfPoint);
        BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4)).ShouldBe(-2f);
        BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(12 + 8)).ShouldBe(-6.25f);
        BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(24 + 2)).ShouldBe((ushort)1);
        BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30 + 4)).ShouldBe((ushort)65535);
        Map.Bounds.ShouldBe(new MapBounds(-2, -6.25, 3, 4));
    }

    [Fact]
    public void It_comes_back_from_its_bytes()
    {
        var again = CorpusMap.FromBytes(Map.ToBytes());

        again.ItemIds.ShouldBe(Map.ItemIds);
        again.Columns().ShouldBe(Map.Columns());
        var foreign = Map.ToBytes();
        foreign[0] = 9;
        Should.Throw<InvalidDataException>(() => CorpusMap.FromBytes(foreign));
    }

    [Fact]
    public void What_was_not_scored_is_no_number_and_what_lies_far_off_is_drawn_in()
    {
        CorpusMap.ValueOf(null).ShouldBe((ushort)0);
        CorpusMap.ValueOf(double.NaN).ShouldBe((ushort)0);
        CorpusMap.ValueOf(-99).ShouldBe((ushort)1);
        CorpusMap.ValueOf(0).ShouldBe((ushort)32768);
        CorpusMap.ValueOf(99).ShouldBe(ushort.MaxValue);
    }

    [Fact]
    public void A_label_stands_at_a_member_inside_the_bounds_of_what_it_names()
    {
        var (macro, one, other) = (Id("macro"), Id("one"), Id("other"));
        Cluster Named(Guid id, ClusterLevel level, Guid? parent, int size) =>
            new(id, level, parent, $"{level} {size}", [], [], size, size, 1);
        var members = new[]
        {
            new ClusterMember("a", macro, one, Id("micro of a"), 1),
            new ClusterMember("b", macro, other, Id("micro of b"), 1),
            new ClusterMember("ü\n", macro, other, Id("micro of u"), 1),
        }.ToDictionary(m => m.ItemId, StringComparer.Ordinal);

        var labels = MapLabels.Of(
            Map,
            [
                Named(macro, ClusterLevel.Macro, null, 3),
                Named(one, ClusterLevel.Meso, macro, 1),
                Named(other, ClusterLevel.Meso, macro, 2),
            ],
            members
        );

        labels.Select(l => l.Items).ShouldBe([3, 1, 2]);
        foreach (var label in labels)
        {
            Map.ItemIds[label.Anchor].ShouldBe(label.AnchorItemId);
            label.X.ShouldBeInRange(label.Bounds.Left, label.Bounds.Right);
            label.Y.ShouldBeInRange(label.Bounds.Top, label.Bounds.Bottom);
        }
        labels[2].AnchorItemId.ShouldBeOneOf("b", "ü\n");
    }

    private static Guid Id(string name) => PatternId.For(PatternKind.Semantic, name);
}
