using System.ComponentModel.DataAnnotations;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>What kind of thing somebody on our side wrote.</summary>
public enum ReplyKind
{
    Reply,

    /// <summary>For colleagues; teaches nothing.</summary>
    Note,
    Bot,
    System,
}

/// <summary>What a person answered.</summary>
[WireRequest]
public sealed record HumanReply
{
    [Required, StringLength(200, MinimumLength = 1)]
    public required string ConversationId { get; init; }

    [Required, StringLength(100, MinimumLength = 1)]
    public required string Channel { get; init; }

    /// <summary>Of the customer's message that was answered.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public required string MessageId { get; init; }

    /// <summary>The customer's words; needed where the message was never decided here.</summary>
    [StringLength(InboundMessage.MostCharacters)]
    public string? Text { get; init; }

    /// <summary>What was sent.</summary>
    [Required, StringLength(ReplyBody.MostCharacters, MinimumLength = 1)]
    public required string Reply { get; init; }

    /// <summary>The pattern that it was, where the person chose one.</summary>
    public Guid? PatternId { get; init; }

    public ReplyKind Kind { get; init; } = ReplyKind.Reply;

    [StringLength(100)]
    public string? Topic { get; init; }

    [StringLength(200)]
    public string? CustomerId { get; init; }

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
        if (string.IsNullOrWhiteSpace(Reply))
            mistakes["reply"] = ["is empty"];
        return mistakes;
    }
}

/// <summary>What was learned of a reply.</summary>
/// <param name="LessonId">To forget it by; null where nothing was learned.</param>
/// <param name="Reason">A code: <c>learned</c>, or why nothing was.</param>
/// <param name="PatternId">The pattern that the reply was; null for words of its own.</param>
/// <param name="Similarity">Of the reply to the pattern's, 0 to 1.</param>
/// <param name="Agrees">Whether the decision had the same pattern first; null where there was none.</param>
/// <param name="CandidateId">A pattern that was proposed because three replies were alike: a draft, in nobody's use.</param>
public sealed record LearnedReply(
    Guid? LessonId,
    string Reason,
    Guid? PatternId = null,
    double? Similarity = null,
    bool? Agrees = null,
    Guid? CandidateId = null
);
