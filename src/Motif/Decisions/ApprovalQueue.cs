using Motif.Catalog;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>
/// Replies that wait for a person. Two people who approve one of them make one send: the second is told who was first.
/// Thread-safe.
/// </summary>
public sealed class ApprovalQueue(IDecisionStore store, DecisionConfig config, TimeProvider time)
{
    /// <summary>Those that wait, the newest first.</summary>
    public Task<IReadOnlyList<DecisionExecution>> PendingAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        store.ListAsync(
            new ExecutionQuery
            {
                States = [ExecutionState.Pending, ExecutionState.Failed],
                Limit = limit,
            },
            cancellationToken
        );

    public Task<CatalogueAnswer<DecisionExecution>> ApproveAsync(
        Guid executionId,
        ApproveReply approval,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(approval);
        return SendAsync(executionId, text: null, approval.Version, actor, cancellationToken);
    }

    /// <summary>Approves each by itself: one that is refused keeps no other from being sent. R3 is read one by one.</summary>
    public async Task<IReadOnlyList<BulkResult>> ApproveAllAsync(
        ApproveReplies approval,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(approval);
        var results = new List<BulkResult>();
        foreach (var id in approval.Ids.Distinct())
        {
            var answer = await store.FindAsync(id, cancellationToken) is { Risk: RiskClass.R3 }
                ? new CatalogueProblem(
                    CatalogueRefusal.NotAllowed,
                    "risk R3 is approved one by one"
                )
                : await ApproveAsync(id, new ApproveReply(), actor, cancellationToken);
            results.Add(
                new BulkResult(
                    id,
                    answer.Value?.State,
                    answer.Problem?.Refusal,
                    answer.Problem?.OneLine
                )
            );
        }
        return results;
    }

    public async Task<CatalogueAnswer<DecisionExecution>> ModifyAsync(
        Guid executionId,
        ModifyReply change,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        if (string.IsNullOrWhiteSpace(change.Text))
            return CatalogueProblem.Invalid(
                "text",
                "is empty; reject the reply if nothing shall be sent"
            );
        if (change.Text.Contains("{{", StringComparison.Ordinal))
            return CatalogueProblem.Invalid("text", "still has a place {{…}} in it; fill it in");
        return await SendAsync(executionId, change.Text, change.Version, actor, cancellationToken);
    }

    public Task<CatalogueAnswer<DecisionExecution>> RejectAsync(
        Guid executionId,
        RejectReply rejection,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return ChangeAsync(
            executionId,
            rejection.Version,
            (ledger, decision, now) =>
            {
                if (string.IsNullOrWhiteSpace(rejection.Reason))
                    return CatalogueProblem.Invalid("reason", "is needed");
                if (decision.State is not (ExecutionState.Pending or ExecutionState.Failed))
                    return NotWaiting(decision);
                if (actor.May(ApiRights.Teach))
                    Judge(
                        ledger,
                        decision,
                        isRight: false,
                        isEdited: false,
                        "rejected",
                        actor,
                        now
                    );
                return Put(
                    ledger,
                    decision.To(ExecutionState.Rejected, now, actor.Name, rejection.Reason) with
                    {
                        Outcome = "rejected",
                        Agrees = false,
                    },
                    actor,
                    "rejected",
                    now
                );
            },
            cancellationToken
        );
    }

    /// <summary>Stops an automatic answer that is still held; a person who does that overrides the pattern.</summary>
    public Task<CatalogueAnswer<DecisionExecution>> CancelAsync(
        Guid executionId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            executionId,
            version: null,
            (ledger, decision, now) =>
            {
                if (decision.State is ExecutionState.Sent or ExecutionState.Sending)
                    return new CatalogueProblem(CatalogueRefusal.NotAllowed, "already_sent");
                if (decision.State is not ExecutionState.Held)
                    return NotWaiting(decision);
                Judge(ledger, decision, isRight: false, isEdited: false, "undone", actor, now);
                return Put(
                    ledger,
                    decision.To(
                        ExecutionState.Cancelled,
                        now,
                        actor.Name,
                        "cancelled in its hold"
                    ) with
                    {
                        Outcome = "undone",
                        Agrees = false,
                    },
                    actor,
                    "cancelled",
                    now
                );
            },
            cancellationToken
        );

    private Task<CatalogueAnswer<DecisionExecution>> SendAsync(
        Guid executionId,
        string? text,
        int? version,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            executionId,
            version,
            (ledger, decision, now) =>
            {
                if (Refusal(decision, config.On(ledger.Settings), text, actor, now) is { } refusal)
                    return refusal;
                IReadOnlyList<string> approvers = [.. decision.Approvers, actor.Name];
                if (decision.Risk is RiskClass.R3 && approvers.Count < 2)
                    return Put(
                        ledger,
                        decision with
                        {
                            Approvers = approvers,
                            Version = decision.Version + 1,
                            SentText = text ?? decision.SentText,
                        },
                        actor,
                        "approved_first",
                        now
                    );
                return Put(
                    ledger,
                    decision.To(
                        ExecutionState.Sending,
                        now,
                        actor.Name,
                        "approved",
                        dueAt: now
                    ) with
                    {
                        Approvers = approvers,
                        Teaches = actor.May(ApiRights.Teach),
                        SentText = text ?? decision.SentText ?? decision.Reply,
                        Attempts = 0,
                    },
                    actor,
                    "approved",
                    now
                );
            },
            cancellationToken
        );

    private static CatalogueProblem? Refusal(
        DecisionExecution decision,
        DecisionSettings settings,
        string? text,
        Actor actor,
        DateTimeOffset now
    )
    {
        if (
            decision.State is ExecutionState.Expired
            || (decision.State is ExecutionState.Pending && decision.DueAt <= now)
        )
            return new CatalogueProblem(
                CatalogueRefusal.Expired,
                "it waited too long; answer the customer anew"
            );
        if (decision.State is not (ExecutionState.Pending or ExecutionState.Failed))
            return NotWaiting(decision);
        if (settings.KillSwitch || !settings.Enabled || settings.ShadowMode)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                "nothing is sent while the kill switch or shadow mode is set, or decisions are off"
            );
        if (text is null && decision.SentText is null && decision.Missing.Count > 0)
            return new CatalogueProblem(
                CatalogueRefusal.Incomplete,
                $"the reply lacks {string.Join(", ", decision.Missing)}; send it modified"
            );
        if (text is null && decision.SentText is null && string.IsNullOrWhiteSpace(decision.Reply))
            return new CatalogueProblem(CatalogueRefusal.Incomplete, "there is no reply to send");
        if (decision.Risk is not RiskClass.R3)
            return null;
        if (!actor.May(ApiRights.ApproveR3))
            return CatalogueProblem.NotPermitted("approve_r3");
        return decision.Approvers.Contains(actor.Name, StringComparer.Ordinal)
            ? new CatalogueProblem(
                CatalogueRefusal.NotPermitted,
                "risk R3 needs a second person; you approved it already"
            )
            : null;
    }

    private static CatalogueProblem NotWaiting(DecisionExecution decision)
    {
        var last = decision.Events.Count > 0 ? decision.Events[^1] : null;
        return new CatalogueProblem(
            CatalogueRefusal.NotAllowed,
            $"it is {WireName.Of(decision.State)}{(last is null ? "" : $" by {last.Actor}")}{(last?.Note is { } note ? $": {note}" : "")}"
        );
    }

    private static CatalogueAnswer<DecisionExecution> Put(
        DecisionLedger ledger,
        DecisionExecution decision,
        Actor actor,
        string what,
        DateTimeOffset now
    )
    {
        ledger.Put(decision);
        ledger.Add(new AuditEvent(now, actor.Name, what, decision.ExecutionId, decision.PatternId));
        return decision;
    }

    private static void Judge(
        DecisionLedger ledger,
        DecisionExecution decision,
        bool isRight,
        bool isEdited,
        string reason,
        Actor actor,
        DateTimeOffset now
    )
    {
        if (decision.PatternId is { } pattern)
            Evidence.Change(
                ledger,
                pattern,
                // Something that went wrong by itself weighs twice.
                old =>
                    old.After(
                        isRight,
                        isEdited,
                        isOverride: !isRight,
                        weight: reason == "undone" ? 2 : 1
                    ),
                mayBeAutomatic: true,
                reason,
                actor.Name,
                now,
                decision.ExecutionId
            );
    }

    private async Task<CatalogueAnswer<DecisionExecution>> ChangeAsync(
        Guid executionId,
        int? version,
        Func<
            DecisionLedger,
            DecisionExecution,
            DateTimeOffset,
            CatalogueAnswer<DecisionExecution>
        > change,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(executionId, cancellationToken) is not { } found)
            return NoDecision(executionId);
        var now = Moment.Now(time);
        return await store.ChangeAsync(
            new DecisionScope(found.ConversationId)
            {
                ExecutionId = executionId,
                Patterns = found.PatternId is { } pattern ? [pattern] : [],
            },
            ledger =>
                ledger.Find(executionId) is not { } decision ? NoDecision(executionId)
                : version is { } expected
                && expected != decision.Version
                && decision.State is ExecutionState.Pending
                    ? new CatalogueProblem(
                        CatalogueRefusal.NotAllowed,
                        "it was changed since it was read"
                    )
                : change(ledger, decision, now),
            cancellationToken
        );
    }

    private static CatalogueProblem NoDecision(Guid executionId) =>
        new(CatalogueRefusal.NotFound, $"no decision has the id {executionId}");
}
