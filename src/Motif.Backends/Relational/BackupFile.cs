using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>The file side of a backup: it appears under its name only when it is whole and on the disk.</summary>
internal static class BackupFile
{
    /// <summary>Writes through a file beside it; an existing file is never overwritten.</summary>
    public static async Task WriteAsync(string system, string path, Func<string, Task> write)
    {
        var target = Path.GetFullPath(path);
        if (Path.Exists(target))
            throw Refusal(
                system,
                "database.backup",
                $"{path} exists already; give the name of a new file"
            );
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
            throw Refusal(system, "database.backup", $"the folder {folder} does not exist");
        var partial = target + ".partial";
        try
        {
            File.Delete(partial);
            await write(partial);
            await using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            File.Move(partial, target, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackendException(
                system,
                "database.backup",
                $"cannot write {path}: {exception.Message}",
                isTransient: false,
                exception
            );
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public static void RequireReadable(string system, string path)
    {
        if (!File.Exists(path))
            throw Refusal(system, "database.restore", $"there is no file {path}");
    }

    public static BackendException Refusal(string system, string operation, string message) =>
        new(system, operation, message, isTransient: false);
}
