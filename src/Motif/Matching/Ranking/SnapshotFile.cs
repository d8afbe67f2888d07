using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Motif.Vectors;

namespace Motif.Matching.Ranking;

/// <summary>
/// A file of one index: what it is for, the contents, and a checksum of both (CRC-32C). It is written beside its place and
/// renamed over it: a reader finds the old file or the new one, never a part, whoever writes at the same time or dies meanwhile.
/// </summary>
internal static class SnapshotFile
{
    /// <summary>How the name of a file ends that is being written.</summary>
    public const string Unfinished = ".new";

    private const string Magic = "motif match index";
    private const int BufferBytes = 1 << 20;

    /// <param name="path">Its place.</param>
    /// <param name="key">What it is for: a reader that wants another one passes it over.</param>
    /// <param name="write">Writes the contents; false where they turned out to be of no use, and nothing is kept.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to; nothing is left behind.</exception>
    public static bool Write(string path, string key, Func<BinaryWriter, bool> write)
    {
        var beside = string.Create(
            CultureInfo.InvariantCulture,
            $"{path}.{Environment.ProcessId}-{Path.GetRandomFileName()}{Unfinished}"
        );
        try
        {
            if (!WriteBeside(beside, key, write))
                return false;
            File.Move(beside, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Reads a file's contents; otherwise says why not, null where there is none.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="key">What is wanted.</param>
    /// <param name="read">Reads the contents, which are as they were written.</param>
    /// <param name="reason">Why nothing was read; null where no file is there.</param>
    public static bool TryRead(
        string path,
        string key,
        Action<BinaryReader> read,
        out string? reason
    )
    {
        reason = null;
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                BufferBytes,
                FileOptions.SequentialScan
            );
            reason = Damage(file);
            if (reason is not null)
                return false;
            file.Position = 0;
            using var reader = new BinaryReader(file, Encoding.UTF8);
            if (reader.ReadString() != Magic || reader.ReadString() != key)
            {
                reason = $"{path} is of another version, lexicon or analyzer";
                return false;
            }
            read(reader);
            return true;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            reason = $"{path}: {exception.Message}";
            return false;
        }

        string? Damage(FileStream file)
        {
            if (file.Length < sizeof(uint))
                return $"{path} is cut short";
            var crc = Of(file, file.Length - sizeof(uint));
            Span<byte> stored = stackalloc byte[sizeof(uint)];
            file.ReadExactly(stored);
            return BinaryPrimitives.ReadUInt32LittleEndian(stored) == crc
                ? null
                : $"{path}: its checksum does not match";
        }
    }

    private static bool WriteBeside(string path, string key, Func<BinaryWriter, bool> write)
    {
        using var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferBytes
        );
        using var writer = new BinaryWriter(file, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(key);
        if (!write(writer))
            return false;
        writer.Flush();
        file.Position = 0;
        var crc = Of(file, file.Length);
        writer.Write(crc);
        writer.Flush();
        file.Flush(flushToDisk: true);
        return true;
    }

    /// <summary>Of the bytes from here on.</summary>
    private static uint Of(FileStream file, long bytes)
    {
        var buffer = new byte[BufferBytes];
        var crc = uint.MaxValue;
        while (bytes > 0)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, bytes));
            if (read == 0)
                throw new EndOfStreamException();
            crc = Checksum.Continue(crc, buffer.AsSpan(0, read));
            bytes -= read;
        }
        return ~crc;
    }
}
