using System.Text.Json.Serialization;
using Motif.Decisions.Records;

namespace Motif.Decisions.Importing;

/// <summary>Who wrote a turn of an imported conversation.</summary>
public enum TurnRole
{
    Customer,
    Operator,

    /// <summary>A machine on our side; teaches nothing.</summary>
    Bot,

    /// <summary>For colleagues; teaches nothing.</summary>
    Note,
    System,
}

/// <summary>One turn of a conversation.</summary>
/// <param name="Action">What the operator did besides writing, where the source says so.</param>
public sealed record ImportedTurn(
    TurnRole Role,
    string Text,
    [property: JsonConverter(typeof(OffsetTimeConverter))] DateTimeOffset? At = null,
    string? Action = null
);

/// <summary>A line of an import: a whole conversation by its turns, or one turn by role and text.</summary>
[WireRequest]
public sealed record ImportedLine
{
    public required string ConversationId { get; init; }
    public string? CustomerId { get; init; }
    public TurnRole? Role { get; init; }
    public string? Text { get; init; }

    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? At { get; init; }
    public string? Action { get; init; }
    public IReadOnlyList<ImportedTurn>? Turns { get; init; }

    /// <summary>What is wrong with it, as a sentence; null where nothing is.</summary>
    internal string? Mistake()
    {
        if (ConversationId.Length is 0 or > 200)
            return "conversation_id must have 1 to 200 characters";
        if (Turns is { Count: > 0 } turns)
            return Role is not null || Text is not null
                    ? "either turns or role and text are given, not both"
                : turns.Any(t => t.Text.Length > InboundMessage.MostCharacters) ? TooLong
                : null;
        if (Role is null || string.IsNullOrWhiteSpace(Text))
            return "role and text, or turns, are needed";
        return Text.Length > InboundMessage.MostCharacters ? TooLong : null;
    }

    internal IEnumerable<ImportedTurn> All =>
        Turns is { Count: > 0 } turns ? turns : [new ImportedTurn(Role!.Value, Text!, At, Action)];

    private static string TooLong =>
        FormattableString.Invariant(
            $"a text has more than {InboundMessage.MostCharacters} characters"
        );
}
