using System.Text.Json;
using Motif.Catalog;

namespace Motif.Tests;

public sealed class JsonMistakeTests
{
    [Theory]
    [InlineData("""{"pattern_type": "x", "name": 5}""", "name", "must be a string")]
    [InlineData("""{"pattern_type": "x", "name": null}""", "name", "must be a string")]
    [InlineData(
        """{"pattern_type": "x", "name": "n", "tags": ["a", 2]}""",
        "tags[1]",
        "must be a string"
    )]
    [InlineData("""{"pattern_type": "x", "name": "n", "tags": "a"}""", "tags", "must be an array")]
    [InlineData(
        """{"pattern_type": "x", "name": "n", "derived_from": ["7"]}""",
        "derived_from[0]",
        "must be a UUID"
    )]
    [InlineData(
        """{"pattern_type": "x", "name": "n", "kind": "poem"}""",
        "kind",
        "must be one of code, content, semantic, success, decision"
    )]
    [InlineData("[]", "", "must be an object")]
    public void A_wrong_value_is_told_what_is_expected_there(
        string json,
        string path,
        string message
    )
    {
        var mistake = Mistake(json);
        mistake.Path.ShouldBe(path);
        mistake.Message.ShouldBe(message);
    }

    [Fact]
    public void An_unknown_field_is_told_the_known_ones()
    {
        var mistake = Mistake("""{"pattern_type": "x", "name": "n", "titel": 1}""");
        mistake.Path.ShouldBe("titel");
        mistake.Message.ShouldStartWith(
            "is not a known field; expected kind, pattern_type, key, name"
        );
    }

    [Fact]
    public void A_missing_field_is_named() =>
        Mistake("""{"pattern_type": "x"}""").Message.ShouldBe("lacks name");

    [Fact]
    public void A_field_given_twice_is_named() =>
        Mistake("""{"pattern_type": "x", "name": "n", "name": "m"}""")
            .OneLine.ShouldContain("name", Case.Sensitive);

    [Fact]
    public void Broken_text_is_told_where_it_breaks()
    {
        var mistake = Mistake("{\n  \"name\": oops}");
        mistake.Message.ShouldStartWith("is no JSON: ");
        mistake.Line.ShouldBe(2);
        mistake.Position.ShouldBe(11);
    }

    [Theory]
    [InlineData("""{"outcome": "success", "metrics": }""")]
    [InlineData("""{"type": "uses", "confidence": 1.5}""")]
    public void No_explanation_names_a_type_of_the_program(string json)
    {
        var type = json.Contains("outcome", StringComparison.Ordinal)
            ? typeof(OutcomeDraft)
            : typeof(RelationshipDraft);
        Mistake(json, type).OneLine.ShouldNotContain("Motif");
    }

    private static JsonMistake Mistake(string json, Type? type = null)
    {
        type ??= typeof(PatternDraft);
        var exception = Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize(json, type, MotifJson.Options)
        );
        return JsonMistake.Of(exception, type, MotifJson.Options);
    }
}
