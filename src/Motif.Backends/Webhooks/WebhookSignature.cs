using System.Security.Cryptography;
using System.Text;

namespace Motif.Backends.Webhooks;

/// <summary>Signatures of Standard Webhooks: <c>v1,</c> and the Base64 of HMAC-SHA256 over <c>id.timestamp.body</c>, for every secret one.</summary>
public static class WebhookSignature
{
    private const string Version = "v1,";

    /// <summary>What the header <c>webhook-signature</c> holds.</summary>
    public static string Of(string id, long timestamp, string body, IEnumerable<byte[]> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var bytes = Encoding.UTF8.GetBytes(body);
        return string.Join(
            ' ',
            secrets.Select(secret =>
                Version + Convert.ToBase64String(Hash(id, timestamp, bytes, secret))
            )
        );
    }

    /// <inheritdoc cref="IsValid(string, string, long, ReadOnlySpan{byte}, IEnumerable{byte[]})"/>
    public static bool IsValid(
        string header,
        string id,
        long timestamp,
        string body,
        IEnumerable<byte[]> secrets
    ) => IsValid(header, id, timestamp, Encoding.UTF8.GetBytes(body), secrets);

    /// <summary>Whether one of the signatures in a header was made with one of the secrets; takes as long whatever they differ in.</summary>
    public static bool IsValid(
        string header,
        string id,
        long timestamp,
        ReadOnlySpan<byte> body,
        IEnumerable<byte[]> secrets
    )
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(secrets);
        var expected = new List<byte[]>();
        foreach (var secret in secrets)
            expected.Add(Hash(id, timestamp, body, secret));
        var isValid = false;
        foreach (var part in header.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!part.StartsWith(Version, StringComparison.Ordinal))
                continue;
            var given = new byte[part.Length];
            if (!Convert.TryFromBase64String(part[Version.Length..], given, out var length))
                continue;
            foreach (var hash in expected)
                isValid |= CryptographicOperations.FixedTimeEquals(hash, given.AsSpan(0, length));
        }
        return isValid;
    }

    private static byte[] Hash(
        string id,
        long timestamp,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> secret
    ) =>
        HMACSHA256.HashData(
            secret,
            [.. Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.")), .. body]
        );
}
