namespace Motif.Decisions.Records;

/// <summary>What is known of a conversation; every change of a decision in it happens under its lock.</summary>
public sealed record Conversation
{
    public required string ConversationId { get; init; }

    /// <summary>When a person on our side last wrote, and about what.</summary>
    public DateTimeOffset? OperatorAt { get; init; }

    public string? OperatorTopic { get; init; }

    /// <summary>A person has it: the machine says nothing until it is closed.</summary>
    public bool IsHuman { get; init; }

    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>When the customer wrote, the last few times.</summary>
    public IReadOnlyList<DateTimeOffset> CustomerAt { get; init; } = [];

    /// <summary>When the machine answered, the last few times, and with which pattern.</summary>
    public IReadOnlyList<MachineAnswer> Answers { get; init; } = [];

    /// <summary>What the customer said, the last few times, as fingerprints.</summary>
    public IReadOnlyList<SaidBefore> Said { get; init; } = [];

    /// <summary>The pieces that the customer is still writing, as one; null where none are joined.</summary>
    public MessageBurst? Burst { get; init; }

    /// <summary>The language that the customer last wrote in, where it could be told.</summary>
    public string? Language { get; init; }

    /// <summary>The pattern of the last answer that went out, whoever approved it.</summary>
    public Guid? LastPatternId { get; init; }

    /// <summary>Since when the customer waits for a person or an answer; null where he does not.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Whether anybody, or the machine, answered him before.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>What people on our side did, oldest first: the labels that the matcher sees as context.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];
}

/// <summary>An answer that went out without a person.</summary>
public sealed record MachineAnswer(DateTimeOffset At, Guid PatternId);

/// <param name="Fingerprint">Equal for the same words; tells nothing of them.</param>
public sealed record SaidBefore(DateTimeOffset At, string Fingerprint);

/// <summary>One request in several messages.</summary>
/// <param name="Text">All of them, one a line, without personal data.</param>
public sealed record MessageBurst(DateTimeOffset FirstAt, DateTimeOffset LastAt, string Text);
