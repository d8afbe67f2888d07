using System.Text.Json;
using System.Text.Json.Serialization;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Advice;

/// <summary>An item that is asked about: one of the corpus by its id, or a new one by its text or vector.</summary>
[WireRequest]
public sealed record ItemQuestion
{
    /// <summary>An item of the corpus; nothing else is then needed.</summary>
    public string? ItemId { get; init; }

    public string? Text { get; init; }

    /// <summary>In the space of the corpus; made of the text when not given.</summary>
    public float[]? Embedding { get; init; }

    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Texts, numbers and booleans by name.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    internal Item ToItem() =>
        new()
        {
            ItemId = "",
            Text = Text ?? "",
            PublishedAt = PublishedAt,
            Attributes = Attributes ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal),
        };
}

/// <summary>A neighbourhood that an item belongs to.</summary>
public sealed record MatchedCluster(Guid ClusterId, string Name);

/// <summary>A finding whose trait the item has, in a neighbourhood where it is.</summary>
/// <param name="Multiplier">What is to be expected of the trait alone.</param>
/// <param name="JointMultiplier">What it does beside the other confirmed traits of its neighbourhood.</param>
public sealed record MatchedFinding(
    Guid FindingId,
    string Feature,
    Guid? ClusterId,
    string Scope,
    double Multiplier,
    Interval95 Ci95,
    double JointMultiplier
);

/// <summary>Where an item belongs and what goes with how such items do.</summary>
/// <param name="Similarity">Cosine to the centre of its meso, −1 to 1; null where it belongs nowhere.</param>
/// <param name="Strength">0 lies between two mesos, 1 is the centre of its own.</param>
/// <param name="Findings">Confirmed ones, the narrowest neighbourhood's where several say something of one trait.</param>
/// <param name="Reason">Why it belongs nowhere.</param>
public sealed record ItemMatch(
    MatchedCluster? Macro,
    MatchedCluster? Meso,
    MatchedCluster? Micro,
    double? Similarity,
    double? Strength,
    IReadOnlyList<MatchedFinding> Findings,
    string? Reason
);

/// <summary>What to expect of an item, by its traits alone.</summary>
/// <param name="Multiplier">Against its channel's usual; 1 where no trait of it is known to matter.</param>
/// <param name="Ci95">Of the expectation, not of the single item: that varies far more.</param>
/// <param name="CalibrationSlope">
/// What later items kept of what such sums promised, in the last run; the sum is drawn in by it. Null where it was not measured,
/// and the sum then stands as it is.
/// </param>
/// <param name="OutOfSampleR2">The share of the differences between single later items that the sums explained.</param>
public sealed record OutcomeForecast(
    double Multiplier,
    Interval95 Ci95,
    IReadOnlyList<MatchedFinding> Findings,
    double? CalibrationSlope,
    double? OutOfSampleR2
);
