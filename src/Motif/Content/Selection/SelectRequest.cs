using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Motif.Content.Fatigue;

namespace Motif.Content.Selection;

/// <summary>Something that could be posted.</summary>
public sealed record VariantCandidate
{
    public required string VariantId { get; init; }
    public string? Content { get; init; }

    /// <summary>A template that the caller knows it by; the content is then not looked at for one.</summary>
    public string? Pattern { get; init; }
    public string? Topic { get; init; }

    /// <summary>The author, product or whatever else is promised a share in <see cref="SelectRequest.MinShares"/>.</summary>
    public string? Group { get; init; }

    /// <summary>Never drawn again, whatever is relaxed; its history stays.</summary>
    public bool Retired { get; init; }
    public RepeatRule? Rule { get; init; }
}

/// <summary>What shall be posted next?</summary>
[WireRequest]
public sealed record SelectRequest
{
    public const int MostVariants = 10_000;
    public const int MostSlots = 100;

    public required string PersonaId { get; init; }

    /// <summary>The same id with the same request is answered as before; made up when not given.</summary>
    public string? DecisionId { get; init; }
    public IReadOnlyList<VariantCandidate> Variants { get; init; } = [];

    /// <summary>Slots to fill; 0 for an empty slate, more than there are variants for all of them.</summary>
    [JsonPropertyName("n_select")]
    [Range(0, MostSlots)]
    public int Slots { get; init; } = 1;
    public SelectionMode? Mode { get; init; }

    /// <summary>False serves plain Thompson sampling, as the mode off does.</summary>
    public bool EnableFatigueDetection { get; init; } = true;

    /// <summary>Holds a place under the caps for every slot.</summary>
    public bool Reserve { get; init; } = true;

    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Settings of this call alone.</summary>
    public FatigueOverrides? Settings { get; init; }

    /// <summary>By group, the least share of slots that it shall have on average.</summary>
    public IReadOnlyDictionary<string, double> MinShares { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal);
}

/// <summary>A slot of a decision.</summary>
/// <param name="PostId">The reservation; null where none was asked for.</param>
/// <param name="Probability">That with which exactly this variant was drawn, the earlier slots given.</param>
/// <param name="SharesCost">Expected successes an impression that the promised shares cost in this slot; null where none are promised.</param>
/// <param name="CapCost">What the cap of families cost in this slot; null in a mode without one.</param>
public sealed record SelectedVariant(
    int Slot,
    string VariantId,
    string? FamilyId,
    double Probability,
    Guid? PostId,
    IReadOnlyList<RelaxReason> Relaxed,
    double? SharesCost = null,
    CapCost? CapCost = null
);

/// <summary>A variant that could not be drawn.</summary>
public sealed record ExcludedVariant(
    string VariantId,
    string Reason,
    DateTimeOffset? AllowedAt,
    string Detail
);

/// <summary>A decision with all that is needed to trust it.</summary>
/// <param name="Mode">The mode that served it.</param>
/// <param name="Holdout">The plain rule served it, and nothing learns from it.</param>
/// <param name="Degraded">The store did not answer: drawn by chance alone, not logged, to be left out of every comparison.</param>
/// <param name="Eligible">For every slot all that could have been drawn, with their probabilities.</param>
/// <param name="PendingExposures">Posts whose numbers are not ripe and moved nothing.</param>
/// <param name="Shadow">What guard would have served, in the mode shadow.</param>
/// <param name="Repeated">This decision was made before.</param>
public sealed record SelectionAnswer(
    string DecisionId,
    string PersonaId,
    DateTimeOffset At,
    SelectionMode Mode,
    string Policy,
    string PolicyVersion,
    string ExtractorVersion,
    bool Holdout,
    bool Degraded,
    IReadOnlyList<SelectedVariant> Selected,
    IReadOnlyList<IReadOnlyList<VariantProbability>> Eligible,
    IReadOnlyList<ExcludedVariant> Excluded,
    string? Reason,
    int Draws,
    int PendingExposures,
    IReadOnlyList<string>? Shadow,
    bool Repeated
);
