using Motif.Catalog;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>
/// Takes in what became of answers. A bad outcome counts against the pattern, and what a person's reply taught within the day
/// before it is taken back. Thread-safe.
/// </summary>
public sealed class CustomerOutcomes(IDecisionStore store, TimeProvider time)
{
    /// <summary>Within that time a bad outcome says that the reply was no example to learn from.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(24);

    public async Task<CatalogueAnswer<DecisionExecution>> RecordAsync(
        CustomerOutcome outcome,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (await store.FindAsync(outcome.ExecutionId, cancellationToken) is not { } found)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no decision has the id {outcome.ExecutionId}"
            );
        var now = Moment.Now(time);
        return await store.ChangeAsync<CatalogueAnswer<DecisionExecution>>(
            new DecisionScope(found.ConversationId)
            {
                ExecutionId = found.ExecutionId,
                Patterns = found.PatternId is { } pattern ? [pattern] : [],
            },
            ledger =>
                ledger.Find(found.ExecutionId) is { } decision
                    ? Record(ledger, decision, outcome, actor.Name, now)
                    : new CatalogueProblem(CatalogueRefusal.NotFound, "it was erased meanwhile"),
            cancellationToken
        );
    }

    internal static CatalogueAnswer<DecisionExecution> Record(
        DecisionLedger ledger,
        DecisionExecution decision,
        CustomerOutcome outcome,
        string actor,
        DateTimeOffset now
    )
    {
        var name = WireName.Of(outcome.Outcome);
        if (decision.CustomerOutcome is { } told)
            return told == name
                ? decision
                : new CatalogueProblem(
                    CatalogueRefusal.NotAllowed,
                    $"its outcome is {told} already"
                );
        var isAnswered =
            decision.State is ExecutionState.Sent or ExecutionState.DeliveryUnknown
            || decision.LessonId is not null;
        if (!isAnswered)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"it is {WireName.Of(decision.State)}: only what was answered has an outcome"
            );
        var isRight = outcome.Outcome is AnswerOutcome.Solved;
        if (isRight)
            Count(
                ledger,
                decision,
                old => decision.Outcome is null ? old.After(true, false, false) : old,
                name,
                actor,
                now
            );
        else
            TakeBack(ledger, decision, outcome.Outcome, actor, now);
        var changed = decision with
        {
            CustomerOutcome = name,
            Outcome =
                isRight ? decision.Outcome
                : outcome.Outcome is AnswerOutcome.Complaint ? "complaint"
                : outcome.Outcome is AnswerOutcome.Undone ? "undone"
                : "contradicted",
            LessonId = isRight ? decision.LessonId : null,
            Version = decision.Version + 1,
            Events = [.. decision.Events, new ExecutionEvent(now, actor, name, outcome.Note)],
        };
        ledger.Put(changed);
        ledger.Add(
            new AuditEvent(now, actor, "outcome", decision.ExecutionId, decision.PatternId, name)
        );
        return changed;
    }

    private static void TakeBack(
        DecisionLedger ledger,
        DecisionExecution decision,
        AnswerOutcome outcome,
        string actor,
        DateTimeOffset now
    )
    {
        var weight = outcome is AnswerOutcome.Complaint or AnswerOutcome.Undone ? 2 : 1;
        if (
            decision.LessonId is { } lesson
            && decision.Events is [.., var last]
            && now - last.At <= Doubt
        )
            ledger.Forget(lesson);
        // What a person sent had counted for the pattern; what the machine sent had not counted at all.
        var wasRight = decision.Outcome is "right" or "edited";
        Count(
            ledger,
            decision,
            old =>
                (wasRight ? old.Without(decision.Outcome == "edited") : old).After(
                    isRight: false,
                    isEdited: false,
                    isOverride: true,
                    weight
                ),
            WireName.Of(outcome),
            actor,
            now
        );
    }

    private static void Count(
        DecisionLedger ledger,
        DecisionExecution decision,
        Func<PatternEvidence, PatternEvidence> change,
        string reason,
        string actor,
        DateTimeOffset now
    )
    {
        if (decision.PatternId is { } pattern)
            Evidence.Change(
                ledger,
                pattern,
                change,
                mayBeAutomatic: true,
                reason,
                actor,
                now,
                decision.ExecutionId
            );
    }
}
