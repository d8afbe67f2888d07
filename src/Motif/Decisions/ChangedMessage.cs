using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>What follows when a customer edits a message or takes it back.</summary>
internal static class ChangedMessage
{
    /// <returns>The answer where nothing is to be decided; null where the words are.</returns>
    public static CatalogueAnswer<DecisionAnswer>? Settle(
        DecisionLedger ledger,
        InboundMessage message,
        DecisionExecution? known,
        DateTimeOffset now
    )
    {
        if (message.Change is MessageChange.New)
            return null;
        if (message.Change is MessageChange.Edited)
        {
            if (known is not null && HasLeft(known))
                return Note(ledger, known, now, "edited_after_send");
            return null;
        }
        if (known is null)
            return new DecisionAnswer(null, "deleted");
        if (HasLeft(known))
            return Note(ledger, known, now, "deleted_after_send");
        var dropped = IsOpen(known)
            ? known.To(
                known.State is ExecutionState.Held
                    ? ExecutionState.Cancelled
                    : ExecutionState.Superseded,
                now,
                "customer",
                "the customer took the message back"
            )
            : known;
        ledger.Put(dropped);
        ledger.Add(new AuditEvent(now, "customer", "deleted", known.ExecutionId, known.PatternId));
        return new DecisionAnswer(dropped, "deleted");
    }

    /// <summary>The new decision in the place of the old one, with what happened before.</summary>
    public static DecisionExecution Instead(DecisionExecution? known, DecisionExecution decision) =>
        known is null
            ? decision
            : decision with
            {
                Version = known.Version + 1,
                Events =
                [
                    .. known.Events,
                    .. decision.Events.Select(e =>
                        e with
                        {
                            Note = "the customer edited the message",
                        }
                    ),
                ],
            };

    private static bool IsOpen(DecisionExecution known) =>
        known.State is ExecutionState.Held or ExecutionState.Pending or ExecutionState.Failed;

    private static bool HasLeft(DecisionExecution known) =>
        known.State
            is ExecutionState.Sending
                or ExecutionState.Sent
                or ExecutionState.DeliveryUnknown;

    /// <summary>Too late to do anything but tell a person, who may take the answer back.</summary>
    private static DecisionAnswer Note(
        DecisionLedger ledger,
        DecisionExecution known,
        DateTimeOffset now,
        string what
    )
    {
        var noted = known with
        {
            Version = known.Version + 1,
            Events = [.. known.Events, new ExecutionEvent(now, "customer", what)],
        };
        ledger.Put(noted);
        ledger.Add(new AuditEvent(now, "customer", what, known.ExecutionId, known.PatternId));
        return new DecisionAnswer(noted, what);
    }
}
