using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Decisions;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide learn</c>: what a person answered.</summary>
internal static class DecideLearnCommand
{
    public static Command Build()
    {
        var reply = new Argument<string>("reply") { Description = "What was answered" };
        var to = new Option<string?>("--to")
        {
            Description = "The customer's words, where the message was not decided here",
        };
        var message = new Option<string>("--message-id")
        {
            Description = "The channel's id of the customer's message",
            Required = true,
        };
        var conversation = new Option<string>("--conversation")
        {
            Description = "The conversation that it belongs to",
            DefaultValueFactory = _ => "1",
        };
        var channel = new Option<string>("--channel")
        {
            Description = "The channel that it came by",
            DefaultValueFactory = _ => "command-line",
        };
        var json = CommonOptions.Json();
        var command = new Command("learn", "Learn from what a person answered")
        {
            reply,
            to,
            message,
            conversation,
            channel,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var learned = Answer.Expect(
                    await engine
                        .Get<HumanReplies>()
                        .LearnAsync(
                            new HumanReply
                            {
                                ConversationId = parsed.GetRequiredValue(conversation),
                                Channel = parsed.GetRequiredValue(channel),
                                MessageId = parsed.GetRequiredValue(message),
                                Text = parsed.GetValue(to),
                                Reply = parsed.GetRequiredValue(reply),
                            },
                            Engine.Operator,
                            cancellationToken
                        )
                );
                if (parsed.GetValue(json))
                    Print.Json(learned);
                else
                    Print.Line(
                        $"{learned.Reason}{(learned.PatternId is { } pattern ? $": {pattern}" : "")}{(learned.CandidateId is { } candidate ? $"; proposed {candidate}" : "")}"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif decide learn \"Your bay is number 12.\" --to \"Which bay is mine?\" --message-id 4711"
        );
    }
}
