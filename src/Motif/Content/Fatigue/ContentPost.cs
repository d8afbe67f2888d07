using System.Text.Json.Serialization;

namespace Motif.Content.Fatigue;

/// <summary>Where a post stands between being chosen and being history.</summary>
public enum PostState
{
    /// <summary>Chosen and not yet out: it holds its place under every cap until it expires.</summary>
    Reserved,

    /// <summary>The platform did not say whether it went out: it holds its place until that is settled.</summary>
    Unknown,
    Published,

    /// <summary>Given up before it went out, or taken back before anybody saw it.</summary>
    Released,
    Expired,

    /// <summary>Publishing failed for good.</summary>
    Failed,

    /// <summary>Deleted after people saw it: it still tires them.</summary>
    Removed,
}

/// <summary>What sort of post it is.</summary>
public enum PostKind
{
    Post,

    /// <summary>Somebody's post passed on; counts only where the settings say so.</summary>
    Reshare,

    /// <summary>A later part of a thread, which counts once by its head.</summary>
    Part,
}

/// <summary>Who chose it.</summary>
public enum PostOrigin
{
    Manual,
    Selection,
    Holdout,
    Fallback,
    Import,
}

/// <summary>Impressions and successes of a post up to a time; null is not 0.</summary>
/// <param name="Estimated">Kept, never learned.</param>
/// <param name="Final">No more will come: the post need not ripen.</param>
public sealed record MetricSnapshot(
    [property: JsonConverter(typeof(OffsetTimeConverter))] DateTimeOffset AsOf,
    double? Impressions = null,
    double? Successes = null,
    bool Estimated = false,
    bool Final = false
);

/// <summary>Something that happened to a post.</summary>
public sealed record PostEvent(DateTimeOffset At, string What, string? Detail = null);

/// <summary>A fact that broke a cap: it is kept and flagged, never refused.</summary>
/// <param name="PostIds">The posts that filled the cap before it.</param>
public sealed record CapBreach(
    CapLevel Level,
    double WindowDays,
    int Max,
    IReadOnlyList<Guid> PostIds
);

/// <summary>One post of a persona, from its reservation to its last metrics.</summary>
public sealed record ContentPost
{
    public required Guid PostId { get; init; }
    public required string PersonaId { get; init; }
    public required PostState State { get; init; }
    public PostKind Kind { get; init; }
    public PostOrigin Origin { get; init; }

    /// <summary>Null where the content has no template.</summary>
    public string? FamilyId { get; init; }
    public string? PatternId { get; init; }

    /// <summary>Names the identical text; null where only a pattern was given.</summary>
    public string? TextHash { get; init; }
    public string? VariantId { get; init; }
    public string? Topic { get; init; }
    public string? ExternalId { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? DecisionId { get; init; }
    public int? Slot { get; init; }
    public double? Probability { get; init; }

    /// <summary>The thread that it belongs to, and its place there from 1.</summary>
    public string? ThreadId { get; init; }
    public int? Part { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? ScheduledAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Published after its reservation had expired.</summary>
    public bool Late { get; init; }

    /// <summary>Seen by both arms of the hold-out, or drawn while settings could not be read: left out of every comparison.</summary>
    public bool Contaminated { get; init; }
    public IReadOnlyList<CapBreach> Breaches { get; init; } = [];
    public IReadOnlyList<MetricSnapshot> Snapshots { get; init; } = [];
    public IReadOnlyList<PostEvent> Events { get; init; } = [];

    /// <summary>The time by which windows count it.</summary>
    [JsonIgnore]
    public DateTimeOffset At => UsedAt ?? ScheduledAt ?? RecordedAt;

    [JsonIgnore]
    public MetricState Metrics => MetricState.Of(Snapshots, RemovedAt);

    /// <summary>It went out.</summary>
    [JsonIgnore]
    public bool IsFact => State is PostState.Published or PostState.Removed;

    /// <summary>It holds a place under the caps although it is not out.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        State is PostState.Unknown || (State is PostState.Reserved && ExpiresAt > now);

    internal ContentPost With(DateTimeOffset at, string what, string? detail = null) =>
        this with
        {
            Events = [.. Events, new PostEvent(at, what, detail)],
        };
}
