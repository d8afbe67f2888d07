using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Catalog;
using Motif.Server.Hosting;

namespace Motif.Server.Api;

/// <summary>The ledger of all patterns together.</summary>
internal static class UsageApi
{
    public static void MapUsage(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var usage = api.MapGroup("/usage").WithTags("Ledger");
        usage
            .MapPost("/import", ImportAsync)
            .Describe(
                "importUsage",
                "Import manifests of agents from JSON lines, a UsageManifest a line",
                "Exposed and applied are counted apart. Sending a manifest again counts nothing twice; an outcome that has become known since is added. Lines that are wrong are reported with their number; the others are imported."
            )
            .Accepts<UsageManifest>(TransferApi.JsonLines)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(413, 415);
    }

    private static async Task<Ok<UsageImportReport>> ImportAsync(
        HttpContext context,
        UsageImport import,
        ServerMetrics metrics,
        CancellationToken cancellationToken
    )
    {
        var report = await import.ImportAsync(context.Request.Body, cancellationToken);
        metrics.Imported(report);
        return TypedResults.Ok(report);
    }
}
