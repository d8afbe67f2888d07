using System.Text.Json.Serialization;
using Motif.Content.Fatigue;

namespace Motif.Content.Posts;

/// <summary>What a post says: its content, or the template that the caller knows it by.</summary>
public record PostContent
{
    public string? Content { get; init; }

    /// <summary>A template of the caller's own, or a family's id; the content is then not looked at for one.</summary>
    public string? Pattern { get; init; }
    public string? VariantId { get; init; }
    public string? Topic { get; init; }
    public PostKind Kind { get; init; }

    /// <summary>A second call with the same key is the first one again.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>A place under the caps, held until it is published, released or expired.</summary>
[WireRequest]
public sealed record ReservePost : PostContent
{
    /// <summary>Holds until then and its grace; without it, for the minutes of the settings.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? ScheduledAt { get; init; }
    public RepeatRule? Rule { get; init; }
}

/// <summary>How an attempt to publish ended.</summary>
public enum PublishOutcome
{
    Published,

    /// <summary>The platform did not answer: settle it when it is known.</summary>
    Unknown,
    Failed,
}

/// <summary>A post that went out, of a reservation or of its own.</summary>
[WireRequest]
public sealed record PublishPost : PostContent
{
    /// <summary>The reservation that it fulfils.</summary>
    public Guid? PostId { get; init; }

    /// <summary>
    /// The decision that chose it while the store was down: without a reservation it is kept as a fallback, which no comparison
    /// counts. A reservation knows its own.
    /// </summary>
    public string? DecisionId { get; init; }

    /// <summary>The platform's id: one post, however often it is told.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it went out; now when not given. In the future it counts as scheduled until then.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? UsedAt { get; init; }
    public PublishOutcome Outcome { get; init; }

    /// <summary>The thread that it is a part of, and which part, from 1: the first one counts.</summary>
    public string? ThreadId { get; init; }
    public int? Part { get; init; }
    public IReadOnlyList<MetricSnapshot> Metrics { get; init; } = [];
}

/// <summary>A text that was changed after it went out.</summary>
[WireRequest]
public sealed record EditPost(
    string Content,
    [property: JsonConverter(typeof(OffsetTimeConverter))] DateTimeOffset? EditedAt = null
);

/// <summary>A post after a change, and what stands beside it.</summary>
/// <param name="Repeated">It was so already: nothing was changed.</param>
/// <param name="Warnings">cross_post: another persona posted the same text within a day.</param>
public sealed record PostReceipt(
    ContentPost Post,
    MetricState Metrics,
    bool Repeated,
    IReadOnlyList<string> Warnings
);

/// <summary>What was told of one post's metrics.</summary>
/// <param name="Refused">Wrong rows with what is wrong; the others were taken.</param>
public sealed record MetricsReceipt(
    Guid PostId,
    MetricState Metrics,
    int Accepted,
    IReadOnlyList<RefusedRow> Refused
);

/// <summary>A row that was not taken.</summary>
/// <param name="Row">Its place from 1.</param>
public sealed record RefusedRow(long Row, string Reason);
