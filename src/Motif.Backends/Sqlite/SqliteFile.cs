using System.Buffers.Binary;
using Motif.Backends.Relational;

namespace Motif.Backends.Sqlite;

/// <summary>
/// Tells from the first bytes whether a file is ours, before SQLite touches it: it would begin to write journals beside
/// another program's file. See "The Database Header" of the SQLite file format.
/// </summary>
internal static class SqliteFile
{
    /// <summary>"MOTF", at offset 68 of the header.</summary>
    public const int ApplicationId = 0x4D4F5446;

    private const int ApplicationIdOffset = 68;
    private const int HeaderLength = 100;

    /// <summary>Passes a file that is Motif's, is empty or does not exist yet.</summary>
    public static void RequireOurs(string path)
    {
        if (Directory.Exists(path))
            throw Refusal($"{path} is a folder; give the path of a file");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw Refusal($"the folder {folder} does not exist; make it first");
        if (!File.Exists(path))
            return;
        var header = Header(path);
        if (header.Length == 0)
            return;
        if (header.Length < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
            throw Refusal(
                $"{path} is not an SQLite database; give another path, it was left as it is"
            );
        var id = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdOffset));
        if (id != ApplicationId)
            throw Refusal(
                $"{path} is the database of another program; give another path, it was left as it is"
            );
    }

    /// <summary>A backup must be ours already.</summary>
    public static void RequireBackup(string path)
    {
        if (Header(path).Length == 0)
            throw Refusal($"{path} is empty, not a backup");
        RequireOurs(Path.GetFullPath(path));
    }

    private static byte[] Header(string path)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var header = new byte[HeaderLength];
        return header[..file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false)];
    }

    private static Storage.BackendException Refusal(string message) =>
        BackupFile.Refusal(SqliteErrors.System, "database.open", message);
}
