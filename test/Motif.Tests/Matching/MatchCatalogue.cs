using Motif.Matching.Documents;

namespace Motif.Tests.Matching;

/// <summary>Four practices that share few words.</summary>
internal static class MatchCatalogue
{
    public static IReadOnlyList<MatchDocument> Documents { get; } =
    [
        new()
        {
            Id = "retry",
            Name = "Retry with backoff",
            Intent = "repeat failed calls with growing delays",
            Tags = ["resilience"],
            Quality = 0.9,
        },
        new()
        {
            Id = "limit",
            Name = "Rate-limiter",
            Intent = "limit requests of a client",
            Tags = ["resilience"],
            Quality = 0.3,
        },
        new()
        {
            Id = "cache",
            Name = "Cache aside",
            Intent = "invalidate stale cache entries on write",
        },
        new()
        {
            Id = "hash",
            Name = "Password hashing",
            Intent = "store passwords safely",
        },
    ];
}
