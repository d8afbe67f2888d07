using System.ComponentModel.DataAnnotations;

namespace Motif.Code;

/// <summary>Which duplicates: those with most redundant lines first. What is null does not filter.</summary>
public sealed record DuplicateQuery
{
    public const int MaxLimit = 200;

    public string? Repository { get; init; }

    /// <summary>A file or folder of the repository that one of the places stands in.</summary>
    public string? Path { get; init; }

    public string? Language { get; init; }

    /// <summary>Least lines of the longest place.</summary>
    [Range(1, int.MaxValue)]
    public int? MinLines { get; init; }

    [Range(1, MaxLimit)]
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before ended; opaque.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of duplicates.</summary>
/// <param name="NextCursor">Null on the last page.</param>
/// <param name="Total">Groups that pass the filters.</param>
/// <param name="TotalRedundantLines">Their redundant lines.</param>
public sealed record DuplicatePage(
    IReadOnlyList<DuplicateGroup> Items,
    string? NextCursor,
    int Total,
    long TotalRedundantLines
);
