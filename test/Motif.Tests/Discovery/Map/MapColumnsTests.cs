using System.Globalization;
using System.Text.Json;
using Motif.Discovery.Items;
using Motif.Discovery.Map;

namespace Motif.Tests.Discovery.Map;

public sealed class MapColumnsTests
{
    [Fact]
    public void Every_kind_of_attribute_has_its_codes_and_what_is_not_known_is_zero()
    {
        var columns = MapColumns
            .Of([
                Item("""{"guest": true, "price": 3, "shot": "2024-02-29", "camera": "phone"}"""),
                Item("""{"guest": false, "price": -1.5, "shot": "2024-03-01T10:00:00+02:00"}"""),
                Item("""{"price": 3, "camera": "phone"}"""),
                Item("""{"camera": "reflex", "mixed": 7}"""),
                Item("""{"mixed": "seven"}"""),
            ])
            .ToDictionary(c => c.Attribute.Name, StringComparer.Ordinal);

        columns["guest"].Attribute.Kind.ShouldBe(MapAttributeKind.Boolean);
        columns["guest"].Attribute.Values.ShouldBe(["false", "true"]);
        columns["guest"].Codes.ShouldBe([2, 1, 0, 0, 0]);
        columns["price"].Attribute.Kind.ShouldBe(MapAttributeKind.Number);
        columns["price"].Levels.ShouldBe([-1.5, 3]);
        columns["price"].Codes.ShouldBe([2, 1, 2, 0, 0]);
        columns["shot"].Attribute.Kind.ShouldBe(MapAttributeKind.Date);
        columns["shot"].Codes.ShouldBe([1, 2, 0, 0, 0]);
        columns["shot"]
            .Levels[1]
            .ShouldBe(new DateTimeOffset(2024, 3, 1, 8, 0, 0, default).ToUnixTimeSeconds());
        columns["camera"].Attribute.Kind.ShouldBe(MapAttributeKind.Category);
        columns["camera"].Attribute.Values.ShouldBe(["phone", "reflex"]);
        columns["camera"].Codes.ShouldBe([1, 0, 1, 2, 0]);
        columns["camera"].Attribute.Known.ShouldBe(3);
        columns["mixed"].Attribute.Values.ShouldBe(["7", "seven"]);
        columns.Keys.ShouldNotContain("channel");
    }

    [Fact]
    public void Rare_values_are_counted_together_and_too_many_numbers_lose_nothing_but_their_last_place()
    {
        Item[] items =
        [
            .. Enumerable
                .Range(0, 70_000)
                .Select(i =>
                    Item(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $$"""{"link": "{{(i < 300 ? "home" : i)}}", "seen": {{i}}}"""
                        )
                    )
                ),
        ];

        var columns = MapColumns
            .Of(items)
            .ToDictionary(c => c.Attribute.Name, StringComparer.Ordinal);

        var link = columns["link"].Attribute;
        link.Values.Count.ShouldBe(MapColumn.MostValues);
        link.Values[0].ShouldBe("home");
        link.Others.ShouldBe(70_000 - 300 - (MapColumn.MostValues - 1));
        columns["link"].Codes.Max().ShouldBe((ushort)(MapColumn.MostValues + 1));
        var seen = columns["seen"];
        seen.Attribute.Levels.ShouldBe(35_000);
        seen.Attribute.Cuts.ShouldBe([14_000, 28_000, 42_000, 56_000]);
        for (var i = 0; i < items.Length; i++)
            (i - seen.Levels[seen.Codes[i] - 1]).ShouldBeInRange(0, 1);
    }

    [Theory]
    [InlineData(
        "2024-01-05",
        "2024-01-20",
        "2024-01-08,2024-01-11,2024-01-14,2024-01-17,2024-01-20"
    )]
    [InlineData("2024-01-05", "2024-03-20", "2024-02-01,2024-03-01")]
    [InlineData("2023-11-05", "2024-12-20", "2024-01-01,2024-04-01,2024-07-01,2024-10-01")]
    [InlineData("2021-11-05", "2024-12-20", "2022-01-01,2023-01-01,2024-01-01")]
    [InlineData(
        "2001-11-05",
        "2024-12-20",
        "2004-01-01,2007-01-01,2010-01-01,2013-01-01,2016-01-01,2019-01-01,2022-01-01"
    )]
    public void Dates_are_cut_at_days_months_quarters_or_years(
        string first,
        string last,
        string wanted
    )
    {
        var column = MapColumns.Of([
            Item($$"""{"shot": "{{first}}"}"""),
            Item($$"""{"shot": "{{last}}"}"""),
        ])[0];

        column
            .Attribute.Cuts.Select(c =>
                DateTimeOffset
                    .FromUnixTimeSeconds((long)c)
                    .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            )
            .ShouldBe(wanted.Split(','));
    }

    [Fact]
    public void They_come_back_from_their_bytes()
    {
        var columns = MapColumns.Of([
            Item("""{"price": 3, "camera": "phone \u00fc"}"""),
            Item("""{"price": 4}"""),
        ]);

        var again = MapColumns.FromBytes(MapColumns.ToBytes(columns));

        again.Select(c => c.Attribute.Name).ShouldBe(columns.Select(c => c.Attribute.Name));
        for (var i = 0; i < columns.Count; i++)
        {
            again[i].Levels.ShouldBe(columns[i].Levels);
            again[i].Codes.ShouldBe(columns[i].Codes);
            again[i].Attribute.Values.ShouldBe(columns[i].Attribute.Values);
        }
        var foreign = MapColumns.ToBytes(columns);
        foreign[0] = 9;
        Should.Throw<InvalidDataException>(() => MapColumns.FromBytes(foreign));
    }

    [Fact]
    public void How_items_did_is_an_attribute_whose_codes_the_map_has_already()
    {
        var map = new CorpusMap(
            ["a", "b", "c"],
            [0, 0, 0],
            [0, 0, 0],
            [0, 0, 0],
            [0, CorpusMap.ValueOf(0), CorpusMap.ValueOf(Math.Log(2))]
        );

        var column = MapColumns.Performance(map);

        column.Codes.ShouldBe(map.Value);
        column.Levels[map.Value[1] - 1].ShouldBe(1);
        column.Levels[map.Value[2] - 1].ShouldBe(2, 0.001);
        column.Attribute.Known.ShouldBe(2);
    }

    private static Item Item(string attributes) =>
        new()
        {
            ItemId = "i",
            Attributes = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(attributes)!,
        };
}
