using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Motif.Decisions.Understanding;

/// <summary>Chance by name: the same message is drawn in every process, and nobody can steer it by sending again.</summary>
public static class AuditSample
{
    private const double Bits = 4294967296;

    /// <summary>At least 0 and below 1: the first four bytes of SHA-256("motif-v1:" + name), big-endian, over 2³².</summary>
    public static double Draw(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("motif-v1:" + name), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / Bits;
    }
}
