using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Runs;

/// <summary>Everything that a run leaves behind.</summary>
public sealed record DiscoveredState(
    HierarchyFrame Frame,
    IReadOnlyList<Cluster> Clusters,
    IReadOnlyList<ClusterMember> Members,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Null where none was drawn.</summary>
    public DrawnMap? Map { get; init; }
}

/// <summary>
/// Keeps runs, and the hierarchy and findings of the last one. One run goes on at a time: its worker holds it by its attempt, and
/// whoever takes it over from a dead worker raises that, so that the dead one's writes are refused should it wake. Thread-safe; a
/// failure is a <see cref="Storage.BackendException"/>.
/// </summary>
public interface IDiscoveryStore
{
    /// <summary>Starts the run; returns the one that is under way, or has its id, instead where there is one.</summary>
    Task<DiscoveryRun?> StartAsync(DiscoveryRun run, CancellationToken cancellationToken);

    /// <summary>
    /// The run under way whose worker was not heard of for so long, taken over with its attempt raised; null where none is. When a
    /// worker was heard of, and what time it is now, the database's clock says where it has one.
    /// </summary>
    Task<DiscoveryRun?> TakeOverAsync(
        TimeSpan silence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Says that the worker lives and how far it is; false when the run is no longer its own.</summary>
    Task<bool> BeatAsync(
        Guid runId,
        int attempt,
        RunProgress progress,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Ends the run and replaces what was discovered, in one transaction; false when the run is no longer its own.</summary>
    /// <param name="ended">With its attempt.</param>
    /// <param name="state">Null to leave what stands.</param>
    Task<bool> EndAsync(
        DiscoveryRun ended,
        DiscoveredState? state,
        CancellationToken cancellationToken
    );

    /// <summary>Ends a run as cancelled whoever works on it; false when it had ended.</summary>
    Task<bool> CancelAsync(Guid runId, DateTimeOffset now, CancellationToken cancellationToken);

    Task<DiscoveryRun?> FindRunAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<DiscoveryRun>> ListRunsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>By level, then by position: parents stand in the order of their size, children under them.</summary>
    /// <param name="withCentroids">Whether the centres are read.</param>
    Task<IReadOnlyList<Cluster>> ListClustersAsync(
        bool withCentroids,
        CancellationToken cancellationToken
    );

    /// <summary>In order of item ids.</summary>
    /// <param name="clusterId">Of any level; null for all.</param>
    Task<IReadOnlyList<ClusterMember>> ListMembersAsync(
        Guid? clusterId,
        string? after,
        int limit,
        CancellationToken cancellationToken
    );

    Task<IReadOnlyList<Finding>> ListFindingsAsync(CancellationToken cancellationToken);

    Task<Finding?> FindFindingAsync(Guid findingId, CancellationToken cancellationToken);

    /// <summary>The borders of the hierarchy that stands; null before the first run.</summary>
    Task<HierarchyFrame?> FrameAsync(CancellationToken cancellationToken);

    /// <summary>The hierarchy that stands, read at one moment; null before the first run.</summary>
    Task<StoredHierarchy?> HierarchyAsync(CancellationToken cancellationToken);

    /// <summary>How often the hierarchy was changed; 0 before the first run.</summary>
    Task<int> RevisionAsync(CancellationToken cancellationToken);

    Task<ClusterMember?> FindMemberAsync(string itemId, CancellationToken cancellationToken);

    /// <summary>Items that have no place in the hierarchy, with their vectors, in order of their ids.</summary>
    Task<IReadOnlyList<Item>> ListUnplacedAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Gives items their places and counts them in their clusters; those that have one meanwhile keep it. False, and nothing is
    /// kept, where the hierarchy is not of the revision any more.
    /// </summary>
    Task<bool> PlaceAsync(
        int revision,
        IReadOnlyList<ClusterMember> members,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Changes the hierarchy and keeps the edit, in one transaction; false, and nothing is kept, where the hierarchy is not of the
    /// revision any more or a run is under way.
    /// </summary>
    /// <param name="edit">Made now, its number is given here; or an older one that is undone now.</param>
    Task<bool> EditAsync(
        int revision,
        KeptEdit edit,
        HierarchyChange change,
        CancellationToken cancellationToken
    );

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<KeptEdit>> ListEditsAsync(int limit, CancellationToken cancellationToken);

    Task<KeptEdit?> FindEditAsync(Guid editId, CancellationToken cancellationToken);

    /// <summary>In order of their names.</summary>
    Task<IReadOnlyList<KnownTopic>> ListTopicsAsync(CancellationToken cancellationToken);

    /// <summary>False where a topic of the name exists.</summary>
    Task<bool> AddTopicAsync(KnownTopic topic, CancellationToken cancellationToken);

    /// <summary>False where there is no such topic.</summary>
    Task<bool> RemoveTopicAsync(Guid topicId, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the views <c>pattern_effectiveness_by_cluster</c> and <c>semantic_cluster_stats</c> up to date, where the database keeps
    /// them; they can be read meanwhile.
    /// </summary>
    Task RefreshViewsAsync(CancellationToken cancellationToken);

    /// <summary>What those views say.</summary>
    Task<DiscoveryMetrics> MetricsAsync(CancellationToken cancellationToken);

    /// <summary>Null before a run has drawn a map; another one for every other map.</summary>
    Task<string?> MapVersionAsync(CancellationToken cancellationToken);

    Task<DrawnMap?> FindMapAsync(CancellationToken cancellationToken);
}
