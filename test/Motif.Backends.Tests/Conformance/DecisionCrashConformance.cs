using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Tests.Webhooks;
using Motif.Backends.Webhooks;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Backends.Tests.Conformance;

/// <summary>
/// A server killed between its decision and the send, or behind its last byte, doubles no answer and loses none: servers are
/// processes, replies leave by the webhook, and the time is told to each process when it starts.
/// </summary>
public abstract class DecisionCrashConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    public const string Verb = "answer-until-killed";

    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Decision = "decide";
    private const string Sending = "dispatch";

    [ConformanceFact]
    [Trait("Category", "Slow")]
    public async Task Killed_between_decision_and_send_an_answer_goes_out_once_when_the_server_is_back()
    {
        await using var receiver = new WebhookReceiver();
        await AutomaticAsync();
        var id = await RunUntilSaidAsync(receiver, Decision, 0);
        (await Store.FindAsync(Guid.Parse(id), Forever))!.State.ShouldBe(ExecutionState.Held);
        receiver.Received.ShouldBeEmpty();
        foreach (var (seconds, sent) in new[] { (10, "0"), (21, "1"), (22, "0"), (3_600, "0") })
            (await RunUntilSaidAsync(receiver, Sending, seconds)).ShouldBe(sent);
        receiver.Received.ShouldHaveSingleItem().Headers["webhook-id"].ShouldBe(id);
        await ShouldBeSentOnceAsync(Guid.Parse(id));
    }

    [ConformanceFact]
    [Trait("Category", "Slow")]
    public async Task Killed_behind_its_last_byte_a_server_is_followed_under_the_same_id()
    {
        await using var receiver = new WebhookReceiver();
        await AutomaticAsync();
        var id = await RunUntilSaidAsync(receiver, Decision, 0);
        await RunUntilReceivedAsync(receiver, 21);
        (await RunUntilSaidAsync(receiver, Sending, 50)).ShouldBe(
            "0",
            "the claim of the dead one still holds"
        );
        foreach (var (seconds, sent) in new[] { (82, "1"), (3_600, "0") })
            (await RunUntilSaidAsync(receiver, Sending, seconds)).ShouldBe(sent);
        receiver.Received.Count.ShouldBe(2);
        receiver.Received.ShouldAllBe(r => r.Headers["webhook-id"] == id);
        receiver.Received[1].Body.ShouldContain("\"text\":\"Your bay is on the left.\"");
        await ShouldBeSentOnceAsync(Guid.Parse(id));
    }

    [ConformanceFact]
    [Trait("Category", "Slow")]
    public async Task Killed_behind_the_last_byte_of_every_attempt_the_outcome_is_a_task_for_a_person()
    {
        await using var receiver = new WebhookReceiver();
        await AutomaticAsync();
        var id = await RunUntilSaidAsync(receiver, Decision, 0);
        for (var attempt = 0; attempt < ReplyDispatch.MostAttempts; attempt++)
            await RunUntilReceivedAsync(receiver, 21 + (attempt * 61));
        foreach (var seconds in (int[])[400, 4_000])
            (await RunUntilSaidAsync(receiver, Sending, seconds)).ShouldBe("0");
        receiver.Received.Count.ShouldBe(ReplyDispatch.MostAttempts);
        receiver.Received.ShouldAllBe(r => r.Headers["webhook-id"] == id);
        var decision = (await Store.FindAsync(Guid.Parse(id), Forever))!;
        decision.State.ShouldBe(ExecutionState.DeliveryUnknown);
        (await Store.ConversationAsync("c1", Forever))!.Answers.ShouldBeEmpty();
        await EvidenceShouldBeAsBeforeAsync();
    }

    private async Task ShouldBeSentOnceAsync(Guid id)
    {
        (await Store.FindAsync(id, Forever))!.State.ShouldBe(ExecutionState.Sent);
        (await Store.ConversationAsync("c1", Forever))!.Answers.ShouldHaveSingleItem();
        (await Store.AuditAsync(new AuditQuery { Actor = DecisionEngine.Machine }, Forever))
            .Count(e => e.Event.Event == "sent_automatically")
            .ShouldBe(1);
        await EvidenceShouldBeAsBeforeAsync();
    }

    private async Task EvidenceShouldBeAsBeforeAsync() =>
        Good(await Replies.FindAsync(Bay!.PatternId, Forever)).Evidence.Trials.ShouldBe(40);

    /// <summary>Starts a server, waits for what it has to say, and kills it.</summary>
    private async Task<string> RunUntilSaidAsync(WebhookReceiver receiver, string what, int seconds)
    {
        using var server = Start(receiver, what, seconds);
        var said = (await server.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        await KillAsync(server);
        return said;
    }

    /// <summary>Starts a server and kills it when the receiver has its last byte, before it gets an answer.</summary>
    private async Task RunUntilReceivedAsync(WebhookReceiver receiver, int seconds)
    {
        using var server = Start(receiver, Sending, seconds);
        await receiver.NextAsync(() => KillAsync(server));
    }

    private static async Task KillAsync(Process server)
    {
        server.Kill();
        await server.WaitForExitAsync();
    }

    private Process Start(WebhookReceiver receiver, string what, int seconds) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    typeof(DecisionCrashConformance).Assembly.Location,
                    Verb,
                    Setting,
                    receiver.Address,
                    what,
                    seconds.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;

    /// <summary>A server: decides or dispatches once, says the id or how many went out, and waits to be killed.</summary>
    public static async Task RunAsync(string setting, string[] arguments)
    {
        var (receiver, what) = (arguments[0], arguments[1]);
        var seconds = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(
            new AdjustableClock(Sample.Start + TimeSpan.FromSeconds(seconds))
        );
        services
            .AddMotif()
            .UseDatabase(setting)
            .UseReplyWebhook(name =>
                name.EndsWith("WEBHOOK_URL", StringComparison.Ordinal) ? receiver
                : name.EndsWith("WEBHOOK_SECRET", StringComparison.Ordinal) ? Secret
                : name.EndsWith("PRIVATE", StringComparison.Ordinal) ? "true"
                : null
            );
        await using var server = services.BuildServiceProvider();
        if (what == Decision)
        {
            var message = Message("please bay and number what about it 3", Undrawn("m1"));
            var answer = await server
                .GetRequiredService<DecisionEngine>()
                .ProcessAsync(message, Forever);
            Console.WriteLine(Good(answer).Decision!.ExecutionId);
        }
        else
            Console.WriteLine(await server.GetRequiredService<ReplyDispatch>().RunAsync(Forever));
        await Task.Delay(Timeout.Infinite);
    }
}
