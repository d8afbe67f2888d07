using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Catalog;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Api;

/// <summary>The catalogue at a glance.</summary>
/// <param name="Recent">The newest versions of all patterns.</param>
/// <param name="Usage">The ledger of the last 30 days.</param>
public sealed record Overview(
    CatalogueCounts Counts,
    IReadOnlyList<PatternVersion> Recent,
    UsageReport Usage
);

/// <summary>What the first page shows.</summary>
internal static class OverviewApi
{
    private const int RecentVersions = 20;
    private const int UsageDays = 30;

    public static void MapOverview(this IEndpointRouteBuilder api) =>
        api.MapGroup("")
            .WithTags("System")
            .MapGet("/overview", ReadAsync)
            .Describe("getOverview", "Read counts, recent changes and 30 days of usage");

    private static async Task<Ok<Overview>> ReadAsync(
        Catalogue catalogue,
        Ledger ledger,
        CancellationToken cancellationToken
    )
    {
        var counts = await catalogue.CountAsync(cancellationToken);
        var recent = await catalogue.RecentAsync(RecentVersions, cancellationToken);
        var usage = await ledger.UsageAsync(null, UsageDays, cancellationToken);
        return TypedResults.Ok(new Overview(counts, recent, usage.Value!));
    }
}
