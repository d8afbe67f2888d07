using Motif.Catalog;
using Motif.Decisions.Intake;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Sending;

namespace Motif.Decisions;

/// <summary>What became of a message.</summary>
/// <param name="Decision">Null where nothing was decided, and nothing kept: <paramref name="Reason"/> says why.</param>
public sealed record DecisionAnswer(DecisionExecution? Decision, string? Reason = null);

/// <summary>
/// Decides messages. Off is silence; in shadow everything is decided and nothing sent; what is to be sent waits out its hold.
/// Thread-safe.
/// </summary>
public sealed class DecisionEngine(
    IDecisionStore store,
    MessageReader reader,
    DecisionConfig config,
    IEnumerable<IResponder> responders,
    SteadyClock clock
)
{
    private readonly bool _canSend = responders.Any();

    /// <summary>The actor of what the machine does by itself.</summary>
    public const string Machine = "motif";

    private const int RememberedTimes = 20;

    /// <summary>Says what would happen with a message, and why; keeps nothing, sends nothing, whatever the switches say.</summary>
    public async Task<CatalogueAnswer<DecisionExecution>> TestAsync(
        InboundMessage message,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Mistakes() is { Count: > 0 } mistakes)
            return CatalogueProblem.Invalid(mistakes);
        return await DryRunAsync(
            message,
            await config.CurrentAsync(cancellationToken),
            cancellationToken
        );
    }

    internal async Task<DecisionExecution> DryRunAsync(
        InboundMessage message,
        DecisionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var conversation = await store.ConversationAsync(message.ConversationId, cancellationToken);
        var reading = await reader.ReadAsync(
            message,
            conversation,
            settings,
            clock.Now(),
            cancellationToken
        );
        return Decide(conversation, settings, reading, reading.EvidenceOfPattern);
    }

    /// <summary>Decides a message and keeps the decision; a message that was decided before is answered as it was then.</summary>
    public async Task<CatalogueAnswer<DecisionAnswer>> ProcessAsync(
        InboundMessage message,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Mistakes() is { Count: > 0 } mistakes)
            return CatalogueProblem.Invalid(mistakes);
        var settings = await config.CurrentAsync(cancellationToken);
        if (Silence(message, settings) is { } reason)
            return new DecisionAnswer(null, reason);
        if (await MailThread.MistakeAsync(store, message, cancellationToken) is { } elsewhere)
            return elsewhere;
        while (true)
        {
            var conversation = await store.ConversationAsync(
                message.ConversationId,
                cancellationToken
            );
            var reading = await reader.ReadAsync(
                message,
                conversation,
                settings,
                clock.Now(),
                cancellationToken
            );
            if (await KeepAsync(message, conversation, reading, cancellationToken) is { } answer)
                return answer;
        }
    }

    /// <returns>Null where another piece of the same request came first: what was read is then not all of it.</returns>
    private Task<CatalogueAnswer<DecisionAnswer>?> KeepAsync(
        InboundMessage message,
        Conversation? conversation,
        MatchedMessage reading,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync<CatalogueAnswer<DecisionAnswer>?>(
            new DecisionScope(message.ConversationId)
            {
                ExecutionId = DecisionExecution.IdOf(message.Channel, message.MessageId),
                Patterns = [.. Touched(conversation, reading)],
            },
            ledger =>
                ledger.Conversation?.Burst == conversation?.Burst
                    ? Keep(message, ledger, reading)
                    : (CatalogueAnswer<DecisionAnswer>?)null,
            cancellationToken
        );

    /// <summary>The pattern that is considered, and the one that answered before: this message may say that it was wrong.</summary>
    private static IEnumerable<Guid> Touched(Conversation? conversation, MatchedMessage reading)
    {
        if (reading.Pattern is { } pattern)
            yield return pattern.PatternId;
        if (conversation?.LastPatternId is { } last)
            yield return last;
    }

    private static string? Silence(InboundMessage message, DecisionSettings settings) =>
        !settings.Enabled ? "disabled"
        : settings.DisabledChannels.Contains(message.Channel, StringComparer.OrdinalIgnoreCase)
            ? "channel_disabled"
        : null;

    private CatalogueAnswer<DecisionAnswer> Keep(
        InboundMessage message,
        DecisionLedger ledger,
        MatchedMessage reading
    )
    {
        var known = ledger.Find(DecisionExecution.IdOf(message.Channel, message.MessageId));
        if (known is not null && message.Change is MessageChange.New)
            return new DecisionAnswer(known with { Duplicate = true }, "duplicate");
        // Read again under the lock: whoever switched it off meanwhile means this message too.
        var settings = config.On(ledger.Settings);
        if (Silence(message, settings) is { } reason)
            return new DecisionAnswer(null, reason);
        var now = clock.Now();
        if (message.Author is MessageAuthor.Operator)
        {
            Conversations.OperatorWrote(ledger, now, topic: null, "operator");
            return new DecisionAnswer(null, "operator_message");
        }
        if (ChangedMessage.Settle(ledger, message, known, now) is { } settled)
            return settled;
        var evidence = reading.Pattern is { } pattern ? ledger.Evidence(pattern.PatternId) : null;
        var decision = ChangedMessage.Instead(
            known,
            Decide(ledger.Conversation, settings, reading, evidence)
        );
        var before = ledger.Conversation;
        if (decision.State is not ExecutionState.Ignored)
        {
            Contradicted(reading, ledger, now);
            CustomerWrote(reading, ledger, decision, now);
        }
        ledger.Put(decision);
        if (_canSend)
            HandOverNotice.Announce(ledger, before, decision, message.Variables, settings, now);
        ledger.Add(
            new AuditEvent(
                now,
                Machine,
                "decided",
                decision.ExecutionId,
                decision.PatternId,
                FormattableString.Invariant(
                    $"{WireName.Of(decision.Action)} ({decision.Reasons[0]}), pattern version {decision.PatternVersion}, confidence {decision.Confidence:R}, threshold {decision.Threshold:R}, lessons {decision.Position}"
                )
            )
        );
        return new DecisionAnswer(decision);
    }

    /// <summary>"Thanks, but it still does not work" is what became of the answer before.</summary>
    private static void Contradicted(
        MatchedMessage reading,
        DecisionLedger ledger,
        DateTimeOffset now
    )
    {
        if (
            !Contradiction.Is(reading.Message.Text)
            || ledger.Executions.FirstOrDefault(e =>
                e is { State: ExecutionState.Sent, IsNotice: false }
            )
                is not { } answered
            || answered.CustomerOutcome is not null
            || now - answered.At > TimeSpan.FromHours(24)
            || answered.PatternId is { } pattern && !ledger.Holds(pattern)
        )
            return;
        CustomerOutcomes.Record(
            ledger,
            answered,
            new CustomerOutcome
            {
                ExecutionId = answered.ExecutionId,
                Outcome = AnswerOutcome.Wrong,
            },
            "customer",
            now
        );
    }

    /// <summary>What waited for an answer to the words before no longer fits.</summary>
    private static void CustomerWrote(
        MatchedMessage reading,
        DecisionLedger ledger,
        DecisionExecution decision,
        DateTimeOffset now
    )
    {
        Conversations.Overtake(ledger, now, "customer", "the customer wrote again");
        var message = reading.Message;
        var conversation =
            ledger.Conversation ?? new Conversation { ConversationId = message.ConversationId };
        // Pieces of one request are one message for those who count.
        var isNext = reading.Burst is { } burst && burst.FirstAt != burst.LastAt;
        var times = isNext ? conversation.CustomerAt.SkipLast(1) : conversation.CustomerAt;
        var isHandedOver = HandOverNotice.IsAskedFor(decision);
        ledger.Put(
            conversation with
            {
                CustomerAt = [.. times.Append(now).TakeLast(RememberedTimes)],
                Said =
                [
                    .. conversation
                        .Said.Append(new SaidBefore(now, ReplyLoop.Fingerprint(message.Text)))
                        .TakeLast(RememberedTimes),
                ],
                // What a person has to look at ends with what made him.
                Burst = decision.Action is DecisionAction.HandOver ? null : reading.Burst,
                Language = reading.Language ?? conversation.Language,
                WaitingSince = conversation.WaitingSince ?? now,
                IsHuman = conversation.IsHuman || isHandedOver,
                HandedOverAt = isHandedOver ? now : conversation.HandedOverAt,
            }
        );
    }

    private DecisionExecution Decide(
        Conversation? conversation,
        DecisionSettings settings,
        MatchedMessage matched,
        PatternEvidence? evidence
    )
    {
        var (now, message) = (clock.Now(), matched.Message);
        var verdict = Decider.Decide(
            new DecisionInputs(
                message,
                settings,
                conversation,
                matched.Shelf,
                matched.Pattern,
                evidence,
                new SafetyRules(settings.Rules).Check(message.Text),
                now,
                _canSend
            )
            {
                Language = matched.Language,
                Requests = matched.Requests,
                Recent = matched.Recent,
                IsEditedByAll = matched.CommonEdit is not null,
            }
        );
        var state = StateOf(verdict.Action, settings);
        return new DecisionExecution
        {
            ExecutionId = DecisionExecution.IdOf(message.Channel, message.MessageId),
            MessageId = message.MessageId,
            ConversationId = message.ConversationId,
            Channel = message.Channel,
            ChannelKind = message.ChannelKind,
            CustomerId = message.CustomerId,
            SentAt = message.SentAt ?? now,
            At = now,
            Text = matched.Text,
            Original = matched.Original,
            Stripped = matched.Stripped,
            Language = matched.Language,
            Requests =
            [
                .. matched.Requests.Select(r => new AskedFor(
                    r.Part.Start,
                    r.Part.Length,
                    r.Part.Text,
                    [.. r.Considered.Select(c => c.Considered)]
                )),
            ],
            NovelWords = matched.Shelf.NovelWords,
            ReplyHeaders = MailThread.Headers(message),
            ReplyTo = MailThread.Recipient(message),
            History = matched.History,
            Action = verdict.Action,
            State = state,
            Reasons = verdict.Reasons,
            Blockers = verdict.Blockers,
            PatternId = matched.Pattern?.PatternId,
            PatternVersion = matched.Pattern?.Version,
            PatternName = matched.Pattern?.Name,
            Risk = matched.Pattern is { } pattern ? ReplyBody.Of(pattern)?.Risk : null,
            Confidence = matched.Shelf.Reading.Confidence,
            IsProvisional = matched.Shelf.IsProvisional,
            Threshold =
                settings.Profile is DecisionProfile.Fixed
                    ? settings.AutoThreshold
                    : matched.Shelf.Threshold,
            Position = matched.Shelf.Reading.Position,
            Model = matched.Shelf.Model,
            Candidates = [.. matched.Considered.Select(c => c.Considered)],
            Signals = matched.Shelf.Reading.Signals,
            Reply = verdict.Reply?.Text,
            Missing = verdict.Reply?.Missing ?? [],
            DueAt = DueAt(state, message, settings, now),
            Events = [new ExecutionEvent(now, Machine, WireName.Of(state))],
        };
    }

    private static ExecutionState StateOf(DecisionAction action, DecisionSettings settings) =>
        action switch
        {
            DecisionAction.Ignore => ExecutionState.Ignored,
            DecisionAction.Log => ExecutionState.Logged,
            DecisionAction.HandOver => ExecutionState.HandedOver,
            _ when settings.ShadowMode => ExecutionState.Shadow,
            DecisionAction.Auto => ExecutionState.Held,
            _ => ExecutionState.Pending,
        };

    /// <summary>A held answer waits for pieces that may still come, and for the end of quiet hours.</summary>
    private static DateTimeOffset? DueAt(
        ExecutionState state,
        InboundMessage message,
        DecisionSettings settings,
        DateTimeOffset now
    )
    {
        if (state is ExecutionState.Pending)
            return now + TimeSpan.FromHours(settings.ApprovalHours);
        if (state is not ExecutionState.Held)
            return null;
        var hold = TimeSpan.FromSeconds(settings.HoldSeconds);
        var pieces = settings.BurstOn(message.ChannelKind);
        var due = now + (hold > pieces ? hold : pieces);
        return settings.Hours?.NextOpening(due) ?? due;
    }
}
