using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Discovery.Advice;
using Motif.Discovery.Items;
using Motif.Server.Http;
using Motif.Server.Jobs;

namespace Motif.Server.Api;

/// <summary>How many items were removed.</summary>
public sealed record ItemsCleared(int Removed);

/// <summary>The corpus: items with text, attributes, performance and meaning.</summary>
internal static class ItemsApi
{
    private const int DefaultPage = 50;
    private const int MostListed = 500;
    private const int MostPlacedAtOnce = 1000;
    private const string JsonLines = "application/x-ndjson";
    private const string Csv = "text/csv";

    public static void MapItems(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var items = api.MapGroup("/items").WithTags("Discovery");
        items
            .MapPost("/import", ImportAsync)
            .Describe(
                "importItems",
                "Import items, JSON lines or CSV",
                "id, text, channel, published_at, views or performance_ratio, embedding; every other member is an attribute. An item that is known is replaced. Lines that are wrong are refused with their number and reason; the others are taken, and have their place in the neighbourhoods at once where a run has made some: the first 1,000 before the answer, the rest soon after."
            )
            .Accepts<ItemLine>(JsonLines, Csv)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(413, 415);
        items.MapGet("", ListAsync).Describe("listItems", "List items in the order of their ids");
        items.MapGet("/{item_id}", FindAsync).Describe("getItem", "Read an item").MayFail(404);
        items
            .MapDelete("", ClearAsync)
            .Describe(
                "clearItems",
                "Remove all items",
                "Neighbourhoods and findings stand until the next run."
            )
            .ForOperators();
    }

    private static async Task<Results<Ok<ItemImportReport>, ProblemHttpResult>> ImportAsync(
        HttpContext context,
        ItemImport import,
        ItemPlacement placement,
        DiscoveryWorker worker,
        CancellationToken cancellationToken
    )
    {
        var isCsv =
            context.Request.ContentType?.StartsWith(Csv, StringComparison.OrdinalIgnoreCase)
            is true;
        try
        {
            var report = isCsv
                ? await import.ImportCsvAsync(context.Request.Body, cancellationToken)
                : await import.ImportAsync(context.Request.Body, cancellationToken);
            await placement.PlaceNewAsync(cancellationToken, MostPlacedAtOnce);
            if (report.Added + report.Changed > MostPlacedAtOnce)
                worker.PlaceRest();
            return TypedResults.Ok(report);
        }
        catch (FormatException exception)
        {
            return Problems.Invalid("body", exception.Message);
        }
    }

    private static async Task<Results<Ok<ItemPage>, ProblemHttpResult>> ListAsync(
        [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
            string? cursor,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        IItemStore store,
        CancellationToken cancellationToken
    )
    {
        if (limit is < 1 or > MostListed)
            return Problems.Invalid("limit", $"must be 1 to {MostListed}");
        var wanted = limit ?? DefaultPage;
        var items = await store.ListAsync(cursor, wanted, withVectors: false, cancellationToken);
        return TypedResults.Ok(new ItemPage(items, items.Count < wanted ? null : items[^1].ItemId));
    }

    private static async Task<Results<Ok<Item>, ProblemHttpResult>> FindAsync(
        [FromRoute(Name = "item_id")] string itemId,
        IItemStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(itemId, cancellationToken) is { } item
            ? TypedResults.Ok(item)
            : Problems.Of(Problems.NotFound, $"no item has the id '{itemId}'");

    private static async Task<Ok<ItemsCleared>> ClearAsync(
        IItemStore store,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new ItemsCleared(await store.ClearAsync(cancellationToken)));
}
