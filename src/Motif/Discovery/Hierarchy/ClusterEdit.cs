namespace Motif.Discovery.Hierarchy;

/// <summary>What a person can do to the hierarchy.</summary>
public enum EditKind
{
    Rename,

    /// <summary>Another cluster goes into this one.</summary>
    Merge,

    /// <summary>Half of it becomes another cluster.</summary>
    Split,

    /// <summary>Runs leave it as it is.</summary>
    Pin,

    /// <summary>Runs may change it again.</summary>
    Unpin,

    /// <summary>An item goes into it.</summary>
    Move,
}

/// <summary>What somebody did to the hierarchy; it stands through later runs until it is undone.</summary>
/// <param name="Number">1, 2, 3 … in the order in which they were made.</param>
/// <param name="ClusterName">As it was called before.</param>
/// <param name="OtherId">The one that went into it, or that came of it.</param>
/// <param name="Name">As it is called since.</param>
public sealed record ClusterEdit(
    Guid EditId,
    int Number,
    EditKind Kind,
    ClusterLevel Level,
    Guid ClusterId,
    string ClusterName,
    Guid? OtherId,
    string? OtherName,
    string? ItemId,
    string? Name,
    string Actor,
    DateTimeOffset At,
    DateTimeOffset? UndoneAt = null,
    string? UndoneBy = null
);

/// <summary>Whose a micro is.</summary>
public sealed record MicroParents(Guid MicroId, Guid MesoId, Guid MacroId);

/// <summary>What an edit changes, and as such what takes it back.</summary>
/// <param name="Written">Clusters as they are to be; new ones among them.</param>
/// <param name="Removed">Ids of clusters that go.</param>
/// <param name="Micros">Micros that come under another meso or macro, with all their items.</param>
/// <param name="Member">The item that moves, at its new place.</param>
public sealed record HierarchyChange(
    IReadOnlyList<Cluster> Written,
    IReadOnlyList<Guid> Removed,
    IReadOnlyList<MicroParents> Micros,
    ClusterMember? Member = null
);

/// <summary>An edit with what takes it back.</summary>
public sealed record KeptEdit(ClusterEdit Edit, HierarchyChange Undo);
