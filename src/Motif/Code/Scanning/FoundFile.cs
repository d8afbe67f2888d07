namespace Motif.Code.Scanning;

/// <summary>A source file that a scan found.</summary>
/// <param name="Path">Inside the scanned tree, with forward slashes.</param>
internal sealed record FoundFile(
    string Path,
    string FullPath,
    long Bytes,
    ISourceLanguage Language
);

/// <summary>What a walk through a tree found.</summary>
/// <param name="Files">By path, ordinal.</param>
/// <param name="Errors">Folders that could not be read.</param>
internal sealed record FoundFiles(IReadOnlyList<FoundFile> Files, IReadOnlyList<ScanError> Errors);
