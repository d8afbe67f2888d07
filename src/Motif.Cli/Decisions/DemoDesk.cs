using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Cli.Decisions;

/// <summary>A day of a small support desk, written for this product: what Decisions look like with something in them.</summary>
internal static class DemoDesk
{
    private const string Resource = "Motif.Cli.Decisions.demo-desk.tsv";
    private const string Import = "last year";

    /// <summary>Ways in which people begin; each makes another message of the same question.</summary>
    private static readonly string[] Openings =
    [
        "",
        "hello, ",
        "good morning, ",
        "hi, one question: ",
        "sorry to ask again, ",
        "it is me again, ",
        "please tell me, ",
    ];

    /// <summary>What waits in the queue afterwards, and what a person has to look at.</summary>
    private static readonly string[] Waiting =
    [
        "good evening, which bay does my bike stand in",
        "how much do you take for a flat tyre",
        "do you open on Saturday morning",
        "is the repair of my bicycle finished",
        "could I borrow a bicycle during the repair",
        "I will sue you if the frame is scratched",
        "what do you think of the weather in Bergen",
    ];

    public static async Task ShowAsync(Engine engine, CancellationToken cancellationToken)
    {
        var lines = Lines();
        await engine
            .Get<DecisionConfig>()
            .ConfigureAsync(
                new DecisionOverrides { Enabled = true },
                null,
                Engine.Operator,
                cancellationToken
            );
        var taken = await ImportAsync(engine, lines, cancellationToken);
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A support desk: {taken} replies of last year's conversations were taken up as patterns"
            )
        );
        var answered = await LiveAsync(engine, lines, cancellationToken);
        await engine
            .Get<DecisionConfig>()
            .ConfigureAsync(
                new DecisionOverrides { Enabled = true, ShadowMode = false },
                null,
                Engine.Operator,
                cancellationToken
            );
        await WaitAsync(engine, cancellationToken);
        var report = await engine.Get<DecisionReports>().ShadowAsync(null, cancellationToken);
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{answered} messages were decided in shadow: {report.Agreed} of {report.Answered} as people answered them. What waits for a person now is on the page Decisions."
            )
        );
    }

    private static async Task<int> ImportAsync(
        Engine engine,
        List<DeskLine> lines,
        CancellationToken cancellationToken
    )
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(Past(lines)));
        var record = Answer.Expect(
            await engine
                .Get<ConversationImport>()
                .ImportAsync(source, Import, Engine.Operator, null, cancellationToken)
        );
        foreach (var candidate in record.Candidates)
        {
            var isMoney = candidate.Template.Contains("refund", StringComparison.Ordinal);
            Answer.Expect(
                await engine
                    .Get<ImportReview>()
                    .ReviewAsync(
                        Import,
                        candidate.CandidateId,
                        new ReviewCandidate(
                            true,
                            Name(lines, candidate.Template),
                            new ReplyBody
                            {
                                Template = candidate.Template,
                                Risk = isMoney ? RiskClass.R3 : RiskClass.R0,
                                AutoExecutable = !isMoney,
                            }
                        ),
                        Engine.Operator,
                        cancellationToken
                    )
            );
        }
        return record.Candidates.Count;
    }

    /// <summary>Conversations of last year, each a question and the reply that people gave.</summary>
    private static string Past(List<DeskLine> lines)
    {
        var text = new StringBuilder();
        foreach (var (number, asked) in lines.Where(l => l.Kind == "Q").Index())
            text.AppendLine(
                JsonSerializer.Serialize(
                    new
                    {
                        conversation_id = FormattableString.Invariant($"past-{number}"),
                        turns = new[]
                        {
                            new { role = "customer", text = asked.Text },
                            new { role = "operator", text = Reply(lines, asked) },
                        },
                    }
                )
            );
        return text.ToString();
    }

    private static async Task<int> LiveAsync(
        Engine engine,
        List<DeskLine> lines,
        CancellationToken cancellationToken
    )
    {
        var number = 0;
        foreach (var opening in Openings)
        foreach (var asked in lines.Where(l => l.Kind == "Q"))
        {
            var message = Message(
                opening + asked.Text,
                FormattableString.Invariant($"live-{++number}")
            );
            Answer.Expect(
                await engine.Get<DecisionEngine>().ProcessAsync(message, cancellationToken)
            );
            Answer.Expect(
                await engine
                    .Get<HumanReplies>()
                    .LearnAsync(
                        new HumanReply
                        {
                            ConversationId = message.ConversationId,
                            Channel = message.Channel,
                            MessageId = message.MessageId,
                            Reply = Reply(lines, asked),
                        },
                        Engine.Operator,
                        cancellationToken
                    )
            );
        }
        return number;
    }

    private static async Task WaitAsync(Engine engine, CancellationToken cancellationToken)
    {
        foreach (var (number, text) in Waiting.Index())
            Answer.Expect(
                await engine
                    .Get<DecisionEngine>()
                    .ProcessAsync(
                        Message(text, FormattableString.Invariant($"now-{number}")),
                        cancellationToken
                    )
            );
    }

    private static string? Name(List<DeskLine> lines, string template) =>
        lines.FirstOrDefault(l => l.Kind == "R" && Reply(lines, l) == template)?.Subject;

    private static InboundMessage Message(string text, string id) =>
        new()
        {
            MessageId = id,
            ConversationId = id,
            Channel = "chat",
            Text = text,
        };

    private static string Reply(List<DeskLine> lines, DeskLine asked) =>
        lines
            .First(l => l.Subject == asked.Subject && l.Kind == "R")
            .Text.Replace("{{bay|4}}", "4", StringComparison.Ordinal);

    private static List<DeskLine> Lines()
    {
        using var resource = typeof(DemoDesk).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(resource);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(l => !l.StartsWith('#'))
                .Select(l => l.Split('\t'))
                .Select(f => new DeskLine(f[0], f[1], f[2])),
        ];
    }

    private sealed record DeskLine(string Subject, string Kind, string Text);
}
