namespace Motif.Code.Sources;

/// <summary>What the lines of an excerpt are.</summary>
public enum SourceState
{
    /// <summary>Those of the file, which is as it was scanned.</summary>
    Current,

    /// <summary>Those that the catalogue kept of an exemplar, without their common indentation.</summary>
    Stored,

    /// <summary>None: the file is not as it was scanned.</summary>
    Changed,

    /// <summary>None: the file cannot be read here.</summary>
    Unreadable,
}

/// <summary>The source around a place, without secrets.</summary>
/// <param name="Reason">Why these are not the lines of the file; null where they are.</param>
/// <param name="StartLine">First line of the place, counted from 1.</param>
/// <param name="EndLine">Its last line, inclusive.</param>
/// <param name="FirstLine">The line that <paramref name="Lines"/> begins with.</param>
/// <param name="Truncated">The place has more lines than are shown.</param>
/// <param name="Evidence">What the rule saw, where the place was found by one.</param>
public sealed record SourceExcerpt(
    SourceState State,
    string? Reason,
    string Repository,
    string File,
    string Language,
    int StartLine,
    int EndLine,
    int FirstLine,
    IReadOnlyList<string> Lines,
    bool Truncated,
    IReadOnlyList<Evidence> Evidence
);
