using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Intake;

/// <summary>Why a message is not matched at all.</summary>
/// <param name="Reason">A code.</param>
public sealed record IntakeRefusal(DecisionAction Action, string Reason);

/// <summary>Asks, before any matching, whether a message is one to be answered, and whether a person has the conversation.</summary>
internal static class IntakeCheck
{
    /// <summary>Null for a message that is to be matched.</summary>
    public static IntakeRefusal? Of(
        InboundMessage message,
        IReadOnlyList<RuleHit> hits,
        Conversation? conversation,
        DecisionSettings settings,
        DateTimeOffset now
    )
    {
        if (message.Author is MessageAuthor.Self or MessageAuthor.Bot)
            return new(DecisionAction.Ignore, "own_echo");
        if (MachineMail.Marker(message) is { } marker)
            return new(DecisionAction.Ignore, $"machine_generated:{marker}");
        if (IsTooOld(message, settings, now))
            return new(DecisionAction.HandOver, "too_old");
        if (ReplyLoop.Is(message, conversation, now))
            return new(DecisionAction.HandOver, "loop_suspected");
        if (hits.FirstOrDefault(h => h.Effect is RuleEffect.WantsPerson) is { } wanted)
            return new(DecisionAction.HandOver, wanted.Rule);
        if (hits.FirstOrDefault(h => h.Effect is RuleEffect.Alert) is { } alert)
            return new(DecisionAction.HandOver, alert.Rule);
        if (Acknowledgement.Is(message.Text))
            return new(DecisionAction.Ignore, "acknowledgement");
        if (MessageTokens.Signature(message.Text) is null)
            return new(DecisionAction.HandOver, "no_text");
        if (ChangedMind.Is(message.Text))
            return new(DecisionAction.HandOver, "changes_its_mind");
        return OfConversation(conversation, settings, now);
    }

    private static IntakeRefusal? OfConversation(
        Conversation? conversation,
        DecisionSettings settings,
        DateTimeOffset now
    )
    {
        if (conversation is null)
            return null;
        if (conversation.IsHuman)
            return new(DecisionAction.Log, "conversation_is_human");
        if (now - conversation.OperatorAt < TimeSpan.FromMinutes(settings.OperatorSilenceMinutes))
            return new(DecisionAction.Log, "operator_active");
        var since = now - TimeSpan.FromSeconds(settings.RapidSeconds);
        return conversation.CustomerAt.Count(at => at > since) + 1 >= settings.RapidMessages
            ? new(DecisionAction.HandOver, "rapid_messages")
            : null;
    }

    private static bool IsTooOld(
        InboundMessage message,
        DecisionSettings settings,
        DateTimeOffset now
    ) =>
        message.SentAt is { } sent
        && now - sent
            > (
                message.ChannelKind is ChannelKind.Email
                    ? TimeSpan.FromHours(settings.EmailMaxAgeHours)
                    : TimeSpan.FromMinutes(settings.ChatMaxAgeMinutes)
            );
}
