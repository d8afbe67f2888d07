using System.ComponentModel.DataAnnotations;

namespace Motif.Backends.Webhooks;

/// <summary>Where replies go, and what they are signed with.</summary>
public sealed record WebhookOptions
{
    private const string UrlVariable = "MOTIF_DECISIONS_WEBHOOK_URL";
    private const string SecretVariable = "MOTIF_DECISIONS_WEBHOOK_SECRET";
    private const string PrivateVariable = "MOTIF_DECISIONS_WEBHOOK_PRIVATE";

    public required Uri Url { get; init; }

    /// <summary>The newest first; while one is changed for another both sign.</summary>
    public required IReadOnlyList<byte[]> Secrets { get; init; }

    /// <summary>Whether the address may lie inside a private network.</summary>
    public bool AllowsPrivate { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What the variables say; null where no address is set.</summary>
    /// <exception cref="ValidationException">A variable is missing or cannot be used; the message names it.</exception>
    public static WebhookOptions? FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (string.IsNullOrWhiteSpace(variable(UrlVariable)))
            return null;
        if (
            !Uri.TryCreate(variable(UrlVariable), UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
        )
            throw new ValidationException($"{UrlVariable} is no http or https address");
        if (string.IsNullOrWhiteSpace(variable(SecretVariable)))
            throw new ValidationException(
                $"{UrlVariable} is set and {SecretVariable} is not: replies must be signed"
            );
        return new WebhookOptions
        {
            Url = url,
            Secrets = WebhookSecrets.Read(SecretVariable, variable(SecretVariable)),
            AllowsPrivate = variable(PrivateVariable)?.Trim().ToLowerInvariant() is "true" or "1",
        };
    }
}
