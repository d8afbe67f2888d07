using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>A conversation of which a customer waits for an answer.</summary>
/// <param name="IsFirst">Whether he was never answered in it.</param>
/// <param name="OpenMinutes">How long he has waited in open hours.</param>
public sealed record WaitingCustomer(
    string ConversationId,
    DateTimeOffset Since,
    bool IsFirst,
    double OpenMinutes
);

/// <summary>Says whose a conversation is. Thread-safe.</summary>
public sealed class ConversationDesk(IDecisionStore store, DecisionConfig config, TimeProvider time)
{
    public async Task<CatalogueAnswer<Conversation>> FindAsync(
        string conversationId,
        CancellationToken cancellationToken
    ) =>
        await store.ConversationAsync(conversationId, cancellationToken) is { } found
            ? found
            : new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"there is no conversation '{conversationId}'"
            );

    /// <summary>Gives it to a person: as with his reply the machine falls silent, until it is closed.</summary>
    public Task<CatalogueAnswer<Conversation>> AssignAsync(
        string conversationId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            conversationId,
            "assigned",
            actor,
            (ledger, now) =>
            {
                var since = ledger.Conversation?.WaitingSince;
                Conversations.OperatorWrote(ledger, now, topic: null, actor.Name);
                // Nobody has answered yet.
                return ledger.Conversation! with
                {
                    IsHuman = true,
                    HandedOverAt = now,
                    WaitingSince = since,
                };
            },
            cancellationToken
        );

    /// <summary>Ends it: what comes next is a new request, and nothing that was said before is held against it.</summary>
    public Task<CatalogueAnswer<Conversation>> CloseAsync(
        string conversationId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            conversationId,
            "closed",
            actor,
            (ledger, now) =>
            {
                Conversations.Overtake(ledger, now, actor.Name, "the conversation was closed");
                return ledger.Conversation! with
                {
                    IsHuman = false,
                    HandedOverAt = null,
                    OperatorAt = null,
                    OperatorTopic = null,
                    WaitingSince = null,
                    Burst = null,
                    CustomerAt = [],
                };
            },
            cancellationToken
        );

    /// <summary>How long a customer has waited, by the clocks of open hours; null where he does not.</summary>
    public async Task<WaitingCustomer?> WaitingAsync(
        string conversationId,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.ConversationAsync(conversationId, cancellationToken)
            is not { WaitingSince: { } since } conversation
        )
            return null;
        var settings = await config.CurrentAsync(cancellationToken);
        var now = Moment.Now(time);
        var open = settings.Hours?.OpenBetween(since, now) ?? now - since;
        return new WaitingCustomer(
            conversationId,
            since,
            !conversation.WasAnswered,
            open.TotalMinutes
        );
    }

    private async Task<CatalogueAnswer<Conversation>> ChangeAsync(
        string conversationId,
        string what,
        Actor actor,
        Func<DecisionLedger, DateTimeOffset, Conversation> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await FindAsync(conversationId, cancellationToken);
        if (found.Value is null)
            return found;
        var now = Moment.Now(time);
        return await store.ChangeAsync(
            new DecisionScope(conversationId),
            ledger =>
            {
                var changed = change(ledger, now);
                ledger.Put(changed);
                ledger.Add(new AuditEvent(now, actor.Name, $"conversation_{what}"));
                return changed;
            },
            cancellationToken
        );
    }
}
