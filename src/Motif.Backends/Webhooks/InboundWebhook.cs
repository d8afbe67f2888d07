using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace Motif.Backends.Webhooks;

/// <summary>Why a webhook that came in is not taken.</summary>
public enum WebhookRefusal
{
    /// <summary>The id, the timestamp or the signature is missing or unreadable.</summary>
    Incomplete,

    /// <summary>It was signed more than five minutes ago, or ahead.</summary>
    OutOfTime,

    /// <summary>No signature fits the body under any secret.</summary>
    WrongSignature,
}

/// <summary>
/// Checks webhooks that come in, as Standard Webhooks are signed: over <c>id.timestamp.body</c> with one of the secrets, within
/// five minutes, compared in constant time. Thread-safe.
/// </summary>
public sealed class InboundWebhook
{
    public const string SecretVariable = "MOTIF_DECISIONS_WEBHOOK_IN_SECRET";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyList<byte[]> _secrets;
    private readonly TimeProvider _time;

    private InboundWebhook(IReadOnlyList<byte[]> secrets, TimeProvider time) =>
        (_secrets, _time) = (secrets, time);

    /// <summary>Whether a secret is set; without one nothing comes in.</summary>
    public bool IsOn => _secrets.Count > 0;

    /// <exception cref="ValidationException">The variable is set and holds no secret: a channel without one does not start.</exception>
    public static InboundWebhook FromEnvironment(Func<string, string?> variable, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new(
            variable(SecretVariable) is { } value ? WebhookSecrets.Read(SecretVariable, value) : [],
            time
        );
    }

    /// <summary>Null for what may be read.</summary>
    /// <param name="body">As it came, to the byte.</param>
    public WebhookRefusal? Check(
        string? id,
        string? timestamp,
        string? signature,
        ReadOnlySpan<byte> body
    )
    {
        if (
            string.IsNullOrEmpty(id)
            || string.IsNullOrEmpty(signature)
            || !long.TryParse(
                timestamp,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seconds
            )
        )
            return WebhookRefusal.Incomplete;
        if (
            Math.Abs(_time.GetUtcNow().ToUnixTimeSeconds() - seconds) > (long)Tolerance.TotalSeconds
        )
            return WebhookRefusal.OutOfTime;
        return WebhookSignature.IsValid(signature, id, seconds, body, _secrets)
            ? null
            : WebhookRefusal.WrongSignature;
    }
}
