using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>
/// Says of replies that wait for a person that their time is nearly over: once each, in the audit and on the reply. What nobody
/// approves is never sent, so that somebody has to know before. Thread-safe; servers on one database raise each alarm once.
/// </summary>
public sealed class ApprovalAlarms(IDecisionStore store, SteadyClock clock)
{
    /// <summary>How long before a reply runs out.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(30);

    private const int Page = 200;

    /// <summary>Raises what is due now; returns how many.</summary>
    public async Task<int> RaiseAsync(CancellationToken cancellationToken)
    {
        var raised = 0;
        Guid? before = null;
        while (true)
        {
            var page = await store.ListAsync(
                new ExecutionQuery
                {
                    States = [ExecutionState.Pending],
                    Before = before,
                    Limit = Page,
                },
                cancellationToken
            );
            foreach (var waiting in page.Where(w => IsRunningOut(w, clock.Now())))
                raised += await RaiseAsync(waiting, cancellationToken) ? 1 : 0;
            if (page.Count < Page)
                return raised;
            before = page[^1].ExecutionId;
        }
    }

    private static bool IsRunningOut(DecisionExecution waiting, DateTimeOffset now) =>
        waiting is { State: ExecutionState.Pending, AlarmedAt: null, DueAt: { } due }
        && due > now
        && due - now <= Before;

    /// <summary>The version stays: whoever reads the reply just now may still approve it.</summary>
    private Task<bool> RaiseAsync(DecisionExecution waiting, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            new DecisionScope(waiting.ConversationId) { ExecutionId = waiting.ExecutionId },
            ledger =>
            {
                var now = clock.Now();
                if (
                    ledger.Find(waiting.ExecutionId) is not { } decision
                    || !IsRunningOut(decision, now)
                )
                    return false;
                ledger.Put(
                    decision with
                    {
                        AlarmedAt = now,
                        Events =
                        [
                            .. decision.Events,
                            new ExecutionEvent(now, DecisionEngine.Machine, "running_out"),
                        ],
                    }
                );
                ledger.Add(
                    new AuditEvent(
                        now,
                        DecisionEngine.Machine,
                        "running_out",
                        decision.ExecutionId,
                        decision.PatternId
                    )
                );
                return true;
            },
            cancellationToken
        );
}
