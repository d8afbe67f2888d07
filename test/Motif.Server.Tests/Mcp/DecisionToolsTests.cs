using System.Text.Json;
using Motif.Decisions.Records;
using Motif.Server.Mcp;

namespace Motif.Server.Tests.Mcp;

public sealed class DecisionToolsTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("\u0001")]
    [InlineData("火")]
    [InlineData("🦊")]
    [InlineData("word ")]
    public void A_decision_is_told_in_four_thousand_characters(string letter)
    {
        var told = DecisionTools.Fitting(Decision(letter, times: 3_000));
        JsonSerializer.Serialize(told, MotifJson.Options).Length.ShouldBeLessThanOrEqualTo(4_000);
        told.Reply!.Length.ShouldBeGreaterThan(50);
        told.Reply.ShouldEndWith("…");
        told.Missing.Count.ShouldBe(8);
    }

    [Fact]
    public void A_short_decision_is_told_whole()
    {
        var decision = Decision("left", times: 1);
        DecisionTools.Fitting(decision).Reply.ShouldBe("left");
    }

    private static DecisionExecution Decision(string letter, int times)
    {
        var lines = Enumerable.Repeat(string.Concat(Enumerable.Repeat(letter, times)), 30).ToList();
        return new DecisionExecution
        {
            ExecutionId = Guid.Empty,
            MessageId = "m1",
            ConversationId = "c1",
            Channel = "chat",
            SentAt = default,
            At = default,
            Text = "which bay is mine",
            Action = DecisionAction.Suggest,
            State = ExecutionState.Pending,
            Reasons = lines,
            Blockers = lines,
            Missing = lines,
            NovelWords = lines,
            PatternName = lines[0],
            Reply = lines[0],
        };
    }
}
