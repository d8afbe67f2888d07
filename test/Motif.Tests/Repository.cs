namespace Motif.Tests;

/// <summary>Where the repository and the shared measuring data lie.</summary>
internal static class Repository
{
    /// <summary>The folder with Motif.slnx, above the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder that MOTIF_SHARED names, or <c>../shared</c>; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    private static string FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Motif.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no Motif.slnx above {AppContext.BaseDirectory}");
    }

    private static string? FindShared()
    {
        var path =
            Environment.GetEnvironmentVariable("MOTIF_SHARED")
            ?? Path.Combine(Root, "..", "shared");
        return Directory.Exists(path) ? Path.GetFullPath(path) : null;
    }
}
