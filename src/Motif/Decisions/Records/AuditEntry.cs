using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Motif.Decisions.Records;

/// <summary>Something that somebody did, or that the machine did by itself.</summary>
/// <param name="Event">A code such as <c>decided</c>, <c>sent</c>, <c>approved</c>, <c>config_changed</c>.</param>
/// <param name="Detail">What is needed to judge it; texts of customers are not repeated here.</param>
public sealed record AuditEvent(
    DateTimeOffset At,
    string Actor,
    string Event,
    Guid? ExecutionId = null,
    Guid? PatternId = null,
    string? Detail = null
);

/// <summary>A link of the audit's chain.</summary>
/// <param name="Hash">SHA-256 of the hash before it and of everything else in it, lower-case hex.</param>
public sealed record AuditEntry(long Number, AuditEvent Event, string Hash)
{
    /// <summary>What the first link builds on.</summary>
    public const string Beginning =
        "0000000000000000000000000000000000000000000000000000000000000000";

    public static AuditEntry After(string before, long number, AuditEvent what)
    {
        var text = JsonSerializer.Serialize(what, MotifJson.Options);
        var hash = SHA256.HashData(
            Encoding.UTF8.GetBytes(FormattableString.Invariant($"{before}\n{number}\n{text}"))
        );
        return new AuditEntry(number, what, Convert.ToHexStringLower(hash));
    }

    /// <summary>Whether this is what followed <paramref name="before"/>, to the last byte.</summary>
    public bool Follows(string before) => After(before, Number, Event).Hash == Hash;
}
