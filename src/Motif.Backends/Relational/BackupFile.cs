using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>The file side of a backup: it appears under its name only when it is whole and on the disk.</summary>
internal static class BackupFile
{
    /// <summary>Ends the name of a backup that is being written, and of nothing else.</summary>
    public const string Unfinished = ".motif-partial";

    private const string Operation = "database.backup";

    /// <summary>
    /// Writes through a file beside it; an existing file is never overwritten. What backups that were killed left in the
    /// folder is removed.
    /// </summary>
    /// <param name="write">Fills the empty file, by its name or through the stream.</param>
    public static async Task WriteAsync(string system, string path, Func<FileStream, Task> write)
    {
        var target = Path.GetFullPath(path);
        if (Path.Exists(target))
            throw Refusal(system, Operation, $"{path} exists already; give the name of a new file");
        if (Path.GetDirectoryName(target) is not { } folder || !Directory.Exists(folder))
            throw Refusal(
                system,
                Operation,
                $"the folder {Path.GetDirectoryName(target)} does not exist"
            );
        try
        {
            RemoveAbandoned(folder);
            await WriteAsync(target, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackendException(
                system,
                Operation,
                $"cannot write {path}: {exception.Message}",
                isTransient: false,
                exception
            );
        }
    }

    public static void RequireReadable(string system, string path)
    {
        if (!File.Exists(path))
            throw Refusal(system, "database.restore", $"there is no file {path}");
    }

    public static BackendException Refusal(string system, string operation, string message) =>
        new(system, operation, message, isTransient: false);

    private static async Task WriteAsync(string target, Func<FileStream, Task> write)
    {
        var partial = target + Unfinished;
        try
        {
            await using (var file = Open(partial, FileMode.CreateNew))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, target, overwrite: false);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>A backup that is still being written keeps its file locked.</summary>
    private static void RemoveAbandoned(string folder)
    {
        foreach (var partial in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            try
            {
                Open(partial, FileMode.Open).Dispose();
            }
            catch (IOException)
            {
                continue;
            }
            File.Delete(partial);
        }
    }

    /// <summary>
    /// Locked against every other backup; not against SQLite in this process, which on Windows asks for a share of it.
    /// </summary>
    private static FileStream Open(string path, FileMode mode) =>
        new(
            path,
            mode,
            FileAccess.ReadWrite,
            OperatingSystem.IsWindows() && mode is FileMode.CreateNew
                ? FileShare.ReadWrite
                : FileShare.None
        );
}
