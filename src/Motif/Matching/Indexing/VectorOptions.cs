using System.ComponentModel.DataAnnotations;

namespace Motif.Matching.Indexing;

/// <summary>How vectors are kept in step with the catalogue.</summary>
public sealed record VectorOptions
{
    /// <summary>Patterns embedded and written together.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; init; } = 64;

    /// <summary>
    /// How long a batch belongs to the worker that took it and does not say that it lives; another may take it over then.
    /// </summary>
    [Range(1, 3600)]
    public int LeaseSeconds { get; init; } = 15;

    /// <summary>How often an idle worker looks for changes.</summary>
    [Range(10, 60_000)]
    public int PollMilliseconds { get; init; } = 250;

    /// <summary>Longest pause after failures of the model, the index or the database.</summary>
    [Range(1, 3600)]
    public int LongestPauseSeconds { get; init; } = 30;

    /// <summary>How often database and index are compared as a whole.</summary>
    [Range(1, 10_080)]
    public int ReconcileMinutes { get; init; } = 30;

    /// <summary>Where the in-process index keeps snapshots for a quick start; nowhere when null.</summary>
    public string? SnapshotFolder { get; init; }

    /// <summary>Fewer vectors are read from the database as quickly.</summary>
    [Range(1, 10_000_000)]
    public int SnapshotRows { get; init; } = 5_000;
}
