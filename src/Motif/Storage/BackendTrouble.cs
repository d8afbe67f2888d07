namespace Motif.Storage;

/// <summary>What keeps a backend from writing until somebody helps it; reading goes on, and no restart is needed afterwards.</summary>
public enum BackendTrouble
{
    /// <summary>Something else failed.</summary>
    None,

    /// <summary>Its disk is full, or a quota used up.</summary>
    Full,

    /// <summary>Its disk fails, or may only be read.</summary>
    Unwritable,
}
