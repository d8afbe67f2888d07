using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Decisions;

/// <summary>Writes down that a reply arrived, and what follows: who sent it, and what it teaches where a person did.</summary>
internal static class SentReply
{
    private const int RememberedAnswers = 20;

    public static void Record(DecisionLedger ledger, DecisionExecution decision, DateTimeOffset now)
    {
        var isAutomatic = decision.Approvers.Count == 0;
        var actor = isAutomatic ? DecisionEngine.Machine : decision.Approvers[^1];
        ledger.Add(
            new AuditEvent(
                now,
                actor,
                isAutomatic ? "sent_automatically" : "sent",
                decision.ExecutionId,
                decision.PatternId,
                FormattableString.Invariant(
                    $"pattern version {decision.PatternVersion}, confidence {decision.Confidence:R}, threshold {decision.Threshold:R}, attempt {decision.Attempts}"
                )
            )
        );
        if (decision.IsNotice)
        {
            ledger.Put(decision.To(ExecutionState.Sent, now, actor));
            return;
        }
        if (ledger.Conversation is { } answered)
            ledger.Put(answered with { LastPatternId = decision.PatternId });
        if (isAutomatic)
        {
            // Silence is no evidence: only a person's word moves a confidence.
            ledger.Put(decision.To(ExecutionState.Sent, now, actor));
            if (ledger.Conversation is { } conversation && decision.PatternId is { } pattern)
                ledger.Put(
                    conversation with
                    {
                        WaitingSince = null,
                        WasAnswered = true,
                        Answers =
                        [
                            .. conversation
                                .Answers.Append(new MachineAnswer(now, pattern))
                                .TakeLast(RememberedAnswers),
                        ],
                    }
                );
            return;
        }
        Learn(ledger, decision, actor, now);
    }

    private static Guid LessonOf(DecisionExecution decision) =>
        PatternId.Of($"approved\n{decision.ExecutionId}");

    /// <summary>A person sent it: that is a label like any other reply of his.</summary>
    private static void Learn(
        DecisionLedger ledger,
        DecisionExecution decision,
        string actor,
        DateTimeOffset now
    )
    {
        var similarity = ReplySimilarity.Of(decision.SentText ?? "", decision.Reply ?? "");
        var isRight = similarity >= ReplySimilarity.Same;
        var outcome =
            !isRight ? "custom"
            : similarity >= 1 ? "right"
            : "edited";
        ledger.Put(
            decision.To(ExecutionState.Sent, now, actor) with
            {
                Outcome = outcome,
                Agrees = isRight,
                LessonId =
                    decision.Teaches && decision.PatternId is not null ? LessonOf(decision) : null,
            }
        );
        if (!decision.Teaches)
            Conversations.OperatorWrote(ledger, now, topic: null, actor);
        if (!decision.Teaches || decision.PatternId is not { } decided)
            return;
        var pattern = ledger.Standing(decided);
        Evidence.Change(
            ledger,
            pattern,
            old => old.After(isRight, outcome == "edited", isOverride: !isRight),
            mayBeAutomatic: true,
            outcome,
            actor,
            now,
            decision.ExecutionId
        );
        ledger.Add(
            new StoredLesson(
                LessonOf(decision),
                isRight ? pattern.ToString("D") : DecisionModel.Custom,
                decision.Text,
                decision.History,
                PersonalData.Redact(decision.SentText ?? ""),
                decision.Risk ?? RiskClass.R1,
                decision.Reasons is ["audited", ..] ? HumanReplies.AuditWeight : 1,
                now,
                actor,
                decision.ExecutionId,
                decision.CustomerId
            )
        );
        Conversations.OperatorWrote(
            ledger,
            now,
            topic: null,
            actor,
            isRight ? pattern.ToString("D") : DecisionModel.Custom
        );
    }
}
