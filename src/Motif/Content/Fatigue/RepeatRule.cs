using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Motif.Content.Fatigue;

/// <summary>How often one text may come back.</summary>
/// <param name="RepeatAfterDays">Not before so many days after its last use.</param>
/// <param name="MaxUses">Not more often than this, ever.</param>
/// <param name="ValidUntil">Not after this time.</param>
public sealed record RepeatRule(
    [property: Range(0, 36_500)] double? RepeatAfterDays = null,
    [property: Range(1, 1_000_000)] int? MaxUses = null,
    [property: JsonConverter(typeof(OffsetTimeConverter))] DateTimeOffset? ValidUntil = null
)
{
    /// <summary>Why the text may not be posted at that time; null when it may.</summary>
    internal RuleRefusal? Refuse(
        PersonaLedger ledger,
        string? textHash,
        DateTimeOffset at,
        DateTimeOffset now
    )
    {
        if (at > ValidUntil)
            return new RuleRefusal("valid_until", null, $"the text is valid until {ValidUntil:O}");
        if (textHash is null)
            return null;
        var uses = ledger
            .Audience.Where(p => p.TextHash == textHash && (p.IsFact || p.IsOpen(now)))
            .ToList();
        if (uses.Count >= MaxUses)
            return new RuleRefusal(
                "max_uses",
                null,
                $"the text was used {uses.Count} times, {MaxUses} are allowed"
            );
        if (RepeatAfterDays is not { } days || uses.Count == 0)
            return null;
        var allowed = uses.Max(p => p.At) + TimeSpan.FromDays(days);
        return at < allowed
            ? new RuleRefusal("repeat_after", allowed, $"the text may be repeated from {allowed:O}")
            : null;
    }
}

/// <summary>Why a text may not be posted.</summary>
/// <param name="Reason">A name that programs can rely on.</param>
public sealed record RuleRefusal(string Reason, DateTimeOffset? AllowedAt, string Detail);
