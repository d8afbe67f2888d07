namespace Motif.Code;

/// <summary>What a scan found other than the scan of the same repository before.</summary>
/// <param name="Since">The scan before; null for the first.</param>
/// <param name="Files">How many more files, negative where fewer; of the others likewise.</param>
/// <param name="TakenOver">Repositories that had counted files of this tree, which this one counts now.</param>
public sealed record ScanChanges(
    Guid? Since,
    int Files,
    long Lines,
    int Units,
    int Occurrences,
    int Patterns,
    ChangedPatterns Added,
    ChangedPatterns Retired,
    ChangedPatterns Improved,
    ChangedPatterns Worsened,
    IReadOnlyList<TakenOver> TakenOver
);

/// <param name="Total">How many there are.</param>
/// <param name="Patterns">At most <see cref="MaxListed"/>, those that changed most first.</param>
public sealed record ChangedPatterns(int Total, IReadOnlyList<ChangedPattern> Patterns)
{
    public const int MaxListed = 20;
}

/// <param name="QualityBefore">Its score at the scan before; null where there was none.</param>
/// <param name="Quality">Its score now.</param>
public sealed record ChangedPattern(
    Guid PatternId,
    string Name,
    double? QualityBefore,
    double? Quality
);

/// <param name="Files">How many of its files lie in the tree that was scanned.</param>
public sealed record TakenOver(string Repository, int Files);
