using System.Text.Json.Serialization;

namespace Motif.Discovery.Hierarchy;

/// <summary>A neighbourhood of items that are about the same.</summary>
/// <param name="ClusterId">Stays as long as half of what either has is common to it before and after.</param>
/// <param name="ParentId">The neighbourhood that it lies in; null for a macro.</param>
/// <param name="Name">Unique among its siblings.</param>
/// <param name="Terms">The words and phrases that tell it from its siblings, the most telling first.</param>
/// <param name="Medoids">Ids of the items nearest to its centre.</param>
/// <param name="Size">Items in it, copies counted.</param>
/// <param name="Distinct">The same without copies.</param>
/// <param name="Cohesion">Mean cosine of its items to the centre of their meso; −1 to 1.</param>
public sealed record Cluster(
    Guid ClusterId,
    ClusterLevel Level,
    Guid? ParentId,
    string Name,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Medoids,
    int Size,
    int Distinct,
    double Cohesion
)
{
    /// <summary>Whether a person touched it: a run then neither splits nor merges it nor makes it anew.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether a person named it: the name then stays.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it is a known topic, of the same id.</summary>
    public bool IsTopic { get; init; }

    /// <summary>Whether a language model named it; null where none was asked, as of a name that a person gave.</summary>
    public NameReview? Review { get; init; }

    /// <summary>The name of its words where <see cref="Name"/> is a language model's.</summary>
    public string? ExtractedName { get; init; }

    /// <summary>Its centre: of length 1, less the corpus' mean. That of a micro decides who belongs to it.</summary>
    [JsonIgnore]
    public IReadOnlyList<float> Centroid { get; init; } = [];

    /// <summary>The same under a name that no language model gave.</summary>
    internal Cluster Called(string name) =>
        this with
        {
            Name = name,
            Review = null,
            ExtractedName = null,
        };
}

/// <summary>What a language model did for a name.</summary>
public enum NameReview
{
    /// <summary>It was asked and gave no name that could be taken: the name is that of the words.</summary>
    Unreviewed,

    /// <summary>It rephrased the name.</summary>
    Reviewed,
}

/// <summary>How an item came to its place.</summary>
public enum MemberOrigin
{
    /// <summary>The last run put it there.</summary>
    Run,

    /// <summary>It came after that, and was placed by what the run left.</summary>
    Placed,

    /// <summary>A person moved it there.</summary>
    Moved,
}

/// <summary>Where an item stands in the hierarchy.</summary>
/// <param name="Strength">
/// 0 to 1: 0 lies at the border of its meso as that was made, 1 is the centre, or a person put it there.
/// </param>
public sealed record ClusterMember(
    string ItemId,
    Guid MacroId,
    Guid MesoId,
    Guid MicroId,
    double Strength,
    MemberOrigin Origin = MemberOrigin.Run
)
{
    /// <summary>The neighbourhood of a level.</summary>
    public Guid At(ClusterLevel level) =>
        level switch
        {
            ClusterLevel.Macro => MacroId,
            ClusterLevel.Meso => MesoId,
            _ => MicroId,
        };
}

/// <summary>What happened to neighbourhoods from one run to the next.</summary>
public enum ClusterChange
{
    /// <summary>New, and no old one gave most of it.</summary>
    Born,

    /// <summary>Gone, and no new one took most of it.</summary>
    Died,

    /// <summary>New, and most of its items come from one that goes on.</summary>
    Split,

    /// <summary>Gone, and most of its items are in one that goes on.</summary>
    Merged,
}

/// <summary>One such change; born and split less died and merged is the change of count.</summary>
/// <param name="OtherId">The one it was split from or merged into.</param>
public sealed record ClusterEvent(
    ClusterLevel Level,
    ClusterChange Change,
    Guid ClusterId,
    string Name,
    Guid? OtherId = null
);
