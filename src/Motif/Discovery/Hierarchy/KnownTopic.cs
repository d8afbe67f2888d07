using System.ComponentModel.DataAnnotations;

namespace Motif.Discovery.Hierarchy;

/// <summary>A topic as its user gives it: by description, by example items, or by both.</summary>
[WireRequest]
public sealed record KnownTopicDraft
{
    public const int MostName = 200;
    public const int MostDescription = 4000;
    public const int MostExamples = 1000;

    /// <summary>Kept as it is; unique among topics.</summary>
    [MaxLength(MostName)]
    public required string Name { get; init; }

    /// <summary>What it is about, in words; the name where neither this nor an example is given.</summary>
    [MaxLength(MostDescription)]
    public string? Description { get; init; }

    /// <summary>Ids of items that belong to it.</summary>
    [MaxLength(MostExamples)]
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The least cosine of its items, 0 to 1; the run's <c>similarity_threshold</c> when not given.</summary>
    [Range(0, 1)]
    public double? Similarity { get; init; }
}

/// <summary>A topic that a run fills before it looks for neighbourhoods; its id is that of its cluster, a meso.</summary>
public sealed record KnownTopic(
    Guid TopicId,
    string Name,
    string? Description,
    IReadOnlyList<string> Examples,
    double? Similarity,
    string Actor,
    DateTimeOffset At
);
