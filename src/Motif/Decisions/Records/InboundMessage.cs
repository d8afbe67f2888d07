using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Motif.Decisions.Records;

/// <summary>What a channel is like.</summary>
public enum ChannelKind
{
    Chat,
    Sms,
    Email,
}

/// <summary>Who wrote a message.</summary>
public enum MessageAuthor
{
    Customer,

    /// <summary>A person on our side; the machine falls silent.</summary>
    Operator,

    /// <summary>Ourselves, told back by the channel.</summary>
    Self,

    /// <summary>Another machine on our side.</summary>
    Bot,
}

/// <summary>What became of a message since it was first handed on.</summary>
public enum MessageChange
{
    New,

    /// <summary>The customer wrote it anew; what was held for the old words is decided again.</summary>
    Edited,

    /// <summary>The customer took it back; what was held for it is dropped.</summary>
    Deleted,
}

/// <summary>A message as a channel hands it on.</summary>
[WireRequest]
public sealed record InboundMessage
{
    public const int MostCharacters = 100_000;
    public const int MostVariables = 200;

    /// <summary>The channel's own id of it; the same id is the same message.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public required string MessageId { get; init; }

    [Required, StringLength(200, MinimumLength = 1)]
    public required string ConversationId { get; init; }

    [Required, StringLength(100, MinimumLength = 1)]
    public required string Channel { get; init; }

    public ChannelKind ChannelKind { get; init; } = ChannelKind.Chat;

    [StringLength(MostCharacters)]
    public string Text { get; init; } = "";

    public MessageAuthor Author { get; init; } = MessageAuthor.Customer;

    public MessageChange Change { get; init; } = MessageChange.New;

    /// <summary>Names the customer in your system; needed to forget him again.</summary>
    [StringLength(200)]
    public string? CustomerId { get; init; }

    /// <summary>The sender's address; one that nobody reads is never answered.</summary>
    [StringLength(320)]
    public string? Sender { get; init; }

    /// <summary>Now where it is not given.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? SentAt { get; init; }

    public bool HasAttachment { get; init; }

    /// <summary>Of an e-mail, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What places of a reply are filled with, such as <c>customer.first_name</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What operators did before in this conversation, oldest first; taken from the conversation where it is not given.</summary>
    public IReadOnlyList<string>? History { get; init; }

    /// <summary>A header by its name, whatever its case; null where it is not given or empty.</summary>
    internal string? Header(string name) =>
        Headers
            .FirstOrDefault(h => h.Key.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Value?.Trim()
            is { Length: > 0 } value
            ? value
            : null;

    internal Dictionary<string, string[]> Mistakes()
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(
            this,
            new ValidationContext(this),
            results,
            validateAllProperties: true
        );
        foreach (var result in results)
        foreach (var member in result.MemberNames)
            mistakes[System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(member)] =
            [
                result.ErrorMessage ?? "is wrong",
            ];
        if (Variables.Count > MostVariables)
            mistakes["variables"] = [FormattableString.Invariant($"has more than {MostVariables}")];
        if (Headers.Count > MostVariables)
            mistakes["headers"] = [FormattableString.Invariant($"has more than {MostVariables}")];
        if (History is { Count: > 200 })
            mistakes["history"] = ["has more than 200"];
        return mistakes;
    }
}
