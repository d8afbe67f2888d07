using System.ComponentModel.DataAnnotations;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>What a customer, or the world, made of an answer.</summary>
public enum AnswerOutcome
{
    /// <summary>It solved what was asked.</summary>
    Solved,

    /// <summary>It was wrong.</summary>
    Wrong,

    /// <summary>The customer complained about it; weighs twice, and three in an hour stop all automatic answers.</summary>
    Complaint,

    /// <summary>The conversation was opened again because of it.</summary>
    Reopened,

    LowRating,

    /// <summary>What it did was taken back; weighs twice.</summary>
    Undone,
}

/// <summary>The outcome of a decision that was sent.</summary>
[WireRequest]
public sealed record CustomerOutcome
{
    [Required]
    public required Guid ExecutionId { get; init; }

    public required AnswerOutcome Outcome { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }
}
