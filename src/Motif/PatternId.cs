using System.Security.Cryptography;
using System.Text;

namespace Motif;

/// <summary>
/// The identity of a pattern: a UUID version 8 (RFC 9562) derived from its kind and key, so that the
/// same pattern has the same id in every database, on every server and after every import.
/// </summary>
public static class PatternId
{
    /// <summary>The first 16 bytes of SHA-256("kind\nkey") with the version and variant bits set.</summary>
    public static Guid For(PatternKind kind, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Of($"{WireName.Of(kind)}\n{key}");
    }

    /// <summary>A UUID version 8 that names <paramref name="text"/>.</summary>
    internal static Guid Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
