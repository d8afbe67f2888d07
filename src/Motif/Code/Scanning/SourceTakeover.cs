namespace Motif.Code.Scanning;

/// <summary>
/// A file is one file by its place, whatever the tree around it is called: what another repository had counted of the tree that is
/// scanned now is counted here, and there no more.
/// </summary>
internal static class SourceTakeover
{
    /// <summary>The files of other repositories that the scan found too, or that are gone from the folder it looked at.</summary>
    public static async Task<IReadOnlyList<RepositoryFile>> FindAsync(
        ICodeStore store,
        ScanInProgress scan,
        FoundFiles found,
        CancellationToken cancellationToken
    )
    {
        var here = found
            .Files.Select(f => Path.Combine(scan.Place.Folder, f.Path))
            .ToHashSet(StringComparer.Ordinal);
        var taken = new List<RepositoryFile>();
        foreach (var other in await store.RepositoriesAsync(cancellationToken))
        {
            if (!Overlaps(scan, other))
                continue;
            var files = await store.FilesAsync(other.Name, cancellationToken);
            taken.AddRange(
                files
                    .Values.Where(f => !f.IsSetting)
                    .Where(f => IsTaken(scan, here, Path.Combine(other.Folder!, f.Path)))
                    .Select(f => new RepositoryFile(other.Name, f.Path))
            );
        }
        return taken;
    }

    private static bool Overlaps(ScanInProgress scan, CodeRepository other) =>
        other.Name != scan.Repository
        && other.Host == scan.Place.Host
        && other.Folder is { } folder
        && (IsInside(folder, scan.Place.Folder) || IsInside(scan.Place.Folder, folder));

    private static bool IsTaken(ScanInProgress scan, HashSet<string> here, string path) =>
        here.Contains(path)
        || (!scan.IsOneFile && IsInside(scan.Place.Folder, path) && !Path.Exists(path));

    private static bool IsInside(string folder, string path) =>
        path == folder
        || path.StartsWith(
            folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
