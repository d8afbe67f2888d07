using System.Text.Json;
using Motif.Catalog;
using Motif.Matching.Requests;
using Motif.Storage;

namespace Motif.Tests.Storage;

public sealed class StorableRequestTests
{
    private static readonly PatternDraft Draft = new() { PatternType = "t", Name = "n" };

    [Fact]
    public void A_text_is_kept_where_every_database_gives_it_back()
    {
        string[] kept = ["plain", "", "größer 界 😀", "😀", "a😀b"];
        string[] refused =
        [
            "a\0",
            "\0",
            "\ud83d",
            "\ude00",
            "a\ude00\ud83d",
            "😀\ud83d",
            "\ud83d\0",
            "\ud83dx",
        ];
        kept.ShouldAllBe(text => StorableText.Mistake(text) == null);
        refused.ShouldAllBe(text => StorableText.Mistake(text) != null);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("-0.0", true)]
    [InlineData("0e999", true)]
    [InlineData("1.7976931348623157e308", true)]
    [InlineData("5e-324", true)]
    [InlineData("1e309", false)]
    [InlineData("-1e400", false)]
    [InlineData("1e-400", false)]
    [InlineData("-1e-20000", false)]
    [InlineData("0.00001e-400", false)]
    public void A_number_is_kept_where_a_double_holds_it(string number, bool isKept) =>
        (StorableJson.Mistake(JsonElement.Parse(number), "x") is null).ShouldBe(isKept);

    [Fact]
    public void A_number_has_an_end()
    {
        var longest = "0." + new string('1', StorableJson.MaxNumberLength - 2);
        StorableJson.Mistake(JsonElement.Parse(longest), "x").ShouldBeNull();
        StorableJson.Mistake(JsonElement.Parse(longest + "1"), "x")!.Value.Member.ShouldBe("x");
    }

    [Fact]
    public void Every_mistake_is_named_by_its_member()
    {
        var draft = Draft with
        {
            Description = "\0",
            Tags = ["fine", null!, "\ud800"],
            Body = JsonElement.Parse("""{"steps": [{"do": "\u0000"}]}"""),
            Quality = new Dictionary<string, double?>(StringComparer.Ordinal)
            {
                ["x"] = double.NaN,
                ["y"] = null,
            },
        };
        StorableRequest
            .Mistakes(draft)
            .Keys.ShouldBe(
                ["description", "tags[1]", "tags[2]", "body.steps[0].do", "quality.x"],
                ignoreOrder: true
            );
        StorableRequest
            .Mistakes(
                new MatchRequest
                {
                    Intent = "x",
                    Filters = new MatchFilters { Kinds = [null!] },
                }
            )
            .Keys.ShouldBe(["filters.kinds[0]"]);
    }

    [Fact]
    public void A_list_of_mistakes_is_not_endless() =>
        StorableRequest
            .Mistakes(Draft with { Tags = [.. Enumerable.Repeat("\0", 100_000)] })
            .Count.ShouldBe(20);

    [Fact]
    public void What_is_sound_has_no_mistakes() =>
        StorableRequest
            .Mistakes(
                Draft with
                {
                    Tags = ["a", "😀"],
                    Body = JsonElement.Parse("""{"a": [1, null, true, {"b": "c"}]}"""),
                    DerivedFrom = [Guid.Empty],
                }
            )
            .ShouldBeEmpty();
}
