namespace Motif.Catalog;

/// <summary>What made a version.</summary>
public enum VersionEvent
{
    Created,
    Edited,
    StatusChanged,

    /// <summary>The source it came from moved, was renamed or took over another's place.</summary>
    Moved,

    /// <summary>An earlier version was made current again.</summary>
    Restored,
}

/// <summary>An immutable row of a pattern's history.</summary>
/// <param name="Version">1, 2, 3 … in order of time.</param>
/// <param name="Actor">Who changed it: an API key's name, an agent, or the part of Motif that did.</param>
/// <param name="Note">Why, in words; null when nothing was said.</param>
/// <param name="ParentIds">The patterns it was derived from in this version (fork, merge, move); its lineage.</param>
/// <param name="Snapshot">The pattern as it became.</param>
public sealed record PatternVersion(
    Guid PatternId,
    int Version,
    VersionEvent Event,
    DateTimeOffset At,
    string Actor,
    string? Note,
    IReadOnlyList<Guid> ParentIds,
    PatternContent Snapshot
);
