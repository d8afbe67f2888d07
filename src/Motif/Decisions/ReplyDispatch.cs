using Motif.Decisions.Records;
using Motif.Decisions.Sending;
using Motif.Decisions.Understanding;

namespace Motif.Decisions;

/// <summary>
/// Takes replies to their channel. Whoever dispatches claims a reply in a transaction before it leaves, under the lock of its
/// conversation and with every switch read once more; every attempt carries the same delivery id. Counters and confidence move
/// once, when the outcome is known; an outcome that stays unknown is a task for a person and never a second send. Thread-safe.
/// </summary>
public sealed class ReplyDispatch(
    IDecisionStore store,
    DecisionConfig config,
    IEnumerable<IResponder> responders,
    SteadyClock clock
)
{
    public const int MostAttempts = 5;

    private const int Batch = 50;

    /// <summary>How long one attempt is its dispatcher's own; whoever died in it is followed by another after that.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private readonly IResponder? _responder = responders.FirstOrDefault();

    public bool CanSend => _responder is not null;

    /// <summary>Does what is due now; returns how many replies went out.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var due in await store.DueAsync(clock.Now(), Batch, cancellationToken))
        {
            if (await ClaimAsync(due, cancellationToken) is not { } claimed || _responder is null)
                continue;
            var answer = await AttemptAsync(claimed, cancellationToken);
            sent += await SettleAsync(claimed, answer, cancellationToken) ? 1 : 0;
        }
        return sent;
    }

    /// <summary>The reply as it may leave now; null where it may not, and is then where it belongs.</summary>
    private Task<DecisionExecution?> ClaimAsync(
        DecisionExecution due,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            new DecisionScope(due.ConversationId) { ExecutionId = due.ExecutionId },
            ledger =>
            {
                var now = clock.Now();
                // Another server was faster, or it was cancelled, answered or prolonged meanwhile.
                if (
                    ledger.Find(due.ExecutionId) is not { } decision
                    || decision.DueAt is null
                    || decision.DueAt > now
                )
                    return null;
                if (decision.State is ExecutionState.Pending)
                    return End(ledger, decision, ExecutionState.Expired, now, "nobody approved it");
                if (decision.State is not (ExecutionState.Held or ExecutionState.Sending))
                    return null;
                if (Stop(ledger, decision, now) is { } reason)
                    return decision.Attempts > 0
                        ? End(ledger, decision, ExecutionState.DeliveryUnknown, now, reason)
                        : End(ledger, decision, ExecutionState.Cancelled, now, reason);
                if (decision.Attempts >= MostAttempts)
                    return End(
                        ledger,
                        decision,
                        ExecutionState.DeliveryUnknown,
                        now,
                        "no attempt was answered"
                    );
                var claimed = decision.To(
                    ExecutionState.Sending,
                    now,
                    DecisionEngine.Machine,
                    dueAt: now + Lease
                ) with
                {
                    Attempts = decision.Attempts + 1,
                    SentText = decision.SentText ?? decision.Reply,
                };
                ledger.Put(claimed);
                return claimed;
            },
            cancellationToken
        );

    /// <summary>Why a reply must not leave; read at every attempt.</summary>
    private string? Stop(DecisionLedger ledger, DecisionExecution decision, DateTimeOffset now)
    {
        var settings = config.On(ledger.Settings);
        if (settings.KillSwitch)
            return "kill_switch";
        if (
            !settings.Enabled
            || settings.DisabledChannels.Contains(
                decision.Channel,
                StringComparer.OrdinalIgnoreCase
            )
        )
            return "disabled";
        if (settings.ShadowMode)
            return "shadow";
        if (!CanSend)
            return "no_channel";
        if (
            settings
                .ReplyWindowHours.Where(w =>
                    w.Key.Equals(decision.Channel, StringComparison.OrdinalIgnoreCase)
                )
                .Any(w => now - decision.SentAt > TimeSpan.FromHours(w.Value))
        )
            return "window_closed";
        var text = decision.SentText ?? decision.Reply;
        if (
            string.IsNullOrWhiteSpace(text)
            || (decision.SentText is null && decision.Missing.Count > 0)
        )
            return "incomplete";
        var isAutomatic = decision.Approvers.Count == 0;
        return
            isAutomatic
            && ledger.Conversation is { } conversation
            && (
                (conversation.IsHuman && !decision.IsNotice)
                || conversation.OperatorAt > decision.At
            )
            ? "operator_active"
            : null;
    }

    private async Task<SendAnswer> AttemptAsync(
        DecisionExecution claimed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _responder!.SendAsync(
                new OutgoingReply(
                    claimed.ExecutionId,
                    claimed.Channel,
                    claimed.ChannelKind,
                    claimed.ConversationId,
                    claimed.MessageId,
                    claimed.CustomerId,
                    claimed.SentText!
                )
                {
                    ReplyTo = claimed.ReplyTo,
                    Headers = claimed.ReplyHeaders,
                    IsAutomatic = claimed.Approvers.Count == 0,
                },
                cancellationToken
            );
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendAnswer(SendResult.Unknown, exception.GetType().Name);
        }
    }

    private Task<bool> SettleAsync(
        DecisionExecution claimed,
        SendAnswer answer,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            new DecisionScope(claimed.ConversationId)
            {
                ExecutionId = claimed.ExecutionId,
                Patterns = claimed.PatternId is { } pattern ? [pattern] : [],
            },
            ledger =>
            {
                var now = clock.Now();
                if (
                    ledger.Find(claimed.ExecutionId)
                        is not { State: ExecutionState.Sending } decision
                    || decision.Version != claimed.Version
                )
                    return false;
                if (answer.Result is SendResult.Sent)
                {
                    SentReply.Record(ledger, decision, now);
                    return true;
                }
                Missed(ledger, decision, answer, now);
                return false;
            },
            // It left: what became of it is written down even while the server stops.
            CancellationToken.None
        );

    private static void Missed(
        DecisionLedger ledger,
        DecisionExecution decision,
        SendAnswer answer,
        DateTimeOffset now
    )
    {
        var isLast = decision.Attempts >= MostAttempts;
        var wasUnknown = answer.Result is SendResult.Unknown || decision.IsUnknown;
        if (answer.Result is SendResult.Refused)
            End(
                ledger,
                decision,
                wasUnknown ? ExecutionState.DeliveryUnknown : ExecutionState.Failed,
                now,
                answer.Reason ?? "refused"
            );
        else if (isLast)
            End(
                ledger,
                decision,
                wasUnknown ? ExecutionState.DeliveryUnknown : ExecutionState.Failed,
                now,
                answer.Reason ?? "no answer"
            );
        else
            ledger.Put(
                decision.To(
                    ExecutionState.Sending,
                    now,
                    DecisionEngine.Machine,
                    answer.Reason,
                    now + Pause(decision, answer)
                ) with
                {
                    IsUnknown = wasUnknown,
                }
            );
    }

    /// <summary>Twice as long each time, with a part by chance that is the same for the same attempt.</summary>
    private static TimeSpan Pause(DecisionExecution decision, SendAnswer answer)
    {
        var jitter =
            1
            + (
                AuditSample.Draw(
                    FormattableString.Invariant($"pause:{decision.ExecutionId}:{decision.Attempts}")
                ) / 4
            );
        var pause = FirstPause * Math.Pow(2, decision.Attempts - 1) * jitter;
        return answer.RetryAfter > pause ? answer.RetryAfter.Value : pause;
    }

    private static DecisionExecution? End(
        DecisionLedger ledger,
        DecisionExecution decision,
        ExecutionState state,
        DateTimeOffset now,
        string reason
    )
    {
        ledger.Put(decision.To(state, now, DecisionEngine.Machine, reason));
        if (state is ExecutionState.DeliveryUnknown or ExecutionState.Failed)
            HandOver(ledger, now);
        ledger.Add(
            new AuditEvent(
                now,
                DecisionEngine.Machine,
                WireName.Of(state),
                decision.ExecutionId,
                decision.PatternId,
                reason
            )
        );
        return null;
    }

    /// <summary>Nobody knows what the customer has read: until it is closed the conversation is a person's.</summary>
    private static void HandOver(DecisionLedger ledger, DateTimeOffset now)
    {
        if (ledger.Conversation is { IsHuman: false } conversation)
            ledger.Put(conversation with { IsHuman = true, HandedOverAt = now });
    }
}
