using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Catalog;
using Motif.Server.Http;
using Motif.Server.Operations;

namespace Motif.Server.Api;

/// <summary>Many patterns at once, as JSON lines.</summary>
internal static class TransferApi
{
    public const string JsonLines = "application/x-ndjson";

    public static void MapTransfer(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var patterns = api.MapGroup("/patterns").WithTags("Patterns");
        patterns
            .MapPost("/import", ImportAsync)
            .Describe(
                "importPatterns",
                "Import patterns from JSON lines, a PatternDraft a line",
                "Read as it comes and upserted by kind and key, so that sending it again changes nothing. Lines that are wrong are reported with their number; the others are imported."
            )
            .Accepts<Stream>(JsonLines)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(413, 415);
        patterns
            .MapGet("/export", ExportAsync)
            .Describe(
                "exportPatterns",
                "Export patterns as JSON lines, a PatternDraft a line",
                "In the shape that the import reads. The filters are those of the list."
            )
            .Produces<PatternDraft>(StatusCodes.Status200OK, JsonLines);
    }

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> ImportAsync(
        HttpContext context,
        PatternImport import,
        ServerMetrics metrics,
        CancellationToken cancellationToken
    )
    {
        var report = await import.ImportAsync(
            context.Request.Body,
            ApiKeyAuthentication.ActorOf(context),
            progress: null,
            cancellationToken
        );
        metrics.Imported(report);
        return TypedResults.Ok(report);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        [AsParameters] PatternFilterParameters filters,
        PatternExport export,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var query = filters.Read(wire);
        if (wire.Refusal() is { } refusal)
            return refusal;
        var answer = await export.ExportAsync(query, cancellationToken);
        return answer.Value is { } drafts
            ? TypedResults.Stream(
                body => WriteAsync(drafts, body, cancellationToken),
                JsonLines,
                "patterns.ndjson"
            )
            : Problems.Of(answer.Problem!);
    }

    private static async Task WriteAsync(
        IAsyncEnumerable<PatternDraft> drafts,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        await foreach (var draft in drafts.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(body, draft, MotifJson.Options, cancellationToken);
            await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
