using System.ComponentModel;
using System.Text.Json;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>A customer's message, as an agent asks about it.</summary>
[WireRequest]
public sealed record DecideMessage(
    [property: Description("What the customer wrote.")] string Text,
    [property: Description("The conversation that it belongs to.")] string ConversationId = "agent",
    [property: Description("Values for places of the reply, by name.")]
        IReadOnlyDictionary<string, string>? Variables = null
);

/// <summary>What would be done with a message.</summary>
public sealed record DecidedMessage(
    DecisionAction Action,
    IReadOnlyList<string> Reasons,
    Guid? PatternId,
    string? PatternName,
    double Confidence,
    string? Reply,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Blockers,
    IReadOnlyList<string> NovelWords
);

/// <summary>What a person answered to a customer's message.</summary>
[WireRequest]
public sealed record LearnReply(
    [property: Description("The customer's words.")] string Text,
    [property: Description("What the person answered.")] string Reply,
    [property: Description("The channel's id of the customer's message: the same is learned once.")]
        string MessageId,
    [property: Description("The conversation that it belongs to.")] string ConversationId = "agent",
    [property: Description("The pattern that the answer is, where the person chose one.")]
        Guid? PatternId = null
);

/// <summary>The tools of the MCP server about messages that are answered from patterns.</summary>
internal sealed class DecisionTools(DecisionEngine engine, HumanReplies replies)
{
    private const string Channel = "agent";
    private const int MostCharacters = 4000;
    private const int LongestReply = 2000;
    private const double Shorter = 0.75;
    private const double LeastShare = 0.05;
    private const int MostListed = 8;
    private const int LongestLine = 80;

    public IReadOnlyList<MotifTool> All =>
        [
            MotifTool.Of<DecideMessage, DecidedMessage>(
                "decide",
                "Which learned reply does a customer's message want, how sure is that, and what stands in the way of sending it? Nothing is kept and nothing is sent. reply may have places left open: missing names them.",
                ApiScope.Reader,
                DecideAsync
            ),
            MotifTool.Of<LearnReply, LearnedReply>(
                "learn",
                "Tell what a person answered to a customer's message; never your own words. Personal data is taken out before anything is learned. Nothing is learned while decisions are off.",
                ApiScope.Operator,
                LearnAsync
            ),
        ];

    private async Task<CatalogueAnswer<DecidedMessage>> DecideAsync(
        DecideMessage message,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var answer = await engine.TestAsync(
            new InboundMessage
            {
                MessageId = "test",
                ConversationId = message.ConversationId,
                Channel = Channel,
                Text = message.Text,
                Variables =
                    message.Variables ?? new Dictionary<string, string>(StringComparer.Ordinal),
            },
            cancellationToken
        );
        if (answer.Value is not { } decision)
            return answer.Problem!;
        return Fitting(decision);
    }

    /// <summary>Texts as long as they may be for the whole to be short enough as JSON, in which a character may take six.</summary>
    internal static DecidedMessage Fitting(DecisionExecution decision)
    {
        for (var share = 1.0; ; share *= Shorter)
        {
            var told = Summary(decision, share);
            if (
                share < LeastShare
                || JsonSerializer.Serialize(told, MotifJson.Options).Length <= MostCharacters
            )
                return told;
        }
    }

    private static DecidedMessage Summary(DecisionExecution decision, double share)
    {
        return new(
            decision.Action,
            Lines(decision.Reasons),
            decision.PatternId,
            decision.PatternName is { } name ? Line(name) : null,
            decision.Confidence,
            ShortText.Of(decision.Reply, (int)(LongestReply * share)),
            Lines(decision.Missing),
            Lines(decision.Blockers),
            Lines(decision.NovelWords)
        );

        List<string> Lines(IReadOnlyList<string> lines) => [.. lines.Take(MostListed).Select(Line)];

        string Line(string text) => ShortText.Of(text, (int)(LongestLine * share)) ?? "";
    }

    private Task<CatalogueAnswer<LearnedReply>> LearnAsync(
        LearnReply reply,
        ToolCaller caller,
        CancellationToken cancellationToken
    ) =>
        replies.LearnAsync(
            new HumanReply
            {
                Channel = Channel,
                ConversationId = reply.ConversationId,
                MessageId = reply.MessageId,
                Text = reply.Text,
                Reply = reply.Reply,
                PatternId = reply.PatternId,
            },
            caller.Actor,
            cancellationToken
        );
}
