using Motif.Code;
using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>The folders that scans started through the API may read; links that lead out of them are refused.</summary>
internal sealed class ScanRoots(MotifServerOptions options)
{
    public const string Setting = "MOTIF_CODE_ROOTS";

    /// <summary>
    /// The real path, or what is wrong with the one given. Outside the roots nothing is told, not even whether it exists.
    /// </summary>
    public (string? Path, string? Outside, string? Wrong) Resolve(string path)
    {
        if (options.CodeRoots.Count == 0)
            return (null, $"no folder may be scanned here; name some in {Setting}", null);
        if (string.IsNullOrWhiteSpace(path) || StorableText.Mistake(path) is not null)
            return (null, null, "is no path");
        try
        {
            return ResolveIn([.. options.CodeRoots.Select(RealPath.Of)], path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, Outside(path), null);
        }
    }

    private static (string?, string?, string?) ResolveIn(string[] roots, string path)
    {
        var full = Path.GetFullPath(path, roots[0]);
        // Also of what does not exist: a link that leads out must not tell what lies there.
        var real = RealPath.Of(full);
        if (!roots.Any(root => IsInside(root, real)))
            return (null, Outside(path), null);
        return Path.Exists(real) ? (real, null, null) : (null, null, "does not exist");
    }

    private static bool IsInside(string root, string path) =>
        path == root
        || path.StartsWith(
            root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    private static string Outside(string path) => $"'{path}' lies outside the folders of {Setting}";
}
