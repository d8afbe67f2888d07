namespace Motif.Discovery.Hierarchy;

/// <summary>How wide a neighbourhood is.</summary>
public enum ClusterLevel
{
    /// <summary>About 3,000 items.</summary>
    Macro,

    /// <summary>About 300 items.</summary>
    Meso,

    /// <summary>About 30 items.</summary>
    Micro,
}
