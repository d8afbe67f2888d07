using Motif.Decisions.Understanding;

namespace Motif.Tests.Decisions.Understanding;

public sealed class RequestPartsTests
{
    [Theory]
    [InlineData(
        "Where is order 4711, and cancel my membership please",
        "Where is order 4711,|and cancel my membership please"
    )]
    [InlineData(
        "Which bay is mine? When do you open on monday?",
        "Which bay is mine?|When do you open on monday?"
    )]
    [InlineData(
        "I want to change my address and how do I cancel my card",
        "I want to change my address|and how do I cancel my card"
    )]
    [InlineData(
        "Wo ist meine Bestellung und wann öffnet der Laden",
        "Wo ist meine Bestellung|und wann öffnet der Laden"
    )]
    public void Each_thing_that_is_asked_for_is_a_part(string text, string parts)
    {
        var found = RequestParts.Of(text);
        found.Select(p => p.Text).ShouldBe(parts.Split('|'));
        foreach (var part in found)
            text.Substring(part.Start, part.Length).ShouldBe(part.Text);
    }

    [Theory]
    [InlineData("Which bay is mine?")]
    [InlineData("Hello, can you help me? Which bay is mine?")]
    [InlineData("I came in at nine and the bay on the left was taken. Which one is mine?")]
    [InlineData("good evening, which bay does my bike stand in")]
    [InlineData("I have a flat tyre, what does that cost?")]
    [InlineData("terms and conditions")]
    [InlineData("please tell me what bay number I have and thanks")]
    public void One_request_is_one_however_it_is_said(string text) =>
        RequestParts.Of(text).Count.ShouldBeLessThan(2);
}
