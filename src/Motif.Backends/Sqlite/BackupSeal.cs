using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Motif.Backends.Sqlite;

/// <summary>
/// The checksum of a backup, after its last page: SQLite counts the pages by the header, and cuts off what follows them when
/// the file is used as a database and changed.
/// </summary>
internal static class BackupSeal
{
    private const int HeaderLength = 100;
    private const int PageSizeOffset = 16;
    private static readonly byte[] Mark = "motif-backup-sha256:"u8.ToArray();
    private static readonly int Length = Mark.Length + 2 * SHA256.HashSizeInBytes;

    /// <summary>Appends it to a file that is written.</summary>
    public static async Task AppendAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        file.Position = file.Length;
        await file.WriteAsync(Of(hash), cancellationToken);
    }

    /// <summary>
    /// What is wrong with the file by its seal; null when it is sound, and when it has none: backups of before, and databases
    /// that are used as one, are whole pages.
    /// </summary>
    public static async Task<string?> FaultAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var header = new byte[HeaderLength];
        if (
            await file.ReadAtLeastAsync(header, HeaderLength, false, cancellationToken)
            < HeaderLength
        )
            return "it was cut within its header";
        // Written as 1 where it is 65,536.
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(PageSizeOffset))
            is > 1
                and var size
            ? size
            : 65_536;
        if (file.Length % pageSize == 0)
            return null;
        if (file.Length < Length || (file.Length - Length) % pageSize != 0)
            return "it does not end where a backup ends; it was cut, or something was appended";
        file.Position = file.Length - Length;
        var seal = new byte[Length];
        await file.ReadExactlyAsync(seal, cancellationToken);
        var hash = await HashAsync(file, file.Length - Length, cancellationToken);
        return seal.AsSpan().SequenceEqual(Of(hash)) ? null : "its checksum is wrong";
    }

    private static byte[] Of(byte[] hash) =>
        [.. Mark, .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash))];

    private static async Task<byte[]> HashAsync(
        FileStream file,
        long length,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        file.Position = 0;
        while (length > 0)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(buffer.Length, length));
            await file.ReadExactlyAsync(part, cancellationToken);
            hash.AppendData(part.Span);
            length -= part.Length;
        }
        return hash.GetHashAndReset();
    }
}
