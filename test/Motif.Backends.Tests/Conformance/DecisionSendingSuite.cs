using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Sending;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What the suites start with in which something is sent: a receiver that records, and a pattern that may act.</summary>
public abstract class DecisionSendingSuite(TestBackend backend) : DecisionSuite(backend)
{
    protected RecordingReceiver Receiver { get; } = new();

    protected ApprovalQueue Queue => Timed.GetRequiredService<ApprovalQueue>();

    protected ReplyDispatch Dispatch => Timed.GetRequiredService<ReplyDispatch>();

    protected override void Configure(IServiceCollection services) =>
        services.AddSingleton<IResponder>(Receiver);

    protected static DecisionOverrides Live => new() { Enabled = true, ShadowMode = false };

    protected async Task LaterAsync(int seconds)
    {
        Clock.Now += TimeSpan.FromSeconds(seconds);
        await Dispatch.RunAsync(Forever);
    }

    protected DecisionPattern? Bay { get; private set; }

    protected DecisionPattern? Hours { get; private set; }

    /// <summary>A pattern that answers automatically, proved by people's decisions and switched on.</summary>
    protected async Task<DecisionPattern> AutomaticAsync()
    {
        await LearnedAsync("Your bay is on the left.", RiskClass.R0, PatternMode.Auto);
        if (!Bay!.Reply.Auto)
            Bay = Good(
                await Replies.ChangeAsync(
                    Bay.PatternId,
                    new DecisionPatternPatch { Reply = Bay.Reply with { Auto = true } },
                    null,
                    Admin,
                    Forever
                )
            );
        return Bay;
    }

    protected async Task<DecisionExecution> HeldAsync(string id = "m1", string conversation = "c1")
    {
        await AutomaticAsync();
        // One in ten is drawn for the audit by its id.
        var message = Message("please bay and number what about it 3", Undrawn(id), conversation);
        var held = await DecideAsync(message);
        held.State.ShouldBe(
            ExecutionState.Held,
            string.Join("; ", held.Reasons.Concat(held.Blockers))
        );
        return held;
    }

    protected async Task<DecisionExecution> PendingAsync(
        string id = "m1",
        string conversation = "c1",
        string template = "Your bay is on the left.",
        RiskClass risk = RiskClass.R0
    )
    {
        await LearnedAsync(template, risk, PatternMode.Suggest);
        var pending = await DecideAsync(
            Message("please bay and number what about it 3", id, conversation)
        );
        pending.State.ShouldBe(
            ExecutionState.Pending,
            string.Join("; ", pending.Reasons.Concat(pending.Blockers))
        );
        return pending;
    }

    protected async Task LearnedAsync(string template, RiskClass risk, PatternMode mode)
    {
        await SetAsync(Live);
        if (Bay is not null)
            return;
        Bay = await PatternAsync(
            "Bay",
            template,
            ["Which bay is mine?"],
            risk,
            "booking",
            autoExecutable: risk is not RiskClass.R3
        );
        Hours = await HoursAsync();
        await LiveAsync(1500, Bay, Hours);
        await ProveAsync(Bay, 40, mode);
    }

    protected static string Undrawn(string id) =>
        AuditSample.Draw($"audit:{id}") < 0.10
            ? throw new InvalidOperationException($"{id} would be audited; take another id")
            : id;

    protected sealed class RecordingReceiver : IResponder
    {
        public ConcurrentQueue<OutgoingReply> Deliveries { get; } = new();

        public Func<OutgoingReply, SendAnswer> Answer { get; set; } =
            _ => new SendAnswer(SendResult.Sent);

        public CancellationTokenSource? Dying { get; set; }

        public async Task<SendAnswer> SendAsync(
            OutgoingReply reply,
            CancellationToken cancellationToken
        )
        {
            Deliveries.Enqueue(reply);
            if (Dying is { } dying)
                await dying.CancelAsync();
            Dying = null;
            return Answer(reply);
        }
    }
}
