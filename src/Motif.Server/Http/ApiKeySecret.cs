using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Motif.Server.Http;

/// <summary>
/// The secret of an API key: <c>motif_</c> and 256 random bits. It is shown once and kept only as SHA-256; with that much
/// chance in it a slow hash would add nothing.
/// </summary>
public static class ApiKeySecret
{
    public const string Prefix = "motif_";

    public static string Create() =>
        Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lower-case hex, as <see cref="Storage.ApiKey.Hash"/> has it.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
