using System.ComponentModel.DataAnnotations;

namespace Motif.Backends.Webhooks;

/// <summary>Secrets of Standard Webhooks as a variable holds them: <c>whsec_</c> and Base64, two with a blank between while one is changed.</summary>
internal static class WebhookSecrets
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 16;
    private const int Most = 2;

    /// <exception cref="ValidationException">None is given, there are too many, or one cannot be used; the message names the variable.</exception>
    public static IReadOnlyList<byte[]> Read(string variable, string? value)
    {
        var secrets = (value ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return secrets.Length is 0 or > Most
            ? throw Wrong(variable)
            : [.. secrets.Select(s => Secret(variable, s))];
    }

    private static byte[] Secret(string variable, string text)
    {
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal)
            ? text[Prefix.Length..]
            : text;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length >= FewestBytes
            ? bytes[..length]
            : throw Wrong(variable);
    }

    private static ValidationException Wrong(string variable) =>
        new(
            $"{variable} must be whsec_ and the Base64 of at least {FewestBytes} bytes; two of them, with a blank between, while one is changed"
        );
}
