using System.ComponentModel.DataAnnotations;

namespace Motif.Catalog;

/// <summary>The orders a list can have; each is total, ties are broken by id.</summary>
public enum PatternSort
{
    /// <summary>Last changed first.</summary>
    Updated,

    /// <summary>Name, ordinal.</summary>
    Name,

    /// <summary>Highest quality first, unmeasured last.</summary>
    Quality,

    /// <summary>Most used first.</summary>
    Uses,

    /// <summary>
    /// What fits <see cref="PatternQuery.Search"/> best: words that are words of the name, then words that begin one, then the
    /// rest; of equals the highest quality first.
    /// </summary>
    Relevance,

    /// <summary>
    /// Highest standing first: the quality, drawn towards the mean of all code patterns the less places bear it out, (n · quality + 4 ·
    /// mean) / (n + 4) with the sum of the places' confidences as n, and places of one structure counted once; what is known by its
    /// structure alone after all that a rule names, unmeasured last. Of a pattern without places the quality itself.
    /// </summary>
    Best,
}

/// <summary>Which patterns, in which order. Empty lists and nulls do not filter.</summary>
[WireRequest]
public sealed record PatternQuery
{
    public const int MaxLimit = 500;

    public PatternKind? Kind { get; init; }

    public IReadOnlyList<string> PatternTypes { get; init; } = [];

    public IReadOnlyList<PatternStatus> Statuses { get; init; } = [];

    /// <summary>A pattern carries one of them, or all (<see cref="TagMode"/>), in capitals or not.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether any of <see cref="Tags"/> will do, or all must be there.</summary>
    public TagMode TagMode { get; init; }

    /// <summary>A pattern is of one of them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>A pattern stands in one of them.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>A pattern is in one of them.</summary>
    public IReadOnlyList<QualityBand> Qualities { get; init; } = [];

    /// <summary>Least quality score, 0 to 1; unmeasured patterns do not pass.</summary>
    [Range(0.0, 1.0)]
    public double? MinQualityScore { get; init; }

    /// <summary>Least raw success rate, 0 to 1; patterns without outcomes do not pass.</summary>
    [Range(0.0, 1.0)]
    public double? MinSuccessRate { get; init; }

    /// <summary>True: only patterns that were never applied. False: only those that were.</summary>
    public bool? Unused { get; init; }

    /// <summary>Only patterns whose last use lies before this time; those never used are unused, not stale.</summary>
    public DateTimeOffset? LastUsedBefore { get; init; }

    /// <summary>Only patterns that were added before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only patterns that this actor applied.</summary>
    [StringLength(Ledger.MaxActorLength, MinimumLength = 1)]
    public string? UsedBy { get; init; }

    /// <summary>Words that must each begin a word of the name, the tags or the description; case is ignored.</summary>
    public string? Search { get; init; }

    public PatternSort Sort { get; init; } = PatternSort.Updated;

    [Range(1, MaxLimit)]
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before ended; opaque, and only good for the same sort.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of patterns.</summary>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record PatternPage(IReadOnlyList<Pattern> Items, string? NextCursor);
