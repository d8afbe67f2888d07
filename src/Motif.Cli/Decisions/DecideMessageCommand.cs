using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Decisions;
using Motif.Decisions.Records;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide test</c> and <c>motif decide process</c>: one message.</summary>
internal static class DecideMessageCommand
{
    private const string OwnChannel = "command-line";

    public static Command BuildTest() =>
        Build(
                "test",
                "Say what would happen with a message, and why; changes nothing",
                async (engine, message, asJson, cancellationToken) =>
                    Tell(Answer.Expect(await engine.TestAsync(message, cancellationToken)), asJson)
            )
            .WithExamples("motif decide test \"Which bay is mine?\" --json");

    public static Command BuildProcess() =>
        Build(
                "process",
                "Decide a message and keep the decision; nothing happens while decisions are off",
                async (engine, message, asJson, cancellationToken) =>
                {
                    var answer = Answer.Expect(
                        await engine.ProcessAsync(message, cancellationToken)
                    );
                    if (asJson)
                        Print.Json(answer);
                    else if (answer.Decision is { } decision)
                        Tell(decision, asJson: false);
                    else
                        Print.Line($"nothing decided, nothing kept: {answer.Reason}");
                }
            )
            .WithExamples(
                "motif decide process \"Which bay is mine?\" --message-id 4711 --conversation c-17"
            );

    private static Command Build(
        string name,
        string description,
        Func<DecisionEngine, InboundMessage, bool, CancellationToken, Task> actAsync
    )
    {
        var text = new Argument<string>("text") { Description = "What the customer wrote" };
        var message = new Option<string>("--message-id")
        {
            Description = "The channel's id of it; the same id is the same message",
            DefaultValueFactory = _ => "1",
        };
        var conversation = new Option<string>("--conversation")
        {
            Description = "The conversation that it belongs to",
            DefaultValueFactory = _ => "1",
        };
        var channel = new Option<string>("--channel")
        {
            Description = "The channel that it came by",
            DefaultValueFactory = _ => OwnChannel,
        };
        var variables = new Option<string[]>("--set")
        {
            Description = "A value for a place of the reply, as name=value",
        };
        var json = CommonOptions.Json();
        var command = new Command(name, description)
        {
            text,
            message,
            conversation,
            channel,
            variables,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var request = new InboundMessage
                {
                    MessageId = parsed.GetRequiredValue(message),
                    ConversationId = parsed.GetRequiredValue(conversation),
                    Channel = parsed.GetRequiredValue(channel),
                    Text = parsed.GetRequiredValue(text),
                    Variables = Pairs(parsed.GetValue(variables) ?? []),
                };
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                await actAsync(
                    engine.Get<DecisionEngine>(),
                    request,
                    parsed.GetValue(json),
                    cancellationToken
                );
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static Dictionary<string, string> Pairs(string[] pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new UsageException($"--set is '{pair}'; it must be name=value");
            values[pair[..equals]] = pair[(equals + 1)..];
        }
        return values;
    }

    private static void Tell(DecisionExecution decision, bool asJson)
    {
        if (asJson)
        {
            Print.Json(decision);
            return;
        }
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{WireName.Of(decision.Action)} ({string.Join(", ", decision.Reasons)}), {WireName.Of(decision.State)}, confidence {decision.Confidence:0.00}"
            )
        );
        foreach (var candidate in decision.Candidates)
            Print.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {candidate.Score:0.00}  {candidate.Name}"
                )
            );
        if (decision.Reply is { } reply)
            Print.Line($"would say: {reply}");
        foreach (var blocker in decision.Blockers)
            Print.Line($"not automatic: {blocker}");
    }
}
