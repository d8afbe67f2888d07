using System.ComponentModel.DataAnnotations;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Runs;

/// <summary>How a run stands.</summary>
public enum RunState
{
    Running,
    Finished,
    Cancelled,
    Failed,
}

/// <summary>What a run does at the moment, in the order in which it does it.</summary>
public enum RunStep
{
    Reading,
    Embedding,
    Clustering,

    /// <summary>A language model is asked for names; left out where none is configured.</summary>
    Naming,
    Mining,
    Drawing,
    Writing,
}

/// <summary>What is asked of a run.</summary>
[WireRequest]
public sealed record StartRun
{
    public const double LeastThreshold = 1;
    public const double MostThreshold = 1000;

    public HierarchySettings Hierarchy { get; init; } = new();

    /// <summary>The least cosine, 0 to 1, at which an item belongs to a known topic that asks for none of its own.</summary>
    [Range(0, 1)]
    public double SimilarityThreshold { get; init; } = 0.6;

    /// <summary>
    /// From how many times its channel's usual on an item counts as a hit, of which findings tell the share. It chooses no items: of
    /// hits alone there is nothing to compare with.
    /// </summary>
    [Range(LeastThreshold, MostThreshold)]
    public double PerformanceThreshold { get; init; } = MiningRules.UsualHit;

    /// <summary>
    /// Lists of words of one's own, by name: saying any of a list's words is a trait (<c>words:NAME</c>). A word that ends with
    /// <c>*</c> stands for all that begin so. They stand beside those of English (pronouns, articles, positive and negative words);
    /// one of the same name stands in its place. At most 50 lists of 5,000 words.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? WordLists { get; init; }

    /// <summary>Everything is done and told, nothing is written but the run itself.</summary>
    public bool TestMode { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Done">Of <paramref name="Total"/>; both null where a step cannot tell.</param>
/// <param name="ElapsedSeconds">Since its worker began; told at least every two seconds.</param>
/// <param name="LeftSeconds">Until its end if what is left goes as what was done; null while that cannot be told.</param>
public sealed record RunProgress(
    RunStep Step,
    long? Done = null,
    long? Total = null,
    double? ElapsedSeconds = null,
    double? LeftSeconds = null
);

/// <summary>A level as a run made it.</summary>
/// <param name="MedianSize">Items, copies counted.</param>
public sealed record LevelReport(ClusterLevel Level, int Clusters, double MedianSize);

/// <summary>What a run came to.</summary>
/// <param name="Items">Read.</param>
/// <param name="WithoutVector">Left out of neighbourhoods: no vector, or one of zeros.</param>
/// <param name="Copies">Items that say the same as an earlier one.</param>
/// <param name="Unscored">Left out of mining, by reason.</param>
/// <param name="Stability">−1 to 1, about 0 for noise; null where one meso holds all.</param>
/// <param name="IsStable">False where the neighbourhoods are chance's: nothing is then published.</param>
public sealed record RunReport(
    int Items,
    int WithoutVector,
    int Copies,
    IReadOnlyDictionary<string, int> Unscored,
    IReadOnlyList<LevelReport> Levels,
    double? Stability,
    bool IsStable,
    IReadOnlyList<ClusterEvent> Events,
    MiningNumbers? Numbers,
    int EvidenceRows,
    int Channels,
    int Folded,
    int PatternsWritten,
    IReadOnlyList<string> Remarks
);

/// <summary>A run of discovery over all items.</summary>
/// <param name="AsOf">Views are taken to be of this time.</param>
/// <param name="Attempt">1, and one more for every worker that took it over from a dead one.</param>
/// <param name="Error">Why it failed.</param>
public sealed record DiscoveryRun(
    Guid RunId,
    RunState State,
    StartRun Request,
    DateTimeOffset StartedAt,
    DateTimeOffset AsOf,
    DateTimeOffset? FinishedAt,
    int Attempt,
    RunProgress? Progress,
    RunReport? Report,
    string? Error
);
