namespace Motif.Tests.Code.Scanning;

/// <summary>A folder with files that is gone after the test.</summary>
internal sealed class SourceTree : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("motif-scan-").FullName;

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public void Dispose()
    {
        foreach (var folder in Directory.GetDirectories(Root, "*", SearchOption.AllDirectories))
        {
            if (!OperatingSystem.IsWindows() && new DirectoryInfo(folder).LinkTarget is null)
                File.SetUnixFileMode(
                    folder,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
        }
        Directory.Delete(Root, recursive: true);
    }
}
