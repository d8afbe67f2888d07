using System.Security.Cryptography;
using System.Text.Json;

namespace Motif.Catalog;

/// <summary>The part of a pattern that a version keeps: everything but its measures and its ledger.</summary>
public sealed record PatternContent(
    string PatternType,
    string Name,
    string Description,
    IReadOnlyList<string> Tags,
    PatternStatus Status,
    JsonElement Body
)
{
    public static PatternContent Of(Pattern pattern) =>
        new(
            pattern.PatternType,
            pattern.Name,
            pattern.Description,
            pattern.Tags,
            pattern.Status,
            pattern.Body
        );

    /// <summary>SHA-256 of the canonical JSON (RFC 8785), lower-case hex: equal exactly where the content is.</summary>
    public string Hash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                CanonicalJson.Write(JsonSerializer.SerializeToElement(this, MotifJson.Options))
            )
        );
}
