using Motif.Decisions.Learning;

namespace Motif.Tests.Decisions.Learning;

public sealed class TemplateDraftTests
{
    [Theory]
    [InlineData(
        "Hi Anna, your bay is 4.",
        "Hi Bob, your bay is 17.",
        "Hi {{value_1}}, your bay is {{value_2}}."
    )]
    [InlineData(
        "Your door: 4711; keep it.",
        "Your door: 81; keep it.",
        "Your door: {{value_1}}; keep it."
    )]
    [InlineData(
        "Ask the desk (Anna) please",
        "Ask the desk (Bob) please",
        "Ask the desk ({{value_1}}) please"
    )]
    [InlineData(
        "Your room is \"Oak\" today",
        "Your room is \"Elm\" today",
        "Your room is \"{{value_1}}\" today"
    )]
    [InlineData(
        "Written to [email], thanks",
        "Written to [email], thanks",
        "Written to {{value_1}}, thanks"
    )]
    [InlineData(
        "Hi, your bay is 4",
        "Hi Anna, your bay is 5",
        "Hi {{value_1}}, your bay is {{value_2}}"
    )]
    [InlineData("Is that so, Anna?", "Is that so, Bob?", "Is that so, {{value_1}}?")]
    public void Punctuation_beside_a_place_stays(string one, string other, string template) =>
        TemplateDraft.Of([one, other]).ShouldBe(template);

    [Fact]
    public void A_line_break_stays_one() =>
        TemplateDraft
            .Of([
                "Hi Anna,\nyour bay is 4.\n4711 is its code.",
                "Hi Bob,\nyour bay is 5.\n81 is its code.",
            ])
            .ShouldBe("Hi {{value_1}},\nyour bay is {{value_2}}.\n{{value_3}} is its code.");

    [Fact]
    public void Where_only_punctuation_differs_there_is_no_place() =>
        TemplateDraft
            .Of(["We are open today!", "We are open today."])
            .ShouldBe("We are open today");

    [Fact]
    public void Commas_alone_are_no_reply() =>
        TemplateDraft.Of(["Yes, no, well, so.", "Left, right, up, down."]).ShouldBeNull();
}
