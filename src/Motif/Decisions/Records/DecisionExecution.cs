using System.Text.Json.Serialization;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Records;

/// <summary>What the machine would do with a message, from nothing to everything.</summary>
public enum DecisionAction
{
    /// <summary>It is no message to answer.</summary>
    Ignore,

    /// <summary>Nothing but a line in the log; a person reads the message as ever.</summary>
    Log,

    /// <summary>A person has to look, at once.</summary>
    HandOver,

    /// <summary>A reply waits to be approved.</summary>
    Queue,

    /// <summary>A reply is offered to the person who answers.</summary>
    Suggest,

    /// <summary>A reply is sent unless somebody stops it.</summary>
    Auto,
}

/// <summary>Where a decision stands.</summary>
public enum ExecutionState
{
    Ignored,
    Logged,
    HandedOver,

    /// <summary>Decided in shadow: nothing is sent.</summary>
    Shadow,

    /// <summary>Waits for a person.</summary>
    Pending,

    /// <summary>Waits out its hold; a person can cancel it.</summary>
    Held,

    /// <summary>On its way; what became of it is not known yet.</summary>
    Sending,
    Sent,
    Cancelled,
    Rejected,

    /// <summary>The conversation went on before anybody approved it.</summary>
    Superseded,
    Expired,

    /// <summary>The channel refused it; it can be approved again.</summary>
    Failed,

    /// <summary>Nobody knows whether it arrived: a task for a person, never a second send.</summary>
    DeliveryUnknown,
}

/// <summary>A pattern that was considered.</summary>
/// <param name="PatternId">Null for words of a person's own.</param>
public sealed record ConsideredPattern(Guid? PatternId, string Name, double Score);

/// <summary>One of several things that a message asks for.</summary>
/// <param name="Start">Of its first character in the words that were decided.</param>
/// <param name="Length">In characters.</param>
public sealed record AskedFor(
    int Start,
    int Length,
    string Text,
    IReadOnlyList<ConsideredPattern> Candidates
);

/// <summary>Something that happened to a decision.</summary>
public sealed record ExecutionEvent(
    DateTimeOffset At,
    string Actor,
    string Event,
    string? Note = null
);

/// <summary>One message, what was decided about it and why, and what came of it.</summary>
public sealed record DecisionExecution
{
    public required Guid ExecutionId { get; init; }
    public required string MessageId { get; init; }
    public required string ConversationId { get; init; }
    public required string Channel { get; init; }
    public ChannelKind ChannelKind { get; init; }
    public string? CustomerId { get; init; }

    /// <summary>When the customer wrote.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The words that were decided on, without personal data.</summary>
    public required string Text { get; init; }

    /// <summary>The whole message without personal data, where something of it was taken out or pieces were joined.</summary>
    public string? Original { get; init; }

    /// <summary>What was taken out of it before it was decided, without personal data.</summary>
    public IReadOnlyList<StrippedPart> Stripped { get; init; } = [];

    /// <summary>The customer's language as ISO 639-1; null where it could not be told.</summary>
    public string? Language { get; init; }

    /// <summary>What it asks for, where that is more than one thing.</summary>
    public IReadOnlyList<AskedFor> Requests { get; init; } = [];

    /// <summary>Words that nothing learned has.</summary>
    public IReadOnlyList<string> NovelWords { get; init; } = [];

    /// <summary>The headers that a reply by e-mail carries, by name.</summary>
    public IReadOnlyDictionary<string, string> ReplyHeaders { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Which address of the message a reply goes to: <c>sender</c>, or <c>reply_to</c> where it named one. Never another.</summary>
    public string ReplyTo { get; init; } = "sender";

    public required DecisionAction Action { get; init; }
    public required ExecutionState State { get; init; }

    /// <summary>Codes of why it was decided so, the decisive one first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What stood between this and an automatic answer, in words.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    public Guid? PatternId { get; init; }
    public int? PatternVersion { get; init; }
    public string? PatternName { get; init; }
    public RiskClass? Risk { get; init; }

    /// <summary>P̂ that the pattern is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether the confidence came before 200 labelled decisions, of examples that were withheld: it counts for no threshold.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>From which confidence on its class was automatic; null where none could be promised.</summary>
    public double? Threshold { get; init; }

    /// <summary>How many lessons were known: with them the confidence comes out again.</summary>
    public int Position { get; init; }

    /// <summary>The sentence model that read it; null without one.</summary>
    public string? Model { get; init; }

    public IReadOnlyList<ConsideredPattern> Candidates { get; init; } = [];

    public IReadOnlyDictionary<string, double> Signals { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What would be sent.</summary>
    public string? Reply { get; init; }

    /// <summary>What was approved or sent, where that is another text or already on its way.</summary>
    public string? SentText { get; init; }

    /// <summary>Who approved it, in their order; none for what was sent automatically.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>Whether who approved it last may teach.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Teaches { get; init; }

    /// <summary>An attempt was made whose outcome nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnknown { get; init; }

    /// <summary>Places of the reply that nothing was given for.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>When it is sent, tried again, or expires.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When somebody was told that it runs out soon and nobody has approved it; null before that.</summary>
    public DateTimeOffset? AlarmedAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>What a person did in its place: <c>right</c>, <c>edited</c>, <c>other</c>, <c>custom</c>, <c>rejected</c>, <c>undone</c>, or what the customer said of it: <c>complaint</c>, <c>contradicted</c>; null while nobody did.</summary>
    public string? Outcome { get; init; }

    /// <summary>What a customer made of the answer, as it was reported; null while nobody did.</summary>
    public string? CustomerOutcome { get; init; }

    /// <summary>What a person's answer to it taught, to forget it by; null where it taught nothing.</summary>
    public Guid? LessonId { get; init; }

    /// <summary>Whether the first candidate was what the person did.</summary>
    public bool? Agrees { get; init; }

    public IReadOnlyList<ExecutionEvent> Events { get; init; } = [];

    /// <summary>Counts changes; the ETag.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether it is no decision but the words that tell a customer of the person to come.</summary>
    [JsonIgnore]
    public bool IsNotice => Action is DecisionAction.HandOver && Reply is not null;

    /// <summary>Told again for a message that was decided before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Duplicate { get; init; }

    /// <summary>The same one stage further.</summary>
    internal DecisionExecution To(
        ExecutionState state,
        DateTimeOffset at,
        string actor,
        string? note = null,
        DateTimeOffset? dueAt = null
    ) =>
        this with
        {
            State = state,
            DueAt = dueAt,
            Version = Version + 1,
            Events = [.. Events, new ExecutionEvent(at, actor, WireName.Of(state), note)],
        };

    /// <summary>Named after channel and message: the same message is the same decision.</summary>
    internal static Guid IdOf(string channel, string messageId) =>
        Motif.PatternId.Of($"decision\n{channel}\n{messageId}");
}
