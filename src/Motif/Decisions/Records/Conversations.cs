namespace Motif.Decisions.Records;

/// <summary>What happens to the decisions of a conversation when it goes on without them.</summary>
internal static class Conversations
{
    private const int RememberedDone = 50;

    /// <summary>A person on our side wrote: the machine falls silent, and what it held or offered is withdrawn.</summary>
    /// <param name="done">The label of what was done; null where that is not known.</param>
    public static void OperatorWrote(
        DecisionLedger ledger,
        DateTimeOffset now,
        string? topic,
        string actor,
        string? done = null
    )
    {
        Overtake(ledger, now, actor, "a person answered");
        if (ledger.Conversation is not { } conversation)
            return;
        ledger.Put(
            conversation with
            {
                OperatorAt = now,
                WaitingSince = null,
                WasAnswered = true,
                OperatorTopic = topic ?? conversation.OperatorTopic,
                Done = done is null
                    ? conversation.Done
                    : [.. conversation.Done.Append(done).TakeLast(RememberedDone)],
            }
        );
    }

    /// <summary>Nothing that waits was written for what was said since.</summary>
    public static void Overtake(
        DecisionLedger ledger,
        DateTimeOffset now,
        string actor,
        string note
    )
    {
        foreach (var waiting in ledger.Executions.ToList())
        {
            ExecutionState? state = waiting.State switch
            {
                ExecutionState.Held => ExecutionState.Cancelled,
                ExecutionState.Pending or ExecutionState.Failed => ExecutionState.Superseded,
                _ => null,
            };
            // Whoever asked for a person and writes on is still told that one comes.
            if (waiting.IsNotice && actor == "customer")
                continue;
            if (state is { } next && waiting.ConversationId == ledger.Conversation?.ConversationId)
                ledger.Put(waiting.To(next, now, actor, note));
        }
    }
}
