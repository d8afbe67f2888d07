using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Decisions;
using Motif.Decisions.Records;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide queue|approve|reject</c>: replies that wait for a person.</summary>
internal static class DecideQueueCommand
{
    private const int DefaultLimit = 50;

    public static Command BuildQueue()
    {
        var limit = new Option<int>("--limit")
        {
            Description = "At most so many, 1 to 500; 50 when not given",
            DefaultValueFactory = _ => DefaultLimit,
        };
        var json = CommonOptions.Json();
        var command = new Command("queue", "List the replies that wait for a person")
        {
            limit,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var waiting = await engine
                    .Get<ApprovalQueue>()
                    .PendingAsync(Math.Clamp(parsed.GetValue(limit), 1, 500), cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(new { Items = waiting });
                else
                    Show(waiting);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif decide queue", "motif decide queue --json");
    }

    public static Command BuildApprove()
    {
        var id = Id();
        var text = new Option<string?>("--text")
        {
            Description = "Send these words in place of those that wait",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "approve",
            "Send a reply that waits; a server on the database takes it to its channel"
        )
        {
            id,
            text,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ActAsync(
                    parsed,
                    parsed.GetValue(json),
                    queue =>
                        parsed.GetValue(text) is { } words
                            ? queue.ModifyAsync(
                                parsed.GetValue(id),
                                new ModifyReply(words),
                                Engine.Operator,
                                cancellationToken
                            )
                            : queue.ApproveAsync(
                                parsed.GetValue(id),
                                new ApproveReply(),
                                Engine.Operator,
                                cancellationToken
                            ),
                    cancellationToken
                )
        );
        return command.WithExamples(
            "motif decide approve 0198c5f0-0000-8000-8000-000000000001",
            "motif decide approve 0198c5f0-0000-8000-8000-000000000001 --text \"Your bay is number 12.\""
        );
    }

    public static Command BuildReject()
    {
        var id = Id();
        var reason = new Option<string>("--reason")
        {
            Description = "Why, as a code such as wrong, outdated or tone",
            Required = true,
        };
        var json = CommonOptions.Json();
        var command = new Command("reject", "Say that a reply is not to be sent, and why")
        {
            id,
            reason,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ActAsync(
                    parsed,
                    parsed.GetValue(json),
                    queue =>
                        queue.RejectAsync(
                            parsed.GetValue(id),
                            new RejectReply(parsed.GetRequiredValue(reason)),
                            Engine.Operator,
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command.WithExamples(
            "motif decide reject 0198c5f0-0000-8000-8000-000000000001 --reason outdated"
        );
    }

    private static Argument<Guid> Id() =>
        new("id") { Description = "The execution_id of the reply, as queue lists it" };

    private static async Task<int> ActAsync(
        ParseResult parsed,
        bool asJson,
        Func<ApprovalQueue, Task<CatalogueAnswer<DecisionExecution>>> actAsync,
        CancellationToken cancellationToken
    )
    {
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var decision = Answer.Expect(await actAsync(engine.Get<ApprovalQueue>()));
        if (asJson)
            Print.Json(decision);
        else
            Print.Line($"{WireName.Of(decision.State)}: {decision.SentText ?? decision.Reply}");
        return ExitCode.Ok;
    }

    private static void Show(IReadOnlyList<DecisionExecution> waiting)
    {
        foreach (var decision in waiting)
        {
            Print.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{decision.ExecutionId}  {WireName.Of(decision.State)}  {decision.Confidence:0.00}  {decision.PatternName}"
                )
            );
            Print.Line($"  asked: {decision.Text}");
            Print.Line($"  reply: {decision.Reply}");
        }
        if (waiting.Count == 0)
            Print.Line("nothing waits");
    }
}
