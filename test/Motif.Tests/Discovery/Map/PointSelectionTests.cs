using System.Text.Json;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Map;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Map;

/// <summary>M5: what a lasso holds is what lies inside it and passes the filters, whatever its shape.</summary>
public sealed class PointSelectionTests
{
    private const int Points = 4000;
    private static readonly Guid[] Mesos = [Id("one"), Id("two"), Id("three")];
    private static readonly CorpusMap Map = Drawn();
    private static readonly IReadOnlyList<MapColumn> Columns =
    [
        MapColumns.Performance(Map),
        .. MapColumns.Of([.. Enumerable.Range(0, Points).Select(Item)]),
    ];

    /// <summary>Polygons with what is inside them said in another way than by their sides.</summary>
    public static TheoryData<string, double[], Func<double, double, bool>> Shapes { get; } =
        new()
        {
            {
                "concave, an L",
                [-8, -8, 8, -8, 8, -2, -2, -2, -2, 8, -8, 8],
                (x, y) => x > -8 && y > -8 && ((x < 8 && y < -2) || (x < -2 && y < 8))
            },
            {
                "concave, a comb",
                [-9, -9, 9, -9, 9, 9, 5, 9, 5, -5, 1, -5, 1, 9, -3, 9, -3, -5, -9, -5],
                (x, y) =>
                    Math.Abs(x) < 9 && y is > -9 and < 9 && (y < -5 || x > 5 || (x > -3 && x < 1))
            },
            {
                "a bow tie, which crosses itself",
                [-9, -9, 9, 9, 9, -9, -9, 9],
                (x, y) => Math.Abs(x) < 9 && Math.Abs(y) < Math.Abs(x)
            },
            {
                "two squares in one stroke, whose overlap lies outside",
                [-9, -9, 3, -9, 3, 3, -9, 3, -9, -9, -3, -3, 9, -3, 9, 9, -3, 9, -3, -3],
                (x, y) =>
                    (x is > -9 and < 3 && y is > -9 and < 3)
                    != (x is > -3 and < 9 && y is > -3 and < 9)
            },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_lasso_holds_what_lies_inside_it_and_passes_every_filter(
        string shape,
        double[] corners,
        Func<double, double, bool> holds
    )
    {
        var polygon = corners.Chunk(2).Select(c => new MapPoint(c[0], c[1])).ToList();
        var inside = Enumerable.Range(0, Points).Where(i => holds(Map.X[i], Map.Y[i])).ToList();
        inside.Count.ShouldBeInRange(Points / 10, Points * 9 / 10, shape);

        Selected(new MapSelection { Polygon = polygon }).ShouldBe(inside);
        Selected(
                new MapSelection
                {
                    Polygon = [.. polygon.AsEnumerable().Reverse()],
                    ClusterIds = [Mesos[0], Mesos[2]],
                    MinRatio = 1,
                    Attributes =
                    [
                        new() { Name = "guest", Values = ["true"] },
                        new()
                        {
                            Name = "length",
                            Ranges = [new() { Below = 10 }, new() { Min = 20, Below = 37 }],
                            Unknown = true,
                        },
                        new()
                        {
                            Name = "camera",
                            Values = ["phone"],
                            Others = true,
                        },
                    ],
                }
            )
            .ShouldBe(
                inside.Where(i =>
                    i % 3 != 1
                    && Map.Value[i] >= CorpusMap.ValueOf(0)
                    && i % 2 == 0
                    && (i % 7 == 0 || i % 50 < 10 || i % 50 is >= 20 and < 37)
                    && i % 5 < 2
                )
            );
    }

    [Fact]
    public void A_filter_that_lets_nothing_through_holds_nothing_and_one_of_the_wrong_kind_is_refused()
    {
        var all = new MapSelection
        {
            Polygon = [new(-99, -99), new(99, -99), new(99, 99), new(-99, 99)],
        };
        CatalogueProblem(all with { Attributes = [new() { Name = "nobody's" }] });
        CatalogueProblem(all with { Attributes = [new() { Name = "guest", Ranges = [new()] }] });
        CatalogueProblem(all with { Attributes = [new() { Name = "length", Values = ["1"] }] });
        CatalogueProblem(
            all with
            {
                Attributes = [new() { Name = "camera", Values = ["no such"] }],
            }
        );
        Selected(all).Count.ShouldBe(Points);
        Selected(all with { Attributes = [new() { Name = "camera" }] }).ShouldBeEmpty();
        Selected(all with { Attributes = [new() { Name = "length", Ranges = [new()] }] })
            .ShouldBe(Enumerable.Range(0, Points).Where(i => i % 7 != 0));
    }

    private static void CatalogueProblem(MapSelection selection) =>
        new PointSelection(Map, Labels(), Columns).Of(selection).Problem.ShouldNotBeNull();

    private static List<int> Selected(MapSelection selection) =>
        new PointSelection(Map, Labels(), Columns).Of(selection).Value.ShouldNotBeNull();

    private static List<MapLabel> Labels() =>
        [
            .. Mesos.Select(id => new MapLabel(
                ClusterLevel.Meso,
                id,
                null,
                "",
                "",
                0,
                0,
                0,
                new MapBounds(0, 0, 0, 0),
                1
            )),
        ];

    private static CorpusMap Drawn()
    {
        var random = new SeededRandom(5);
        float[] Places() =>
            [.. Enumerable.Range(0, Points).Select(_ => (float)((20 * random.NextDouble()) - 10))];
        return new CorpusMap(
            [.. Enumerable.Range(0, Points).Select(i => $"i{i:0000}")],
            Places(),
            Places(),
            [.. Enumerable.Range(0, Points).Select(i => (ushort)(i % 3))],
            [.. Enumerable.Range(0, Points).Select(i => CorpusMap.ValueOf((i % 11) - 5))]
        );
    }

    private static Item Item(int i) =>
        new()
        {
            ItemId = $"i{i:0000}",
            Attributes = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
                FormattableString.Invariant(
                    $$"""{"guest": {{(i % 2 == 0 ? "true" : "false")}}, "camera": "{{Camera(i)}}"{{(i % 7 == 0 ? "" : FormattableString.Invariant($", \"length\": {i % 50}"))}}}"""
                )
            )!,
        };

    /// <summary>A phone, one of a fifth that are too many to be told apart, or one of as many as are.</summary>
    private static string Camera(int i) =>
        (i % 5) switch
        {
            0 => "phone",
            1 => FormattableString.Invariant($"z{i}"),
            var other => FormattableString.Invariant(
                $"other {((i / 5 * 3) + other) % (MapColumn.MostValues - 1)}"
            ),
        };

    private static Guid Id(string name) => PatternId.For(PatternKind.Semantic, name);
}
