namespace Motif.Code;

/// <summary>A stretch of a scanned file.</summary>
public sealed record SourcePlace(
    string Repository,
    string File,
    string Language,
    int StartLine,
    int EndLine
);
