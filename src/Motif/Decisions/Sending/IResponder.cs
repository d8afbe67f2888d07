using Motif.Decisions.Records;

namespace Motif.Decisions.Sending;

/// <summary>A reply on its way to a customer.</summary>
/// <param name="DeliveryId">The same at every attempt: the receiver must take two deliveries of one id for one.</param>
/// <param name="InReplyTo">The channel's id of the message that it answers.</param>
public sealed record OutgoingReply(
    Guid DeliveryId,
    string Channel,
    ChannelKind ChannelKind,
    string ConversationId,
    string InReplyTo,
    string? CustomerId,
    string Text
)
{
    /// <summary>Which address of the answered message it goes to: <c>sender</c> or <c>reply_to</c>; never to another.</summary>
    public string ReplyTo { get; init; } = "sender";

    /// <summary>Headers of a reply by e-mail, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether no person approved it.</summary>
    public bool IsAutomatic { get; init; }
}

/// <summary>What became of an attempt.</summary>
public enum SendResult
{
    /// <summary>The receiver has it.</summary>
    Sent,

    /// <summary>The receiver said no, and will say so again.</summary>
    Refused,

    /// <summary>The receiver said not now.</summary>
    NotNow,

    /// <summary>Nobody knows whether it arrived.</summary>
    Unknown,
}

/// <param name="Reason">In words, without the text that was sent.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone; null where it did not say.</param>
public sealed record SendAnswer(
    SendResult Result,
    string? Reason = null,
    TimeSpan? RetryAfter = null
);

/// <summary>
/// What takes replies to a channel. An answer that says what happened is no failure; what it throws counts as unknown.
/// Implementations are thread-safe and bound their own waiting.
/// </summary>
public interface IResponder
{
    Task<SendAnswer> SendAsync(OutgoingReply reply, CancellationToken cancellationToken);
}
