namespace Motif.Code;

/// <summary>
/// The one place that opens a file of a tree. What has no length is not opened: a pipe, a socket or a device among the sources
/// would be waited for without an end.
/// </summary>
public static class RegularFile
{
    private const int BlockBytes = 1 << 20;

    /// <exception cref="IOException">The file is not there, is longer than <paramref name="maxBytes"/>, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, long maxBytes, CancellationToken cancellationToken)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
            return [];
        if (length > maxBytes)
            throw new IOException($"{length} bytes are more than the limit of {maxBytes}");
        using var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0,
            FileOptions.SequentialScan
        );
        var bytes = new byte[length];
        var read = 0;
        while (read < bytes.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var got = stream.Read(bytes, read, Math.Min(BlockBytes, bytes.Length - read));
            if (got == 0)
                return bytes[..read];
            read += got;
        }
        return bytes;
    }
}
