using System.ComponentModel.DataAnnotations;

namespace Motif.Code.Scanning;

/// <summary>What to scan and how.</summary>
public sealed record ScanRequest
{
    /// <summary>A folder or one file.</summary>
    [Required]
    public required string Root { get; init; }

    /// <summary>Names the scan before it has begun; a new one when null.</summary>
    public Guid? ScanId { get; init; }

    /// <summary>The name of the tree in the catalogue; the folder's own name when null.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Repository { get; init; }

    /// <summary>Patterns as in a <c>.gitignore</c> at the root.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Reports of coverage.py (JSON, XML), Cobertura or lcov.</summary>
    public IReadOnlyList<string> CoverageFiles { get; init; } = [];

    /// <summary>Patterns whose quality is measured and lower are left out, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double? MinQuality { get; init; }

    /// <summary>Occurrences with a greater cyclomatic complexity are left out.</summary>
    [Range(1, int.MaxValue)]
    public int? MaxComplexity { get; init; }

    /// <summary>Code of tests is read, for what it uses and covers, but no place of a pattern.</summary>
    public bool WithoutTests { get; init; }

    /// <summary>Threads that read and analyse; the number of processors when null.</summary>
    [Range(1, 256)]
    public int? Parallelism { get; init; }

    /// <summary>Larger files are listed, not read.</summary>
    [Range(1, int.MaxValue)]
    public int MaxFileBytes { get; init; } = 4 << 20;

    /// <summary>Structure alone is a pattern from so many places on, in two files at least; fewer are listed as duplicates.</summary>
    internal int MinCopies { get; init; } = Patterns.CloneFamilies.MinPlaces;
}

/// <summary>How far a scan is.</summary>
/// <param name="Step">finding, hashing, reading, analysing, writing.</param>
/// <param name="Total">Files of this step; 0 where unknown.</param>
public sealed record ScanProgress(string Step, int Done, int Total);
